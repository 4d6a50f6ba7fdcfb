"""The calendar of a plan in the words of registers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from zlib import crc32

from roadmapc.calendar.from_deadline import undated_reason
from roadmapc.calendar.to_rrule import rrule
from roadmapc.deadline.ast import Deadline, Recurring
from roadmapc.deadline.to_text import canonical
from roadmapc.model.organisation import Actor, Body, BodyId
from roadmapc.model.plan import Plan, Section, Term
from roadmapc.model.printed import executor_text
from roadmapc.model.provision import ProvisionKind
from roadmapc.render.agenda.brief import brief_text, plan_name
from roadmapc.render.agenda.joint import in_order
from roadmapc.render.agenda.view import (
    NOBODY,
    OTHER_CUSTOM,
    UNDATED,
    AgendaView,
    Assignee,
    DutyView,
    OccurrenceView,
    PlanView,
    UndatedView,
)
from roadmapc.render.document.requisites import DATE_BLANK, NUMBER_BLANK
from roadmapc.render.document.rows import section_title
from roadmapc.schedule.plan_calendar import Duty, Entry, PlanCalendar
from roadmapc.schedule.selection import holders
from roadmapc.text.blocks import in_one_line
from roadmapc.text.dates import digits
from roadmapc.text.letters import capital

CLAUSE_COLOR = "dimgray"
SECTION_COLORS = (
    "steelblue",
    "seagreen",
    "indianred",
    "darkorange",
    "mediumpurple",
    "teal",
    "goldenrod",
    "cadetblue",
    "olivedrab",
    "palevioletred",
)
"""Of CSS, as RFC 7986 wants them; none so pale or so dark that a title on it cannot be read."""


def plan_agenda(calendar: PlanCalendar, *, has_reminders: bool = False) -> AgendaView:
    """The dates of one plan."""
    words = _PlanWords(calendar, has_reminders=has_reminders)
    occurrences, undated = tuple(words.occurrences()), tuple(words.undated())
    return AgendaView(
        title=words.plan.title,
        plans=(words.plan,),
        occurrences=occurrences,
        undated=undated,
        assignees=in_order(each for duty in words.duties.values() for each in duty.assignees),
    )


def _undated(term: Term) -> str:
    """The clauses of a deadline that have no date of their own; empty if all have."""
    deadline = term.controlled
    clauses = tuple(clause for clause in deadline.clauses if undated_reason(clause.rule) is not None)
    return canonical(replace(deadline, clauses=clauses)) if clauses else ""


class _PlanWords:
    """The words of one plan; what is said of a duty or of a deadline is said once for all its days.

    Occurrences share their duties and deadlines of equal phrases are one object, so identity is the key.
    """

    def __init__(self, calendar: PlanCalendar, *, has_reminders: bool) -> None:
        self.plan = _plan_view(calendar.plan)
        self.duties: dict[int, DutyView] = {}
        self._calendar = calendar
        self._organisation = calendar.plan.organisation
        self._posts = Counter(each.post for each in self._organisation.officials.values())
        self._rules: dict[int, str] = {}
        self._recurrences: dict[tuple[int, int], str | None] = {}
        self._first: dict[tuple[int, int, int, str], str] = {}
        """The `uid` of the first occurrence of each series."""
        reminders = calendar.plan.profile.reminders if has_reminders else ()
        self._reminders = sorted(set(reminders), reverse=True)
        """Working days before a due day."""

    def occurrences(self) -> Iterator[OccurrenceView]:
        custom = OTHER_CUSTOM[self._calendar.plan.profile.policy.convention]
        work_calendar = self._calendar.work_calendar
        for entry in self._calendar.entries:
            occurrence, due, uid = entry.occurrence, entry.occurrence.due, entry.uid
            series, recurrence = self._series(entry, uid)
            controlled = entry.term.controlled
            if id(controlled) not in self._rules:
                self._rules[id(controlled)] = canonical(controlled)
            yield OccurrenceView(
                uid=uid,
                duty=self._duty(entry.duty),
                phrase=entry.term.deadline.text,
                rule=self._rules[id(controlled)],
                audience=occurrence.audience,
                first_day=entry.first_day,
                nominal=occurrence.nominal,
                due=due,
                moved=work_calendar.reason(occurrence.nominal) if due != occurrence.nominal else "",
                other_due=occurrence.other_due,
                other_custom=custom if occurrence.other_due else "",
                reminders=tuple([work_calendar.add_working_days(due, -ahead) for ahead in self._reminders]),
                time=occurrence.time,
                end_time=occurrence.end_time,
                time_zone=self._calendar.plan.time_zone,
                place=occurrence.place,
                is_event=occurrence.is_event,
                series=series,
                recurrence=recurrence,
                amended=_amended(entry),
            )

    def undated(self) -> Iterator[UndatedView]:
        for each in self._calendar.undated:
            yield UndatedView(self._duty(each.duty), each.phrase, UNDATED[each.reason], each.uid)

    def _series(self, entry: Entry, uid: str) -> tuple[str, str]:
        """The series of an occurrence and its rule; windows of days differ in length and belong to none."""
        occurrence = entry.occurrence
        recurrence = self._recurrence(entry.term.controlled, occurrence.clause)
        if recurrence is None or occurrence.first_day not in (None, occurrence.nominal):
            return "", ""
        key = id(entry.duty), id(entry.term), occurrence.clause, occurrence.audience
        return self._first.setdefault(key, uid), recurrence

    def _recurrence(self, deadline: Deadline, at: int) -> str | None:
        """The rule of a clause in the words of RFC 5545; `None` if it has none."""
        if (id(deadline), at) not in self._recurrences:
            rule = deadline.clauses[at].rule
            self._recurrences[id(deadline), at] = rrule(rule) if isinstance(rule, Recurring) else None
        return self._recurrences[id(deadline), at]

    def _duty(self, duty: Duty) -> DutyView:
        if id(duty) not in self.duties:
            self.duties[id(duty)] = self._duty_view(duty)
        return self.duties[id(duty)]

    def _duty_view(self, duty: Duty) -> DutyView:
        lines = [executor_text(executor) for executor in duty.executors]
        executors = [self._assignee(actor) for actor in self._now(duty.actors)]
        heads = list(self._heads(self._now(duty.actors)))
        is_clause = duty.kind is ProvisionKind.CLAUSE
        return DutyView(
            plan=self.plan,
            number=duty.number,
            is_clause=is_clause,
            text=duty.text.rstrip(";") if is_clause else duty.text,
            brief=brief_text(duty, self._organisation),
            section=section_title(duty.section) if duty.section else "",
            color=_color(duty.section),
            lead=lines[0] if lines else "",
            others="; ".join(lines[1:]),
            result=in_one_line(duty.result),
            assignees=tuple(dict.fromkeys((*executors, *heads))) or (NOBODY,),
            heads=tuple(head for head in heads if head not in executors),
            appendix=duty.appendix,
            participants=", ".join(duty.participants),
            since=duty.since,
            id=duty.id,
            undated_term="; ".join(filter(None, map(_undated, duty.terms))),
            holders=tuple(dict.fromkeys(holders(duty))),
        )

    def _now(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """A calendar goes to whoever is there now, under the name that is theirs now."""
        directory = self._organisation
        return tuple(
            directory.bodies[actor.id] if isinstance(actor, Body) else directory.officials[actor.id]
            for actor in actors
        )

    def _heads(self, actors: tuple[Actor, ...]) -> Iterator[Assignee]:
        """The officials at the heads of bodies."""
        for actor in actors:
            if isinstance(actor, Body) and actor.head:
                yield self._assignee(self._organisation.officials[actor.head])

    def _assignee(self, actor: Actor) -> Assignee:
        """Bodies and officials are named apart in the directory, so that an id may belong to both.

        Where several hold a post, «учитель», it is nobody's calendar: the name tells whose it is.
        """
        if isinstance(actor, Body):
            return Assignee(actor.id, actor.short, is_official=False)
        apart = "_official" if BodyId(actor.id) in self._organisation.bodies else ""
        post = actor.post if self._posts[actor.post] == 1 else ""
        return Assignee(f"{actor.id}{apart}", post or actor.name, is_official=True)


def _amended(entry: Entry) -> str:
    """That an act has set another day, in the words of a register."""
    if entry.moved is None:
        return ""
    is_later = entry.occurrence.due > entry.moved.former
    verb = "продлён" if is_later else "сокращён"
    return f"срок {verb} {entry.moved.act}, прежний – {digits(entry.moved.former)}"


def _plan_view(plan: Plan) -> PlanView:
    order = plan.order
    day = digits(order.date) if order.date else DATE_BLANK
    controllers = [clause.control for clause in order.walk() if clause.control]
    return PlanView(
        id=plan.id,
        kind=order.kind,
        order=f"{capital(order.kind)} от {day} № {order.number or NUMBER_BLANK}",
        title=order.title,
        name=plan_name(plan),
        ordered=order.date,
        controller="; ".join(official.post or official.name for official in controllers),
    )


def _color(section: Section | None) -> str:
    """By the id, so that a new section does not repaint those after it."""
    if section is None:
        return CLAUSE_COLOR
    return SECTION_COLORS[crc32(section.id.encode()) % len(SECTION_COLORS)]
