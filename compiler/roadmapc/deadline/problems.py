"""What is found wrong while a phrase is read or put into a calendar."""

from typing import NamedTuple

from roadmapc.diagnostics.code import Code
from roadmapc.source.span import Span

_LONGEST_QUOTE = 60


class Problem(NamedTuple):
    """Something wrong or doubtful at a place of the phrase."""

    code: Code
    message: str
    span: Span
    hints: tuple[str, ...]


class Problems:
    """Those of one phrase, in the order of finding."""

    __slots__ = ("found", "has_brackets", "text")

    def __init__(self, text: str) -> None:
        """Nothing found yet."""
        self.text = text
        self.has_brackets = "(" in text or "[" in text
        self.found: list[Problem] = []

    def add(self, code: Code, span: Span, message: str, *hints: str) -> None:
        """Remember a problem at a place of the phrase."""
        self.found.append(Problem(code, message, span, hints))

    def words(self, span: Span) -> str:
        """The words of the phrase at a place."""
        return self.text[span.start : span.end]

    def quote(self, span: Span) -> str:
        """The words at a place, cut where nobody would read on."""
        words = self.words(span)
        return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
