"""A register as people have filled it in, read back from the workbook.

The programs that people use for it keep little but the texts, so sheets are found by their names, columns by
their headings and rows by their keys.
"""

import zlib
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from roadmapc.render.register.columns import HEADINGS, KEY, MARKS, REGISTER, REMOVED, Row, Value
from roadmapc.render.register.filled import FilledRegister
from roadmapc.source.package import WORKBOOK, Refusal, stored, unpacked

_FAULTS = (
    BadZipFile,
    zlib.error,
    ParseError,
    OSError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
)
"""What openpyxl raises at files that are no workbooks, or broken ones, or have a password."""

Cells = tuple[Any, ...]


def from_workbook(content: bytes) -> FilledRegister:
    """Everything that is written in it by hand: rows with marks, and columns that people have added."""
    parts = unpacked(content, WORKBOOK)
    try:
        sheets = [] if isinstance(parts, Refusal) else _sheets(stored(parts))
    except _FAULTS:
        sheets = []
    if not sheets or KEY.heading not in sheets[0][0]:  # without keys no mark can be told whose it is
        return FilledRegister(content, rows=None)
    rows = [row for sheet in sheets for row in _rows(sheet)]
    own = tuple(dict.fromkeys(heading for row in rows for heading in row if heading not in HEADINGS))
    filled = [row for row in rows if any(map(row.get, (*MARKS, *own)))]
    return FilledRegister(content, own, {str(row[KEY.heading]): row for row in filled})


def _sheets(content: bytes) -> list[list[Cells]]:
    """The sheets that have rows of the register, each with its headings first."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second, for filled registers only

    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    sheets = [list(book[name].iter_rows(values_only=True)) for name in (REGISTER, REMOVED) if name in book]
    return [sheet for sheet in sheets if sheet]


def _rows(sheet: list[Cells]) -> Iterator[Row]:
    """What stands under the headings of a sheet; rows without a key are nobody's."""
    headings, *rows = sheet
    for cells in rows:
        row = {str(heading): _value(cell) for heading, cell in zip(headings, cells, strict=False) if heading}
        if row.get(KEY.heading):
            yield row


def _value(cell: Any) -> Value:
    """A day as a day, anything else as people see it; `None` for an empty cell."""
    if isinstance(cell, datetime):
        return cell.date()
    if cell is None or isinstance(cell, date):
        return cell
    whole = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    return str(whole).strip() or None
