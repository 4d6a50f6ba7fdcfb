"""A deadline given as fields instead of a phrase: the other way in, to the same tree.

The fields have passed their JSON Schema; what the schema cannot say (a day that does not exist) is said
here in the words of the phrase that the fields amount to.
"""

from __future__ import annotations

from typing import TypedDict

from roadmapc.deadline.ast import (
    AcademicYear,
    Between,
    Bound,
    Continuous,
    Current,
    Dated,
    Deadline,
    DeadlineClause,
    Direction,
    Duration,
    Following,
    Moment,
    NthOf,
    OnDemand,
    Recurrence,
    Recurring,
    Relative,
    Scheduled,
    Stretch,
    TimeRule,
    Year,
)
from roadmapc.deadline.existence import is_possible
from roadmapc.deadline.from_text import addressed, read
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.to_diagnostics import to_diagnostics
from roadmapc.deadline.to_text import canonical
from roadmapc.deadline.unit import Unit
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span


class StretchFields(TypedDict, total=False):
    """A stretch of the calendar, named from the year down; what is not named is at hand."""

    year: int
    academic_year: int
    """By the calendar year in which it begins."""
    half_year: int
    quarter: int
    months_after: int
    """The n-th month after the period of the series: «месяц, следующий за отчётным»."""
    month: int
    decade: int
    weekday: str
    """«monday» to «sunday»; `nth` says which."""
    working_day: int
    day: int
    nth: int
    """Which weekday; -1 is the last; 1 if absent."""
    last: StretchFields
    """The end of a range that begins here."""


class EventFields(TypedDict, total=False):
    """A term counted from an event."""

    event: str
    count: int
    unit: str
    direction: str
    """«after» if absent."""


class Fields(TypedDict, total=False):
    """One rule; exactly one of its sorts is named."""

    every: str
    interval: int
    times: int
    when: list[StretchFields]
    until: list[StretchFields]
    not_later: list[StretchFields]
    by: list[StretchFields]
    start: StretchFields
    """From when a series goes on, or an open term runs."""
    within: StretchFields
    """During which a series goes on."""
    term: EventFields
    schedule: str
    demand: str
    continuous: bool
    audience: str
    purpose: str


_PARTS = (
    ("half_year", Unit.HALF_YEAR),
    ("quarter", Unit.QUARTER),
    ("month", Unit.MONTH),
    ("decade", Unit.DECADE),
    ("working_day", Unit.WORKING_DAY),
    ("day", Unit.DAY),
)
"""From the largest to the smallest: each is a part of what was named before it."""


def read_fields(
    rules: list[Fields], *, audience: str = "", seasons: tuple[str, ...] = ()
) -> Outcome[Deadline]:
    """The deadline that fields name, with the phrase they amount to as its text; never `None`.

    `audience` is that of every rule which names none itself; `seasons` as in `read`.
    """
    clauses = tuple(
        DeadlineClause(_rule(fields), fields.get("audience", ""), fields.get("purpose", ""))
        for fields in rules
    )
    phrase = canonical(Deadline(SourceFile("срок", ""), clauses))
    deadline = Deadline(SourceFile("срок", phrase), clauses)
    problems = Problems(phrase)
    for clause in clauses:
        for moment in clause.rule.moments if isinstance(clause.rule, Dated | Recurring) else ():
            is_possible(Moment(moment.stretch, moment.bound, Span(0, len(phrase))), problems)
    read_back = read(phrase, seasons=seasons).value
    if read_back == deadline and read_back is not None:
        deadline = read_back  # the same, with the places of its words
    return Outcome(addressed(deadline, audience), to_diagnostics(problems, deadline.file))


def _rule(fields: Fields) -> TimeRule:
    """The sort of rule that the fields name; a date if none of the others."""
    if "every" in fields:
        unit = Unit(fields["every"])
        recurrence = Recurrence(unit, fields.get("interval", 1), fields.get("times", 1))
        return Recurring(recurrence, _moments(fields, unit), _limit(fields))
    if "term" in fields:
        term = fields["term"]
        offset = Duration(term["count"], Unit(term["unit"])) if "count" in term else None
        return Relative(term.get("event"), offset, Direction(term.get("direction", "after")))
    if "schedule" in fields:
        return Scheduled(fields["schedule"])
    if "demand" in fields:
        return OnDemand(fields["demand"])
    return Continuous() if fields.get("continuous") else Dated(_moments(fields, None))


def _limit(fields: Fields) -> Moment | None:
    """How long a series goes on; `None` is the whole plan."""
    if "start" in fields:
        return Moment(_stretch(fields["start"], None), Bound.FROM)
    return Moment(_stretch(fields["within"], None)) if "within" in fields else None


def _moments(fields: Fields, unit: Unit | None) -> tuple[Moment, ...]:
    named = (
        (fields.get("when", []), Bound.WITHIN),
        (fields.get("until", []), Bound.UNTIL),
        (fields.get("not_later", []), Bound.NOT_LATER),
        (fields.get("by", []), Bound.BY),
    )
    moments = [Moment(_stretch(one, unit), bound) for stretches, bound in named for one in stretches]
    if unit is None and "start" in fields:
        moments.append(Moment(_stretch(fields["start"], None), Bound.FROM))
    return tuple(moments)


def _stretch(fields: StretchFields, unit: Unit | None) -> Stretch:
    """The smallest unit named, within the larger ones; `unit` is that of the series."""
    stretch = _root(fields, unit)
    for name, part in _PARTS:
        if name in fields:
            stretch = NthOf(part, fields[name], stretch)  # type: ignore[literal-required]
    if "weekday" in fields:
        stretch = NthOf(Unit(fields["weekday"]), fields.get("nth", 1), stretch)
    return Between(stretch, _stretch(fields["last"], unit)) if "last" in fields else stretch


def _root(fields: StretchFields, unit: Unit | None) -> Stretch:
    if "year" in fields:
        return Year(fields["year"])
    if "academic_year" in fields:
        return AcademicYear(fields["academic_year"])
    if "months_after" in fields:
        return Following(Unit.MONTH, fields["months_after"], Current(unit or Unit.MONTH))
    return Current(_unit_at_hand(fields, unit))


def _unit_at_hand(fields: StretchFields, unit: Unit | None) -> Unit:
    """What the largest unit named is a part of: of a year, else of the period, else of a month."""
    if {"month", "quarter", "half_year"} & fields.keys():
        return Unit.YEAR
    if unit is not None:
        return unit
    if "weekday" in fields:
        return Unit.WEEK
    return Unit.MONTH if {"day", "working_day", "decade"} & fields.keys() else Unit.YEAR
