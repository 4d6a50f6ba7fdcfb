"""The plan in the words of its documents."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from roadmapc.model.plan import Appendix, CalendarPlan, Heading, Measures, Part, Passport, Plan, Prose, Table
from roadmapc.model.profile import Wording
from roadmapc.render import requisites
from roadmapc.render.calendar_plan import calendar_plan
from roadmapc.render.clauses import paragraphs
from roadmapc.render.digest import content_digest
from roadmapc.render.prose import prose
from roadmapc.render.rows import measures
from roadmapc.render.view import (
    AppendixView,
    HeadingView,
    OrderView,
    PartView,
    PassportView,
    ProseView,
    TableView,
)
from roadmapc.schedule.plan_calendar import PlanCalendar


def order_view(plan: Plan, calendar: PlanCalendar, created: date) -> OrderView:
    """Everything the order's document says; `created` dates the file itself.

    `calendar` is what a calendar plan prints: that of the amended plan where the order amends one.
    """
    order, wording = plan.order, plan.profile.wording
    return OrderView(
        is_draft=not order.is_final,
        head=requisites.head(plan),
        date=requisites.date_of(order, wording),
        number=requisites.number_of(order),
        place=order.place,
        title=order.title,
        preamble=order.preamble,
        clauses=tuple(paragraph for clause in order.clauses for paragraph in paragraphs(clause, wording)),
        signature=requisites.signature(order, wording),
        executor_mark=requisites.executor_mark(order.executor_mark),
        distribution=tuple(map(requisites.copies, order.distribution)),
        appendices=tuple(_appendix(plan, calendar, appendix) for appendix in plan.appendices),
        approval=tuple(requisites.signatory(official, wording) for official in order.approval),
        acquaintance=tuple(requisites.signatory(official, wording) for official in order.acquaintance),
        author=requisites.issuer(plan),
        created=f"{created.isoformat()}T00:00:00Z",
        digest=content_digest(plan),
    )


def _appendix(plan: Plan, calendar: PlanCalendar, appendix: Appendix) -> AppendixView:
    wording = plan.profile.wording
    mark = requisites.appendix_mark(plan.order, appendix, wording)
    parts = tuple(_part(part, calendar, wording) for part in appendix.parts)
    return AppendixView(mark, appendix.title, parts)


def _part(part: Part, calendar: PlanCalendar, wording: Wording) -> PartView:
    match part:
        case Heading(text):
            return HeadingView(text)
        case Prose(markdown):
            return ProseView(prose(markdown))
        case Passport(rows):
            return PassportView(rows)
        case Table(heads, rows):
            return TableView(heads, rows)
        case Measures():
            return measures(part, wording)
        case CalendarPlan():
            return calendar_plan(calendar, wording)
        case _:
            assert_never(part)
