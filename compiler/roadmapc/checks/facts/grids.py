"""Plain tables as they are written: what stands over each cell, and where each cell is."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.checks.texts import Text
from roadmapc.diagnostics.diagnostic import Place
from roadmapc.model.from_tree.fields import cells_of, is_taken, items, mappings, scalar, text_of
from roadmapc.model.plan import Measure, Measures, Plan
from roadmapc.model.sums import FILLED, RowKind
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

_FIELDS = frozenset(("number", "measure", "deadline", *Measure._fields))
"""Columns of a table of measures that are not free."""


class Grid(NamedTuple):
    """A plain table, or the free columns of a table of measures after the column of measures."""

    title: str
    """Of its appendix."""
    heads: tuple[tuple[str, ...], ...]
    """What is printed over each column, from the top level to the column's own head."""
    rows: tuple[tuple[Text, ...], ...]
    """Its cells; a row that has too few or too many is left out, since nobody knows what is under what.

    A place that another cell takes, and every cell that the program fills, has no words.
    """
    kinds: tuple[RowKind | None, ...]
    """What each row is to the totals; `None` where the author did not say."""
    places: tuple[Place, ...]
    """Where the heading of each column of a plain table is written; none of free columns."""
    summed: frozenset[int] = frozenset()
    """Columns that the author has added up."""


def grids(plan: Plan) -> Iterator[Grid]:
    """The tables of all appendices in the order of writing."""
    for appendix in plan.appendices:
        for part in mappings(appendix.origin, "parts"):
            table = part.get("table")
            if isinstance(table, MappingNode):
                yield _grid(plan, appendix.title, table)
        for measures in appendix.tables:
            yield _free_columns(plan, appendix.title, measures)


def _free_columns(plan: Plan, title: str, table: Measures) -> Grid:
    """Sums of money stand in free columns of a plan: its rows by their measures, which may say «Итого».

    A cell that is not written, or is one with the cell above, has no words.
    """
    free = [column for column in table.columns if column.key not in _FIELDS]
    rows = []
    for measure in (measure for section in table.walk() for measure in section.measures):
        name, own = scalar(measure.origin, "measure"), dict(cells_of(measure.origin))
        nodes = (None if column.key in measure.joined else own.get(column.key) for column in free)
        cells = (Text(node.text if node else "", "cells", node or name, plan.file) for node in nodes)
        rows.append((Text(name.text, "cells", name, plan.file), *cells))
    heads = (("",), *((column.heading,) for column in free))
    return Grid(title, heads, tuple(rows), (None,) * len(rows), ())


def _grid(plan: Plan, title: str, table: MappingNode) -> Grid:
    columns = [path for head in items(table, "columns") for path in _paths(head, ())]
    rows, kinds = [], []
    for node in items(table, "rows"):
        row, kind = _row(plan, node, len(columns))
        if len(row) == len(columns):
            rows.append(row)
            kinds.append(kind)
    summed = frozenset(at for at, column in enumerate(columns) if column.is_summed)
    places = tuple(Place(plan.file, column.node.span) for column in columns)
    heads = tuple(column.path for column in columns)
    return Grid(title, heads, tuple(rows), tuple(kinds), places, summed)


def _row(plan: Plan, node: Node, width: int) -> tuple[tuple[Text, ...], RowKind | None]:
    """The cells of a row of a plain table, as many as were written, and what the author calls the row."""
    cells: Node | None = node
    kind = None
    if isinstance(node, MappingNode):
        filled = next((field for field in FILLED if field in node.fields), None)
        if filled is not None:
            name = node.fields[filled][0]
            return (Text("", "rows", name, plan.file),) * width, filled
        cells = node.get("cells")
        kind = RowKind(text_of(node.get("kind"))) if "kind" in node.fields else None
    texts = (
        Text("" if is_taken(cell) else cell.text, "rows", cell, plan.file)
        for cell in (cells.items if isinstance(cells, SequenceNode) else ())
        if isinstance(cell, ScalarNode)
    )
    return tuple(texts), kind


class _Column(NamedTuple):
    path: tuple[str, ...]
    """The heads over it, its own among them."""
    node: Node
    """Its own heading."""
    is_summed: bool


def _paths(head: Node, above: tuple[str, ...], *, is_summed: bool = False) -> Iterator[_Column]:
    """The columns that a head stands over."""
    if not isinstance(head, MappingNode):
        yield _Column((*above, text_of(head)), head, is_summed)
        return
    path = (*above, text_of(head.get("heading")))
    is_summed = is_summed or "total" in head.fields
    columns = items(head, "columns")
    if not columns:
        yield _Column(path, head.get("heading") or head, is_summed)
    for column in columns:
        yield from _paths(column, path, is_summed=is_summed)
