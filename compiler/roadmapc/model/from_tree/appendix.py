"""An appendix and its parts."""

from collections.abc import Callable

from roadmapc.model.codes import CALENDAR_WITH_CONTENT, EMPTY_APPENDIX
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import mappings, scalar, text_of
from roadmapc.model.from_tree.measures import read_measures
from roadmapc.model.from_tree.table import read_table
from roadmapc.model.plan import Appendix, AppendixId, AppendixPart, CalendarPlan, Heading, Passport, Prose
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text import blocks
from roadmapc.text.blocks import Block

DEFAULT_MARK = "Приложение"
_CONTENT = ("columns", "sections", "parts")
"""Fields of an appendix that say what is in it."""


def read_appendix(context: Context, node: MappingNode, number: str) -> Appendix:
    """The appendix with all its parts."""
    return Appendix(
        id=AppendixId(context.unique("appendix", scalar(node, "id"))),
        number=text_of(node.get("number")) if "number" in node.fields else number,
        mark=text_of(node.get("mark")) or DEFAULT_MARK,
        title=context.field(node, "title"),
        parts=_calendar_plan(context, node) if "kind" in node.fields else _parts(context, node),
        origin=node,
    )


def _calendar_plan(context: Context, node: MappingNode) -> tuple[AppendixPart, ...]:
    """The schema knows one `kind`, which needs nothing more to be said; what is said is read all the same."""
    written = [field for field in _CONTENT if field in node.fields]
    for field in written:
        message = f"в календарный план поле «{field}» не пишут: его строки берутся из плана"
        hint = "мероприятия перечислите в другом приложении, в этом оставьте kind: calendar"
        context.report(CALENDAR_WITH_CONTENT, message, node.key_span(field), hint)
    return _parts(context, node) if written else (CalendarPlan(),)


def _parts(context: Context, node: MappingNode) -> tuple[AppendixPart, ...]:
    """The listed parts; without a list, the one table of measures that the fields describe."""
    parts = [_part(context, part) for part in mappings(node, "parts")]
    if "sections" in node.fields:
        parts.append(read_measures(context, node))
    if not parts:
        hint = "добавьте разделы (sections), части (parts) или строку «kind: calendar»"
        context.report(EMPTY_APPENDIX, "в приложении ничего нет", scalar(node, "id").span, hint)
    return tuple(parts)


def _part(context: Context, node: MappingNode) -> AppendixPart:
    (kind, (_, value)) = next(iter(node.fields.items()))
    return _READERS[kind](context, value)


def _heading(context: Context, node: Node) -> AppendixPart:
    assert isinstance(node, ScalarNode)
    return Heading(context.text(node))


def _text(context: Context, node: Node) -> AppendixPart:
    assert isinstance(node, ScalarNode)
    return Prose(context.lines(node))


def _file(context: Context, node: Node) -> AppendixPart:
    assert isinstance(node, ScalarNode)
    file = context.texts.get(node.text)
    return Prose(context.written(file) if file else "")


def _passport(context: Context, node: Node) -> AppendixPart:
    assert isinstance(node, SequenceNode)
    rows = [row for row in node.items if isinstance(row, MappingNode)]
    return Passport(tuple(_passport_row(context, row) for row in rows))


def _passport_row(context: Context, row: MappingNode) -> tuple[str, tuple[Block, ...]]:
    return context.field(row, "name"), blocks.from_text(context.lines(scalar(row, "value")))


def _measures(context: Context, node: Node) -> AppendixPart:
    assert isinstance(node, MappingNode)
    return read_measures(context, node)


_READERS: dict[str, Callable[[Context, Node], AppendixPart]] = {
    "heading": _heading,
    "text": _text,
    "file": _file,
    "passport": _passport,
    "table": read_table,
    "measures": _measures,
}
"""By the field that names the kind of a part."""
