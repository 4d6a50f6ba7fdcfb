"""The parts of an appendix that hold no duties."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from roadmapc.model.columns import ColumnKind
from roadmapc.model.sums import RowKind
from roadmapc.source.image import Image
from roadmapc.text.blocks import Block


class Orientation(StrEnum):
    """How the pages of a part are turned."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between the parts of an appendix."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, headings and lists."""

    markdown: str
    """CommonMark, as written in the plan or in a file beside it."""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Prose of a signed act: its words and signs as they are, with no markup among them."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passport:
    """A table of names and their contents, such as the passport of a programme."""

    rows: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of a table over a column, or over the columns under it."""

    text: str
    """With the unit of measure after a comma: «Сумма, рублей»."""
    columns: tuple[Head, ...]
    """Empty for the head of one column."""
    is_upward: bool
    """Set from bottom to top, for narrow columns."""
    kind: ColumnKind = ColumnKind.TEXT
    """What the column holds; of a head over several, what those hold that say nothing else."""
    is_summed: bool = False
    """Whether the totals of the table add it up."""

    @property
    def width(self) -> int:
        """How many columns of cells it stands over."""
        return len(self.leaves)

    @property
    def depth(self) -> int:
        """How many levels it has, its own among them."""
        return 1 + max((column.depth for column in self.columns), default=0)

    @property
    def leaves(self) -> tuple[Head, ...]:
        """The heads of single columns under it, or itself, from left to right."""
        return tuple(leaf for column in self.columns for leaf in column.leaves) or (self,)


class TableCell(NamedTuple):
    """A cell with the columns and rows that it takes."""

    text: str
    """As printed; empty for an empty cell."""
    across: int = 1
    down: int = 1


class TableRow(NamedTuple):
    """A row of a table."""

    kind: RowKind
    cells: tuple[TableCell | None, ...]
    """One for each column; `None` under a cell that reaches over it from the left or from above."""
    is_bold: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """What its own cells say, from left to right."""
        return tuple(cell.text for cell in self.cells if cell is not None)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that holds no duties: indicators, statistics, an estimate."""

    columns: tuple[Head, ...]
    rows: tuple[TableRow, ...]
    unit: str = ""
    """What all its numbers count, printed over it in brackets; empty if each column says so itself."""
    notes: tuple[str, ...] = ()
    """Under it, a paragraph each."""
    has_column_numbers: bool = False
    """Whether a row «1 2 3» stands under the heads, by which texts refer to columns."""
    orientation: Orientation | None = None
    """Of its pages; `None` leaves it to what the columns need."""
    label: str | None = None
    """The unit as a signed act has it, with brackets or without; `None` for a draft."""

    @property
    def above(self) -> str:
        """The line over it: «(тыс. рублей)»; empty if there is none."""
        if self.label is not None:
            return self.label
        return f"({self.unit})" if self.unit else ""


class Member(NamedTuple):
    """A seat of a commission or a working group."""

    name: str
    """Surname first, in full where the directory has it so; empty for a seat that goes with a post."""
    post: str
    """As printed within a sentence: «начальник отдела»."""
    role: str
    """In the group, said after the post; empty where the head above says it, or nobody does."""
    note: str
    """Printed in brackets: «по согласованию», «вакансия»; empty if there is none."""
    official: str
    """Name in the directory; empty for whoever is not in it."""


class MemberGroup(NamedTuple):
    """Members under one head."""

    title: str
    """«Члены комиссии», without a colon; empty for members without a head."""
    members: tuple[Member, ...]
    """In the order of the author."""
    label: str | None = None
    """The title as a signed act has it, with a colon or without; `None` for a draft."""

    @property
    def head(self) -> str:
        """What stands over them, «Члены комиссии:»; empty if nothing does."""
        if self.label is not None:
            return self.label
        return f"{self.title}:" if self.title else ""


@dataclass(frozen=True, slots=True)
class Composition:
    """Who sits in a commission or a working group; nobody has a duty of the plan by that."""

    groups: tuple[MemberGroup, ...]


class FormLineKind(StrEnum):
    """How a line of a form stands."""

    TEXT = "text"
    """From the left edge, with blanks where the author typed them."""
    RIGHT = "right"
    CENTRE = "centre"
    TITLE = "title"
    """In the middle, in bold."""
    LINE = "line"
    """Words, then lines to the right edge."""


class FormLine(NamedTuple):
    """A line of a form."""

    kind: FormLineKind
    text: str
    """Without the lines to the right edge; underscores that the author typed are themselves."""
    captions: tuple[str, ...] = ()
    """Under the blanks from left to right, without brackets; empty if they have none."""
    to_edge: int = 0
    """So many blanks follow the text and share the rest of the line."""


@dataclass(frozen=True, slots=True)
class Form:
    """Lines of a form that others will fill in: its blanks are what it says."""

    lines: tuple[FormLine, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A scheme, a map, a snapshot."""

    image: Image
    caption: str
    """Printed after «Рисунок 1 – »; empty for a picture that is not numbered."""
    description: str
    """What is seen in it, for those who cannot see it (ГОСТ Р 52872)."""


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """The dates of all duties of the plan, month by month; has no content of its own."""
