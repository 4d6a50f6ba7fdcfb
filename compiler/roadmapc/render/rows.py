"""The rows of a measure table, cell by cell; those of an amending order stand in quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from roadmapc.model.plan import Column, Measure, Measures, Section
from roadmapc.model.printed import executor_text, term_text
from roadmapc.model.profile import Wording
from roadmapc.render.view import ColumnView, MeasureRow, MeasuresView, QuoteView, SectionRow
from roadmapc.text.blocks import Block, BlockKind, punctuated

_END_OF_QUOTE = "»."
"""The full stop is that of the sentence which quotes the rows."""
_EMPTY = Block(BlockKind.PARAGRAPH, "")


def measures(table: Measures, wording: Wording) -> MeasuresView:
    """A measure table with its headings."""
    return MeasuresView(_columns(table), tuple(_rows(table, wording)))


def quote(table: Measures, wording: Wording) -> QuoteView:
    """Rows in quotes: the first text opens them, the last one closes them and ends the sentence."""
    first, *others = _rows(table, wording)
    *before, last = _opened(first), *others
    return QuoteView(_columns(table), (*before, _closed(last)))


def _opened(row: SectionRow | MeasureRow) -> SectionRow | MeasureRow:
    if isinstance(row, SectionRow):
        return SectionRow(f"«{row.title}", row.level)
    first, *others = row.cells
    (kind, text), *blocks = first or (_EMPTY,)
    return MeasureRow(((Block(kind, f"«{text}"), *blocks), *others))


def _closed(row: SectionRow | MeasureRow) -> SectionRow | MeasureRow:
    if isinstance(row, SectionRow):
        return SectionRow(f"{row.title}{_END_OF_QUOTE}", row.level)
    *others, last = row.cells
    *blocks, (kind, text) = last or (_EMPTY,)
    return MeasureRow((*others, (*blocks, Block(kind, f"{text}{_END_OF_QUOTE}"))))


def _columns(table: Measures) -> tuple[ColumnView, ...]:
    return tuple(ColumnView(column.key, column.heading) for column in table.columns)


def _rows(table: Measures, wording: Wording) -> Iterator[SectionRow | MeasureRow]:
    cells = [_cell_of(column, wording) for column in table.columns]
    for section in table.walk():
        if section.title:
            yield SectionRow(section_title(section), section.level)
        for measure in section.measures:
            yield MeasureRow(tuple([cell(measure) for cell in cells]))


def section_title(section: Section) -> str:
    """A section's title with its number: «1. Организация»."""
    return f"{section.number}. {section.title}" if section.number else section.title


_Cell = Callable[[Measure], tuple[Block, ...]]


def _cell_of(column: Column, wording: Wording) -> _Cell:
    if column.key == "number" and wording.has_number_stop:
        return lambda measure: _paragraph(f"{measure.number}.")
    return _CELLS.get(column.key) or _free_cell(column.key)


def _free_cell(key: str) -> _Cell:
    return lambda measure: _paragraph(dict(measure.cells).get(key, ""))


def _paragraph(text: str) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, text),) if text else ()


def _deadlines(measure: Measure) -> tuple[Block, ...]:
    return tuple([Block(BlockKind.PARAGRAPH, term_text(term)) for term in measure.terms])


def _executors(measure: Measure) -> tuple[Block, ...]:
    return tuple([Block(BlockKind.PARAGRAPH, executor_text(executor)) for executor in measure.executors])


_CELLS: dict[str, _Cell] = {
    "number": lambda measure: _paragraph(measure.number),
    "measure": lambda measure: punctuated(measure.text),
    "deadline": _deadlines,
    "executors": _executors,
    "participants": lambda measure: _paragraph(", ".join(measure.participants)),
    "document": lambda measure: _paragraph(measure.document),
    "result": lambda measure: punctuated(measure.result),
}
"""What each known column prints of a measure."""
