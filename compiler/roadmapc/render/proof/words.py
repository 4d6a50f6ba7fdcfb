"""Texts as words and marks, in which the size of letters, spaces and kinds of dashes mean nothing.

A place to fill in is one mark, however long the layout made it.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from roadmapc.render.docx.oxml import legible

Words: TypeAlias = tuple[str, ...]

_WORD = re.compile(r"\w+|[^\w\s]")
_BLANK = re.compile("_{2,}")
_DASH = re.compile("[‐‑‒–—―−]")
_BETWEEN = "\0"
"""Parts texts that are taken apart together; no legible one has it."""


def words(text: str) -> Words:
    """The words and marks of a text."""
    return tuple(_words(legible(text)))


class Alphabet(dict[str, str]):
    """A letter for each word that is asked for: texts become short strings, and are compared and found so."""

    def __init__(self) -> None:
        """No word has a letter yet."""
        super().__init__()
        self._words: list[str] = []

    def __missing__(self, word: str) -> str:
        """The next letter."""
        letter = self[word] = chr(len(self._words))
        self._words.append(word)
        return letter

    def read(self, spelt: str) -> list[str]:
        """The words of what is spelt."""
        return [self._words[ord(letter)] for letter in spelt]

    def spelt(self, words: Iterable[str]) -> str:
        """A letter a word."""
        return "".join(map(self.__getitem__, words))

    def spelt_of_all(self, texts: Iterable[str]) -> dict[str, str]:
        """Of many texts, each of which is taken apart once, and all together."""
        different = dict.fromkeys(texts)
        every = self.spelt(_words(_BETWEEN.join(map(legible, different))))
        return dict(zip(different, every.split(self[_BETWEEN]), strict=False))


def _words(text: str) -> list[str]:
    plain = _DASH.sub("-", text)
    if "__" in plain:
        plain = _BLANK.sub("__", plain)
    return _WORD.findall(plain.casefold())


@lru_cache(maxsize=1000)
def label_words(label: str) -> Words:
    """Of the mark of a list, its last number or letter: the rest is the template's."""
    found = [word for word in words(label) if word[0].isalnum()]
    return tuple(found[-1:])
