"""Tables that are drawn with characters: of DOS, of legal databases, of Markdown.

┌───┬──────┐    ----T------¬    +---+------+    | № | Срок |
│ № │ Срок │    ¦ № ¦ Срок ¦    | № | Срок |    |---|------|
├───┼──────┤    +---+------+    +===+======+    | 1 | май  |
│ 1 │ май  │    ¦ 1 ¦ май  ¦    | 1 | май  |
└───┴──────┘    L---+-------    +---+------+
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from roadmapc.incoming.typed import TypedCell, TypedTable
from roadmapc.incoming.wrapped_lines import paragraphs_of_cell

_UPRIGHT = "│║┃|¦"
_LEVEL = r"\-─═━="
_CORNERS = "+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╞╪╡╟╫╢╓╥╖╙╨╜╒╤╕╘╧╛"
_OF_DATABASES = "TТ¬LГг"
"""What some legal databases have for corners."""
_RULE = re.compile(rf"[\s{_LEVEL}{_CORNERS}{_OF_DATABASES}{_UPRIGHT}:]+")
_RUN = re.compile(rf"[{_LEVEL}]{{2,}}")
_PARTIAL_RULE = re.compile(rf"[{_CORNERS}{_UPRIGHT}][{_LEVEL}]{{3,}}")
_ROW = re.compile(rf"\s*[{_UPRIGHT}].*[{_UPRIGHT}]\s*")
_MARKDOWN_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_BEGINS = re.compile(
    rf"\s*[{_UPRIGHT}{_CORNERS}]|\s*[{_LEVEL}]{{2,}}[{_OF_DATABASES}{_CORNERS}]|\s*L[{_LEVEL}]{{2,}}"
)
_FEW_RULES = 3
"""At the top, under the head and at the bottom: more of them part the rows."""
_DOUBLE = frozenset("═=━")


class _Line(NamedTuple):
    """A line of a drawn table."""

    text: str
    is_rule: bool
    """Maybe one that leaves some cells open."""


def is_drawn(line: str) -> bool:
    """Whether a line may belong to a drawn table."""
    if _ROW.fullmatch(line):
        return True
    return _RUN.search(line) is not None and _BEGINS.match(line) is not None and _known(line).is_rule


def _known(line: str) -> _Line:
    """What a line is: a rule has nothing but the signs of rules, or some at the edge of a cell."""
    is_whole = _RULE.fullmatch(line) is not None and _RUN.search(line) is not None
    return _Line(line, is_whole or _PARTIAL_RULE.search(line) is not None)


def drawn_table(lines: Sequence[str]) -> TypedTable | None:
    """The table that lines draw; none if they draw no column."""
    known = [_known(line.expandtabs(8).rstrip()) for line in lines]
    rows = [line.text for line in known if not line.is_rule]
    if not rows or max(sum(each in _UPRIGHT for each in row) for row in rows) < 2:
        return None
    is_markdown = any(line.is_rule and _MARKDOWN_RULE.fullmatch(line.text.strip()) for line in known)
    bands = _bands(known, is_markdown)
    bounds = _bounds(rows)
    cells = _by_place(bands, bounds) if bounds else _by_order(bands)
    is_headed = is_markdown or _has_double(known)
    return TypedTable(tuple(cells), heads=1 if is_headed and len(bands) > 1 else 0)


def _has_double(lines: Sequence[_Line]) -> bool:
    """Whether the rule under the first row, and no other inside, is a double one."""
    first, *others = [not _DOUBLE.isdisjoint(line.text) for line in lines if line.is_rule][1:-1] or [False]
    return first and not any(others)


class _Band(NamedTuple):
    """The lines of a row, and the rule under it."""

    lines: list[str]
    rule: str
    """Empty if the next row follows without one."""


def _bands(lines: Sequence[_Line], is_markdown: bool) -> list[_Band]:
    """The rows with the rules under them."""
    groups = [
        (is_rule, [line.text for line in group])
        for is_rule, group in groupby(lines, lambda line: line.is_rule)
    ]
    rules = sum(is_rule for is_rule, _ in groups)
    parts_rows = not is_markdown and rules > _FEW_RULES
    bands: list[_Band] = []
    for is_rule, texts in groups:
        if is_rule:
            if bands:
                bands[-1] = bands[-1]._replace(rule=texts[-1])
        elif parts_rows:
            bands.append(_Band(texts, ""))
        else:
            bands += (_Band(row, "") for row in _unruled(texts, is_markdown))
    return bands


def _unruled(lines: Sequence[str], is_markdown: bool) -> list[list[str]]:
    """Rows without rules between them: one begins where the first cell has words."""
    rows: list[list[str]] = []
    for line in lines:
        first = re.split(f"[{_UPRIGHT}]", line.strip())[1]
        if rows and not is_markdown and not first.strip():
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _bounds(rows: Sequence[str]) -> list[int]:
    """Where the columns of an even table are parted; empty if it is not even."""
    places = [[at for at, each in enumerate(row) if each in _UPRIGHT] for row in rows]
    bounds = sorted({at for row in places for at in row})
    is_even = all(row and row[0] == bounds[0] and row[-1] == bounds[-1] for row in places)
    return bounds if is_even and len(bounds) <= 2 * max(map(len, places)) else []


def _by_place(bands: Sequence[_Band], bounds: Sequence[int]) -> list[TypedCell]:
    """Cells of an even table, merged where a line between two is missing."""
    open_cells: dict[int, int] = {}
    cells: list[TypedCell] = []
    texts: list[list[str]] = []
    for row, band in enumerate(bands):
        walls = [
            at
            for at, bound in enumerate(bounds)
            if any(line[bound : bound + 1] in _UPRIGHT for line in band.lines)
        ]
        walls = sorted({0, len(bounds) - 1, *walls})
        going_on, open_cells = open_cells, {}
        for first, last in pairwise(walls):
            left, right = bounds[first] + 1, bounds[last]
            found = [line[left:right] for line in band.lines]
            at = going_on.get(first, -1)
            if at >= 0 and cells[at].columns == last - first:
                cells[at] = cells[at]._replace(rows=row - cells[at].row + 1)
                texts[at] += found
            else:
                at = len(cells)
                cells.append(TypedCell(row, first, 1, last - first, ()))
                texts.append(found)
            under = band.rule[left:right]
            if band.rule and row + 1 < len(bands) and not _RUN.search(under):
                open_cells[first] = at
                texts[at].append(re.sub(f"[{_UPRIGHT}{_CORNERS}]", " ", under))
    widths = [bounds[cell.column + cell.columns] - bounds[cell.column] for cell in cells]
    return [
        cell._replace(content=paragraphs_of_cell(lines, width))
        for cell, lines, width in zip(cells, texts, widths, strict=True)
    ]


def _by_order(bands: Sequence[_Band]) -> list[TypedCell]:
    """Cells of a table whose lines do not meet: the second of a line is that of the second column."""
    rows = [[re.split(f"[{_UPRIGHT}]", line.strip())[1:-1] for line in band.lines] for band in bands]
    cells = []
    for row, lines in enumerate(rows):
        for column in range(max(map(len, lines))):
            texts = [line[column] for line in lines if column < len(line)]
            width = max(map(len, texts))
            cells.append(TypedCell(row, column, 1, 1, paragraphs_of_cell(texts, width)))
    return cells
