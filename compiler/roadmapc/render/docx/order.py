"""The order with its appendices as one DOCX.

The clerk's template is filled, the contents of appendices are written into it, the package is closed.
Imports docxtpl, which takes a tenth of a second: import this module where a document is really wanted.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from roadmapc.assets import ORDER_TEMPLATE
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.profile import Layout
from roadmapc.render.archive import Part, archive
from roadmapc.render.docx import package
from roadmapc.render.docx.content import content
from roadmapc.render.docx.quotes import quotes
from roadmapc.render.docx.sheet import Sheet
from roadmapc.render.docx.template import Filled, fill, unreadable
from roadmapc.render.view import OrderView
from roadmapc.source.package import TEMPLATE, Refusal, unpacked

DEFAULT_LAYOUT = Layout()
"""Nothing but what the template has."""
SHIPPED = f"templates/{ORDER_TEMPLATE}"
"""The name of the template that comes with the compiler."""

_PIECES_AT_ONCE = 64
"""Rows and paragraphs that are compressed together: few enough to take little memory, enough to be quick."""


def render(
    view: OrderView, template: bytes, *, template_name: str = SHIPPED, layout: Layout = DEFAULT_LAYOUT
) -> Outcome[bytes]:
    """The DOCX of an order, or what is wrong with the template; `template_name` is for messages."""
    parts = unpacked(template, TEMPLATE)
    if isinstance(parts, Refusal):
        return Outcome(None, (unreadable(template_name, parts.reason),))
    filled = fill(parts, view, layout, template_name)
    if filled.value is None:
        return Outcome(None, filled.diagnostics)
    return Outcome(archive(_parts(view, parts, filled.value)), filled.diagnostics)


def _parts(view: OrderView, template: Mapping[str, bytes], filled: Filled) -> Iterator[Part]:
    """The parts in their order; numbering comes last, when it is known how many lists there are."""
    others = package.template_parts(template) | filled.others
    del others[filled.document.name], others[filled.numbering.name]
    yield from package.own_parts(view, template, filled.document.name)
    yield from ((name, (content,)) for name, content in others.items())
    yield filled.document.name, _document(view, filled)
    yield filled.numbering.name, _numbering(filled)


def _document(view: OrderView, filled: Filled) -> Iterator[bytes]:
    before, *after = filled.document.pieces
    yield before
    for pieces, following in zip(_contents(view, filled), after, strict=True):
        yield from _batches(pieces)
        yield following


def _contents(view: OrderView, filled: Filled) -> Iterator[Iterable[str]]:
    """What goes between the pieces of the template: rows in quotes, then the contents of appendices."""
    yield from quotes(view.quotes, Sheet(filled.page, filled.styles, filled.lists))
    for appendix, place in zip(view.appendices, filled.places, strict=True):
        sheet = Sheet(place.page, filled.styles, filled.lists)
        yield chain(content(appendix, sheet), (place.after,))


def _batches(pieces: Iterable[str]) -> Iterator[bytes]:
    pieces = iter(pieces)
    while batch := "".join(islice(pieces, _PIECES_AT_ONCE)):
        yield batch.encode()


def _numbering(filled: Filled) -> Iterator[bytes]:
    before, after = filled.numbering.pieces
    yield before
    yield filled.lists.instances().encode()
    yield after
