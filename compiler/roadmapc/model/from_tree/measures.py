"""The measure table, and what a measure shares with a clause: its executors and its deadlines."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast

from roadmapc.deadline.ast import Deadline
from roadmapc.deadline.from_fields import Fields, read_fields
from roadmapc.deadline.from_text import read
from roadmapc.model.amendment import ProvisionName
from roadmapc.model.codes import UNDECLARED_COLUMN
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import (
    items,
    mappings,
    optional_scalar,
    scalar,
    scalars,
    text_of,
    values_of,
)
from roadmapc.model.plan import Column, Executor, Measure, MeasureId, Measures, Section, SectionId, Term
from roadmapc.model.provision import ProvisionKind
from roadmapc.schema.registry import integer_fields
from roadmapc.syntax.locate import relocated
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text import blocks
from roadmapc.text.blocks import Block

T = TypeVar("T")
_DEFAULT_COLUMNS = (
    Column("number", "№ п/п"),
    Column("measure", "Мероприятие"),
    Column("deadline", "Срок"),
    Column("executors", "Исполнители"),
    Column("result", "Ожидаемый результат"),
)
_CELL_FIELDS = ("deadline", "executors", "participants", "document", "result")
"""Fields of a measure that are printed only if the table has their column."""


def read_measures(context: Context, node: MappingNode) -> Measures:
    """The table of a node with `columns`, which may be missing, and `sections`."""
    declared = node.get("columns")
    columns: tuple[Column, ...] = _DEFAULT_COLUMNS
    if isinstance(declared, MappingNode):
        columns = tuple(Column(key, context.field(declared, key)) for key in declared.fields)
    reader = _TableReader(context, frozenset(column.key for column in columns))
    return Measures(columns, reader.sections(node, "", 1))


class _TableReader:
    """Sections and measures of one table."""

    def __init__(self, context: Context, columns: frozenset[str]) -> None:
        self._context = context
        self._columns = columns

    def sections(self, node: MappingNode, prefix: str, level: int) -> tuple[Section, ...]:
        nodes = mappings(node, "sections")
        return tuple(
            self._named(ProvisionKind.SECTION, child, partial(self._section, child, f"{prefix}{at}", level))
            for at, child in enumerate(nodes, start=1)
        )

    def _named(self, kind: ProvisionKind, node: MappingNode, read: Callable[[], T]) -> T:
        return self._context.unit(ProvisionName(kind, text_of(node.get("id"))), read)

    def _section(self, node: MappingNode, ordinal: str, level: int) -> Section:
        """A section without a title is no step of the numbers: its measures count from 1."""
        title = self._context.field(node, "title")
        number = text_of(node.get("number")).rstrip(".") or ordinal
        prefix = f"{ordinal}." if title else ""
        measures = enumerate(mappings(node, "measures"), start=1)
        return Section(
            id=SectionId(self._context.unique("section", scalar(node, "id"))),
            number=number if title else "",
            title=title,
            level=level,
            measures=tuple(
                self._named(ProvisionKind.MEASURE, child, partial(self._measure, child, f"{prefix}{at}"))
                for at, child in measures
            ),
            sections=self.sections(node, prefix, level + 1),
            origin=node,
        )

    def _measure(self, node: MappingNode, number: str) -> Measure:
        context = self._context
        self._check_columns(node)
        return Measure(
            id=MeasureId(context.unique("measure", scalar(node, "id"))),
            number=text_of(node.get("number")).rstrip(".") or number,
            text=blocks.from_text(context.lines(scalar(node, "measure"))),
            terms=read_terms(context, node.get("deadline")),
            executors=read_executors(context, node),
            participants=tuple(map(context.participant, scalars(node, "participants"))),
            document=context.field(node, "document"),
            result=self._result(node),
            cells=self._cells(node),
            origin=node,
        )

    def _result(self, node: MappingNode) -> tuple[Block, ...]:
        value = node.get("result")
        if isinstance(value, SequenceNode):
            return blocks.lettered(self._context.fields(node, "result"))
        return blocks.from_text(self._context.lines(value)) if isinstance(value, ScalarNode) else ()

    def _cells(self, node: MappingNode) -> tuple[tuple[str, str], ...]:
        cells = node.get("cells")
        if not isinstance(cells, MappingNode):
            return ()
        return tuple((key, self._context.field(cells, key)) for key in cells.fields)

    def _check_columns(self, node: MappingNode) -> None:
        """What stands in no column would be lost in print."""
        undeclared = [(field, node) for field in _CELL_FIELDS if field in node.fields.keys() - self._columns]
        cells = node.get("cells")
        if isinstance(cells, MappingNode):
            undeclared += [(key, cells) for key in cells.fields.keys() - self._columns]
        for key, holder in undeclared:
            message = f"для поля «{key}» в таблице нет графы"
            hint = f"добавьте в columns приложения строку «{key}: …» или уберите поле"
            self._context.report(UNDECLARED_COLUMN, message, holder.key_span(key), hint)


def read_executors(context: Context, node: MappingNode) -> tuple[Executor, ...]:
    """The executors that the directory knows, in the order of writing; none if the field is not there."""
    executors = (_executor(context, item) for item in items(node, "executors"))
    return tuple(executor for executor in executors if executor is not None)


def _executor(context: Context, node: Node) -> Executor | None:
    """A name, or its fields with the units that act; `None`, with a finding, for an unknown body."""
    if isinstance(node, ScalarNode):
        body = context.body(node)
        return Executor(body, (), "", origin=node) if body else None
    assert isinstance(node, MappingNode)
    name = scalar(node, "id")
    body = context.body(name)
    units = [context.body(unit) for unit in scalars(node, "units")]
    known = tuple(unit for unit in units if unit is not None)
    return Executor(body, known, context.field(node, "qualifier"), origin=name) if body else None


def read_terms(context: Context, node: Node | None) -> tuple[Term, ...]:
    """The deadlines of a field: a phrase, its fields, or a list of them; none if it is not there."""
    if node is None:
        return ()
    if isinstance(node, SequenceNode):
        return tuple(term for item in node.items for term in read_terms(context, item))
    if isinstance(node, ScalarNode):
        return (Term(_deadline(context, node), "", None, node, None),)
    phrase = node.get("phrase")
    assert isinstance(phrase, ScalarNode | MappingNode), "the schema requires a phrase or its fields"
    audience = text_of(node.get("audience"))
    checkpoint = optional_scalar(node, "checkpoint")
    term = Term(
        deadline=_deadline(context, phrase, audience),
        audience=audience,
        checkpoint=_deadline(context, checkpoint, audience) if checkpoint else None,
        node=phrase,
        checkpoint_node=checkpoint,
    )
    return (term,)


def _deadline(context: Context, node: ScalarNode | MappingNode, audience: str = "") -> Deadline:
    """A phrase, or the wording of its fields, as it is understood."""
    if isinstance(node, MappingNode):
        fields = cast("Fields", values_of(node, integer_fields("plan")))
        outcome = read_fields([fields], audience=audience, seasons=context.seasons)
    else:
        phrase = text_of(node)
        if (phrase, audience) not in context.deadlines:
            reading = read(phrase, audience=audience, seasons=context.seasons)
            context.deadlines[phrase, audience] = reading
        outcome = context.deadlines[phrase, audience]
    context.problems.extend(relocated(problem, context.file, node) for problem in outcome.diagnostics)
    assert outcome.value is not None, "every deadline has a reading"
    return outcome.value
