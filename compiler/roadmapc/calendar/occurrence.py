"""One time that a measure is due, and why a measure may have none."""

import datetime as dt
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Diagnostic


class Occurrence(NamedTuple):
    """A window as printed, with the day on which it is controlled."""

    first_day: date | None
    """The first day of the window; `None` for a plain «до X»."""
    nominal: date
    """The last day as printed, included."""
    due: date
    """`nominal` moved off a day off by the convention of the policy."""
    other_due: date | None
    """Where the opposite convention moves it; `None` if to the same day."""
    audience: str
    """Those who keep it; empty is everybody the measure names."""
    after_plan: bool
    """A report for the last period, due when the plan is over."""
    clause: int
    """Which clause of the deadline made it, from 0."""
    time: dt.time | None = None
    """When it begins, in the plan's local time; of a window, on its first day. `None` if nobody says."""
    end_time: dt.time | None = None
    """When it ends, of a window on its last day; of a last day, the hour by which it is due."""
    place: str = ""
    """Where it happens; empty if nobody says."""
    is_event: bool = False
    """Whether it happens on its day, which no convention moves, rather than being due by it."""


class UndatedReason(StrEnum):
    """Why a deadline has no date."""

    CONTINUOUS = "continuous"
    EXTERNAL_SCHEDULE = "external_schedule"
    ON_DEMAND = "on_demand"
    EVENT = "event"
    UNREADABLE = "unreadable"


class Expansion(NamedTuple):
    """All the times a deadline is due within a plan."""

    occurrences: tuple[Occurrence, ...]
    """By nominal day, each once."""
    undated: UndatedReason | None
    """`None` if there are dates, or if all that there were fell away."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Placed in the phrase."""
