"""What happens on a day rather than being due by it: a day with an hour, a place or a holiday.

Articles 193 and 194 of the Civil Code move the last day of a term. A meeting is no term: its day stands,
whatever day of the week it is.
"""

import datetime as dt
from dataclasses import replace
from typing import NamedTuple

from roadmapc.calendar.codes import WRONG_WEEKDAY
from roadmapc.calendar.labour_code import holiday
from roadmapc.calendar.timed import Time
from roadmapc.deadline.ast import Bound, DeadlineClause, PaschalDay, Season
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import month_of, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, WEEKDAYS, Unit
from roadmapc.deadline.wording import weekday_in_words

_CALLED = Season | PaschalDay
_REPORTED = ((5, 1),)
"""Holidays that are first days of a month, by which reports are due, too."""
_WITHIN = Bound.WITHIN
_DAYS = (*SINGLE_DAYS, Unit.SEASON)


class Row(NamedTuple):
    """What free columns of a row say of all that happens in it."""

    place: str = ""
    """Of the column «Место проведения»; empty if there is none."""
    time: dt.time | None = None
    """Of the column «Время»; `None` if there is none."""
    end_time: dt.time | None = None


NO_COLUMNS = Row()


def with_row(clause: DeadlineClause, row: Row) -> DeadlineClause:
    """The clause with the place and the hours of its row where it names none itself."""
    if row is NO_COLUMNS:
        return clause
    has_hours = clause.time is not None or clause.end_time is not None
    return replace(
        clause,
        place=clause.place or row.place,
        time=clause.time if has_hours else row.time,
        end_time=clause.end_time if has_hours else row.end_time,
    )


def is_event(time: Time, clause: DeadlineClause) -> bool:
    """Whether something happens on the days of a time, so that they stand as printed.

    A day or days that are named without «до» or «к» and with an hour, a place, a holiday or their weekday; a
    holiday by its number; a single day to which the plan gives a name.
    """
    moment, is_day = time.moment, time.first == time.nominal
    if moment is None:
        return is_day and clause.time is not None
    if time.first is None or moment.bound is not _WITHIN:
        return False
    stretch = moment.stretch
    if clause.time or clause.end_time or clause.place or clause.occasion or clause.weekdays:
        return unit_of(stretch) in _DAYS
    if not is_day:
        return False
    is_celebrated = _is_celebrated(time.nominal) and unit_of(stretch) is Unit.DAY and month_of(stretch) > 0
    return is_celebrated or isinstance(stretch, _CALLED)


def _is_celebrated(day: dt.date) -> bool:
    """Whether a number alone means a holiday: nobody reports on 9 May, many do on 1 January."""
    return holiday(day) is not None and (day.month, day.day) not in _REPORTED and day.month != 1


def on_their_weekdays(times: list[Time], clause: DeadlineClause, problems: Problems) -> list[Time]:
    """The times that fall on the weekdays printed beside them: of several years, the one that is meant.

    If none does, either the number or the weekday is wrong, and both stand with an error.
    """
    matching = [time for time in times if _matches(time, clause)]
    if matching or not times:
        return matching
    time = times[0]
    days = _ends(time, clause)
    dates = " – ".join(f"{day:%d.%m.%Y}" for day in days)
    right = " – ".join(weekday_in_words(WEEKDAYS[day.weekday()]) for day in days)
    printed = " – ".join(map(weekday_in_words, clause.weekdays))
    message = f"«{problems.words(clause.span)}»: {dates} – {right}, а напечатано «{printed}»"
    problems.add(WRONG_WEEKDAY, clause.span, message, "исправьте день недели или число")
    return times


def _ends(time: Time, clause: DeadlineClause) -> tuple[dt.date, ...]:
    """The day, or the two ends of the window, as many as weekdays are printed."""
    if len(clause.weekdays) == 2 and time.first is not None:
        return time.first, time.nominal
    is_open = time.moment is not None and time.moment.bound is Bound.FROM and time.first is not None
    return (time.first,) if is_open and time.first is not None else (time.nominal,)


def _matches(time: Time, clause: DeadlineClause) -> bool:
    days = zip(_ends(time, clause), clause.weekdays, strict=False)
    return all(WEEKDAYS[day.weekday()] is weekday for day, weekday in days)
