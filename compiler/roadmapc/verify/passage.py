"""The text of a document, unit by unit, without what it looks like."""

from dataclasses import dataclass
from typing import NamedTuple

from roadmapc.wordprocessing.reading import Cell, Effect, Thing


class Defect(NamedTuple):
    """Words that are typed and will not be read so."""

    effect: Effect
    text: str


class Passage(NamedTuple):
    """A paragraph, or a cell of a table."""

    place: str
    """For a reader: «приложение № 1, строка «2.3», графа «Сроки»»."""
    text: str
    """With plain spaces and no-break hyphens as hyphens, a line a paragraph, marks of lists before them."""
    column: str = ""
    """Of a cell: «графа «Сроки»»."""
    defects: tuple[Defect, ...] = ()
    unlabelled: str = ""
    """The text without marks that lists count."""
    labels: int = 0
    """How many of those there are."""
    signature: str | None = None
    """What stands in the place of an electronic signature; `None` where there is no such place."""


class Unit(NamedTuple):
    """A paragraph, or a row of a table: what is found again as a whole."""

    cells: tuple[Passage, ...]
    """Those with text and without, from left to right; a paragraph has one."""
    row: str = ""
    """«приложение № 1, строка «2.3»»; empty for a paragraph."""
    shape: tuple[Cell, ...] = ()
    """Where its cells are."""
    is_head: bool = False
    """Whether the row is repeated at the top of every page."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Of all cells."""
        return tuple(cell.text for cell in self.cells)


class Edge(NamedTuple):
    """A paragraph of a header, a footer, a note or a comment."""

    zone: str
    """«верхний колонтитул первой страницы», «сноска 1»."""
    section: int
    """Of a header or a footer, from 1."""
    passage: Passage
    is_note: bool = False


class Shown(NamedTuple):
    """Something that is seen and cannot be read."""

    thing: Thing
    place: str
    """For a reader: «приложение № 1, «Рисунок 1 – Схема»»; empty outside the main text."""
    before: str = ""
    """The words nearest to it, as are those after it."""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What a DOCX says."""

    units: tuple[Unit, ...]
    """Of the main text, in the order of reading."""
    edges: tuple[Edge, ...]
    """Of headers, footers and notes."""
    comments: tuple[str, ...]
    """Of reviewers."""
    things: tuple[Shown, ...]
    revisions: int
    """Tracked changes that nobody has accepted."""
    is_converted: bool
    """Whether it was saved by LibreOffice, which writes lists of letters into DOC and RTF in its own way."""
    digest: str
    """Of the plan it was built from; empty if some program has dropped the property."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Paragraphs and cells of the main text that are not empty."""
        return tuple(cell for unit in self.units for cell in unit.cells if cell.text)
