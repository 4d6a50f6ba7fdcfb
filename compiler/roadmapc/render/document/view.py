"""What the documents show: every word decided, nothing laid out.

A renderer may not compute a date, sort measures or inflect a word.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from roadmapc.model.act import ActKind
from roadmapc.model.columns import ColumnKind
from roadmapc.model.parts import FormLine, Head, Orientation, TableRow
from roadmapc.render.document.requisites_view import BARE, AgreementView, BlankView, CopiesView, SignatureView
from roadmapc.source.image import Image
from roadmapc.text.blocks import Block


class ParagraphKind(StrEnum):
    """What a paragraph of the order's text is."""

    CLAUSE = "clause"
    SUBCLAUSE = "subclause"
    CONTINUATION = "continuation"
    ITEM = "item"
    """Of a list with dashes."""
    NUMBERED_ITEM = "numbered_item"
    """Of a list with letters or figures, which other acts may cite."""


class NoteWords(NamedTuple):
    """A stretch of a note."""

    text: str
    act: str
    """Key of the amending act that it names; empty for other words."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """What a consolidated edition says of a unit: «(в ред. приказа от … № …)», «3. Утратил силу. – …»."""

    words: tuple[NoteWords, ...]

    @property
    def text(self) -> str:
        """In one line."""
        return "".join(words.text for words in self.words)


class ActView(NamedTuple):
    """An amending act in the list of them."""

    key: str
    """By which notes refer to it."""
    text: str
    """«Приказ от … № … «О внесении изменений …»»."""


class Link(NamedTuple):
    """A stretch of a text that leads to another place of the document."""

    start: int
    end: int
    bookmark: str
    """Of that place."""


class ParagraphView(NamedTuple):
    """A paragraph of the operative part."""

    kind: ParagraphKind
    number: str
    """With its mark, «7.1.», «а)»; empty for continuations and items with dashes."""
    text: str
    links: tuple[Link, ...] = ()
    """In the order of the text."""
    bookmark: str = ""
    """Empty for what nothing leads to, as is that of rows and of appendices."""


class ColumnView(NamedTuple):
    """A column of a measure table."""

    key: str
    heading: str
    kind: ColumnKind = ColumnKind.TEXT
    has_marks: bool = False
    """Whether it is a quarter or a month, in which a mark is set."""


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A row over the whole width: the title of a section with its number."""

    title: str
    level: int
    """1 for a section, 2 for its sub-sections and so on."""
    bookmark: str = ""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure: one cell a column, in the order of the columns; an empty cell has no blocks."""

    cells: tuple[tuple[Block, ...], ...]
    spans: tuple[int, ...] = ()
    """How many rows each cell takes, 0 if it is one with the cell above; none if each takes its own."""
    bookmark: str = ""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row of sums: its name over the columns before the first sum, then a cell a column."""

    title: str
    cells: tuple[str, ...]
    """Empty for a column that is not added up."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A row over the whole width: a note on the row above it, or on one that lost force."""

    note: NoteView


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """A measure table."""

    columns: tuple[ColumnView, ...]
    rows: tuple[SectionRow | MeasureRow | TotalRow | NoteRow, ...]
    heads: tuple[Head, ...] = ()
    """Over the columns, in levels; none if each column has but its own heading."""
    numbers: tuple[str, ...] = ()
    """«1», «2», «3» under the heads, one for each column; none if the table has no such row."""
    notes: tuple[str, ...] = ()
    """Under the table, a paragraph each."""
    orientation: Orientation | None = None
    """Of its pages; `None` leaves it to what the columns need."""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Rows of another order's table in their new wording, in quotes and without headings."""

    columns: tuple[ColumnView, ...]
    """Of the amended table; their headings are read aloud only."""
    rows: tuple[SectionRow | MeasureRow, ...]
    """The quotation marks are in the first and the last cell; there is at least one row."""
    is_as_signed: bool = False  # dashes and hyphens stay as they are typed


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading between the parts of an appendix."""

    text: str


class Run(NamedTuple):
    """A stretch of text with one look."""

    text: str
    """Empty where a footnote is referred to."""
    is_bold: bool
    is_italic: bool
    footnote: "FootnoteView | None" = None
    """Which is referred to here."""
    bookmark: str = ""
    """Where the text leads to; empty for other words."""


class FootnoteView(NamedTuple):
    """A footnote, at the foot of the page that refers to it."""

    number: int
    """In the whole document, from 1."""
    runs: tuple[Run, ...]


class ProseKind(StrEnum):
    """What a paragraph of prose is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    DASH = "dash"
    NUMBER = "number"


class ProseBlock(NamedTuple):
    """One paragraph of prose."""

    kind: ProseKind
    level: int
    """Of a heading or of a list, from 1; 1 for a plain paragraph."""
    runs: tuple[Run, ...]
    first: int | None
    """The number that a list begins with, at its first item; `None` elsewhere."""


@dataclass(frozen=True, slots=True)
class ProseView:
    """Paragraphs, headings and lists."""

    blocks: tuple[ProseBlock, ...]

    @property
    def footnotes(self) -> tuple[FootnoteView, ...]:
        """Those referred to, in the order of printing."""
        return tuple(run.footnote for each in self.blocks for run in each.runs if run.footnote is not None)


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture in the middle of the page."""

    image: Image
    caption: str
    """«Рисунок 1 – Схема оповещения»; empty for a picture without a number."""
    description: str
    """Read aloud instead of it."""


@dataclass(frozen=True, slots=True)
class PassportView:
    """A table of names and their contents."""

    rows: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table without duties."""

    heads: tuple[Head, ...]
    rows: tuple[TableRow, ...]
    unit: str = ""
    """Over the table: «(тыс. рублей)»; empty if there is no such line."""
    notes: tuple[str, ...] = ()
    """Under the table, a paragraph each."""
    numbers: tuple[str, ...] = ()
    """«1», «2», «3» under the heads, one for each column; none if the table has no such row."""
    orientation: Orientation | None = None
    """Of its pages; `None` leaves it to what the columns need."""


class SeatView(NamedTuple):
    """A member of a commission."""

    name: str
    """Surname first; empty for a seat that goes with a post."""
    post: str  # with role and note


class SeatsView(NamedTuple):
    """Members under one head."""

    head: str
    """«Члены комиссии:»; empty for members without a head."""
    seats: tuple[SeatView, ...]


@dataclass(frozen=True, slots=True)
class CompositionView:
    """Names and posts without rules between them, in groups."""

    groups: tuple[SeatsView, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """A form: its captions stand under its blanks, in brackets."""

    lines: tuple[FormLine, ...]


OperativeView: TypeAlias = ParagraphView | QuoteView | NoteView
"""What stands between the preamble and the signature."""
PartView: TypeAlias = (
    NoteView
    | HeadingView
    | ProseView
    | PassportView
    | TableView
    | MeasuresView
    | CompositionView
    | FormView
    | PictureView
)


@dataclass(frozen=True, slots=True)
class AppendixView:
    """An appendix: its mark in the corner, its title, its content."""

    mark: tuple[str, ...]
    """Lines of requisite 19, «Приложение», «к приказу …», or 16, «УТВЕРЖДЁН», «приказом …»; «от … № …»."""
    title: str
    parts: tuple[PartView, ...]
    bookmark: str = ""
    is_as_signed: bool = False  # an act that amends a signed one quotes it whole


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order with its appendices (ГОСТ Р 7.0.97)."""

    is_draft: bool
    """Not yet registered: the date or the number is a blank to fill in."""
    kind: ActKind
    """What the act is: an order, a resolution."""
    head: tuple[str, ...]
    """Lines of the blank above the kind of document: organisation, then post or unit."""
    date: str
    """«18.03.2021», or a blank to fill in."""
    number: str
    """Without «№»; or a blank to fill in."""
    place: str
    """«г. …», empty where the head already names it."""
    title: str
    """Title to the text, requisite 17."""
    preamble: str
    """Without the operative word, with the name of whoever says it; empty if the act has none."""
    verb: str
    """The operative word, capital where it begins the text; empty if the act has none."""
    clauses: tuple[OperativeView, ...]
    signatures: tuple[SignatureView, ...]
    """Several only under a joint act."""
    executor_mark: tuple[str, ...]
    """Lines of requisite 25; none if the order has no such mark."""
    distribution: tuple[CopiesView, ...]
    """Empty if the order has no such list."""
    appendices: tuple[AppendixView, ...]
    approval: tuple[SignatureView, ...]
    """Lines of the approval sheet; empty if there is none."""
    acquaintance: tuple[SignatureView, ...]
    """Lines of the acquaintance sheet; empty if there is none."""
    author: str
    """Core property `creator`: the body that issues the order."""
    created: str
    """Core property, ISO 8601 in UTC: the order's date; a draft has the date of its source."""
    digest: str
    """SHA-256 of the plan's meaning, for the custom property that `verify` reads."""
    amendments: tuple[NoteView, ...] = ()
    """Under the title of a consolidated edition, a line each; none for an order as it was signed."""
    acts: tuple[ActView, ...] = ()
    """The acts that notes refer to, oldest first."""
    blank: BlankView = BARE
    sitting: str = ""
    """Convocation and sitting of a collegial body; empty if the act names none."""
    agreements: tuple[AgreementView, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    """Words of the author's own for places of his template, by their names."""
    is_as_signed: bool = False
    """Whether no dash or hyphen of it is printed otherwise than it is typed."""

    @property
    def quotes(self) -> tuple[QuoteView, ...]:
        """All rows in quotes, a view each, in the order of printing."""
        return tuple(part for part in self.clauses if isinstance(part, QuoteView))
