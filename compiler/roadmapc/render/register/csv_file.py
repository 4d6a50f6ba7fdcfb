"""The register as a table for any program."""

import csv
import io
from collections.abc import Iterator
from datetime import date, time
from itertools import chain, islice

from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.register.columns import HEADINGS, is_formula_like, undated_row
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.kept import Value

_AT_ONCE = 1_000
"""Rows in a piece of the file."""


def csv_file(agenda: AgendaView, filled: FilledRegister = UNTOUCHED) -> Iterator[bytes]:
    """As spreadsheets with Russian settings expect: semicolons, a byte order mark; dates in ISO 8601.

    What has no date stands at the end. The file comes in pieces.
    """
    headings = (*HEADINGS, *filled.own)
    lines = (line.values for line in chain(filled.lines(agenda.occurrences), filled.added()))
    undated = ([fields.get(each) for each in headings] for fields in map(undated_row, agenda.undated))
    rows = ([as_field(value) for value in values] for values in chain((headings,), lines, undated))
    encoding = "utf-8-sig"
    while batch := list(islice(rows, _AT_ONCE)):
        stream = io.StringIO()
        csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(batch)
        yield stream.getvalue().encode(encoding)
        encoding = "utf-8"


def as_field(value: Value) -> str:
    """A value as the table has it."""
    if value is None or isinstance(value, str):
        return f"'{value}" if value and is_formula_like(value) else value or ""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return "ИСТИНА" if value else "ЛОЖЬ"
    return str(value).replace(".", ",")
