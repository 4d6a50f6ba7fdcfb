"""The register as a table for any program."""

from __future__ import annotations

import csv
import io
from datetime import date

from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.register.columns import COLUMNS, Value, values
from roadmapc.render.register.inert import is_formula_like


def csv_file(agenda: AgendaView) -> bytes:
    """As spreadsheets with Russian settings expect: semicolons, a byte order mark; dates in ISO 8601."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in COLUMNS])
    writer.writerows([_written(value) for value in values(each)] for each in agenda.occurrences)
    return stream.getvalue().encode("utf-8-sig")


def _written(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    text = value or ""
    return f"'{text}" if is_formula_like(text) else text
