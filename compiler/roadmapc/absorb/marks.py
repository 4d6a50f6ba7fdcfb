"""Marks that tell of every printed word in which file and where it is written.

A plan is printed twice: as it is, and with a mark in each of its words. Nothing has to know how words come
into a document: where a mark is printed, there its word came from.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

_FIRST, _LETTERS = 0x4E00, 0x5200
"""Ideographs: letters of no case, so that they part no word, and of no Russian document."""
MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _LETTERS - 1)}]{{2}}")
_WORD = re.compile(r"(?<![А-Яа-яЁё\\^])[А-Яа-яЁё]{2,}")
"""No letter alone, which may be the mark of a list, and no label of a footnote."""
_SET = frozenset(
    {"kind", "mark", "gender", "as", "acting_as", "look", "direction", "period", "acts", "file", "seasons"}
)
"""Fields whose words are chosen from a list, or read and never printed."""


class Origin(NamedTuple):
    """Where a character is written."""

    file: int
    """The ordinal of the file among those that were marked."""
    offset: int


class Marked(NamedTuple):
    """Files with a mark in each word."""

    texts: tuple[str, ...]
    """Of the files, in their order."""
    origins: tuple[Origin, ...]
    """Of the first letters of the words, by the numbers that their marks say."""

    def origin(self, mark: str) -> Origin | None:
        """Where the word of a mark is written; `None` for two letters that are no mark of ours."""
        first, second = (ord(letter) - _FIRST for letter in mark)
        number = first * _LETTERS + second
        return self.origins[number] if number < len(self.origins) else None


def marked(files: Sequence[SourceFile]) -> Marked:
    """The files with a mark after the first letter of each word of their values; prose is all value."""
    texts: list[str] = []
    origins: list[Origin] = []
    for ordinal, file in enumerate(files):
        pieces, at = [], 0
        for offset in _words(file):
            mark = "".join(chr(_FIRST + digit) for digit in divmod(len(origins), _LETTERS))
            pieces += [file.text[at : offset + 1], mark]
            origins.append(Origin(ordinal, offset))
            at = offset + 1
        texts.append("".join((*pieces, file.text[at:])))
    return Marked(tuple(texts), tuple(origins))


def _words(file: SourceFile) -> Iterator[int]:
    """Where the words of the values begin."""
    if file.name.endswith(".md"):
        spans: Iterator[Span] = iter((Span(0, len(file.text)),))
    else:
        tree = from_yaml(file).value
        spans = iter(()) if tree is None else _values(tree)
    for span in spans:
        yield from (found.start() for found in _WORD.finditer(file.text, *span))


def _values(node: Node) -> Iterator[Span]:
    match node:
        case ScalarNode():
            yield node.span
        case SequenceNode(items):
            for item in items:
                yield from _values(item)
        case MappingNode(fields):
            for name, (_, value) in fields.items():
                if name not in _SET:
                    yield from _values(value)
