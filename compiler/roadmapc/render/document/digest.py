"""The digest of what a plan says: equal for plans that say the same, however they are written down."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import assert_never

from roadmapc.model.organisation import Official
from roadmapc.model.plan import (
    AppendixPart,
    CalendarPlan,
    Clause,
    Executor,
    Head,
    Heading,
    Measure,
    Measures,
    Order,
    Passport,
    Plan,
    Prose,
    Table,
    Term,
)
from roadmapc.render.document import requisites
from roadmapc.text.blocks import Block

_END = "\x1f"
_GROUP = "\x1e"


def content_digest(plan: Plan) -> str:
    """SHA-256, in hexadecimal, of everything the plan says and of the names that it takes from its directory.

    Its profile does not count, nor its history (decision 0015), nor layout and comments of YAML.
    """
    return sha256(_END.join(_words(plan)).encode()).hexdigest()


def _words(plan: Plan) -> Iterator[str]:
    yield from (plan.id, plan.period.first_day.isoformat(), plan.period.last_day.isoformat())
    yield from (*requisites.head(plan), requisites.issuer(plan))
    yield from _order(plan.order)
    for appendix in plan.appendices:
        yield from (_GROUP, appendix.id, appendix.mark, appendix.number, appendix.title)
        for part in appendix.parts:
            yield from _part(part)


def _order(order: Order) -> Iterator[str]:
    yield from (str(order.date), order.number, order.place, order.title, order.preamble)
    yield from (order.author.id, order.author.name, order.author_genitive)
    for clause in order.walk():
        yield from _clause(clause)
    for officials in ((order.signatory,), order.approval, order.acquaintance):
        yield from _officials(officials)
    yield from (_GROUP, *requisites.executor_mark(order.executor_mark))
    for line in order.distribution:
        yield from (_GROUP, line.to, str(line.count))


def _officials(officials: Iterable[Official]) -> Iterator[str]:
    yield _GROUP
    for official in officials:
        yield from (official.id, official.name, official.post)


def _part(part: AppendixPart) -> Iterator[str]:
    match part:
        case Heading(text):
            yield from ("heading", text)
        case Prose(markdown):
            yield from ("prose", markdown)
        case Passport():
            yield from _passport(part)
        case Table():
            yield from _table(part)
        case Measures():
            yield from _measures(part)
        case CalendarPlan():
            yield "calendar plan"
        case _:
            assert_never(part)


def _passport(passport: Passport) -> Iterator[str]:
    yield "passport"
    for name, value in passport.rows:
        yield from (_GROUP, name)
        yield from _blocks(value)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block


def _table(table: Table) -> Iterator[str]:
    yield "table"
    for head in table.columns:
        yield from _head(head)
    for row in table.rows:
        yield from (_GROUP, *row)


def _head(head: Head) -> Iterator[str]:
    yield from (_GROUP, head.text, str(head.is_upward), str(len(head.columns)))
    for column in head.columns:
        yield from _head(column)


def _measures(table: Measures) -> Iterator[str]:
    yield "measures"
    for column in table.columns:
        yield from (column.key, column.heading)
    for section in table.walk():
        yield from (_GROUP, section.id, section.number, str(section.level), section.title)
        for measure in section.measures:
            yield from _measure(measure)


def _clause(clause: Clause) -> Iterator[str]:
    yield from (_GROUP, clause.id, clause.number, str(clause.level), clause.text, clause.approves or "")
    yield from (_GROUP, *clause.paragraphs, _GROUP, clause.marks, *clause.items)
    yield from _officials(() if clause.control is None else (clause.control,))
    if clause.quoted is not None:
        yield from _measures(clause.quoted)
    yield from _executors(clause.executors)
    yield from _terms(clause.terms)


def _measure(measure: Measure) -> Iterator[str]:
    yield from (_GROUP, measure.id, measure.number, measure.document, *measure.participants)
    for blocks in (measure.text, measure.result):
        yield _GROUP
        yield from _blocks(blocks)
    for cell in measure.cells:
        yield from cell
    yield from _executors(measure.executors)
    yield from _terms(measure.terms)


def _executors(executors: tuple[Executor, ...]) -> Iterator[str]:
    for executor in executors:
        yield from (_GROUP, executor.body.id, executor.body.name, executor.body.short, executor.qualifier)
        for unit in executor.units:
            yield from (unit.id, unit.short)


def _terms(terms: tuple[Term, ...]) -> Iterator[str]:
    for term in terms:
        checkpoint = term.checkpoint.text if term.checkpoint else ""
        yield from (_GROUP, term.audience, term.deadline.text, checkpoint)
