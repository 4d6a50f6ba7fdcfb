"""Which page each part of an appendix is printed on: orientation belongs to a part, not to the whole.

Prose and passports stand upright. A table lies across where its columns need that; what is short goes to
the page of its neighbour, for a sheet with a few lines on it says only that something is missing.
"""

from itertools import groupby
from typing import NamedTuple, TypeAlias

from roadmapc.model.parts import Orientation
from roadmapc.render.document.view import (
    AppendixView,
    CompositionView,
    FormView,
    HeadingView,
    MeasuresView,
    NoteView,
    PartView,
    PassportView,
    PictureView,
    ProseView,
    TableView,
)
from roadmapc.render.docx import drawing, metrics
from roadmapc.render.docx.columns import are_too_wide, columns, height, widths
from roadmapc.render.docx.content import measure_columns
from roadmapc.render.docx.figures import figure_columns
from roadmapc.render.docx.formatting import Face, Page, Pages, Styles
from roadmapc.text.blocks import Block, BlockKind

_MOST_UPRIGHT = 5
"""Columns of a measure table that may stand upright: by custom six and more lie across."""
_WORTH = 1.1
"""Sheets that a reader would rather have than turn each of them: one more in ten."""
_SHORT = 0.3
"""Share of a page that a short part takes at most."""
_PROSE_SIZE, _PROSE_SPACING = 14, 1.5
"""Of prose, where a part of it is measured: points, and lines from line to line."""


_EMU_PER_TWIP = 635

_Measured: TypeAlias = ProseView | PassportView | TableView | PictureView | CompositionView | FormView


class PageRun(NamedTuple):
    """Parts of an appendix, one after another, on pages of one kind."""

    parts: tuple[PartView, ...]
    caption: str
    """The heading that stands last before them."""
    is_wide: bool
    """On the page that the template has for appendices; else on that of the order."""


def page_runs(appendix: AppendixView, pages: Pages, styles: Styles) -> list[PageRun]:
    """The parts in the order of printing, at least one run."""
    wishes = _agreed([_wish(part, pages, styles.face) for part in appendix.parts])
    found, caption = [], appendix.title
    for is_wide, group in groupby(zip(wishes, appendix.parts, strict=True), key=lambda pair: pair[0]):
        parts = tuple(part for _, part in group)
        found.append(PageRun(parts, caption, is_wide))
        headings = [part.text for part in parts if isinstance(part, HeadingView)]
        caption = headings[-1] if headings else caption
    return found or [PageRun((), caption, is_wide=False)]


def must_lie(appendix: AppendixView) -> bool:
    """Whether its author wants a part across, whatever its columns need."""
    return any(
        isinstance(part, MeasuresView | TableView) and part.orientation is Orientation.LANDSCAPE
        for part in appendix.parts
    )


def _agreed(wishes: list[bool | None]) -> list[bool]:
    """What has no wish goes with what follows it; at the end of an appendix, with what it follows."""
    agreed: list[bool] = []
    last = next((wish for wish in reversed(wishes) if wish is not None), False)
    for wish in reversed(wishes):
        last = last if wish is None else wish
        agreed.insert(0, last)
    return agreed


def _wish(part: PartView, pages: Pages, face: Face) -> bool | None:
    """Whether a part wants the wide page; `None` if it goes with its neighbours."""
    match part:
        case MeasuresView(orientation=Orientation()) | TableView(orientation=Orientation()):
            return part.orientation is Orientation.LANDSCAPE
        case MeasuresView():
            return not _stands(part, pages, face)
        case TableView() if are_too_wide(figure_columns(part, face), pages.narrow):
            return True
        case HeadingView() | NoteView():
            return None
        case _:
            page = min(pages.narrow.height, pages.wide.height)
            return None if _height(part, pages.narrow, face) <= _SHORT * page else False


def _stands(view: MeasuresView, pages: Pages, face: Face) -> bool:
    """Whether few columns hold their words side by side upright, and take hardly more sheets than across."""
    if len(view.columns) > _MOST_UPRIGHT:
        return False
    own = measure_columns(view, face)
    if are_too_wide(own, pages.narrow):
        return False
    upright, across = (height(own, widths(own, page.width), face) / page.height for page in pages)
    return upright <= _WORTH * across


def _height(part: _Measured, page: Page, face: Face) -> float:
    """Twips that a part takes on a page, as near as amounts of text tell."""
    match part:
        case PassportView(rows):
            own = columns(
                ("", ""), [((Block(BlockKind.PARAGRAPH, name),), value) for name, value in rows], face
            )
            return height(own, widths(own, page.width), face)
        case TableView():
            own = figure_columns(part, face)
            return height(own, widths(own, page.width), face)
        case PictureView():
            return drawing.size(part.image, page).height / _EMU_PER_TWIP
        case ProseView(blocks):
            texts = [sum(len(run.text) for run in block.runs) for block in blocks]
        case CompositionView(groups):
            # names and posts stand side by side, each in about half of the page
            texts = [2 * max(len(seat.name), len(seat.post)) for group in groups for seat in group.seats]
        case FormView(lines):
            texts = [1] * len(lines)
    line = page.width // metrics.mean_advance(_PROSE_SIZE)
    count = sum(-(-max(1, text) // line) for text in texts)
    return count * _PROSE_SPACING * metrics.line_height(_PROSE_SIZE)
