"""The content of an appendix, part by part, as a stream of Word's XML."""

from collections.abc import Iterator
from typing import assert_never

from roadmapc.render.document.view import (
    AppendixView,
    HeadingView,
    MeasuresView,
    NoteView,
    PartView,
    PassportView,
    ProseView,
    TableView,
)
from roadmapc.render.docx import oxml, prose, tables
from roadmapc.render.docx.page import Page
from roadmapc.render.docx.sheet import Sheet, bound
from roadmapc.render.docx.styles import Styles

GAP = 120
"""Twips between a paragraph and a table: 2 mm."""


def content(appendix: AppendixView, sheet: Sheet) -> Iterator[str]:
    """The parts of an appendix; a table is followed by the paragraph that Word wants after it."""
    caption = appendix.title
    for before, part in zip((None, *appendix.parts), appendix.parts, strict=False):
        if isinstance(before, ProseView | NoteView) and not isinstance(part, HeadingView | ProseView):
            yield oxml.spacer(gap=GAP)
        yield from _part(part, caption, sheet)
        if isinstance(part, HeadingView):
            caption = part.text


def is_wide(appendix: AppendixView, page: Page, styles: Styles) -> bool:
    """Whether an appendix wants a wider page: it has measures or a table that does not fit this one."""
    return any(
        isinstance(part, MeasuresView) or (isinstance(part, TableView) and tables.is_wide(part, page, styles))
        for part in appendix.parts
    )


def _part(part: PartView, caption: str, sheet: Sheet) -> Iterator[str]:
    match part:
        case NoteView():
            yield oxml.note(sheet.styles.paragraph, bound(part.text))
        case HeadingView(text):
            yield prose.heading(text, sheet)
        case ProseView(blocks):
            yield from prose.paragraphs(blocks, sheet)
        case PassportView():
            yield from _closed(tables.passport(part, caption, sheet))
        case TableView():
            yield from _closed(tables.figures(part, caption, sheet))
        case MeasuresView():
            yield from _closed(tables.measures(part, caption, sheet))
        case _:
            assert_never(part)


def _closed(table: Iterator[str]) -> Iterator[str]:
    yield from table
    yield oxml.spacer()
