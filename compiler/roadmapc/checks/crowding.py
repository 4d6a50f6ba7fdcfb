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
    duties: defaultdict[tuple[date, tuple[bool, str]], dict[Span, Entry]] = defaultdict(dict)
    for time, of_time in times.items():
        for entry in of_time if len(of_time) >= limit else ():
            if entry.duty.executors:
                lead = key_of(entry.duty.executors[0].actor)
                duties[time, lead].setdefault(entry.duty.span, entry)
    first: dict[tuple[bool, str], Crowding] = {}
    for day, lead in sorted(key for key, of_it in duties.items() if len(of_it) >= limit):
        first.setdefault(lead, Crowding(day, tuple(duties[day, lead].values())))
    return first.values()
