"""A plan as its author's files: every text with its place, read by PyYAML and not by the compiler."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Address = tuple[str | int, ...]
"""The way to a value: names of fields and positions in lists."""
CONTAINERS = {
    "order": "order",
    "clauses": "clause",
    "appendices": "appendix",
    "parts": "part",
    "sections": "section",
    "measures": "measure",
    "bodies": "body",
    "officials": "person",
}
"""Where records lie, and what one of them is called."""


_MERGED = ("<", "^")
"""In place of a cell that another one takes; in quotes they are text."""


class Span(NamedTuple):
    """A stretch of one of the plan's files."""

    file: str
    start: int
    end: int


class Node(NamedTuple):
    """A text that the author wrote."""

    role: str
    """What it is: `measure deadline`, `clause text`, `body name`."""
    text: str
    span: Span
    path: Address


class Edit(NamedTuple):
    """A change of a file."""

    span: Span
    text: str
    """What stands there afterwards."""

    @property
    def growth(self) -> int:
        """How much longer the file gets."""
        return len(self.text) - (self.span.end - self.span.start)


@dataclass(frozen=True)
class Manuscript:
    """A plan with the directory and the prose that it names."""

    plan: Path
    texts: dict[str, str]
    """Its files by their paths from its folder: the plan, its directory, its prose."""
    data: dict[str, Any]
    """The plan as plain lists and texts."""
    directory: dict[str, Any]
    nodes: tuple[Node, ...]
    records: dict[Address, Span] = field(repr=False)
    """Every list and group of fields of the plan and, with `directory` before it, of the directory."""

    @classmethod
    def read(cls, plan: Path) -> "Manuscript":
        """From disk."""
        text = plan.read_text("utf-8")
        data = yaml.load(text, Loader=yaml.BaseLoader)
        texts = {plan.name: text}
        texts[data["organisation"]] = (plan.parent / data["organisation"]).read_text("utf-8")
        directory = yaml.load(texts[data["organisation"]], Loader=yaml.BaseLoader)
        reader = _Reader()
        reader.walk(plan.name, text, ())
        reader.walk(data["organisation"], texts[data["organisation"]], ("directory",))
        for name in re.findall(r"file: (\S+\.md)", text):
            texts[name] = (plan.parent / name).read_text("utf-8")
            reader.prose(name, texts[name])
        return cls(plan, texts, data, directory, tuple(reader.nodes), reader.records)

    def of(self, *roles: str) -> list[Node]:
        """The texts of some roles; those that an amending order quotes are others' words."""
        return [node for node in self.nodes if node.role in roles and "quoted" not in node.path]

    def at(self, *path: str | int) -> Any:
        """What lies at a path, `None` if nothing does."""
        value: Any = {"directory": self.directory} if path[:1] == ("directory",) else self.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def node(self, *path: str | int) -> Node | None:
        """The text at a path."""
        return self._by_path.get(path)

    def span(self, *path: str | int) -> Span | None:
        """Where the value at a path stands, a text or not."""
        node = self.node(*path)
        return node.span if node else self.records.get(path)

    @cached_property
    def _by_path(self) -> dict[Address, Node]:
        return {node.path: node for node in self.nodes if node.path}

    @property
    def amending(self) -> bool:
        """Whether its clauses quote the words of another order."""
        return any("quoted" in path for path in self.records)

    @property
    def amended(self) -> bool:
        """Whether its numbers are a matter of history, its own or another order's."""
        return self.amending or "amendments" in self.data

    def allows(self, code: str) -> bool:
        """Whether its author has said that a finding is known."""
        return any(re.search(rf"allow [^–]*{code}", text) for text in self.texts.values())

    def records_of(self, container: str) -> list[Address]:
        """The paths of all records in lists of one name: `measures`, `clauses`."""
        return [
            path
            for path in self.records
            if path[-2:-1] == (container,) and isinstance(path[-1], int) and "quoted" not in path
        ]

    def owner(self, node: Node) -> Span:
        """The record that a text is part of; a paragraph of prose is its own."""
        for length in range(len(node.path), 1, -1):
            if node.path[length - 2] in CONTAINERS:
                return self.records.get(node.path[:length], node.span)
        return node.span

    def edited(self, edits: Iterable[Edit]) -> dict[str, str]:
        """Its files after some edits, no two of which overlap."""
        texts = dict(self.texts)
        for span, words in sorted(edits, reverse=True):
            text = texts[span.file]
            texts[span.file] = text[: span.start] + words + text[span.end :]
        return texts

    def source(self, span: Span) -> str:
        """The words of a stretch as they are written."""
        return self.texts[span.file][span.start : span.end]


class _Reader:
    """Collects what a file says."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.records: dict[Address, Span] = {}

    def prose(self, file: str, text: str) -> None:
        """Paragraphs of Markdown."""
        for found in re.finditer(r"(?:^.+\n?)+", text, re.MULTILINE):
            words = found[0].rstrip()
            span = Span(file, found.start(), found.start() + len(words))
            self.nodes.append(Node("heading" if words[0] == "#" else "prose", words, span, ()))

    def walk(self, file: str, text: str, path: Address) -> None:
        """A YAML file, whose root lies at a path."""
        self._visit(file, text, yaml.compose(text, Loader=yaml.BaseLoader), path)

    def _visit(self, file: str, text: str, node: yaml.Node, path: Address) -> int:
        """The end of the last text inside: PyYAML ends a block only where the next one begins."""
        start = node.start_mark.index
        if isinstance(node, yaml.ScalarNode):
            end = start + len(text[start : node.end_mark.index].rstrip())
            role = "merge" if node.value in _MERGED else _role(path)
            self.nodes.append(Node(role, node.value, Span(file, start, end), path))
            return end
        ends = [self._visit(file, text, child, (*path, step)) for step, child in _children(node)]
        end = node.end_mark.index if node.flow_style or not ends else max(ends)
        self.records[path] = Span(file, start, end)
        return end


def _children(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)
    else:
        yield from ((key.value, value) for key, value in node.value)


def _role(path: Address) -> str:
    """The record that a text belongs to and its field; a text that is a whole record is its `text`."""
    names = [step for step in path if isinstance(step, str)]
    last = names[-1]
    if path[-1] != last and last in CONTAINERS:
        return f"{CONTAINERS[last]} text"
    holders = [CONTAINERS[name] for name in names[:-1] if name in CONTAINERS]
    if "columns" in names:
        return last if last == "direction" else "column"
    if "table" in names:
        return "cell" if last in ("rows", "cells") else f"table {last}"
    last = {"phrase": "deadline", "units": "executors"}.get(last, last)
    last = "executors" if "executors" in names and last == "id" else last
    if names[-1:] == ["text"] and holders[-1:] == ["part"]:
        return "prose"
    return f"{holders[-1]} {last}" if holders else last
