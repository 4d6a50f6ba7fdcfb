"""Clauses of the order as paragraphs."""

from collections.abc import Iterator

from roadmapc.model.plan import Clause, ListMarks, Order
from roadmapc.model.printed import clause_items
from roadmapc.model.profile import Wording
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import PREAMBLE, of_clause
from roadmapc.render.document.marks import Gone, Marks, woven
from roadmapc.render.document.rows import quote
from roadmapc.render.document.view import NoteView, ParagraphKind, ParagraphView, QuoteView

Part = ParagraphView | QuoteView | NoteView


def operative_part(order: Order, wording: Wording, marks: Marks) -> Iterator[Part]:
    """Everything from the verb to the signature, in the order of printing."""
    yield from marks.of(PREAMBLE)
    yield from _Printer(wording, marks).clauses(order.clauses, "")


class _Printer:
    """Clauses one after another, each with its note and those that lost force."""

    def __init__(self, wording: Wording, marks: Marks) -> None:
        self._wording = wording
        self._marks = marks

    def clauses(self, clauses: tuple[Clause, ...], parent: str) -> Iterator[Part]:
        """Clauses under one of that number; it is empty for the outermost."""
        gone = [each for each in self._marks.gone(ProvisionKind.CLAUSE) if _parent(each.number) == parent]
        for clause in woven(clauses, gone, lambda each: each.number):
            if isinstance(clause, Gone):
                yield clause.note
            else:
                yield from self._clause(clause)

    def _clause(self, clause: Clause) -> Iterator[Part]:
        """A clause with all that hangs on it."""
        kind = ParagraphKind.CLAUSE if clause.level == 1 else ParagraphKind.SUBCLAUSE
        yield ParagraphView(kind, _number(clause), clause.text)
        for text in clause.paragraphs:
            yield ParagraphView(ParagraphKind.CONTINUATION, "", text)
        yield from _items(clause)
        if clause.quoted is not None:
            yield quote(clause.quoted, self._wording)
        yield from self._marks.of(of_clause(clause))
        yield from self.clauses(clause.clauses, clause.number)


def _parent(number: str) -> str:
    """The number of the clause that holds a clause; empty if none does."""
    return number.rpartition(".")[0]


def _number(clause: Clause) -> str:
    """«7.1.»; a number that the author wrote with a bracket, «1)», keeps it."""
    return clause.number if clause.number.endswith(")") else f"{clause.number}."


def _items(clause: Clause) -> Iterator[ParagraphView]:
    kind = ParagraphKind.ITEM if clause.marks is ListMarks.DASH else ParagraphKind.NUMBERED_ITEM
    for mark, text in clause_items(clause):
        yield ParagraphView(kind, mark, text)
