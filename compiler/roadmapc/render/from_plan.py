"""The plan in the words of its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import assert_never

from roadmapc.model.plan import (
    Appendix,
    CalendarPlan,
    Column,
    Heading,
    Measure,
    Measures,
    Part,
    Passport,
    Plan,
    Prose,
    Section,
    Table,
)
from roadmapc.model.printed import executor_text, term_text
from roadmapc.model.profile import Wording
from roadmapc.render import requisites
from roadmapc.render.calendar_plan import calendar_plan
from roadmapc.render.clauses import paragraphs
from roadmapc.render.digest import content_digest
from roadmapc.render.prose import prose
from roadmapc.render.view import (
    AppendixView,
    ColumnView,
    HeadingView,
    MeasureRow,
    MeasuresView,
    OrderView,
    PartView,
    PassportView,
    ProseView,
    SectionRow,
    TableView,
)
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.text.blocks import Block, BlockKind, punctuated


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
        clauses=tuple(paragraph for clause in order.clauses for paragraph in paragraphs(clause)),
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
            columns = tuple(ColumnView(column.key, column.heading) for column in part.columns)
            return MeasuresView(columns, tuple(_rows(part, wording)))
        case CalendarPlan():
            return calendar_plan(calendar, wording)
        case _:
            assert_never(part)


def _rows(table: Measures, wording: Wording) -> Iterator[SectionRow | MeasureRow]:
    cells = [_cell_of(column, wording) for column in table.columns]
    for section in table.walk():
        if section.title:
            yield SectionRow(section_title(section), section.level)
        for measure in section.measures:
            yield MeasureRow(tuple([cell(measure) for cell in cells]))


def section_title(section: Section) -> str:
    """A section's title with its number: «1. Организация»."""
    return f"{section.number}. {section.title}" if section.number else section.title


_Cell = Callable[[Measure], tuple[Block, ...]]


def _cell_of(column: Column, wording: Wording) -> _Cell:
    if column.key == "number" and wording.has_number_stop:
        return lambda measure: _paragraph(f"{measure.number}.")
    return _CELLS.get(column.key) or _free_cell(column.key)


def _free_cell(key: str) -> _Cell:
    return lambda measure: _paragraph(dict(measure.cells).get(key, ""))


def _paragraph(text: str) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, text),) if text else ()


def _deadlines(measure: Measure) -> tuple[Block, ...]:
    return tuple([Block(BlockKind.PARAGRAPH, term_text(term)) for term in measure.terms])


def _executors(measure: Measure) -> tuple[Block, ...]:
    return tuple([Block(BlockKind.PARAGRAPH, executor_text(executor)) for executor in measure.executors])


_CELLS: dict[str, _Cell] = {
    "number": lambda measure: _paragraph(measure.number),
    "measure": lambda measure: punctuated(measure.text),
    "deadline": _deadlines,
    "executors": _executors,
    "participants": lambda measure: _paragraph(", ".join(measure.participants)),
    "document": lambda measure: _paragraph(measure.document),
    "result": lambda measure: punctuated(measure.result),
}
"""What each known column prints of a measure."""
