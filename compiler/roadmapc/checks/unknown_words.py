"""Words of a plan that nobody knows, and the known words that they nearly are."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from roadmapc.checks.abbreviations import introduced, introducing
from roadmapc.checks.rule import CheckInput
from roadmapc.checks.words import stem
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.language.spelling import field_words, is_spelled
from roadmapc.text.letters import small

_READ_ELSEWHERE = frozenset(("deadline", "phrase", "checkpoint", "audience"))
"""Fields whose words another reader asks about (D310, D311)."""
_SHORTEST = 5
_LONGEST = 40
"""Letters of a word that is known by the others if one is wrong."""


class UnknownWord(NamedTuple):
    """A word with all its places."""

    spelling: str
    """In small letters."""
    place: Place
    others: tuple[Label, ...]
    nearest: str
    """The known word that is one letter away; empty if there is none."""


def unknown_in(subject: CheckInput) -> tuple[UnknownWord, ...]:
    """Each unknown word of a plan once, in the order of writing."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for text, word in subject.language.unknown:
        if text.field not in _READ_ELSEWHERE:
            places[word.spelling].append(text.at(word.start, word.end))
    if not places:
        return ()
    of_texts = chain.from_iterable(map(introduced, dict.fromkeys(introducing(subject.plan))))
    known = {stem(word) for word in chain(subject.plan.profile.words, of_texts)}
    near = _Neighbours(subject)
    return tuple(
        UnknownWord(word, first, tuple(Label(place, "и здесь") for place in others), near.of(word))
        for word, (first, *others) in places.items()
        if stem(word) not in known
    )


class _Neighbours:
    """Known words of a plan and of the field, by what is left of each, or of its stem, without a letter."""

    def __init__(self, subject: CheckInput) -> None:
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        known = {word for text in subject.texts for word in _known_words(text.words)}
        for word in sorted(known | field_words()):
            for key in _keys(word):
                self._words[key].add(word)

    def of(self, word: str) -> str:
        """A known word, in whatever form, that differs in one letter or has two neighbours exchanged."""
        near = {each for key in _keys(word) for each in self._words.get(key, ()) if _are_near(word, each)}
        whole = (each for each in near if _is_one_letter(word, each))
        return min(whole, default=min(near, default=""))


@lru_cache(maxsize=4_096)
def _known_words(text: str) -> frozenset[str]:
    words = (small(word) for word in text.replace("\u00a0", " ").split())
    bare = (word.strip('.,:;()«»„“"!?–—') for word in words)
    return frozenset(word for word in bare if word.isalpha() and word.islower() and is_spelled(word))


def _keys(word: str) -> Iterator[str]:
    """The word, its stem, and both without each of their letters."""
    for each in dict.fromkeys((word, stem(word))):
        if _SHORTEST <= len(each) <= _LONGEST:
            yield each
            yield from (each[:at] + each[at + 1 :] for at in range(len(each)))


def _are_near(word: str, known: str) -> bool:
    return _is_one_letter(word, known) or _is_one_letter(stem(word), stem(known))


def _is_one_letter(word: str, known: str) -> bool:
    """Whether one letter is lost, added or another, or two neighbours are exchanged."""
    if min(len(word), len(known)) < _SHORTEST or abs(len(word) - len(known)) > 1 or word == known:
        return False
    shorter = min(len(word), len(known))
    start = next((at for at in range(shorter) if word[at] != known[at]), shorter)
    rest, other = word[start:], known[start:]
    is_exchanged = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return is_exchanged or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def near(subject: CheckInput) -> Iterator[UnknownWord]:
    """Those that are nearly a known word."""
    return (word for word in unknown_in(subject) if word.nearest)


def strange(subject: CheckInput) -> Iterator[UnknownWord]:
    """Those that are like no known word."""
    return (word for word in unknown_in(subject) if not word.nearest)
