"""The order with its appendices as one DOCX.

The clerk's template is filled, the contents of appendices are written into it, the package is closed.
Imports docxtpl, which takes a tenth of a second: import this module where a document is really wanted.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count, islice
from typing import NamedTuple

from roadmapc.assets import ORDER_TEMPLATE
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.profile import Layout
from roadmapc.render.archive import ArchivePart, archive
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx import anchors, oxml, package
from roadmapc.render.docx.anchors import Cut
from roadmapc.render.docx.attachments import Attachment, attachments
from roadmapc.render.docx.content import content, is_wide, quotes
from roadmapc.render.docx.formatting import Formatting, Page
from roadmapc.render.docx.inspection import inspected, unreadable
from roadmapc.render.docx.sections import AppendixPlace, Sections
from roadmapc.render.docx.styles import NAMES, numbering_part
from roadmapc.render.docx.template import Filled, failed, fill, opened, related

DEFAULT_LAYOUT = Layout()
"""Nothing but what the template has."""
SHIPPED = f"templates/{ORDER_TEMPLATE}"
"""The name of the template that comes with the compiler."""

_FIRST_DRAWING = 10_001
"""Numbers of drawings are one to a document; a template has a few of its own."""
_PIECES_AT_ONCE = 64
"""Rows and paragraphs that are compressed together: few enough to take little memory, enough to be quick."""


class _Pieces(NamedTuple):
    """A filled template cut where contents are to be written."""

    filled: Filled
    document: Cut
    """The main part, cut at the rows in quotes, then at the contents of appendices."""
    page: Page
    """Of the order, on which rows in quotes are printed."""
    places: list[AppendixPlace]
    numbering: Cut
    """The part of list definitions, cut where new lists go."""
    others: dict[str, bytes]
    """Headers, footers and styles by part name."""
    attachments: tuple[Attachment, ...]
    """Pictures and footnotes."""


def render(
    view: OrderView, template: bytes, *, template_name: str = SHIPPED, layout: Layout = DEFAULT_LAYOUT
) -> Outcome[bytes]:
    """The DOCX of an order, or what is wrong with the template; `template_name` is for messages."""
    return inspected(template, template_name).then(
        lambda parts: _pieces(parts, view, layout, template_name).then(
            lambda pieces: Outcome(archive(_parts(view, parts, pieces)))
        )
    )


def _pieces(parts: Mapping[str, bytes], view: OrderView, look: Layout, name: str) -> Outcome[_Pieces]:
    """The template in a profile's look, filled with the order and cut."""
    form = opened(parts, look)
    if form is None:
        return Outcome(None, (unreadable(name, "его части не складываются в документ"),))
    try:
        filled = fill(form, view, look, name)
        return Outcome(None if filled.value is None else _cut(filled.value, view), filled.diagnostics)
    except Exception as error:  # a template is the clerk's program: that it fails is no bug of ours
        return Outcome(None, (failed(name, error),))


def _cut(filled: Filled, view: OrderView) -> _Pieces:
    """Each appendix gets the page that suits it, and the parts of the package are cut at their marks."""
    document, numbering = filled.document, numbering_part(filled.document)
    pages = Sections(document, filled.contents)
    wide = [is_wide(appendix, pages.page, filled.styles) for appendix in view.appendices]
    pages.shift_marks(wide, document.styles[NAMES["appendix_mark"]])
    places = pages.divide(wide)
    for paragraph in (*filled.quotes, *filled.contents):
        paragraph.getparent().replace(paragraph, anchors.mark())
    numbering.element.num_lst[-1].addnext(anchors.mark())
    others = related(document, "header", "footer", "styles")
    return _Pieces(
        filled=filled,
        document=anchors.cut(document.part),
        page=pages.page,
        places=places,
        numbering=anchors.cut(numbering),
        others={anchors.part_name(part): part.blob for part in others},
        attachments=attachments(view, document, filled.styles),
    )


def _parts(view: OrderView, template: Mapping[str, bytes], pieces: _Pieces) -> Iterator[ArchivePart]:
    """The parts in their order; numbering comes last, when it is known how many lists there are."""
    others = package.template_parts(template) | pieces.others
    del others[pieces.document.name], others[pieces.numbering.name]
    attached = {each.name: each.content for each in pieces.attachments}
    others |= attached | package.links(pieces.document.name, template, pieces.attachments)
    yield from package.own_parts(view, template, pieces.document.name, pieces.attachments)
    yield from ((name, (content,)) for name, content in others.items())
    yield pieces.document.name, _document(view, pieces)
    before, after = pieces.numbering.pieces
    lists = "".join(oxml.list_instance(*instance) for instance in pieces.filled.lists.begun)
    yield pieces.numbering.name, (before, lists.encode(), after)


def _document(view: OrderView, pieces: _Pieces) -> Iterator[bytes]:
    before, *after = pieces.document.pieces
    yield before
    for content_of_place, following in zip(_contents(view, pieces), after, strict=True):
        texts = iter(content_of_place)
        while batch := "".join(islice(texts, _PIECES_AT_ONCE)):
            yield batch.encode()
        yield following


def _contents(view: OrderView, pieces: _Pieces) -> Iterator[Iterable[str]]:
    """What goes between the pieces of the template: rows in quotes, then the contents of appendices."""
    filled = pieces.filled
    on_order = Formatting(pieces.page, filled.styles, filled.lists, count(_FIRST_DRAWING), filled.bookmarks)
    yield from quotes(view.quotes, on_order)
    for appendix, place in zip(view.appendices, pieces.places, strict=True):
        yield chain(content(appendix, on_order._replace(page=place.page)), (place.after,))
