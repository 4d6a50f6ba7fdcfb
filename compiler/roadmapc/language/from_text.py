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
    """All that is wrong in a text, in its order, of two that overlap the one from the table."""
    rows = sentences(text)
    of_table = [*chain.from_iterable(set_phrases(text, row) for row in rows), *patterns(text)]
    by_rule = chain.from_iterable(map(misspelt, rows))
    sure = [*of_table, *_apart(by_rule, of_table)]
    read = chain.from_iterable(reader(text, row) for row in rows if len(row) > 1 for reader in _READERS)
    found = dict.fromkeys((*sure, *_apart(read, sure)))
    return tuple(sorted(found, key=lambda slip: (slip.start, slip.end)))


def _apart(found: Iterable[Slip], told: list[Slip]) -> Iterator[Slip]:
    """Slips at places of which nothing is told."""
    for slip in found:
        if not any(slip.start < one.end and one.start < slip.end for one in told):
            yield slip
