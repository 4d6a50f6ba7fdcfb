"""Parts of a calendar: somebody's duties, the days of a stretch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

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


def due_between(calendar: PlanCalendar, first_day: date | None, last_day: date | None) -> PlanCalendar:
    """What is due in the days, both included; `None` is no bound. What has no date is left out."""
    first, last = first_day or date.min, last_day or date.max
    entries = tuple(entry for entry in calendar.entries if first <= entry.occurrence.due <= last)
    return replace(calendar, entries=entries, undated=())


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
