"""The plan in the words of its documents."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import assert_never

from roadmapc.model.amendment import Acts
from roadmapc.model.plan import (
    Appendix,
    AppendixPart,
    CalendarPlan,
    Heading,
    Measures,
    Passport,
    Plan,
    Prose,
    Table,
)
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import TITLE, of_provision
from roadmapc.render.document import notes, requisites
from roadmapc.render.document.calendar_plan import calendar_plan
from roadmapc.render.document.clauses import operative_part
from roadmapc.render.document.digest import content_digest
from roadmapc.render.document.marks import Gone, Marks, woven
from roadmapc.render.document.prose import prose
from roadmapc.render.document.rows import measures
from roadmapc.render.document.view import (
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
    marks = Marks(plan)
    view = OrderView(
        is_draft=not order.is_final,
        head=requisites.head(plan),
        date=requisites.date_of(order, wording),
        number=requisites.number_of(order),
        place=order.place,
        title=order.title,
        preamble=order.preamble,
        clauses=tuple(operative_part(order, wording, marks)),
        signature=requisites.signature(order, wording),
        executor_mark=requisites.executor_mark(order.executor_mark),
        distribution=tuple(map(requisites.copies, order.distribution)),
        appendices=tuple(_Printer(plan, calendar, marks).appendices()),
        approval=tuple(requisites.signatory(official, wording) for official in order.approval),
        acquaintance=tuple(requisites.signatory(official, wording) for official in order.acquaintance),
        author=requisites.issuer(plan),
        created=f"{created.isoformat()}T00:00:00Z",
        digest=content_digest(plan),
    )
    return _edition(view, plan.amendments, marks) if plan.amendments else view


def _edition(view: OrderView, acts: Acts, marks: Marks) -> OrderView:
    """The consolidated edition: with the list of acts, without what only a signed copy has."""
    return replace(
        view,
        amendments=(notes.history(acts), *marks.of(TITLE)),
        acts=tuple(map(notes.act_view, acts)),
        executor_mark=(),
        distribution=(),
        approval=(),
        acquaintance=(),
    )


class _Printer:
    """Appendices with their notes."""

    def __init__(self, plan: Plan, calendar: PlanCalendar, marks: Marks) -> None:
        self._plan = plan
        self._calendar = calendar
        self._marks = marks

    def appendices(self) -> Iterator[AppendixView]:
        """Appendices with those that lost force, which keep their sheets."""
        gone = self._marks.gone(ProvisionKind.APPENDIX)
        for appendix in woven(self._plan.appendices, gone, lambda each: each.number):
            if isinstance(appendix, Gone):
                wording = self._plan.profile.wording
                mark = requisites.numbered_mark(self._plan.order, appendix.number, wording)
                yield AppendixView(mark, "", (appendix.note,))
            else:
                yield self._appendix(appendix)

    def _appendix(self, appendix: Appendix) -> AppendixView:
        mark = requisites.appendix_mark(self._plan.order, appendix, self._plan.profile.wording)
        gone = self._marks.gone(ProvisionKind.SECTION, appendix.id)
        first = next((part for part in appendix.parts if isinstance(part, Measures)), None)
        parts = (self._part(part, gone if part is first else ()) for part in appendix.parts)
        return AppendixView(mark, appendix.title, (*self._marks.of(of_provision(appendix)), *parts))

    def _part(self, part: AppendixPart, gone: Sequence[Gone]) -> PartView:
        """`gone` are the sections of a table that lost force."""
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
                return measures(part, self._plan.profile.wording, self._marks, gone)
            case CalendarPlan():
                return calendar_plan(self._calendar, self._plan.profile.wording)
            case _:
                assert_never(part)
