"""Everything that an author wrote in words, each text with its place."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Edit, Label, Place
from roadmapc.model.organisation import Body, Official
from roadmapc.model.plan import Plan
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.locate import locate
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.characters import composed
from roadmapc.text.markdown_parts import without_files

FIELDS = frozenset(
    (
        *("title", "preamble", "text", "paragraphs", "items", "clauses"),
        *("measure", "result", "document", "participants", "cells", "qualifier"),
        *("deadline", "phrase", "checkpoint", "audience"),
        *("heading", "prose", "name", "value", "columns", "rows", "caption", "description", "to"),
        *("unit", "group", "subtotal", "total", "notes"),
        *("post", "role", "note", "form", "right", "centre", "line", "captions"),
    )
)
"""Fields of a plan whose texts are printed; `prose` is the `text` of an appendix's part."""
ENOUGH = 20
"""Findings of a rule in one text: what comes more often is one ailment, and placing it costs time."""


class Text(NamedTuple):
    """One scalar of the plan that is printed, or a whole file of prose."""

    words: str
    """Its value: references to the directory unresolved, line breaks of folding undone."""
    field: str
    """The field it is written in; for the items of a list, the list's."""
    node: ScalarNode
    file: SourceFile
    markup: str = ""
    """The same as it is written where the words are not all of it: of prose, with its pictures."""

    def at(self, start: int = 0, end: int | None = None) -> Place:
        """Where a stretch of the words is written; without arguments, all of them."""
        return Place(self.file, self._located(start, len(self.words) if end is None else end))

    def label(self, words: str) -> Label:
        """This text as another place of a finding."""
        return Label(self.at(), words)

    def edit(self, start: int, end: int, replacement: str) -> Edit | None:
        """A correction of a stretch; `None` if it is not written as it reads, because of a fold."""
        if end > start:
            span = self._located(start, end)
        else:  # before a character
            at = self._located(start, start + 1).start
            span = Span(at, at)
        written = self.file.text[span.start : span.end]
        return Edit(span, replacement) if written == self.words[start:end] else None

    def _located(self, start: int, end: int) -> Span:
        return locate(self.file, self.node, self.markup or self.words, Span(start, end))


def written(plan: Plan, prose: Iterable[SourceFile]) -> tuple[Text, ...]:
    """All texts of the order, of the appendices, then of the files with prose that they name."""
    of_plan: list[Text] = []
    for root in (plan.order.origin, *(appendix.origin for appendix in plan.appendices)):
        _gather_fields(root, "order", plan.file, of_plan)
    whole = ((file, ScalarNode(file.text, 0, len(file.text), is_plain=True)) for file in prose)
    return (*of_plan, *(_prose(composed(file.text), node, file) for file, node in whole))


def _prose(markdown: str, node: ScalarNode, file: SourceFile) -> Text:
    return Text(without_files(markdown), "prose", node, file, markdown)


CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")
"""Fields of a record of the directory with its name in a case."""
NAMES = ("name", "full_name", "short", "post", "post_genitive", *CASES)
"""All fields of a record that documents print."""


def named(record: Body | Official, file: SourceFile, fields: Iterable[str] = NAMES) -> Iterator[Text]:
    """Names of a record, as its file, the directory, writes them."""
    for field in fields:
        node = record.origin.get(field)
        if isinstance(node, ScalarNode):
            yield Text(node.text, field, node, file)


def _gather(node: Node, field: str, file: SourceFile, found: list[Text]) -> None:
    if isinstance(node, ScalarNode):
        if field == "prose":
            found.append(_prose(node.text, node, file))
        elif field in FIELDS:
            found.append(Text(node.text, field, node, file))
    elif isinstance(node, SequenceNode):
        for item in node.items:
            _gather(item, field, file, found)
    else:
        _gather_fields(node, field, file, found)


def _gather_fields(node: MappingNode, field: str, file: SourceFile, found: list[Text]) -> None:
    for name, (_, value) in node.fields.items():
        _gather(value, _named(name, field), file, found)


def _named(name: str, outer: str) -> str:
    """Names of free cells and columns are the author's; theirs is the field around."""
    if outer in ("cells", "columns") and name not in ("heading", "columns"):
        return outer
    return "prose" if (outer, name) == ("parts", "text") else name
