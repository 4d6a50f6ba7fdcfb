"""An appendix and its parts."""

from collections.abc import Callable, Iterator

from roadmapc.model.codes import CALENDAR_WITH_CONTENT, EMPTY_APPENDIX, MARK_WITHOUT_APPROVAL, NO_TABLE_TO_SET
from roadmapc.model.files import path_of
from roadmapc.model.from_tree.composition import read_composition
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import mappings, optional_scalar, scalar, text_of
from roadmapc.model.from_tree.form import read_form
from roadmapc.model.from_tree.lines import blocks_of
from roadmapc.model.from_tree.measures import read_measures
from roadmapc.model.from_tree.requisites import read_sanction
from roadmapc.model.from_tree.table import read_table
from roadmapc.model.parts import (
    CalendarPlan,
    Head,
    Heading,
    Passport,
    Picture,
    Prose,
    Table,
    TableCell,
    TableRow,
    Verbatim,
)
from roadmapc.model.plan import Appendix, AppendixId, AppendixPart
from roadmapc.model.requisites import DEFAULT_MARK, MARKS, Sanction
from roadmapc.model.sums import RowKind
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text import markdown_parts
from roadmapc.text.markdown_parts import WrittenPicture, WrittenTable

_SETTINGS = ("columns", "column_numbers", "orientation", "total", "notes")
"""Fields of an appendix that say how its own table of measures looks."""
_CONTENT = (*_SETTINGS, "sections", "parts")
"""Fields of an appendix that say what is in it."""


def read_appendix(context: Context, node: MappingNode, number: str) -> Appendix:
    """The appendix with all its parts; `number` is its ordinal, empty for a single appendix."""
    is_calendar = text_of(node.get("kind")) == "calendar"
    with context.worded(node):
        return Appendix(
            id=AppendixId(context.unique("appendix", scalar(node, "id"))),
            number=text_of(node.get("number")) if "number" in node.fields else number,
            mark=_mark(context, node),
            title=context.field(node, "title"),
            parts=_calendar_plan(context, node) if is_calendar else _parts(context, node),
            origin=node,
            approved_by=_approval(context, node),
        )


def _mark(context: Context, node: MappingNode) -> str:
    """A mark that says more or less than a word of the custom is that of a signed act, in its own lines."""
    written = optional_scalar(node, "mark")
    if written is None:
        return DEFAULT_MARK
    mark = text_of(written)
    return mark if mark in MARKS else context.lines(written).strip()


def _approval(context: Context, node: MappingNode) -> Sanction | None:
    """The act of another body that approves the appendix, whose mark then says so."""
    approval = node.get("approved_by")
    if not isinstance(approval, MappingNode):
        return None
    if (text_of(node.get("mark")) or DEFAULT_MARK) == DEFAULT_MARK:
        message = "приложение утверждено другим документом, а отметка в углу об этом не говорит"
        hint = "впишите гриф в роде приложения: mark: УТВЕРЖДЁН, УТВЕРЖДЕНА, УТВЕРЖДЕНО или УТВЕРЖДЕНЫ"
        context.report(MARK_WITHOUT_APPROVAL, message, node.key_span("approved_by"), hint)
    return read_sanction(context, approval)


def _calendar_plan(context: Context, node: MappingNode) -> tuple[AppendixPart, ...]:
    """A calendar plan needs nothing more to be said; what is said is read all the same."""
    written = [field for field in _CONTENT if field in node.fields]
    for field in written:
        message = f"в календарный план поле «{field}» не пишут: его строки берутся из плана"
        hint = "мероприятия перечислите в другом приложении, в этом оставьте kind: calendar"
        context.report(CALENDAR_WITH_CONTENT, message, node.key_span(field), hint)
    return _parts(context, node) if written else (CalendarPlan(),)


def _parts(context: Context, node: MappingNode) -> tuple[AppendixPart, ...]:
    """The listed parts; without a list, the one table of measures that the fields describe."""
    parts = [read for part in mappings(node, "parts") for read in _read(context, part)]
    if "sections" in node.fields:
        parts.append(read_measures(context, node))
    elif parts:
        _check_settings(context, node)
    if not parts and "parts" not in node.fields:
        hint = "добавьте разделы (sections), части (parts) или строку «kind: calendar»"
        context.report(EMPTY_APPENDIX, "в приложении ничего нет", scalar(node, "id").span, hint)
    return tuple(parts)


def _check_settings(context: Context, node: MappingNode) -> None:
    """What is said of the table of an appendix that has none of its own would be printed nowhere."""
    for field in _SETTINGS:
        if field in node.fields:
            message = f"поле «{field}» описывает таблицу из sections, а разделов здесь нет"
            hint = f"перенесите «{field}» в часть measures, к её sections"
            context.report(NO_TABLE_TO_SET, message, node.key_span(field), hint)


def _read(context: Context, node: MappingNode) -> Iterator[AppendixPart]:
    """What a part amounts to: a text with pictures and tables among its paragraphs is several.

    A picture or a file of prose that cannot be read is told where it is named, and left out.
    """
    kind, (_, content) = next(iter(node.fields.items()))
    match kind, content:
        case "text", ScalarNode() if context.is_as_signed:
            yield Verbatim(tuple(block.text for block in blocks_of(context, content)))
        case "text", ScalarNode():
            yield from _prose(context, context.lines(content), "")
        case "file", ScalarNode(reference):
            file = context.files.texts.get(reference)
            yield from _prose(context, context.written(file) if file else "", reference)
        case "picture", MappingNode():
            words = (context.field(content, name) for name in ("caption", "description"))
            yield from _picture(context, path_of(scalar(content, "file").text, ""), *words)
        case _:
            yield _part(context, kind, content)


def _prose(context: Context, markdown: str, text: str) -> Iterator[AppendixPart]:
    """Prose with what stands in it; `text` is the file it is written in, empty for the plan."""
    for part in markdown_parts.parts(markdown):
        match part:
            case str():
                yield Prose(part)
            case WrittenTable(heads, rows):
                lines = (TableRow(RowKind.ITEM, tuple(map(TableCell, row))) for row in rows)
                yield Table(tuple(Head(text, (), is_upward=False) for text in heads), tuple(lines))
            case WrittenPicture(file, description, caption):
                yield from _picture(context, path_of(file, text), caption, description)


def _picture(context: Context, path: str, caption: str, description: str) -> Iterator[AppendixPart]:
    image = context.files.pictures.get(path)
    if image is not None:
        yield Picture(image, caption, description)


def _part(context: Context, kind: str, content: Node) -> AppendixPart:
    """The schema gives a part one field, which names its kind."""
    match kind, content:
        case "heading", ScalarNode():
            return Heading(context.text(content))
        case "passport" | "composition" | "form", SequenceNode():
            return _OF_LISTS[kind](context, content)
        case "table", MappingNode():
            return read_table(context, content)
    assert kind == "measures"
    assert isinstance(content, MappingNode)
    return read_measures(context, content)


def _passport(context: Context, node: SequenceNode) -> Passport:
    rows = (row for row in node.items if isinstance(row, MappingNode))
    texts = ((context.field(row, "name"), blocks_of(context, scalar(row, "value"))) for row in rows)
    return Passport(tuple(texts))


_OF_LISTS: dict[str, Callable[[Context, SequenceNode], AppendixPart]] = {
    "passport": _passport,
    "composition": read_composition,
    "form": read_form,
}
"""How parts that are written as lists are read."""
