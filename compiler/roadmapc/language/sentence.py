"""Sentences of a text, each a row of words, numbers and signs with their places."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from roadmapc.language.morphology import word
from roadmapc.language.slip import Slip
from roadmapc.language.word import NOTHING, Word
from roadmapc.text.regex import regex

_LETTERS = "[А-Яа-яЁё]++(?:-[А-Яа-яЁё]++)*+"
_TOKEN = regex(
    rf"(?! )(?:{_LETTERS}(?![A-Za-z@\d])"
    r"|\{[^{}]*\}|https?://\S+|[\w.+-]{1,64}+@[\w.-]*|\w[\w/-]*+(?:\.[\w/-]++)*+|\n+|\t+|[^\s])"
)
"""A word, a reference, an address, a number or a mixture, the end of a line or a cell, a sign; never a space.

No alternative gives back what it has read, so that a text of any letters takes a time like its length.
"""
_WORD = regex(_LETTERS)
_PARTING = regex(r"[.!?;:\n\t]")
"""What a text of several sentences has."""
_LONGEST = 300
"""Tokens of a sentence: what is longer is none, and readers look at all of it for each of its words."""
_ENDS = frozenset(".!?;:")
PREPOSITIONS = frozenset(
    (
        "в",
        "во",
        "на",
        "о",
        "об",
        "по",
        "при",
        "с",
        "со",
        "к",
        "для",
        "от",
        "до",
        "из",
        "у",
        "за",
        "без",
        "под",
    )
)
_SPACES = regex(r"\s*")
STOPS = frozenset(",–—-(;:")
"""Signs that a clause ends at."""
_SHORT = regex(r"[а-яё]{1,3}|[А-ЯЁ]")
"""Before a stop: «г.», «ул.», «А.»; the sentence goes on."""


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word, a number, a reference in braces or a sign: one object wherever texts have it."""

    text: str
    word: Word
    """`NOTHING` for what is no word of Russian."""

    @property
    def is_word(self) -> bool:
        """Whether it is written in Russian letters."""
        return self.text[0].isalpha() and self.word is not NOTHING


END = Token("", NOTHING)
"""What stands after the last token of a sentence."""


@lru_cache(maxsize=65_536)
def _token(written: str) -> Token:
    return Token(written, word(written) if _WORD.fullmatch(written) else NOTHING)


@lru_cache(maxsize=1024)
def _cut(written: str) -> Token:
    """A word of which a stop has cut the rest."""
    return Token(written, NOTHING)


Tokens = tuple[Token, ...]


class _Places:
    """Where the tokens of a text stand: only what is wrong with it asks for that."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """All of them but ends of lines and cells."""
        return [match.span() for match in _TOKEN.finditer(self.text) if match[0][0] not in "\n\t"]


class Sentence(Tokens):
    """Tokens in a row."""

    _places: _Places
    _first: int
    """Its first token among those of the text."""

    @classmethod
    def of(cls, tokens: Iterable[Token], places: _Places, first: int) -> "Sentence":
        """A sentence of a text."""
        made = cls(tokens)
        made._places, made._first = places, first
        return made

    @property
    def text(self) -> str:
        """The whole text that it stands in."""
        return self._places.text

    def span(self, first: int, last: int | None = None) -> tuple[int, int]:
        """Where a token stands in the text, or several from one to another."""
        spans = self._places.spans
        return spans[self._first + first][0], spans[self._first + (first if last is None else last)][1]

    def words(self, first: int, last: int) -> str:
        """What is written from one token to another."""
        return self.text[slice(*self.span(first, last))]

    def sign_after(self, at: int) -> str:
        """The letter or sign right behind a token; empty at the end of the text."""
        end = self.span(at)[1]
        return self.text[end : end + 1]

    def are_neighbours(self, first: int, last: int) -> bool:
        """Whether only spaces stand between tokens."""
        spans = self._places.spans[self._first + first : self._first + last + 1]
        return all(
            start > end and not self.text[end:start].strip() for (_, end), (start, _) in pairwise(spans)
        )


class Reader(NamedTuple):
    """One kind of look at a word among its neighbours."""

    speaks_of: Callable[[Token], bool]
    """Whether it may have anything to say of a word; asked once of each spelling."""
    read: Callable[[Sentence, int], Iterator[Slip]]
    """What it says of the word at a place of a sentence."""
    speaks_before: Callable[[Token, Token], bool] = lambda _, __: True
    """Whether it may have anything to say of a word before the next one; asked once of each two."""


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; lines that do not go on in small letters and cells after a tab are others."""
    places = _Places(text)
    if _PARTING.search(text) is None:
        whole = Sentence.of(map(_token, _TOKEN.findall(text)), places, 0)
        if len(whole) <= _LONGEST:
            return (whole,) if whole else ()
    return tuple(_parted(text, places))


def _parted(text: str, places: _Places) -> Iterator[Sentence]:
    first, row = 0, list[Token]()
    before: re.Match[str] | None = None
    for match in _TOKEN.finditer(text):
        piece = match[0]
        if piece[0] in "\n\t":
            is_end = len(piece) > 1 or piece == "\t" or not _is_small_next(text, match.end())
        else:
            row.append(_token(piece))
            is_end = piece in _ENDS and not _goes_on(text, before, match)
            if before is not None and piece in _ENDS and not is_end:
                row[-2] = _cut(before[0])  # «макс.» is no whole word
            before = match
        if (is_end or len(row) == _LONGEST) and row:
            yield Sentence.of(row, places, first)
            first, row, before = first + len(row), [], None
    if row:
        yield Sentence.of(row, places, first)


def _goes_on(text: str, before: re.Match[str] | None, stop: re.Match[str]) -> bool:
    """Whether a stop belongs to the short word before it, or no space follows it."""
    if stop[0] != "." or text[stop.end() : stop.end() + 1].strip():
        return stop[0] == "."
    if before is None or before.end() != stop.start():
        return False
    return _is_small_next(text, stop.end()) or bool(_SHORT.fullmatch(before[0]))


def _is_small_next(text: str, start: int) -> bool:
    """Whether the next letter is a small one, so that the sentence goes on."""
    following = _SPACES.match(text, start)
    return following is not None and text[following.end() : following.end() + 1].islower()


def until_stop(sentence: Tokens, start: int) -> Tokens:
    """The words from a place to the end of their clause."""
    end = next((at for at in range(start, len(sentence)) if sentence[at].text in STOPS), len(sentence))
    return sentence[start:end]
