"""A sheet of the workbook: headings, rows, how it prints."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from roadmapc.render.register.columns import Value, is_formula_like

_LONGEST_NAME: Final = 31
"""Characters that the name of a sheet may have."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
"""What it may not have."""
_LONGEST: Final = 32767
"""Characters that a cell can hold."""
_EPOCH: Final = date(1899, 12, 30).toordinal()
"""Day 0 of spreadsheets."""
_LINE: Final = 15
"""Height of a line, in points."""
_ARROW: Final = 4
"""Characters of a heading that its filter's arrow and bold letters take."""
_TALLEST: Final = 27
"""Lines in a row: spreadsheets allow 409 points."""
_NO_GRIDLINES_HIDDEN: Final = 0
"""On paper, too, rows are told apart by lines."""
A4: Final = 9
A3: Final = 8
"""Numbers of paper sizes (ECMA-376, part 1, 18.3.1.63)."""


class SheetNames:
    """Gives each sheet a name that no other has."""

    def __init__(self) -> None:
        """Begin with no names taken."""
        self._taken: set[str] = set()

    def name(self, wanted: str) -> str:
        """As wanted, shortened and numbered where need be."""
        clean = _FORBIDDEN.sub(" ", wanted).strip(" '") or "Лист"
        name, number = clean[:_LONGEST_NAME].rstrip(" '"), 1
        while name.casefold() in self._taken:
            number += 1
            end = f" {number}"
            name = clean[: _LONGEST_NAME - len(end)].rstrip(" '") + end
        self._taken.add(name.casefold())
        return name


class CellFormats(NamedTuple):
    """The formats of a workbook."""

    heading: Format
    text: Format
    clipped: Format
    inert: Format
    """For texts that editing the cell would turn into formulas."""
    day: Format
    count: Format
    """Zeros are not shown."""
    overdue: Format
    soon: Format
    done: Format


def cell_formats(book: Workbook) -> CellFormats:
    """Add the formats to a workbook."""
    text = {"text_wrap": True, "valign": "top"}
    return CellFormats(
        heading=book.add_format(
            {**text, "bold": True, "valign": "vcenter", "bottom": 1, "bg_color": "#E8EDF2"}
        ),
        text=book.add_format({**text, "num_format": "@"}),
        clipped=book.add_format({"valign": "top", "num_format": "@"}),
        inert=book.add_format({**text, "num_format": "@", "quote_prefix": True}),
        day=book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"}),
        count=book.add_format({"num_format": "0;-0;;@", "align": "left"}),
        overdue=book.add_format({"bg_color": "#F8D7DA", "font_color": "#7A1420"}),
        soon=book.add_format({"bg_color": "#FFF3CD", "font_color": "#5C4300"}),
        done=book.add_format({"font_color": "#5F6B76"}),
    )


class SheetLayout(NamedTuple):
    """How a table looks on screen and on paper."""

    headings: tuple[str, ...]
    widths: tuple[int, ...]
    """In characters."""
    clipped: frozenset[int] = frozenset()
    """Columns whose long texts are cut at the cell, so that they do not heighten the row."""
    paper: int = A4
    pages: int = 1
    """Sheets of paper side by side."""


class Sheet:
    """A table under a row of headings."""

    def __init__(self, worksheet: Worksheet, formats: CellFormats, layout: SheetLayout, top: int = 0) -> None:
        """Begin the table in the row `top`, from 0."""
        self.worksheet = worksheet
        self._formats = formats
        self._layout = layout
        self._room = [
            _LONGEST if at in layout.clipped else width - width // 9 for at, width in enumerate(layout.widths)
        ]
        """Characters in a line of each column, some less than its width for the widest letters."""
        self._top = self.last_row = top
        for at, (heading, width) in enumerate(zip(layout.headings, layout.widths, strict=True)):
            worksheet.set_column(at, at, width)
            worksheet.write_string(top, at, heading, formats.heading)
        worksheet.set_row(top, _LINE * _lines(layout.headings, [width - _ARROW for width in layout.widths]))
        worksheet.set_landscape()
        worksheet.set_paper(layout.paper)
        worksheet.fit_to_pages(layout.pages, 0)
        worksheet.repeat_rows(top)
        worksheet.set_footer("&C&P из &N")
        worksheet.hide_gridlines(_NO_GRIDLINES_HIDDEN)

    def rows(self, rows: Iterable[Sequence[Value]]) -> None:
        """Write the rows; nothing is written for an empty value."""
        for values in rows:
            self.last_row += 1
            self.worksheet.set_row(self.last_row, _LINE * _lines(values, self._room))
            for at, value in enumerate(values):
                if value:
                    self._put(at, value)

    def finish(self) -> None:
        """Keep the headings in sight, with filters over what is written."""
        self.worksheet.freeze_panes(self._top + 1, 0)
        self.worksheet.autofilter(self._top, 0, self.last_row, len(self._layout.headings) - 1)

    def _put(self, at: int, value: str | date) -> None:
        """Texts only as texts and days only as numbers: nothing that is written can run."""
        formats = self._formats
        if isinstance(value, date):
            self.worksheet.write_number(self.last_row, at, value.toordinal() - _EPOCH, formats.day)
        elif is_formula_like(value):
            self.worksheet.write_string(self.last_row, at, value[:_LONGEST], formats.inert)
        else:
            cell_format = formats.clipped if at in self._layout.clipped else formats.text
            self.worksheet.write_string(self.last_row, at, value[:_LONGEST], cell_format)


def _lines(values: Sequence[Value], room: Sequence[int]) -> int:
    """Lines of a row: programs do not agree on measuring them, so the file says it."""
    lines = [
        _wrapped(value, length)
        for value, length in zip(values, room, strict=True)
        if isinstance(value, str) and len(value) > length
    ]
    return min(max(lines, default=1), _TALLEST)


@lru_cache(maxsize=4_096)
def _wrapped(text: str, length: int) -> int:
    """Lines of a text whose words stay whole; a word longer than the line is broken."""
    lines, used = 1, 0
    for word in text.split():
        size = len(word)
        if used and used + 1 + size > length:
            lines, used = lines + 1, 0
        lines += (size - 1) // length
        used = used + 1 + size if used else size - (size - 1) // length * length
    return lines
