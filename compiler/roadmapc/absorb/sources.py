"""The files that a plan is printed from, with the places of their values."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from roadmapc.absorb.marks import Origin
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

Path: TypeAlias = tuple[str | int, ...]
"""Names of fields and ordinals of items, from the root of a file."""


class Value(NamedTuple):
    """A text of a file."""

    file: SourceFile
    span: Span
    """Of its words: without quotes, without the line that opens a block."""
    path: Path
    """Empty for a file of prose, which is one text."""
    node: ScalarNode | None
    """`None` for a file of prose."""


class Sources:
    """The plan first, then its directory, then files of prose."""

    def __init__(self, files: Sequence[SourceFile]) -> None:
        """All of them were read before: they have trees."""
        self.files = tuple(files)
        self.trees = tuple(None if file.name.endswith(".md") else from_yaml(file).value for file in files)
        self._values = [
            sorted(_values_of(file, tree), key=lambda value: value.span)
            for file, tree in zip(self.files, self.trees, strict=True)
        ]

    @property
    def plan(self) -> SourceFile:
        """The plan's own file."""
        return self.files[0]

    def value_at(self, origin: Origin) -> Value | None:
        """The value that a character stands in."""
        values = self._values[origin.file]
        at = bisect_right(values, origin.offset, key=lambda value: value.span.start) - 1
        return values[at] if at >= 0 and origin.offset < values[at].span.end else None

    def values_under(self, path: Path) -> list[Value]:
        """The values of a node of the plan and of all within it, in the order of writing."""
        return [value for value in self._values[0] if value.path[: len(path)] == path]

    def node(self, path: Path) -> Node | None:
        """A node of the plan."""
        node: Node | None = self.trees[0]
        for step in path:
            if isinstance(node, MappingNode) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node


def _values_of(file: SourceFile, tree: Node | None) -> Iterator[Value]:
    if tree is None:
        yield Value(file, Span(0, len(file.text)), (), None)
    else:
        yield from _values(file, tree, ())


def _values(file: SourceFile, node: Node, path: Path) -> Iterator[Value]:
    match node:
        case ScalarNode():
            yield Value(file, words_of(file, node), path, node)
        case SequenceNode(items):
            for at, item in enumerate(items):
                yield from _values(file, item, (*path, at))
        case MappingNode(fields):
            for name, (_, value) in fields.items():
                yield from _values(file, value, (*path, name))


def words_of(file: SourceFile, node: ScalarNode) -> Span:
    """Where the words of a text stand: within its quotes, under the line that opens its block."""
    opening = file.text[node.start : node.start + 1]
    if node.is_plain:
        return node.span
    if opening in ("'", '"'):
        return Span(node.start + 1, node.end - 1)
    first = file.text.find("\n", node.start, node.end) + 1
    return Span(first or node.end, node.end)


def span_of(value: Value) -> Span:
    """The whole text, quotes included; a file of prose as it is."""
    return value.span if value.node is None else value.node.span


def end_of(file: SourceFile, node: Node) -> int:
    """Where a node is over; a list or a record of lines takes in the comments that follow it."""
    if not isinstance(node, ScalarNode) and file.text[node.start] not in "[{":
        children = (
            node.items if isinstance(node, SequenceNode) else [last for _, last in node.fields.values()]
        )
        return end_of(file, children[-1])
    return node.end
