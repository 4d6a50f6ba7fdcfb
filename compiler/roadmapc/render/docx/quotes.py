"""Rows that an amending order quotes: tables without heads between its clauses."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapc.render.document.view import ColumnView, MeasureRow, QuoteView
from roadmapc.render.docx import oxml
from roadmapc.render.docx.columns import Cell, columns, widths
from roadmapc.render.docx.content import GAP
from roadmapc.render.docx.sheet import Sheet
from roadmapc.render.docx.styles import Face
from roadmapc.render.docx.table import Frame, table
from roadmapc.render.docx.tables import described
from roadmapc.text.blocks import BlockKind

_CAPTION = "Строки в новой редакции"
_TALL = 0.2
"""Share of a page above which a row may split: in running text a gap reads worse than a broken row."""


class _Look(NamedTuple):
    """What tables of the same columns have in common."""

    face: Face
    widths: tuple[int, ...]
    longest: tuple[int, ...]
    """Of each column, the width of its longest word with the margins of the cell, in twips."""


def quotes(views: Sequence[QuoteView], sheet: Sheet) -> Iterator[Iterator[str]]:
    """A table each, in pieces, with the paragraph that Word wants after it; same columns, same widths."""
    groups: dict[tuple[ColumnView, ...], list[tuple[Cell, ...]]] = defaultdict(list)
    for view in views:
        groups[view.columns] += _cells(view)
    looks = {own: _look(len(own), rows, sheet) for own, rows in groups.items()}
    return (_quote(view, looks[view.columns], sheet) for view in views)


def _look(count: int, rows: list[tuple[Cell, ...]], sheet: Sheet) -> _Look:
    """Small type where the words do not fit the page in the usual one; lists have but one size."""
    usual, small = (_in_face(face, count, rows, sheet) for face in (sheet.styles.face, sheet.styles.small))
    fits = sum(usual.longest) <= sheet.page.width
    return usual if fits or any(map(_has_list, rows)) else small


def _in_face(face: Face, count: int, rows: list[tuple[Cell, ...]], sheet: Sheet) -> _Look:
    found = columns([""] * count, rows, face)
    return _Look(face, widths(found, sheet.page.width), tuple(column.longest for column in found))


def _has_list(cells: tuple[Cell, ...]) -> bool:
    return any(block.kind is not BlockKind.PARAGRAPH for cell in cells for block in cell)


def _quote(view: QuoteView, look: _Look, sheet: Sheet) -> Iterator[str]:
    face, across, _ = look
    found = columns([""] * len(across), _cells(view), face)
    description = described(tuple(column.heading for column in view.columns))
    frame = Frame(_CAPTION, description, "", found, across, (face.text,) * len(found), face, _TALL)
    yield from table(frame, view.rows, sheet)
    yield oxml.spacer(gap=GAP)


def _cells(view: QuoteView) -> list[tuple[Cell, ...]]:
    return [row.cells for row in view.rows if isinstance(row, MeasureRow)]
