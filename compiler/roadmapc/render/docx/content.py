"""The contents of appendices, part by part, and rows in quotes, as streams of Word's XML."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmapc.model.columns import ColumnKind
from roadmapc.render.document.view import (
    ColumnView,
    CompositionView,
    FormView,
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
from roadmapc.render.docx.columns import Cell, TableColumn, are_too_wide, columns, widths
from roadmapc.render.docx.composition import composition
from roadmapc.render.docx.figures import figures
from roadmapc.render.docx.form import form
from roadmapc.render.docx.formatting import Face, Formatting, ListKind, Styles
from roadmapc.render.docx.table import Frame, table
from roadmapc.text.blocks import Block, BlockKind

_TOP_LEVEL = 2
"""The level of headings right under the title of the appendix, as `##` has it."""
_QUOTE_CAPTION = "Строки в новой редакции"
_TALL_QUOTE = 0.2
"""Share of a page above which a row may split: in running text a gap reads worse than a broken row."""


def content(parts: Sequence[PartView], caption: str, formatting: Formatting) -> Iterator[str]:
    """Parts of an appendix under a heading; a table is followed by the paragraph that Word wants after it."""
    for before, part in zip((None, *parts), parts, strict=False):
        if _is_apart(before, part):
            yield oxml.spacer(gap=oxml.GAP)
        yield from _part(part, caption, formatting)
        if isinstance(part, HeadingView):
            caption = part.text


def _is_apart(before: PartView | None, part: PartView) -> bool:
    """Whether a gap is left: between a text and a table, and before a form that no heading begins."""
    if isinstance(before, ProseView | NoteView | FormView):
        return not isinstance(part, HeadingView | ProseView | FormView | PictureView)
    if isinstance(part, FormView):
        return before is not None and not isinstance(before, HeadingView)
    is_under_rows = isinstance(before, PassportView | TableView | MeasuresView | CompositionView)
    return is_under_rows and isinstance(part, ProseView | NoteView)


def _part(part: PartView, caption: str, formatting: Formatting) -> Iterator[str]:
    """A part that is set in lines; those in rows have a table's `caption`."""
    match part:
        case NoteView():
            yield oxml.note(formatting.styles.paragraph, oxml.bound(part.text))
        case HeadingView(text):
            yield oxml.paragraph(formatting.styles.heading, (oxml.run(oxml.bound(text)),))
        case ProseView(blocks):
            yield from _prose(blocks, formatting)
        case PictureView():
            yield from _picture(part, formatting)
        case FormView(lines):
            yield from form(lines, formatting)
        case _:
            yield from _table(part, caption, formatting)


def _table(
    part: PassportView | TableView | MeasuresView | CompositionView, caption: str, formatting: Formatting
) -> Iterator[str]:
    match part:
        case PassportView():
            return _passport(part, caption, formatting)
        case TableView():
            return figures(part, caption, formatting)
        case MeasuresView():
            return _measures(part, caption, formatting)
        case CompositionView(groups):
            return composition(groups, caption, formatting)


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
    """A measure table with its sections, and the notes under it; in small type where words do not fit."""
    headings, face = tuple(column.heading for column in view.columns), formatting.styles.face
    own = measure_columns(view, face)
    if are_too_wide(own, formatting.page):
        face = formatting.styles.small
        own = measure_columns(view, face)
    frame = Frame(
        caption,
        headings,
        own,
        face,
        view.heads or heads.flat(*headings),
        styles=tuple(
            face.number if column.has_marks or column.kind is not ColumnKind.TEXT else face.text
            for column in view.columns
        ),
        numbers=view.numbers,
        kinds=tuple(column.kind for column in view.columns),
    )
    yield from table(frame, view.rows, formatting, gap=oxml.GAP if view.notes else 0)
    for note in view.notes:
        yield oxml.paragraph(face.text, (oxml.run(oxml.bound(note)),))


def measure_columns(view: MeasuresView, face: Face) -> tuple[TableColumn, ...]:
    """Columns as wide as the texts and headings of a measure table claim."""
    rows = [row.cells for row in view.rows if isinstance(row, MeasureRow)]
    if not view.heads:
        return columns([column.heading for column in view.columns], rows, face)
    least = heads.least_widths(view.heads, face)
    own = columns([""] * len(least), rows, face)
    return tuple(
        replace(column, longest=max(column.longest, claim)) for column, claim in zip(own, least, strict=True)
    )


def _passport(view: PassportView, caption: str, formatting: Formatting) -> Iterator[str]:
    """A table of names and their contents, without a head."""
    rows, face = [MeasureRow((_cell(name), value)) for name, value in view.rows], formatting.styles.face
    own = columns(("", ""), [row.cells for row in rows], face)
    return table(Frame(caption, (), own, face), rows, formatting)


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
    """Small type where the words do not fit the page in the usual one."""
    styles, page = formatting.styles, formatting.page
    face, sized = styles.face, columns([""] * len(own), rows, styles.face)
    if are_too_wide(sized, page):
        face, sized = styles.small, columns([""] * len(own), rows, styles.small)
    headings = tuple(column.heading for column in own)
    return Frame(_QUOTE_CAPTION, headings, (), face, widths=widths(sized, page.width), tall=_TALL_QUOTE)


def _quoted_cells(view: QuoteView) -> list[tuple[Cell, ...]]:
    return [row.cells for row in view.rows if isinstance(row, MeasureRow)]
