"""What stands in an appendix: measures, a passport, tables, prose, a composition, a form, an estimate."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from roadmapc.incoming.blocks import Alignment, Block, Paragraph, Table
from roadmapc.recognition.account import Account
from roadmapc.recognition.asking import Asker
from roadmapc.recognition.column_roles import read_roles
from roadmapc.recognition.composition import composition_node, seats_of_table, seats_of_words
from roadmapc.recognition.context import Context
from roadmapc.recognition.continuation import goes_on
from roadmapc.recognition.executor_names import begins_name
from roadmapc.recognition.gathered import Rows, gathered
from roadmapc.recognition.grid import (
    TableLine,
    cell_text,
    in_one_line,
    paragraph_text,
    spans,
)
from roadmapc.recognition.measures import MeasuresReader
from roadmapc.recognition.named_people import people_of
from roadmapc.recognition.number_forms import leading_number
from roadmapc.recognition.plain_table import passport_node, table_node
from roadmapc.recognition.roles import ColumnRoles
from roadmapc.recognition.table_head import TableHead, read_head
from roadmapc.recognition.table_rows import is_note
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node

_CONTINUED = re.compile(r"(?:продолжение|окончание) (?:таблицы|приложения|плана).*", re.IGNORECASE)
_COMPOSITION = re.compile(r"(?<!\w)состав", re.IGNORECASE)
_UNIT = re.compile(
    r"\(?(?:в\s)?(?P<unit>(?:тыс|млн|млрд)\.?\s?(?:руб\w*\.?)|рубл\w+|руб\.|тысяч\w* рублей)\)?",
    re.IGNORECASE,
)
_LONG = 200
"""No heading has so many letters."""


class _Sheet(NamedTuple):
    """A table with what is understood of it."""

    rows: Rows
    head: TableHead
    roles: ColumnRoles

    @property
    def lines(self) -> tuple[TableLine, ...]:
        """All its rows."""
        return self.rows.lines

    @property
    def has_borders(self) -> bool:
        """Whether it is drawn, or stands in lines with tabs."""
        return self.rows.first is None or self.rows.first.has_lines

    @property
    def holds_measures(self) -> bool:
        """Whether it is a plan; one whose rows are empty is a form that others will fill in."""
        said = (words for line in self.head.body for words in line.texts)
        return self.roles.is_of_measures and any(any(map(str.isalpha, words)) for words in said)


_Item: TypeAlias = tuple[Paragraph, ...] | _Sheet
"""Paragraphs in a row, or a table."""


def recognise_parts(blocks: Sequence[Block], context: Context, account: Account) -> dict[str, Node]:
    """Fields of the appendix that hold its body, in the order in which a plan writes them.

    `blocks` are what stands between the mark and title of the appendix and its end, in order, title and
    mark left out (the caller has claimed them). A single table of measures gives `columns`, `sections`,
    `notes` and the like; anything else gives `parts`, each with its `heading`; a form gives `kind` first.
    Values are made by `syntax/to_yaml.py`: `mapping`, `sequence`, `text`, words as typed. Every character of
    the blocks, labels apart, is claimed with `account.take` or left with a reason with `account.leave`;
    what is neither is residue. Doubts go through `account.decide`, `place` going on from `context.place`:
    the caller writes them as comments at their places. Headings of parts are part of the blocks.
    """
    return _Body(context, account).read(blocks)


class _Body:
    """Reads one appendix."""

    def __init__(self, context: Context, account: Account) -> None:
        self._context = context
        self._account = account
        self._asker = Asker(account, context.appendix)

    def read(self, blocks: Sequence[Block]) -> dict[str, Node]:
        """A single plan's table, with notes under it, fills the appendix; all else is parts."""
        items = list(self._items(blocks))
        first, *others = items or [()]
        is_plan = isinstance(first, _Sheet) and first.holds_measures and not first.head.titles
        if is_plan and isinstance(first, _Sheet) and _are_notes(others):
            fields = self._measures(first, self._context.place)
            notes = [line for item in others if not isinstance(item, _Sheet) for line in self._lines(item)]
            if notes:
                notes = [*([fields["notes"].text] if "notes" in fields else []), *notes]  # type: ignore[union-attr]
                fields["notes"] = text("\n".join(notes))
            return fields
        parts: list[Node] = []
        unit = ""
        for at, item in enumerate(items):
            if isinstance(item, _Sheet):
                parts += self._table(item, unit, (*self._context.place, "parts", len(parts)))
                unit = ""
                continue
            paragraphs = item
            following = items[at + 1] if at + 1 < len(items) else None
            if isinstance(following, _Sheet) and not following.holds_measures:
                found = _UNIT.fullmatch(in_one_line(paragraph_text(item[-1])))
                if found:
                    unit = found["unit"]
                    self._account.take(item[-1].span)
                    paragraphs = item[:-1]
            parts += self._words(paragraphs, is_before_table=isinstance(following, _Sheet) and not unit)
        kind: dict[str, Node] = {"kind": text("form")} if self._context.is_form else {}
        return kind | ({"parts": sequence(tuple(parts))} if parts else {})

    def _items(self, blocks: Sequence[Block]) -> Iterator[_Item]:
        """Paragraphs in runs and tables, those that go on with one put together."""
        for item in gathered([block for block in blocks if self._is_said(block)]):
            if isinstance(item, Rows):
                head = read_head(item.lines, item.first.heads if item.first else 0)
                yield _Sheet(item, head, read_roles(head.paths, head.body, self._is_name))
            else:
                yield item

    def _is_said(self, block: Block) -> bool:
        """Whether a block says something of its own; what stands over the next page of a table does not."""
        if isinstance(block, Table):
            return bool(block.cells)
        words = in_one_line(paragraph_text(block))
        if _CONTINUED.fullmatch(words):
            self._account.leave(block.span, block.where, "надпись над продолжением таблицы")
        return bool(words) and not _CONTINUED.fullmatch(words)

    def _is_name(self, words: str) -> bool:
        directory = self._context.directory
        is_found = directory.find_body(words) or directory.find_official(words)
        return bool(is_found or people_of(words)) or begins_name(words)

    def _measures(self, sheet: _Sheet, place: tuple[str | int, ...]) -> dict[str, Node]:
        for line in sheet.head.titles:
            self._account.take(*spans(*line.own))
        reader = MeasuresReader(self._context, self._account, self._asker)
        return reader.read(sheet.head, sheet.roles, place)

    def _table(self, sheet: _Sheet, unit: str, place: tuple[str | int, ...]) -> Iterator[Node]:
        """The parts that a table makes, its name first if it stands in its first rows."""
        seats = None if sheet.has_borders else seats_of_table(sheet.lines)
        if seats is not None:
            for line in sheet.lines:
                self._account.take(*spans(*line.own))
            yield mapping({"composition": composition_node(seats)})
            return
        width = len(sheet.head.paths)
        if width <= 1 or (not sheet.has_borders and not sheet.head.rows and width > 2):
            yield from self._frame(sheet)
            return
        for line in sheet.head.titles:
            yield mapping({"heading": text(in_one_line(line.text(0)))})
            self._account.take(*spans(*line.own))
        if sheet.holds_measures:
            *over, at = place
            part = (*over, int(at) + len(sheet.head.titles), "measures")
            yield mapping({"measures": mapping(self._measures(sheet, part))})
        elif len(sheet.head.paths) == 2 and not sheet.head.rows:
            yield mapping({"passport": passport_node(sheet.head.body, self._account)})
        else:
            table = table_node(sheet.head, self._account, self._asker)
            with_unit = mapping({"unit": text(unit)}).fields | table.fields if unit else table.fields
            yield mapping({"table": MappingNode(with_unit, 0, 0)})

    def _frame(self, sheet: _Sheet) -> Iterator[Node]:
        """A table that only places words, as lines of text."""
        lines = [
            " ".join(in_one_line(cell_text(cell)) for cell in line.own if cell_text(cell))
            if len(line.own) > 1
            else line.text(0)
            for line in sheet.lines
        ]
        for line in sheet.lines:
            self._account.take(*spans(*line.own))
        words = [line for line in lines if line]
        if words and self._context.is_form:
            yield mapping({"form": sequence(tuple(map(text, words)))})
        elif words:
            yield mapping({"text": text("\n".join(words))})

    def _words(self, paragraphs: Sequence[Paragraph], *, is_before_table: bool) -> Iterator[Node]:
        """Paragraphs as what they are: lines of a form, a composition, text with its headings apart."""
        if not paragraphs:
            return
        lines = self._lines(paragraphs)
        seats = (
            seats_of_words(list(map(in_one_line, lines)))
            if _COMPOSITION.search(self._context.title)
            else None
        )
        if self._context.is_form:
            yield mapping({"form": sequence(tuple(map(_form_line, paragraphs)))})
        elif seats is not None:
            yield mapping({"composition": composition_node(seats)})
        else:
            last = len(lines) if is_before_table else len(lines) - 1
            yield from _text(paragraphs, lines, last)

    def _lines(self, paragraphs: Sequence[Paragraph]) -> list[str]:
        """The words of paragraphs, claimed."""
        self._account.take(*(paragraph.span for paragraph in paragraphs))
        return [paragraph_text(paragraph) for paragraph in paragraphs]


def _are_notes(items: Sequence[_Item]) -> bool:
    """Whether what follows a table are notes to it, all of them."""
    return all(
        not isinstance(item, _Sheet) and bool(item) and is_note(in_one_line(paragraph_text(item[0])))
        for item in items
    )


def _text(paragraphs: Sequence[Paragraph], lines: Sequence[str], last: int) -> Iterator[Node]:
    """Headings, of which none stands after `last` paragraphs, and the text between them."""
    said: list[tuple[str, bool]] = []
    for at, (paragraph, words) in enumerate(zip(paragraphs, lines, strict=True)):
        before = said[-1][0] if said else ""
        is_middle = paragraph.alignment is Alignment.CENTRE and len(before) < _LONG
        if is_middle and words[:1].islower() and goes_on(before, words):  # a heading of several lines
            said[-1] = (f"{before} {in_one_line(words)}", True)
        else:
            said.append((words, at < last and _is_heading(paragraph)))
    for is_heading, run in groupby(said, lambda each: each[1]):
        if is_heading:
            yield from (mapping({"heading": text(in_one_line(words))}) for words, _ in run)
        else:
            yield mapping({"text": text("\n".join(words for words, _ in run))})


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading: bold or in the middle, short, without a full stop."""
    words = in_one_line(paragraph_text(paragraph))
    is_marked = paragraph.is_bold or paragraph.alignment is Alignment.CENTRE
    is_numbered = bool(leading_number(words)[0].parts) or not words.endswith((";", ","))
    return is_marked and is_numbered and len(words) < _LONG and not words.endswith((".", ":", ";"))


def _form_line(paragraph: Paragraph) -> Node:
    """A line of a form where it stands."""
    words = paragraph_text(paragraph)
    match paragraph.alignment:
        case Alignment.RIGHT:
            return mapping({"right": text(words)})
        case Alignment.CENTRE:
            return mapping({"title" if paragraph.is_bold else "centre": text(in_one_line(words))})
        case _:
            return text(in_one_line(words))
