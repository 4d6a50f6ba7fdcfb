"""A table without duties as an amendment names its cells: rows by number or by name, columns by heading."""

from typing import NamedTuple

from roadmapc.model.parts import Table, TableRow
from roadmapc.model.printed import column_names, head_text
from roadmapc.text.quotes import is_balanced


class NamedRow(NamedTuple):
    """A row under the name by which it is found."""

    name: str
    """«3» if the first column numbers the rows, else the words of its first cell in quotes."""
    cells: tuple[str, ...]
    """One for each column; empty where another cell reaches over it."""


class NamedTable(NamedTuple):
    """A table whose every cell can be named."""

    columns: tuple[str, ...]
    rows: tuple[NamedRow, ...]
    frame: tuple[str, ...]
    """What can only be restated with the whole: the unit, the heads, which rows there are, the notes."""


def named_table(table: Table) -> NamedTable | None:
    """The table by the names of its rows and columns; `None` if two have the same, or one none."""
    columns = column_names(table.columns)
    rows = tuple(_named(row) for row in table.rows)
    names = [row.name for row in rows]
    if len(set(columns)) < len(columns) or len(set(names)) < len(names) or "" in (*columns, *names):
        return None
    heads = " | ".join(map(head_text, table.columns))
    return NamedTable(columns, rows, (table.above, heads, " | ".join(names), *table.notes))


def _named(row: TableRow) -> NamedRow:
    """A row under its number, or under its first words in quotes; without a name if it has neither."""
    cells = tuple(" ".join(cell.text.split()) if cell else "" for cell in row.cells)
    first = next(filter(None, cells), "")
    is_number = first == cells[0] and first.rstrip(".").replace(".", "").isdigit()
    if is_number:
        return NamedRow(first.rstrip("."), cells)
    return NamedRow(f"«{first}»" if first and is_balanced(first) else "", cells)
