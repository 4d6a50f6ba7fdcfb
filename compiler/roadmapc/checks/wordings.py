"""What the texts of a plan say, each wording once, laid out so that letters are found quickly.

A rule is asked about thousands of texts, and few of them have its letters: one search through everything
costs less than a question to each.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from roadmapc.checks.texts import Text

T = TypeVar("T")

_BETWEEN = "\0"
"""No source has it."""
_OTHER_SPACE = re.compile(r"[^\S ]")
"""Marks have plain spaces; between the words of a text stands another one, or the end of a line, as well."""


class Wordings:
    """The wordings of texts."""

    def __init__(self, texts: Sequence[Text]) -> None:
        """Lay the texts out."""
        self._texts = texts
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            self._places[text.words].append(place)
        self._all = tuple(self._places)
        small = [words.lower() for words in self._all]
        self._everything = _OTHER_SPACE.sub(" ", _BETWEEN.join(small))
        self._starts = tuple(accumulate((len(words) + len(_BETWEEN) for words in small), initial=0))

    def ask(self, question: Callable[[str], Iterable[T]], *marks: str) -> Iterator[tuple[Text, T]]:
        """The answers of each text to a question about its words, each wording asked once.

        Only those are asked that have one of the marks, in any letters and spaces; without marks, all.
        """
        asked = ((words, tuple(question(words))) for words in self.with_any(marks))
        answers = {words: answer for words, answer in asked if answer}
        for text in self.texts(answers):
            for answer in answers[text.words]:
                yield text, answer

    def with_any(self, marks: Sequence[str]) -> Sequence[str]:
        """Wordings that have one of the marks, in any letters and spaces; without marks, all."""
        if not marks:
            return self._all
        return [self._all[at] for at in sorted({at for mark in marks for at in self._with(mark)})]

    def _with(self, mark: str) -> Iterator[int]:
        at = self._everything.find(mark)
        while at >= 0:
            following = bisect_right(self._starts, at)
            yield following - 1
            at = self._everything.find(mark, self._starts[following])

    def texts(self, wordings: Iterable[str]) -> Iterator[Text]:
        """The texts that say one of these, in the order of writing."""
        for place in sorted(place for words in wordings for place in self._places[words]):
            yield self._texts[place]
