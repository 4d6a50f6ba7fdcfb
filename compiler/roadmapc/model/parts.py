"""The parts of an appendix that hold no duties."""

from __future__ import annotations

from dataclasses import dataclass

from roadmapc.source.image import Image
from roadmapc.text.blocks import Block


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
class Passport:
    """A table of names and their contents, such as the passport of a programme."""

    rows: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of a table over a column, or over the columns under it."""

    text: str
    columns: tuple[Head, ...]
    """Empty for the head of one column."""
    is_upward: bool
    """Set from bottom to top, for narrow columns."""

    @property
    def width(self) -> int:
        """How many columns of cells it stands over."""
        return sum(column.width for column in self.columns) or 1

    @property
    def depth(self) -> int:
        """How many levels it has, its own among them."""
        return 1 + max((column.depth for column in self.columns), default=0)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that holds no duties: indicators, statistics."""

    columns: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]


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
