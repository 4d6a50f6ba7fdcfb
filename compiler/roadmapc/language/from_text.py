"""The way in: a text, its slips and the words that nobody knows."""

from collections.abc import Callable, Iterator
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from roadmapc.language.agreement import agreement
from roadmapc.language.complements import complements
from roadmapc.language.counting import counting
from roadmapc.language.lost_prepositions import lost_prepositions
from roadmapc.language.negation import negation
from roadmapc.language.participle import participle
from roadmapc.language.patterns import patterns
from roadmapc.language.predicate import predicate
from roadmapc.language.prepositions import prepositions
from roadmapc.language.sentence import Sentence, sentences
from roadmapc.language.set_phrases import degrees, hyphenated, joined, set_phrases
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.spelling import Unknown, misspelt, unknown_words
from roadmapc.language.word import Part

Reader = Callable[[str, Sentence], Iterator[Slip]]

_READERS: tuple[tuple[Reader, int], ...] = (
    (agreement, Part.ADJECTIVE | Part.PARTICIPLE),
    (prepositions, Part.OTHER),
    (complements, Part.NOUN),
    (lost_prepositions, Part.NOUN),
    (predicate, Part.VERB | Part.SHORT | Part.INFINITIVE | Part.ADVERB),
    (participle, Part.PARTICIPLE | Part.ADJECTIVE),
    (counting, Part.NOUN),
    (degrees, Part.COMPARATIVE),
    (joined, Part.ANY),
    (hyphenated, Part.ADJECTIVE),
    (negation, Part.OTHER | Part.ADJECTIVE),
)
"""Those of two words or more, each with the parts of speech without which it has nothing to say."""


class Reading(NamedTuple):
    """What is said of the language of a text."""

    slips: tuple[Slip, ...]
    """All that is wrong, in its order."""
    unknown: tuple[Unknown, ...]
    """Words that nobody knows, without those that a slip corrects."""


def slips(text: str) -> tuple[Slip, ...]:
    """All that is wrong in a text, in its order."""
    return read(text).slips


@lru_cache(maxsize=4_096)
def read(text: str) -> Reading:
    """A text, taken into sentences once."""
    rows = sentences(text)
    found = tuple(_slips(text, rows))
    corrected = [slip for slip in found if slip.kind is Kind.SET_PHRASE]
    strange = unknown_words(text, rows)
    unknown = (word for word in strange if not any(slip.start <= word.start < slip.end for slip in corrected))
    return Reading(found, tuple(unknown))


def _slips(text: str, rows: tuple[Sentence, ...]) -> Iterator[Slip]:
    """Of one place tables speak first, then rules of spelling."""
    of_tables = chain(chain.from_iterable(set_phrases(text, row) for row in rows), patterns(text))
    of_rules = chain.from_iterable(map(misspelt, rows))
    read = chain.from_iterable(_read(text, row) for row in rows if len(row) > 1)
    told = bytearray(len(text))
    found: list[Slip] = []
    for slip in chain(of_tables, of_rules, read):
        if not any(told[slip.start : slip.end]):
            told[slip.start : slip.end] = bytes([1]) * (slip.end - slip.start)
            found.append(slip)
    yield from sorted(found, key=lambda slip: slip.start)


def _read(text: str, sentence: Sentence) -> Iterator[Slip]:
    parts = reduce(or_, (token.word.parts for token in sentence))
    for reader, wanted in _READERS:
        if parts & wanted:
            yield from reader(text, sentence)
