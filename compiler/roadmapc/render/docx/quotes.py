"""Rows that an amending order quotes: tables without heads between its clauses."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapc.render.document.view import ColumnView, MeasureRow, QuoteView
from roadmapc.render.docx.columns import Cell, columns, widths
from roadmapc.render.docx.formatting import Face, Formatting
from roadmapc.render.docx.oxml import GAP
from roadmapc.render.docx.table import Frame, table
from roadmapc.text.blocks import BlockKind

_CAPTION = "Строки в новой редакции"
_TALL = 0.2
"""Share of a page above which a row may split: in running text a gap reads worse than a broken row."""


class _Look(NamedTuple):
    """What tables of the same columns have in common."""

    face: Face
    widths: tuple[int, ...]


def quotes(views: Sequence[QuoteView], formatting: Formatting) -> Iterator[Iterator[str]]:
    """A table each, in pieces, with the paragraph that Word wants after it; same columns, same widths."""
    rows_of: dict[tuple[ColumnView, ...], list[tuple[Cell, ...]]] = defaultdict(list)
    for view in views:
        rows_of[view.columns] += _cells(view)
    looks = {own: _look(len(own), rows, formatting) for own, rows in rows_of.items()}
    return (_quote(view, looks[view.columns], formatting) for view in views)


def _look(count: int, rows: list[tuple[Cell, ...]], formatting: Formatting) -> _Look:
    """Small type where the words do not fit the page in the usual one; lists have but one size."""
    styles, available = formatting.styles, formatting.page.width
    face, own = styles.face, columns([""] * count, rows, styles.face)
    has_list = any(
        block.kind is not BlockKind.PARAGRAPH for cells in rows for cell in cells for block in cell
    )
    if not has_list and sum(column.longest for column in own) > available:
        face, own = styles.small, columns([""] * count, rows, styles.small)
    return _Look(face, widths(own, available))


def _quote(view: QuoteView, look: _Look, formatting: Formatting) -> Iterator[str]:
    headings = tuple(column.heading for column in view.columns)
    own = columns([""] * len(headings), _cells(view), look.face)
    frame = Frame(_CAPTION, headings, own, look.face, widths=look.widths, tall=_TALL)
    return table(frame, view.rows, formatting, gap=GAP)


def _cells(view: QuoteView) -> list[tuple[Cell, ...]]:
    return [row.cells for row in view.rows if isinstance(row, MeasureRow)]
