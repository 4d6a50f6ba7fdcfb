"""Occurrences gathered into series, for those who want one entry that repeats.

A rule gives nominal days. An occurrence that moved off a day off is taken out of its series and is an entry
of its own, since not every program reads days added to a rule (RDATE).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from roadmapc.render.agenda.view import OccurrenceView
from roadmapc.render.ics.event import EntryForm, Event, Repeats
from roadmapc.render.ics.from_agenda import event

Group = tuple[OccurrenceView, ...]
"""What becomes one event; of a single occurrence, or of a series by due day."""

_UNTIL = re.compile(r";UNTIL=\w+")


def single(occurrences: Iterable[OccurrenceView]) -> list[Group]:
    """Every occurrence by itself."""
    return [(occurrence,) for occurrence in occurrences]


def gathered(occurrences: Iterable[OccurrenceView]) -> list[Group]:
    """Series, and by itself whatever is as no rule gives it."""
    found: dict[tuple[str, str], list[OccurrenceView]] = defaultdict(list)
    for each in occurrences:
        found[(each.series, "") if _is_regular(each) else ("", each.uid)].append(each)
    return list(map(tuple, found.values()))


def _is_regular(occurrence: OccurrenceView) -> bool:
    """Whether it is a whole day of a series and no custom moves it: a move would have to be told of all."""
    if occurrence.hours or occurrence.place:
        return False
    is_moved = occurrence.due != occurrence.nominal or occurrence.other_due is not None
    return bool(occurrence.series) and not is_moved


def event_of(group: Group, titles: Mapping[str, str], form: EntryForm) -> Event:
    """The event of a group, on the first of its days; `titles` are those of occurrences by `uid`."""
    first, *others = group
    shown = event(first, titles[first.uid], form)
    if not others:
        return shown
    reminders = tuple(first.due - lead for lead in _leads(group))
    return replace(shown, reminders=reminders, repeats=_repeats(group))


def _leads(group: Group) -> list[timedelta]:
    """How long before a day to remind: in a series always the same, so the longest that any of them needs."""
    return [max(each.due - each.reminders[at] for each in group) for at in range(len(group[0].reminders))]


def _repeats(group: Group) -> Repeats:
    rule, first, last = _UNTIL.sub("", group[0].recurrence), group[0].due, group[-1].due
    wanted = {each.due for each in group}
    excluded = (day for day in _given(rule, first, last) if day not in wanted)
    return Repeats(f"{rule};UNTIL={last:%Y%m%d}", tuple(excluded))


def _given(rule: str, first: date, last: date) -> Iterator[date]:
    """The days that programs will make of the rule."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - few ask for series

    start, end = datetime.combine(first, time.min), datetime.combine(last, time.min)
    return (day.date() for day in rrulestr(rule, dtstart=start).between(start, end, inc=True))
