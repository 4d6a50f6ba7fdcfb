"""The rows of a measure table, cell by cell; those of an amending order stand in quotes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapc.model.plan import Column, Measure, Measures, Section, Total
from roadmapc.model.printed import cell_blocks, paragraphs
from roadmapc.model.profile import Wording
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import of_provision
from roadmapc.render.document.links import Names
from roadmapc.render.document.notes import EditionNotes, RemovedProvision, with_removed
from roadmapc.render.document.view import (
    ColumnView,
    MeasureRow,
    MeasuresView,
    NoteRow,
    QuoteView,
    SectionRow,
    TotalRow,
)
from roadmapc.text.blocks import Block, BlockKind

_Row = SectionRow | MeasureRow | TotalRow
_END_OF_QUOTE = "»."
"""The full stop is that of the sentence which quotes the rows."""
_EMPTY = Block(BlockKind.PARAGRAPH, "")
_NOTHING = (Block(BlockKind.PARAGRAPH, "–"),)
"""Says that a cell is empty on purpose, as office tables do."""
_NUMBERS = frozenset({"number"})


class _Frame(NamedTuple):
    """What all rows of a table share."""

    columns: tuple[Column, ...]
    wording: Wording
    bookmarks: Names
    """Of sections and measures by their stable names."""
    blank: frozenset[str]
    """Keys of the columns whose empty cells stay empty: a number, a mark that is set by hand."""


def measures(
    table: Measures,
    wording: Wording,
    notes: EditionNotes,
    removed: Sequence[RemovedProvision],
    bookmarks: Names,
) -> MeasuresView:
    """A measure table with its headings; `removed` are its sections that lost force.

    `bookmarks` are those of its sections and measures by their stable names.
    """
    frame = _Frame(table.columns, wording, bookmarks, _blank(table))
    rows = _rows(table, frame) if notes.is_empty else _rows_with_notes(table, frame, notes, removed)
    numbers = (str(at) for at, _ in enumerate(table.columns, start=1)) if table.has_column_numbers else ()
    return MeasuresView(
        _columns(table),
        (*rows, *_total(table.total, table.columns)),
        heads=table.heads if any(head.columns or head.is_upward for head in table.heads) else (),
        numbers=tuple(numbers),
        notes=table.notes,
        orientation=table.orientation,
    )


def _blank(table: Measures) -> frozenset[str]:
    """Those without a word in any row, «Отметка о выполнении», and that of numbers."""
    measures = [measure for section in table.walk() for measure in section.measures]
    keys = (column.key for column in table.columns)
    return _NUMBERS | {key for key in keys if not any(cell_blocks(each, key) for each in measures)}


def quote(table: Measures, wording: Wording) -> QuoteView:
    """Rows in quotes: the first text opens them, the last one closes them and ends the sentence.

    No cells are joined: the mark that closes the quotation would stand in one that is not seen.
    """
    frame = _Frame(table.columns, wording, {}, _NUMBERS)
    rows: list[SectionRow | MeasureRow] = []
    for section in table.walk():
        rows += _head(section, {})
        rows += [_row(measure, frame) for measure in section.measures]
    first, *others = rows
    *before, last = _opened(first), *others
    is_as_signed = "wording" in table.origin.fields
    return QuoteView(_columns(table), (*before, _closed(last)), is_as_signed)


def section_title(section: Section) -> str:
    """A section's title with its number: «1. Организация»."""
    if section.label is not None:
        return f"{section.label} {section.title}".strip()
    return f"{section.number}. {section.title}" if section.number else section.title


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
    return tuple(
        ColumnView(column.key, column.heading, column.kind, column.term is not None)
        for column in table.columns
    )


def _rows(table: Measures, frame: _Frame) -> Iterator[_Row]:
    for section in table.sections:
        yield from _rows_of(section, frame)


def _rows_of(section: Section, frame: _Frame) -> Iterator[_Row]:
    """A section with those within it; its total stands under them all."""
    yield from _head(section, frame.bookmarks)
    spans = _spans(section.measures, frame.columns)
    for measure, own in zip(section.measures, spans, strict=True):
        yield _row(measure, frame, own)
    for each in section.sections:
        yield from _rows_of(each, frame)
    yield from _total(section.total, frame.columns)


def _spans(measures: Sequence[Measure], columns: Sequence[Column]) -> list[tuple[int, ...]]:
    """How many rows each cell takes, row by row; nothing of a section in which no cells are joined."""
    if not any(measure.joined for measure in measures):
        return [()] * len(measures)
    found: list[tuple[int, ...]] = []
    below = dict.fromkeys((column.key for column in columns), 0)
    """How many cells under this row are one with its own, by column."""
    for measure in reversed(measures):
        own = {key: count + 1 for key, count in below.items()}
        found.append(tuple(0 if key in measure.joined else count for key, count in own.items()))
        below = {key: count if key in measure.joined else 0 for key, count in own.items()}
    return found[::-1]


def _total(total: Total | None, columns: Sequence[Column]) -> Iterator[TotalRow]:
    """The row of a total; none if there is none. Its name stands before the first sum."""
    if total is not None:
        first = next((at for at, column in enumerate(columns) if column.is_summed), 1)
        sums = dict(total.cells)
        yield TotalRow(total.title, tuple(sums.get(column.key, "") for column in columns[first:]))


def _rows_with_notes(
    table: Measures, frame: _Frame, notes: EditionNotes, removed: Sequence[RemovedProvision]
) -> Iterator[_Row | NoteRow]:
    """Rows as a consolidated edition has them; between notes no cells are joined."""
    totals = _totals_after(table)
    is_numbered = any(column.key == "number" for column in table.columns)
    for section in with_removed(table.walk(), removed):
        if isinstance(section, RemovedProvision):
            yield NoteRow(section.note)
            continue
        yield from _head(section, frame.bookmarks)
        yield from map(NoteRow, notes.of(of_provision(section), section.number))
        removed_measures = notes.removed(ProvisionKind.MEASURE, section.id)
        for measure in with_removed(section.measures, removed_measures):
            if isinstance(measure, RemovedProvision):
                yield NoteRow(measure.note)
            else:
                yield _row(measure, frame)
                number = measure.number if is_numbered else ""
                yield from map(NoteRow, notes.of(of_provision(measure), number))
        for total in totals.get(section.id, ()):
            yield from _total(total, table.columns)


def _totals_after(table: Measures) -> dict[str, list[Total]]:
    """Totals by the section after whose rows they stand: the last of those that they add up."""
    found: dict[str, list[Total]] = {}
    for section in table.walk():
        *_, last = section.walk()
        if section.total is not None:
            found.setdefault(last.id, []).insert(0, section.total)
    return found


def _head(section: Section, bookmarks: Names) -> Iterator[SectionRow]:
    """The row of a section; none if it has no title."""
    if section.title:
        yield SectionRow(section_title(section), section.level, bookmarks.get(section.id, ""))


def _row(measure: Measure, frame: _Frame, spans: tuple[int, ...] = ()) -> MeasureRow:
    """The cells of a measure; one that is a part of the cell above prints nothing."""
    cells = [_cell(measure, column.key, frame) for column in frame.columns]
    shown = [cell if span else () for cell, span in zip(cells, spans or (1,) * len(cells), strict=True)]
    return MeasureRow(tuple(shown), spans, frame.bookmarks.get(measure.id, ""))


def _cell(measure: Measure, key: str, frame: _Frame) -> tuple[Block, ...]:
    """A number with its stop, a dash for nothing; in a signed act, what stands there."""
    if measure.as_signed is not None:
        return cell_blocks(measure, key)
    if key == "number" and frame.wording.has_number_stop:
        return paragraphs(f"{measure.number}.")
    return cell_blocks(measure, key) or (() if key in frame.blank else _NOTHING)
