"""A measure table as a stream of Word's XML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

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


class _Capacity(NamedTuple):
    """How many characters a column takes."""

    line: int
    cell: int
    """In a row that is as tall as may be without splitting."""


class Table:
    """The table of an appendix, laid out for a page of its template."""

    def __init__(self, appendix: AppendixView, page: Page, styles: Styles, lists: Lists) -> None:
        """Measure the columns; nothing is written yet."""
        self._title = appendix.title
        self._table = appendix.table
        self._styles = styles
        self._lists = lists
        self._page = page
        self._columns = columns(appendix.table)
        self._widths = widths(self._columns, page.width)
        self._capacity = tuple(_capacity(width, page) for width in self._widths)
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
        for row in self._table.rows:
            yield self._section(row) if isinstance(row, SectionRow) else self._measure(row, texts)
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
        cell = oxml.cell_start(self._page.width, span=len(self._columns))
        paragraph = f"{oxml.paragraph_start(style)}{title}{oxml.PARAGRAPH_END}"
        return f"{oxml.row_start()}{cell}{paragraph}{oxml.CELL_END}{oxml.ROW_END}"

    def _measure(self, row: MeasureRow, texts: tuple[Iterator[str], ...]) -> str:
        cells = map(self._cell, self._cells, row.cells, texts)
        return f"{oxml.row_start(splits=self._is_tall(row))}{''.join(cells)}{oxml.ROW_END}"

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

    def _is_tall(self, row: MeasureRow) -> bool:
        return any(map(_overflows, row.cells, self._capacity))


def _overflows(blocks: tuple[Block, ...], capacity: _Capacity) -> bool:
    """Whether the text, half a line more a paragraph, is longer than the lines of a cell may be."""
    characters = sum([len(block.text) for block in blocks])
    return characters + len(blocks) * capacity.line // 2 > capacity.cell


def _capacity(width: int, page: Page) -> _Capacity:
    line = max(1, (width - oxml.CELL_MARGINS) // metrics.mean_advance(SIZE))
    return _Capacity(line, line * int(_TALL * page.height) // metrics.line_height(SIZE))
