"""YAML of our own making: nodes of a plan written out anew, so that a person can go on from there."""

import json
from collections.abc import Iterator
from textwrap import wrap

from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.regex import regex

WIDTH = 96
"""Characters of a line of folded text."""

_SAFE = regex(r"[A-Za-zА-Яа-яЁё0-9«][^:#{}\[\],&*!|>'\"%@`\\\n]*(?<! )")

_SPACES = regex(r"[ \t\r\n]+")

_DATE = regex(r"\d\d\.\d\d\.\d{4}")
"""With two stops no reader takes it for a number."""
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


def to_yaml(node: MappingNode) -> str:
    """The text of a mapping, block style throughout."""
    return "\n".join(_fields(node)) + "\n"


def _fields(node: MappingNode) -> Iterator[str]:
    for name, (_, value) in node.fields.items():
        yield from _headed(f"{name}:", value)


def _headed(head: str, value: Node) -> Iterator[str]:
    """A field, or an item of a list, with its value indented under it."""
    match value:
        case ScalarNode():
            first, *others = _scalar(value)
            yield f"{head} {first}"
            yield from (f"  {line}" if line else "" for line in others)
        case SequenceNode(()):
            yield f"{head} []"
        case SequenceNode(items):
            yield head
            for item in items:
                yield from (f"  {line}" if line else "" for line in _item(item))
        case MappingNode():
            yield head
            yield from (f"  {line}" if line else "" for line in _fields(value))


def _item(node: Node) -> Iterator[str]:
    if isinstance(node, MappingNode):
        first, *others = _fields(node)
        yield f"- {first}"
        yield from (f"  {line}" if line else "" for line in others)
    else:
        yield from _headed("-", node)


def _scalar(node: ScalarNode) -> list[str]:
    """A text plain if it can be, folded if it is long, else in quotes."""
    words = node.text
    if node.is_plain and "\n" not in words and words not in _MARKS_OF_BLOCKS:
        return [words]
    if words == _SPACES.sub(" ", words).strip() and len(words) > WIDTH:
        return [">-", *wrap(words, WIDTH, break_long_words=False, break_on_hyphens=False)]
    is_safe = _SAFE.fullmatch(words) and not words[0].isdigit() and words.lower() not in _WORDS_OF_YAML
    if _DATE.fullmatch(words) or is_safe:
        return [words]
    return [json.dumps(words, ensure_ascii=False)]
