"""Parts of a calendar: somebody's duties, some days."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from roadmapc.schedule.plan_calendar import Duty, PlanCalendar


def of_executor(calendar: PlanCalendar, name: str) -> PlanCalendar:
    """What a body has to do, or an official as the head of bodies."""
    return replace(
        calendar,
        entries=tuple(entry for entry in calendar.entries if _has(entry.duty, name)),
        undated=tuple(undated for undated in calendar.undated if _has(undated.duty, name)),
    )


def _has(duty: Duty, name: str) -> bool:
    return any(name in (body.id, body.head) for body in duty.bodies)


class DaySpan(NamedTuple):
    """Days that are asked about, both included; `None` is no bound."""

    first_day: date | None
    last_day: date | None


def due_within(calendar: PlanCalendar, days: DaySpan) -> PlanCalendar:
    """What is due in the days. What has no date is left out."""
    first, last = days.first_day or date.min, days.last_day or date.max
    entries = tuple(entry for entry in calendar.entries if first <= entry.occurrence.due <= last)
    return replace(calendar, entries=entries, undated=())


def next_due(calendars: Iterable[PlanCalendar], days: DaySpan) -> date | None:
    """The first due day after the days; `None` if there is none."""
    last = days.last_day or date.max
    due = (entry.occurrence.due for calendar in calendars for entry in calendar.entries)
    return min((day for day in due if day > last), default=None)


def week_of(day: date) -> DaySpan:
    """Monday to Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return DaySpan(monday, monday + timedelta(days=6))
