"""Plain tables as they are written: what stands over each cell, and where each cell is."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.checks.texts import Text
from roadmapc.model.from_tree.fields import items, mappings, text_of
from roadmapc.model.plan import Measure, Measures, Plan
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

_FIELDS = frozenset(("number", "measure", "deadline", *Measure._fields))
"""Columns of a table of measures that are not free."""


class Grid(NamedTuple):
    """A plain table, or the free columns of a table of measures after the column of measures."""

    heads: tuple[tuple[str, ...], ...]
    """What is printed over each column, from the top level to the column's own head."""
    rows: tuple[tuple[Text, ...], ...]
    """Its cells; a row that has too few or too many is left out, since nobody knows what is under what."""


def grids(plan: Plan) -> Iterator[Grid]:
    """The tables of all appendices in the order of writing."""
    for appendix in plan.appendices:
        for part in mappings(appendix.origin, "parts"):
            table = part.get("table")
            if isinstance(table, MappingNode):
                yield _grid(plan, table)
        for measures in appendix.tables:
            yield _free_columns(plan, measures)


def _free_columns(plan: Plan, table: Measures) -> Grid:
    """Sums of money stand in free columns of a plan: its rows by their measures, which may say «Итого»."""
    free = [column for column in table.columns if column.key not in _FIELDS]
    rows = []
    for section in table.walk():
        for measure in section.measures:
            cells, name = measure.origin.get("cells"), measure.origin.get("measure")
            written = [cells.get(column.key) if isinstance(cells, MappingNode) else None for column in free]
            texts = [
                Text(node.text, "cells", node, plan.file)
                for node in (name, *written)
                if isinstance(node, ScalarNode)
            ]
            rows.append(tuple(texts))
    heads = (("",), *((column.heading,) for column in free))
    return Grid(heads, tuple(row for row in rows if len(row) == len(heads)))


def _grid(plan: Plan, table: MappingNode) -> Grid:
    heads = tuple(path for head in items(table, "columns") for path in _paths(head, ()))
    rows = (
        tuple(Text(cell.text, "rows", cell, plan.file) for cell in row.items if isinstance(cell, ScalarNode))
        for row in items(table, "rows")
        if isinstance(row, SequenceNode)
    )
    return Grid(heads, tuple(row for row in rows if len(row) == len(heads)))


def _paths(head: Node, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The heads over each column that a head stands over, its own among them."""
    if not isinstance(head, MappingNode):
        yield (*above, text_of(head))
        return
    path = (*above, text_of(head.get("heading")))
    columns = items(head, "columns")
    if not columns:
        yield path
    for column in columns:
        yield from _paths(column, path)
