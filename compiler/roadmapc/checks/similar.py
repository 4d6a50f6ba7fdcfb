"""Texts that say nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from roadmapc.checks.words import stems

_SHINGLE = 3
"""Words in a row that two texts share before they are compared."""
_COMMON = 30
"""A phrase of so many texts tells nothing."""


def pairs(texts: Sequence[str], *, threshold: float, shortest: int) -> Iterator[tuple[int, int, float]]:
    """Indices of similar texts, the earlier first, and how much they share of their words (Dice).

    Texts of fewer than `shortest` words are too short to compare.
    """
    words = [stems(text) for text in texts]
    for first, second in sorted(_candidates(words)):
        if min(len(words[first]), len(words[second])) >= shortest:
            share = _share(words[first], words[second])
            if share >= threshold:
                yield first, second, share


def _candidates(words: list[list[str]]) -> set[tuple[int, int]]:
    """Pairs that share a phrase."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, text in enumerate(words):
        for start in range(len(text) - _SHINGLE + 1):
            phrase = holders[tuple(text[start : start + _SHINGLE])]
            if not phrase or phrase[-1] != at:
                phrase.append(at)
    shared = (texts for texts in holders.values() if 2 <= len(texts) <= _COMMON)
    return {(first, second) for texts in shared for first in texts for second in texts if first < second}


def _share(first: list[str], second: list[str]) -> float:
    common = (Counter(first) & Counter(second)).total()
    return 2 * common / (len(first) + len(second))
