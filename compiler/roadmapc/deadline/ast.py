"""What a deadline phrase says, before any plan gives it years.

A deadline is a list of clauses; a clause is one rule, said to one audience. Rules that a calendar
can hold are built of moments; a moment is a stretch of the calendar with its bound («до», «к», «с»).
A stretch is a part of a larger stretch, up to a year or a season that is named or a period that is not:
«третья декада августа» is `NthOf(DECADE, 3, NthOf(MONTH, 8, THIS_YEAR))`. This is how RFC 5545 reads its
BY… parts: each narrows the period of the recurrence.

Places in the phrase never take part in comparison: two phrases that say the same are equal.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from roadmapc.deadline.unit import Unit
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class AcademicYear:
    """A school year by the calendar year in which it begins: 2021 is «2021/2022 учебный год»."""

    first: int


@dataclass(frozen=True, slots=True)
class Current:
    """The unit at hand: the period of the recurrence, or the year, month… that nobody named."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class NthOf:
    """The n-th unit of a larger stretch."""

    unit: Unit
    ordinal: int
    """From 1; negative counts from the end."""
    of: Stretch


@dataclass(frozen=True, slots=True)
class Between:
    """From the first day of one stretch to the last day of another, both included."""

    first: Stretch
    last: Stretch


@dataclass(frozen=True, slots=True)
class Following:
    """The n-th unit after the one in which a stretch ends: «месяц, следующий за кварталом»."""

    unit: Unit
    count: int
    of: Stretch


@dataclass(frozen=True, slots=True)
class Offset:
    """The day so many units after a stretch ends, or before it begins if the count is negative.

    Of weekdays, the n-th one behind the stretch: «первый понедельник после 1 сентября».
    The day of the event itself is not counted (ГК 191).
    """

    count: int
    unit: Unit
    of: Stretch


@dataclass(frozen=True, slots=True)
class PaschalDay:
    """A day that moves with Orthodox Easter: so many days after it, or before it if the count is negative."""

    days: int
    """49 is Trinity, 0 Easter itself."""
    of: Stretch
    """The year."""


NamedYear: TypeAlias = Year | AcademicYear
"""A year that the phrase names."""


@dataclass(frozen=True, slots=True)
class Season:
    """A span or a day to which the plan, the directory or the profile gives a name: «осенние каникулы»."""

    name: str
    """As `seasons` writes it."""
    ordinal: int = 0
    """Which of several in one year, «II четверть», from 1; negative from the end, 0 is each of them."""
    year: Year | AcademicYear | None = None
    """«осенние каникулы 2024 года»; `None` is every year of the plan."""
    words: str = field(default="", compare=False)
    """Its name as the phrase declines it."""


Root: TypeAlias = Year | AcademicYear | Current | Season
"""What no larger stretch holds."""
Stretch: TypeAlias = Root | NthOf | Between | Following | Offset | PaschalDay


THIS_YEAR = Current(Unit.YEAR)
THIS_MONTH = Current(Unit.MONTH)
SOME_PERIOD = Current(Unit.PERIOD)
"""What nobody named: which of them it is, the recurrence or the plan says."""
MONTH_OF_PLAN = NthOf(Unit.MONTH, 1, Current(Unit.PLAN))
"""What bare numbers of days are of, «3, 10, 17»: the month that a plan for one month is for."""


class Bound(StrEnum):
    """How a moment limits the work."""

    WITHIN = "within"
    """The bare stretch, «в», «в течение»: any day of it."""
    UNTIL = "until"
    """«до»: whether the day itself counts is a policy."""
    NOT_LATER = "not_later"
    """«не позднее», «по», «включительно»: the day counts."""
    BY = "by"
    """«к»: ready when the day begins."""
    FROM = "from"
    """«с», «начиная с»: from the first day of the stretch, no end named."""


WINDOWS = frozenset({Bound.WITHIN, Bound.FROM})
"""Bounds that limit the first day as well as the last."""
LIMITS = frozenset({Bound.UNTIL, Bound.NOT_LATER, Bound.BY})
"""Bounds that limit the last day alone."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar and how it limits the work."""

    stretch: Stretch
    bound: Bound = Bound.WITHIN
    span: Span = field(default=Span(0, 0), compare=False)
    """Its words in the phrase."""

    def at(self, stretch: Stretch) -> Moment:
        """The same words, understood as another stretch."""
        return self if stretch is self.stretch else Moment(stretch, self.bound, self.span)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often: FREQ and INTERVAL of RFC 5545, with the units that Russian plans count in."""

    unit: Unit
    interval: int = 1
    """Every n-th unit: 3 for «раз в три года»."""
    times: int = 1
    """Times a unit: 2 for «два раза в год»."""
    season: Season | None = None
    """What comes again if the unit is `Unit.SEASON`: «раз в смену»; `None` of other units."""


EACH = {unit: Recurrence(unit) for unit in Unit}
"""«Ежемесячно», «ежегодно»: once in each unit."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One or several moments, each meant once."""

    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Recurring:
    """A series."""

    recurrence: Recurrence
    moments: tuple[Moment, ...] = ()
    """When in each period; empty if only the periodicity is named."""
    within: Moment | None = None
    """The stretch of the series: «ежемесячно с сентября по май»; `None` is the whole plan."""
    without: tuple[Moment, ...] = ()
    """Days on which it does not come, or seasons of the plan: «кроме 8 июля», «кроме каникул»."""


class Direction(StrEnum):
    """On which side of the event."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time (ГК 192)."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Relative:
    """Counted from an event whose day the calendar does not know."""

    event: str | None
    """The event in the words of the phrase; `None` if the phrase names none."""
    offset: Duration | None = None
    """How far from the event; `None` if the phrase does not say."""
    direction: Direction | None = None
    """`None` if the phrase names only the event itself."""
    bound: Bound = Bound.NOT_LATER
    """How the counted day limits the work: «в течение 5 дней после» is not later than it, «через 5 дней
    после» within it, «не ранее чем через 5 дней после» from it on."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """By a schedule or plan that is another document."""

    schedule: str
    """The reference in the words of the phrase."""


@dataclass(frozen=True, slots=True)
class OnDemand:
    """When asked or needed."""

    condition: str
    """The condition in the words of the phrase."""


@dataclass(frozen=True, slots=True)
class Continuous:
    """All the time, without an end."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Words in which no deadline was found, or a date that does not exist."""

    text: str


TimeRule: TypeAlias = Dated | Recurring | Relative | Scheduled | OnDemand | Continuous | Unreadable


class Role(StrEnum):
    """What a stretch of the phrase was understood as."""

    PERIODICITY = "periodicity"
    MOMENT = "moment"
    YEARS = "years"
    EVENT = "event"
    SCHEDULE = "schedule"
    CONDITION = "condition"
    CONTINUOUS = "continuous"
    AUDIENCE = "audience"
    PURPOSE = "purpose"
    NOTE = "note"
    UNKNOWN = "unknown"


class Mark(NamedTuple):
    """What a stretch of the phrase was understood as, and where it stands."""

    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class DeadlineClause:
    """One rule of a deadline, and to whom it is said."""

    rule: TimeRule
    audience: str = ""
    """Those who keep this deadline, as printed; empty is everybody the measure names."""
    purpose: str = ""
    """What is due then («отчёт за полугодие»); empty is the measure itself."""
    notes: tuple[str, ...] = ()
    """Words that are no part of the date."""
    time: dt.time | None = None
    """When on its day it begins, local time; `None` if the phrase names no hour."""
    end_time: dt.time | None = None
    """When on its day it ends, or the hour of a last day, «до 12:00 10 июня»; `None` if it names none."""
    place: str = ""
    """Where it happens, in the words of the phrase; empty if it names no place."""
    occasion: str = ""
    """The holiday by whose name the phrase calls its day: «День Победы»; empty if it names none."""
    weekdays: tuple[Unit, ...] = ()
    """The weekdays printed beside its day, or beside the two ends of its range; empty if there are none."""
    span: Span = field(default=Span(0, 0), compare=False)
    """From the first to the last word of the clause."""
    marks: tuple[Mark, ...] = field(default=(), compare=False)
    """Its understood parts in the order of the phrase."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline phrase as it was read."""

    file: SourceFile = field(compare=False)
    """The phrase, printed in the plan exactly so; diagnostics are placed in it."""
    clauses: tuple[DeadlineClause, ...]
    """In the order of the phrase, at least one."""

    @property
    def text(self) -> str:
        """The phrase as printed."""
        return self.file.text
