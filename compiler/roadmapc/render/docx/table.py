"""A table as a stream of Word's XML: a head, then rows of cells and rows over the whole width."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapc.render.document.view import MeasureRow, NoteRow, SectionRow
from roadmapc.render.docx import heads, metrics, oxml
from roadmapc.render.docx.columns import LAST_LINE, TableColumn, widths
from roadmapc.render.docx.formatting import Face, Formatting, ListKind, Page
from roadmapc.render.docx.heads import Heads
from roadmapc.render.docx.oxml import bound
from roadmapc.text.blocks import Block, BlockKind

Row = SectionRow | MeasureRow | NoteRow


class Frame(NamedTuple):
    """A table without its rows."""

    caption: str
    """Read aloud by screen readers, as are the headings."""
    headings: tuple[str, ...]
    """Of its columns, or of their groups; empty for a table whose columns have none."""
    columns: tuple[TableColumn, ...]
    face: Face
    heads: Heads = ()
    """Printed over the columns on every page; empty if the table has no head."""
    styles: tuple[str, ...] = ()
    """Of paragraphs, a style id for each column; empty for those of text."""
    widths: tuple[int, ...] = ()
    """Of the columns, in twips; empty if their texts decide."""
    tall: float = 0.6
    """Share of a page above which a row may split: LibreOffice loses the end of one taller than a page."""


def table(frame: Frame, rows: Sequence[Row], formatting: Formatting, *, gap: int = 0) -> Iterator[str]:
    """`w:tbl` in pieces: its head, a piece a row, its end, and the paragraph that Word wants after it.

    `gap` is left below, in twips.
    """
    across = frame.widths or widths(frame.columns, formatting.page.width)
    description = (
        "Графы: " + ", ".join(f"«{heading}»" for heading in frame.headings) if frame.headings else ""
    )
    yield oxml.table_start(across, frame.face.side, oxml.legible(frame.caption), oxml.legible(description))
    yield heads.rows(frame.heads, across, frame.face)
    body = _Body(frame, across, formatting)
    for row in rows:
        yield body.row(row)
    yield oxml.TABLE_END
    yield oxml.spacer(gap=gap)


class _Body:
    """Rows one after another, each taking the next texts of its columns."""

    def __init__(self, frame: Frame, across: tuple[int, ...], formatting: Formatting) -> None:
        self._formatting = formatting
        self._whole = oxml.cell_start(sum(across), span=len(across))
        self._starts = tuple(map(oxml.cell_start, across))
        self._styles = frame.styles or (frame.face.text,) * len(across)
        self._note_style = frame.face.text
        self._texts = tuple(iter(column.texts) for column in frame.columns)
        """What is left to print of each column."""
        self._splits = map(any, zip(*_are_tall(frame, across, formatting.page), strict=True))
        dash = oxml.paragraph_start(formatting.styles.dash)
        self._paragraphs = {
            style: {BlockKind.PARAGRAPH: oxml.paragraph_start(style), BlockKind.DASH: dash}
            for style in set(self._styles)
        }

    def row(self, row: Row) -> str:
        match row:
            case MeasureRow():
                starts = (self._starts[0] + self._bookmark(row.bookmark), *self._starts[1:])
                cells = map(self._cell, starts, self._styles, row.cells, self._texts)
                return f"{oxml.row_start(splits=next(self._splits))}{''.join(cells)}{oxml.ROW_END}"
            case SectionRow():
                styles = self._formatting.styles
                start = oxml.paragraph_start(styles.section if row.level == 1 else styles.subsection)
                start = f"{self._bookmark(row.bookmark)}{start}"
                paragraph = f"{start}{oxml.run_text(bound(row.title))}{oxml.PARAGRAPH_END}"
            case NoteRow():
                paragraph = oxml.note(self._note_style, bound(row.note.text))
        return f"{oxml.row_start()}{self._whole}{paragraph}{oxml.CELL_END}{oxml.ROW_END}"

    def _bookmark(self, name: str) -> str:
        return oxml.bookmark(next(self._formatting.bookmarks), name) if name else ""

    def _cell(self, start: str, style: str, blocks: tuple[Block, ...], texts: Iterator[str]) -> str:
        if not blocks:  # a cell may not be without a paragraph
            return f"{start}{oxml.paragraph(style, ())}{oxml.CELL_END}"
        starts = self._paragraphs[style]
        if BlockKind.LETTER in [block.kind for block in blocks]:
            styles, lists = self._formatting.styles, self._formatting.lists
            letters = oxml.paragraph_start(styles.letter, lists.begin(ListKind.LETTER))
            starts = starts | {BlockKind.LETTER: letters}
        paragraphs = [f"{starts[block.kind]}{next(texts)}{oxml.PARAGRAPH_END}" for block in blocks]
        return f"{start}{''.join(paragraphs)}{oxml.CELL_END}"


def _are_tall(frame: Frame, across: tuple[int, ...], page: Page) -> Iterator[list[bool]]:
    """For each column, which of its cells may be too tall to stay whole."""
    size, margins = frame.face.size, oxml.cell_margins(frame.face.side)
    lines = int(frame.tall * page.height) // metrics.line_height(size)
    for column, width in zip(frame.columns, across, strict=True):
        line = max(1, (width - margins) // metrics.mean_advance(size))
        """Characters that a line of a cell takes."""
        most, rest = line * lines, max(0, line // 2 - LAST_LINE)
        cells = zip(column.amounts, column.paragraphs, strict=True)
        yield [amount + rest * paragraphs > most for amount, paragraphs in cells]
