"""The register as a table for any program."""

import re
from collections.abc import Iterator
from datetime import date, time
from itertools import chain, islice

from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.register.columns import HEADINGS, is_formula_like, undated_row
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.kept import Value

_SPECIAL = re.compile('[;"\r\n]')
_AT_ONCE = 1_000
"""Rows in a piece of the file."""


def csv_file(agenda: AgendaView, filled: FilledRegister = UNTOUCHED) -> Iterator[bytes]:
    """As spreadsheets with Russian settings expect: semicolons, a byte order mark; dates in ISO 8601.

    What has no date stands at the end. The file comes in pieces.
    """
    headings = (*HEADINGS, *filled.own)
    lines = (line.values for line in chain(filled.lines(agenda.occurrences), filled.added()))
    undated = ([fields.get(each) for each in headings] for fields in map(undated_row, agenda.undated))
    fields = _Fields()
    rows = (";".join([fields[value] for value in values]) for values in chain((headings,), lines, undated))
    encoding = "utf-8-sig"
    while batch := [f"{row}\r\n" for row in islice(rows, _AT_ONCE)]:
        yield "".join(batch).encode(encoding)
        encoding = "utf-8"


class _Fields(dict[Value, str]):
    """Fields by their values, in quotes where they need them (RFC 4180): most stand in many rows."""

    def __missing__(self, value: Value) -> str:
        """Make a field; a number is not kept, for it may be equal to another of another kind."""
        text = as_field(value)
        field = '"{}"'.format(text.replace('"', '""')) if _SPECIAL.search(text) else text
        if not isinstance(value, int | float):
            self[value] = field
        return field


def as_field(value: Value) -> str:
    """A value as the table has it."""
    if value is None or isinstance(value, str):
        return f"'{value}" if value and is_formula_like(value) else value or ""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return "ИСТИНА" if value else "ЛОЖЬ"
    return str(value).replace(".", ",")
