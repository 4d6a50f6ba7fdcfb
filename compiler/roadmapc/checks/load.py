"""How many duties of one lead fall on one time."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from roadmapc.model.organisation import BodyId
from roadmapc.schedule.plan_calendar import Entry
from roadmapc.source.span import Span
from roadmapc.text.listed import listed


class Load(NamedTuple):
    """A time of a lead that holds too much."""

    day: date
    """The day, or the first day of the time."""
    entries: tuple[Entry, ...]
    """One a duty."""

    @property
    def lead(self) -> str:
        """The short name of the lead."""
        return self.entries[0].duty.executors[0].body.short

    @property
    def numbers(self) -> str:
        """«1.2, 3.5 и ещё 8»."""
        return listed([entry.duty.reference for entry in self.entries])


def loads(entries: Iterable[Entry], time_of: Callable[[date], date], limit: int) -> Iterable[Load]:
    """The first time of each lead with `limit` duties or more; `time_of` says with what day a time begins."""
    found: defaultdict[tuple[date, BodyId], dict[Span, Entry]] = defaultdict(dict)
    for entry in entries:
        if entry.duty.executors:
            time = time_of(entry.occurrence.due)
            found[time, entry.duty.executors[0].body.id].setdefault(entry.duty.span, entry)
    first: dict[BodyId, Load] = {}
    heavy = {key: duties for key, duties in found.items() if len(duties) >= limit}
    for (day, lead), duties in sorted(heavy.items(), key=lambda item: item[0]):
        first.setdefault(lead, Load(day, tuple(duties.values())))
    return first.values()
