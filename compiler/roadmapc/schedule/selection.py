"""Parts of a calendar: somebody's duties, the days of a stretch."""

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
        undated=tuple(each for each in calendar.undated if _has(each.duty, name)),
    )


def _has(duty: Duty, name: str) -> bool:
    return any(name in (body.id, body.head) for body in duty.bodies)


class DaySpan(NamedTuple):
    """Days that are asked about, both included; `None` is no bound."""

    first_day: date | None
    last_day: date | None


def due_within(calendar: PlanCalendar, stretch: DaySpan) -> PlanCalendar:
    """What is due in the days. What has no date is left out."""
    first, last = stretch.first_day or date.min, stretch.last_day or date.max
    entries = tuple(entry for entry in calendar.entries if first <= entry.occurrence.due <= last)
    return replace(calendar, entries=entries, undated=())


def next_due(calendars: Iterable[PlanCalendar], stretch: DaySpan) -> date | None:
    """The first due day after the days; `None` if there is none."""
    last = stretch.last_day or date.max
    days = (entry.occurrence.due for calendar in calendars for entry in calendar.entries)
    return min((day for day in days if day > last), default=None)


def week_of(day: date) -> DaySpan:
    """Monday to Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return DaySpan(monday, monday + timedelta(days=6))
