"""How many duties of one lead fall on one time."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby
from typing import NamedTuple

from roadmapc.model.organisation import key_of
from roadmapc.schedule.plan_calendar import Entry
from roadmapc.source.span import Span
from roadmapc.text.listed import listed


class Crowding(NamedTuple):
    """A time of a lead that holds too much."""

    day: date
    """The day, or the first day of the time."""
    entries: tuple[Entry, ...]
    """One a duty."""

    @property
    def lead(self) -> str:
        """The short name of the lead."""
        return self.entries[0].duty.executors[0].actor.short

    @property
    def numbers(self) -> str:
        """«1.2, 3.5 и ещё 8»."""
        return listed([entry.duty.reference for entry in self.entries])


def crowded(entries: Iterable[Entry], time_of: Callable[[date], date], limit: int) -> Iterable[Crowding]:
    """The first time of each lead with `limit` duties or more; `time_of` says with what day a time begins."""
    times: defaultdict[date, list[Entry]] = defaultdict(list)
    for due, of_day in groupby(entries, lambda entry: entry.occurrence.due):
        times[time_of(due)] += of_day
    first: dict[tuple[bool, str], Crowding] = {}
    for day, of_time in sorted(each for each in times.items() if len(each[1]) >= limit):
        for lead, entries_of_lead in sorted(
            each for each in _by_lead(of_time).items() if len(each[1]) >= limit and each[0] not in first
        ):
            duties = _first_of_each(entries_of_lead)
            if len(duties) >= limit:
                first[lead] = Crowding(day, duties)
    return first.values()


def _by_lead(entries: Iterable[Entry]) -> dict[tuple[bool, str], list[Entry]]:
    found: defaultdict[tuple[bool, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.duty.executors:
            found[key_of(entry.duty.executors[0].actor)].append(entry)
    return found


def _first_of_each(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """One entry a duty."""
    found: dict[Span, Entry] = {}
    for entry in entries:
        found.setdefault(entry.duty.span, entry)
    return tuple(found.values())
