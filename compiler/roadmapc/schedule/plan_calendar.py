"""The dated calendar of a plan: who has to do what by which day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID, uuid5

from roadmapc.calendar.events import NO_COLUMNS, Row
from roadmapc.calendar.occurrence import Occurrence, UndatedReason
from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.deadline.ast import TimeRule
from roadmapc.model.organisation import Actor, Executor, actors_of
from roadmapc.model.plan import REFERENCE, Plan, Section, Term
from roadmapc.model.provision import ProvisionKind
from roadmapc.source.span import Span
from roadmapc.text.blocks import Block
from roadmapc.text.shorten import shortened_to_words

NAMESPACE = UUID("7b1f0c5e-3d52-5a8e-9a55-0f2d8f0c1a61")
"""The name space of event identifiers; changing it would double every event in every calendar."""


class Duty(NamedTuple):
    """A measure of the plan, or a clause of the order, as something to be done by a day."""

    kind: ProvisionKind
    """A measure or a clause: an id may belong to one of each."""
    id: str
    """Stable: the measure's id, or the clause's."""
    number: str
    """As printed; empty where a signed act prints none."""
    text: str
    section: Section | None
    """`None` for a clause of the order."""
    executors: tuple[Executor, ...]
    """The first is the lead."""
    result: tuple[Block, ...]
    terms: tuple[Term, ...]
    span: Span
    """Where it stands in the plan's file."""
    row: Row = NO_COLUMNS
    """The place and the hours that free columns give to all that happens in it."""
    appendix: str = ""
    """Number of its appendix where numbers of measures alone are ambiguous: in a plan of several tables."""
    participants: tuple[str, ...] = ()
    """Who else takes part, as printed."""
    since: date | None = None
    """The day on which an act brought it in; `None` for a duty of the order as it was signed."""

    @property
    def reference(self) -> str:
        """What a message calls it: «1.2», «1.2 прил. 2» in a plan of several tables, «п. 3» for a clause."""
        called = self.number or f"«{shortened_to_words(self.text, REFERENCE)}»"
        if self.kind is ProvisionKind.CLAUSE:
            return f"п. {called}"
        return f"{called} прил. {self.appendix}" if self.appendix else called

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody who has it, each once: executors and their units."""
        return actors_of(self.executors)


def first_shown_day(occurrence: Occurrence) -> date | None:
    """The first day of the window that a calendar shows: never after the due day; `None` without a window."""
    first_day = occurrence.first_day
    return None if first_day is None else min(first_day, occurrence.due)


class Moved(NamedTuple):
    """That an act has set another day before the old one came, or after it passed."""

    former: date
    """The due day until then."""
    act: str
    """«приказом от 01.02.2022 № 20»."""


class EventName(NamedTuple):
    """What one time that a duty is due is known by.

    Neither wording nor number nor day are of it, so that a calendar moves its event when the deadline moves.
    """

    plan: str
    kind: ProvisionKind
    duty: str
    audience: str
    year: int
    ordinal: int
    """In the year."""


class Entry(NamedTuple):
    """One time that a duty is due."""

    name: EventName
    duty: Duty
    term: Term
    occurrence: Occurrence
    moved: Moved | None = None
    """What an act has moved it from; `None` for a day that stands as it was first set."""

    @property
    def uid(self) -> str:
        """UUIDv5 (RFC 9562) of its name: given when it is asked for, since a check asks for none."""
        return _uid(self.name)

    @property
    def rule(self) -> TimeRule:
        """The rule of the deadline that gave the day."""
        return self.term.controlled.clauses[self.occurrence.clause].rule

    @property
    def first_day(self) -> date:
        """The first day that a calendar shows: of the window, or the due day itself."""
        return first_shown_day(self.occurrence) or self.occurrence.due


@lru_cache(maxsize=131_072)
def _uid(name: EventName) -> str:
    plan, *path = name
    return str(uuid5(namespace(plan), "/".join(map(str, path))))


@lru_cache(maxsize=64)
def namespace(plan: str) -> UUID:
    """The name space of a plan's events."""
    return uuid5(NAMESPACE, plan)


class Undated(NamedTuple):
    """A deadline that no calendar can hold."""

    uid: str
    """UUIDv5 of plan, duty and its ordinal among the duty's undated deadlines: see `Entry.uid`."""
    duty: Duty
    phrase: str
    """As printed; empty if the duty has no deadline."""
    reason: UndatedReason | None
    """`None` if the duty has no deadline."""


@dataclass(frozen=True, slots=True)
class PlanCalendar:
    """All dates of a plan, and what has none."""

    plan: Plan
    work_calendar: WorkCalendar
    """By which the dates were moved off days off."""
    entries: tuple[Entry, ...]
    """By due day, then in the order of the plan."""
    undated: tuple[Undated, ...]
    """In the order of the plan."""
