"""What people have written where a build writes: told, since every build writes there what the plan says."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from roadmapc.render.register.columns import COLUMNS, KEY, NUMBER, ControlMark
from roadmapc.render.register.csv_file import as_field
from roadmapc.render.register.from_cell import as_value
from roadmapc.render.register.kept import KeptRow, Value
from roadmapc.render.register.workbook import EXTRACT

_OF_PLAN = tuple(
    each.heading for each in COLUMNS if not isinstance(each.content, ControlMark) and each is not KEY
)
_OF_EXTRACT = tuple(name for name in EXTRACT.headings if name in _OF_PLAN)
_SURELY_MADE = frozenset({"Сводка", "Без даты"})
_NAMED = 5
"""Cells that a message names."""


def is_made(sheet: Any) -> bool:
    """Whether a build has made the sheet, and makes it anew."""
    headings = next(sheet.iter_rows(max_row=1, values_only=True), ())
    return sheet.title in _SURELY_MADE or headings[: len(EXTRACT.headings)] == EXTRACT.headings


def edits(rows: Mapping[str, Sequence[KeptRow]], made: Sequence[Any], built: bytes) -> Iterator[str]:
    """Where the register differs from the table of its build; copies of rows are kept as they are."""
    try:
        table = list(csv.DictReader(io.StringIO(built.decode("utf-8-sig", "replace")), delimiter=";"))
    except csv.Error:
        return  # something else under its name
    by_key = {fields.get(KEY.heading): fields for fields in reversed(table)}  # a row stands before its copies
    changed = [
        f"{row.values.get(NUMBER.heading)} – {heading}"
        for key, (row, *copies) in rows.items()
        if not copies
        for heading, field in by_key.get(key, {}).items()
        if heading in _OF_PLAN and heading in row.values and _field(row.values[heading]) != _spaced(field)
    ]
    if changed:
        more = " и другие" if len(changed) > _NAMED else ""
        yield f"правки того, что пишется по плану: {', '.join(changed[:_NAMED])}{more}"
    if not table or not set(_OF_EXTRACT) <= set(table[0]):
        return
    known = {tuple(_spaced(fields[name]) for name in _OF_EXTRACT) for fields in table}
    for sheet in made:
        if sheet.title not in _SURELY_MADE and _is_edited(sheet, known):
            yield f"правки на листе «{sheet.title}»"


def _is_edited(sheet: Any, known: set[tuple[str, ...]]) -> bool:
    """Whether an extract has anything but rows of the table."""
    headings, *lines = sheet.iter_rows(values_only=True)
    places = [headings.index(name) for name in _OF_EXTRACT]
    rows = (tuple(_field(as_value(line[at])) for at in places) for line in lines)
    return len(headings) > len(EXTRACT.headings) or not known.issuperset(rows)


def _field(value: Value) -> str:
    return _spaced(as_field(value))


def _spaced(field: str | None) -> str:
    """A field without what programs do to spaces."""
    return " ".join((field or "").split())
