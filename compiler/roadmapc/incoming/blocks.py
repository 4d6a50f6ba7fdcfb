"""An incoming document as blocks in reading order, whatever program it was typed in.

Its text is one string, and each block knows its stretch of it: so a program can account for every character.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from roadmapc.source.span import Span


class Alignment(StrEnum):
    """How the lines of a paragraph stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


class Paragraph(NamedTuple):
    """A paragraph with words, its tabs and line breaks as typed; in a cell, one with a label alone, too."""

    text: str
    """What is printed once tracked changes are accepted, without the label; characters are mended."""
    span: Span
    """Its characters in the document's text."""
    where: str
    """For messages: «абзац 12», «таблица 2, строка 3, графа 4»."""
    label: str = ""
    """The mark that an automatic list prints before it: «7.1.», «а)», «–»; empty if there is none."""
    is_bullet: bool = False
    """Whether the label counts nothing."""
    alignment: Alignment = Alignment.LEFT
    indent: float = 0.0
    """From the left margin, in millimetres; 0 where the format does not tell."""
    is_bold: bool = False
    """Whether all its words are."""
    begins_page: bool = False


class Cell(NamedTuple):
    """A cell with all that it is merged of; an empty one has no paragraphs."""

    row: int
    """From 0."""
    column: int
    """From 0, among the columns that some row of the table begins a cell in."""
    rows: int
    columns: int
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """Its paragraphs, each on a line of its own, without labels."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Table(NamedTuple):
    """A table; one inside a cell stands after it as a table of its own."""

    where: str
    """For messages: «таблица 2»."""
    cells: tuple[Cell, ...]
    """By rows, those that are covered by a merged one left out."""
    heads: int = 0
    """Rows that are said to repeat on every page."""
    has_lines: bool = True
    """Whether it is drawn; a borderless one often only places its words."""


Block: TypeAlias = Paragraph | Table


class Aside(StrEnum):
    """Words that stand outside the reading order."""

    RUNNING_HEAD = "running_head"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    DELETED = "deleted"
    """By a tracked change: read as accepted."""
    HIDDEN = "hidden"
    """What no reader of the paper sees: by a property, by its colour, off the page, under another cell."""


class Margin(NamedTuple):
    """One of them."""

    kind: Aside
    paragraph: Paragraph
    beside: Span | None = None
    """The paragraph of the main text that it belongs to, if it belongs to one."""


class Mending(NamedTuple):
    """Words read otherwise than typed: without a soft hyphen, with a Russian letter for a Latin one."""

    where: str
    typed: str
    read: str
    why: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document."""

    name: str
    text: str
    """Everything that it holds, margins after the blocks: what a program must account for."""
    blocks: tuple[Block, ...]
    """The main text; words of a text box stand where it is anchored."""
    margins: tuple[Margin, ...] = ()
    mendings: tuple[Mending, ...] = ()
    pictures: tuple[str, ...] = ()
    """Where something stands that is no text: «рисунок, абзац 4»."""
    nested: tuple[str, ...] = ()
    """Tables that stood in a cell, with the cell: «таблица 2 из ячейки: таблица 1, строка 5, графа 5»."""
