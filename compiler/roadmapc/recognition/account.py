"""Every character of an incoming document is accounted for: taken, left with a reason, or residue.

What is unsure is asked: an answer given before decides, else the proposal does and the question is put.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from roadmapc.incoming.blocks import Incoming, Paragraph
from roadmapc.source.span import Span
from roadmapc.text.characters import clean

_WORD = re.compile(r"[^\W_]+")


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
    is_choice: bool = False
    """Whether only the proposal and the others answer it: «одно и то же» or «разные»."""

    def is_answered_by(self, answer: str) -> bool:
        """Whether an answer says something that the question asks for."""
        is_offered = answer in (self.proposal, *self.others)
        return is_offered or (bool(answer.strip()) and not self.is_choice)


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
        self.asked: set[str] = set()
        """The ids of all questions, answered ones too."""
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
        """The answer to a question, or its proposal until there is one that fits it."""
        self.asked.add(question.id)
        answer = self._answers.get(question.id, "")
        if question.is_answered_by(answer) and question.id in self._answers:
            return answer
        self.questions.append(question)
        return question.proposal

    @property
    def claims(self) -> Sequence[Span]:
        """All stretches that are taken or left, in the order of claiming."""
        return (*self._taken, *(span for span, _, _ in self._left))

    def residue(self) -> tuple[Residue, ...]:
        """What is left, by places: with its reason, or without one where nobody has claimed the words."""
        text = self.document.text
        left = [(span, Residue(text[span.start : span.end], where, why)) for span, where, why in self._left]
        claimed = sorted([*self._taken, *(span for span, _, _ in self._left)])
        paragraphs, start = sorted(self._paragraphs(), key=lambda each: each.span), 0
        for span in (*claimed, Span(len(text), len(text))):
            if start < span.start and _WORD.search(text, start, span.start):
                left += self._unclaimed(Span(start, span.start), paragraphs)
            start = max(start, span.end)
        left.sort(key=lambda each: each[0])
        return tuple(residue for _, residue in left if _WORD.search(residue.text))

    def _unclaimed(self, gap: Span, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Span, Residue]]:
        """The words of a gap, paragraph by paragraph."""
        first = bisect_right(paragraphs, gap.start, key=lambda each: each.span.end)
        for paragraph in islice(paragraphs, first, None):
            if paragraph.span.start >= gap.end:
                return
            start, end = max(gap.start, paragraph.span.start), min(gap.end, paragraph.span.end)
            if start < end and _WORD.search(words := self.document.text[start:end]):
                yield Span(start, end), Residue(words.strip(), paragraph.where, "")

    def _paragraphs(self) -> Iterator[Paragraph]:
        for block in self.document.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (paragraph for cell in block.cells for paragraph in cell.paragraphs)
        yield from (margin.paragraph for margin in self.document.margins)

    def unsaid(self, printed: Iterable[str]) -> tuple[Residue, ...]:
        """Words that are claimed for the plan more often than the plan says them: the claim was wrong.

        It is the second proof, by words and not by places: `printed` is all that the plan prints.
        """
        said = Counter(word for text in printed for word in words_of(text))
        claimed: Counter[str] = Counter()
        end = 0
        for span in sorted(self._taken):  # a stretch that is claimed twice stands once in the document
            claimed.update(words_of(self.document.text[max(span.start, end) : span.end]))
            end = max(span.end, end)
        missing = claimed - said
        if not missing:
            return ()
        found = []
        for paragraph in self._paragraphs():
            lost = [word for word in words_of(paragraph.text) if missing[word] > 0]
            if lost:
                missing.subtract(lost)
                found.append(Residue(" ".join(lost), paragraph.where, ""))
        return tuple(found)


def words_of(text: str) -> list[str]:
    """Words and numbers as they are counted: in small letters, «ё» as «е»."""
    return _WORD.findall(clean(text).casefold().replace("ё", "е"))
