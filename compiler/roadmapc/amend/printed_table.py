"""A table without duties as an amendment names its cells: rows by number or by name, columns by heading."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.model.parts import Head, Table, TableRow
from roadmapc.model.printed import head_text
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
    columns = tuple(_columns(table.columns))
    rows = tuple(_named(row) for row in table.rows)
    names = [row.name for row in rows]
    if len(set(columns)) < len(columns) or len(set(names)) < len(names) or "" in (*columns, *names):
        return None
    heads = " | ".join(map(head_text, table.columns))
    return NamedTable(columns, rows, (table.above, heads, " | ".join(names), *table.notes))


def _columns(heads: tuple[Head, ...]) -> Iterator[str]:
    """Each column by its own heading, or with all over it if another column has the same."""
    paths = [path for head in heads for path in _paths(head)]
    own = [path[-1] for path in paths]
    for path in paths:
        yield path[-1] if own.count(path[-1]) == 1 else ", ".join(path)


def _paths(head: Head) -> Iterator[tuple[str, ...]]:
    if not head.columns:
        yield (head.text,)
    for column in head.columns:
        yield from ((head.text, *path) for path in _paths(column))


def _named(row: TableRow) -> NamedRow:
    """A row under its number, or under its first words in quotes; without a name if it has neither."""
    cells = tuple(" ".join(cell.text.split()) if cell else "" for cell in row.cells)
    first = next(filter(None, cells), "")
    is_number = first == cells[0] and first.rstrip(".").replace(".", "").isdigit()
    if is_number:
        return NamedRow(first.rstrip("."), cells)
    return NamedRow(f"«{first}»" if first and is_balanced(first) else "", cells)
