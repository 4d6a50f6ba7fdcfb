"""A cell of a table without duties in the file of a plan, by the names of its row and its column."""

from roadmapc.amend.fields import Change, refuse, said
from roadmapc.amend.instructions import Address
from roadmapc.amend.printed_table import named_table
from roadmapc.model.parts import Table
from roadmapc.model.plan import Appendix
from roadmapc.syntax.to_yaml import text
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode


def with_cell(parts: Node, appendix: Appendix, at: Address, change: Change) -> Node | None:
    """The parts of an appendix with one cell changed; `None` if the program fills it with a sum."""
    assert isinstance(parts, SequenceNode), "an appendix with a table has a list of parts"
    table = next(part for part in appendix.parts if isinstance(part, Table))
    part = next(each for each in parts.items if isinstance(each, MappingNode) and each.get("table"))
    assert isinstance(part, MappingNode)
    node = part.get("table")
    assert isinstance(node, MappingNode)
    rows = _with_cell(node.fields["rows"][1], table, at, change)
    if rows is None:
        return None
    changed = part.with_value("table", node.with_value("rows", rows))
    return parts._replace(items=tuple(changed if each is part else each for each in parts.items))


def _with_cell(rows: Node, table: Table, at: Address, change: Change) -> Node | None:
    named = named_table(table)
    assert named is not None, "the table has been named"
    names = [row.name for row in named.rows]
    if at.number not in names or at.column not in named.columns:
        refuse(f"нет строки {at.number} или графы «{at.column}»")
    row, column = names.index(at.number), named.columns.index(at.column)
    assert isinstance(rows, SequenceNode)
    line = rows.items[row]
    cells = line.get("cells") if isinstance(line, MappingNode) else line
    if not isinstance(cells, SequenceNode):  # «{total: Всего}»: its cells are sums
        return None
    cell = cells.items[column]
    # a cell that reaches over this one stands in its place as «<» or «^»
    if table.rows[row].cells[column] is None or not isinstance(cell, ScalarNode):
        refuse("на этом месте стоит другая ячейка, объединённая с этой")
    words = said(change(named.rows[row].cells[column]))
    items = (*cells.items[:column], text(words), *cells.items[column + 1 :])
    new = cells._replace(items=items)
    line = line.with_value("cells", new) if isinstance(line, MappingNode) else new
    return rows._replace(items=(*rows.items[:row], line, *rows.items[row + 1 :]))
