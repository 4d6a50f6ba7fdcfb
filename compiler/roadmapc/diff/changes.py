"""What differs between two editions of a plan, without an opinion on it."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from roadmapc.calendar.occurrence import Occurrence
from roadmapc.diff.provision import Provision
from roadmapc.schedule.plan_calendar import Duty, PlanCalendar


class ValueChange(NamedTuple):
    """A field of a provision that reads otherwise."""

    name: str
    """The key of YAML."""
    heading: str
    before: str
    """As printed; empty if the provision had none."""
    after: str
    """As printed; empty if the provision has none."""
    row: str = ""
    """Of a table without duties, where it is: «строка 2 «Печать программы»», «таблица 2, строка 2 …»."""


@dataclass(frozen=True, slots=True)
class Added:
    """A provision that was not there; what it holds is added with it and listed apart."""

    after: Provision


@dataclass(frozen=True, slots=True)
class Removed:
    """A provision that is there no more; what it held is removed with it and listed apart."""

    before: Provision


@dataclass(frozen=True, slots=True)
class Moved:
    """A provision that stands elsewhere: in another parent, or in another order."""

    before: Provision
    after: Provision
    fields: tuple[ValueChange, ...]
    """What changed besides; empty if nothing did."""


@dataclass(frozen=True, slots=True)
class Modified:
    """A provision in its place that reads otherwise."""

    before: Provision
    after: Provision
    fields: tuple[ValueChange, ...]
    """At least one, in the order of printing."""


Change: TypeAlias = Added | Removed | Moved | Modified


class Shift(NamedTuple):
    """A date of a duty that moved."""

    before: Occurrence
    after: Occurrence


class DutyDates(NamedTuple):
    """What happened to the dates of one duty for one audience."""

    duty: Duty
    """As it is in the new plan; as it was, if it is there no more."""
    audience: str
    """Empty for everybody the duty names."""
    added: tuple[Occurrence, ...]
    removed: tuple[Occurrence, ...]
    shifted: tuple[Shift, ...]


class Division(NamedTuple):
    """A measure of one edition that is several in the other."""

    whole: Provision
    parts: tuple[Provision, ...]
    """At least two, in the order of their edition."""


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """Everything that differs."""

    old: PlanCalendar
    new: PlanCalendar
    changes: tuple[Change, ...]
    """In the order of the new plan; what was removed stands where it stood."""
    dates: tuple[DutyDates, ...]
    """Duties whose dates differ, in the order of the new plan."""
    clauses: tuple[tuple[Provision, Provision], ...] = ()
    """Clauses that go on under another stable name; of measures the name alone decides which is which."""

    @property
    def is_empty(self) -> bool:
        """Whether the two plans say the same."""
        return not self.changes and not self.dates
