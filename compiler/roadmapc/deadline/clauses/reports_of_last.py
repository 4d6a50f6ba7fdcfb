"""A bracket that says of the last time alone what it reports on: «апрель, июль, октябрь, январь (за год)»."""

from collections.abc import Sequence
from dataclasses import replace

from roadmapc.deadline.ast import THIS_YEAR, Between, Year
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import month_of
from roadmapc.deadline.words.tokens import TokenKind

_COMMA, _MOMENTS = ItemKind.COMMA, ItemKind.MOMENTS
_LAST_REPORT = 4
"""The last month in which a year is reported on after it."""
_LENGTH = 3
"""Items from the sign before a time to the bracket behind it."""


def with_reports_of_last(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with a break before such a time: the times before it are in the year itself."""
    parted = items
    for at, item in enumerate(items):
        periods = [type(each) if each != THIS_YEAR else Year for each in item.reported]
        if item.kind is not ItemKind.REPORTED or at <= _LENGTH or periods != [Year]:
            continue
        sign, time, opening = items[at - _LENGTH : at]
        is_bracketed = cursor.tokens[opening.first].kind is TokenKind.OPEN and time.kind is _MOMENTS
        is_behind = is_bracketed and sign.kind is _COMMA and _is_moved(items[: at - _LENGTH], time)
        if is_behind:
            parted = items.copy() if parted is items else parted
            parted[at - _LENGTH] = replace(sign, kind=ItemKind.BREAK)
    return parted


def _is_moved(before: Sequence[Item], time: Item) -> bool:
    """Whether a time is in the first months of a year, and a later one stands before it."""
    months = [_month(item) for item in before if item.kind is _MOMENTS]
    return 0 < _month(time) <= _LAST_REPORT and bool(months) and months[-1] > _month(time)


def _month(item: Item) -> int:
    stretch = item.moments[-1].stretch
    return month_of(stretch.last if isinstance(stretch, Between) else stretch)
