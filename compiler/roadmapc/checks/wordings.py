"""What the texts of a plan say, each wording once, laid out so that letters are found quickly.

A rule is asked about thousands of texts, and few of them have its letters: one search through everything
costs less than a question to each.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar

from roadmapc.checks.texts import Text
from roadmapc.text.regex import regex

T = TypeVar("T")

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
        *marks: str,
        known: "Answered | None" = None,
    ) -> Iterator[tuple[Text, T]]:
        """The answers of each text to a question about its words, each wording asked once.

        Only those are asked that have one of the marks, in any letters and spaces; without marks, all.
        Wordings that are `known` are not asked again, and what the others answer is added.
        """
        if known is None:
            asked = ((words, tuple(question(words))) for words in self.with_any(marks))
            answers = {words: found for words, found in asked if found}
        else:
            new = tuple(self._places.keys() - known.asked)
            known.asked.update(new)
            asked = ((words, tuple(question(words))) for words in _Letters(new).with_any(marks))
            known.answers.update((words, found) for words, found in asked if found)
            answers = {words: known.answers[words] for words in known.answers.keys() & self._places.keys()}
        for text in self.texts(answers):
            for answer in answers[text.words]:
                yield text, answer

    def with_any(self, marks: Sequence[str]) -> Sequence[str]:
        """Wordings that have one of the marks, in any letters and spaces; without marks, all."""
        return self._letters.with_any(marks)

    @cached_property
    def _letters(self) -> "_Letters":
        return _Letters(tuple(self._places))

    def texts(self, wordings: Iterable[str]) -> Iterator[Text]:
        """The texts that say one of these, in the order of writing."""
        for place in sorted(place for words in wordings for place in self._places[words]):
            yield self._texts[place]


class _Letters:
    """Wordings one after another, small letters and plain spaces, so that one search goes through all."""

    def __init__(self, wordings: Sequence[str]) -> None:
        self._all = wordings
        small = [words.lower() for words in wordings]
        self._everything = _OTHER_SPACE.sub(" ", _BETWEEN.join(small))
        self._starts = tuple(accumulate((len(words) + len(_BETWEEN) for words in small), initial=0))

    def with_any(self, marks: Sequence[str]) -> Sequence[str]:
        if not marks:
            return self._all
        return [self._all[at] for at in sorted({at for mark in marks for at in self._with(mark)})]

    def _with(self, mark: str) -> Iterator[int]:
        at = self._everything.find(mark)
        while at >= 0:
            following = bisect_right(self._starts, at)
            yield following - 1
            at = self._everything.find(mark, self._starts[following])
