"""The room that words have: what the place of a paragraph, a table or a box does to them, in twips."""

from collections.abc import Mapping
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from roadmapc.wordprocessing.looks import Look
from roadmapc.wordprocessing.pages import FARTHEST, Page
from roadmapc.wordprocessing.reading import Effect
from roadmapc.wordprocessing.xml import Element, W, twips, value

LINE, LETTER = 200, 90
"""What a line of small type takes, and a letter in it."""
_OUT = 400
"""How far words may stand out of their cell, or a table out of its page: typists set them to the lines."""
_LARGEST = 8000
"""Margins of a cell, or spaces about a paragraph, that may leave nothing of a page."""
_SLIM, _TALL = 4.2, 10
"""Twips a half-point of size: what a letter of a text takes at the least in the mean, and its line."""

NOTHING: frozenset[Effect] = frozenset()
_OFF = frozenset((Effect.OFF_PAGE,))
_CUT = frozenset((Effect.CUT,))
_SPACES = ("before", "after", "line")
_PLACED = ("left", "right", "first", "framed")
"""What of a paragraph's look says where it stands."""


class Span(NamedTuple):
    """Where a cell begins, from the edge of its table, and how wide it is."""

    left: int
    width: int


def is_placed(look: Look) -> bool:
    """Whether a paragraph has a place of its own, or so much space about it that it may have none."""
    space = max(_number(look, name) for name in _SPACES)
    return space > _LARGEST or any(look.get(name) for name in _PLACED)


def of_paragraph(look: Look, page: Page, within: int) -> frozenset[Effect]:
    """What the place of a paragraph on its page, or in a cell of a width, does to its words."""
    found = _of_indents(look, page, within)
    if max(_number(look, name) for name in _SPACES) >= page.height // 2:
        found |= _OFF
    return found | _of_frame(look, page) if look.get("framed") else found


def _of_indents(look: Look, page: Page, within: int) -> frozenset[Effect]:
    left, right = _number(look, "left"), _number(look, "right")
    begins = left + _number(look, "first")
    if max(left, begins) >= page.across or min(left, begins) < -max(page.left, _OUT):
        return _OFF
    if within and min(left, begins, right) < -_OUT:  # over the words of the next cell
        return _CUT
    if not within and right < -max(page.right, _OUT):
        return _OFF
    indents = max(left, begins) + right
    width = within or (page.across if look.get("framed") else page.column)
    return _CUT if indents > 0 and indents > width - 2 * LETTER else NOTHING


def _of_frame(look: Look, page: Page) -> frozenset[Effect]:
    """Of `w:framePr` (17.3.1.11)."""
    floating = frozenset((Effect.FLOATING,))
    x, y, width = (_number(look, name) for name in ("x", "y", "width"))
    if y <= -2 * LINE and look.get("of page"):
        return floating | _OFF
    if abs(x) >= page.across or abs(y) > page.height - 2 * LINE:
        return floating | _OFF
    is_slight = 0 < width < 2 * LETTER or _number(look, "height", LINE) < LINE // 2
    return floating | _CUT if is_slight else floating


class Frame(NamedTuple):
    """Where a table stands, and what that does to all of its words."""

    start: int
    """From the left margin, if nothing says how it is aligned."""
    effects: frozenset[Effect]
    alignment: str
    column: int

    def left(self, width: int) -> int:
        """Where a row of a width begins; one that does not say its width begins at the margin."""
        free = self.column - width
        return {"center": free // 2, "right": free}.get(self.alignment, self.start) if width else self.start


def of_table(properties: Mapping[str, Element], page: Page) -> Frame:
    """By `w:tblInd`, `w:jc` and `w:tblpPr` (17.4.57)."""
    indent, floating = properties.get(f"{W}tblInd"), properties.get(f"{W}tblpPr")
    left = 0 if indent is None else twips(indent.get(f"{W}w"))
    if floating is None:
        aside = _OFF if abs(left) >= page.across else NOTHING
        return Frame(left, aside, value(properties.get(f"{W}jc")), page.column)
    x, y = (twips(floating.get(W + name)) for name in ("tblpX", "tblpY"))
    is_above = y <= -2 * LINE and floating.get(f"{W}vertAnchor") == "page"
    is_off = abs(x) >= page.across or is_above or abs(y) > page.height - 2 * LINE
    aside = frozenset((Effect.FLOATING,)) | (_OFF if is_off else NOTHING)
    left = x - (page.left if floating.get(f"{W}horzAnchor") == "page" else 0)
    return Frame(left, aside, "", page.column)


def of_cell(left: int, span: Span, page: Page) -> frozenset[Effect]:
    """Whether a cell of a row that begins somewhere goes beyond the paper."""
    begins = left + span.left
    is_off = begins < -page.left - _OUT or begins + max(span.width, LETTER) > page.across + _OUT
    return _OFF if is_off else NOTHING


class Free(NamedTuple):
    """What is left free in and about the cells of a table."""

    margins: Mapping[str, int] = MappingProxyType({})
    across: int = 0
    """Of the margins, as is the next."""
    down: int = 0
    spacing: int = 0
    """About each cell."""

    def with_margins(self, margins: Mapping[str, int]) -> "Free":
        """The same with margins that a row or a cell has of its own."""
        if not margins:
            return self
        whole = {**self.margins, **margins}
        left, right, top, bottom = (whole.get(W + side, 0) for side in ("left", "right", "top", "bottom"))
        return Free(whole, left + right, top + bottom, self.spacing)

    def inside(self, width: int) -> int | None:
        """What it leaves across a cell of a width; nothing is known of one that does not say it.

        That is as wide as its words, if its margins leave them a page.
        """
        taken = self.across + 2 * self.spacing
        return width - taken if width or taken > _LARGEST else None


class Outline(NamedTuple):
    """A text box, in twips; a side that is not known is 0."""

    x: int
    y: int
    width: int
    height: int


def of_box(box: Outline, page: Page) -> frozenset[Effect]:
    """What the size and the place of a text box do to its words; it may be counted from a margin."""
    floating = frozenset((Effect.FLOATING,))
    if 0 < box.width < 2 * LETTER or 0 < box.height < LINE // 2:
        return floating | _CUT
    is_before = box.x + box.width < -page.left or box.y + box.height < -page.height // 2
    return floating | _OFF if is_before or box.x >= page.width or box.y >= page.height else floating


def least_height(text: str, size: int, across: int, line: int) -> int:
    """Twips that a paragraph takes at the very least, of letters of a size in half-points."""
    width = max(across or FARTHEST, LETTER)
    lines = sum(max(1, ceil(_SLIM * size * len(each) / width)) for each in text.split("\n"))
    return lines * (line or _TALL * size)


def _number(look: Look, name: str, default: int = 0) -> int:
    return int(look.get(name, default))
