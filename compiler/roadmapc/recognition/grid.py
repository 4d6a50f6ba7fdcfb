"""The places of a table: which cell takes each, whatever is merged and however crooked its lines are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from roadmapc.incoming.blocks import Cell, Paragraph, Table
from roadmapc.language.morphology import is_known
from roadmapc.source.span import Span

_SPACES = re.compile(r"[ \t\u00a0\u2007\u2009\u202f]+")
_PARTED = re.compile(r"(?P<head>[^\W\d_]+)-\n(?P<tail>[а-яё]+)")
_SIGNS = str.maketrans(
    {"«": '"', "»": '"', "„": '"', "“": '"', "”": '"', "—": "-", "–": "-", "ё": "е", "№": "n"}
)


_HEAD = 3
"""Rows among which the headings stand."""


class TableLine(NamedTuple):
    """A row of a table."""

    cells: tuple[Cell | None, ...]
    """By columns, the cell that takes the place; `None` where the row is too short."""
    at: int
    """Its place among the rows of its table, from 0."""
    where: str
    """«таблица 2, строка 3»."""
    words: tuple[str, ...]
    """What each of the cells says."""

    def text(self, column: int) -> str:
        """What the cell at a column says, its own or one merged over it."""
        return self.words[column] if 0 <= column < len(self.words) else ""

    def begins(self, column: int) -> bool:
        """Whether the cell at a column is the row's own and begins there."""
        cell = self.cells[column] if 0 <= column < len(self.cells) else None
        return cell is not None and cell.row == self.at and cell.column == column

    def is_from_above(self, column: int) -> bool:
        """Whether a cell of an earlier row takes the place at a column."""
        cell = self.cells[column] if 0 <= column < len(self.cells) else None
        return cell is not None and cell.row < self.at

    @property
    def own(self) -> tuple[Cell, ...]:
        """The cells that begin in this row, from left to right."""
        return tuple(cell for at, cell in enumerate(self.cells) if cell is not None and self.begins(at))

    @property
    def filled(self) -> tuple[Cell, ...]:
        """Those of its own that say something."""
        return tuple(cell for cell in self.own if self.words[cell.column])

    @property
    def said(self) -> tuple[str, ...]:
        """What stands in each column, in cells of rows above too; one over several columns, in its first."""
        return tuple(
            words if cell is not None and cell.column == at else ""
            for at, (cell, words) in enumerate(zip(self.cells, self.words, strict=True))
        )

    @property
    def texts(self) -> tuple[str, ...]:
        """What its own cells say, by columns; a merged cell says it in its first."""
        return tuple(self.text(at) if self.begins(at) else "" for at in range(len(self.cells)))


def paragraph_text(paragraph: Paragraph) -> str:
    """A paragraph after the mark of its list, spaces made single."""
    label = "-" if paragraph.is_bullet else paragraph.label
    words = f"{label} {paragraph.text}" if label else paragraph.text
    return "\n".join(_SPACES.sub(" ", line).strip() for line in words.split("\n")).strip()


def cell_text(cell: Cell) -> str:
    """A cell with the marks of its lists, a line a paragraph; empty lines are left out."""
    lines = (paragraph_text(paragraph) for paragraph in cell.paragraphs)
    return "\n".join(line for text in lines for line in text.split("\n") if line)


def spans(*cells: Cell | None) -> tuple[Span, ...]:
    """The characters of cells in the document."""
    return tuple(paragraph.span for cell in cells if cell for paragraph in cell.paragraphs)


def in_one_line(text: str) -> str:
    """Lines of a cell as one, a word that a line's end has parted made whole, if there is one."""
    return _SPACES.sub(" ", _PARTED.sub(_whole, text).replace("\n", " ")).strip()


def _whole(found: re.Match[str]) -> str:
    whole = found["head"] + found["tail"]
    return whole if is_known(whole.casefold()) else f"{found['head']}-{found['tail']}"


def alike(text: str) -> str:
    """A text for comparison: without regard to letters' size, quotes, dashes, spaces and «ё»."""
    return re.sub(r"[\s.:]+", "", text.casefold().translate(_SIGNS))


def lines_of(table: Table) -> tuple[TableLine, ...]:
    """The rows of a table, columns that only crooked lines have made taken back."""
    cells = _straightened(table.cells)
    width = max((cell.column + cell.columns for cell in cells), default=0)
    height = max((cell.row + cell.rows for cell in cells), default=0)
    words = {id(cell): cell_text(cell) for cell in cells}
    return tuple(
        TableLine(
            tuple(row), at, f"{table.where}, строка {at + 1}", tuple(words.get(id(cell), "") for cell in row)
        )
        for at, row in enumerate(_places(cells, width, height))
    )


def _places(cells: Iterable[Cell], width: int, height: int) -> list[list[Cell | None]]:
    """By rows and columns, who takes the place."""
    places: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for cell in cells:
        for row in places[cell.row : cell.row + cell.rows]:
            row[cell.column : cell.column + cell.columns] = [cell] * cell.columns
    return places


def _straightened(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Cells by the columns that most rows have, if more only come of lines that do not quite meet.

    Word draws each row by itself: where a line of one row stands a millimetre beside that of the next,
    both begin a column. Rows of the head know how many there are; a rare row with more cells is a slip.
    """
    width = max((cell.column + cell.columns for cell in cells), default=0)
    height = max((cell.row + cell.rows for cell in cells), default=0)
    rows = [_borders(row, width) for row in _places(cells, width, height)]
    counts = Counter(len(row) - 1 for row in rows if len(row) > 2)
    usual = counts.most_common(1)[0][0] if counts else width
    more = sum(times for count, times in counts.items() if count > usual)
    is_usual = counts[usual] * 3 >= counts.total() * 2 and more * 5 <= counts.total()
    if usual == width or not is_usual or any(len(row) - 1 > usual for row in rows[:_HEAD]):
        return cells
    whole = [row for row in rows if len(row) - 1 == usual]
    borders = [Counter(row[at] for row in whole).most_common(1)[0][0] for at in range(usual + 1)]
    moved: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        own = rows[cell.row] if len(rows[cell.row]) - 1 == usual else None
        placed = _moved(cell, own, borders)
        beside = moved.get((placed.row, placed.column))
        if beside is not None:  # two cells in the place of one: the words of both stay
            placed = placed._replace(paragraphs=beside.paragraphs + placed.paragraphs)
        moved[placed.row, placed.column] = placed
    return list(moved.values())


def _borders(row: Sequence[Cell | None], width: int) -> list[int]:
    """Where the cells of a row begin, and where the last one ends."""
    return [0, *(at for at, (one, other) in enumerate(pairwise(row), start=1) if one is not other), width]


def _moved(cell: Cell, own: Sequence[int] | None, borders: Sequence[int]) -> Cell:
    """A cell at the columns of these borders; `own` are those of its row if it has as many."""

    def nearest(at: int) -> int:
        if own is not None and at in own:
            return own.index(at)
        return min(range(len(borders)), key=lambda border: abs(borders[border] - at))

    first, last = nearest(cell.column), nearest(cell.column + cell.columns)
    return cell._replace(column=first, columns=max(1, last - first))


def where_of(line: TableLine, column: int) -> str:
    """«таблица 2, строка 3, графа 4»."""
    return f"{line.where}, графа {column + 1}"


def words_of(lines: Iterable[TableLine], column: int) -> Iterator[str]:
    """What the rows' own cells of a column say, empty ones left out."""
    for line in lines:
        text = line.text(column) if line.begins(column) else ""
        if text:
            yield text
