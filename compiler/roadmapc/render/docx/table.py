"""A measure table as a stream of Word's XML."""

from __future__ import annotations

from collections.abc import Iterator
from operator import gt

from roadmapc.render.docx import metrics, oxml
from roadmapc.render.docx.columns import SIZE, columns, widths
from roadmapc.render.docx.lists import Lists
from roadmapc.render.docx.page import Page
from roadmapc.render.docx.styles import Styles
from roadmapc.render.view import AppendixView, MeasureRow, SectionRow
from roadmapc.text import typography
from roadmapc.text.blocks import Block, BlockKind

_TALL = 0.6
"""Share of a page above which a row may split: LibreOffice loses the end of one taller than a page."""


_Texts = tuple[Iterator[str], ...]
"""What is left to print of each column."""


class Table:
    """The table of an appendix, laid out for a page of its template."""

    def __init__(self, appendix: AppendixView, page: Page, styles: Styles, lists: Lists) -> None:
        """Measure the columns; nothing is written yet."""
        self._title = appendix.title
        self._table = appendix.table
        self._styles = styles
        self._lists = lists
        self._width = page.width
        self._columns = columns(appendix.table)
        self._widths = widths(self._columns, page.width)
        self._most = tuple(_most(width, page) for width in self._widths)
        self._cells = tuple(map(oxml.cell_start, self._widths))
        self._start = {
            BlockKind.PARAGRAPH: oxml.paragraph_start(styles.text),
            BlockKind.DASH: oxml.paragraph_start(styles.dash),
        }

    def xml(self) -> Iterator[str]:
        """`w:tbl` in pieces: its head, then a piece a row, then its end."""
        yield oxml.table_start(self._widths, *self._spoken())
        yield self._head()
        texts = tuple(iter(column.texts) for column in self._columns)
        amounts = zip(*(column.amounts for column in self._columns), strict=True)
        for row in self._table.rows:
            if isinstance(row, SectionRow):
                yield self._section(row)
            else:
                yield self._measure(row, texts, next(amounts))
        yield oxml.TABLE_END

    def _spoken(self) -> tuple[str, str]:
        headings = ", ".join(f"«{column.heading}»" for column in self._table.columns)
        return oxml.legible(self._title), oxml.legible(f"Графы: {headings}")

    def _head(self) -> str:
        start = oxml.paragraph_start(self._styles.head)
        cells = (
            f"{cell}{start}{column.heading}{oxml.PARAGRAPH_END}{oxml.CELL_END}"
            for cell, column in zip(self._cells, self._columns, strict=True)
        )
        return f"{oxml.row_start(heads=True)}{''.join(cells)}{oxml.ROW_END}"

    def _section(self, row: SectionRow) -> str:
        style = self._styles.section if row.level == 1 else self._styles.subsection
        title = oxml.run_text(oxml.legible(typography.bind(row.title)))
        cell = oxml.cell_start(self._width, span=len(self._columns))
        paragraph = f"{oxml.paragraph_start(style)}{title}{oxml.PARAGRAPH_END}"
        return f"{oxml.row_start()}{cell}{paragraph}{oxml.CELL_END}{oxml.ROW_END}"

    def _measure(self, row: MeasureRow, texts: _Texts, amounts: tuple[int, ...]) -> str:
        cells = map(self._cell, self._cells, row.cells, texts)
        tall = any(map(gt, amounts, self._most))
        return f"{oxml.row_start(splits=tall)}{''.join(cells)}{oxml.ROW_END}"

    def _cell(self, start: str, blocks: tuple[Block, ...], texts: Iterator[str]) -> str:
        if not blocks:
            return f"{start}{oxml.empty_paragraph(self._styles.text)}{oxml.CELL_END}"
        starts = self._start
        if BlockKind.LETTER in [block.kind for block in blocks]:
            starts = starts | {BlockKind.LETTER: self._letter_start()}
        paragraphs = [f"{starts[block.kind]}{next(texts)}{oxml.PARAGRAPH_END}" for block in blocks]
        return f"{start}{''.join(paragraphs)}{oxml.CELL_END}"

    def _letter_start(self) -> str:
        return oxml.paragraph_start(self._styles.letter, self._lists.begin())


def _most(width: int, page: Page) -> int:
    """How many characters a cell of a width takes before its row is tall."""
    line = max(1, (width - oxml.CELL_MARGINS) // metrics.mean_advance(SIZE))
    return line * int(_TALL * page.height) // metrics.line_height(SIZE)
