"""A table without duties: its head in levels, its rows."""

from roadmapc.model.codes import RAGGED_TABLE
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import items, text_of
from roadmapc.model.plan import Head, Table
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.plural import counted


def read_table(context: Context, node: Node) -> Table:
    """The table; a row with too few or too many cells is a finding, and is made to fit."""
    assert isinstance(node, MappingNode)
    columns = tuple(_head(context, head) for head in items(node, "columns"))
    width = sum(head.width for head in columns)
    return Table(columns, tuple(_row(context, row, width) for row in items(node, "rows")))


def _head(context: Context, node: Node) -> Head:
    if isinstance(node, ScalarNode):
        return Head(context.text(node), (), is_upward=False)
    assert isinstance(node, MappingNode)
    columns = tuple(_head(context, head) for head in items(node, "columns"))
    return Head(context.field(node, "heading"), columns, text_of(node.get("direction")) == "up")


def _row(context: Context, node: Node, width: int) -> tuple[str, ...]:
    assert isinstance(node, SequenceNode)
    cells = [context.text(cell) if isinstance(cell, ScalarNode) else "" for cell in node.items]
    if len(cells) != width:
        message = f"в строке {counted(len(cells), 'ячейка', 'ячейки', 'ячеек')}, а граф в таблице {width}"
        context.report(RAGGED_TABLE, message, node.span, 'пустую ячейку обозначьте пустыми кавычками: ""')
    return tuple((cells + [""] * width)[:width])
