"""A table without duties: figures under one another, merged cells, rows over the whole width."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from roadmapc.model.columns import ColumnKind
from roadmapc.model.parts import TableCell, TableRow
from roadmapc.model.sums import RowKind
from roadmapc.render.document.view import TableView
from roadmapc.render.docx import heads, metrics, oxml
from roadmapc.render.docx.alignment import ends, tail
from roadmapc.render.docx.columns import Cell, TableColumn, are_too_wide, columns, widths
from roadmapc.render.docx.formatting import Face, Formatting
from roadmapc.render.docx.oxml import Merge, bound
from roadmapc.render.docx.table import LAST_TOGETHER, Frame, are_tall, beginning
from roadmapc.text.blocks import Block, BlockKind
from roadmapc.text.numbers import read_figure

_FIGURES = re.compile(r"[\d\s.,%+±–—-]*|[xXхХ]")
"""A cell that any column sets in the middle, whatever its kind; «х» is not to be filled in."""
_BLANK_ROW = 454
"""Twips that a row to be filled in by hand is high at least: 8 mm."""
_HANDWRITTEN = 40
"""Characters that a cell to be filled in by hand is to hold."""
_NUMBER = re.compile(r"№|N ")
_NUMBERS = (ColumnKind.NUMBER, ColumnKind.MONEY)


def figures(view: TableView, caption: str, formatting: Formatting) -> Iterator[str]:
    """The table in pieces, with the line over it and the notes under it.

    In small type if it is too wide for the page.
    """
    face = formatting.styles.face
    own = figure_columns(view, face)
    if are_too_wide(own, formatting.page):
        face = formatting.styles.small
        own = figure_columns(view, face)
    across = widths(own, formatting.page.width)
    if view.unit:
        yield oxml.set_apart(face.text, (oxml.run(bound(view.unit)),), side="right", keeps=True)
    headings = ", ".join(f"«{head.text}»" for head in view.heads)
    yield beginning(across, face, caption, f"Графы: {headings}")
    if any(leaf.text for head in view.heads for leaf in head.leaves):  # a table of a signed act may have none
        yield heads.rows(view.heads, across, face)
    yield heads.numbers(view.numbers, across, face)
    body = _FigureRows(view, across, face)
    tall = zip(*are_tall(Frame(caption, (), own, face), across, formatting.page), strict=True)
    for at, (row, is_tall) in enumerate(zip(view.rows, tall, strict=True)):
        printed = body.row(row, splits=any(is_tall))
        yield oxml.kept_with_next(printed) if _is_kept(view.rows, at) else printed
    yield oxml.TABLE_END
    yield oxml.spacer(gap=oxml.GAP if view.notes else 0)
    for note in view.notes:
        yield oxml.paragraph(face.text, (oxml.run(bound(note)),))


def _is_kept(rows: Sequence[TableRow], at: int) -> bool:
    """Whether a row stays on the page of the next: a title before its rows, a row before its sum or part."""
    following = rows[at + 1 : at + 2]
    is_last = len(rows) - LAST_TOGETHER <= at
    return bool(following) and (
        rows[at].kind is RowKind.GROUP or following[0].kind not in (RowKind.ITEM, RowKind.GROUP) or is_last
    )


def figure_columns(view: TableView, face: Face) -> tuple[TableColumn, ...]:
    """Columns as wide as their headings and those of their texts claim that stand in one column."""
    least = heads.least_widths(view.heads, face)
    rows: list[tuple[Cell, ...]] = [
        tuple(
            (Block(BlockKind.PARAGRAPH, cell.text),) if cell and cell.text and cell.across == 1 else ()
            for cell in row.cells
        )
        for row in view.rows
    ]
    own = columns([""] * len(least), rows, face)
    # what will be written into a row that has no more than its number wants room, but not under «№ п/п»
    blank = [0 if any(others) else _HANDWRITTEN for _, *others in rows]
    leaves = [leaf for head in view.heads for leaf in head.leaves]
    free = [[0] * len(rows) if _NUMBER.match(leaf.text) else blank for leaf in leaves]
    return tuple(
        replace(
            column,
            longest=max(column.longest, claim),
            widest=max(column.widest, claim, max(room, default=0) * metrics.mean_advance(face.size)),
            amounts=[amount + more for amount, more in zip(column.amounts, room, strict=True)],
        )
        for column, claim, room in zip(own, least, free, strict=True)
    )


class _Setting(NamedTuple):
    """How the cells of a column are set."""

    style: str
    """Style id of its words."""
    ends: Mapping[str, int]
    """How far from the edge of its cell a figure ends, in twips, by what stands behind its units."""


def _settings(view: TableView, across: tuple[int, ...], face: Face) -> Iterator[_Setting]:
    """By column; one that holds figures alone is set in the middle even if nobody said what it holds."""
    for at, (width, leaf) in enumerate(
        zip(across, (leaf for head in view.heads for leaf in head.leaves), strict=True)
    ):
        cells = (row.cells[at] for row in view.rows if row.kind is not RowKind.GROUP)
        texts = [cell.text for cell in cells if cell and cell.across == 1]
        if leaf.kind in _NUMBERS:
            room = width - oxml.cell_margins(face.side)
            yield _Setting(face.number, ends([text for text in texts if read_figure(text)], room, face))
        else:
            is_central = leaf.kind is ColumnKind.DATE or all(map(_FIGURES.fullmatch, texts))
            yield _Setting(face.number if is_central else face.text, {})


class _Open(NamedTuple):
    """A cell that reaches into the rows to come."""

    rows: int
    across: int


class _FigureRows:
    """Rows one after another, remembering which cells reach down into the next."""

    def __init__(self, view: TableView, across: tuple[int, ...], face: Face) -> None:
        self._across = across
        self._face = face
        self._settings = tuple(_settings(view, across, face))
        self._open: dict[int, _Open] = {}
        """By the first column of each."""

    def row(self, row: TableRow, *, splits: bool) -> str:
        height = 0 if any(row.texts) else _BLANK_ROW
        return f"{oxml.row_start(splits=splits, height=height)}{''.join(self._cells(row))}{oxml.ROW_END}"

    def _cells(self, row: TableRow) -> Iterator[str]:
        at = 0
        while at < len(row.cells):
            cell = row.cells[at]
            if cell is None:
                rows, across = self._open[at]
                self._open[at] = _Open(rows - 1, across)
                yield (
                    self._start(at, across, Merge.REST) + oxml.paragraph(self._face.text, ()) + oxml.CELL_END
                )
                at += across
            else:
                if cell.down > 1:
                    self._open[at] = _Open(cell.down - 1, cell.across)
                merge = Merge.FIRST if cell.down > 1 else Merge.NONE
                yield self._start(at, cell.across, merge) + self._paragraph(row, at, cell) + oxml.CELL_END
                at += cell.across

    def _start(self, at: int, across: int, merge: Merge) -> str:
        return oxml.cell_start(sum(self._across[at : at + across]), span=across, look=merge)

    def _paragraph(self, row: TableRow, at: int, cell: TableCell) -> str:
        """A figure ends at its place; words of a group of rows and over several columns are set as such."""
        setting = self._settings[at]
        if not cell.text:
            return oxml.paragraph(setting.style, ())
        end = setting.ends.get(tail(cell.text)) if cell.across == 1 and read_figure(cell.text) else None
        if end is not None:
            start = oxml.figure_start(setting.style, end, is_bold=row.is_bold)
        elif row.kind is RowKind.GROUP:
            start = oxml.words_start(self._face.number, is_bold=row.is_bold)
        else:
            style = setting.style if cell.across == 1 else self._face.text
            start = oxml.words_start(style, is_bold=row.is_bold)
        text = oxml.run_text(bound(cell.text), oxml.BOLD if row.is_bold else "")
        return f"{start}{text}{oxml.PARAGRAPH_END}"
