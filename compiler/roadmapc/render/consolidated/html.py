"""The edition as a page without a script."""

from base64 import b64encode
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.model.columns import ColumnKind
from roadmapc.model.parts import FormLine, Head, TableRow
from roadmapc.model.printed import blocks_text
from roadmapc.render.consolidated.prose import bound, linked, to_html
from roadmapc.render.document import view as views
from roadmapc.render.web import Filters, page
from roadmapc.source.image import Image

KINDS = {
    "note": views.NoteView,
    "section_row": views.SectionRow,
    "note_row": views.NoteRow,
    "total_row": views.TotalRow,
    "measures_view": views.MeasuresView,
    "quote_view": views.QuoteView,
    "heading_view": views.HeadingView,
    "prose_view": views.ProseView,
    "passport_view": views.PassportView,
    "table_view": views.TableView,
    "composition_view": views.CompositionView,
    "form_view": views.FormView,
    "picture_view": views.PictureView,
}
"""What the template asks of a part: `{% if part is note %}`."""


_LINE = "_" * 24
"""A blank to the edge of the line, where nobody fills it in."""


class HeadCell(NamedTuple):
    """A heading (`th`)."""

    text: str
    columns: int
    """How many columns it stands over."""
    rows: int
    """How many levels it goes down."""


def levels(heads: tuple[Head, ...]) -> tuple[tuple[HeadCell, ...], ...]:
    """The rows of a head, from the top."""
    depth = max((head.depth for head in heads), default=0)
    return tuple(tuple(_cells(heads, depth, level)) for level in range(depth))


def _cells(heads: tuple[Head, ...], depth: int, level: int) -> Iterator[HeadCell]:
    """The headings that begin at a level of a head that is `depth` levels deep."""
    for head in heads:
        if level:
            yield from _cells(head.columns, depth - 1, level - 1)
        else:
            yield HeadCell(head.text, head.width, 1 if head.columns else depth)


class FigureCell(NamedTuple):
    """A cell of a table without duties (`td`)."""

    text: str
    columns: int
    rows: int
    is_figure: bool
    """Whether it stands in a column of numbers, which end at one edge."""


def figures(row: TableRow, heads: tuple[Head, ...]) -> Iterator[FigureCell]:
    """The cells of a row, without the places that others take."""
    leaves = (leaf for head in heads for leaf in head.leaves)
    for cell, leaf in zip(row.cells, leaves, strict=True):
        if cell is not None:
            is_figure = leaf.kind in (ColumnKind.NUMBER, ColumnKind.MONEY) and cell.across == 1
            yield FigureCell(*cell, is_figure)


def with_blanks(line: FormLine) -> str:
    """A line of a form; the page has no edge, so its blanks have one length."""
    return " ".join(filter(None, (line.text, *[_LINE] * line.to_edge)))


def _address(image: Image) -> str:
    """The bytes themselves: the page needs no other file (RFC 2397)."""
    return f"data:{image.kind.media_type};base64,{b64encode(image.content).decode()}"


FILTERS: Filters = {
    "bound": bound,
    "cell": blocks_text,
    "prose": to_html,
    "levels": levels,
    "figures": figures,
    "blanks": with_blanks,
    "address": _address,
    "linked": linked,
}
"""How the template has texts, cells, prose, tables, forms, pictures and clauses with links written."""


def html(view: views.OrderView) -> bytes:
    """The whole page."""
    tests = {name: kind.__instancecheck__ for name, kind in KINDS.items()}
    return page("edition", {"view": view}, filters=FILTERS, tests=tests).encode()
