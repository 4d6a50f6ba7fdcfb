"""The measure table, and what a measure shares with a clause: its deadlines."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar, cast

from roadmapc.deadline.ast import Deadline
from roadmapc.deadline.from_fields import Fields, read_fields
from roadmapc.deadline.from_text import read
from roadmapc.model.amendment import ProvisionName
from roadmapc.model.codes import JOINED_OTHERWISE, ONLY_AS_SIGNED, UNDECLARED_COLUMN, UNREAD_MARK
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.executors import read_executors
from roadmapc.model.from_tree.fields import (
    cells_of,
    mappings,
    number_of,
    optional_scalar,
    scalar,
    scalars,
    text_of,
    values_of,
)
from roadmapc.model.from_tree.lines import blocks_of
from roadmapc.model.from_tree.measure_cells import Totals, read_cells
from roadmapc.model.from_tree.measure_columns import FIELDS, KNOWN, MeasureColumns, read_columns
from roadmapc.model.from_tree.table_fields import notes_of, orientation_of
from roadmapc.model.plan import Measure, MeasureId, Measures, Section, SectionId, Term
from roadmapc.model.printed import cell_text, paragraphs
from roadmapc.model.provision import ProvisionKind
from roadmapc.schema.registry import integer_fields
from roadmapc.syntax.locate import relocated
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text import blocks
from roadmapc.text.blocks import Block

T = TypeVar("T")
_MARKS = frozenset("хХxX+vV✓✔")
"""What stands in a column of a quarter or of a month for «by its end»."""


def read_measures(context: Context, node: MappingNode) -> Measures:
    """The table of a node with `columns`, which may be missing, and `sections`."""
    table = read_columns(context, node.get("columns"))
    terms = {key: read_terms(context, written) for key, written in table.terms.items()}
    columns = tuple(
        column._replace(term=terms[column.key][0]) if column.key in terms else column
        for column in table.columns
    )
    table = table._replace(columns=columns)
    reader = _TableReader(context, table, node)
    return Measures(
        columns=table.columns,
        sections=reader.sections(node, "", 1),
        heads=table.heads,
        origin=node,
        total=reader.totals.read(node),
        notes=notes_of(context, node),
        has_column_numbers="column_numbers" in node.fields,
        orientation=orientation_of(node),
    )


class _TableReader:
    """Sections and measures of one table."""

    def __init__(self, context: Context, table: MeasureColumns, node: MappingNode) -> None:
        self._context = context
        self._columns = table.columns
        self._keys = frozenset(column.key for column in table.columns)
        self._of_time = tuple(column for column in table.columns if column.term is not None)
        self._rows = context.rows_of(table.columns) if context.memo.is_kept and context.days is None else None
        """`None` where rows may have names of other days, or where no other text will come."""
        self._printed = read_cells(context, table, node)
        self.totals = Totals(context, table.columns, self._printed)

    def sections(self, node: MappingNode, prefix: str, level: int) -> tuple[Section, ...]:
        nodes = mappings(node, "sections")
        return tuple(
            self._named(ProvisionKind.SECTION, child, partial(self._section, child, f"{prefix}{at}", level))
            for at, child in enumerate(nodes, start=1)
        )

    def _named(self, kind: ProvisionKind, node: MappingNode, read: Callable[[], T]) -> T:
        if self._context.days is None:  # names are the same in all units
            return read()
        return self._context.unit(ProvisionName(kind, text_of(node.get("id"))), read)

    def _section(self, node: MappingNode, ordinal: str, level: int) -> Section:
        """A section without a title is no step of the numbers: its measures count from 1."""
        title = self._context.field(node, "title")
        typed = number_of(node)
        number = ordinal if typed is None else typed.rstrip(".")
        prefix = f"{ordinal}." if title and number else ""
        return Section(
            id=SectionId(self._context.unique("section", scalar(node, "id"))),
            number=number if title else "",
            title=title,
            level=level,
            measures=tuple(self._measures(node, prefix)),
            sections=self.sections(node, prefix, level + 1),
            origin=node,
            total=self.totals.read(node),
            label=typed if self._context.is_as_signed else None,
        )

    def _measures(self, node: MappingNode, prefix: str) -> Iterator[Measure]:
        """A row whose number cell is joined to that of the row above is no step of the numbers either."""
        above: Measure | None = None
        typed: str | None = None
        count = 0
        for child in mappings(node, "measures"):
            joined = [text_of(key) for key in scalars(child, "joined")]
            own = number_of(child)
            if own is not None:
                number, typed = own.rstrip("."), own
            elif "number" in joined and above is not None:
                number = above.number
            else:
                number, typed = self._given(f"{prefix}{count + 1}"), None
            count += "number" not in joined or above is None
            name = self._context.unique("measure", scalar(child, "id"))
            read = partial(self._measure, child, name, number, typed)
            if self._rows is None or "cells" in child.fields:
                measure = self._named(ProvisionKind.MEASURE, child, read)
            else:
                measure = self._context.read_once(self._rows, child, (number, typed), read)
            self._check_joined(measure, above)
            yield measure
            above = measure

    def _given(self, number: str) -> str:
        """The number of a row that says none; empty where a signed act prints none: nobody refers to it."""
        return "" if self._context.is_as_signed and "number" not in self._keys else number

    def _measure(self, node: MappingNode, name: str, number: str, typed: str | None) -> Measure:
        context = self._context
        self._check_columns(node)
        return Measure(
            id=MeasureId(name),
            number=number,
            text=blocks_of(context, scalar(node, "measure")),
            terms=(*read_terms(context, node.get("deadline")), *self._marked(node)),
            executors=read_executors(context, node),
            participants=tuple(map(context.participant, scalars(node, "participants"))),
            document=context.field(node, "document"),
            result=self._result(node),
            cells=tuple((key, self._printed[cell.start]) for key, cell in cells_of(node) if key not in KNOWN),
            origin=node,
            joined=tuple(map(text_of, scalars(node, "joined"))),
            as_signed=self._as_signed(node, typed) if context.is_as_signed else None,
        )

    def _as_signed(self, node: MappingNode, number: str | None) -> tuple[tuple[str, tuple[Block, ...]], ...]:
        """The cells that a signed act prints as they are typed, its number with them."""
        typed = {"number": paragraphs(number)} if number is not None else {}
        document = optional_scalar(node, "document")
        typed |= {"document": blocks_of(self._context, document)} if document else {}
        typed |= {key: blocks_of(self._context, cell) for key, cell in cells_of(node)}
        return tuple(typed.items())

    def _result(self, node: MappingNode) -> tuple[Block, ...]:
        value = node.get("result")
        if isinstance(value, SequenceNode):
            texts = self._context.fields(node, "result")
            return paragraphs(*texts) if self._context.is_as_signed else blocks.lettered(texts)
        return blocks_of(self._context, value) if isinstance(value, ScalarNode) else ()

    def _marked(self, node: MappingNode) -> Iterator[Term]:
        """The deadlines that marks in columns of quarters or months set, from left to right."""
        written = dict(cells_of(node)) if self._of_time else {}
        for column in self._of_time:
            cell = written.get(column.key)
            text = text_of(cell).strip(" -–—")
            if cell is None or not text:
                continue
            if text in _MARKS:
                assert column.term is not None, "a column of time has a deadline"
                yield column.term
            else:
                message = f"«{text}» в графе «{column.heading}» – не отметка"
                hint = "срок в такой графе отмечают знаком «х»; пустая ячейка и тире – срока нет"
                self._context.report(UNREAD_MARK, message, cell.span, hint)

    def _check_columns(self, node: MappingNode) -> None:
        """What stands in no column would be lost in print."""
        names = node.fields.keys() - self._keys
        undeclared = [(field, node) for field in FIELDS if field in names]
        cells = node.get("cells")
        if isinstance(cells, MappingNode):
            undeclared += [(key, cells) for key in cells.fields.keys() - self._keys]
            is_draft = not self._context.is_as_signed
            for key in sorted(KNOWN & cells.fields.keys()) if is_draft else ():
                message = f"у графы «{key}» есть своё поле, в cells её слова пишет только подписанный акт"
                hint = f"перенесите их в поле «{key}» мероприятия"
                self._context.report(ONLY_AS_SIGNED, message, cells.key_span(key), hint)
        for key, holder in undeclared:
            message = f"для поля «{key}» в таблице нет графы"
            hint = f"добавьте в columns приложения строку «{key}: …» или уберите поле"
            self._context.report(UNDECLARED_COLUMN, message, holder.key_span(key), hint)

    def _check_joined(self, measure: Measure, above: Measure | None) -> None:
        """A cell that is joined to the one above is not printed, so it may say nothing else."""
        for node in scalars(measure.origin, "joined") if measure.joined else ():
            key = text_of(node)
            if above is None:
                reason = "над строкой нет другой строки раздела"
            elif self._keys <= set(measure.joined):
                reason = "своих ячеек у строки не осталось"
            elif key not in self._keys:
                reason = f"графы «{key}» в таблице нет"
            elif cell_text(measure, key) != cell_text(above, key):
                reason = f"в графе «{key}» у строк разное"
            else:
                continue
            message = f"ячейку не объединить с верхней: {reason}"
            hint = "повторите в этой строке содержание верхней или уберите имя графы из joined"
            self._context.report(JOINED_OTHERWISE, message, node.span, hint)


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
