"""What the texts of a plan say, each wording once, by the words that it has.

A rule is asked about thousands of texts, and few of them have its marks: one search through all different
words costs less than a question to each text.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, islice
from typing import Any, TypeVar

from roadmapc.checks.texts import Text
from roadmapc.text.regex import regex

T = TypeVar("T")

Mark = str | re.Pattern[str]
"""What a wording must have to be asked about: letters, small and with plain spaces, or what one of its words
is found by."""
_BETWEEN = "\0"
"""No source has it."""
_OTHER_SPACE = regex(r"[^\S ]")
"""Marks have plain spaces; between the words of a text stands another one, or the end of a line, as well."""


class Seen:
    """Wordings of this text and of those before, in the order in which they came."""

    def __init__(self) -> None:
        """None."""
        self._all: dict[str, None] = {}
        self._since: dict[int, _Vocabulary] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._all)

    def add(self, wordings: Iterable[str]) -> None:
        """Wordings of a text."""
        before = len(self._all)
        self._all.update(dict.fromkeys(wordings))
        if len(self._all) > before:
            self._since.clear()

    def since(self, count: int) -> "_Vocabulary":
        """Those that have come after the first `count`."""
        if count not in self._since:
            self._since[count] = _Vocabulary(tuple(islice(self._all, count, None)))
        return self._since[count]


class Answered:
    """What a question was answered before."""

    def __init__(self) -> None:
        """Nothing."""
        self.asked = 0
        """How many wordings it was asked of those seen."""
        self.answers: dict[str, tuple[Any, ...]] = {}
        """Of those that have some."""

    def __len__(self) -> int:
        """How much is known."""
        return len(self.answers)


class Wordings:
    """The wordings of texts."""

    def __init__(self, texts: Sequence[Text], seen: Seen | None = None) -> None:
        """Lay the texts out; those of before were `seen`."""
        self._texts = texts
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            self._places[text.words].append(place)
        self._seen = seen
        if seen is not None:
            seen.add(self._places)

    def ask(
        self,
        question: Callable[[str], Iterable[T]],
        *marks: Mark,
        known: "Answered | None" = None,
    ) -> Iterator[tuple[Text, T]]:
        """The answers of each text to a question about its words, each wording asked once.

        Only those are asked that have one of the marks; without marks, all.
        What is `known` of those seen before is not asked again, and what the others answer is added.
        """
        if known is None or self._seen is None:
            asked = ((words, tuple(question(words))) for words in self.with_any(marks))
            answers = {words: found for words, found in asked if found}
        else:
            if known.asked < len(self._seen):
                new = self._seen.since(known.asked).with_any(marks)
                asked = ((words, tuple(question(words))) for words in new)
                known.answers.update((words, found) for words, found in asked if found)
                known.asked = len(self._seen)
            answers = {words: known.answers[words] for words in known.answers.keys() & self._places.keys()}
        for text in self.texts(answers):
            for answer in answers[text.words]:
                yield text, answer

    def with_any(self, marks: Sequence[Mark]) -> Sequence[str]:
        """Wordings that have one of the marks; without marks, all."""
        return self._vocabulary.with_any(marks)

    @cached_property
    def _vocabulary(self) -> "_Vocabulary":
        return _Vocabulary(tuple(self._places))

    def texts(self, wordings: Iterable[str]) -> Iterator[Text]:
        """The texts that say one of these, in the order of writing."""
        for place in sorted(place for words in wordings for place in self._places[words]):
            yield self._texts[place]


class _Vocabulary:
    """The different words of wordings, each with those that have it: marks are looked for among them.

    A long plan has a thousand words, each a hundred times.
    """

    def __init__(self, wordings: Sequence[str]) -> None:
        self._wordings = wordings
        spaced = _OTHER_SPACE.sub(" ", _BETWEEN.join(wordings))
        self._small = spaced.lower().split(_BETWEEN)
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for at, words in enumerate(spaced.split(_BETWEEN) if wordings else ()):
            for word in words.split(" "):
                holders[word].append(at)
        self._words = tuple(holders)
        self._holders = tuple(holders.values())
        small = [word.lower() for word in self._words]
        self._all_words = _BETWEEN.join(small)
        self._starts = tuple(accumulate((len(word) + len(_BETWEEN) for word in small), initial=0))

    def with_any(self, marks: Sequence[Mark]) -> Sequence[str]:
        """Wordings that have one of the marks; without marks, all."""
        if not marks:
            return self._wordings
        return [self._wordings[at] for at in sorted(set().union(*map(self._with, marks)))]

    def _with(self, mark: Mark) -> Iterable[int]:
        if isinstance(mark, str):
            longest = max(mark.split(" "), key=len)
            having = self._having(longest) if longest else range(len(self._words))
            found = chain.from_iterable(self._holders[at] for at in having)
            return found if longest == mark else (at for at in set(found) if mark in self._small[at])
        search = mark.search
        return chain.from_iterable(
            holders for word, holders in zip(self._words, self._holders, strict=True) if search(word)
        )

    def _having(self, letters: str) -> Iterator[int]:
        """Words with these small letters in a row."""
        at = self._all_words.find(letters)
        while at >= 0:
            following = bisect_right(self._starts, at)
            yield following - 1
            at = self._all_words.find(letters, self._starts[following])
