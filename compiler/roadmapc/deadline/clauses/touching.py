"""Where words that were not understood stand beside others."""

from bisect import bisect_left
from typing import NamedTuple, Self

from roadmapc.deadline.reading.cursor import Cursor, Item
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span
from roadmapc.text.regex import regex

_BLANKS = regex(r"\s*")


class Touched(NamedTuple):
    """Where words that were not understood touch others, with no sign between."""

    starts: dict[int, Span]
    """Unread words by the first letter behind them."""
    ends: frozenset[int]
    """The places behind the last letters before them."""
    glued: frozenset[int]
    """Where they end, with not even a blank behind."""
    led: frozenset[Span]
    """Those with a preposition among them, which is that of the time behind them."""
    counted: frozenset[Span]
    """Those with «каждый» among them."""
    numbered: frozenset[int]
    """The places before those that begin with a number, which may be a day of the month before them."""

    @classmethod
    def by(cls, unread: list[Span], named: list[Span], cursor: Cursor) -> Self:
        """Of a group with these words; `named` ones are labels that begin with a word nobody knows."""
        text = cursor.problems.text
        starts = {_BLANKS.match(text, span.end).end(): span for span in unread}  # type: ignore[union-attr]
        ends = (_end_before(text, span.start) for span in (*unread, *named))
        prepositions = [token.start for token in cursor.tokens if token.sense is Sense.PREPOSITION]
        each = [token.start for token in cursor.tokens if token.sense is Sense.EACH]
        numbers = {token.start for token in cursor.tokens if token.kind is TokenKind.NUMBER}
        return cls(
            starts,
            frozenset(ends),
            frozenset(span.end for span in unread),
            frozenset(span for span in unread if holds_any(span, prepositions)),
            frozenset(span for span in unread if holds_any(span, each)),
            frozenset(_end_before(text, span.start) for span in unread if span.start in numbers),
        )

    def before(self, item: Item) -> bool:
        """Whether they stand before an item."""
        return item.span.start in self.starts

    def behind(self, item: Item) -> bool:
        """Whether they stand behind it."""
        return item.span.end in self.ends


def holds_any(span: Span, places: list[int]) -> bool:
    """Whether any of some places, in their order, lies within a span."""
    return bisect_left(places, span.end) > bisect_left(places, span.start)


def _end_before(text: str, at: int) -> int:
    """Where the word before a place ends, if nothing but blanks is between."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at
