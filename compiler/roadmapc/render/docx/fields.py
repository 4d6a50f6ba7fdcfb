"""What a template may use: the fields of `{{ … }}`, their texts ready to print.

templates/README.md explains them to clerks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from roadmapc.model.profile import Layout
from roadmapc.render.document.view import (
    AppendixView,
    CopiesView,
    NoteView,
    OrderView,
    ParagraphKind,
    QuoteView,
    SignatureView,
)
from roadmapc.render.docx import metrics
from roadmapc.render.docx.sheet import bound

_POST_SIZE = 14
_TWIPS_PER_MM = 1440 / 25.4

_NOTE = "note"
"""The kind of a note of a consolidated edition among the paragraphs of the operative part."""

_CONTENT_MARK = "\ue000{}\ue000"
_QUOTE_MARK = "\ue001{}\ue001"
"""Stand in the filled template where contents will; a private character occurs in no order."""


@dataclass(frozen=True, slots=True)
class ClauseFields:
    """A paragraph of the operative part."""

    kind: str
    """`clause`, `subclause`, `continuation`, `item`, `numbered_item` or `note`."""
    number: str
    """«7.1.», «а)»; empty for continuations, notes and items with dashes."""
    text: str
    """For rows in quotes, the mark of the paragraph that they replace."""


@dataclass(frozen=True, slots=True)
class SignatureFields:
    """A person who signs, under the order or on a sheet."""

    post: str
    """Under the order in short lines, so that the name stands level with the last; may be empty."""
    name: str


@dataclass(frozen=True, slots=True)
class CopiesFields:
    """A line of the distribution list."""

    to: str
    count: str
    """«3 экз.»."""


@dataclass(frozen=True, slots=True)
class AppendixFields:
    """An appendix."""

    mark: str
    """Lines of the mark in the corner, a line break between them."""
    title: str
    content: str
    """The mark of the paragraph that the content replaces."""


@dataclass(frozen=True, slots=True)
class OrderFields:
    """Everything at the top level of a template."""

    is_draft: bool
    head: tuple[str, ...]
    date: str
    number: str
    place: str
    title: str
    amendments: str
    """Lines under the title of a consolidated edition; empty for an order as it was signed."""
    preamble: str
    clauses: tuple[ClauseFields, ...]
    signature: SignatureFields
    executor_mark: tuple[str, ...]
    distribution: tuple[CopiesFields, ...]
    appendices: tuple[AppendixFields, ...]
    approval: tuple[SignatureFields, ...]
    acquaintance: tuple[SignatureFields, ...]


def content_mark(index: int) -> str:
    """The text of the paragraph that the content of an appendix replaces; appendices count from 0."""
    return _CONTENT_MARK.format(index)


def quote_mark(index: int) -> str:
    """The text of the paragraph that rows in quotes replace; they count from 0 in the whole order."""
    return _QUOTE_MARK.format(index)


def from_view(view: OrderView, look: Layout) -> OrderFields:
    """The fields of an order; the look says how wide a line of a requisite may be."""
    return OrderFields(
        is_draft=view.is_draft,
        head=tuple(map(bound, view.head)),
        date=bound(view.date),
        number=bound(view.number),
        place=bound(view.place),
        title=bound(view.title),
        amendments="\n".join(bound(note.text) for note in view.amendments),
        preamble=bound(view.preamble),
        clauses=tuple(_clauses(view)),
        signature=_signature(view.signature, look),
        executor_mark=tuple(map(bound, view.executor_mark)),
        distribution=tuple(map(_copies, view.distribution)),
        appendices=tuple(_appendix(index, appendix) for index, appendix in enumerate(view.appendices)),
        approval=tuple(map(_signer, view.approval)),
        acquaintance=tuple(map(_signer, view.acquaintance)),
    )


def _clauses(view: OrderView) -> Iterator[ClauseFields]:
    marks = map(quote_mark, count())
    for part in view.clauses:
        if isinstance(part, QuoteView):
            yield ClauseFields(ParagraphKind.CONTINUATION.value, "", next(marks))
        elif isinstance(part, NoteView):
            yield ClauseFields(_NOTE, "", bound(part.text))
        else:
            yield ClauseFields(part.kind.value, bound(part.number), bound(part.text))


def _signature(view: SignatureView, look: Layout) -> SignatureFields:
    width = int(look.requisite_width * _TWIPS_PER_MM)
    post = metrics.lines(bound(view.post), width, look.size or _POST_SIZE)
    return SignatureFields("\n".join(post), bound(view.name))


def _signer(view: SignatureView) -> SignatureFields:
    return SignatureFields(bound(view.post), bound(view.name))


def _copies(view: CopiesView) -> CopiesFields:
    return CopiesFields(bound(view.to), bound(view.count))


def _appendix(index: int, view: AppendixView) -> AppendixFields:
    return AppendixFields("\n".join(map(bound, view.mark)), bound(view.title), content_mark(index))
