"""A sheet of the workbook: headings, rows, how it prints."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.url import Url, UrlTypes
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from roadmapc.render.register.columns import is_formula_like
from roadmapc.render.register.kept import LONGEST, PLAIN, Line, Look, Trimmings, Value
from roadmapc.render.register.row_sheet import RowSheet, number_cell, text_cell

_LONGEST_NAME: Final = 31
"""Characters that the name of a sheet may have."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
"""What it may not have."""
_EPOCH: Final = datetime(1899, 12, 30)
"""Day 0 of spreadsheets."""
_FIRST_DAY: Final = date(1900, 3, 1)
"""Programs do not agree on what was before, so that earlier days are texts."""
_SURE: Final = LONGEST // 2
"""Characters that a cell can hold whatever they are: it counts UTF-16 units."""
_LINE: Final = 15
"""Height of a line, in points."""
_ARROW: Final = 4
"""Characters of a heading that its filter's arrow and bold letters take."""
_DIGITS: Final = 10
"""Characters of a day."""
_SPARE: Final = 8
"""One more character of width for so many, as the widest letters need."""
_TALLEST: Final = 27
"""Lines in a row: spreadsheets allow 409 points."""
_NO_GRIDLINES_HIDDEN: Final = 0
"""On paper, too, rows are told apart by lines."""
_A4: Final = 9
"""Number of the paper (ECMA-376, part 1, 18.3.1.63)."""
_MARGIN: Final = 0.4
"""Of a page, at its sides, in inches."""


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


Properties = dict[str, str | float | bool]
"""Of a format, as XlsxWriter names them."""
_TEXT: Final[Properties] = {"text_wrap": True, "valign": "top"}
_DAY: Final[Properties] = {"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"}
_FORMATS: Final[dict[str, Properties]] = {
    "": {},
    "heading": {**_TEXT, "bold": True, "valign": "vcenter", "bottom": 1, "bg_color": "#E8EDF2"},
    "text": {**_TEXT, "num_format": "@"},
    "clipped": {"valign": "top", "num_format": "@"},
    "inert": {**_TEXT, "num_format": "@", "quote_prefix": True},
    "number": {"valign": "top", "align": "left"},
    "day": _DAY,
    "moment": {**_DAY, "num_format": "dd.mm.yyyy hh:mm"},
    "hour": {**_DAY, "num_format": "hh:mm"},
    "count": {"num_format": "0;-0;;@", "align": "left"},
    "overdue": {"bg_color": "#F8D7DA", "font_color": "#7A1420"},
    "soon": {"bg_color": "#FFF3CD", "font_color": "#5C4300"},
    "done": {"font_color": "#5F6B76"},
}
"""Properties by name: «inert» is for texts that editing the cell would turn into formulas, «count» hides
zeros, the last three are for duties by their states."""
HEADING_LOOK: Final[Look] = tuple(_FORMATS["heading"].items())


class CellFormats:
    """The formats of a workbook, each added when it is first asked for, and its plain cells."""

    def __init__(self, book: Workbook) -> None:
        """Begin with none."""
        self._book = book
        self._added: dict[tuple[str, Look], Format] = {}
        self._plain: dict[tuple[int, str], PlainCells] = {}

    def __call__(self, name: str, look: Look = ()) -> Format:
        """A format by its name, with what people have changed of it."""
        if (name, look) not in self._added:
            self._added[name, look] = self._book.add_format({**_FORMATS[name], **dict(look)})
        return self._added[name, look]

    def plain_cells(self, column: int, name: str) -> "PlainCells":
        """The plain cells of a column, whose texts are in the format of that name."""
        return self._plain.setdefault((column, name), PlainCells(self, column, name))

    def plain_cell(self, column: int, value: Value, name: str) -> str | None:
        """A cell with nothing but a value, empty for none; `None` if it has to be put by itself."""
        if value is None or value == "":
            return ""
        if isinstance(value, str):
            if len(value) > _SURE:
                return None
            style = self("inert" if is_formula_like(value) else name)._get_xf_index()
            table = self._book.str_table
            at = table._get_shared_string_index(value)
            table.count -= 1  # rows count their texts
            return text_cell(column, at, style)
        if isinstance(value, bool) or (isinstance(value, date) and value.year <= _FIRST_DAY.year):
            return None
        return number_cell(column, _number(value), self(_kind(value, name))._get_xf_index())


class PlainCells(dict[Value, str | None]):
    """The plain cells of a column by their values, each made once: most stand in several rows."""

    def __init__(self, formats: CellFormats, column: int, name: str) -> None:
        """Begin with none."""
        super().__init__()
        self._formats, self._column, self._name = formats, column, name

    def __missing__(self, value: Value) -> str | None:
        """Make a cell; that of a number is not kept, for it may be equal to a value of another kind."""
        cell = self._formats.plain_cell(self._column, value, self._name)
        if not isinstance(value, int | float):
            self[value] = cell
        return cell


class SheetLayout(NamedTuple):
    """How a table looks on screen and on paper."""

    headings: tuple[str, ...]
    widths: tuple[float, ...]
    """In characters."""
    clipped: frozenset[int] = frozenset()
    """Columns whose long texts are cut at the cell, so that they do not heighten the row."""
    hidden: frozenset[int] = frozenset()
    formats: Mapping[int, str] = {}
    """Names of the formats of columns in which people write."""
    folded: frozenset[int] = frozenset()
    """Columns in groups that one click unfolds; the height of rows goes by the others."""
    frozen: int = 0
    """Columns that stay in sight."""


def fitted(layout: SheetLayout, rows: Iterable[Sequence[Value]]) -> SheetLayout:
    """The layout with columns no wider than their texts: on paper the others are the larger for it."""
    longest = [max(map(len, heading.split())) + _ARROW for heading in layout.headings]
    for at, values in enumerate(zip(*rows, strict=True)):
        size = max(len(value) if isinstance(value, str) else _DIGITS if value else 0 for value in {*values})
        longest[at] = max(longest[at], size + size // _SPARE + 1)
    return layout._replace(widths=tuple(map(min, layout.widths, longest)))


class Sheet:
    """A table under a row of headings."""

    def __init__(
        self,
        worksheet: RowSheet,
        formats: CellFormats,
        layout: SheetLayout,
        top: int = 0,
        trimmings: Mapping[int, Trimmings] | None = None,
    ) -> None:
        """Begin the table in the row `top`, from 0; `trimmings` are of its headings."""
        self.worksheet = worksheet
        self._writer = CellWriter(worksheet, formats)
        self._formats = formats
        self._layout = layout
        self._room = [
            (at, max(int(width - width // (_SPARE + 1)), 1))
            for at, width in enumerate(layout.widths)
            if at not in {*layout.clipped, *layout.folded}
        ]
        """Columns that heighten a row, with the characters in a line of each, some less than its width."""
        self._names = ["clipped" if at in layout.clipped else "text" for at in range(len(layout.widths))]
        """Of the formats of texts."""
        self._cells = [formats.plain_cells(at, name) for at, name in enumerate(self._names)]
        self._top = self.last_row = top
        for at, (heading, width) in enumerate(zip(layout.headings, layout.widths, strict=True)):
            of_column = formats(layout.formats[at]) if at in layout.formats else None
            worksheet.set_column(at, at, width, of_column, self._column_options(at))
            kept = (trimmings or {}).get(at, PLAIN)
            self._writer.put(top, at, heading, kept._replace(formula=""), "heading")
        room = [(at, max(int(width) - _ARROW, 1)) for at, width in enumerate(layout.widths)]
        worksheet.set_row(top, _LINE * _lines(layout.headings, room))
        worksheet.set_landscape()
        worksheet.set_paper(_A4)
        worksheet.set_margins(left=_MARGIN, right=_MARGIN, top=0.7, bottom=0.6)
        worksheet.fit_to_pages(1, 0)
        worksheet.outline_settings(symbols_right=False)  # the mark of the group stands before it
        worksheet.repeat_rows(top)
        worksheet.set_footer("&C&P из &N")
        worksheet.hide_gridlines(_NO_GRIDLINES_HIDDEN)

    def _column_options(self, at: int) -> dict[str, bool | int]:
        layout = self._layout
        options: dict[str, bool | int] = {"hidden": at in layout.hidden}
        if at in layout.folded:
            options["level"] = 1
        elif at + 1 in layout.folded & layout.hidden:
            options["collapsed"] = True
        return options

    def rows(self, rows: Iterable[Sequence[Value]]) -> None:
        """Write the rows; nothing is written for an empty value."""
        for values in rows:
            self.line(Line(values))

    def line(self, line: Line) -> None:
        """Write a row with what its cells have beside their values."""
        self.last_row += 1
        height = _LINE * _lines(line.values, self._room)
        if not line.trimmings:
            cells = [known[value] for known, value in zip(self._cells, line.values, strict=True)]
            if None not in cells:
                self.worksheet.write_plain_row(self.last_row, height, "".join(filter(None, cells)))
                return
        self.worksheet.set_row(self.last_row, height)
        for at, value in enumerate(line.values):
            trimmings = line.trimmings.get(at, PLAIN)
            if trimmings.formula:
                trimmings = trimmings._replace(formula=self._here(trimmings.formula))
            if value or trimmings is not PLAIN or value == 0:
                self._writer.put(self.last_row, at, value, trimmings, self._names[at])

    def _here(self, formula: str) -> str:
        """A formula with the cells of this row in the place of headings."""
        parts = formula.split("\0")
        names = {each: at for at, each in enumerate(self._layout.headings)}
        for at in range(1, len(parts), 2):
            parts[at] = f"{xl_col_to_name(names[parts[at]])}{self.last_row + 1}"
        return "".join(parts)

    def finish(self) -> None:
        """Keep the headings in sight, with filters over what is written."""
        self.worksheet.freeze_panes(self._top + 1, self._layout.frozen)
        last_column = len(self._layout.headings) - 1
        self.worksheet.autofilter(self._top, 0, self.last_row, last_column)
        # a measure's number is a text: «1.10» is not 1.1
        table = f"A{self._top + 1}:{xl_col_to_name(last_column)}{self.last_row + 1}"
        self.worksheet.ignore_errors({"number_stored_as_text": table})


class _KeptUrl(Url):  # type: ignore[misc] # the library has no types
    """A link as people have made it: the library would turn the slashes of paths, and refuse odd schemes."""

    def _parse_url(self) -> None:
        target, _, self._anchor = self._original_url.partition("#")
        self._link_type = UrlTypes.URL if target else UrlTypes.INTERNAL
        self._link = self._relationship_link = target or self._anchor


class CellWriter:
    """Writes cells: texts only as texts and days only as numbers, so that nothing that is written can run."""

    def __init__(self, worksheet: Worksheet, formats: CellFormats) -> None:
        """Write on this sheet."""
        self._worksheet = worksheet
        self._formats = formats

    def put(self, row: int, at: int, value: Value, trimmings: Trimmings, name: str) -> None:
        """A value in the format of the `name`, with what people have added to its cell."""
        worksheet, look = self._worksheet, trimmings.look
        if trimmings.link:  # the value is then written over that of the link
            worksheet.write_url(row, at, _KeptUrl(trimmings.link), self._formats(name, look), string=" ")
        if trimmings.note:
            author = {"author": trimmings.note.author} if trimmings.note.author else {}
            worksheet.write_comment(row, at, trimmings.note.text, author)
        if trimmings.formula:
            result = _number(value) if isinstance(value, date | time) else value
            kind = self._formats(_kind(value, name), look)
            worksheet.write_formula(row, at, trimmings.formula, kind, "" if result is None else result)
        elif isinstance(value, str):
            kind = "inert" if is_formula_like(value) and name else name
            worksheet.write_string(row, at, value[:LONGEST], self._formats(kind, look))
        elif value is None:
            worksheet.write_blank(row, at, None, self._formats(name, look))
        elif isinstance(value, bool):
            worksheet.write_boolean(row, at, value, self._formats(_kind(value, name), look))
        else:
            self._put_number(row, at, value, look, name)

    def _put_number(self, row: int, at: int, value: float | date | time, look: Look, name: str) -> None:
        if isinstance(value, date) and not isinstance(value, datetime) and value < _FIRST_DAY:
            self._worksheet.write_string(row, at, f"{value:%d.%m.}{value.year:04}", self._formats(name, look))
        else:
            self._worksheet.write_number(row, at, _number(value), self._formats(_kind(value, name), look))


def _kind(value: Value, name: str) -> str:
    """The name of the format of a value; on sheets that people have added, with no `name`, theirs says it."""
    if isinstance(value, str) or value is None:
        return name
    if isinstance(value, datetime):
        return "moment" if name else ""
    if isinstance(value, date | time):
        return ("day" if isinstance(value, date) else "hour") if name else ""
    return "number" if name else ""


def _number(value: float | date | time) -> float:
    """A value as spreadsheets count: days, and parts of a day."""
    if isinstance(value, time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        days = (moment - _EPOCH) / timedelta(days=1)
        return int(days) if days.is_integer() else days
    return value


def _lines(values: Sequence[Value], room: Sequence[tuple[int, int]]) -> int:
    """Lines of a row: programs do not agree on measuring them, so the file says it.

    `room` are columns with the characters in a line of each.
    """
    lines = [
        _wrapped(value, length)
        for at, length in room
        if isinstance(value := values[at], str) and len(value) > length
    ]
    return min(max(lines, default=1), _TALLEST)


@lru_cache(maxsize=65_536)
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
