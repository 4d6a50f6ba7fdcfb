"""The plan in the words of its documents."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from typing import NamedTuple

from roadmapc.model.amendment import ActName, Acts
from roadmapc.model.parts import (
    CalendarPlan,
    Composition,
    Form,
    Heading,
    MemberGroup,
    Passport,
    Picture,
    Prose,
    Table,
    Verbatim,
)
from roadmapc.model.plan import Clause, ListMarks, Measures, Order, Plan
from roadmapc.model.printed import caption_text, clause_items, standing
from roadmapc.model.profile import Wording
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import PREAMBLE, TITLE, of_clause, of_provision
from roadmapc.render.document import requisites
from roadmapc.render.document.calendar_plan import calendar_plan
from roadmapc.render.document.digest import content_digest
from roadmapc.render.document.links import Bookmarks
from roadmapc.render.document.notes import (
    EditionNotes,
    RemovedProvision,
    act_view,
    ended_by,
    history_notes,
    nature_note,
    with_removed,
)
from roadmapc.render.document.prose import prose, verbatim
from roadmapc.render.document.requisites_view import CopiesView
from roadmapc.render.document.rows import measures, quote
from roadmapc.render.document.view import (
    AppendixView,
    CompositionView,
    FormView,
    HeadingView,
    Link,
    OperativeView,
    OrderView,
    ParagraphKind,
    ParagraphView,
    PartView,
    PassportView,
    PictureView,
    ProseView,
    SeatsView,
    SeatView,
    TableView,
)
from roadmapc.schedule.plan_calendar import PlanCalendar


def order_view(plan: Plan, calendar: PlanCalendar, created: date) -> OrderView:
    """Everything the order's document says; `created` dates the file itself.

    `calendar` is what a calendar plan prints: that of the amended plan where the order amends one.
    """
    order, wording = plan.order, plan.profile.wording
    notes, bookmarks = EditionNotes(plan), Bookmarks(plan)
    view = OrderView(
        is_draft=not order.is_final and not order.is_as_signed,
        kind=order.kind,
        head=requisites.head(plan),
        date=requisites.date_of(order, wording),
        number=order.number or requisites.NUMBER_BLANK,
        place=order.place,
        title=order.title,
        preamble=requisites.preamble(order),
        verb=requisites.command(order),
        clauses=(
            *_typed_preamble(order),
            *notes.of(PREAMBLE),
            *_clauses(order.clauses, "", wording, notes, bookmarks),
        ),
        signatures=tuple(requisites.signature(order, each, wording) for each in order.signatories),
        executor_mark=requisites.executor_mark(order.executor_mark),
        distribution=tuple(CopiesView(line.to, f"{line.count} экз.") for line in order.distribution),
        appendices=tuple(_appendices(plan, calendar, notes, bookmarks)),
        approval=tuple(requisites.signer(signatory, wording) for signatory in order.approval),
        acquaintance=tuple(requisites.signer(signatory, wording) for signatory in order.acquaintance),
        author=requisites.issuer(plan),
        created=f"{created.isoformat()}T00:00:00Z",
        digest=content_digest(plan),
        blank=requisites.blank(plan),
        sitting=order.sitting,
        agreements=tuple(requisites.agreement(each, wording) for each in order.agreed),
        fields=order.fields,
        is_as_signed=order.is_as_signed,
    )
    own = ActName(order.date, order.number) if order.date else None
    return _edition(view, plan.amendments, notes, own) if plan.amendments else view


def _typed_preamble(order: Order) -> Iterator[ParagraphView]:
    """The preamble of a signed act that ends with its own operative word and mark, a paragraph a line."""
    if requisites.is_typed(order):
        for text in order.preamble.split("\n"):
            yield ParagraphView(ParagraphKind.CONTINUATION, "", text)


def _edition(view: OrderView, acts: Acts, notes: EditionNotes, own: ActName | None) -> OrderView:
    """The consolidated edition: with the list of acts, without what only a signed copy has."""
    return replace(
        view,
        amendments=(*history_notes(acts, own), *notes.of(TITLE), nature_note(view.kind, acts)),
        acts=tuple(act_view(act, ended_by(acts, act.name)) for act in acts),
        executor_mark=(),
        distribution=(),
        approval=(),
        acquaintance=(),
        agreements=(),
    )


def _clauses(
    clauses: tuple[Clause, ...], parent: str, wording: Wording, notes: EditionNotes, bookmarks: Bookmarks
) -> Iterator[OperativeView]:
    """The clauses under one of the number `parent`, empty for the outermost, with those that lost force."""
    removed = notes.removed(ProvisionKind.CLAUSE)
    own_removed = [each for each in removed if each.number.rpartition(".")[0] == parent]
    for clause in with_removed(clauses, own_removed):
        if isinstance(clause, RemovedProvision):
            yield clause.note
            continue
        yield from _paragraphs(clause, bookmarks)
        if clause.quoted is not None:
            yield quote(clause.quoted, wording)
        yield from notes.of(of_clause(clause))
        yield from _clauses(clause.clauses, clause.number, wording, notes, bookmarks)


_ITEMS = {ListMarks.DASH: ParagraphKind.ITEM, ListMarks.TYPED: ParagraphKind.CONTINUATION}
"""What items are whose marks count nothing, or stand in their words."""


def _paragraphs(clause: Clause, bookmarks: Bookmarks) -> Iterator[ParagraphView]:
    """The clause's own text; a number that the author wrote with a bracket, «1)», keeps it."""
    number = clause.number if clause.number.endswith(")") else f"{clause.number}."
    if clause.label is not None:
        number = clause.label
    kind = ParagraphKind.CLAUSE if clause.level == 1 else ParagraphKind.SUBCLAUSE
    if not number:
        kind = ParagraphKind.CONTINUATION
    links = partial(bookmarks.from_clause, clause)
    yield ParagraphView(kind, number, clause.text, links(clause.text), bookmarks.of_clause(clause.number))
    for text in clause.paragraphs:
        yield ParagraphView(ParagraphKind.CONTINUATION, "", text, links(text))
    item = _ITEMS.get(clause.marks, ParagraphKind.NUMBERED_ITEM)
    for mark, text in clause_items(clause):
        yield ParagraphView(item, mark, text, links(text))


def _appendices(
    plan: Plan, calendar: PlanCalendar, notes: EditionNotes, bookmarks: Bookmarks
) -> Iterator[AppendixView]:
    """Appendices with those that lost force, which keep their sheets."""
    order, wording = plan.order, plan.profile.wording
    footnotes = count(1)
    for appendix in with_removed(plan.appendices, notes.removed(ProvisionKind.APPENDIX)):
        if isinstance(appendix, RemovedProvision):
            mark = requisites.numbered_mark(order, appendix.number, wording)
            yield AppendixView(mark, "", (appendix.note,))
            continue
        mark = requisites.appendix_mark(order, appendix, wording)
        removed = notes.removed(ProvisionKind.SECTION, appendix.id)
        first = next((part for part in appendix.parts if isinstance(part, Measures)), None)
        reading = _Reading(footnotes, count(1), partial(bookmarks.from_prose, appendix))
        units = bookmarks.of_units(appendix)
        parts = [
            measures(part, wording, notes, removed if part is first else (), units)
            if isinstance(part, Measures)
            else _part(part, calendar, wording, reading)
            for part in appendix.parts
        ]
        marked = bookmarks.of_appendix(appendix.number)
        whole = (*notes.of(of_provision(appendix)), *parts)
        is_as_signed = "wording" in appendix.origin.fields
        yield AppendixView(mark, appendix.title, whole, marked, is_as_signed)


class _Reading(NamedTuple):
    """What parts of an appendix count, and where their words lead."""

    footnotes: Iterator[int]
    """In the whole document."""
    pictures: Iterator[int]
    """In one appendix, which is cited alone: «рисунок 2 приложения № 1» (ГОСТ 7.32, 6.5.6)."""
    links: Callable[[str], tuple[Link, ...]]


def _part(
    part: Heading | Prose | Verbatim | Passport | Table | CalendarPlan | Composition | Form | Picture,
    calendar: PlanCalendar,
    wording: Wording,
    reading: _Reading,
) -> PartView:
    match part:
        case Heading() | Prose() | Verbatim() | Picture() | Form():
            return _text(part, reading)
        case Passport(rows):
            return PassportView(rows)
        case Table():
            return _table(part)
        case Composition(groups):
            return CompositionView(tuple(map(_seats, groups)))
        case CalendarPlan():
            return calendar_plan(calendar, wording)


def _text(
    part: Heading | Prose | Verbatim | Picture | Form, reading: _Reading
) -> HeadingView | ProseView | PictureView | FormView:
    """A part that is set in lines."""
    match part:
        case Heading(text):
            return HeadingView(text)
        case Prose(markdown):
            return ProseView(prose(markdown, reading.footnotes, reading.links))
        case Verbatim(texts):
            return ProseView(verbatim(texts, reading.links))
        case Picture(image, caption, description):
            numbered = f"Рисунок {next(reading.pictures)} – {caption}" if caption else ""
            return PictureView(image, numbered, description)
        case Form(lines):
            return FormView(
                tuple(line._replace(captions=tuple(map(caption_text, line.captions))) for line in lines)
            )


def _seats(group: MemberGroup) -> SeatsView:
    return SeatsView(group.head, tuple(SeatView(each.name, standing(each)) for each in group.members))


def _table(table: Table) -> TableView:
    width = sum(head.width for head in table.columns)
    return TableView(
        heads=table.columns,
        rows=table.rows,
        unit=table.above,
        notes=table.notes,
        numbers=tuple(map(str, range(1, width + 1))) if table.has_column_numbers else (),
        orientation=table.orientation,
    )
