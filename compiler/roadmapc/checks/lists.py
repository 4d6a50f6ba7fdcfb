"""Lists inside texts: lines that begin with a dash, a letter or a number."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from roadmapc.text.regex import regex

_ITEM = regex(r"(?P<mark>[-–—]|[а-яё]\)|\d{1,2}[.)](?=\s))[ \t]*(?P<words>\S.*)")

OPENING = regex(r"^(?:[-–—]|[а-яё]\)|\d{1,2}[.)]$)")
"""How a word begins that may open an item: rules ask for lists where there is one."""


class ListItem(NamedTuple):
    """One line of a list."""

    mark: str
    """«-», «а)», «5)»."""
    words: str
    start: int
    """Of the mark, in the text."""
    end: int

    @property
    def kind(self) -> str:
        """Dash, letter or number."""
        return "dash" if self.mark in "-–—" else "number" if self.mark[0].isdigit() else "letter"

    @property
    def shape(self) -> str:
        """Its kind with the sign after it: «number)» and «number.» are lists apart."""
        return self.kind + self.mark[-1]


def lists(text: str) -> Iterator[tuple[ListItem, ...]]:
    """Neighbouring items of one kind; a line that is no item ends the list, a blank one does not."""
    for kind, group in groupby(_lines(text), key=lambda item: item.kind if item else ""):
        if kind:
            yield tuple(item for item in group if item is not None)


def _lines(text: str) -> Iterator[ListItem | None]:
    offset = 0
    for line in text.split("\n"):
        item = _ITEM.match(line.lstrip())
        start = offset + len(line) - len(line.lstrip())
        if item is not None:
            yield ListItem(item["mark"], item["words"].rstrip(), start, offset + len(line.rstrip()))
        elif line.strip():
            yield None
        offset += len(line) + 1
