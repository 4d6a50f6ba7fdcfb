"""A plan's deadlines expanded over its period."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import uuid5

from roadmapc.calendar.events import NO_COLUMNS, Row
from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.occurrence import Expansion, UndatedReason
from roadmapc.calendar.seasons import season_days
from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.deadline.ast import Deadline
from roadmapc.deadline.codes import BEFORE_ORDER_DROPPED, FORECAST, UNTIL_DAY
from roadmapc.deadline.reading.clock import read_hours
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.memo import NOTHING_KEPT, Memo
from roadmapc.model.codes import EMPTY_APPENDIX
from roadmapc.model.parts import CalendarPlan
from roadmapc.model.plan import Clause, ListMarks, Measure, Plan, Section, Term
from roadmapc.model.provision import ProvisionKind
from roadmapc.schedule.plan_calendar import Duty, Entry, EventName, PlanCalendar, Undated, namespace
from roadmapc.syntax.locate import relocated
from roadmapc.text.blocks import in_one_line
from roadmapc.text.listed import listed

PLACE = "место"
HOURS = "время"
"""How the headings begin of free columns that say where and when."""
SAID_ONCE = frozenset({FORECAST, UNTIL_DAY})
"""How the profile reads every deadline alike: the first place says enough for the whole plan."""

_Remark = tuple[Code, str]
"""What is said once a plan, with the numbers of all it concerns: a code with its words."""


def schedule(plan: Plan, work_calendar: WorkCalendar, memo: Memo = NOTHING_KEPT) -> Outcome[PlanCalendar]:
    """The plan's calendar, with what was noticed about its dates; a `memo` knows dates of phrases."""
    scheduler = _Scheduler(plan, work_calendar, memo)
    for duty in duties(plan):
        scheduler.take(duty)
    return scheduler.outcome()


def horizon_of(plan: Plan, work_calendar: WorkCalendar) -> Horizon:
    """What gives days to the plan's phrases: its period, its order's day, its profile, its seasons."""
    period = plan.period
    horizon = Horizon(period.first_day, period.last_day, plan.order.date, plan.profile.policy)
    return replace(horizon, seasons=season_days(plan.seasons, horizon, work_calendar))


def duties(plan: Plan) -> Iterator[Duty]:
    """What has to be done: clauses of the order that have a deadline, then every measure."""
    for clause in plan.order.walk():
        if clause.terms:
            yield _duty_of_clause(clause)
    has_several = len(plan.tables) > 1
    for appendix in plan.appendices:
        number = appendix.number if has_several else ""
        for table in appendix.tables:
            columns = {column.key: column.heading for column in table.columns}
            for section in table.walk():
                for measure in section.measures:
                    yield _duty_of_measure(section, measure, columns, number)


def _duty_of_clause(clause: Clause) -> Duty:
    # without its list, «подготовить:» asks for nothing
    items = f"{'; '.join(clause.items)}."
    if clause.marks is ListMarks.TYPED:
        items = " ".join(clause.items)
    text = f"{clause.text} {items}" if clause.items else clause.text
    return Duty(
        kind=ProvisionKind.CLAUSE,
        id=clause.name,
        number=clause.number,
        text=text,
        section=None,
        executors=clause.executors,
        result=(),
        terms=clause.terms,
        span=clause.origin.span,
    )


def _duty_of_measure(section: Section, measure: Measure, columns: Mapping[str, str], appendix: str) -> Duty:
    return Duty(
        kind=ProvisionKind.MEASURE,
        id=measure.id,
        number=measure.number,
        text=in_one_line(measure.text),
        section=section,
        executors=measure.executors,
        result=measure.result,
        terms=measure.terms,
        span=measure.origin.span,
        row=_row(measure, columns),
        appendix=appendix,
        participants=measure.participants,
    )


def _row(measure: Measure, columns: Mapping[str, str]) -> Row:
    """The cells of the columns «Место …» and «Время …», which say where and when all of the row happens."""
    if not measure.cells:
        return NO_COLUMNS
    cells = [(columns[key].lower(), text) for key, text in measure.cells if key in columns]
    places = [text for heading, text in cells if heading.startswith(PLACE)]
    hours = [read_hours(text) for heading, text in cells if heading.startswith(HOURS)]
    start, end = hours[0] if hours else (None, None)
    return Row(places[0] if places else "", start, end)


class _Scheduler:
    """Duties in, a calendar out; equal phrases are expanded once."""

    def __init__(self, plan: Plan, work_calendar: WorkCalendar, memo: Memo) -> None:
        self._plan = plan
        self._work_calendar = work_calendar
        self._horizon = horizon_of(plan, work_calendar)
        self._expansions: dict[tuple[int, Row], tuple[Deadline, Expansion]] = memo.of(
            "expansions", (self._horizon, work_calendar)
        )
        """By the identity of the deadline, which is kept, so that no other gets it."""
        self._entries: list[Entry] = []
        self._undated: list[Undated] = []
        self._undated_of: Counter[tuple[ProvisionKind, str]] = Counter()
        """How many undated deadlines each duty has had so far."""
        self._remarks: dict[_Remark, Diagnostic] = {}
        """Each at the first place that it concerns."""
        self._numbers: defaultdict[_Remark, dict[str, None]] = defaultdict(dict)
        """Of the duties that a remark concerns; a set in order."""

    def take(self, duty: Duty) -> None:
        """Add the dates of a duty."""
        if not duty.terms:
            self._take_undated(duty, "", None)
        ordinals: Counter[tuple[str, int]] = Counter()
        for term in duty.terms:
            self._take_term(duty, term, ordinals)

    def _take_term(self, duty: Duty, term: Term, ordinals: Counter[tuple[str, int]]) -> None:
        expansion = self._expand(term.controlled, duty.row)
        for diagnostic in expansion.diagnostics:
            is_once = diagnostic.code in SAID_ONCE or diagnostic.code is BEFORE_ORDER_DROPPED
            remark = (diagnostic.code, "" if is_once else diagnostic.message)
            node = term.checkpoint_node or term.node
            if remark not in self._remarks:
                self._remarks[remark] = relocated(diagnostic, self._plan.file, node)
            self._numbers[remark][duty.reference] = None
        for occurrence in expansion.occurrences:
            key = (occurrence.audience, occurrence.nominal.year)
            ordinals[key] += 1
            name = EventName(self._plan.id, duty.kind, duty.id, *key, ordinals[key])
            self._entries.append(Entry(name, duty, term, occurrence))
        if expansion.undated is not None:
            self._take_undated(duty, term.deadline.text, expansion.undated)

    def _take_undated(self, duty: Duty, phrase: str, reason: UndatedReason | None) -> None:
        key = (duty.kind, duty.id)
        self._undated_of[key] += 1
        name = f"{duty.kind}/{duty.id}/undated/{self._undated_of[key]}"
        self._undated.append(Undated(str(uuid5(namespace(self._plan.id), name)), duty, phrase, reason))

    def _expand(self, deadline: Deadline, row: Row) -> Expansion:
        """Deadlines of equal phrases are one object, so identity is the key, with what their rows say."""
        key = (id(deadline), row)
        if key not in self._expansions:
            self._expansions[key] = deadline, expand(deadline, self._horizon, self._work_calendar, row)
        return self._expansions[key][1]

    def outcome(self) -> Outcome[PlanCalendar]:
        """Everything taken, in order."""
        entries = tuple(sorted(self._entries, key=in_time))
        calendar = PlanCalendar(self._plan, self._work_calendar, entries, tuple(self._undated))
        diagnostics = []
        for remark, first in self._remarks.items():
            units = tuple(self._numbers[remark])
            others = units[1:]
            names_others = others and first.code not in SAID_ONCE
            message = f"{first.message}; то же в {listed(others)}" if names_others else first.message
            diagnostics.append(replace(first, message=message, units=units))
        if not entries and not self._undated:
            diagnostics.extend(_empty_calendar_plans(self._plan))
        return Outcome(calendar, tuple(diagnostics))


def in_time(entry: Entry) -> tuple[dt.date, dt.time]:
    """By what dates are put in order."""
    return entry.occurrence.due, entry.occurrence.time or dt.time.min


def _empty_calendar_plans(plan: Plan) -> Iterator[Diagnostic]:
    for appendix in plan.appendices:
        if CalendarPlan() in appendix.parts:
            place = Place(plan.file, appendix.origin.key_span("kind"))
            message = "в календарном плане ничего нет: ни у пунктов, ни в приложениях нет сроков"
            hint = "уберите это приложение или добавьте мероприятия в другое"
            yield Diagnostic(EMPTY_APPENDIX, message, place, hints=(hint,))
