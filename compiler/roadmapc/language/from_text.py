"""The way in: a text and its slips."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from roadmapc.language.agreement import agreement
from roadmapc.language.complements import complements
from roadmapc.language.counting import counting
from roadmapc.language.lost_prepositions import lost_prepositions
from roadmapc.language.negation import negation
from roadmapc.language.participle import participle
from roadmapc.language.patterns import patterns
from roadmapc.language.predicate import predicate
from roadmapc.language.prepositions import prepositions
from roadmapc.language.sentence import sentences
from roadmapc.language.set_phrases import degrees, joined, set_phrases
from roadmapc.language.slip import Slip
from roadmapc.language.spelling import misspelt

_READERS = (
    agreement,
    prepositions,
    complements,
    lost_prepositions,
    predicate,
    participle,
    counting,
    degrees,
    joined,
    negation,
)
"""Of two words or more."""


@lru_cache(maxsize=4_096)
def slips(text: str) -> tuple[Slip, ...]:
    """All that is wrong in a text, in its order; where tables or rules of spelling speak, no other does."""
    rows = sentences(text)
    told = bytearray(len(text))
    sure = [
        *_untold(chain.from_iterable(set_phrases(text, row) for row in rows), told, is_last_word=True),
        *_untold(patterns(text), told, is_last_word=True),
        *_untold(chain.from_iterable(map(misspelt, rows)), told, is_last_word=True),
    ]
    read = chain.from_iterable(reader(text, row) for row in rows if len(row) > 1 for reader in _READERS)
    found = dict.fromkeys((*sure, *_untold(read, told, is_last_word=False)))
    return tuple(sorted(found, key=lambda slip: (slip.start, slip.end)))


def _untold(found: Iterable[Slip], told: bytearray, *, is_last_word: bool) -> Iterator[Slip]:
    """Slips at letters of which nothing is told; with `is_last_word` the letters are told now."""
    for slip in found:
        if not any(told[slip.start : slip.end]):
            if is_last_word:
                told[slip.start : slip.end] = bytes([1]) * (slip.end - slip.start)
            yield slip
