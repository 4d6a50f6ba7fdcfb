"""What a template may use: the fields of `{{ … }}`, their texts ready to print.

templates/README.md explains them to clerks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, make_dataclass, replace
from itertools import count
from typing import Annotated, Any

from roadmapc.model.act import Case
from roadmapc.model.profile import Layout
from roadmapc.render.document.requisites_view import AgreementView, CopiesView, SignatureView
from roadmapc.render.document.view import (
    NoteView,
    OrderView,
    ParagraphKind,
    QuoteView,
)
from roadmapc.render.docx import metrics
from roadmapc.render.docx.oxml import bound

NOTE = "note"
"""The kind of a note of a consolidated edition."""

_POST_SIZE = 14
_TWIPS_PER_MM = 1440 / 25.4

_CONTENT_MARK = "\ue000{}\ue000"
_QUOTE_MARK = "\ue001{}\ue001"
"""Stand in the filled template where contents will; a private character occurs in no order."""


@dataclass(frozen=True, slots=True)
class ClauseFields:
    """A paragraph of the operative part."""

    kind: Annotated[str, (*ParagraphKind, NOTE)]
    """Templates compare it with these words; any other is a mistake of theirs."""
    number: str
    """«7.1.», «а)»; empty for continuations, notes and items with dashes."""
    text: str
    """For rows in quotes, the mark of the paragraph that they replace."""


@dataclass(frozen=True, slots=True)
class AppendixFields:
    """An appendix."""

    mark: str
    """Lines of the mark in the corner, a line break between them."""
    title: str
    content: str
    """The mark of the paragraph that the content replaces."""


@dataclass(frozen=True, slots=True)
class ActFields:
    """The kind of the act inside a sentence."""

    genitive: str
    """«приказа»."""
    dative: str
    instrumental: str


@dataclass(frozen=True, slots=True)
class BlankFields:
    """What the directory says of whoever's blank it is; empty where it is silent."""

    address: str
    second_address: str
    phone: str
    email: str
    site: str
    okpo: str
    ogrn: str
    inn: str
    kpp: str
    second_head: tuple[str, ...]
    second_kind: str
    """In capitals."""


@dataclass(frozen=True, slots=True)
class OrderFields:
    """Everything at the top level of a template."""

    is_draft: bool
    kind: str
    """In capitals: «ПРИКАЗ»."""
    act: ActFields
    head: tuple[str, ...]
    date: str
    number: str
    place: str
    title: str
    amendments: str
    """Lines under the title of a consolidated edition; empty for an order as it was signed."""
    preamble: str
    verb: str
    clauses: tuple[ClauseFields, ...]
    signatures: tuple[SignatureView, ...]
    """Their posts in short lines, so that the name stands level with the last."""
    executor_mark: tuple[str, ...]
    distribution: tuple[CopiesView, ...]
    appendices: tuple[AppendixFields, ...]
    approval: tuple[SignatureView, ...]
    acquaintance: tuple[SignatureView, ...]
    blank: BlankFields
    sitting: str
    agreements: tuple[AgreementView, ...]
    fields: Any
    """A record of the words that the author has for places of his own, made by `own_fields`."""


def content_mark(index: int) -> str:
    """The text of the paragraph that the content of an appendix replaces; appendices count from 0."""
    return _CONTENT_MARK.format(index)


def quote_mark(index: int) -> str:
    """The text of the paragraph that rows in quotes replace; they count from 0 in the whole order."""
    return _QUOTE_MARK.format(index)


def from_view(view: OrderView, look: Layout) -> OrderFields:
    """The fields of an order; the look says how wide a line of a requisite may be."""
    appendices = [
        AppendixFields("\n".join(appendix.mark), appendix.title, content_mark(index))
        for index, appendix in enumerate(view.appendices)
    ]
    own = {
        "kind": view.kind.upper(),
        "act": ActFields(*map(view.kind.noun, (Case.GENITIVE, Case.DATIVE, Case.INSTRUMENTAL))),
        "amendments": "\n".join(note.text for note in view.amendments),
        "clauses": tuple(_clauses(view)),
        "appendices": tuple(appendices),
        "blank": BlankFields(
            **view.blank.letterhead._asdict(),
            second_head=view.blank.second_head,
            second_kind=view.blank.second_kind.upper(),
        ),
        "fields": own_fields(view)(*(text for _, text in view.fields)),
    }
    as_in_view = {
        field.name: getattr(view, field.name) for field in fields(OrderFields) if field.name not in own
    }
    order: OrderFields = _bound(OrderFields(**as_in_view | own))
    width = int(look.requisite_width * _TWIPS_PER_MM)
    signatures = [
        replace(each, post="\n".join(metrics.balanced(each.post, width, look.size or _POST_SIZE)))
        for each in order.signatures
    ]
    return replace(order, signatures=tuple(signatures))


def own_fields(view: OrderView) -> type:
    """The record of the words that an order has for places of its own template, whose names no other has."""
    return make_dataclass("OwnFields", [(name, str) for name, _ in view.fields], frozen=True)


def _clauses(view: OrderView) -> Iterator[ClauseFields]:
    marks = map(quote_mark, count())
    for part in view.clauses:
        if isinstance(part, QuoteView):
            yield ClauseFields(ParagraphKind.CONTINUATION, "", next(marks))
        elif isinstance(part, NoteView):
            yield ClauseFields(NOTE, "", part.text)
        else:
            yield ClauseFields(part.kind, part.number, part.text)


def _bound(value: Any) -> Any:
    """A text as it is printed; a record or a sequence with all its texts so."""
    if isinstance(value, str):
        return bound(value)
    if isinstance(value, tuple):
        return tuple(map(_bound, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _bound(getattr(value, field.name)) for field in fields(value)})
    return value
