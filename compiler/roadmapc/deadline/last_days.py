"""The last of so many days, weeks or months."""

import datetime as dt

from roadmapc.deadline.ast import THIS_YEAR, Duration, NthOf, Stretch, Year
from roadmapc.deadline.stretch import month_of, root
from roadmapc.deadline.unit import MONTHS_IN_PART, Unit, last_day

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.DECADE: 10}
_MONTHS = MONTHS_IN_PART | {Unit.YEAR: 12}
_ONE_DAY = dt.timedelta(days=1)
_COMMON_YEAR = 2026
"""Stands for a year that nobody named."""
_MARCH = 3


def last_of_length(first: Stretch, length: Duration) -> NthOf | None:
    """The last of so many days; `None` if it depends on holidays, or on whether a year is a leap year."""
    year = root(first)
    is_day = isinstance(first, NthOf) and first.unit is Unit.DAY and month_of(first) > 0
    if not isinstance(first, NthOf) or not is_day or not (year == THIS_YEAR or isinstance(year, Year)):
        return None
    number = year.number if isinstance(year, Year) else _COMMON_YEAR
    begins = dt.date(number, month_of(first), first.ordinal)
    if length.unit in _DAYS:
        ends = begins + dt.timedelta(days=length.count * _DAYS[length.unit] - 1)
    elif length.unit in _MONTHS:
        ends = _months_on(begins, length.count * _MONTHS[length.unit]) - _ONE_DAY
    else:
        return None
    if isinstance(year, Year):
        return NthOf(Unit.DAY, ends.day, NthOf(Unit.MONTH, ends.month, Year(ends.year)))
    next_march = dt.date(number + (begins.month >= _MARCH), _MARCH, 1)
    is_sure = ends < next_march and ends < _months_on(begins, _MONTHS[Unit.YEAR])
    return NthOf(Unit.DAY, ends.day, NthOf(Unit.MONTH, ends.month, THIS_YEAR)) if is_sure else None


def _months_on(day: dt.date, count: int) -> dt.date:
    """The same day so many months on, or the last one of a shorter month (ГК 192, п. 3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month + 1, min(day.day, last_day(month + 1, year)))
