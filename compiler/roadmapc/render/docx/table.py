"""A table as a stream of Word's XML: a head, then rows of cells and rows over the whole width."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from roadmapc.model.columns import ColumnKind
from roadmapc.render.document.view import MeasureRow, NoteRow, SectionRow, TotalRow
from roadmapc.render.docx import heads, metrics, oxml
from roadmapc.render.docx.alignment import ends, tail
from roadmapc.render.docx.columns import LAST_LINE, TableColumn, widths
from roadmapc.render.docx.formatting import Face, Formatting, ListKind, Page
from roadmapc.render.docx.heads import Heads
from roadmapc.render.docx.oxml import Merge, bound
from roadmapc.text.blocks import Block, BlockKind
from roadmapc.text.numbers import read_figure

LAST_TOGETHER = 3
"""Rows at the end of a table that share a page: one or two of them on a sheet look as if forgotten."""

Row = SectionRow | MeasureRow | TotalRow | NoteRow


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
    numbers: tuple[str, ...] = ()
    """«1», «2», «3» under the heads; none if the table has no such row."""
    kinds: tuple[ColumnKind, ...] = ()
    """What each column holds; none if all hold text."""
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
    yield beginning(across, frame.face, frame.caption, description)
    yield heads.rows(frame.heads, across, frame.face)
    yield heads.numbers(frame.numbers, across, frame.face)
    body = _Body(frame, across, formatting, rows)
    last = len(rows) - LAST_TOGETHER
    for at, (row, after) in enumerate(zip_longest(rows, rows[1:])):
        is_kept = at >= last or isinstance(after, TotalRow)
        yield oxml.kept_with_next(body.row(row)) if is_kept and after is not None else body.row(row)
    yield oxml.TABLE_END
    yield oxml.spacer(gap=gap)


def beginning(across: tuple[int, ...], face: Face, caption: str, description: str) -> str:
    """`w:tbl` up to its first row, in the style of tables."""
    margins = oxml.margins(face.side) if face.has_own_side else ""
    words = oxml.legible(caption), oxml.legible(description)
    return oxml.table_start(across, *words, style=face.table, margins=margins)


class _Body:
    """Rows one after another, each taking the next texts of its columns."""

    def __init__(
        self, frame: Frame, across: tuple[int, ...], formatting: Formatting, rows: Sequence[Row]
    ) -> None:
        self._formatting = formatting
        self._across = across
        self._face = frame.face
        self._ends = dict(_figure_ends(frame, across, rows))
        """How figures of a column end, by its place."""
        self._whole = oxml.cell_start(sum(across), span=len(across))
        self._starts = tuple(map(oxml.cell_start, across))
        self._styles = frame.styles or (frame.face.text,) * len(across)
        self._note_style = frame.face.text
        self._texts = tuple(iter(column.texts) for column in frame.columns)
        """What is left to print of each column."""
        self._splits = map(any, zip(*are_tall(frame, across, formatting.page), strict=True))
        dash = oxml.paragraph_start(frame.face.dash)
        self._paragraphs = {
            style: {BlockKind.PARAGRAPH: oxml.paragraph_start(style), BlockKind.DASH: dash}
            for style in set(self._styles)
        }

    def row(self, row: Row) -> str:
        match row:
            case MeasureRow():
                cells = self._cells(row)
                return f"{oxml.row_start(splits=next(self._splits))}{''.join(cells)}{oxml.ROW_END}"
            case SectionRow():
                start = oxml.paragraph_start(self._formatting.styles.of_section(row.level))
                start = f"{self._bookmark(row.bookmark)}{start}"
                paragraph = f"{start}{oxml.run_text(bound(row.title))}{oxml.PARAGRAPH_END}"
            case TotalRow():
                return f"{oxml.row_start()}{''.join(self._total(row))}{oxml.ROW_END}"
            case NoteRow():
                paragraph = oxml.note(self._note_style, bound(row.note.text))
        return f"{oxml.row_start()}{self._whole}{paragraph}{oxml.CELL_END}{oxml.ROW_END}"

    def _cells(self, row: MeasureRow) -> Iterator[str]:
        """A figure ends as others of its column do; a cell over several rows is merged downwards."""
        for at, (blocks, style, texts) in enumerate(zip(row.cells, self._styles, self._texts, strict=True)):
            span = row.spans[at] if row.spans else 1
            merge = Merge.NONE if span == 1 else Merge.FIRST if span else Merge.REST
            start = oxml.cell_start(self._across[at], look=merge)
            if at == 0:
                start += self._bookmark(row.bookmark)
            if at in self._ends and len(blocks) == 1 and (end := self._end(at, blocks[0].text)) is not None:
                figure = oxml.figure_start(self._face.number, end, is_bold=False)
                yield f"{start}{figure}{next(texts)}{oxml.PARAGRAPH_END}{oxml.CELL_END}"
            else:
                yield self._cell(start, style, blocks, texts)

    def _total(self, row: TotalRow) -> Iterator[str]:
        """Its name in one cell over the columns before the sums, all in bold."""
        first = len(self._across) - len(row.cells)
        words = oxml.words_start(self._face.text, is_bold=True)
        name = f"{words}{oxml.run_text(bound(row.title), oxml.BOLD)}{oxml.PARAGRAPH_END}"
        yield f"{oxml.cell_start(sum(self._across[:first]), span=first)}{name}{oxml.CELL_END}"
        for at, text in enumerate(row.cells, start=first):
            end = self._end(at, text)
            central = oxml.words_start(self._styles[at], is_bold=True)
            start = central if end is None else oxml.figure_start(self._face.number, end, is_bold=True)
            figure = f"{start}{oxml.run_text(bound(text), oxml.BOLD)}{oxml.PARAGRAPH_END}"
            paragraph = figure if text else oxml.paragraph(self._face.text, ())
            yield f"{self._starts[at]}{paragraph}{oxml.CELL_END}"

    def _end(self, at: int, text: str) -> int | None:
        return self._ends[at].get(tail(text)) if at in self._ends and read_figure(text) else None

    def _bookmark(self, name: str) -> str:
        return oxml.bookmark(next(self._formatting.bookmarks), name) if name else ""

    def _cell(self, start: str, style: str, blocks: tuple[Block, ...], texts: Iterator[str]) -> str:
        if not blocks:  # a cell may not be without a paragraph
            return f"{start}{oxml.paragraph(style, ())}{oxml.CELL_END}"
        starts = self._paragraphs[style]
        if BlockKind.LETTER in [block.kind for block in blocks]:
            number = self._formatting.lists.begin(ListKind.LETTER)
            letters = oxml.paragraph_start(self._face.letter, number)
            starts = starts | {BlockKind.LETTER: letters}
        paragraphs = [f"{starts[block.kind]}{next(texts)}{oxml.PARAGRAPH_END}" for block in blocks]
        return f"{start}{''.join(paragraphs)}{oxml.CELL_END}"


def _figure_ends(
    frame: Frame, across: tuple[int, ...], rows: Sequence[Row]
) -> Iterator[tuple[int, Mapping[str, int]]]:
    """By the place of each column of numbers, how its figures and their totals end."""
    for at, kind in enumerate(frame.kinds):
        if kind in (ColumnKind.NUMBER, ColumnKind.MONEY):
            texts = [_only_text(row, at, len(across)) for row in rows]
            room = across[at] - oxml.cell_margins(frame.face.side)
            yield at, ends([text for text in texts if text and read_figure(text)], room, frame.face)


def _only_text(row: Row, at: int, width: int) -> str:
    """What the cell of a column says; empty for a row without such a cell."""
    match row:
        case MeasureRow(cells):
            return cells[at][0].text if len(cells[at]) == 1 else ""
        case TotalRow(_, cells):
            place = at - (width - len(cells))
            return cells[place] if place >= 0 else ""
        case _:
            return ""


def are_tall(frame: Frame, across: tuple[int, ...], page: Page) -> Iterator[list[bool]]:
    """For each column of these widths, which of its cells may be too tall to stay whole."""
    size, margins = frame.face.size, oxml.cell_margins(frame.face.side)
    lines = int(frame.tall * page.height) // metrics.line_height(size)
    for column, width in zip(frame.columns, across, strict=True):
        line = max(1, (width - margins) // metrics.mean_advance(size))
        """Characters that a line of a cell takes."""
        most, rest = line * lines, max(0, line // 2 - LAST_LINE)
        cells = zip(column.amounts, column.paragraphs, strict=True)
        yield [amount + rest * paragraphs > most for amount, paragraphs in cells]
