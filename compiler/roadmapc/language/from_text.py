"""The way in: a text, its slips and the words that nobody knows."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from roadmapc.language.agreement import AGREEMENT
from roadmapc.language.complements import COMPLEMENTS
from roadmapc.language.counting import COUNTING
from roadmapc.language.lost_prepositions import LOST_PREPOSITIONS
from roadmapc.language.negation import NEGATION
from roadmapc.language.participle import PARTICIPLE
from roadmapc.language.patterns import has_sign, patterns
from roadmapc.language.predicate import PREDICATE
from roadmapc.language.prepositions import PREPOSITIONS
from roadmapc.language.sentence import END, Reader, Sentence, Token, sentences
from roadmapc.language.set_phrases import CUT_WORDS, DEGREES, HALF_WORDS, PHRASES
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.spelling import MISSPELT, Unknown, is_strange, unknown_words

_Where = list[tuple[Sentence, int]]
"""Words of sentences."""
_RULES: tuple[Reader, ...] = (
    MISSPELT,
    AGREEMENT,
    PREPOSITIONS,
    COMPLEMENTS,
    LOST_PREPOSITIONS,
    PREDICATE,
    PARTICIPLE,
    COUNTING,
    DEGREES,
    CUT_WORDS,
    HALF_WORDS,
    NEGATION,
)
_STRANGE = Reader(is_strange, lambda _sentence, _at: iter(()))
"""Words that nobody knows, unless their places tell that they are names."""
_SHAPES = Reader(has_sign, lambda _sentence, _at: iter(()))
"""Where a text may have one of the patterns, which look at all of it."""
_READERS = (_STRANGE, PHRASES, _SHAPES, *_RULES)


class Reading(NamedTuple):
    """What is said of the language of a text."""

    slips: tuple[Slip, ...]
    """All that is wrong, in its order."""
    unknown: tuple[Unknown, ...]
    """Words that nobody knows, without those that a slip corrects."""


def slips(text: str) -> tuple[Slip, ...]:
    """All that is wrong in a text, in its order."""
    return read(text).slips


def read(text: str) -> Reading:
    """A text, taken into sentences once."""
    strange, *others = _places(sentences(text))
    found = tuple(_slips(text, *others))
    corrected = [slip for slip in found if slip.kind is Kind.SET_PHRASE]
    unknown = (
        word
        for word in unknown_words(text, strange)
        if not any(slip.start <= word.start < slip.end for slip in corrected)
    )
    return Reading(found, tuple(unknown))


def _slips(text: str, of_phrases: _Where, of_shapes: _Where, *of_rules: _Where) -> Iterator[Slip]:
    """Of one place tables speak first, then rules of spelling."""
    phrases = (slip for where in of_phrases for slip in PHRASES.read(*where))
    read = (
        slip
        for reader, places in zip(_RULES, of_rules, strict=True)
        for sentence, at in places
        for slip in reader.read(sentence, at)
    )
    told = bytearray(len(text))
    found: list[Slip] = []
    for slip in chain(phrases, patterns(text) if of_shapes else (), read):
        if not any(told[slip.start : slip.end]):
            told[slip.start : slip.end] = bytes([1]) * (slip.end - slip.start)
            found.append(slip)
    yield from sorted(found, key=lambda slip: slip.start)


def _places(rows: Iterable[Sentence]) -> Sequence[_Where]:
    """For each reader the places of which it may have something to say."""
    places: tuple[_Where, ...] = tuple([] for _ in _READERS)
    for sentence in rows:
        for at, readers in enumerate(map(_readers_before, sentence, (*sentence[1:], END))):
            for reader in readers:
                places[reader].append((sentence, at))
    return places


@lru_cache(maxsize=65_536)
def _readers_before(token: Token, following: Token) -> tuple[int, ...]:
    """Which readers may have something to say of a word or a sign before another."""
    return tuple(at for at in _readers_of(token) if _READERS[at].speaks_before(token, following))


@lru_cache(maxsize=65_536)
def _readers_of(token: Token) -> tuple[int, ...]:
    return tuple(at for at, reader in enumerate(_READERS) if reader.speaks_of(token))
