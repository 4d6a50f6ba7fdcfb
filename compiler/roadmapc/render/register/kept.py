"""What people have made of a register: cells, rows, columns and sheets that the next one keeps."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Final, NamedTuple

Value = str | bool | float | date | time | None
"""Of a cell; numbers and truth values are numbers, a `datetime` is a day with an hour."""
Row = Mapping[str, Value]
"""Cells by the headings of their columns."""
Look = tuple[tuple[str, str | float | bool], ...]
"""Properties of a format, as XlsxWriter names them, by name."""

LONGEST: Final = 32_767
"""Characters that a cell can hold."""
MOST_ROWS: Final = 1_048_576
"""Rows of a sheet."""

PADDING: Final = 0.7109375
"""What files add to the width of a column."""


class Note(NamedTuple):
    """A comment on a cell."""

    text: str
    author: str


class Trimmings(NamedTuple):
    """What a cell has beside its value."""

    look: Look = ()
    note: Note | None = None
    link: str = ""
    """An address, a file's path, or «#Лист!A1»."""
    formula: str = ""
    """In a row of the register, the cells of that row stand as headings between NULs."""


PLAIN = Trimmings()


class KeptRow(NamedTuple):
    """A row of the register."""

    values: Row
    trimmings: Mapping[str, Trimmings]
    """By heading, where there are any."""


class Line(NamedTuple):
    """A row as it is written."""

    values: Sequence[Value]
    trimmings: Mapping[int, Trimmings] = {}
    """By the place in the row."""


class KeptColumn(NamedTuple):
    """A column as people have set it."""

    width: float | None
    """In characters; `None` if the file does not say."""
    is_hidden: bool
    heading: Trimmings


class Stretch(NamedTuple):
    """Rows or columns of a sheet that are set alike, from 0."""

    first: int
    last: int
    size: float | None
    """As the file has it; `None` if it does not say."""
    is_hidden: bool
    look: Look = ()


class KeptCell(NamedTuple):
    """A cell of a sheet that is none of the register's."""

    row: int
    column: int
    value: Value
    trimmings: Trimmings


class KeptSheet(NamedTuple):
    """A sheet that people have added."""

    name: str
    cells: tuple[KeptCell, ...]
    columns: tuple[Stretch, ...]
    rows: tuple[Stretch, ...]
    merged: tuple[tuple[int, int, int, int], ...]
    """First row, first column, last row, last column."""
    frozen: tuple[int, int]
    """Rows and columns that stay in sight."""
    tab: str
    """Colour of its tab; empty if it has none."""
    is_hidden: bool
