"""Texts that say nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
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
    return sorted(_alike([each if len(each) >= shortest else [] for each in words], threshold))


def _alike(words: list[list[str]], threshold: int) -> Iterator[tuple[int, int, float]]:
    bags = [_bag(each) for each in words]
    for first, second in _candidates(words):
        share = 200 * len(bags[first] & bags[second]) / (len(words[first]) + len(words[second]))
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
    shared = (texts for texts in holders.values() if len(texts) <= _COMMON)
    return set(chain.from_iterable(combinations(texts, 2) for texts in shared))


def _bag(words: list[str]) -> frozenset[tuple[str, int]]:
    """The words, each with its ordinal among its like: a repeated one counts as often as it comes."""
    seen: Counter[str] = Counter()
    numbered: list[tuple[str, int]] = []
    for word in words:
        seen[word] += 1
        numbered.append((word, seen[word]))
    return frozenset(numbered)
