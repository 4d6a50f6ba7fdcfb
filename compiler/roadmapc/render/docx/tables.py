"""The tables of an appendix: measures, a passport, figures."""

import re
from collections.abc import Iterator
from dataclasses import replace

from roadmapc.render.document.view import MeasureRow, MeasuresView, PassportView, TableView
from roadmapc.render.docx import heads
from roadmapc.render.docx.columns import Cell, Column, columns, widths
from roadmapc.render.docx.page import Page
from roadmapc.render.docx.sheet import Sheet
from roadmapc.render.docx.styles import Face, Styles
from roadmapc.render.docx.table import Frame, table
from roadmapc.text.blocks import Block, BlockKind

_FIGURE = re.compile(r"[\d\s.,%+±–—-]*")


def measures(view: MeasuresView, caption: str, sheet: Sheet) -> Iterator[str]:
    """A measure table with its sections."""
    headings = tuple(column.heading for column in view.columns)
    rows = [row.cells for row in view.rows if isinstance(row, MeasureRow)]
    face = sheet.styles.face
    found = columns(headings, rows, face)
    across = widths(found, sheet.page.width)
    head = heads.rows(heads.flat(*headings), across, face)
    frame = Frame(caption, described(headings), head, found, across, (face.text,) * len(found), face)
    return table(frame, view.rows, sheet)


def passport(view: PassportView, caption: str, sheet: Sheet) -> Iterator[str]:
    """A table of names and their contents, without a head."""
    rows = [MeasureRow((_paragraph(name), value)) for name, value in view.rows]
    face = sheet.styles.face
    found = columns(("", ""), [row.cells for row in rows], face)
    across = widths(found, sheet.page.width)
    return table(Frame(caption, "", "", found, across, (face.text,) * 2, face), rows, sheet)


def figures(view: TableView, caption: str, sheet: Sheet) -> Iterator[str]:
    """A table without duties, in small type if it is too wide for the page."""
    rows = [MeasureRow(tuple(map(_paragraph, row))) for row in view.rows]
    found, face = _fitting(view, sheet)
    across = widths(found, sheet.page.width)
    head = heads.rows(view.heads, across, face)
    styles = tuple(_column_style(row, face) for row in zip(*view.rows, strict=True))
    description = described(head.text for head in view.heads)
    return table(Frame(caption, description, head, found, across, styles, face), rows, sheet)


def is_wide(view: TableView, page: Page, styles: Styles) -> bool:
    """Whether the words of a table do not fit a page in the usual type."""
    return sum(column.longest for column in _columns(view, styles.face)) > page.width


def _fitting(view: TableView, sheet: Sheet) -> tuple[tuple[Column, ...], Face]:
    styles = sheet.styles
    face = styles.small if is_wide(view, sheet.page, styles) else styles.face
    return _columns(view, face), face


def _columns(view: TableView, face: Face) -> tuple[Column, ...]:
    """Columns as wide as their texts and headings claim."""
    rows = [tuple(map(_paragraph, row)) for row in view.rows]
    least = heads.least_widths(view.heads, face)
    found = columns([""] * len(least), rows, face)
    return tuple(
        replace(column, longest=max(column.longest, claim))
        for column, claim in zip(found, least, strict=True)
    )


def _column_style(texts: tuple[str, ...], face: Face) -> str:
    return face.number if all(map(_FIGURE.fullmatch, texts)) else face.text


def _paragraph(text: str) -> Cell:
    return (Block(BlockKind.PARAGRAPH, text),) if text else ()


def described(headings: Iterator[str] | tuple[str, ...]) -> str:
    """What a screen reader says of a table besides its caption."""
    return "Графы: " + ", ".join(f"«{heading}»" for heading in headings)
