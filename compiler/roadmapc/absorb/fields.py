"""Fields of a record of the plan put in, taken out, written anew."""

from roadmapc.absorb.changes import FileEdit, NotPlacedError, plan_edit
from roadmapc.absorb.codes import NO_PLACE
from roadmapc.absorb.items import comments_within, in_brackets, lines_of
from roadmapc.absorb.sources import Path, Sources, end_of
from roadmapc.source.span import Span
from roadmapc.syntax.to_yaml import mapping, sequence
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

_STEP = 2
"""Spaces by which the further lines of a text are set in when it becomes a field."""


class Fields:
    """The fields of one record."""

    def __init__(self, sources: Sources, path: Path) -> None:
        """`path` leads to the record."""
        node = sources.node(path)
        if not isinstance(node, MappingNode):
            raise NotPlacedError(
                NO_PLACE, "запись плана – одна строка, полей у неё нет", "внесите правку сами"
            )
        self._sources, self._path = sources, path
        self.node, self._file, self._text = node, sources.plan, sources.plan.text
        self._is_flow = self._text[node.start] == "{"

    def with_field(self, name: str, value: Node, order: tuple[str, ...] = ()) -> FileEdit:
        """The edit that adds a field, under the last of those that go before it in `order`."""
        if self._is_flow:
            end = max(field.end for _, field in self.node.fields.values())
            return plan_edit(Span(end, end), f", {name}: {in_brackets(value)}")
        before = order[: order.index(name)] if name in order else ()
        above = [self.node.fields[each] for each in before if each in self.node.fields]
        if order and not above:
            first = next(iter(self.node.fields.values()))[0].start
            margin = " " * self._file.depth(first)
            lines = f"{lines_of(mapping({name: value}), margin)}\n{margin}"
            return plan_edit(Span(first, first), self._file.with_own_breaks(lines))
        key, last = above[-1] if above else list(self.node.fields.values())[-1]
        end = self._text.find("\n", end_of(self._file, last) - 1)
        margin = " " * self._file.depth(key.start)
        lines = lines_of(mapping({name: value}), margin)
        if end < 0:
            return plan_edit(Span(len(self._text), len(self._text)), f"\n{margin}{lines}")
        return plan_edit(Span(end + 1, end + 1), self._file.with_own_breaks(f"{margin}{lines}\n"))

    def without(self, name: str) -> FileEdit:
        """The edit that takes a field out with its lines."""
        key, value = self.node.fields[name]
        names = list(self.node.fields)
        if self._is_flow:
            at = names.index(name)
            if at + 1 < len(names):
                return plan_edit(Span(key.start, self.node.fields[names[at + 1]][0].start), "")
            return plan_edit(Span(self.node.fields[names[at - 1]][1].end, value.end), "")
        start = self._text.rfind("\n", 0, key.start) + 1
        last = end_of(self._file, value)
        end = self._text.find("\n", last - 1)
        if self._text[start : key.start].strip(" ") or len(names) == 1:
            why = "поле так записано, что его не убрать, не тронув остального"
            raise NotPlacedError(NO_PLACE, why, "уберите его в плане сами")
        span = Span(start, end + 1 if end >= 0 else len(self._text))
        margin = self._text[start : key.start]
        found = comments_within(self._sources, span, (*self._path, name))
        comments = "".join(f"{margin}{each}\n" for each in found)
        return plan_edit(span, self._file.with_own_breaks(comments))

    def rewritten(self, name: str, value: Node) -> FileEdit:
        """The edit that writes the value of a field anew, unless comments stand in it."""
        key, former = self.node.fields[name]
        if any(comments_within(self._sources, former.span, (*self._path, name))):
            raise NotPlacedError(NO_PLACE, "в этом поле плана стоят комментарии", "внесите правку сами")
        if self._is_flow or (isinstance(former, SequenceNode) and self._text[former.start] == "["):
            return plan_edit(former.span, in_brackets(value))
        lines = lines_of(mapping({name: value}), " " * self._file.depth(key.start))
        return plan_edit(Span(key.start, end_of(self._file, former)), self._file.with_own_breaks(lines))


def as_record(sources: Sources, node: ScalarNode, name: str, item: ScalarNode) -> FileEdit:
    """The edit that makes a record of a clause that is one text, with a list of one item in it."""
    file = sources.plan
    margin = " " * file.depth(node.start)
    words = file.text[node.start : node.end].replace("\r\n", "\n").replace("\n", "\n" + " " * _STEP)
    lines = lines_of(mapping({name: sequence((item,))}), margin)
    text = f"text: {words}\n{margin}{lines}"
    return plan_edit(node.span, file.with_own_breaks(text))
