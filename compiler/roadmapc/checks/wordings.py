"""What the texts of a plan say, each wording once, by the words that it has.

A rule is asked about thousands of texts, and few of them have its marks: one search through all different
words costs less than a question to each text.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
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


class Answered:
    """What a question was answered before."""

    def __init__(self) -> None:
        """Nothing."""
        self.asked: set[str] = set()
        """Wordings of any text."""
        self.answers: dict[str, tuple[Any, ...]] = {}
        """Of those that have some."""

    def __len__(self) -> int:
        """How much is known."""
        return len(self.asked)


class Wordings:
    """The wordings of texts."""

    def __init__(self, texts: Sequence[Text]) -> None:
        """Lay the texts out."""
        self._texts = texts
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            self._places[text.words].append(place)

    def ask(
        self,
        question: Callable[[str], Iterable[T]],
        *marks: Mark,
        known: "Answered | None" = None,
    ) -> Iterator[tuple[Text, T]]:
        """The answers of each text to a question about its words, each wording asked once.

        Only those are asked that have one of the marks; without marks, all.
        Wordings that are `known` are not asked again, and what the others answer is added.
        """
        if known is None:
            asked = ((words, tuple(question(words))) for words in self.with_any(marks))
            answers = {words: found for words, found in asked if found}
        else:
            new = tuple(self._places.keys() - known.asked)
            known.asked.update(new)
            asked = ((words, tuple(question(words))) for words in _Vocabulary(new).with_any(marks))
            known.answers.update((words, found) for words, found in asked if found)
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
            for word in set(words.split(" ")):
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
