"""The cells of a table in the places where they are seen, merged ones as one."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.wordprocessing import vocabulary
from roadmapc.wordprocessing.colours import Theme
from roadmapc.wordprocessing.looks import shade_of
from roadmapc.wordprocessing.reading import Cell, Effect
from roadmapc.wordprocessing.room import Span
from roadmapc.wordprocessing.styles import Margins, is_crossed, lines, margins
from roadmapc.wordprocessing.vocabulary import unlisted
from roadmapc.wordprocessing.xml import (
    Element,
    W,
    by_tag,
    child,
    is_on,
    twips,
    unwrapped,
    value,
    whole,
)

_WIDEST = 1000
"""Columns: more of them are no table but an attack on those who count them."""
_PROPERTIES = frozenset(
    f"{W}{name}"
    for name in ("tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sdtPr", "customXmlPr", "tbl", "p")
)
_CELL, _CELL_PROPERTIES = f"{W}tc", f"{W}tcPr"


class CellProperties(NamedTuple):
    """What the properties of a cell come to."""

    span: int
    """Columns of the grid."""
    continues: bool
    """The cell above."""
    follows: bool
    """The cell before."""
    effects: frozenset[Effect]
    """What it does to all of its words: it is deleted, or has a property that nobody has listed."""
    width: int
    """In twips; 0 if it does not say."""
    shade: str
    has_lines: bool
    margins: Margins
    is_turned: bool
    """Whether its lines go up or down."""


class Box(NamedTuple):
    """A cell with what it is read from."""

    cell: Cell
    element: Element
    properties: CellProperties
    span: Span
    """Counted from where the table begins; without a width if the document does not say it."""


class Row(NamedTuple):
    """A row with its cells."""

    element: Element
    boxes: tuple[Box, ...]

    @property
    def width(self) -> int:
        """Of all its cells; 0 if the document does not say."""
        last = self.boxes[-1].span if self.boxes else Span(0, 0)
        return last.left + last.width if all(box.span.width for box in self.boxes) else 0


class _Found(NamedTuple):
    """A cell as the markup has it."""

    element: Element
    properties: CellProperties
    start: int
    """In columns of the grid, as is the next."""
    end: int


class TableReader:
    """Reads the tables of one part."""

    def __init__(self, theme: Theme) -> None:
        """The theme is that of the document."""
        self._theme = theme
        self._known: dict[Element | None, CellProperties] = {}

    def rows(self, table: Element, number: int) -> Iterator[Row]:
        """The rows of a table that is so many-th of the document."""
        elements = list(unwrapped(table, f"{W}tr", _PROPERTIES))
        found = [list(self._found(each)) for each in elements]
        bounds = sorted({bound for row in found for cell in row for bound in (cell.start, cell.end)})
        columns = {bound: at for at, bound in enumerate(bounds)}
        heights = _heights(found)
        grid = _grid(table)
        for at, (element, row) in enumerate(zip(elements, found, strict=True)):
            is_head = is_on(child(element, "trPr", "tblHeader"))
            spans = _spans(element, row, grid)
            boxes = [
                Box(
                    Cell(
                        table=number,
                        row=at,
                        column=columns[start],
                        columns=columns[end] - columns[start],
                        rows=heights.get((at, start), 1),
                        is_head=is_head,
                        is_covered=own.continues or own.follows,
                    ),
                    cell,
                    own,
                    span,
                )
                for (cell, own, start, end), span in zip(row, spans, strict=True)
            ]
            yield Row(element, tuple(boxes))

    def _found(self, row: Element) -> Iterator[_Found]:
        """The cells of a row from left to right."""
        at = min(whole(value(child(row, "trPr", "gridBefore"))), _WIDEST)
        for element in unwrapped(row, _CELL, _PROPERTIES):
            own = self._properties(element.find(_CELL_PROPERTIES))
            yield _Found(element, own, at, at + own.span)
            at += own.span

    def _properties(self, element: Element | None) -> CellProperties:
        known = self._known.get(element)
        if known is None:
            known = self._known[element] = _cell_properties(element, self._theme)
        return known


def _cell_properties(element: Element | None, theme: Theme) -> CellProperties:
    own = by_tag(element)
    width = own.get(f"{W}tcW")
    found = {
        Effect.DELETED: f"{W}cellDel" in own,
        Effect.STRANGE: bool(unlisted(element, vocabulary.CELL)),
        Effect.STRUCK: is_crossed(own.get(f"{W}tcBorders")),
    }
    return CellProperties(
        span=max(1, min(whole(value(own.get(f"{W}gridSpan")), 1), _WIDEST)),
        continues=_goes_on(own.get(f"{W}vMerge")),
        follows=_goes_on(own.get(f"{W}hMerge")),
        effects=frozenset(effect for effect, is_there in found.items() if is_there),
        width=0 if width is None or width.get(f"{W}type") != "dxa" else twips(width.get(f"{W}w")),
        shade=shade_of(own.values(), theme),
        has_lines=any(lines(own.get(f"{W}tcBorders")).values()),
        margins=margins(element),
        is_turned=value(own.get(f"{W}textDirection"), "lrTb") not in vocabulary.LEVEL,
    )


def _grid(table: Element) -> list[int]:
    """Widths of the columns of a grid that holds (17.4.52): of any other, words make them."""
    layout = child(table, "tblPr", "tblLayout")
    if layout is None or layout.get(f"{W}type") != "fixed":
        return []
    return [twips(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]


def _spans(row: Element, cells: list[_Found], grid: list[int]) -> Iterator[Span]:
    """Where the cells of a row stand, by their own widths, else by the grid."""
    before = child(row, "trPr", "wBefore")
    left = 0 if before is None else twips(before.get(f"{W}w"))
    for cell in cells:
        width = cell.properties.width or sum(grid[cell.start : cell.end])
        yield Span(left, width)
        left += width


def _goes_on(merge: Element | None) -> bool:
    return merge is not None and value(merge, "continue") != "restart"


def _heights(found: list[list[_Found]]) -> dict[tuple[int, int], int]:
    """How many rows a cell takes that takes several, by its row and its first column in the grid."""
    heights: dict[tuple[int, int], int] = {}
    above: dict[int, int] = {}
    for at, row in enumerate(found):
        first = {start: above.get(start, at) if own.continues else at for _, own, start, _ in row}
        for start, top in first.items():
            if top < at:
                heights[top, start] = at - top + 1
        above = first
    return heights
