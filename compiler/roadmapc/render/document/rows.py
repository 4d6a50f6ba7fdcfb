"""The rows of a measure table, cell by cell; those of an amending order stand in quotes."""

from collections.abc import Callable, Iterator, Sequence

from roadmapc.model.plan import Measure, Measures, Section
from roadmapc.model.printed import cell_blocks, paragraphs
from roadmapc.model.profile import Wording
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import of_provision
from roadmapc.render.document.marks import Gone, Marks, woven
from roadmapc.render.document.view import ColumnView, MeasureRow, MeasuresView, NoteRow, QuoteView, SectionRow
from roadmapc.text.blocks import Block, BlockKind

_END_OF_QUOTE = "»."
"""The full stop is that of the sentence which quotes the rows."""
_EMPTY = Block(BlockKind.PARAGRAPH, "")


def measures(table: Measures, wording: Wording, marks: Marks, gone: Sequence[Gone]) -> MeasuresView:
    """A measure table with its headings; `gone` are its sections that lost force."""
    rows = _rows(table, wording) if marks.is_empty else _marked_rows(table, wording, marks, gone)
    return MeasuresView(_columns(table), tuple(rows))


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
    row_of = _row_of(table, wording)
    for section in table.walk():
        yield from _head(section)
        yield from map(row_of, section.measures)


def _marked_rows(
    table: Measures, wording: Wording, marks: Marks, gone: Sequence[Gone]
) -> Iterator[SectionRow | MeasureRow | NoteRow]:
    """Rows with the notes of a consolidated edition."""
    row_of = _row_of(table, wording)
    for section in woven(table.walk(), gone, lambda each: each.number):
        if isinstance(section, Gone):
            yield NoteRow(section.note)
            continue
        yield from _head(section)
        yield from map(NoteRow, marks.of(of_provision(section)))
        lost = marks.gone(ProvisionKind.MEASURE, section.id)
        for measure in woven(section.measures, lost, lambda each: each.number):
            if isinstance(measure, Gone):
                yield NoteRow(measure.note)
            else:
                yield row_of(measure)
                yield from map(NoteRow, marks.of(of_provision(measure)))


def _head(section: Section) -> Iterator[SectionRow]:
    """The row of a section; none if it has no title."""
    if section.title:
        yield SectionRow(section_title(section), section.level)


def _row_of(table: Measures, wording: Wording) -> Callable[[Measure], MeasureRow]:
    keys = [column.key for column in table.columns]
    return lambda measure: MeasureRow(tuple([_cell(measure, key, wording) for key in keys]))


def section_title(section: Section) -> str:
    """A section's title with its number: «1. Организация»."""
    return f"{section.number}. {section.title}" if section.number else section.title


def _cell(measure: Measure, key: str, wording: Wording) -> tuple[Block, ...]:
    if key == "number" and wording.has_number_stop:
        return paragraphs(f"{measure.number}.")
    return cell_blocks(measure, key)
