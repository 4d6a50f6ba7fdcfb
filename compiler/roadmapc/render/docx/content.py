"""The contents of appendices, part by part, and rows in quotes, as streams of Word's XML."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmapc.render.document.view import (
    AppendixView,
    ColumnView,
    HeadingView,
    MeasureRow,
    MeasuresView,
    NoteView,
    PartView,
    PassportView,
    PictureView,
    ProseBlock,
    ProseKind,
    ProseView,
    QuoteView,
    Run,
    TableView,
)
from roadmapc.render.docx import attachments, drawing, heads, oxml
from roadmapc.render.docx.columns import Cell, TableColumn, columns, widths
from roadmapc.render.docx.formatting import Face, Formatting, ListKind, Page, Styles
from roadmapc.render.docx.table import Frame, table
from roadmapc.text.blocks import Block, BlockKind

_TOP_LEVEL = 2
"""The level of headings right under the title of the appendix, as `##` has it."""
_QUOTE_CAPTION = "Строки в новой редакции"
_TALL_QUOTE = 0.2
"""Share of a page above which a row may split: in running text a gap reads worse than a broken row."""
_FIGURE = re.compile(r"[\d\s.,%+±–—-]*")


def content(appendix: AppendixView, formatting: Formatting) -> Iterator[str]:
    """The parts of an appendix; a table is followed by the paragraph that Word wants after it."""
    caption = appendix.title
    for before, part in zip((None, *appendix.parts), appendix.parts, strict=False):
        is_text = isinstance(part, HeadingView | ProseView | PictureView)
        is_under_table = isinstance(before, TableView) and isinstance(part, ProseView)
        if is_under_table or (isinstance(before, ProseView | NoteView) and not is_text):
            yield oxml.spacer(gap=oxml.GAP)
        yield from _part(part, caption, formatting)
        if isinstance(part, HeadingView):
            caption = part.text


def is_wide(appendix: AppendixView, page: Page, styles: Styles) -> bool:
    """Whether an appendix wants a wider page: it has measures or a table that does not fit this one."""
    return any(
        isinstance(part, MeasuresView)
        or (isinstance(part, TableView) and _is_too_wide(_figure_columns(part, styles.face), page))
        for part in appendix.parts
    )


def _part(part: PartView, caption: str, formatting: Formatting) -> Iterator[str]:
    match part:
        case NoteView():
            yield oxml.note(formatting.styles.paragraph, oxml.bound(part.text))
        case HeadingView(text):
            yield oxml.paragraph(formatting.styles.heading, (oxml.run(oxml.bound(text)),))
        case ProseView(blocks):
            yield from _prose(blocks, formatting)
        case PassportView():
            yield from _passport(part, caption, formatting)
        case TableView():
            yield from _figures(part, caption, formatting)
        case PictureView():
            yield from _picture(part, formatting)
        case MeasuresView():
            yield from _measures(part, caption, formatting)


def _picture(view: PictureView, formatting: Formatting) -> Iterator[str]:
    """A picture on the page of its caption."""
    extent = drawing.size(view.image, formatting.page)
    shown = drawing.drawing(
        next(formatting.drawings), attachments.picture_id(view.image), extent, view.description
    )
    yield oxml.paragraph(formatting.styles.picture, (shown,), keeps_next=bool(view.caption))
    if view.caption:
        yield oxml.paragraph(formatting.styles.caption, (oxml.run(oxml.bound(view.caption)),))


def _prose(blocks: tuple[ProseBlock, ...], formatting: Formatting) -> Iterator[str]:
    """A paragraph (`w:p`) for each block."""
    styles, lists = formatting.styles, formatting.lists
    counting: dict[int, int] = {}
    """The list that is being counted at each level."""
    for block in blocks:
        runs = [_run(run, styles) for run in block.runs]
        match block.kind:
            case ProseKind.HEADING:
                is_top = block.level <= _TOP_LEVEL
                yield oxml.paragraph(styles.heading if is_top else styles.subheading, runs)
            case ProseKind.PARAGRAPH:
                yield oxml.paragraph(styles.paragraph, runs)
            case ProseKind.DASH:
                yield oxml.paragraph(styles.dash_item, runs, lists.dash, block.level - 1)
            case ProseKind.NUMBER:
                if block.first is not None:  # an item that begins a list
                    counting[block.level] = lists.begin(ListKind.NUMBER, block.level - 1, block.first)
                yield oxml.paragraph(styles.number_item, runs, counting[block.level], block.level - 1)


def _run(run: Run, styles: Styles) -> str:
    if run.footnote is not None:
        return attachments.reference(run.footnote, styles)
    style = styles.link if run.bookmark else ""
    printed = oxml.run(oxml.bound(run.text), style=style, bold=run.is_bold, italic=run.is_italic)
    return oxml.link(run.bookmark, printed) if run.bookmark else printed


def _measures(view: MeasuresView, caption: str, formatting: Formatting) -> Iterator[str]:
    """A measure table with its sections."""
    headings, face = tuple(column.heading for column in view.columns), formatting.styles.face
    own = columns(headings, [row.cells for row in view.rows if isinstance(row, MeasureRow)], face)
    return table(Frame(caption, headings, own, face, heads.flat(*headings)), view.rows, formatting)


def _passport(view: PassportView, caption: str, formatting: Formatting) -> Iterator[str]:
    """A table of names and their contents, without a head."""
    rows, face = [MeasureRow((_cell(name), value)) for name, value in view.rows], formatting.styles.face
    own = columns(("", ""), [row.cells for row in rows], face)
    return table(Frame(caption, (), own, face), rows, formatting)


def _figures(view: TableView, caption: str, formatting: Formatting) -> Iterator[str]:
    """A table without duties, in small type if it is too wide for the page; figures are centred."""
    face = formatting.styles.face
    own = _figure_columns(view, face)
    if _is_too_wide(own, formatting.page):
        face = formatting.styles.small
        own = _figure_columns(view, face)
    are_figures = [all(map(_FIGURE.fullmatch, texts)) for texts in zip(*view.rows, strict=True)]
    styles = tuple(face.number if is_figure else face.text for is_figure in are_figures)
    rows = [MeasureRow(tuple(map(_cell, row))) for row in view.rows]
    headings = tuple(head.text for head in view.heads)
    return table(Frame(caption, headings, own, face, view.heads, styles), rows, formatting)


def _figure_columns(view: TableView, face: Face) -> tuple[TableColumn, ...]:
    """Columns as wide as their texts and headings claim."""
    least = heads.least_widths(view.heads, face)
    own = columns([""] * len(least), [tuple(map(_cell, row)) for row in view.rows], face)
    return tuple(
        replace(column, longest=max(column.longest, claim)) for column, claim in zip(own, least, strict=True)
    )


def _is_too_wide(columns: tuple[TableColumn, ...], page: Page) -> bool:
    return sum(column.longest for column in columns) > page.width


def _cell(text: str) -> Cell:
    return (Block(BlockKind.PARAGRAPH, text),) if text else ()


def quotes(views: Sequence[QuoteView], formatting: Formatting) -> Iterator[Iterator[str]]:
    """A table each, in pieces, with the paragraph that Word wants after it; same columns, same widths."""
    rows_of: dict[tuple[ColumnView, ...], list[tuple[Cell, ...]]] = defaultdict(list)
    for view in views:
        rows_of[view.columns] += _quoted_cells(view)
    frames = {own: _quote_frame(own, rows, formatting) for own, rows in rows_of.items()}
    for view in views:
        frame = frames[view.columns]
        own = columns([""] * len(view.columns), _quoted_cells(view), frame.face)
        yield table(frame._replace(columns=own), view.rows, formatting, gap=oxml.GAP)


def _quote_frame(own: tuple[ColumnView, ...], rows: list[tuple[Cell, ...]], formatting: Formatting) -> Frame:
    """Small type where the words do not fit the page in the usual one; lists have but one size."""
    styles, page = formatting.styles, formatting.page
    face, sized = styles.face, columns([""] * len(own), rows, styles.face)
    blocks = (block for cells in rows for cell in cells for block in cell)
    has_list = any(block.kind is not BlockKind.PARAGRAPH for block in blocks)
    if not has_list and _is_too_wide(sized, page):
        face, sized = styles.small, columns([""] * len(own), rows, styles.small)
    headings = tuple(column.heading for column in own)
    return Frame(_QUOTE_CAPTION, headings, (), face, widths=widths(sized, page.width), tall=_TALL_QUOTE)


def _quoted_cells(view: QuoteView) -> list[tuple[Cell, ...]]:
    return [row.cells for row in view.rows if isinstance(row, MeasureRow)]
