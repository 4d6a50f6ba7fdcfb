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
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _LETTERS - 1)}]")
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
    length: int
    """Letters of a mark: one, unless there are too many words, so that lines break where they did."""

    def without(self, text: str) -> str:
        """A printed text as it is without marks."""
        return _MARK.sub("", text)

    def read(self, text: str) -> Iterator[tuple[int, Origin]]:
        """The origins of words of a printed text, with where it goes on after their marks."""
        for found in re.finditer(f"(?:{_MARK.pattern}){{{self.length}}}", text):
            number = 0
            for letter in found[0]:
                number = number * _LETTERS + ord(letter) - _FIRST
            if number < len(self.origins):
                yield found.end(), self.origins[number]


def marked(files: Sequence[SourceFile], least: int) -> Marked:
    """The files with a mark after the first letter of each word of their values; prose is all value.

    Values of fewer words than `least` are left as they are.
    """
    origins = [Origin(at, offset) for at, file in enumerate(files) for offset in _words(file, least)]
    length = 1 if len(origins) <= _LETTERS else 2
    texts, numbers = [], iter(range(len(origins)))
    for ordinal, file in enumerate(files):
        pieces, at = [], 0
        for origin in (each for each in origins if each.file == ordinal):
            digits = divmod(next(numbers), _LETTERS)[-length:]
            pieces += [file.text[at : origin.offset + 1], *(chr(_FIRST + digit) for digit in digits)]
            at = origin.offset + 1
        texts.append("".join((*pieces, file.text[at:])))
    return Marked(tuple(texts), tuple(origins), length)


def _words(file: SourceFile, least: int) -> Iterator[int]:
    """Where the words of the values begin."""
    if file.name.endswith(".md"):
        spans: Iterator[Span] = iter((Span(0, len(file.text)),))
    else:
        tree = from_yaml(file).value
        spans = iter(()) if tree is None else _values(tree)
    for span in spans:
        found = [word.start() for word in _WORD.finditer(file.text, *span)]
        yield from found if len(found) >= least else ()


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
