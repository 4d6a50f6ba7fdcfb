"""A document as a person reads it on paper: its texts in order, and what keeps them from being read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Story(StrEnum):
    """Which of the document's texts a paragraph belongs to (ECMA-376 calls them stories)."""

    HEADER = "header"
    FOOTER = "footer"
    MAIN = "main"
    TEXT_BOX = "text_box"
    """In the main text; one in a header belongs to the header."""
    DIAGRAM = "diagram"
    """The words of a SmartArt drawing."""
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    """A reviewer's, in the margin of the screen."""


class Pages(StrEnum):
    """The pages of a section that a header or a footer stands on."""

    ALL = "default"
    FIRST = "first"
    EVEN = "even"


class Effect(StrEnum):
    """What makes words not read, or read otherwise than they are typed."""

    STRUCK = "struck"
    HIDDEN = "hidden"
    """By the property of a run, of a row or of a drawing."""
    PALE = "pale"
    """Of the colour of what is behind them."""
    TINY = "tiny"
    """Too small, too narrow or too close to be told apart."""
    CUT = "cut"
    """By a height that is less than the words need."""
    OFF_PAGE = "off_page"
    COVERED = "covered"
    """In a cell that is merged with another: only the first one's words are shown."""
    RAISED = "raised"
    LOWERED = "lowered"
    SYMBOLS = "symbols"
    """Printed in a typeface of pictures."""
    REVERSED = "reversed"
    """Forced to run from right to left."""
    FLOATING = "floating"
    """In a frame, a box or a table that has a place of its own on the page."""
    STRANGE = "strange"
    """By a property of which nobody has listed what it does."""
    CODE = "code"
    """A field's instruction, not its result."""
    COMPUTED = "computed"
    """The word processor will put its own words here when it opens or prints the document."""
    INSERTED = "inserted"
    """A tracked change that nobody has accepted, as is the next one."""
    DELETED = "deleted"


class Run(NamedTuple):
    """A stretch of text that is read in one way."""

    text: str
    """With tabs, line breaks, page breaks as form feeds; no-break spaces and soft hyphens as they stand."""
    effects: frozenset[Effect] = frozenset()
    control: str = ""
    """The tag of the innermost content control that has one."""
    is_mark: bool = False
    """Whether its text stands for what is none: the number of a note or a page, a picture of a letter."""


class Cell(NamedTuple):
    """A cell of a table, all cells merged into it included."""

    table: int
    """Tables count from 1 in the whole document, one inside another after it."""
    row: int
    """From 0."""
    column: int
    """From 0, among the columns that some row of the table begins a cell in."""
    columns: int
    """How many of those it spans."""
    rows: int
    is_head: bool
    """Its row is repeated at the top of every page."""
    is_covered: bool
    """It only goes on a cell above or before it, and its own words are not shown."""


class Table(NamedTuple):
    """A table as a whole."""

    number: int
    around: Cell | None
    """The cell that it stands in."""
    has_lines: bool
    alignment: str = ""
    """As of a paragraph."""
    left: int = 0
    """As of a paragraph."""


class Place(NamedTuple):
    """Where a paragraph stands."""

    story: Story
    number: int = 0
    """Of the section of a header, of a note or of a comment, from 1; 0 elsewhere."""
    pages: Pages = Pages.ALL
    """For a header and a footer."""
    cell: Cell | None = None


class Layout(NamedTuple):
    """How a paragraph stands on its page."""

    alignment: str = ""
    """As `w:jc` says (17.18.44): `center`, `both`; empty if nothing does."""
    left: int = 0
    """Where its first line begins, in twips from the margin or from the edge of its cell."""
    begins_page: bool = False


USUAL = Layout()


class Reference(NamedTuple):
    """Of a text to a note or a comment."""

    story: Story
    number: int


class Paragraph(NamedTuple):
    """A paragraph, which may be empty."""

    place: Place
    label: str
    """The mark that its list prints before it: «7.1.», «а)», «–»; empty if there is none."""
    is_bullet: bool
    """Whether the label counts nothing."""
    runs: tuple[Run, ...]
    layout: Layout = USUAL
    is_bold: bool = False
    """Whether all its words are."""
    references: tuple[Reference, ...] = ()
    label_effects: frozenset[Effect] = frozenset()
    """What the looks of its mark do to it."""

    @property
    def text(self) -> str:
        """What will be printed once tracked changes are accepted, without the label."""
        return "".join(run.text for run in self.runs if not run.effects & ABSENT)


ABSENT = frozenset((Effect.DELETED, Effect.CODE))
"""What makes a run no part of the text."""


class Kind(StrEnum):
    """Something that stands in the document and is no text."""

    PICTURE = "picture"
    CHART = "chart"
    DIAGRAM = "diagram"
    SHAPE = "shape"
    """With a filling, which covers what is under it."""
    LINE = "line"
    """A line, or a shape without a filling."""
    OBJECT = "object"
    """Of another program (OLE), or a control (ActiveX)."""
    INK = "ink"
    FOREIGN = "foreign"
    """Another document inside this one: `w:altChunk`, `w:subDoc`."""
    MACRO = "macro"
    CHOICE = "choice"
    """Branches of other words, of which each program shows the one that it knows: `mc:AlternateContent`."""
    PAGE = "page"
    """A section on whose pages words have no room."""
    LINE_NUMBERS = "line_numbers"
    FONT = "font"
    """A typeface that came with the document: only it knows what it prints for a letter."""
    SETTING = "setting"
    """A setting of which nobody has listed what it does; its digest is its name, as it is for those below."""
    LINK = "link"
    """Of words to a place or an address."""
    TYPEFACE = "typeface"
    """One that nobody has listed: it may print anything for a letter."""
    OUTSIDE = "outside"
    """An address that the document takes something from."""
    PROTECTED = "protected"


class Thing(NamedTuple):
    """What a reader sees and a program does not read."""

    kind: Kind
    digest: str
    """SHA-256 of its content and of how it is shown; empty where there is none to compare."""
    place: Place
    control: str
    """As of a run."""
    beside: str = ""
    """The words of its paragraph that stand outside its control."""
    paragraph: int | None = None
    """The ordinal of its paragraph among all, from 0; `None` outside the main text."""
    width: int = 0
    """Of a picture, in English Metric Units, as is its height; 0 if the document does not say."""
    height: int = 0
    said: str = ""
    """The description of a picture, the words of a link."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read."""

    paragraphs: tuple[Paragraph, ...]
    """Headers and footers by sections, the main text with what is anchored in it, notes, comments."""
    cells: tuple[Cell, ...]
    """Of all tables, empty ones too."""
    things: tuple[Thing, ...]
    revisions: int
    """Tracked changes that nobody has accepted, and that change words."""
    properties: Mapping[str, str]
    """Texts of the document's properties by name, those of its own and of the office."""
    tables: tuple[Table, ...] = ()
