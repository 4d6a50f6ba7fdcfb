"""Totals of tables: a row «Итого» under its column, a column «всего» beside its parts."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from roadmapc.checks.facts.grids import Grid
from roadmapc.checks.texts import Text
from roadmapc.model.sums import FILLED, RowKind, says_part, says_total, sums
from roadmapc.text.numbers import blank, read_figure
from roadmapc.text.regex import regex

_NO_SUM = regex(
    r"№|п/п|%|дол[яи]|процент|средн|балл|^год[аы]?$|индекс|коэффициент|удельн|срок|дата", re.IGNORECASE
)
"""Columns that nobody adds up."""
_PARTS_OF_WHOLE = regex(
    r"бюджет|смен|квартал|полугод|средств|классы?(?![а-яё])|мальчик|девоч|в\s+том\s+числе", re.IGNORECASE
)
"""Columns that are added up to a total beside them even in a table of one row."""
_LEVELS = regex(r"\d+\.\d")
"""How the number of a row begins that is a part of another."""


class WrongTotal(NamedTuple):
    """A total that its parts do not give."""

    cell: Text
    written: Decimal
    sum: Decimal


def number(words: str) -> Decimal | None:
    """The number of a cell that holds nothing else; `None` for any other cell."""
    figure = read_figure(words)
    return None if figure is None or figure.bound else figure.value


def wrong_totals(grid: Grid) -> Iterator[WrongTotal]:
    """Totals of columns, then of rows."""
    yield from _of_columns(grid)
    yield from _of_rows(grid)


def label_of(row: Sequence[Text]) -> str:
    """What a row is about: its first cell with letters."""
    return next((cell.words for cell in row if any(letter.isalpha() for letter in cell.words)), "")


def _of_columns(grid: Grid) -> Iterator[WrongTotal]:
    """Of the columns that can be added up, and of those that the author has added up.

    A share among amounts is added to none of them, so nobody knows what a total of such a column counts.
    """
    for at, heads in enumerate(grid.heads):
        figures = [figure for row in grid.rows if (figure := read_figure(row[at].words))]
        is_mixed = len({figure.is_per_cent for figure in figures}) > 1
        if figures and not is_mixed and (at in grid.summed or not any(map(_NO_SUM.search, heads))):
            yield from _of_column(grid, at)
            yield from _of_parts(grid, at)
            yield from _of_first_row(grid, at)


def _of_column(grid: Grid, at: int) -> Iterator[WrongTotal]:
    """A total that the author calls one is the sum that its kind adds up.

    One that only its words call so is the sum of the rows since the last total, of all rows above, or of
    the totals above. Rows numbered «1.1» are parts of «1», so the rows above them may be all that is added
    up. Rows «в том числе» and those after them up to the next total are parts of a row, so such a stretch
    is not judged. A total in the first row stands for the rows under it.
    """
    since: list[Decimal] = []
    tops: list[Decimal] = []
    above: list[Decimal] = []
    totals: list[Decimal] = []
    is_whole = True
    for row, kind, said in zip(grid.rows, grid.kinds, _sums_of(grid, at), strict=True):
        value, label = number(row[at].words), label_of(row)
        if kind is RowKind.PART:
            continue
        if kind in FILLED or says_total(label):
            addends = [each for each in (since, above, totals, tops) if each]
            # of a single row nobody knows whether it is all, but it may be
            is_judged = any(len(each) > 1 for each in addends)
            by_words = {sum(each, Decimal(0)) for each in addends} if is_judged else set()
            right = by_words if said is None else {said}
            if value is not None and right and is_whole and value not in right:
                yield WrongTotal(row[at], value, sum(since or above, Decimal(0)) if said is None else said)
            totals += [value] if value is not None and since else []
            since, tops, is_whole = [], [], True
            continue
        if says_part(label) or (value is None and blank(row[at].words) is None):
            is_whole = False
        if value is not None:
            since.append(value)
            tops += [] if _LEVELS.match(row[0].words.strip()) else [value]
            above.append(value)


def _sums_of(grid: Grid, at: int) -> Sequence[Decimal | None]:
    """What each row that the author calls a total has to be; `None` of all others."""
    kinds = [
        kind or (RowKind.SUBTOTAL if says_total(label_of(row)) else RowKind.ITEM)
        for row, kind in zip(grid.rows, grid.kinds, strict=True)
    ]
    found = sums(kinds, [number(row[at].words) for row in grid.rows])
    return [None if kind is None else total for kind, total in zip(grid.kinds, found, strict=True)]


def _of_parts(grid: Grid, at: int) -> Iterator[WrongTotal]:
    """Rows that the author calls parts of the one above: never more than it, and «в том числе» all of it."""
    whole: tuple[Text, ...] = ()
    pairs = zip(grid.rows, grid.kinds, strict=True)
    for is_part, group in groupby(pairs, lambda pair: pair[1] is RowKind.PART):
        rows = [row for row, _ in group]
        if not is_part or not whole:
            whole = rows[-1]
            continue
        value = number(whole[at].words)
        parts = [part for part in (number(row[at].words) for row in rows) if part is not None]
        total = sum(parts, Decimal(0))
        is_all = len(parts) > 1 and not label_of(rows[0]).lower().startswith("из")
        if value is not None and parts and (total > value or (is_all and total != value)):
            yield WrongTotal(whole[at], value, total)


def _of_first_row(grid: Grid, at: int) -> Iterator[WrongTotal]:
    """«Всего» in the first row is the sum of all others, if none of them is a total or a part of another."""
    first, rest = grid.rows[:1], grid.rows[1:]
    if not first or grid.kinds[0] is not None or not says_total(label_of(first[0])):
        return
    parts = [number(row[at].words) for row in rest]
    known = [part for part in parts if part is not None]
    value = number(first[0][at].words)
    is_plain = not any(says_total(label_of(row)) or says_part(label_of(row)) for row in rest)
    if value is not None and is_plain and len(known) == len(parts) > 1 and sum(known) != value:
        yield WrongTotal(first[0][at], value, sum(known, Decimal(0)))


def _of_rows(grid: Grid) -> Iterator[WrongTotal]:
    """A column «всего» against its parts.

    That it is their total is seen from the rows that hold: they must outnumber those that do not, or the
    heads say so: «местный бюджет», «1 смена», «в том числе по годам».
    """
    for at, heads in enumerate(grid.heads):
        parts = _parts_of(grid, at) if says_total(heads[-1]) else []
        if len(parts) < 2:
            continue
        wrong: list[WrongTotal] = []
        right = 0
        for row in grid.rows:
            value = number(row[at].words)
            known = [part for part in (number(row[other].words) for other in parts) if part is not None]
            if value is None or len(known) < 2:
                continue
            total = sum(known, Decimal(0))
            right += value == total
            wrong += [] if value == total else [WrongTotal(row[at], value, total)]
        is_said = all(_PARTS_OF_WHOLE.search(" ".join(grid.heads[other])) for other in parts)
        if right > len(wrong) or is_said:
            yield from wrong


def _parts_of(grid: Grid, at: int) -> list[int]:
    """The columns of numbers under «в том числе» beside a total; without such a head, those beside it."""
    above = grid.heads[at][:-1]
    under = [
        other
        for other, path in enumerate(grid.heads)
        if path[: len(above)] == above and len(path) > len(above) + 1 and says_part(path[len(above)])
    ]
    beside = [
        other
        for other, path in enumerate(grid.heads)
        if other != at and path[:-1] == above and not _NO_SUM.search(path[-1])
    ]
    words = {other: [row[other].words for row in grid.rows] for other in under or beside}
    return [
        other
        for other, cells in words.items()
        if all(number(cell) is not None or blank(cell) is not None for cell in cells)
    ]
