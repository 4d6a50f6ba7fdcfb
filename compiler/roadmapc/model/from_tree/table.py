"""A table without duties: its heads in levels, its rows, its notes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from roadmapc.model.columns import ColumnKind
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import items, text_of
from roadmapc.model.from_tree.merging import Line
from roadmapc.model.from_tree.table_fields import heading_of, kind_of, notes_of, orientation_of
from roadmapc.model.from_tree.table_rows import read_rows
from roadmapc.model.parts import Head, Table, TableCell, TableRow
from roadmapc.model.sums import FILLED, RowKind
from roadmapc.model.table_codes import EMPTY_TABLE, GLUED_CELLS, RAGGED_TABLE, UNREAD_ROW
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.listed import listed
from roadmapc.text.plural import counted

_COMMA = 'название графы с запятой возьмите в кавычки: ["Фамилия, имя", Должность]'
_SHOWN_HEADS = 8
"""Heads that a message lists."""


def read_table(context: Context, node: MappingNode) -> Table:
    """The table with its rows made to fit its columns."""
    nodes = items(node, "columns")
    typed = context.field(node, "unit")
    unit = typed[1:-1] if typed.startswith("(") and typed.endswith(")") else typed
    columns = tuple(_head(context, head, ColumnKind.TEXT, is_summed=False) for head in nodes)
    lines = [line for row in items(node, "rows") for line in _line(context, row)]
    _check_widths(context, node, columns, lines)
    blank = int(text_of(node.get("blank_rows")) or 0)
    if not items(node, "rows") and not blank:
        hint = "добавьте строки (rows) или пустые строки для заполнения (blank_rows)"
        context.report(EMPTY_TABLE, "в таблице нет строк", node.key_span("columns"), hint)
    empty = TableRow(RowKind.ITEM, (TableCell(""),) * sum(head.width for head in columns))
    return Table(
        columns,
        (*read_rows(context, columns, lines, unit), *(empty,) * blank),
        unit=unit,
        notes=notes_of(context, node),
        has_column_numbers="column_numbers" in node.fields,
        orientation=orientation_of(node),
        label=typed if context.is_as_signed else None,
    )


def _head(context: Context, node: Node, kind: ColumnKind, *, is_summed: bool) -> Head:
    """A head and those under it, to which it hands down what it says of its columns."""
    if isinstance(node, ScalarNode):
        return Head(context.text(node), (), False, kind, is_summed)
    assert isinstance(node, MappingNode)
    kind, is_summed = kind_of(context, node, kind, is_summed=is_summed)
    return Head(
        heading_of(context, node),
        tuple(_head(context, head, kind, is_summed=is_summed) for head in items(node, "columns")),
        text_of(node.get("direction")) == "up",
        kind,
        is_summed,
    )


def _line(context: Context, node: Node) -> Iterator[Line]:
    """A row as written; nothing, with a finding, of a set of fields that is no row."""
    if isinstance(node, SequenceNode):
        yield Line(None, node, _cells(node))
        return
    assert isinstance(node, MappingNode)
    is_bold, cells = "look" in node.fields, node.get("cells")
    filled = [field for field in FILLED if field in node.fields]
    said = [*filled, *(["cells"] if cells else [])]
    if len(said) != 1 or ("kind" in node.fields and not cells):
        message = f"строка записана сразу как {' и '.join(said)}" if said[1:] else "в строке нечего печатать"
        hint = "строка – это список ячеек, cells с kind и look или одно из полей group, subtotal, total"
        line = context.file.rest_of_line(node.start)
        context.report(UNREAD_ROW, message, line._replace(end=min(line.end, node.end)), hint)
    elif isinstance(cells, SequenceNode):
        kind = RowKind(text_of(node.get("kind"))) if "kind" in node.fields else None
        yield Line(kind, cells, _cells(cells), is_bold=is_bold)
    else:
        yield Line(filled[0], node, (), context.field(node, filled[0]), is_bold)


def _cells(node: SequenceNode) -> tuple[ScalarNode, ...]:
    return tuple(cell for cell in node.items if isinstance(cell, ScalarNode))


def _is_glued(context: Context, line: Line) -> bool:
    """Whether a comma without a space stands between figures, told: it may have been meant either way."""
    for left, right in pairwise(line.cells):
        is_comma = context.file.text[left.end : right.start] == ","
        if is_comma and left.text[-1:].isdigit() and right.text[:1].isdigit():
            message = f"«{left.text},{right.text}» прочитано как две ячейки"
            decimal = f'дробь возьмите в кавычки: "{left.text},{right.text}"'
            pair = f"две ячейки разделите запятой с пробелом: {left.text}, {right.text}"
            context.report(GLUED_CELLS, message, Span(left.start, right.end), decimal, pair)
            return True
    return False


def _check_widths(
    context: Context, node: MappingNode, columns: tuple[Head, ...], lines: Sequence[Line]
) -> None:
    """Rows of too few or too many cells; if none fits, the heads are wrong, and that is said once."""
    heads = listed([f"«{head.text}»" for head in columns], _SHOWN_HEADS)
    width = sum(head.width for head in columns)
    rows = [line for line in lines if not line.is_filled and not _is_glued(context, line)]
    lengths = sorted({len(line.cells) for line in rows})
    if width not in lengths and len(rows) > 1:
        cells = counted(lengths[0], "ячейка", "ячейки", "ячеек")
        found = f"в каждой строке {cells}" if len(lengths) == 1 else "столько ячеек нет ни в одной строке"
        message = f"граф в таблице {width}: {heads}, а {found}"
        context.report(RAGGED_TABLE, message, node.key_span("columns"), _COMMA)
        return
    for line in rows:
        if len(line.cells) != width:
            cells = counted(len(line.cells), "ячейка", "ячейки", "ячеек")
            message = f"в строке {cells}, а граф в таблице {width}: {heads}"
            context.report(RAGGED_TABLE, message, line.node.span, *_advice(len(line.cells), width, lengths))


def _advice(cells: int, width: int, lengths: Sequence[int]) -> tuple[str, ...]:
    """What may be wrong with a row of so many cells: if no row is as wide as the table, its heads may be."""
    if cells > width:
        return ('текст ячейки с запятой возьмите в кавычки: ["директор, учитель", "12"]',)
    empty = 'пустую ячейку обозначьте пустыми кавычками: ""'
    merged = "место под ячейкой на несколько граф или строк – знаком < или ^ без кавычек"
    return empty, merged if width in lengths else _COMMA
