"""Parts of a calendar: somebody's duties, some days."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from roadmapc.model.organisation import Body, Organisation
from roadmapc.schedule.plan_calendar import Duty, PlanCalendar

_QUOTES = re.compile("[«»„“”\"']")


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


def named_as(names: Mapping[str, Sequence[str]], words: str) -> frozenset[str]:
    """The ids of those whom the words name; empty if nobody is, several if they are namesakes.

    `names` are of all in a directory, by id. An id names its own alone; else capitals, quotation marks and
    spaces are as people type them.
    """
    wanted = compared(words)
    if words in names:
        return frozenset({words})
    return frozenset(each for each, called in names.items() if wanted in map(compared, called))


def names_in(directory: Organisation) -> dict[str, tuple[str, ...]]:
    """How each is called, by id: a body by its short and its full name, an official by post and name."""
    bodies = {str(body.id): (body.short, body.name) for body in directory.bodies.values()}
    officials = {str(each.id): (each.post, each.name) for each in directory.officials.values()}
    both = {each: (*bodies.get(each, ()), *officials.get(each, ())) for each in (*bodies, *officials)}
    return {each: tuple(filter(None, names)) for each, names in both.items()}


def compared(name: str) -> str:
    """A name without what people type differently: capitals, quotation marks, spaces, «ё»."""
    return _QUOTES.sub("", " ".join(name.split())).casefold().replace("ё", "е")


class DaySpan(NamedTuple):
    """Days that are asked about, both included; `None` is no bound."""

    first_day: date | None
    last_day: date | None


def due_within(calendar: PlanCalendar, days: DaySpan) -> PlanCalendar:
    """What is due in the days. What has no date is left out."""
    first, last = days.first_day or date.min, days.last_day or date.max
    entries = tuple(entry for entry in calendar.entries if first <= entry.occurrence.due <= last)
    return replace(calendar, entries=entries, undated=())


def week_of(day: date) -> DaySpan:
    """Monday to Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return DaySpan(monday, monday + timedelta(days=6))
