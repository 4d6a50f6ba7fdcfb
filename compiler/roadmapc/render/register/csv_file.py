"""The register as a table for any program."""

import csv
import io
from datetime import date

from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.register.columns import HEADINGS, Value, is_formula_like
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister


def csv_file(agenda: AgendaView, filled: FilledRegister = UNTOUCHED) -> bytes:
    """As spreadsheets with Russian settings expect: semicolons, a byte order mark; dates in ISO 8601."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([_written(heading) for heading in (*HEADINGS, *filled.own)])
    writer.writerows(map(_written, filled.row(each)) for each in agenda.occurrences)
    return stream.getvalue().encode("utf-8-sig")


def _written(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    text = value or ""
    return f"'{text}" if is_formula_like(text) else text
