"""Texts that say nearly the same, found without comparing each with each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

from roadmapc.checks.words import stems

_SHINGLE = 3
"""Words in a row that two texts share before they are compared."""
_COMMON = 30
"""A phrase of so many texts tells nothing."""


def pairs(texts: Sequence[str], *, threshold: int, shortest: int) -> list[tuple[int, int, float]]:
    """Indices of similar texts, the earlier first, and the share of common words in per cent (Dice).

    Texts of fewer than `shortest` words are too short to compare.
    """
    words = [stems(text) for text in texts]
    return sorted(_alike([each if len(each) >= shortest else () for each in words], threshold))


def _alike(texts: list[Sequence[str]], threshold: int) -> Iterator[tuple[int, int, float]]:
    candidates = _candidates(texts)
    bags = _bags({at: texts[at] for at in chain.from_iterable(candidates)})
    for first, second in candidates:
        shared = (bags[first] & bags[second]).bit_count()
        share = 200 * shared / (len(texts[first]) + len(texts[second]))
        if share >= threshold:
            yield first, second, share


def _candidates(texts: list[Sequence[str]]) -> set[tuple[int, int]]:
    """Pairs that share a phrase."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, words in enumerate(texts):
        for phrase in set(zip(*(words[start:] for start in range(_SHINGLE)), strict=False)):
            holders[phrase].append(at)
    few = (sharing for sharing in holders.values() if len(sharing) <= _COMMON)
    return set(chain.from_iterable(combinations(sharing, 2) for sharing in few))


def _bags(texts: Mapping[int, Sequence[str]]) -> dict[int, int]:
    """The words of each text as the bits of a number: what two texts share is counted at once.

    A word has as many bits as times it comes in one text.
    """
    bits: dict[tuple[str, int], int] = {}
    bags: dict[int, int] = {}
    for at, words in texts.items():
        bag = 0
        for word, times in Counter(words).items():
            for nth in range(times):
                bag |= 1 << bits.setdefault((word, nth), len(bits))
        bags[at] = bag
    return bags
