"""What the texts of a plan say, each wording once, laid out so that letters are found quickly.

A rule is asked about thousands of texts, and few of them have its letters: one search through everything
costs less than a question to each.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice
from typing import Any, TypeVar

from roadmapc.checks.texts import Text
from roadmapc.text.regex import regex

T = TypeVar("T")

_BETWEEN = "\0"
"""No source has it."""
_OTHER_SPACE = regex(r"[^\S ]")
"""Marks have plain spaces; between the words of a text stands another one, or the end of a line, as well."""


class Seen:
    """Wordings of this text and of those before, in the order in which they came."""

    def __init__(self) -> None:
        """None."""
        self._all: dict[str, None] = {}
        self._since: dict[int, _Letters] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._all)

    def add(self, wordings: Iterable[str]) -> None:
        """Wordings of a text."""
        before = len(self._all)
        self._all.update(dict.fromkeys(wordings))
        if len(self._all) > before:
            self._since.clear()

    def since(self, count: int) -> "_Letters":
        """Those that have come after the first `count`."""
        if count not in self._since:
            self._since[count] = _Letters(tuple(islice(self._all, count, None)))
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
        *marks: str,
        known: "Answered | None" = None,
    ) -> Iterator[tuple[Text, T]]:
        """The answers of each text to a question about its words, each wording asked once.

        Only those are asked that have one of the marks, in any letters and spaces; without marks, all.
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
