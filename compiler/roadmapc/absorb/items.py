"""Items of lists taken out of a text of YAML, put into it, moved in it: comments stay where they are."""

import json
import re
from collections.abc import Iterator
from textwrap import indent

from roadmapc.absorb.changes import FileEdit, NotPlacedError, plan_edit
from roadmapc.absorb.codes import NO_PLACE
from roadmapc.absorb.sources import Path, Sources, end_of, span_of
from roadmapc.source.span import Span
from roadmapc.syntax.locate import dash
from roadmapc.syntax.to_yaml import mapping, to_yaml
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_OVER = re.compile(r"(?:#[^\n]*\n)+")
"""The comments over an item."""
_BARE = re.compile(r"[A-Za-zА-Яа-яЁё0-9%«(][^:#{}\[\],&*!|>'\"@`\\\n]*(?<! )")
"""What needs no quotes within brackets."""


class Items:
    """The items of one list of the plan."""

    def __init__(self, sources: Sources, path: Path) -> None:
        """`path` leads to the list."""
        node = sources.node(path)
        assert isinstance(node, SequenceNode), "only lists have items"
        self.path, self.nodes = path, node.items
        self._sources, self._file, self._text = sources, sources.plan, sources.plan.text
        self._is_flow = self._text[node.start] == "["
        self._ends = [end_of(sources.plan, item) for item in node.items]

    def without(self, at: int) -> FileEdit:
        """The edit that takes an item out; its comments stay as lines of their own."""
        if self._is_flow:
            return plan_edit(self._between(at), "")
        span, margin = self._lines(at), " " * self._column(at)
        found = comments_within(self._sources, span, (*self.path, at))
        comments = "".join(f"{margin}{each}\n" for each in found)
        return plan_edit(span if comments else self._with_gap(at, span), self._file.with_own_breaks(comments))

    def after(self, at: int, item: str) -> FileEdit:
        """The edit that puts an item under another, over the first one if `at` is -1.

        `item` has no dash; its second and next lines are not set in. Comments may stand over it.
        """
        if self._is_flow:
            place = self._ends[at] if at >= 0 else self.nodes[0].start
            return plan_edit(Span(place, place), f", {item}" if at >= 0 else f"{item}, ")
        margin, gap = " " * self._column(max(at, 0)), "\n" if self._has_gaps else ""
        over = _OVER.match(item)
        comments, words = (item[: over.end()], item[over.end() :]) if over else ("", item)
        lines = indent(comments, margin) + f"{margin}- {indent(words, f'{margin}  ').strip()}\n"
        if at < 0:
            place = self._over_comments(self._lines(0).start)
            return plan_edit(Span(place, place), self._file.with_own_breaks(f"{lines}{gap}"))
        place = self._lines(at).end
        has_no_break = place == len(self._text) and not self._text.endswith("\n")
        return plan_edit(Span(place, place), self._file.with_own_breaks("\n" * has_no_break + gap + lines))

    def cut(self, at: int) -> tuple[FileEdit, str]:
        """The edit that takes an item out with the comments over it, and both as `after` takes them."""
        start = self.nodes[at].start
        if self._is_flow:
            return self.without(at), self._text[start : self._ends[at]]
        span, column = self._lines(at), self._column(at)
        top = self._over_comments(span.start)
        comments = [line.strip() for line in self._text[top : span.start].splitlines()]
        first, *others = self._text[start : span.end].replace("\r\n", "\n").rstrip("\n").split("\n")
        width = column + 2
        lines = (first, *(line[min(width, len(line) - len(line.lstrip())) :] for line in others))
        edit = plan_edit(self._with_gap(at, Span(top, span.end)), "")
        return edit, "\n".join((*comments, *lines))

    def rendered(self, node: Node) -> str:
        """A new item as this list has them: in brackets if it, or the items themselves, are in brackets."""
        is_flow = self._is_flow or isinstance(node, SequenceNode) or self._text[self.nodes[0].start] == "{"
        if is_flow and not isinstance(node, ScalarNode):
            return in_brackets(node)
        if isinstance(node, MappingNode):
            return "\n".join(_field(name, value) for name, (_, value) in node.fields.items())
        if self._is_flow:
            return in_brackets(node)
        first, *others = to_yaml(mapping({"x": node})).removeprefix("x:").rstrip("\n").lstrip(" ").split("\n")
        return "\n".join((first, *(line.removeprefix("  ") for line in others)))

    # Layout

    def _dash(self, at: int) -> int:
        """Where the mark of an item stands."""
        found = dash(self._file, self.nodes[at])
        if found is None:
            why = "список записан так, что строку из него не вынуть и в него не вписать"
            raise NotPlacedError(NO_PLACE, why, "внесите правку в план сами")
        return found

    def _column(self, at: int) -> int:
        return self._file.depth(self._dash(at))

    def _lines(self, at: int) -> Span:
        """The lines of an item, with the break after them."""
        start, end = self._dash(at) - self._column(at), self._text.find("\n", self._ends[at] - 1)
        return Span(start, end + 1 if end >= 0 else len(self._text))

    @property
    def _has_gaps(self) -> bool:
        """Whether empty lines stand between the items."""
        if len(self.nodes) < 2:
            return self._is_blank_before(self._over_comments(self._lines(0).start))
        between = zip(self._ends, self.nodes[1:], strict=False)
        return all("\n\n" in self._text[end : node.start].replace("\r", "") for end, node in between)

    def _is_blank_before(self, start: int) -> bool:
        return self._text[:start].replace("\r", "")[-2:] == "\n\n"

    def _over_comments(self, start: int) -> int:
        """Above the lines of comments that stand over an item."""
        while start > 0:
            line = self._text.rfind("\n", 0, start - 1) + 1
            if not self._text[line:start].lstrip().startswith("#"):
                break
            start = line
        return start

    def _with_gap(self, at: int, span: Span) -> Span:
        """With the empty lines after an item, if there is one like them before it."""
        end = span.end
        while (line := self._text.find("\n", end)) >= 0 and not self._text[end:line].strip():
            end = line + 1
        is_last = at == len(self.nodes) - 1
        return Span(span.start, end) if not is_last or self._is_blank_before(span.start) else span

    def _between(self, at: int) -> Span:
        """An item in brackets with the comma that parts it from its neighbour."""
        if at + 1 < len(self.nodes):
            return Span(self.nodes[at].start, self.nodes[at + 1].start)
        return Span(self._ends[at - 1], self._ends[at])


def comments_within(sources: Sources, span: Span, path: Path) -> Iterator[str]:
    """The comments between the values of a node of the plan."""
    values = [span_of(value) for value in sources.values_under(path)]
    for found in _COMMENT.finditer(sources.plan.text, *span):
        if not any(value.start <= found.start() < value.end for value in values):
            yield found[0].rstrip()


def _field(name: str, value: Node) -> str:
    """A field of a new record; a list of names stays in one line."""
    is_short = isinstance(value, SequenceNode) and all(
        isinstance(item, ScalarNode) and item.is_plain for item in value.items
    )
    if is_short:
        return f"{name}: {in_brackets(value)}"
    if isinstance(value, ScalarNode) and "\n" in value.text and value.text == value.text.strip():
        return "\n".join((f"{name}: |-", *(f"  {line}" for line in value.text.split("\n"))))
    return to_yaml(mapping({name: value})).rstrip("\n")


def lines_of(node: MappingNode, margin: str) -> str:
    """A record as lines, all but the first set in."""
    first, *others = to_yaml(node).rstrip("\n").split("\n")
    return "\n".join((first, *(f"{margin}{line}" if line else "" for line in others)))


def in_brackets(node: Node) -> str:
    """A value in one line."""
    match node:
        case ScalarNode(text):
            is_bare = _BARE.fullmatch(text) and not text[0].isdigit()
            return text if node.is_plain or is_bare else json.dumps(text, ensure_ascii=False)
        case SequenceNode(items):
            return f"[{', '.join(map(in_brackets, items))}]"
        case MappingNode(fields):
            return f"{{{', '.join(f'{name}: {in_brackets(value)}' for name, (_, value) in fields.items())}}}"
