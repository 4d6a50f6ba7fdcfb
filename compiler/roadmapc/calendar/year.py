"""The days of one year, worked out from the Labour Code and the year's acts."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from roadmapc.calendar.acts import DecreePeriod, Move, YearActs
from roadmapc.calendar.labour_code import ONE_DAY, holiday, holidays, is_eve, is_weekend, moves_by_itself


class DayKind(StrEnum):
    """What a day is for somebody with a five-day week."""

    WORKING = "working"
    SHORT = "short"
    """A working day an hour shorter than others, on the eve of a holiday."""
    WORKING_WEEKEND = "working-weekend"
    """A Saturday (once in twenty years a Sunday) that works because its day off was moved."""
    DECREE = "decree"
    """Off for people by a decree of the President, working for terms."""
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    """A holiday of the Labour Code, or a day made non-working by an act of its own."""
    MOVED = "moved"
    """A working day that became off because a day off was moved to it."""

    @property
    def is_working(self) -> bool:
        """Whether terms may end on such a day."""
        return self not in _OFF


_OFF = frozenset({DayKind.WEEKEND, DayKind.HOLIDAY, DayKind.MOVED})


class Day(NamedTuple):
    """A day that is not what its weekday says."""

    kind: DayKind
    reason: str
    """Russian words with the norm: why the day is what it is."""
    is_short: bool = False
    """Whether work ends an hour earlier."""


_WORKING = Day(DayKind.WORKING, "рабочий день")
_WEEKEND = tuple(Day(DayKind.WEEKEND, f"выходной день: {name}") for name in ("суббота", "воскресенье"))


class YearDays(NamedTuple):
    """One year, ready to be asked about."""

    off: frozenset[date]
    """Every day on which no term may end, weekends included."""
    special: dict[date, Day]
    """The days that are not what their weekday says."""

    def day(self, day: date) -> Day:
        """What the day is and why."""
        return self.special.get(day) or (_WEEKEND[day.weekday() - 5] if is_weekend(day) else _WORKING)


def year_days(acts: YearActs) -> YearDays:
    """Work out a year."""
    days = {
        day: Day(DayKind.HOLIDAY, f"нерабочий праздничный день: {holiday(day)} (ст. 112 ТК РФ)")
        for day in holidays(acts.year)
    }
    source = acts.act or ""
    days |= {move.from_day: _worked(move, source) for move in acts.moves if holiday(move.from_day) is None}
    days |= {move.to_day: _moved(move, source) for move in acts.moves}
    days |= _moved_by_code(acts, days)
    days |= {
        off.day: Day(DayKind.HOLIDAY, f"нерабочий день: {off.name} ({off.act})") for off in acts.days_off
    }
    for period in acts.decree_periods:
        days |= _decree(period, days)
    special = _eves(acts.year) | days
    return YearDays(frozenset(_off(acts.year, special)), special)


def _moved_by_code(acts: YearActs, known: dict[date, Day]) -> dict[date, Day]:
    """The moves that need no act; where the Government moved such a day itself, its word stands."""
    moved_by_act = {move.from_day for move in acts.moves}
    meetings = [day for day in holidays(acts.year) if moves_by_itself(day) and day not in moved_by_act]
    moves = [Move(day, _next_working(day, known)) for day in meetings]
    return {move.to_day: _moved(move, "ч. 2 ст. 112 ТК РФ") for move in moves}


def _next_working(day: date, known: dict[date, Day]) -> date:
    day += ONE_DAY
    while is_weekend(day) or day in known:
        day += ONE_DAY
    return day


def _moved(move: Move, source: str) -> Day:
    day = move.from_day
    weekday = ("субботы", "воскресенья")[day.weekday() - 5] if is_weekend(day) else "дня"
    return Day(DayKind.MOVED, f"выходной день, перенесённый с {weekday} {day:%d.%m.%Y} ({source})")


def _worked(move: Move, source: str) -> Day:
    """A weekend day worked instead of another is as long as that one was (order 588н of 13.08.2009)."""
    name = ("рабочая суббота", "рабочее воскресенье")[move.from_day.weekday() - 5]
    reason = f"{name}: выходной перенесён на {move.to_day:%d.%m.%Y} ({source})"
    if not is_eve(move.to_day):
        return Day(DayKind.WORKING_WEEKEND, reason)
    return Day(DayKind.WORKING_WEEKEND, f"{reason}; на час короче", is_short=True)


def _decree(period: DecreePeriod, known: dict[date, Day]) -> dict[date, Day]:
    """The working days of a period; weekends and holidays in it stay what they are."""
    reason = f"нерабочий день с сохранением зарплаты ({period.act}); для сроков считается рабочим"
    length = (period.last_day - period.first_day).days + 1
    days = (period.first_day + timedelta(n) for n in range(length))
    return {day: Day(DayKind.DECREE, reason) for day in days if not is_weekend(day) and day not in known}


def _eves(year: int) -> dict[date, Day]:
    """The working days before holidays, of the next New Year too."""
    days = [*(day - ONE_DAY for day in holidays(year) if (day.month, day.day) != (1, 1)), date(year, 12, 31)]
    eve = Day(DayKind.SHORT, "рабочий день на час короче: канун праздника (ст. 95 ТК РФ)", is_short=True)
    return {day: eve for day in days if not is_weekend(day)}


def _off(year: int, special: dict[date, Day]) -> Iterable[date]:
    """Weekends that do not work, and other days that do not."""
    for ordinal in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
        day = date.fromordinal(ordinal)
        known = special.get(day)
        if is_weekend(day) if known is None else not known.kind.is_working:
            yield day
