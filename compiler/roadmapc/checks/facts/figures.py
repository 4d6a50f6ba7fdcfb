"""Numbers of tables: totals of columns and rows, and how indicators go from year to year."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from roadmapc.checks.facts.grids import Grid
from roadmapc.checks.texts import Text

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?")
_TOTAL = re.compile(
    r"\W*(?:итого|всего|общий\s+итог|общая\s+сумма|общее\s+количество)(?![а-яё])", re.IGNORECASE
)
_PART = re.compile(r"\W*(?:в\s+том\s+числе|в\s+т\.\s*ч\.|из\s+них|из\s+него)", re.IGNORECASE)
_NO_SUM = re.compile(
    r"№|п/п|%|дол[яи]|процент|средн|балл|год(?![а-яё])|индекс|коэффициент|удельн|срок|дата", re.IGNORECASE
)
"""Columns that nobody adds up."""
_PARTS_OF_WHOLE = re.compile(
    r"бюджет|смен|квартал|полугод|средств|классы?(?![а-яё])|мальчик|девоч", re.IGNORECASE
)
"""Columns that are added up to a total beside them even in a table of one row."""


_LEVELS = re.compile(r"\d+\.\d")


class WrongTotal(NamedTuple):
    """A total that its parts do not give."""

    cell: Text
    written: Decimal
    sum: Decimal


def number(words: str) -> Decimal | None:
    """The number of a cell that holds nothing else; `None` for any other cell."""
    plain = words.strip().removesuffix("%").strip()
    if not _NUMBER.fullmatch(plain):
        return None
    return Decimal(re.sub(r"[ \u00a0\u202f]", "", plain).replace(",", "."))


def wrong_totals(grid: Grid) -> Iterator[WrongTotal]:
    """Totals of columns, then of rows."""
    yield from _of_columns(grid)
    yield from _of_rows(grid)


def _label(row: Sequence[Text]) -> str:
    """What a row is about: its first cell with letters."""
    return next((cell.words for cell in row if any(letter.isalpha() for letter in cell.words)), "")


def _of_columns(grid: Grid) -> Iterator[WrongTotal]:
    """A total is the sum of the rows since the last total, of all rows above, or of the totals above.

    Rows numbered «1.1» are parts of «1», so the rows above them may be all that is added up. Rows «в том
    числе» and those after them up to the next total are parts of a row, so such a stretch is not judged. A
    total in the first row stands for the rows under it.
    """
    columns = [at for at, heads in enumerate(grid.heads) if not any(map(_NO_SUM.search, heads))]
    for at in columns:
        since: list[Decimal] = []
        tops: list[Decimal] = []
        above: list[Decimal] = []
        totals: list[Decimal] = []
        is_whole = True
        for row in grid.rows:
            value, label = number(row[at].words), _label(row)
            if _TOTAL.match(label):
                sums = {sum(each, Decimal(0)) for each in (since, above, totals, tops) if len(each) > 1}
                if value is not None and sums and is_whole and value not in sums:
                    yield WrongTotal(row[at], value, sum(since or above, Decimal(0)))
                totals += [value] if value is not None and since else []
                since, tops, is_whole = [], [], True
                continue
            if _PART.match(label) or (value is None and row[at].words.strip(" –—-")):
                is_whole = False
            if value is not None:
                since.append(value)
                tops += [] if _LEVELS.match(row[0].words.strip()) else [value]
                above.append(value)
        yield from _of_first_row(grid, at)


def _of_first_row(grid: Grid, at: int) -> Iterator[WrongTotal]:
    """«Всего» in the first row is the sum of all others, if none of them is a total or a part of another."""
    first, rest = grid.rows[:1], grid.rows[1:]
    if not first or not _TOTAL.match(_label(first[0])):
        return
    parts = [number(row[at].words) for row in rest]
    known = [part for part in parts if part is not None]
    value = number(first[0][at].words)
    is_plain = not any(_TOTAL.match(_label(row)) or _PART.match(_label(row)) for row in rest)
    if value is not None and is_plain and len(known) == len(parts) > 1 and sum(known) != value:
        yield WrongTotal(first[0][at], value, sum(known, Decimal(0)))


def _of_rows(grid: Grid) -> Iterator[WrongTotal]:
    """A column «всего» against the columns beside it under the same head.

    What a column is the total of is seen from the rows that hold: they must outnumber those that do not, or
    the heads say so: «местный бюджет», «1 смена».
    """
    for at, heads in enumerate(grid.heads):
        if not _TOTAL.match(heads[-1]) and not (len(heads) > 1 and _TOTAL.match(heads[-1])):
            continue
        beside = [
            other
            for other, path in enumerate(grid.heads)
            if other != at
            and path[:-1] == heads[:-1]
            and not any(map(_NO_SUM.search, path[-1:]))
            and all(
                number(row[other].words) is not None or not row[other].words.strip(" –—-")
                for row in grid.rows
            )
        ]
        if len(beside) < 2:
            continue
        wrong: list[WrongTotal] = []
        right = 0
        for row in grid.rows:
            value = number(row[at].words)
            parts = [part for part in (number(row[other].words) for other in beside) if part is not None]
            if value is None or len(parts) < 2:
                continue
            total = sum(parts, Decimal(0))
            right += value == total
            wrong += [] if value == total else [WrongTotal(row[at], value, total)]
        if right > len(wrong) or all(_PARTS_OF_WHOLE.search(grid.heads[other][-1]) for other in beside):
            yield from wrong


_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_GOAL = re.compile(
    r"(?P<way>до|не\s+менее|не\s+ниже|не\s+более|не\s+выше)\s+(?P<goal>\d+(?:,\d+)?)(?!\s*год|\d)"
)
_UP = re.compile(r"увеличен|рост|повышен|прирост|не\s+менее", re.IGNORECASE)
_DOWN = re.compile(r"снижен|уменьшен|сокращен|не\s+более", re.IGNORECASE)


class Turn(NamedTuple):
    """An indicator that does not come to its goal."""

    cell: Text
    reason: str
    values: tuple[str, ...]


def turns(grid: Grid, first_year: int) -> Iterator[Turn]:
    """Rows of targets by years in which one value falls out of the way of the others, or the way is wrong.

    Years before the plan are statistics and go as they went: at least two columns are of its years.
    """
    years = [
        (at, int(found[0])) for at, heads in enumerate(grid.heads) if (found := _YEAR.findall(heads[-1]))
    ]
    if len(years) < 3 or sum(year >= first_year for _, year in years) < 2:
        return
    columns = [at for at, _ in sorted(years, key=lambda year: year[1])]
    for row in grid.rows:
        values = [number(row[at].words) for at in columns]
        known = [value for value in values if value is not None]
        if len(known) != len(values):
            continue
        cells = [row[at] for at in columns]
        shown = tuple(cell.words for cell in cells)
        odd, label = _odd_one(known), _label(row)
        wants_up, wants_down = _UP.search(label), _DOWN.search(label)
        if odd is not None and (wants_up or wants_down or _OF_WHOLE.search(label)):
            yield Turn(cells[odd], "выпадает из ряда", shown)
        elif wants_up and not wants_down and known[-1] < known[0]:
            yield Turn(cells[-1], "падает, хотя назван рост", shown)
        elif wants_down and not wants_up and known[-1] > known[0]:
            yield Turn(cells[-1], "растёт, хотя названо снижение", shown)
        elif _misses_goal(label, known[-1], is_down=bool(wants_down) and not wants_up):
            yield Turn(cells[-1], "не приходит к названной цели", shown)


def _misses_goal(label: str, last: Decimal, *, is_down: bool) -> bool:
    """Whether the name of an indicator promises more than its last year gives: «не менее 60»."""
    goal = _GOAL.search(label)
    if goal is None:
        return False
    value = Decimal(goal["goal"].replace(",", "."))
    if is_down or goal["way"].split()[-1] in ("более", "выше"):
        return last > value
    return last < value


def _odd_one(values: Sequence[Decimal]) -> int | None:
    """The only value without which the others never turn back; `None` if none does or several may."""
    if _goes_one_way(values):
        return None
    odd = [at for at in range(len(values)) if _goes_one_way([*values[:at], *values[at + 1 :]])]
    if not odd:
        return None
    inner = [at for at in odd if 0 < at < len(values) - 1]
    return (inner or odd)[-1]


def _goes_one_way(values: Sequence[Decimal]) -> bool:
    pairs = list(pairwise(values))
    return all(one <= two for one, two in pairs) or all(one >= two for one, two in pairs)


_OVER = re.compile(r"(?<![\d,.])(?P<share>\d{3,4}(?:[,.]\d+)?)\s*%")
_OF_WHOLE = re.compile(
    r"дол[яиюей]|охват|удельн|процент|численност|количеств|успеваемост|обеспеченност|100 ?%", re.IGNORECASE
)
_GROWTH = re.compile(
    r"рост|увелич|прирост|к\s+уровню|от\s+уровня|по\s+сравнению|по\s+отношению|выше|больше|темп|заработн|зарплат"
    r"|перевыполн|инфляц|стоимост|цен[аы]|исполнени|выполнени|от\s+план",
    re.IGNORECASE,
)


def over_hundred(words: str) -> Iterator[re.Match[str]]:
    """Shares of more than a hundred per cent, where nothing says that something grows by so much."""
    for found in _OVER.finditer(words):
        near = words[max(0, found.start() - 50) : found.end() + 25]
        if Decimal(found["share"].replace(",", ".")) > 100 and not _GROWTH.search(near):
            yield found


def shares_over_hundred(grid: Grid) -> Iterator[Text]:
    """Cells of rows that are called a share, in per cent, with more than a hundred."""
    for row in grid.rows:
        label = _label(row)
        if not _OF_WHOLE.search(label) or _GROWTH.search(label):
            continue
        is_share = "%" in "".join(cell.words for cell in row) or re.search(
            r"дол[яи]|процент|удельн", label, re.IGNORECASE
        )
        for cell in row if is_share else ():
            value = number(cell.words)
            if value is not None and 100 < value < 1000 and not _is_count(cell, row):
                yield cell


def _is_count(cell: Text, row: Sequence[Text]) -> bool:
    """Whether a cell may be the number of the row."""
    return cell is row[0]


_SHARE = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d+)?)\s*%")
_PARTS = re.compile(r"(?:из\s+них|в\s+том\s+числе)[:\s]", re.IGNORECASE)
_SOURCE = re.compile(r"бюджет|средств|источник", re.IGNORECASE)
_STRUCTURE = re.compile(r"источник|структур|категори|состав", re.IGNORECASE)
_WHOLE = Decimal(100)


class Split(NamedTuple):
    """Shares of one whole that do not make it up."""

    start: int
    end: int
    sum: Decimal


def splits(words: str) -> Iterator[Split]:
    """Shares after «из них», or of several budgets, within one sentence."""
    for sentence in re.finditer(r"[^.;\n]+(?:\.\d[^.;\n]*)*", words):
        part = _PARTS.search(sentence[0])
        shares = list(_SHARE.finditer(sentence[0], part.end() if part else 0))
        if len(shares) < 2 or not (part or len(_SOURCE.findall(sentence[0])) >= len(shares)):
            continue
        total = sum((Decimal(share[1].replace(",", ".")) for share in shares), Decimal(0))
        wrong = total > _WHOLE if part else total != _WHOLE
        if wrong:
            yield Split(sentence.start() + shares[0].start(), sentence.start() + shares[-1].end(), total)


def split_columns(grid: Grid) -> Iterator[tuple[Text, Decimal]]:
    """The last cell of a column of shares of one whole: of sources, of a structure."""
    if not grid.rows or not any(_STRUCTURE.search(heads[-1]) for heads in grid.heads):
        return
    for at, heads in enumerate(grid.heads):
        if not re.search(r"дол[яи]|%|удельн", heads[-1], re.IGNORECASE):
            continue
        rows = [row for row in grid.rows if not _TOTAL.match(_label(row))]
        values = [number(row[at].words) for row in rows]
        known = [value for value in values if value is not None]
        total = sum(known, Decimal(0))
        if len(known) == len(values) > 1 and abs(total - _WHOLE) > 1:
            yield rows[-1][at], total
