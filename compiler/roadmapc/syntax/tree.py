"""Nodes of a YAML file, each with its place.

A scalar keeps its verbatim text: `01.10` is never 1.1 and `no` is never false. What a scalar means is
said by the schema. Nodes are named tuples because a plan of 5,000 measures has 100,000 of them.
"""

from __future__ import annotations

from typing import NamedTuple

from roadmapc.source.span import Span
from roadmapc.text.characters import clean

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""How YAML writes that there is no value (YAML 1.2.2, 10.2.1.1)."""


class ScalarNode(NamedTuple):
    """A text, plain or quoted, with escapes and folding undone."""

    text: str
    start: int
    end: int
    is_plain: bool
    """Written without quotes, so that `1` may be a number and an empty text means "no value"."""

    @property
    def span(self) -> Span:
        """From the first character to past the last one, quotes included."""
        return Span(self.start, self.end)

    @property
    def is_null(self) -> bool:
        """Whether it says that there is no value; in quotes it is a text, if anything of it is seen."""
        if "А" <= self.text[:1] <= "я":  # a word, as nearly all texts begin with
            return False
        if self.is_plain:
            return clean(self.text) in _NULLS
        return self.text != "" and clean(self.text).strip() == ""


class SequenceNode(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The whole list."""
        return Span(self.start, self.end)


class MappingNode(NamedTuple):
    """Fields by name, in the order of writing."""

    fields: dict[str, tuple[ScalarNode, Node]]
    """Name to the key's node and the value's."""
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The whole mapping."""
        return Span(self.start, self.end)

    def get(self, name: str) -> Node | None:
        """The value of a field; `None` if it is not there."""
        field = self.fields.get(name)
        return None if field is None else field[1]

    def with_value(self, name: str, value: Node) -> MappingNode:
        """The same with another value of a field that it has."""
        return self._replace(fields=self.fields | {name: (self.fields[name][0], value)})

    def key_span(self, name: str) -> Span:
        """Where the name of a field stands; the start of the mapping if it is not there."""
        field = self.fields.get(name)
        return Span(self.start, self.start + 1) if field is None else field[0].span


Node = ScalarNode | SequenceNode | MappingNode


class Change(NamedTuple):
    """Items that came into a tree for one of a list."""

    path: tuple[str | int, ...]
    """To the one."""
    items: tuple[Node, ...]
