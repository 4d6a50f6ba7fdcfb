"""YAML of our own making: nodes of a plan written out anew, so that a person can go on from there."""

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from roadmapc.syntax.leaks import FIELD_OF_RECORD
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.regex import regex

Place: TypeAlias = tuple[str | int, ...]
"""Of a value, as keys and positions from the root."""

WIDTH = 96
"""Characters of a line of folded text."""

_SAFE = regex(r"[A-Za-zА-Яа-яЁё0-9«][^:#{}\[\],&*!|>'\"%@`\\\n]*(?<! )")

_SPACES = regex(r"[ \t\r\n]+")

_DATE = regex(r"\d\d\.\d\d\.\d{4}")
"""With two stops no reader takes it for a number."""
_MISREAD = regex(rf"-(?!\s)|{FIELD_OF_RECORD}")
"""A line of a text that begins so is taken for a lost item of a list (Y112) or a field (Y119)."""
_MARKS_OF_BLOCKS = frozenset("-?:")
"""A cell inside brackets may be such a sign alone; at the beginning of a line it means something else."""
_WORDS_OF_YAML = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that other readers of YAML take for something else."""


def mapping(fields: dict[str, Node]) -> MappingNode:
    """Fields that were never written in a file."""
    return MappingNode({name: (text(name), value) for name, value in fields.items()}, 0, 0)


def sequence(items: tuple[Node, ...]) -> SequenceNode:
    """A list that was never written in a file."""
    return SequenceNode(items, 0, 0)


def text(words: str) -> ScalarNode:
    """A text that was never written in a file."""
    return ScalarNode(words, 0, 0, is_plain=False)


class Layout(NamedTuple):
    """What a text of YAML has besides its values, by their places: keys and positions from the root."""

    comments: Mapping[Place, tuple[str, ...]] = MappingProxyType({})
    """Lines above a field or an item, without «#»; an empty one is an empty line."""


def to_yaml(node: MappingNode, layout: Layout | None = None) -> str:
    """The text of a mapping, block style throughout."""
    return "\n".join(_fields(node, (), layout or Layout())) + "\n"


def _fields(node: MappingNode, place: Place, layout: Layout) -> Iterator[str]:
    for name, (_, value) in node.fields.items():
        inner = (*place, name)
        yield from _above(inner, layout)
        yield from _headed(f"{name}:", value, inner, layout)


def _above(place: Place, layout: Layout) -> Iterator[str]:
    """The comments of a value."""
    return (f"# {line}".rstrip() if line else "" for line in layout.comments.get(place, ()))


def _headed(head: str, value: Node, place: Place, layout: Layout) -> Iterator[str]:
    """A field, or an item of a list, with its value indented under it."""
    match value:
        case ScalarNode():
            first, *others = _scalar(value)
            yield f"{head} {first}"
            yield from _indented(others)
        case SequenceNode(()):
            yield f"{head} []"
        case SequenceNode(items):
            yield head
            for at, item in enumerate(items):
                yield from _indented(_item(item, (*place, at), layout))
        case MappingNode():
            yield head
            yield from _indented(_fields(value, place, layout))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)


def _item(node: Node, place: Place, layout: Layout) -> Iterator[str]:
    """An item of a list; what is said above its first field stands above the item."""
    yield from _above(place, layout)
    if not isinstance(node, MappingNode):
        yield from _headed("-", node, place, layout)
        return
    lines = list(_fields(node, place, layout))
    first = next((at for at, line in enumerate(lines) if line and not line.startswith("#")), 0)
    yield from lines[:first]
    yield f"- {lines[first]}"
    yield from _indented(lines[first + 1 :])


def _scalar(node: ScalarNode) -> list[str]:
    """A text plain if it can be, in lines of its own if it has some, folded if it is long, else in quotes."""
    words = node.text
    if node.is_plain and "\n" not in words and words not in _MARKS_OF_BLOCKS:
        return [words]
    lines = words.split("\n")
    if len(lines) > 1 and all(line and line == _SPACES.sub(" ", line).strip() for line in lines):
        block = ["|-", *lines]
    elif words == _SPACES.sub(" ", words).strip() and len(words) > WIDTH:
        from textwrap import wrap  # noqa: PLC0415 - a check writes nothing

        block = [">-", *wrap(words, WIDTH, break_long_words=False, break_on_hyphens=False)]
    else:
        block = []
    if block and not any(map(_MISREAD.match, block[1:])):
        return block
    is_safe = _SAFE.fullmatch(words) and not words[0].isdigit() and words.lower() not in _WORDS_OF_YAML
    if _DATE.fullmatch(words) or is_safe:
        return [words]
    return [json.dumps(words, ensure_ascii=False)]
