"""Occurrences gathered into series, for those who want one entry that repeats.

The rule gives nominal days. What moved off a day off is taken out of the rule and added by its own date, so
that a program sees exactly the days of the agenda.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from roadmapc.render.agenda.view import OccurrenceView
from roadmapc.render.ics.event import Event, Repeats
from roadmapc.render.ics.from_agenda import event
from roadmapc.text.dates import digits

Group = tuple[OccurrenceView, ...]
"""What becomes one event; of a single occurrence, or of a series by due day."""

_UNTIL = re.compile(r";UNTIL=\w+")


def single(occurrences: Iterable[OccurrenceView]) -> list[Group]:
    """Every occurrence by itself."""
    return [(occurrence,) for occurrence in occurrences]


def gathered(occurrences: Iterable[OccurrenceView]) -> list[Group]:
    """Series as they can be written, and by itself whatever belongs to none."""
    found: dict[str, list[OccurrenceView]] = defaultdict(list)
    for occurrence in occurrences:
        found[occurrence.series or occurrence.uid].append(occurrence)
    return [group for each in found.values() for group in _writable(tuple(each))]


def _writable(group: Group) -> list[Group]:
    """A series begins on a day that its rule gives; and no set of days says that one of them counts twice."""
    if len({each.due for each in group}) < len(group):
        return single(group)
    start = next((at for at, each in enumerate(group) if each.due == each.nominal), len(group))
    return [*single(group[:start]), *([group[start:]] if group[start:] else [])]


def event_of(group: Group) -> Event:
    """The event of a group, on the first of its days."""
    if len(group) == 1:
        return event(group[0])
    common = event(group[0])
    return replace(
        common,
        description="\n".join((common.description, *_moves(group))),
        reminders=tuple(group[0].due - lead for lead in _leads(group)),
        repeats=_repeats(group),
    )


def _moves(group: Group) -> Iterator[str]:
    for each in group:
        if each.moved:
            yield f"Перенесено с {digits(each.nominal)} на {digits(each.due)}: {each.moved}"


def _leads(group: Group) -> list[timedelta]:
    """How long before a day to remind: in a series always the same, so the longest that any of them needs."""
    return [max(each.due - each.reminders[at] for each in group) for at in range(len(group[0].reminders))]


def _repeats(group: Group) -> Repeats:
    rule, last = _UNTIL.sub("", group[0].recurrence), max(each.nominal for each in group)
    wanted = {each.due for each in group}
    given = set(_given(rule, group[0].nominal, last))
    return Repeats(
        f"{rule};UNTIL={last:%Y%m%d}", tuple(sorted(given - wanted)), tuple(sorted(wanted - given))
    )


def _given(rule: str, first: date, last: date) -> Iterator[date]:
    """The days that programs will make of the rule."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - few ask for series

    start, end = datetime.combine(first, time.min), datetime.combine(last, time.min)
    return (day.date() for day in rrulestr(rule, dtstart=start).between(start, end, inc=True))
