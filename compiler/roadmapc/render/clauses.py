"""Clauses of the order as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.model.plan import Clause, ListMarks
from roadmapc.model.profile import Wording
from roadmapc.render.rows import quote
from roadmapc.render.view import ParagraphKind, ParagraphView, QuoteView
from roadmapc.text.blocks import LETTERS


def paragraphs(clause: Clause, wording: Wording) -> Iterator[ParagraphView | QuoteView]:
    """A clause with all that hangs on it, in the order of printing."""
    kind = ParagraphKind.CLAUSE if clause.level == 1 else ParagraphKind.SUBCLAUSE
    yield ParagraphView(kind, _number(clause), clause.text)
    for text in clause.paragraphs:
        yield ParagraphView(ParagraphKind.CONTINUATION, "", text)
    yield from _items(clause)
    if clause.quoted is not None:
        yield quote(clause.quoted, wording)
    for child in clause.clauses:
        yield from paragraphs(child, wording)


def _number(clause: Clause) -> str:
    """«7.1.»; a number that the author wrote with a bracket, «1)», keeps it."""
    return clause.number if clause.number.endswith(")") else f"{clause.number}."


def _items(clause: Clause) -> Iterator[ParagraphView]:
    kind = ParagraphKind.ITEM if clause.marks is ListMarks.DASH else ParagraphKind.NUMBERED_ITEM
    for at, text in enumerate(clause.items, start=1):
        end = "." if at == len(clause.items) else ";"
        yield ParagraphView(kind, _mark(clause.marks, at), text + end)


def _mark(marks: ListMarks, at: int) -> str:
    match marks:
        case ListMarks.DASH:
            return ""
        case ListMarks.LETTER:
            return f"{LETTERS[(at - 1) % len(LETTERS)]})"
        case ListMarks.NUMBER:
            return f"{at})"
