"""The rows of a measure table, cell by cell; those of an amending order stand in quotes."""

from collections.abc import Iterator, Sequence

from roadmapc.model.plan import Column, Measure, Measures, Section
from roadmapc.model.printed import cell_blocks, paragraphs
from roadmapc.model.profile import Wording
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import of_provision
from roadmapc.render.document.links import Names
from roadmapc.render.document.notes import EditionNotes, RemovedProvision, with_removed
from roadmapc.render.document.view import ColumnView, MeasureRow, MeasuresView, NoteRow, QuoteView, SectionRow
from roadmapc.text.blocks import Block, BlockKind

_END_OF_QUOTE = "»."
"""The full stop is that of the sentence which quotes the rows."""
_EMPTY = Block(BlockKind.PARAGRAPH, "")


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
    rows = (
        _rows(table, wording, bookmarks)
        if notes.is_empty
        else _rows_with_notes(table, wording, notes, removed, bookmarks)
    )
    return MeasuresView(_columns(table), tuple(rows))


def quote(table: Measures, wording: Wording) -> QuoteView:
    """Rows in quotes: the first text opens them, the last one closes them and ends the sentence."""
    first, *others = _rows(table, wording, {})
    *before, last = _opened(first), *others
    return QuoteView(_columns(table), (*before, _closed(last)))


def section_title(section: Section) -> str:
    """A section's title with its number: «1. Организация»."""
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
    return tuple(ColumnView(column.key, column.heading) for column in table.columns)


def _rows(table: Measures, wording: Wording, bookmarks: Names) -> Iterator[SectionRow | MeasureRow]:
    for section in table.walk():
        yield from _head(section, bookmarks)
        for measure in section.measures:
            yield _row(measure, table.columns, wording, bookmarks)


def _rows_with_notes(
    table: Measures,
    wording: Wording,
    notes: EditionNotes,
    removed: Sequence[RemovedProvision],
    bookmarks: Names,
) -> Iterator[SectionRow | MeasureRow | NoteRow]:
    """Rows as a consolidated edition has them."""
    for section in with_removed(table.walk(), removed):
        if isinstance(section, RemovedProvision):
            yield NoteRow(section.note)
            continue
        yield from _head(section, bookmarks)
        yield from map(NoteRow, notes.of(of_provision(section)))
        removed_measures = notes.removed(ProvisionKind.MEASURE, section.id)
        for measure in with_removed(section.measures, removed_measures):
            if isinstance(measure, RemovedProvision):
                yield NoteRow(measure.note)
            else:
                yield _row(measure, table.columns, wording, bookmarks)
                yield from map(NoteRow, notes.of(of_provision(measure)))


def _head(section: Section, bookmarks: Names) -> Iterator[SectionRow]:
    """The row of a section; none if it has no title."""
    if section.title:
        yield SectionRow(section_title(section), section.level, bookmarks.get(section.id, ""))


def _row(measure: Measure, columns: Sequence[Column], wording: Wording, bookmarks: Names) -> MeasureRow:
    cells = [
        paragraphs(f"{measure.number}.")
        if column.key == "number" and wording.has_number_stop
        else cell_blocks(measure, column.key)
        for column in columns
    ]
    return MeasureRow(tuple(cells), bookmarks.get(measure.id, ""))
