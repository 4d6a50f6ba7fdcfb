"""Sections and their pages (ECMA-376, part 1, 17.6), and how much of a page they leave to words."""

from typing import NamedTuple

from roadmapc.wordprocessing.xml import Element, W, child, is_true, twips, value, whole

FARTHEST = 31_680
"""The widest page that word processors know, in twips: 22 inches."""
_MARGIN = 1701
"""Of a section that does not say its margins."""
_LEAST = 600
"""Twips across and down in which a word can stand: four letters, two lines."""
_CLOSEST = -8192
"""What a grid may add to the place of a letter, in 4096ths of a point: two points less."""


class Page(NamedTuple):
    """A sheet of paper and what is left free at its edges, in twips."""

    width: int = FARTHEST
    height: int = FARTHEST
    left: int = _MARGIN
    right: int = _MARGIN
    column: int = FARTHEST
    """The width of the narrowest of its columns."""
    has_room: bool = True
    """Whether words can stand on it; if not, nothing else is asked of it."""

    @property
    def across(self) -> int:
        """From the left margin to the right edge of the paper."""
        return self.width - self.left


_NO_ROOM = Page(has_room=False)


class Section(NamedTuple):
    """A stretch of the main text with its page and its headers."""

    properties: Element
    number: int
    """From 1."""
    page: Page
    begins_page: bool

    @classmethod
    def of(cls, properties: Element, number: int) -> "Section":
        """A section by its `w:sectPr`."""
        begins_page = value(child(properties, "type")) != "continuous"
        return cls(properties, number, _page(properties), begins_page)


def _page(section: Element) -> Page:
    """Words have room between margins that are on the paper, in columns that are, a few letters wide."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    width, height = (FARTHEST if size is None else twips(size.get(W + side), FARTHEST) for side in "wh")
    if margins is None:
        return Page(width, height) if min(width, height) >= _LEAST else _NO_ROOM
    left, right, top, bottom, gutter, *edges = (
        twips(margins.get(W + side))
        for side in ("left", "right", "top", "bottom", "gutter", "header", "footer")
    )
    column, taken = _columns(section, width - left - right - gutter)
    is_on_paper = min(left, right, top, bottom, gutter) >= 0 and max(edges) < height // 2
    is_wide = column >= _LEAST and taken <= width - left
    has_room = is_on_paper and is_wide and height - top - bottom >= _LEAST and not _is_crowded(section)
    return Page(width, height, left + gutter, right, column) if has_room else _NO_ROOM


def _columns(section: Element, across: int) -> tuple[int, int]:
    """The narrowest of the columns into which a width is parted, and how much of it all of them take."""
    columns = child(section, "cols")
    own = [] if columns is None else columns.findall(f"{W}col")
    if own and columns is not None and not is_true(columns.get(f"{W}equalWidth", "1")):
        widths, spaces = ([twips(each.get(W + side)) for each in own] for side in ("w", "space"))
        return min(widths), sum(widths) + sum(spaces[:-1])
    number = 1 if columns is None else max(1, whole(columns.get(f"{W}num"), 1))
    space = 0 if columns is None else twips(columns.get(f"{W}space"), 720)
    return (across - space * (number - 1)) // number, across


def _is_crowded(section: Element) -> bool:
    """Whether letters are put on a grid (17.6.5) that draws them together."""
    grid = child(section, "docGrid")
    if grid is None or grid.get(f"{W}type") not in ("linesAndChars", "snapToChars"):
        return False
    return whole(grid.get(f"{W}charSpace")) < _CLOSEST
