"""Prepositions and phrases like them with the cases that they take, `data/prepositions.tsv`."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from roadmapc.assets import table
from roadmapc.language.word import of_cases


class Ruling(NamedTuple):
    """What rules the words after it."""

    before: tuple[str, ...]
    """The words of a phrase but its last, in small letters; none for «согласно»."""
    cases: tuple[str, ...]
    """Those that may follow."""
    places: int
    """All places in these cases."""


@cache
def ruling_words() -> Mapping[str, tuple[Ruling, ...]]:
    """By the last word of a phrase; of those that end alike the longest first."""
    text = table("roadmapc.language", "data/prepositions.tsv")
    found: defaultdict[str, list[Ruling]] = defaultdict(list)
    for line in text.splitlines()[1:]:
        cases, phrases = line.split("\t")
        for phrase in phrases.split(", "):
            *before, last = phrase.split()
            found[last].append(Ruling(tuple(before), tuple(cases.split()), of_cases(*cases.split())))
    return {last: tuple(sorted(each, key=lambda ruling: -len(ruling.before))) for last, each in found.items()}
