"""How the dates of one duty came about, link by link."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.occurrence import Expansion, Occurrence
from roadmapc.calendar.to_rrule import rrule
from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.calendar.year import DayKind
from roadmapc.deadline.ast import (
    Between,
    Current,
    Dated,
    Deadline,
    DeadlineClause,
    Recurring,
    Relative,
    TimeRule,
)
from roadmapc.deadline.from_text import read
from roadmapc.deadline.own_act import names_own_act
from roadmapc.deadline.unit import Unit
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.model.plan import Term
from roadmapc.schedule.from_plan import horizon_of
from roadmapc.schedule.plan_calendar import Duty, PlanCalendar


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day off that a deadline was moved over."""

    day: date
    reason: str
    """With the act or the article of the law."""


@dataclass(frozen=True, slots=True)
class DateChain:
    """One date and the words it comes from."""

    occurrence: Occurrence
    words: str
    """The part of the phrase that names it, from its first understood word to the last, as written."""
    clause: DeadlineClause
    counted_from: date | None
    """The day of the order itself if the term runs from it; `None` of other terms."""
    recurrence: str | None
    """RFC 5545; `None` if the rule is no series or has no equal there."""
    days_off: tuple[SkippedDay, ...]
    """From the printed day towards the due one; empty if the deadline was not moved."""
    due_day: str
    """What the due day is, with the norm: short, worked instead of another; empty for a plain working day."""


@dataclass(frozen=True, slots=True)
class TermChain:
    """A phrase with everything that came of it."""

    term: Term
    deadline: Deadline
    """The checkpoint if the author set one, else the phrase."""
    dates: tuple[DateChain, ...]
    expansion: Expansion
    assumptions: tuple[Diagnostic, ...]
    """What law and custom leave open, and how the profile decided it."""


def explain(calendar: PlanCalendar, duty: Duty) -> tuple[TermChain, ...]:
    """The chains of each phrase of the duty."""
    horizon = horizon_of(calendar.plan, calendar.work_calendar)
    names = tuple(rule.name for rule in calendar.plan.seasons)
    return tuple(_term(term, duty, names, horizon, calendar.work_calendar) for term in duty.terms)


def _term(
    term: Term, duty: Duty, seasons: tuple[str, ...], horizon: Horizon, work_calendar: WorkCalendar
) -> TermChain:
    deadline = term.controlled
    expansion = expand(deadline, horizon, work_calendar, duty.row)
    reading = read(deadline.text, audience=term.audience, seasons=seasons)
    assumptions = (*reading.diagnostics, *expansion.diagnostics)
    ordered = horizon.order_date
    dates = tuple(_date(deadline, occurrence, work_calendar, ordered) for occurrence in expansion.occurrences)
    return TermChain(term, deadline, dates, expansion, assumptions)


def _date(
    deadline: Deadline, occurrence: Occurrence, work_calendar: WorkCalendar, ordered: date | None
) -> DateChain:
    clause, kind = deadline.clauses[occurrence.clause], work_calendar.kind(occurrence.due)
    spans = [mark.span for mark in clause.marks] or [clause.span]
    return DateChain(
        occurrence=occurrence,
        words=deadline.text[min(span.start for span in spans) : max(span.end for span in spans)],
        clause=clause,
        counted_from=ordered if _runs_from_act(clause.rule) else None,
        recurrence=rrule(clause.rule) if isinstance(clause.rule, Recurring) else None,
        days_off=tuple(_days_off(occurrence, work_calendar)),
        due_day="" if kind is DayKind.WORKING else work_calendar.reason(occurrence.due),
    )


def _runs_from_act(rule: TimeRule) -> bool:
    """Whether a term begins on the day of the order: «в течение 5 дней со дня подписания приказа»."""
    match rule:
        case Relative():
            return names_own_act(rule.event or "")
        case Dated(moments):
            starts = (moment.stretch for moment in moments)
            firsts = (stretch.first if isinstance(stretch, Between) else stretch for stretch in starts)
            return Current(Unit.ORDER) in firsts
        case _:
            return False


def _days_off(occurrence: Occurrence, work_calendar: WorkCalendar) -> Iterator[SkippedDay]:
    step = timedelta(days=1 if occurrence.due > occurrence.nominal else -1)
    day = occurrence.nominal
    while day != occurrence.due:
        yield SkippedDay(day, work_calendar.reason(day))
        day += step
