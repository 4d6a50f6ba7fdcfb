"""A worksheet that takes a row of plain cells at once, and keeps and writes it as one text.

XlsxWriter takes and writes cell by cell: six calls for each, half of the time of a large build, and what it
keeps of a row takes more place than its text. All else, strings, formats and notes, stays with the library.
"""

from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter.packager import Packager
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

_ROW = "\0"
"""In place of the number of its row: a cell is the same wherever its value stands in the column."""
_OF_TEXT = ' t="s"'
_PIXELS = 4 / 3
"""In a point."""


class RowSheet(Worksheet):  # type: ignore[misc] # the library has no types
    """A sheet of XlsxWriter; `Workbook.add_worksheet` makes one of the class that it is given."""

    def __init__(self) -> None:
        """As the library begins it."""
        super().__init__()
        self.fh: Any
        self.dim_rowmin: int | None
        self.dim_rowmax: int | None
        self._texts: dict[int, str] = {}
        """Rows that are written at once."""

    def write_plain_row(self, row: int, height: int, cells: str) -> None:
        """Write the cells of a row of that height, whose number is still to stand in them."""
        if not cells or self._check_dimensions(row, 0):
            self.set_row(row, height)
            return
        self.row_sizes[row] = [int(height * _PIXELS), False]  # by which the library places notes
        tall = f' ht="{height}" customHeight="1"' if height != self.default_row_height / _PIXELS else ""
        self.str_table.count += cells.count(_OF_TEXT)
        self._texts[row] = f'<row r="{_ROW}"{tall}>{cells}</row>'.replace(_ROW, str(row + 1))

    def _write_rows(self) -> None:
        """All rows in their order; the library writes its own, each as if it were the only one."""
        first, last = self.dim_rowmin or 0, self.dim_rowmax or 0
        for row in range(first, last + 1):
            if row in self._texts:
                self.fh.write(self._texts.pop(row))
            else:
                self.dim_rowmin = self.dim_rowmax = row
                super()._write_rows()
        self.dim_rowmin, self.dim_rowmax = first, last

    def _xml_close(self) -> None:
        """What is written is the package's alone."""
        super()._xml_close()
        self.fh = None


class _Part(StringIO):
    """A part of a package, in UTF-8 from the first: a text would be kept beside its bytes."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self._written = BytesIO()

    def write(self, text: str) -> int:
        """Add to it."""
        return self._written.write(text.encode())

    def getvalue(self) -> bytes:  # type: ignore[override] # what the library asks of a binary part
        """All of it."""
        return self._written.getvalue()


class _StreamingPackager(Packager):  # type: ignore[misc] # the library has no types
    """A package none of whose parts is kept once it is compressed."""

    def _filename(self, name: str) -> _Part:
        """What a part is written into."""
        part = _Part()
        self.filenames.append((part, name, True))
        return part

    def _create_package(self) -> Iterator[object]:
        parts = super()._create_package()
        while parts:
            yield parts.pop(0)


class StreamedWorkbook(Workbook):  # type: ignore[misc] # the library has no types
    """A workbook of such a package."""

    def _get_packager(self) -> _StreamingPackager:
        return _StreamingPackager()


def text_cell(column: int, at: int, style: int) -> str:
    """A `c` element (ECMA-376, part 1, 18.3.1.4) of a text, by its number among those of the workbook."""
    return f'<c r="{xl_col_to_name(column)}{_ROW}" s="{style}"{_OF_TEXT}><v>{at}</v></c>'


def number_cell(column: int, value: float, style: int) -> str:
    """That of a number."""
    return f'<c r="{xl_col_to_name(column)}{_ROW}" s="{style}"><v>{value:.16G}</v></c>'
