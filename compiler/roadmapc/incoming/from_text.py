"""A text without any markup to blocks: what stands where on its lines is all that it says of its layout."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from roadmapc.incoming.assembly import assembled
from roadmapc.incoming.blocks import Alignment, Incoming
from roadmapc.incoming.drawn_tables import drawn_table, is_drawn
from roadmapc.incoming.typed import TypedBlock, TypedCell, TypedParagraph, TypedTable
from roadmapc.incoming.wrapped_lines import is_meant, joined_lines

_CHARACTER = 2.54
"""Millimetres that a letter of a typewriter takes."""
_SHORT, _LONG = 40, 120
"""Lines of a text that is broken at a width are no longer, and that width is no less."""
_ENOUGH = 3
"""Lines that are nearly as long as the longest: fewer do not show that a width broke them."""
_OFF_CENTRE = 5
"""Spaces that a centred line may be longer at one side."""
_FIRST_LINE = 9
"""Spaces: with fewer of them the first line of a paragraph begins."""
_NEAR = 12
"""Characters that a word which did not fit may leave at the end of a line."""
_SHARE = 0.3
"""Of the longer lines, that are nearly as long as the longest."""
_FEW = 33
"""One line of so many may be longer than the others: a heading that was typed with spaces, an address."""
_APART = re.compile(r"(?<=\S) {5,}(?=\S)")
"""Spaces that part what stands at the left from what stands at the right."""
_BOLD = re.compile(r"\*\*[^*]+\*\*")
_BOLD_LINES = re.compile(r"^\*\*(?=\w)([^*\n]+(?:\n[^*\n]*){1,6}(?<=\S))\*\*$", re.MULTILINE)
_GAP = 3
"""Empty lines in a table of tabs, such as the end of a page makes."""


def from_text(name: str, text: str) -> Incoming:
    """The blocks of a text."""
    return assembled(name, _blocks(_lines(text)))


def _lines(text: str) -> list[str]:
    """Lines without the spaces at their ends; a page ends with a form feed that begins a line."""
    text = re.sub("\r\n?|[\x85\u2028\u2029]", "\n", text).replace("\f", "\n\f")
    lines = [line.rstrip(" ") for line in _BOLD_LINES.sub(_bold_apart, text).split("\n")]
    margin = min((_indent(line) for line in lines if line.strip()), default=0)
    return [line[margin:] if line[:1] == " " else line for line in lines]


def _bold_apart(found: re.Match[str]) -> str:
    """Bold words of several lines, each line for itself."""
    return "\n".join(f"**{line.strip()}**" if line.strip() else line for line in found[1].split("\n"))


def _blocks(lines: Sequence[str]) -> Iterator[TypedBlock]:
    width = _width(lines)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and is_drawn(lines[end]):
            end += 1
        if end > at and (table := drawn_table(lines[at:end])) is not None:
            yield table
            at = end
        elif tabbed := _tabbed(lines, at):
            yield _table_of_tabs(lines[at : at + tabbed])
            at += tabbed
        else:
            taken = _paragraph_lines(lines, at, width)
            yield _paragraph(lines[at : at + taken], width)
            at += taken


def _width(lines: Sequence[str]) -> int:
    """At which lines are broken; 0 if paragraphs stand on one line each."""
    prose = (line for line in lines if not is_drawn(line) and not _APART.search(line.replace("\t", " " * 5)))
    lengths = sorted(filter(None, map(len, prose)))
    for most in reversed(lengths[-1 - len(lengths) // _FEW :]):
        if _SHORT <= most <= _LONG:
            up_to = bisect_right(lengths, most)
            near, long = up_to - bisect_left(lengths, most - _NEAR), up_to - bisect_left(lengths, most // 2)
            if near >= max(_ENOUGH, _SHARE * long):
                return most
    return 0


# Tables of tabs


def _tabbed(lines: Sequence[str], at: int) -> int:
    """How many lines such a table takes from here on; 0 if there is none."""
    end, last, rows, most, parted = at, at, 0, 0, 0
    while end < len(lines) and end - last <= _GAP:
        columns = _columns(lines[end])
        if columns > 1:
            last, rows, most = end + 1, rows + 1, max(most, columns)
            parted += "\t" in lines[end].strip()  # a tab at the beginning alone is an indent
        elif lines[end].strip() or not rows:
            break
        end += 1
    is_table = rows >= (2 if most > 2 else 3) and parted * 2 >= rows
    return last - at if is_table else 0


def _columns(line: str) -> int:
    return line.strip("\f ").count("\t") + 1


def _table_of_tabs(lines: Sequence[str]) -> TypedTable:
    rows = [line.strip("\f ").split("\t") for line in lines if line.strip()]
    used = [max((at + 1 for at, cell in enumerate(row) if cell.strip()), default=0) for row in rows]
    columns = max(used)
    cells = (
        TypedCell(row, column, 1, 1, (TypedParagraph(fields[column] if column < len(fields) else ""),))
        for row, fields in enumerate(rows)
        for column in range(columns)
    )
    return TypedTable(tuple(cells), has_lines=False)


# Paragraphs


def _paragraph_lines(lines: Sequence[str], at: int, width: int) -> int:
    """How many lines a paragraph takes."""
    if not width or not lines[at].strip() or _stands(lines[at], width) is not Alignment.LEFT:
        return 1
    taken = 1
    while at + taken < len(lines):
        before, line = lines[at + taken - 1], lines[at + taken]
        indent = _indent(line)
        if not line.strip() or line.startswith("\f") or "\t" in line.strip() or is_drawn(line):
            break
        # under the indent of a first line a small letter goes on, however early the line before ends
        goes_on = indent == 0 < _indent(lines[at]) and line[0].islower()
        if not goes_on and (
            is_meant(before, line, width)
            or (taken > 1 and indent > _indent(before))
            or _stands(line, width) is not Alignment.LEFT
        ):
            break
        taken += 1
    return taken


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \f"))


def _stands(line: str, width: int) -> Alignment:
    """How a line stands between its margins; a full one says nothing."""
    indent, end = _indent(line), len(line)
    if indent < _FIRST_LINE or not line.strip():
        return Alignment.LEFT
    if abs(indent - (width - end)) <= _OFF_CENTRE:
        return Alignment.CENTRE
    return Alignment.RIGHT if indent >= 0.4 * width else Alignment.LEFT


def _paragraph(lines: Sequence[str], width: int) -> TypedParagraph:
    first = lines[0]
    text = joined_lines(lines) if len(lines) > 1 else first.strip("\f ")
    return TypedParagraph(
        _APART.sub("\t", text) if len(lines) == 1 else text,
        alignment=_stands(first.expandtabs(8), width) if width else _unbroken(first),
        indent=_indent(first.expandtabs(8)) * _CHARACTER,
        is_bold=_BOLD.fullmatch(text) is not None,
        begins_page=first.startswith("\f"),
    )


def _unbroken(line: str) -> Alignment:
    """How a line stands in a text whose width is not known: far to the right, or nowhere certain."""
    indent = _indent(line.expandtabs(8))
    if indent >= 30:
        return Alignment.RIGHT
    return Alignment.CENTRE if indent >= 12 else Alignment.LEFT
