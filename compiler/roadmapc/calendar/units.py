"""Units of the calendar as days in a row."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from roadmapc.calendar.labour_code import ONE_DAY
from roadmapc.calendar.policy import MonthDay
from roadmapc.deadline.unit import MONTHS_IN_PART, Unit, last_day

_WEEK = timedelta(days=7)
MONTHS_IN = MONTHS_IN_PART | {Unit.YEAR: 12}
"""Units that are whole months counted from the start of the year."""
_DECADES = (1, 11, 21)
_HALVES = (1, 16)
_SEPTEMBER = 9
_KNOWN = 4096
_PERIODS = 256
"""A plan asks for the same units again and again: so many answers are remembered."""


class Window(NamedTuple):
    """Days in a row, both included."""

    first: date
    last: date

    def overlaps(self, other: Window) -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Window) -> Window:
        """The days that they share; they must overlap."""
        return Window(max(self.first, other.first), min(self.last, other.last))


@lru_cache(_PERIODS)
def year(number: int) -> Window:
    """A calendar year."""
    return Window(date(number, 1, 1), date(number, 12, 31))


def academic_year(first: int, end: MonthDay) -> Window:
    """The school year that begins in a year; its last day is the profile's."""
    return Window(date(first, _SEPTEMBER, 1), date(first + 1, end.month, end.day))


@lru_cache(_KNOWN)
def months(day: date, count: int) -> Window:
    """So many whole months, from the one of the day."""
    last = add_months(day.replace(day=1), count - 1)
    return Window(day.replace(day=1), last.replace(day=last_day(last.month, last.year)))


def add_months(day: date, count: int) -> date:
    """The same day number so many months on, or the last day of a shorter month (ГК 192, п. 3)."""
    number = day.year * 12 + day.month - 1 + count
    year_number, month = number // 12, number % 12 + 1
    return date(year_number, month, min(day.day, last_day(month, year_number)))


@lru_cache(_KNOWN)
def containing(unit: Unit, day: date, end_of_school_year: MonthDay) -> Window:
    """The unit that holds a day; in summer, the school year to come holds it."""
    length = MONTHS_IN.get(unit)
    if length is not None:
        return months(day.replace(day=1, month=(day.month - 1) // length * length + 1), length)
    if unit is Unit.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Window(monday, monday + _WEEK - ONE_DAY)
    if unit is Unit.ACADEMIC_YEAR:
        window = academic_year(day.year - 1, end_of_school_year)
        return window if day <= window.last else academic_year(day.year, end_of_school_year)
    if unit in (Unit.DECADE, Unit.HALF_MONTH):
        return next(part for part in parts_of_month(unit, day) if part.last >= day)
    return Window(day, day)


def parts_of_month(unit: Unit, day: date) -> list[Window]:
    """The decades or halves of the month of a day."""
    month = months(day, 1)
    firsts = [month.first.replace(day=number) for number in (_DECADES if unit is Unit.DECADE else _HALVES)]
    lasts = [first - ONE_DAY for first in firsts[1:]] + [month.last]
    return [Window(first, last) for first, last in zip(firsts, lasts, strict=True)]


@lru_cache(_PERIODS)
def in_turn(unit: Unit, first: date, last: date, end_of_school_year: MonthDay) -> tuple[Window, ...]:
    """The units one after another, from the one of the first day to the one of the last."""
    window = containing(unit, first, end_of_school_year)
    windows = []
    while window.first <= last:
        windows.append(window)
        window = following(unit, window, end_of_school_year)
    return tuple(windows)


@lru_cache(_KNOWN)
def following(unit: Unit, window: Window, end_of_school_year: MonthDay, count: int = 1) -> Window:
    """The unit so many units after the one in which a window ends."""
    length = MONTHS_IN.get(unit)
    if length is not None:
        return months(
            add_months(containing(unit, window.last, end_of_school_year).first, length * count), length
        )
    if unit is Unit.ACADEMIC_YEAR:
        return academic_year(
            containing(unit, window.last, end_of_school_year).first.year + count, end_of_school_year
        )
    window = containing(unit, window.last, end_of_school_year)  # a month may end within a week
    for _ in range(count):
        window = containing(unit, window.last + ONE_DAY, end_of_school_year)
    return window
