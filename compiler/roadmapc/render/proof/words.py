"""Texts as words and marks, in which the size of letters, spaces and kinds of dashes mean nothing.

A place to fill in is one mark, however long the layout made it.
"""

import re
from collections.abc import Sequence
from typing import TypeAlias

from roadmapc.render.docx.oxml import legible

Words: TypeAlias = tuple[str, ...]

_WORD = re.compile(r"\w+|[^\w\s]")
_BLANK = re.compile("_{2,}")
_DASH = re.compile("[‐‑‒–—―−]")


def words(text: str) -> Words:
    """The words and marks of a text."""
    plain = _DASH.sub("-", legible(text))
    if "__" in plain:
        plain = _BLANK.sub("__", plain)
    return tuple(_WORD.findall(plain.casefold()))


def label_words(label: str) -> Words:
    """Of the mark of a list, its last number or letter: the rest is the template's."""
    found = [word for word in words(label) if word[0].isalnum()]
    return tuple(found[-1:])


def stands_at(these: Words, stream: Sequence[str], at: int) -> bool:
    """Whether a stream goes on with these words."""
    return stream[at] == these[0] and tuple(stream[at : at + len(these)]) == these
