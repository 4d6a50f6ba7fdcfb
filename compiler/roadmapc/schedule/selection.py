"""Parts of a calendar: somebody's duties, some days."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from roadmapc.model.organisation import Body, Organisation
from roadmapc.schedule.asked import DaySpan
from roadmapc.schedule.plan_calendar import Duty, PlanCalendar


def of_executor(calendar: PlanCalendar, *ids: str) -> PlanCalendar:
    """What bodies have to do, or officials themselves and as heads of bodies, by ids of the directory."""
    return replace(
        calendar,
        entries=tuple(entry for entry in calendar.entries if _has(entry.duty, ids)),
        undated=tuple(undated for undated in calendar.undated if _has(undated.duty, ids)),
    )


def _has(duty: Duty, ids: Collection[str]) -> bool:
    return any(each in ids for each in holders(duty))


def holders(duty: Duty) -> Iterator[str]:
    """The ids of those whose duty it is: of bodies, of their heads, of officials themselves."""
    for actor in duty.actors:
        yield actor.id
        if isinstance(actor, Body) and actor.head:
            yield actor.head


def names_in(directory: Organisation) -> dict[str, tuple[str, ...]]:
    """How each is called, by id: a body by its short and its full name, an official by post and name."""
    bodies = {str(body.id): (body.short, body.name) for body in directory.bodies.values()}
    officials = {str(each.id): (each.post, each.name) for each in directory.officials.values()}
    both = {each: (*bodies.get(each, ()), *officials.get(each, ())) for each in (*bodies, *officials)}
    return {each: tuple(filter(None, names)) for each, names in both.items()}


def due_within(calendar: PlanCalendar, days: DaySpan) -> PlanCalendar:
    """What is due in the days. What has no date is left out."""
    first, last = days.first_day or date.min, days.last_day or date.max
    entries = tuple(entry for entry in calendar.entries if first <= entry.occurrence.due <= last)
    return replace(calendar, entries=entries, undated=())
