"""The order with its appendices as one DOCX.

The clerk's template is filled, tables are written into it, the package is closed. Imports docxtpl,
which takes a tenth of a second: import this module where a document is really wanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.render.docx import fields, package
from roadmapc.render.docx.package import Part
from roadmapc.render.docx.table import Table
from roadmapc.render.docx.template import Filled, fill
from roadmapc.render.view import OrderView

_ROWS_AT_ONCE = 64
"""Rows that are compressed together: few enough to take little memory, enough to be quick."""


def render(view: OrderView, template: bytes, *, template_name: str = "order.docx") -> Outcome[bytes]:
    """The DOCX of an order, or what is wrong with the template; `template_name` is for messages."""
    filled = fill(template, fields.from_view(view), template_name)
    if filled.value is None:
        return Outcome(None, filled.diagnostics)
    return Outcome(package.archive(_parts(view, template, filled.value)), filled.diagnostics)


def _parts(view: OrderView, template: bytes, filled: Filled) -> Iterator[Part]:
    """The parts in their order; numbering comes last, because the tables decide how many lists there are."""
    others = package.template_parts(template) | filled.margins
    del others[filled.document.name], others[filled.numbering.name]
    yield from package.own_parts(view, template, filled.document.name)
    yield from ((name, (content,)) for name, content in others.items())
    yield filled.document.name, _document(view, filled)
    yield filled.numbering.name, _numbering(filled)


def _document(view: OrderView, filled: Filled) -> Iterator[bytes]:
    before, *after = filled.document.pieces
    yield before
    for appendix, place, following in zip(view.appendices, filled.tables, after, strict=True):
        table = Table(appendix, place.page, filled.styles, filled.lists)
        yield from _batches(table.xml())
        yield place.after.encode()
        yield following


def _batches(rows: Iterable[str]) -> Iterator[bytes]:
    rows = iter(rows)
    while batch := "".join(islice(rows, _ROWS_AT_ONCE)):
        yield batch.encode()


def _numbering(filled: Filled) -> Iterator[bytes]:
    before, after = filled.numbering.pieces
    yield before
    yield filled.lists.instances().encode()
    yield after
