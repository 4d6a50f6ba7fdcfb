"""The edition as a page without a script."""

from base64 import b64encode
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.model.parts import Head
from roadmapc.model.printed import blocks_text
from roadmapc.render.consolidated.prose import linked, to_html
from roadmapc.render.document import view as views
from roadmapc.render.web import Filters, page
from roadmapc.source.image import Image
from roadmapc.text.typography import bind

KINDS = {
    "note": views.NoteView,
    "section_row": views.SectionRow,
    "note_row": views.NoteRow,
    "measures_view": views.MeasuresView,
    "quote_view": views.QuoteView,
    "heading_view": views.HeadingView,
    "prose_view": views.ProseView,
    "passport_view": views.PassportView,
    "table_view": views.TableView,
    "picture_view": views.PictureView,
}
"""What the template asks of a part: `{% if part is note %}`."""


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


def _address(image: Image) -> str:
    """The bytes themselves: the page needs no other file (RFC 2397)."""
    return f"data:{image.kind.media_type};base64,{b64encode(image.content).decode()}"


FILTERS: Filters = {
    "bound": bind,
    "cell": blocks_text,
    "prose": to_html,
    "levels": levels,
    "address": _address,
    "linked": linked,
}
"""How the template has texts, cells, prose, heads of tables, pictures and clauses with links written."""


def html(view: views.OrderView) -> bytes:
    """The whole page."""
    tests = {name: kind.__instancecheck__ for name, kind in KINDS.items()}
    return page("edition", {"view": view}, filters=FILTERS, tests=tests).encode()
