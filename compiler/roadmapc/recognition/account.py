"""Every character of an incoming document is accounted for: taken, left with a reason, or residue.

What is unsure is asked: an answer given before decides, else the proposal does and the question is put.
"""

from collections.abc import Mapping
from typing import NamedTuple

from roadmapc.incoming.blocks import Incoming
from roadmapc.source.span import Span


class Question(NamedTuple):
    """Something that a person has to say."""

    id: str
    """The same in every run over the same document: «executor.upravlenie-i-otdel»."""
    where: str
    """In the document: «таблица 2, строка 3, графа 4»."""
    question: str
    proposal: str
    """What is taken for granted until it is answered."""
    others: tuple[str, ...] = ()
    """What else it may be."""
    place: tuple[str | int, ...] = ()
    """Of the value in the plan, as keys and positions; empty if it is about nothing there."""


class Residue(NamedTuple):
    """Words of the document that are neither in the plan nor in the directory."""

    text: str
    where: str
    why: str
    """Empty if nobody knows: then the import has lost them."""


class Account:
    """The claims on a document's characters, and the questions about it."""

    def __init__(self, document: Incoming, answers: Mapping[str, str] | None = None) -> None:
        """`answers` are by the ids of questions."""
        self.document = document
        self.questions: list[Question] = []
        self._answers = answers or {}
        self._taken: list[Span] = []
        self._left: list[tuple[Span, str, str]] = []

    def take(self, *spans: Span) -> None:
        """These characters are in the plan or in the directory."""
        self._taken.extend(spans)

    def leave(self, span: Span, where: str, why: str) -> None:
        """These characters are known to say nothing of their own: a repeated head, the number of a page."""
        self._left.append((span, where, why))

    def decide(self, question: Question) -> str:
        """The answer to a question, or its proposal until there is one."""
        if question.id in self._answers:
            return self._answers[question.id]
        self.questions.append(question)
        return question.proposal
