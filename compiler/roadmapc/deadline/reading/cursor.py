"""A place among the tokens of a phrase, and what is read there.

A reader `read_x(cursor)` returns what it read with the cursor behind it, or `None` with the cursor
where it was.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, auto

from roadmapc.deadline.ast import Current, Moment, NthOf, Recurrence, Stretch, TimeRule
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.lexicon import Sense, Word
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.source.span import Span

_WEEKDAY, _DASH, _DOT = Sense.WEEKDAY, TokenKind.DASH, TokenKind.DOT
_ENDINGS = ("л", "ла", "лы", "ле", "ц", "ца")
"""Last letters of an abbreviation, behind its hyphen."""
_LONGEST_BRACKET = 4
"""Words of a bracket that is passed over between a number and its month."""


class ItemKind(IntEnum):
    """What an item is to the clauses."""

    MOMENTS = auto()
    PERIODICITY = auto()
    RULE = auto()
    REPORTED = auto()
    """«за полугодие»: the period that a report is about."""
    EXCEPTION = auto()
    """«кроме июля»: its moments are those left out."""
    TEXT = auto()
    ASIDE = auto()
    """A time of day, or words about the content of the work."""
    WEEKDAY = auto()
    """A weekday: beside a date a note, alone a series."""
    COMMA = auto()
    LABEL = auto()
    """A dash or colon: what stands before it may name what stands behind."""
    THEN = auto()
    BESIDES = auto()
    """«кроме того»: another rule, apart from the one before."""
    BREAK = auto()
    PAIR = auto()
    """The comma between periods with rhythms of their own; what is before it is not due in its moments."""


SIGNS = (ItemKind.COMMA, ItemKind.LABEL)
"""Items that only stand between others."""


@dataclass(slots=True)
class Item:
    """A stretch of the phrase that was understood as one thing.

    As of a token, nobody writes to it, and its fields are read too often to be those of a tuple.
    """

    kind: ItemKind
    first: int
    """Index of its first token."""
    end: int
    """Index behind its last token."""
    span: Span
    moments: tuple[Moment, ...] = ()
    recurrence: Recurrence | None = None
    rule: TimeRule | None = None
    reported: tuple[Stretch, ...] = ()
    """The periods that a report is about: «за I квартал, полугодие, 9 месяцев»."""
    time: dt.time | None = None
    """When on the day beside it something begins."""
    end_time: dt.time | None = None
    """When on that day it ends, or by when it is due."""


class Cursor:
    """The tokens, the index of the next one, and what was found wrong on the way."""

    __slots__ = ("_last", "at", "occasions", "passed", "problems", "tokens")

    def __init__(self, tokens: list[Token], problems: Problems) -> None:
        """At the first token."""
        self.tokens = tokens
        self.at = 0
        self.problems = problems
        self.passed: list[Item] = []
        """What was passed over inside the item that is being read: the weekdays and hours of a range."""
        self.occasions: dict[Span, None] = {}
        """Where holidays are called by their names, in the order of reading."""
        self._last = len(tokens) - 1

    @property
    def token(self) -> Token:
        """The next token; the end again and again at the end."""
        return self.tokens[self.at]

    @property
    def is_at_end(self) -> bool:
        """Whether no token is left."""
        return self.at == self._last

    def peek(self, ahead: int = 1) -> Token:
        """A token further on."""
        at = self.at + ahead
        return self.tokens[at if at < self._last else self._last]

    def advance(self, count: int = 1) -> None:
        """Leave tokens behind."""
        at = self.at + count
        self.at = at if at < self._last else self._last

    def skip(self, *kinds: TokenKind) -> bool:
        """Leave the next token behind if it is of these kinds."""
        if self.tokens[self.at].kind in kinds:
            self.at += 1
            return True
        return False

    def take(self, sense: Sense) -> Word | None:
        """The meaning of the next word if it plays this part."""
        word = self.tokens[self.at].word
        if word is not None and word.sense is sense:
            self.at += 1
            return word
        return None

    def take_any(self, *senses: Sense) -> Word | None:
        """The meaning of the next word if it plays one of these parts."""
        word = self.tokens[self.at].word
        return self.take(word.sense) if word is not None and word.sense in senses else None

    def take_lemma(self, *lemmas: str) -> str | None:
        """The next word if it is one of these prepositions."""
        word = self.tokens[self.at].word
        if word is not None and word.lemma in lemmas and word.lemma:
            self.at += 1
            return word.lemma
        return None

    def take_text(self, *texts: str) -> bool:
        """Leave the next word behind if it is spelled so."""
        if self.tokens[self.at].text in texts:
            self.at += 1
            return True
        return False

    def skip_dot(self) -> None:
        """Leave the dot or the last letters of an abbreviation behind."""
        token = self.tokens[self.at]
        if token.kind is _DOT:
            self.at += 1
        elif token.kind is _DASH and self.tokens[self.at + 1].text in _ENDINGS:
            self.at += 2  # «кв-л», «мес-ц»

    def take_weekday(self) -> Item | None:
        """The next word if it is a weekday."""
        start = self.at
        word = self.take(_WEEKDAY)
        if word is None or word.unit is None:
            return None
        self.skip_dot()
        moment = Moment(NthOf(word.unit, 1, Current(Unit.WEEK)), span=self.span_from(start))
        return self.item(ItemKind.WEEKDAY, start, (moment,))

    def pass_bracketed(self) -> None:
        """Leave behind a bracket whose words are no part of a day: «3 (пн)», «29 (финал)»."""
        start = self.at
        if not self.skip(TokenKind.OPEN):
            return
        words = self.take_weekday()
        if words is None and not self.take(Sense.INCLUSIVE):
            first = self.at
            while self.token.is_unknown and self.at - first < _LONGEST_BRACKET:
                self.advance()
            words = self.item(ItemKind.TEXT, first) if self.at > first else None
            if words is None:
                self.at = start
                return
        if not self.skip(TokenKind.CLOSE):
            self.at = start
        elif words is not None:
            self.passed.append(words)

    def span_from(self, start: int) -> Span:
        """From the token of an index to the token before the cursor."""
        last = self.at - 1 if self.at > start else start
        return Span(self.tokens[start].start, self.tokens[last].end)

    def words_from(self, start: int) -> str:
        """The words from the token of an index, up to the next token: a closing quotation mark is theirs."""
        return self.problems.text[self.tokens[start].start : self.tokens[self.at].start].rstrip()

    def item(
        self,
        kind: ItemKind,
        start: int,
        moments: tuple[Moment, ...] = (),
        recurrence: Recurrence | None = None,
        rule: TimeRule | None = None,
    ) -> Item:
        """The tokens from an index to the cursor, understood as one thing."""
        return Item(kind, start, self.at, self.span_from(start), moments, recurrence, rule)


Reader = Callable[[Cursor], Item | None]
"""What reads one item, or `None` with the cursor where it was or further on."""
