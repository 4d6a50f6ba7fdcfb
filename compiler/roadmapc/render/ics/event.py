"""What a calendar file holds, before it is written."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple


class EntryKind(StrEnum):
    """As what an entry is written."""

    EVENT = "VEVENT"
    TASK = "VTODO"
    """Can be ticked off, but several programs do not show it: decision 0003."""


@dataclass(frozen=True, slots=True)
class EntryForm:
    """How entries are written."""

    kind: EntryKind = EntryKind.EVENT
    has_series: bool = False
    """Whether a series is one entry that repeats; else each of its days is an entry."""
    has_bars: bool = False
    """Whether every window is an event of all its days; else a long one is an event on its last day."""


EVENTS = EntryForm()
"""An event for every occurrence."""


class Repeats(NamedTuple):
    """The days of a series (RFC 5545, 3.8.5)."""

    rule: str
    """The value of RRULE, with its end."""
    excluded: tuple[date, ...]
    """Days of the rule on which nothing is due, or an entry of its own says what is."""


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the calendar: of whole days, or of hours of one day."""

    uid: str
    """Names the event for ever."""
    first_day: date
    last_day: date
    """Included; the same as `first_day` for a deadline."""
    summary: str
    """One line, told from all others of its day."""
    description: str
    """Lines are kept; empty for none."""
    categories: tuple[str, ...]
    """What programs filter by."""
    color: str
    """A name of CSS (RFC 7986, 5.9)."""
    start: time | None = None
    """When on its day it begins; `None` for whole days."""
    end: time | None = None
    """When it ends, on the next day if that is earlier; `None` if nobody says."""
    time_zone: str = ""
    """Of its hours, by its IANA name; empty for floating time (RFC 5545, 3.3.5, form 1)."""
    location: str = ""
    """Empty if nobody says."""
    reminders: tuple[date, ...] = ()
    """Days to remind on, at nine in the morning wherever the reader is; all before the first day."""
    repeats: Repeats | None = None
    """`None` for a single event."""


class UndatedTask(NamedTuple):
    """A duty that no day has: RFC 5545 knows tasks without a day (3.6.2), and no such events."""

    uid: str
    summary: str
    description: str
    categories: tuple[str, ...]
    color: str
