"""The plan in the words of its documents."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from roadmapc.model.amendment import Acts
from roadmapc.model.plan import CalendarPlan, Heading, Measures, Passport, Plan, Prose, Table
from roadmapc.model.profile import Wording
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import TITLE, of_provision
from roadmapc.render.document import requisites
from roadmapc.render.document.calendar_plan import calendar_plan
from roadmapc.render.document.clauses import operative_part
from roadmapc.render.document.digest import content_digest
from roadmapc.render.document.notes import (
    EditionNotes,
    RemovedProvision,
    act_view,
    history_note,
    with_removed,
)
from roadmapc.render.document.prose import prose
from roadmapc.render.document.rows import measures
from roadmapc.render.document.view import (
    AppendixView,
    CopiesView,
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
    notes = EditionNotes(plan)
    view = OrderView(
        is_draft=not order.is_final,
        head=requisites.head(plan),
        date=requisites.date_of(order, wording),
        number=order.number or requisites.NUMBER_BLANK,
        place=order.place,
        title=order.title,
        preamble=order.preamble,
        clauses=tuple(operative_part(order, wording, notes)),
        signature=requisites.signature(order, wording),
        executor_mark=requisites.executor_mark(order.executor_mark),
        distribution=tuple(CopiesView(line.to, f"{line.count} экз.") for line in order.distribution),
        appendices=tuple(_appendices(plan, calendar, notes)),
        approval=tuple(requisites.signatory(official, wording) for official in order.approval),
        acquaintance=tuple(requisites.signatory(official, wording) for official in order.acquaintance),
        author=requisites.issuer(plan),
        created=f"{created.isoformat()}T00:00:00Z",
        digest=content_digest(plan),
    )
    return _edition(view, plan.amendments, notes) if plan.amendments else view


def _edition(view: OrderView, acts: Acts, notes: EditionNotes) -> OrderView:
    """The consolidated edition: with the list of acts, without what only a signed copy has."""
    return replace(
        view,
        amendments=(history_note(acts), *notes.of(TITLE)),
        acts=tuple(map(act_view, acts)),
        executor_mark=(),
        distribution=(),
        approval=(),
        acquaintance=(),
    )


def _appendices(plan: Plan, calendar: PlanCalendar, notes: EditionNotes) -> Iterator[AppendixView]:
    """Appendices with those that lost force, which keep their sheets."""
    order, wording = plan.order, plan.profile.wording
    for appendix in with_removed(plan.appendices, notes.removed(ProvisionKind.APPENDIX)):
        if isinstance(appendix, RemovedProvision):
            mark = requisites.numbered_mark(order, appendix.number, wording)
            yield AppendixView(mark, "", (appendix.note,))
            continue
        mark = requisites.appendix_mark(order, appendix, wording)
        removed = notes.removed(ProvisionKind.SECTION, appendix.id)
        first = next((part for part in appendix.parts if isinstance(part, Measures)), None)
        parts = [
            measures(part, wording, notes, removed if part is first else ())
            if isinstance(part, Measures)
            else _part(part, calendar, wording)
            for part in appendix.parts
        ]
        yield AppendixView(mark, appendix.title, (*notes.of(of_provision(appendix)), *parts))


def _part(
    part: Heading | Prose | Passport | Table | CalendarPlan, calendar: PlanCalendar, wording: Wording
) -> PartView:
    match part:
        case Heading(text):
            return HeadingView(text)
        case Prose(markdown):
            return ProseView(prose(markdown))
        case Passport(rows):
            return PassportView(rows)
        case Table(heads, rows):
            return TableView(heads, rows)
        case CalendarPlan():
            return calendar_plan(calendar, wording)
