"""The cells of a table in the places where they are seen, merged ones as one."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roadmapc.wordprocessing.reading import Cell
from roadmapc.wordprocessing.xml import Element, W, by_tag, child, is_on, unwrapped, value, whole

_WIDEST = 1000
"""Columns: more of them are no table but an attack on those who count them."""
_PROPERTIES = frozenset(
    f"{W}{name}"
    for name in ("tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sdtPr", "customXmlPr", "tbl", "p")
)
_CELL, _CELL_PROPERTIES, _SPAN = f"{W}tc", f"{W}tcPr", f"{W}gridSpan"
_MERGES = (f"{W}vMerge", f"{W}hMerge")


class Box(NamedTuple):
    """A cell with what it is read from."""

    cell: Cell
    element: Element
    properties: Mapping[str, Element]
    """By their tags."""


class Row(NamedTuple):
    """A row with its cells."""

    element: Element
    boxes: tuple[Box, ...]


class _Found(NamedTuple):
    """A cell as the markup has it."""

    element: Element
    properties: Mapping[str, Element]
    """By their tags."""
    start: int
    """In columns of the grid, as is the next."""
    end: int
    continues: bool
    """The cell above."""
    follows: bool
    """The cell before."""


def rows(table: Element, number: int) -> Iterator[Row]:
    """The rows of a table that is so many-th of the document."""
    elements = list(unwrapped(table, f"{W}tr", _PROPERTIES))
    found = [list(_found(each)) for each in elements]
    bounds = sorted({bound for row in found for cell in row for bound in (cell.start, cell.end)})
    columns = {bound: at for at, bound in enumerate(bounds)}
    heights = _heights(found)
    for at, (element, row) in enumerate(zip(elements, found, strict=True)):
        is_head = is_on(child(element, "trPr", "tblHeader"))
        yield Row(
            element,
            tuple(
                Box(
                    Cell(
                        table=number,
                        row=at,
                        column=columns[each.start],
                        columns=columns[each.end] - columns[each.start],
                        rows=heights.get((at, each.start), 1),
                        is_head=is_head,
                        is_covered=each.continues or each.follows,
                    ),
                    each.element,
                    each.properties,
                )
                for each in row
            ),
        )


def _found(row: Element) -> Iterator[_Found]:
    """The cells of a row from left to right."""
    at = min(whole(value(child(row, "trPr", "gridBefore"))), _WIDEST)
    for element in unwrapped(row, _CELL, _PROPERTIES):
        properties = by_tag(element.find(_CELL_PROPERTIES))
        span = max(1, min(whole(value(properties.get(_SPAN)), 1), _WIDEST))
        continues, follows = map(_goes_on, map(properties.get, _MERGES))
        yield _Found(element, properties, at, at + span, continues, follows)
        at += span


def _goes_on(merge: Element | None) -> bool:
    return merge is not None and value(merge, "continue") != "restart"


def _heights(found: list[list[_Found]]) -> dict[tuple[int, int], int]:
    """How many rows a cell takes that takes several, by its row and its first column in the grid."""
    heights: dict[tuple[int, int], int] = {}
    above: dict[int, int] = {}
    for at, row in enumerate(found):
        first = {cell.start: above.get(cell.start, at) if cell.continues else at for cell in row}
        for start, top in first.items():
            if top < at:
                heights[top, start] = at - top + 1
        above = first
    return heights
