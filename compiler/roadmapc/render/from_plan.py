"""The plan in the words of its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from roadmapc.model.organisation import Official
from roadmapc.model.plan import (
    Appendix,
    Clause,
    Column,
    Executor,
    Measure,
    Measures,
    Order,
    Plan,
    Section,
    Term,
)
from roadmapc.render.digest import content_digest
from roadmapc.render.view import (
    AppendixView,
    ColumnView,
    MeasureRow,
    OrderView,
    ParagraphKind,
    ParagraphView,
    SectionRow,
    SignatureView,
    TableView,
)
from roadmapc.text.blocks import Block, BlockKind, punctuated
from roadmapc.text.dates import digits
from roadmapc.text.names import initials_first

DATE_BLANK = "____________"
NUMBER_BLANK = "_____"


def order_view(plan: Plan, created: date) -> OrderView:
    """Everything the order's document says; `created` dates the file itself."""
    order = plan.order
    return OrderView(
        head=_head(plan),
        date=_date(order),
        number=order.number or NUMBER_BLANK,
        place=order.place,
        title=order.title,
        preamble=order.preamble,
        clauses=tuple(paragraph for clause in order.clauses for paragraph in _paragraphs(clause)),
        signature=_signature(order),
        appendices=tuple(_appendix(plan, appendix) for appendix in plan.appendices),
        author=_issuer(plan),
        created=f"{created.isoformat()}T00:00:00Z",
        digest=content_digest(plan),
    )


def _head(plan: Plan) -> tuple[str, ...]:
    author = plan.order.author
    return (plan.organisation.name, author.post if isinstance(author, Official) else author.name)


def _issuer(plan: Plan) -> str:
    author = plan.order.author
    if not isinstance(author, Official):
        return author.name
    return plan.organisation.bodies[author.body].name if author.body else plan.organisation.name


def _date(order: Order) -> str:
    return digits(order.date) if order.date else DATE_BLANK


def _signature(order: Order) -> SignatureView:
    """On an official's own blank the post is not repeated."""
    signatory = order.signatory
    post = "" if order.author == signatory else signatory.post
    return SignatureView(post, initials_first(signatory.name))


def _paragraphs(clause: Clause) -> Iterator[ParagraphView]:
    kind = ParagraphKind.CLAUSE if clause.level == 1 else ParagraphKind.SUBCLAUSE
    yield ParagraphView(kind, f"{clause.number}.", clause.text)
    for text in clause.paragraphs:
        yield ParagraphView(ParagraphKind.CONTINUATION, "", text)
    for at, text in enumerate(clause.items, start=1):
        mark = "." if at == len(clause.items) else ";"
        yield ParagraphView(ParagraphKind.ITEM, "", text + mark)
    for child in clause.clauses:
        yield from _paragraphs(child)


def _appendix(plan: Plan, appendix: Appendix) -> AppendixView:
    order = plan.order
    (table,) = (part for part in appendix.parts if isinstance(part, Measures))
    return AppendixView(
        mark=(
            f"Приложение № {appendix.number}" if appendix.number else "Приложение",
            f"к приказу {order.author_genitive}",
            f"от {_date(order)} № {order.number or NUMBER_BLANK}",
        ),
        title=appendix.title,
        table=TableView(
            columns=tuple(ColumnView(column.key, column.heading) for column in table.columns),
            rows=tuple(_rows(table)),
        ),
    )


def _rows(table: Measures) -> Iterator[SectionRow | MeasureRow]:
    cells = [_cell_of(column) for column in table.columns]
    for section in table.walk():
        if section.title:
            yield SectionRow(section_title(section), section.level)
        for measure in section.measures:
            yield MeasureRow(tuple([cell(measure) for cell in cells]))


def section_title(section: Section) -> str:
    """A section's title with its number: «1. Организация»."""
    return f"{section.number}. {section.title}" if section.number else section.title


_Cell = Callable[[Measure], tuple[Block, ...]]


def _cell_of(column: Column) -> _Cell:
    return _CELLS.get(column.key) or _free_cell(column.key)


def _free_cell(key: str) -> _Cell:
    return lambda measure: _paragraph(dict(measure.cells).get(key, ""))


def _paragraph(text: str) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, text),) if text else ()


def _deadlines(measure: Measure) -> tuple[Block, ...]:
    return tuple([Block(BlockKind.PARAGRAPH, term_text(term)) for term in measure.terms])


def term_text(term: Term) -> str:
    """A deadline as printed, after those whom it binds."""
    phrase = term.deadline.text
    return f"{term.audience}: {phrase}" if term.audience else phrase


def _executors(measure: Measure) -> tuple[Block, ...]:
    return tuple([Block(BlockKind.PARAGRAPH, executor_text(executor)) for executor in measure.executors])


def executor_text(executor: Executor) -> str:
    """An executor as tables print it: name, units in brackets, qualifier after a comma."""
    units = f" ({', '.join(unit.short for unit in executor.units)})" if executor.units else ""
    qualifier = f", {executor.qualifier}" if executor.qualifier else ""
    return f"{executor.body.short}{units}{qualifier}"


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
