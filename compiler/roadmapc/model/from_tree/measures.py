"""The measure table: sections, measures, numbers."""

from roadmapc.model.codes import UNDECLARED_COLUMN
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.executors import read_executors
from roadmapc.model.from_tree.fields import mappings, scalar, scalars, text_of
from roadmapc.model.from_tree.terms import read_terms
from roadmapc.model.plan import Column, Measure, MeasureId, Measures, Section, SectionId
from roadmapc.syntax.tree import MappingNode, ScalarNode, SequenceNode
from roadmapc.text import blocks
from roadmapc.text.blocks import Block

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
    columns = _columns(context, node)
    reader = _TableReader(context, frozenset(column.key for column in columns))
    return Measures(columns, reader.sections(node, "", 1))


def _columns(context: Context, node: MappingNode) -> tuple[Column, ...]:
    declared = node.get("columns")
    if not isinstance(declared, MappingNode):
        return _DEFAULT_COLUMNS
    return tuple(Column(key, context.field(declared, key)) for key in declared.fields)


class _TableReader:
    """Sections and measures of one table."""

    def __init__(self, context: Context, columns: frozenset[str]) -> None:
        self._context = context
        self._columns = columns

    def sections(self, node: MappingNode, prefix: str, level: int) -> tuple[Section, ...]:
        nodes = mappings(node, "sections")
        return tuple(self._section(child, f"{prefix}{at}", level) for at, child in enumerate(nodes, start=1))

    def _section(self, node: MappingNode, ordinal: str, level: int) -> Section:
        title = self._context.field(node, "title")
        number = text_of(node.get("number")).rstrip(".") or ordinal
        prefix = f"{ordinal}." if title else ""
        return Section(
            id=SectionId(self._context.unique("section", scalar(node, "id"))),
            number=number if title else "",
            title=title,
            level=level,
            measures=self._measures(node, prefix),
            sections=self.sections(node, prefix, level + 1),
            origin=node,
        )

    def _measures(self, node: MappingNode, prefix: str) -> tuple[Measure, ...]:
        nodes = mappings(node, "measures")
        return tuple(self._measure(child, f"{prefix}{at}") for at, child in enumerate(nodes, start=1))

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
        for field in _CELL_FIELDS:
            if field not in self._columns and field in node.fields:
                self._report_column(field, node)
        cells = node.get("cells")
        if isinstance(cells, MappingNode):
            for key in cells.fields.keys() - self._columns:
                self._report_column(key, cells)

    def _report_column(self, key: str, node: MappingNode) -> None:
        message = f"для поля «{key}» в таблице нет графы"
        hint = f"добавьте в columns приложения строку «{key}: …» или уберите поле"
        self._context.report(UNDECLARED_COLUMN, message, node.key_span(key), hint)
