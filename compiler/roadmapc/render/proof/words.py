"""Texts as words and marks, in which the size of letters, spaces and kinds of dashes mean nothing.

A place to fill in is one mark, however long the layout made it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from sys import intern
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


def words_of_all(texts: Iterable[str]) -> dict[str, Words]:
    """The words of many texts, each of which is taken apart once, and all together."""
    different = dict.fromkeys(texts)
    found = tuple(map(intern, _words(_BETWEEN.join(map(legible, different)))))  # of many words few differ
    ends = (at for at, word in enumerate(found) if word == _BETWEEN)
    bounds = pairwise((-1, *ends, len(found)))
    return {text: found[start + 1 : end] for text, (start, end) in zip(different, bounds, strict=False)}


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


def stands_at(these: Words, stream: Sequence[str], at: int) -> bool:
    """Whether a stream goes on with these words."""
    return stream[at] == these[0] and tuple(stream[at : at + len(these)]) == these
