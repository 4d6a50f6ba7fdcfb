"""What a template may use: the fields of `{{ … }}`, their texts ready to print.

templates/README.md explains them to clerks.
"""

from __future__ import annotations

from dataclasses import dataclass

from roadmapc.render.docx import metrics, oxml
from roadmapc.render.view import AppendixView, OrderView, ParagraphView, SignatureView
from roadmapc.text import typography

_POST_WIDTH = 4535
"""Longest line of a requisite in side layout, 8 cm in twips (ГОСТ Р 7.0.97-2025)."""
_POST_SIZE = 14

_TABLE_MARK = "\ue000{}\ue000"
"""Stands in the filled template where a table will; a private character occurs in no order."""


@dataclass(frozen=True, slots=True)
class ClauseFields:
    """A paragraph of the operative part."""

    kind: str
    """`clause`, `subclause`, `continuation` or `item`."""
    number: str
    """«7.1.», empty for continuations and items."""
    text: str


@dataclass(frozen=True, slots=True)
class SignatureFields:
    """The signature."""

    post: str
    """Broken into lines of at most 8 cm, so that the name stands level with the last; may be empty."""
    name: str


@dataclass(frozen=True, slots=True)
class AppendixFields:
    """An appendix."""

    mark: str
    """Lines of the mark in the corner, a line break between them."""
    title: str
    table: str
    """The mark of the paragraph that the table replaces."""


@dataclass(frozen=True, slots=True)
class OrderFields:
    """Everything at the top level of a template."""

    head: tuple[str, ...]
    date: str
    number: str
    place: str
    title: str
    preamble: str
    clauses: tuple[ClauseFields, ...]
    signature: SignatureFields
    appendices: tuple[AppendixFields, ...]


def table_mark(index: int) -> str:
    """The text of the paragraph that the table of an appendix replaces; appendices count from 0."""
    return _TABLE_MARK.format(index)


def from_view(view: OrderView) -> OrderFields:
    """The fields of an order."""
    return OrderFields(
        head=tuple(map(_printed, view.head)),
        date=_printed(view.date),
        number=_printed(view.number),
        place=_printed(view.place),
        title=_printed(view.title),
        preamble=_printed(view.preamble),
        clauses=tuple(map(_clause, view.clauses)),
        signature=_signature(view.signature),
        appendices=tuple(_appendix(index, appendix) for index, appendix in enumerate(view.appendices)),
    )


def _clause(view: ParagraphView) -> ClauseFields:
    return ClauseFields(view.kind.value, _printed(view.number), _printed(view.text))


def _signature(view: SignatureView) -> SignatureFields:
    post = metrics.lines(_printed(view.post), _POST_WIDTH, _POST_SIZE)
    return SignatureFields("\n".join(post), _printed(view.name))


def _appendix(index: int, view: AppendixView) -> AppendixFields:
    return AppendixFields("\n".join(map(_printed, view.mark)), _printed(view.title), table_mark(index))


def _printed(text: str) -> str:
    return typography.bind(oxml.legible(text))
