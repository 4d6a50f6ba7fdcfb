"""What the contents of appendices are laid out with: the page, the styles and the lists of a template."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

_EMU_PER_TWIP = 635
_A4_WIDTH, _A4_HEIGHT = 7560310, 10692130
"""In EMU, the unit of python-docx."""


class Page(NamedTuple):
    """The part of a page that text may take: width and height between the margins, in twips."""

    width: int
    height: int


class Pages(NamedTuple):
    """What a template offers."""

    narrow: Page
    wide: Page


class Place(NamedTuple):
    """Where a run of parts goes."""

    page: Page
    after: str
    """XML of the paragraph that ends its section; empty where the section goes on."""


def page_of(section: Any) -> Page:
    """The page of a section (`w:sectPr`) as python-docx reads it; A4 and no margin where it is silent."""

    def between(side: int, *margins: int | None) -> int:
        return (side - sum(margin or 0 for margin in margins)) // _EMU_PER_TWIP

    across = section.left_margin, section.right_margin, section.gutter
    down = section.top_margin, section.bottom_margin
    return Page(
        between(section.page_width or _A4_WIDTH, *across), between(section.page_height or _A4_HEIGHT, *down)
    )


def twips(length: Any) -> int:
    """A length of python-docx in twips; 0 for none."""
    return 0 if length is None else round(length / _EMU_PER_TWIP)


class Face(NamedTuple):
    """The look of a table's cells in one size of type."""

    head: str
    """Style id (`w:styleId`) of headings of columns, as are the next two."""
    text: str
    """Of paragraphs."""
    number: str
    """Of figures, centred."""
    dash: str
    """Of items of a list with dashes; the style carries the numbering, as of all lists."""
    letter: str
    """Of items of a lettered list."""
    table: str
    """Of the table, whose rules and margins it holds."""
    size: float
    """Of type, in points."""
    side: int
    """Margin of a cell on either hand, in twips."""
    has_own_side: bool
    """Whether that margin is not the one of the table's style."""


class Styles(NamedTuple):
    """Ids (`w:styleId`) of paragraph styles."""

    face: Face
    """Of tables that fit the page in it."""
    small: Face
    """Of tables too wide for it."""
    section: str
    """A section's row, level 1."""
    subsection: str
    """Of level 2."""
    third_section: str
    fourth_section: str
    """Of level 4 and of any deeper one."""
    heading: str
    """A heading of an appendix under its title."""
    subheading: str
    """A heading of any deeper level."""
    paragraph: str
    """A paragraph of prose."""
    size: float
    """Of its type, in points."""
    dash_item: str
    """Items of a list with dashes in prose."""
    number_item: str
    """Items of a numbered list in prose."""
    appendix_mark: str
    """The mark in the corner of an appendix; its indent is for the page of wide appendices."""
    signature: str
    """The signature; the paragraphs before it are kept on its page."""
    picture: str
    """The paragraph of a picture."""
    caption: str
    """What stands under it."""
    footnote: str
    """The text of a footnote."""
    footnote_mark: str
    """Of letters: the number of a footnote."""
    link: str
    """Of letters: words that lead to another place; LibreOffice links none without a style in a PDF."""

    def of_section(self, level: int) -> str:
        """The style of a section's row; levels count from 1."""
        levels = (self.section, self.subsection, self.third_section, self.fourth_section)
        return levels[min(level, len(levels)) - 1]


class ListKind(StrEnum):
    """What a list counts with, and the field of `Styles` that carries it."""

    LETTER = "letter"
    """«а)», in cells of tables."""
    NUMBER = "number_item"
    """«1.», in prose."""


@dataclass(slots=True)
class Lists:
    """Counting lists of a document."""

    definitions: Mapping[ListKind, str]
    """The list definition (`w:abstractNumId`) behind the style of each kind."""
    dash: int
    """The list (`w:numId`) of dashes in prose, which count nothing and need no instances."""
    first: int
    """The first number that the template does not use."""
    begun: list[tuple[int, str, int, int]] = field(default_factory=list)
    """Of each list that counts anew (`w:num`): its number, its definition, its level, where it starts."""

    def begin(self, kind: ListKind, level: int = 0, start: int = 1) -> int:
        """The number of a new list that counts at a level from `start`."""
        number = self.first + len(self.begun)
        self.begun.append((number, self.definitions[kind], level, start))
        return number


class Formatting(NamedTuple):
    """The page, the styles and the lists of a template."""

    page: Page
    styles: Styles
    lists: Lists
    drawings: Iterator[int]
    """Numbers of the next drawings of the document."""
    bookmarks: Iterator[int]
    """The same of bookmarks."""
