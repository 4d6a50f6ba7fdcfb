"""A table as a stream of Word's XML: a head, then rows of cells and rows over the whole width."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapc.render.document.view import MeasureRow, NoteRow, SectionRow
from roadmapc.render.docx import metrics, oxml
from roadmapc.render.docx.columns import LAST_LINE, Column
from roadmapc.render.docx.lists import ListKind
from roadmapc.render.docx.page import Page
from roadmapc.render.docx.sheet import Sheet, bound
from roadmapc.render.docx.styles import Face
from roadmapc.text.blocks import Block, BlockKind

TALL = 0.6
"""Share of a page above which a row may split: LibreOffice loses the end of one taller than a page."""

_Texts = tuple[Iterator[str], ...]
"""What is left to print of each column."""


class Frame(NamedTuple):
    """A table without its rows."""

    caption: str
    """Read aloud by screen readers, as is the description."""
    description: str
    head: str
    """Rows (`w:tr`) repeated on every page; empty if the table has none."""
    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    """Of the columns, in twips."""
    styles: tuple[str, ...]
    """Of paragraphs, a style id for each column."""
    face: Face
    tall: float = TALL
    """Share of a page above which a row may split."""


def table(frame: Frame, rows: Sequence[SectionRow | MeasureRow | NoteRow], sheet: Sheet) -> Iterator[str]:
    """`w:tbl` in pieces: its head, then a piece a row, then its end."""
    body = _Body(frame, sheet)
    spoken = map(oxml.legible, (frame.caption, frame.description))
    yield oxml.table_start(frame.widths, frame.face.side, *spoken)
    yield frame.head
    for row in rows:
        yield body.row(row)
    yield oxml.TABLE_END


class _Body:
    """Rows one after another, each taking the next texts of its columns."""

    def __init__(self, frame: Frame, sheet: Sheet) -> None:
        self._sheet = sheet
        self._span = len(frame.columns)
        self._width = sum(frame.widths)
        self._talls = map(any, zip(*_talls(frame, sheet.page), strict=True))
        self._starts = tuple(map(oxml.cell_start, frame.widths))
        self._styles = frame.styles
        self._note_style = frame.face.text
        self._texts: _Texts = tuple(iter(column.texts) for column in frame.columns)
        dash = oxml.paragraph_start(sheet.styles.dash)
        self._paragraphs = {
            style: {BlockKind.PARAGRAPH: oxml.paragraph_start(style), BlockKind.DASH: dash}
            for style in set(frame.styles)
        }

    def row(self, row: SectionRow | MeasureRow | NoteRow) -> str:
        match row:
            case MeasureRow():
                return self._cells(row)
            case SectionRow():
                return self._section(row)
            case NoteRow(note):
                return self._across(oxml.note(self._note_style, bound(note.text)))

    def _section(self, row: SectionRow) -> str:
        styles = self._sheet.styles
        style = styles.section if row.level == 1 else styles.subsection
        title = oxml.run_text(bound(row.title))
        return self._across(f"{oxml.paragraph_start(style)}{title}{oxml.PARAGRAPH_END}")

    def _across(self, paragraph: str) -> str:
        """A row of one cell over the whole width."""
        cell = oxml.cell_start(self._width, span=self._span)
        return f"{oxml.row_start()}{cell}{paragraph}{oxml.CELL_END}{oxml.ROW_END}"

    def _cells(self, row: MeasureRow) -> str:
        cells = map(self._cell, self._starts, self._styles, row.cells, self._texts)
        return f"{oxml.row_start(splits=next(self._talls))}{''.join(cells)}{oxml.ROW_END}"

    def _cell(self, start: str, style: str, blocks: tuple[Block, ...], texts: Iterator[str]) -> str:
        if not blocks:
            return f"{start}{oxml.empty_paragraph(style)}{oxml.CELL_END}"
        starts = self._paragraphs[style]
        if BlockKind.LETTER in [block.kind for block in blocks]:
            starts = starts | {BlockKind.LETTER: self._letter_start()}
        paragraphs = [f"{starts[block.kind]}{next(texts)}{oxml.PARAGRAPH_END}" for block in blocks]
        return f"{start}{''.join(paragraphs)}{oxml.CELL_END}"

    def _letter_start(self) -> str:
        sheet = self._sheet
        return oxml.paragraph_start(sheet.styles.letter, sheet.lists.begin(ListKind.LETTER))


def _talls(frame: Frame, page: Page) -> Iterator[list[bool]]:
    """For each column, which of its cells may be too tall to stay whole."""
    lines = int(frame.tall * page.height) // metrics.line_height(frame.face.size)
    for column, width in zip(frame.columns, frame.widths, strict=True):
        line = _line(width, frame.face)
        most, rest = line * lines, max(0, line // 2 - LAST_LINE)
        found = zip(column.amounts, column.paragraphs, strict=True)
        yield [amount + rest * paragraphs > most for amount, paragraphs in found]


def _line(width: int, face: Face) -> int:
    """How many characters a line of a cell takes."""
    return max(1, (width - oxml.cell_margins(face.side)) // metrics.mean_advance(face.size))
