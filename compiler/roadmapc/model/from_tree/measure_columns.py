"""The columns of a measure table: keyed, under heads of up to three levels."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roadmapc.model.codes import UNSUITED_COLUMN
from roadmapc.model.columns import ColumnKind
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.from_tree.table_fields import heading_of, kind_of
from roadmapc.model.parts import Head
from roadmapc.model.plan import Column
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode

FIELDS = ("deadline", "executors", "participants", "document", "result")
"""Fields of a measure that are printed only if the table has their column."""
KNOWN = frozenset(("number", "measure", *FIELDS))
"""Columns whose cells come from fields of the measure; a signed act may say their words itself."""
_OF_CELLS = ("kind", "total", "term")
"""What is said of a column whose cells the author writes himself."""
_DEFAULT = {
    "number": "№ п/п",
    "measure": "Мероприятие",
    "deadline": "Срок",
    "executors": "Исполнители",
    "result": "Ожидаемый результат",
}
_MOST_LEVELS = 3


class MeasureColumns(NamedTuple):
    """What stands over the rows of a measure table."""

    heads: tuple[Head, ...]
    columns: tuple[Column, ...]
    """One for each lowest head, from left to right."""
    paths: tuple[tuple[str, ...], ...]
    """All that stands over each column, from the top: what its numbers count is in it."""
    terms: Mapping[str, ScalarNode]
    """What a mark in a column of that key means, as written."""


class _Leaf(NamedTuple):
    """A column on its way."""

    column: Column
    path: tuple[str, ...]
    """The heads over it, its own last."""


def read_columns(context: Context, node: Node | None) -> MeasureColumns:
    """The columns as written; those of the usual table if the field is not there."""
    if not isinstance(node, MappingNode):
        heads = tuple(Head(heading, (), is_upward=False) for heading in _DEFAULT.values())
        columns = tuple(Column(key, heading) for key, heading in _DEFAULT.items())
        return MeasureColumns(heads, columns, tuple((heading,) for heading in _DEFAULT.values()), {})
    reader = _ColumnReader(context)
    heads = tuple(reader.head(node, key, (), ColumnKind.TEXT, is_summed=False) for key in node.fields)
    columns = tuple(_named_apart(reader.leaves))
    keys = [column.key for column in columns]
    if "measure" not in keys:
        message = "графа measure стала заголовком, и содержание мероприятий не напечатается нигде"
        hint = "назовите общий заголовок иначе, а measure поставьте под него графой"
        context.report(UNSUITED_COLUMN, message, node.key_span("measure"), hint)
    if reader.terms and "deadline" in keys:
        message = "срок сказан дважды: графой deadline и графами с term"
        hint = "оставьте что-то одно: отметки в графах с term – уже сроки"
        context.report(UNSUITED_COLUMN, message, node.key_span("deadline"), hint)
    return MeasureColumns(heads, columns, tuple(leaf.path for leaf in reader.leaves), reader.terms)


class _ColumnReader:
    """Goes through heads, from left to right, collecting columns."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.leaves: list[_Leaf] = []
        self.terms: dict[str, ScalarNode] = {}
        self._met: set[str] = set()

    def head(
        self, holder: MappingNode, key: str, over: tuple[str, ...], kind: ColumnKind, *, is_summed: bool
    ) -> Head:
        """A head, with what it hands down to the columns under it: their kind, that they are summed."""
        _, node = holder.fields[key]
        if key in KNOWN:  # its cells are filled from fields of the measure, whatever stands over it
            kind, is_summed = ColumnKind.TEXT, False
        if not isinstance(node, MappingNode):
            heading = self._context.field(holder, key)
            self._leaf(holder, key, (*over, heading), Column(key, heading, kind, is_summed))
            return Head(heading, (), is_upward=False, kind=kind, is_summed=is_summed)
        kind, is_summed = kind_of(self._context, node, kind, is_summed=is_summed)
        heading = heading_of(self._context, node)
        path, under = (*over, heading), node.get("columns")
        below: tuple[Head, ...] = ()
        if isinstance(under, MappingNode):
            self._check_group(node, path)
            below = tuple(self.head(under, each, path, kind, is_summed=is_summed) for each in under.fields)
        else:
            self._check_field(node, key)
            self._leaf(holder, key, path, Column(key, heading, kind, is_summed))
            term = node.get("term")
            self.terms |= {key: term} if isinstance(term, ScalarNode) else {}
        return Head(heading, below, text_of(node.get("direction")) == "up", kind, is_summed)

    def _leaf(self, holder: MappingNode, key: str, path: tuple[str, ...], column: Column) -> None:
        name = holder.fields[key][0]
        if key in self._met:
            message = f"графа «{key}» уже есть"
            hint = "придумайте графе другое имя: по нему находят её ячейки"
            self._context.report(UNSUITED_COLUMN, message, name.span, hint)
        self._met.add(key)
        self.leaves.append(_Leaf(column, path))

    def _check_field(self, node: MappingNode, key: str) -> None:
        """A column whose cells the program fills from fields of the measure has no kind of its own."""
        for field in _OF_CELLS if key in KNOWN else ():
            if field in node.fields:
                message = f"у графы «{key}» поля «{field}» нет: её ячейки берутся из полей мероприятия"
                hint = "вид, сумма и срок – у свободных граф, которые заполняют в cells"
                self._context.report(UNSUITED_COLUMN, message, node.key_span(field), hint)

    def _check_group(self, node: MappingNode, path: tuple[str, ...]) -> None:
        if "term" in node.fields:
            message = "срок – у графы с отметками, а не у заголовка над графами"
            hint = "перенесите term в каждую из граф под заголовком"
            self._context.report(UNSUITED_COLUMN, message, node.key_span("term"), hint)
        if len(path) >= _MOST_LEVELS:
            message = f"в шапке больше {_MOST_LEVELS} уровней"
            hint = "объедините заголовки: шапку из четырёх уровней не читают"
            self._context.report(UNSUITED_COLUMN, message, node.key_span("columns"), hint)


def _named_apart(leaves: list[_Leaf]) -> Iterator[Column]:
    """Columns of one heading are named with the heads over them: «2026 год, местный бюджет»."""
    names = {
        levels: Counter(", ".join(leaf.path[-levels:]) for leaf in leaves)
        for levels in range(1, _MOST_LEVELS + 1)
    }
    for leaf in leaves:
        own = ((levels, ", ".join(leaf.path[-levels:])) for levels in names)
        name = next((name for levels, name in own if names[levels][name] == 1), ", ".join(leaf.path))
        yield leaf.column._replace(heading=name)
