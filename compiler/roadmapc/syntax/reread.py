"""A text that was read before, read again where it differs.

What differs stands in an item of a list, as a measure does of its section. The lines of an item are a record
of their own: what is around has no part in how they are read, and they have none in the rest, whose places
alone move on. So they are read as a file of their own. Whatever is not quite so, as an item that is not
closed or a list in brackets, leaves the text to be read as a whole.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from roadmapc.source.file import SourceFile
from roadmapc.source.limits import ITEMS, LEVELS, LINES, VALUES
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import Change, MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.regex import regex

_STEP = 4096
"""Characters by which two texts are compared, before fewer."""
_DASH = regex(" *- +")
"""All that stands before an item in its line."""
_INDENT = regex(" *")
"""The same before a field that is not the first of an item."""
_BY_THE_REST = regex(r"^(?:---|\.\.\.|[ -]*\?(?:\s|\Z))", re.MULTILINE)
"""What is read by what is around: the end of a document, a field whose value may be missing."""


class Read(NamedTuple):
    """A text of which nothing was said, with its tree."""

    file: SourceFile
    root: Node
    values: int
    """Texts, lists and mappings of the tree."""


class _Item(NamedTuple):
    """An item of a list with all its lines."""

    path: tuple[str | int, ...]
    node: Node
    others: int
    """In the same list."""
    start: int
    end: int
    """Where the line begins of what comes next."""


def first_read(file: SourceFile, root: Node) -> Read:
    """A text that was read as a whole."""
    return Read(file, root, _values(root))


def reread(before: Read, content: bytes) -> tuple[Read, Change] | None:
    """The text as it is now, with what is new in its tree; `None` if it has to be read as a whole."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if max(text.count("\n"), text.count("\r")) > LINES.most:
        return None
    old, shift = before.file.text, len(text) - len(before.file.text)
    start = _same_start(old, text)
    end = len(old) - _same_end(old, text, min(len(old), len(text)) - start)
    items = [item for item in _items_around(before.root, old, start, end) if _is_part(item, old)]
    for item in reversed(items):  # the innermost comes last
        part = _part(text[item.start : item.end + shift], old[item.start : item.end], len(item.path))
        if part is not None:
            values = before.values - _values(item.node) + sum(map(_values, part.items))
            if values > VALUES.most or item.others + len(part.items) > ITEMS.most:
                return None
            splice = _Splice(item, part, shift)
            read = Read(SourceFile(before.file.name, text), splice.of(before.root), values)
            return read, Change(item.path, splice.items)
    return None


def _is_part(item: _Item, text: str) -> bool:
    """Whether it is worth while to read the item apart."""
    return 2 * (item.end - item.start) < len(text)


def _part(lines: str, before: str, level: int) -> SequenceNode | None:
    """The items that lines hold now; `None` if they hold anything but items of the same list."""
    dash = _DASH.match(before)
    assert dash is not None, "an item begins with a dash"
    is_whole = lines.endswith("\n") or not before.endswith("\n")
    if not (is_whole and lines.startswith(dash[0])) or _BY_THE_REST.search(lines):
        return None
    read = from_bytes("", lines.encode()).then(from_yaml)
    items = read.value
    if read.diagnostics or not isinstance(items, SequenceNode):
        return None
    return items if level - 1 + _levels(items) <= LEVELS.most else None


def _items_around(root: Node, text: str, start: int, end: int) -> Iterator[_Item]:
    """The items whose lines hold a stretch of the text, each inside of the one before."""
    node, path, stop = root, tuple[str | int, ...](), len(text)
    while not isinstance(node, ScalarNode):
        parts = _parts(node)
        at = bisect_right(parts, start, key=lambda part: part.start) - 1
        following = parts[at + 1 : at + 2]
        lines = [_line(text, part.start, _lead(node)) for part in following]
        stop = next(iter(lines), stop)
        if at < 0 or stop < end:
            return
        path = (*path, parts[at].name)
        if isinstance(node, SequenceNode):
            line = _line(text, parts[at].start, _DASH)
            if line < 0:
                return
            yield _Item(path, parts[at].value, len(parts) - 1, line, stop)
        node = parts[at].value


class _Part(NamedTuple):
    """A field or an item."""

    name: str | int
    start: int
    value: Node


def _parts(node: SequenceNode | MappingNode) -> list[_Part]:
    if isinstance(node, SequenceNode):
        return [_Part(at, item.start, item) for at, item in enumerate(node.items)]
    return [_Part(name, key.start, value) for name, (key, value) in node.fields.items()]


def _lead(node: SequenceNode | MappingNode) -> re.Pattern[str]:
    return _DASH if isinstance(node, SequenceNode) else _INDENT


def _line(text: str, start: int, lead: re.Pattern[str]) -> int:
    """Where the line of a part begins; -1 if it has anything else before the part."""
    line = text.rfind("\n", 0, start) + 1
    return line if lead.fullmatch(text, line, start) else -1


class _Splice:
    """A tree with items in the place of one, and what follows moved on."""

    def __init__(self, item: _Item, part: SequenceNode, shift: int) -> None:
        self._item, self._shift = item, shift
        self._end = item.start + part.end
        self.items = tuple(_moved(each, item.start) for each in part.items)

    def of(self, node: Node) -> Node:
        if node.end <= self._item.start:
            return node
        if node.start >= self._item.end:
            return _moved(node, self._shift)
        # who ends with the item ends where it ends now
        end = node.end + self._shift if node.end > self._item.end else self._end
        if isinstance(node, MappingNode):
            fields = {name: (self._key(key), self.of(value)) for name, (key, value) in node.fields.items()}
            return MappingNode(fields, node.start, end)
        assert isinstance(node, SequenceNode), "a text holds no item"
        inner = ((*self.items,) if each is self._item.node else (self.of(each),) for each in node.items)
        return SequenceNode(tuple(chain.from_iterable(inner)), node.start, end)

    def _key(self, key: ScalarNode) -> ScalarNode:
        return key if key.end <= self._item.start else _moved_text(key, self._shift)


def _moved(node: Node, shift: int) -> Node:
    """The node in a text that has so many more characters before it."""
    if shift == 0:
        return node
    if isinstance(node, ScalarNode):
        return _moved_text(node, shift)
    if isinstance(node, SequenceNode):
        items = tuple([_moved(item, shift) for item in node.items])
        return SequenceNode(items, node.start + shift, node.end + shift)
    fields = {
        name: (_moved_text(key, shift), _moved(value, shift)) for name, (key, value) in node.fields.items()
    }
    return MappingNode(fields, node.start + shift, node.end + shift)


def _moved_text(node: ScalarNode, shift: int) -> ScalarNode:
    return ScalarNode(node.text, node.start + shift, node.end + shift, node.is_plain)


def _values(node: Node) -> int:
    if isinstance(node, ScalarNode):
        return 1
    return 1 + sum(_values(part.value) for part in _parts(node))


def _levels(node: Node) -> int:
    if isinstance(node, ScalarNode):
        return 0
    return 1 + max((_levels(part.value) for part in _parts(node)), default=0)


def _same_start(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginnings."""
    at, step = 0, _STEP
    while step:
        if one[at : at + step] == other[at : at + step] and at + step <= len(one):
            at += step
        else:
            step //= 2
    return at


def _same_end(one: str, other: str, most: int) -> int:
    """How many characters two texts have in common at their ends, `most` of them at most."""
    return _same_start(one[::-1][:most], other[::-1][:most])
