"""Clauses of the order as paragraphs."""

from collections.abc import Iterator

from roadmapc.model.plan import Clause, ListMarks, Order
from roadmapc.model.printed import clause_items
from roadmapc.model.profile import Wording
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import PREAMBLE, of_clause
from roadmapc.render.document.notes import EditionNotes, RemovedProvision, with_removed
from roadmapc.render.document.rows import quote
from roadmapc.render.document.view import OperativeView, ParagraphKind, ParagraphView


def operative_part(order: Order, wording: Wording, notes: EditionNotes) -> Iterator[OperativeView]:
    """Everything from the verb to the signature, in the order of printing."""
    yield from notes.of(PREAMBLE)
    yield from _clauses(order.clauses, "", wording, notes)


def _clauses(
    clauses: tuple[Clause, ...], parent: str, wording: Wording, notes: EditionNotes
) -> Iterator[OperativeView]:
    """The clauses under one of the number `parent`, empty for the outermost, with those that lost force."""
    removed = notes.removed(ProvisionKind.CLAUSE)
    own_removed = [each for each in removed if each.number.rpartition(".")[0] == parent]
    for clause in with_removed(clauses, own_removed):
        if isinstance(clause, RemovedProvision):
            yield clause.note
            continue
        yield from _paragraphs(clause)
        if clause.quoted is not None:
            yield quote(clause.quoted, wording)
        yield from notes.of(of_clause(clause))
        yield from _clauses(clause.clauses, clause.number, wording, notes)


def _paragraphs(clause: Clause) -> Iterator[ParagraphView]:
    """The clause's own text; a number that the author wrote with a bracket, «1)», keeps it."""
    number = clause.number if clause.number.endswith(")") else f"{clause.number}."
    kind = ParagraphKind.CLAUSE if clause.level == 1 else ParagraphKind.SUBCLAUSE
    yield ParagraphView(kind, number, clause.text)
    for text in clause.paragraphs:
        yield ParagraphView(ParagraphKind.CONTINUATION, "", text)
    item = ParagraphKind.ITEM if clause.marks is ListMarks.DASH else ParagraphKind.NUMBERED_ITEM
    for mark, text in clause_items(clause):
        yield ParagraphView(item, mark, text)
