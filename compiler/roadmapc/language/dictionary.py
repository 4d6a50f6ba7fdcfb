"""The OpenCorpora dictionary as pymorphy3 ships it, read without pymorphy3's analyser.

To look words up takes three tables of the dictionary. The analyser loads those that guess unknown words, too,
and makes an object of each of 5,500 tags: a quarter of the time of a small check. It is asked only where a
word is put into another form (`morphology.analyser`).
"""

import json
import sys
from array import array
from functools import cache
from pkgutil import get_data
from typing import NamedTuple

_E_AS_YO = {"е": "ё"}
"""A text may write «е» for «ё», but not the other way round."""


class Entry(NamedTuple):
    """A reading of a word."""

    tag: str
    """Grammemes, those of the whole paradigm first: «NOUN,inan,femn sing,gent»."""
    normal_form: str

    @property
    def grammemes(self) -> frozenset[str]:
        """The tag as a set."""
        return grammemes_of(self.tag)


@cache
def grammemes_of(tag: str) -> frozenset[str]:
    """The marks of a tag, of which there are few thousand."""
    return frozenset(tag.replace(" ", ",").split(","))


def entries(spelling: str) -> list[Entry]:
    """All readings of a word in small letters, in the order of the dictionary; none if it lacks the word."""
    return _dictionary().entries(spelling)


class _Dictionary:
    """The words, each with its paradigms and its places in them; a paradigm is three rows of numbers.

    The rows are the endings, the tags and the beginnings of its forms, and the first form is the normal one.
    """

    def __init__(self) -> None:
        """Read the tables."""
        from dawg_python import RecordDAWG  # noqa: PLC0415 - for those who ask for words
        from pymorphy3_dicts_ru import get_path  # noqa: PLC0415

        self._words = RecordDAWG(">HH").load(f"{get_path()}/words.dawg")
        self._replaces = self._words.compile_replaces(_E_AS_YO)
        self._tags: list[str] = json.loads(_content("gramtab-opencorpora-int.json"))
        self._ends: list[str] = json.loads(_content("suffixes.json"))
        meta = dict(json.loads(_content("meta.json")))
        self._beginnings: list[str] = meta["compile_options"]["paradigm_prefixes"]
        self._numbers = array("H", _content("paradigms.array"))
        if sys.byteorder == "big":
            self._numbers.byteswap()
        self._paradigms: list[int] = []
        """Where each begins among the numbers: with its length."""
        at = 1
        for _ in range(self._numbers[0]):
            self._paradigms.append(at)
            at += self._numbers[at] + 1

    def entries(self, spelling: str) -> list[Entry]:
        """All readings of a word in small letters."""
        found = self._words.similar_items(spelling, self._replaces)
        return [self._entry(word, *where) for word, places in found for where in places]

    def _entry(self, word: str, paradigm: int, form: int) -> Entry:
        start = self._paradigms[paradigm] + 1
        count = self._numbers[start - 1] // 3
        ends, tags, beginnings = (range(start + row * count, start + (row + 1) * count) for row in range(3))
        tag = self._tags[self._numbers[tags[form]]]
        if form == 0:
            return Entry(tag, word)
        stem = word.removeprefix(self._beginning(beginnings[form])).removesuffix(self._end(ends[form]))
        return Entry(tag, self._beginning(beginnings[0]) + stem + self._end(ends[0]))

    def _end(self, at: int) -> str:
        return self._ends[self._numbers[at]]

    def _beginning(self, at: int) -> str:
        return self._beginnings[self._numbers[at]]


def _content(name: str) -> bytes:
    return get_data("pymorphy3_dicts_ru", f"data/{name}") or b""


@cache
def _dictionary() -> _Dictionary:
    return _Dictionary()
