"""Stretches of a deadline as days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import assert_never

from dateutil.easter import EASTER_ORTHODOX, easter

from roadmapc.calendar.horizon import LONGEST_YEAR, Horizon
from roadmapc.calendar.labour_code import ONE_DAY
from roadmapc.calendar.policy import HalfYears
from roadmapc.calendar.season_days import days_of
from roadmapc.calendar.units import (
    MONTHS_IN,
    Window,
    academic_year,
    add_months,
    containing,
    following,
    months,
    parts_of_month,
    year,
)
from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.deadline.ast import (
    AcademicYear,
    Between,
    Current,
    Following,
    NthOf,
    Offset,
    PaschalDay,
    Season,
    Stretch,
    Year,
)
from roadmapc.deadline.unit import WEEKDAYS, Unit

_KNOWN = 4096
"""A plan names the same months again and again: so many are remembered."""
_DAYS = {Unit.WEEK: 7, Unit.DECADE: 10, Unit.HALF_MONTH: 15}
"""Of units that are a whole number of days."""


class Days:
    """Finds the days of stretches within periods of a recurrence, or without any."""

    __slots__ = ("_at_hand", "_calendar", "_end", "_horizon", "_unit")

    def __init__(
        self, horizon: Horizon, calendar: WorkCalendar, unit: Unit, at_hand: Season | None = None
    ) -> None:
        """The periods are of a unit, or spans of the season at hand."""
        self._horizon = horizon
        self._calendar = calendar
        self._unit = unit
        self._at_hand = at_hand
        self._end = horizon.policy.school_year_end

    def window(self, stretch: Stretch, period: Window) -> Window | None:  # noqa: C901, PLR0911 – a return for each member of the union
        """The days of a stretch in a period; `None` if it has none: not each month has a fifth Friday."""
        if isinstance(stretch, NthOf):  # most are, and each is asked for in every period
            of = stretch.of
            is_at_hand = isinstance(of, Current) and of.unit is self._unit
            whole = period if is_at_hand else self.window(of, period)
            if whole is None:
                return None
            nth = _NTH.get(stretch.unit)
            if nth is None:
                return _BY_HOUSE[stretch.unit](self, stretch, whole)
            return nth(stretch.unit, stretch.ordinal, whole)
        match stretch:
            case Current():
                return period if stretch.unit is self._unit else self._current(stretch.unit, period)
            case Year():
                return year(stretch.number)
            case AcademicYear():
                return academic_year(stretch.first, self._end)
            case Between():
                return self._between(stretch, period)
            case Following(unit, count, of):
                before = self.window(of, period)
                return following(unit, before, self._end, count) if before is not None else None
            case Offset():
                return self._offset(stretch, period)
            case PaschalDay(days, of):
                whole = self.window(of, period)
                easter_day = easter(whole.last.year, EASTER_ORTHODOX) if whole is not None else None
                return _one(easter_day + timedelta(days)) if easter_day is not None else None
            case Season():
                return self._season(stretch, period)
            case _:
                assert_never(stretch)

    def _current(self, unit: Unit, period: Window) -> Window:
        """The unit in which the one at hand lies."""
        if unit is Unit.PLAN:
            return Window(self._horizon.first_day, self._horizon.last_day)
        if unit is Unit.ORDER:
            return _one(self._horizon.order_date or self._horizon.first_day)
        return containing(unit, period.first, self._end)

    def _season(self, season: Season, period: Window) -> Window | None:
        """The one at hand; beside another period, the one that it meets, else the last before it."""
        if season == self._at_hand:
            return period
        windows = [days.window for days in days_of(season, self._horizon.seasons)]
        if self._unit is Unit.SEASON and period in windows:
            return period
        meeting = [window for window in windows if window.overlaps(period)]
        if meeting or self._unit is not Unit.SEASON:
            return meeting[0] if meeting else None
        return next((window for window in reversed(windows) if window.first < period.first), None)

    def half_year(self, part: NthOf, whole: Window) -> Window:
        """A half of the calendar year or of the school year."""
        if self._is_school_half(part):
            whole = academic_year(whole.first.year, self._end)
        return _nth_half_year(part.ordinal, whole)

    def working_day(self, part: NthOf, whole: Window) -> Window | None:
        """The n-th working day, if there are so many."""
        start = whole.first - ONE_DAY if part.ordinal > 0 else whole.last + ONE_DAY
        return _one_within(self._calendar.add_working_days(start, part.ordinal), whole)

    def _is_school_half(self, part: NthOf) -> bool:
        """Whether a half-year is one of the school year: said so, or so by the profile."""
        if part.of == Current(Unit.ACADEMIC_YEAR):
            return False
        choice = self._horizon.policy.half_years
        school = choice is HalfYears.SCHOOL or (choice is HalfYears.BY_PLAN and self._horizon.academic)
        return school and part.of == Current(Unit.YEAR)

    def _between(self, stretch: Between, period: Window) -> Window | None:
        first, last = self.window(stretch.first, period), self.window(stretch.last, period)
        if first is None or last is None:
            return None
        if last.last < first.first and self._unit is Unit.SEASON:  # it begins in the year before
            before = Window(first.first - LONGEST_YEAR, period.first - LONGEST_YEAR)
            first = Days(self._horizon, self._calendar, Unit.YEAR).window(stretch.first, before) or first
        elif last.last < first.first:  # over the New Year, or the end of a month: it ends in the next period
            next_period = following(self._unit, period, self._end)
            last = Days(self._horizon, self._calendar, self._unit).window(stretch.last, next_period) or last
        if first.first <= last.last:  # «с мая по 15 мая», «с начала четверти по 20 сентября» end within it
            return Window(first.first, last.last)
        return Window(min(first.first, last.first), max(first.last, last.last))

    def _offset(self, stretch: Offset, period: Window) -> Window | None:
        window = self.window(stretch.of, period)
        if window is None:
            return None
        start = window.last if stretch.count > 0 else window.first
        return _one(self.counted(start, stretch.count, stretch.unit))

    def counted(self, start: date, count: int, unit: Unit) -> date:
        """The day so many units from a day, which itself is not counted (ГК 191)."""
        if unit is Unit.WORKING_DAY:
            return self._calendar.add_working_days(start, count)
        if unit in WEEKDAYS:
            ahead = (WEEKDAYS.index(unit) - start.weekday() - 1) % 7 + 1
            return start + timedelta(days=ahead + 7 * (count - 1))
        if unit in MONTHS_IN:
            return add_months(start, count * MONTHS_IN[unit])
        return start + timedelta(days=count * _DAYS.get(unit, 1))


def _one(day: date) -> Window:
    return Window(day, day)


def _one_within(day: date, whole: Window) -> Window | None:
    return Window(day, day) if whole.first <= day <= whole.last else None


@lru_cache(_KNOWN)
def _nth_day(_: Unit, ordinal: int, whole: Window) -> Window:
    """The n-th day, or the last one of a shorter month (ГК 192, п. 3)."""
    if ordinal < 0:
        return _one(max(whole.last + timedelta(days=ordinal + 1), whole.first))
    return _one(min(whole.first + timedelta(days=ordinal - 1), whole.last))


def _nth_weekday(unit: Unit, ordinal: int, whole: Window) -> Window | None:
    weekday = WEEKDAYS.index(unit)
    if ordinal > 0:
        ahead = (weekday - whole.first.weekday()) % 7 + 7 * (ordinal - 1)
        return _one_within(whole.first + timedelta(days=ahead), whole)
    back = (whole.last.weekday() - weekday) % 7 + 7 * (-ordinal - 1)
    return _one_within(whole.last - timedelta(days=back), whole)


def _nth_week(_: Unit, ordinal: int, whole: Window) -> Window | None:
    """Monday to Sunday, cut at the ends of the whole; the first week holds its first day."""
    edge = whole.first if ordinal > 0 else whole.last
    shift = ordinal - 1 if ordinal > 0 else ordinal + 1
    monday = edge - timedelta(days=edge.weekday()) + timedelta(days=7 * shift)
    week = Window(monday, monday + timedelta(days=6))
    return week.within(whole) if week.overlaps(whole) else None


def _nth_part_of_month(unit: Unit, ordinal: int, whole: Window) -> Window:
    """Of a longer unit, the first parts are those of its first month, the last ones those of its last."""
    return parts_of_month(unit, whole.first if ordinal > 0 else whole.last)[ordinal - (ordinal > 0)]


@lru_cache(_KNOWN)
def _nth_months(unit: Unit, ordinal: int, whole: Window) -> Window:
    """The n-th month, quarter or half-year."""
    length = MONTHS_IN[unit]
    if ordinal > 0:
        return months(add_months(whole.first, length * (ordinal - 1)), length)
    return months(add_months(whole.last.replace(day=1), length * ordinal + 1), length)


def _nth_half_year(ordinal: int, whole: Window) -> Window:
    """The n-th half; of a school year the first is September to December, the second ends with it."""
    if whole.first.month != 9:
        return _nth_months(Unit.HALF_YEAR, ordinal, whole)
    if ordinal == 1:
        return Window(whole.first, months(whole.first, 4).last)
    return Window(date(whole.last.year, 1, 1), whole.last)


_BY_HOUSE: dict[Unit, Callable[[Days, NthOf, Window], Window | None]] = {
    Unit.HALF_YEAR: Days.half_year,
    Unit.WORKING_DAY: Days.working_day,
}
"""Units that the working calendar or the policy of a house decides."""
_NTH: dict[Unit, Callable[[Unit, int, Window], Window | None]] = {
    Unit.DAY: _nth_day,
    Unit.WEEK: _nth_week,
    Unit.DECADE: _nth_part_of_month,
    Unit.HALF_MONTH: _nth_part_of_month,
    **dict.fromkeys(WEEKDAYS, _nth_weekday),
    **{unit: _nth_months for unit in MONTHS_IN if unit not in _BY_HOUSE},
}
"""The n-th of the other units within a whole; `None` if it has not so many."""
