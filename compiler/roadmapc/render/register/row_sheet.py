"""A worksheet that takes a row of plain cells at once, and writes them as one text.

XlsxWriter takes and writes cell by cell: six calls for each, half of the time of a large build. All else,
strings, formats, heights and notes, stays with the library; the parts of the workbook are the same.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

PlainCell = tuple[int, str | float, Format]
"""The column and a text or a number."""


class RowSheet(Worksheet):  # type: ignore[misc] # the library has no types
    """A sheet of XlsxWriter; `Workbook.add_worksheet` makes one of the class that it is given."""

    def __init__(self) -> None:
        """As the library begins it."""
        super().__init__()
        self._shapes: dict[_Shape, _Shape] = {}
        """Rows of one table are nearly all of a few shapes, each of which is kept once."""

    def write_plain_row(self, row: int, cells: Sequence[PlainCell]) -> None:
        """Write all cells of a row, from the left; texts are as long as cells may hold."""
        if not cells or any(self._check_dimensions(row, cells[at][0]) for at in (0, -1)):
            return
        columns, values, styles = zip(*cells, strict=True)
        index_of = self.str_table._get_shared_string_index
        written = [index_of(value) if isinstance(value, str) else float(value) for value in values]
        shape = self._shapes.setdefault((columns, styles), (columns, styles))
        # the library looks for the first and the last cell of a row; the first writes all of them
        self.table[row][columns[-1]] = _WRITTEN
        self.table[row][columns[0]] = _Row(shape, written)

    def _write_cell(self, row: int, col: int, cell: object) -> None:
        if isinstance(cell, _Row):
            self.fh.write(_xml(row + 1, cell))
            cell.values.clear()  # a workbook and its sheets refer to each other, so nobody else frees them
        elif cell is not _WRITTEN:
            super()._write_cell(row, col, cell)


_Shape = tuple[tuple[int, ...], tuple[Format, ...]]
"""The columns of the cells of a row, and their formats."""


class _Row(NamedTuple):
    """Cells of a row."""

    shape: _Shape
    values: list[int | float]
    """A text by its number among those of the workbook; a number as it is, if need be with «.0»."""


_WRITTEN = object()
"""A cell that another has written."""


def _xml(number: int, row: _Row) -> str:
    """`c` elements (ECMA-376, part 1, 18.3.1.4) as the library writes them."""
    return "".join(
        [
            f'<c r="{_letters(column)}{number}" s="{style._get_xf_index()}" t="s"><v>{value}</v></c>'
            if isinstance(value, int)
            else f'<c r="{_letters(column)}{number}" s="{style._get_xf_index()}"><v>{value:.16G}</v></c>'
            for column, style, value in zip(*row.shape, row.values, strict=True)
        ]
    )


@cache
def _letters(column: int) -> str:
    return str(xl_col_to_name(column))
