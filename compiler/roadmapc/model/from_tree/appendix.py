"""An appendix and its parts."""

from collections.abc import Iterator

from roadmapc.model.codes import CALENDAR_WITH_CONTENT, EMPTY_APPENDIX, RAGGED_TABLE
from roadmapc.model.files import path_of
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import items, mappings, scalar, text_of
from roadmapc.model.from_tree.measures import read_measures
from roadmapc.model.parts import CalendarPlan, Head, Heading, Passport, Picture, Prose, Table
from roadmapc.model.plan import Appendix, AppendixId, AppendixPart
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text import blocks, markdown_parts
from roadmapc.text.markdown_parts import WrittenPicture, WrittenTable
from roadmapc.text.plural import counted

DEFAULT_MARK = "Приложение"
_CONTENT = ("columns", "sections", "parts")
"""Fields of an appendix that say what is in it."""


def read_appendix(context: Context, node: MappingNode, number: str) -> Appendix:
    """The appendix with all its parts; `number` is its ordinal, empty for a single appendix."""
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
    parts = [read for part in mappings(node, "parts") for read in _read(context, part)]
    if "sections" in node.fields:
        parts.append(read_measures(context, node))
    if not parts and "parts" not in node.fields:
        hint = "добавьте разделы (sections), части (parts) или строку «kind: calendar»"
        context.report(EMPTY_APPENDIX, "в приложении ничего нет", scalar(node, "id").span, hint)
    return tuple(parts)


def _read(context: Context, node: MappingNode) -> Iterator[AppendixPart]:
    """What a part amounts to: a text with pictures and tables among its paragraphs is several.

    A picture or a file of prose that cannot be read is told where it is named, and left out.
    """
    kind, (_, content) = next(iter(node.fields.items()))
    match kind, content:
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
                yield Table(tuple(Head(text, (), is_upward=False) for text in heads), rows)
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
        case "passport", SequenceNode(rows):
            return Passport(
                tuple(
                    (context.field(row, "name"), blocks.from_text(context.lines(scalar(row, "value"))))
                    for row in rows
                    if isinstance(row, MappingNode)
                )
            )
        case "table", MappingNode():
            return _table(context, content)
    assert kind == "measures"
    assert isinstance(content, MappingNode)
    return read_measures(context, content)


def _table(context: Context, node: MappingNode) -> Table:
    """A table without duties: its head in levels, its rows made to fit."""
    columns = tuple(_head(context, head) for head in items(node, "columns"))
    width = sum(head.width for head in columns)
    rows = [row for row in items(node, "rows") if isinstance(row, SequenceNode)]
    if {len(row.items) for row in rows} - {width}:
        _report_ragged(context, node, columns, rows)
    cells = (
        [context.text(cell) if isinstance(cell, ScalarNode) else "" for cell in row.items] for row in rows
    )
    return Table(columns, tuple(tuple((row + [""] * width)[:width]) for row in cells))


def _report_ragged(
    context: Context, node: MappingNode, columns: tuple[Head, ...], rows: list[SequenceNode]
) -> None:
    """Rows of too few or too many cells; if all have as many, the heads are wrong, and are said once."""
    width = sum(head.width for head in columns)
    lengths = {len(row.items) for row in rows}
    if len(lengths) == 1 and len(rows) > 1:
        heads = ", ".join(f"«{head.text}»" for head in columns)
        cells = counted(len(rows[0].items), "ячейка", "ячейки", "ячеек")
        message = f"граф в таблице {width}: {heads}, а в каждой строке {cells}"
        hint = 'название графы с запятой возьмите в кавычки: ["Фамилия, имя", Должность]'
        context.report(RAGGED_TABLE, message, node.key_span("columns"), hint)
        return
    for row in rows:
        if len(row.items) != width:
            cells = counted(len(row.items), "ячейка", "ячейки", "ячеек")
            message = f"в строке {cells}, а граф в таблице {width}"
            context.report(RAGGED_TABLE, message, row.span, 'пустую ячейку обозначьте пустыми кавычками: ""')


def _head(context: Context, node: Node) -> Head:
    if isinstance(node, ScalarNode):
        return Head(context.text(node), (), is_upward=False)
    assert isinstance(node, MappingNode)
    columns = tuple(_head(context, head) for head in items(node, "columns"))
    return Head(context.field(node, "heading"), columns, text_of(node.get("direction")) == "up")
