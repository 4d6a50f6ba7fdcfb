"""The part of a page that text may take."""

from typing import Any, NamedTuple

_EMU_PER_TWIP = 635
_A4_WIDTH, _A4_HEIGHT = 7560310, 10692130
"""In EMU, the unit of python-docx."""


class Page(NamedTuple):
    """Width and height between the margins, in twips."""

    width: int
    height: int


def from_section(section: Any) -> Page:
    """The page of a section (`w:sectPr`) as python-docx reads it; A4 and no margin where it is silent."""
    across = (section.left_margin, section.right_margin, section.gutter)
    down = (section.top_margin, section.bottom_margin)
    return Page(
        _between(section.page_width or _A4_WIDTH, across),
        _between(section.page_height or _A4_HEIGHT, down),
    )


def _between(side: int, margins: tuple[int | None, ...]) -> int:
    return (side - sum(margin or 0 for margin in margins)) // _EMU_PER_TWIP
