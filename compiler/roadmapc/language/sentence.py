"""Sentences of a text, each a row of words, numbers and signs with their places."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from roadmapc.language.morphology import word
from roadmapc.language.slip import Slip
from roadmapc.language.word import NOTHING, Word
from roadmapc.text.regex import regex

_TOKEN = regex(
    r"([А-Яа-яЁё]++(?:-[А-Яа-яЁё]++)*+)(?![A-Za-z@\d])"
    r"|\{[^{}]*\}|https?://\S+|[\w.+-]{1,64}+@[\w.-]+|\w[\w/-]*+(?:\.[\w/-]++)*+|\n+|\t+|[^\s]"
)
"""A word, a reference, an address, a number or a mixture, the end of a line or a cell, a sign.

No alternative gives back what it has read, so that a text of any letters takes a time like its length.
"""
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


class Token(NamedTuple):
    """A word, a number, a reference in braces or a sign."""

    text: str
    start: int
    end: int
    word: Word
    """`NOTHING` for what is no word of Russian."""

    @property
    def is_word(self) -> bool:
        """Whether it is written in Russian letters."""
        return self.text[0].isalpha() and self.word is not NOTHING


Sentence = tuple[Token, ...]
END = Token("", 0, 0, NOTHING)
"""What stands after the last token of a sentence."""


class Reader(NamedTuple):
    """One kind of look at a word among its neighbours."""

    speaks_of: Callable[[Token], bool]
    """Whether it may have anything to say of a word; asked once of each spelling."""
    read: Callable[[str, Sentence, int], Iterator[Slip]]
    """What it says of the word at a place of a sentence of a text."""
    speaks_before: Callable[[Token, Token], bool] = lambda _, __: True
    """Whether it may have anything to say of a word before the next one; asked once of each two."""


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; lines that do not go on in small letters and cells after a tab are others."""
    found: list[Sentence] = []
    row: list[Token] = []
    for match in _TOKEN.finditer(text):
        piece, (start, end) = match[0], match.span()
        if match.lastindex:
            row.append(Token(piece, start, end, word(piece)))
            is_end = False
        elif piece[0] in "\n\t":
            is_end = len(piece) > 1 or piece == "\t" or not _is_small_next(text, end)
        else:
            row.append(Token(piece, start, end, NOTHING))
            is_end = piece in _ENDS and not _goes_on(row, text)
            if piece in _ENDS and not is_end and len(row) > 1:
                row[-2] = row[-2]._replace(word=NOTHING)  # «макс.» is no whole word
        if is_end or len(row) == _LONGEST:
            found.append(tuple(row))
            row = []
    return (*filter(None, found), *((tuple(row),) if row else ()))


def _goes_on(row: list[Token], text: str) -> bool:
    """Whether a stop belongs to a short word, or no space follows it."""
    stop = row[-1]
    if stop.text != "." or text[stop.end : stop.end + 1].strip():
        return stop.text == "."
    if len(row) == 1 or row[-2].end != stop.start:
        return False
    return _is_small_next(text, stop.end) or bool(_SHORT.fullmatch(row[-2].text))


def _is_small_next(text: str, start: int) -> bool:
    """Whether the next letter is a small one, so that the sentence goes on."""
    following = _SPACES.match(text, start)
    return following is not None and text[following.end() : following.end() + 1].islower()


def are_neighbours(text: str, sentence: Sentence, first: int, last: int) -> bool:
    """Whether only spaces stand between tokens of a sentence."""
    return all(
        not text[one.end : other.start].strip() and one.end < other.start
        for one, other in pairwise(sentence[first : last + 1])
    )


def until_stop(sentence: Sentence, start: int) -> Sentence:
    """The words from a place to the end of their clause."""
    end = next((at for at in range(start, len(sentence)) if sentence[at].text in STOPS), len(sentence))
    return sentence[start:end]
