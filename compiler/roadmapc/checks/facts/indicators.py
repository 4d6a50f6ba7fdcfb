"""Indicators by years: whether their values come to the goal that their name promises."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from roadmapc.checks.facts.grids import Grid
from roadmapc.checks.facts.shares import OF_WHOLE
from roadmapc.checks.facts.totals import label_of, number
from roadmapc.checks.texts import Text
from roadmapc.text.regex import regex

_YEAR = regex(r"(?<!\d)(20\d\d)(?!\d)")
_GOAL = regex(
    r"(?P<way>до|не\s+менее|не\s+ниже|не\s+более|не\s+выше)\s+(?P<goal>\d+(?:,\d+)?)(?!\s*(?:год|лет)|\d)"
)
_UP = regex(r"увеличен|рост|повышен|прирост|не\s+менее", re.IGNORECASE)
_DOWN = regex(r"снижен|уменьшен|сокращен|не\s+более", re.IGNORECASE)


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
        odd, label = _odd_one(known), label_of(row)
        wants_up, wants_down = _UP.search(label), _DOWN.search(label)
        if odd is not None and (wants_up or wants_down or OF_WHOLE.search(label)):
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
