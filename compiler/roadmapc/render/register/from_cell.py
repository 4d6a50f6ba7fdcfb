"""Cells and sheets of a workbook as its readers see them."""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from roadmapc.render.register.kept import (
    MOST_ROWS,
    PLAIN,
    KeptCell,
    KeptSheet,
    Note,
    Stretch,
    Trimmings,
    Value,
)
from roadmapc.render.register.look import Looks

_LONGEST_LINK: Final = 2079
"""Characters, in the opinion of Excel."""
_MOST_COLUMNS: Final = 16_384


class CellReader:
    """Reads the cells of a book, and remembers what of them cannot be kept."""

    def __init__(self, book: Any, results: Any) -> None:
        """`results` is the same book with what its formulas have given."""
        self.losses: list[str] = []
        self._results = results
        self._looks = Looks(book)
        self._is_calculated = results is not book

    def cell(
        self, sheet: Any, row: int, column: int, headings: Mapping[int, str] | None = None
    ) -> tuple[Value, Trimmings]:
        """A cell's value and what it has beside it; under `headings`, it is a cell of the register."""
        cell = sheet._cells.get((row, column))
        if cell is None:
            set_alike = sheet.row_dimensions.get(row) if headings is not None else None
            look = self._looks.of(set_alike) if set_alike is not None and set_alike.has_style else ()
            return None, Trimmings(look) if look else PLAIN
        look = self._looks.of(cell, is_whole=headings is None) if cell.has_style else ()
        note = Note(cell.comment.text, cell.comment.author or "") if cell.comment else None
        link = self._link(cell) if cell.hyperlink else ""
        value, formula = cell.value, ""
        if cell.data_type == "f":
            formula = self._formula(cell, headings)
            value = self._results[sheet.title].cell(row, column).value if self._is_calculated else None
        if not (look or note or link or formula):
            return as_value(value), PLAIN
        return as_value(value), Trimmings(look, note, link, formula)

    def _formula(self, cell: Any, headings: Mapping[int, str] | None) -> str:
        """A formula that means the same wherever its row goes; empty if there is no such one."""
        if isinstance(cell.value, str):
            if headings is None:
                return cell.value
            from openpyxl.formula import Tokenizer  # noqa: PLC0415 - for filled registers only
            from openpyxl.utils import column_index_from_string  # noqa: PLC0415

            made = ["="]
            for token in Tokenizer(cell.value).items:
                text = token.value
                if token.type == "OPERAND" and token.subtype == "RANGE":
                    found = re.fullmatch(r"\$?([A-Z]{1,3})([0-9]+)", text)
                    heading = headings.get(column_index_from_string(found[1])) if found else None
                    if not found or int(found[2]) != cell.row or heading is None:
                        break
                    text = f"\0{heading}\0"
                made.append(text)
            else:
                return "".join(made)
        place = f"{cell.parent.title}!{cell.coordinate}"
        self.losses.append(f"формула в ячейке «{place}» (остаётся её значение)")
        return ""

    def _link(self, cell: Any) -> str:
        link = cell.hyperlink
        link = (link.target or "") + (f"#{link.location}" if link.location else "")
        if len(link) <= _LONGEST_LINK:
            return link
        self.losses.append(f"слишком длинная ссылка в ячейке «{cell.parent.title}!{cell.coordinate}»")
        return ""

    def columns(self, sheet: Any) -> Iterator[Stretch]:
        """Columns of a sheet whose widths, looks or absence people or a build have set."""
        for each in sheet.column_dimensions.values():
            if each.min and each.max and 1 <= each.min <= each.max <= _MOST_COLUMNS:
                look = self._looks.of(each) if each.has_style else ()
                width = each.width if each.customWidth or each.hidden else None
                yield Stretch(each.min - 1, each.max - 1, width, bool(each.hidden), look)

    def sheet(self, sheet: Any) -> KeptSheet:
        """A sheet that people have added, with all its cells."""
        cells = [
            KeptCell(row - 1, column - 1, *self.cell(sheet, row, column))
            for row, column in sorted(sheet._cells)
        ]
        rows = [
            Stretch(
                at - 1, at - 1, each.height, bool(each.hidden), self._looks.of(each) if each.has_style else ()
            )
            for at, each in sorted(sheet.row_dimensions.items())
            if at <= MOST_ROWS and (each.height or each.hidden or each.has_style)
        ]
        merged = [
            (each.min_row - 1, each.min_col - 1, each.max_row - 1, each.max_col - 1)
            for each in sorted(sheet.merged_cells.ranges, key=str)
            if each.size["rows"] * each.size["columns"] > 1
        ]
        frozen = (0, 0)
        if sheet.freeze_panes:
            from openpyxl.utils.cell import coordinate_to_tuple  # noqa: PLC0415 - for filled registers only

            row, column = coordinate_to_tuple(sheet.freeze_panes)
            frozen = row - 1, column - 1
        tab = self._looks.colour(sheet.sheet_properties.tabColor)
        is_hidden = sheet.sheet_state != "visible"
        columns = tuple(self.columns(sheet))
        return KeptSheet(
            sheet.title, tuple(cells), columns, tuple(rows), tuple(merged), frozen, tab, is_hidden
        )


def as_value(cell: Any) -> Value:
    """A day as a day, a number as a number, a text without the spaces around it; `None` for an empty cell."""
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell
    if cell is None or isinstance(cell, bool | int | date | time):
        return cell
    if isinstance(cell, timedelta):
        return cell / timedelta(days=1)
    if isinstance(cell, float) and math.isfinite(cell):
        return int(cell) if cell.is_integer() and abs(cell) < 2**53 else cell
    return str(cell).strip() or None
