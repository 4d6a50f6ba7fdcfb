"""The register as a table for any program."""

import csv
import io
from datetime import date, time
from itertools import chain

from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.register.columns import HEADINGS, is_formula_like, undated_row
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.kept import Value


def csv_file(agenda: AgendaView, filled: FilledRegister = UNTOUCHED) -> bytes:
    """As spreadsheets with Russian settings expect: semicolons, a byte order mark; dates in ISO 8601.

    What has no date stands at the end.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([as_field(heading) for heading in (*HEADINGS, *filled.own)])
    lines = (line for each in agenda.occurrences for line in filled.lines(each))
    writer.writerows(map(as_field, line.values) for line in chain(lines, filled.added()))
    for undated in agenda.undated:
        fields = undated_row(undated)
        writer.writerow([as_field(fields.get(heading)) for heading in (*HEADINGS, *filled.own)])
    return stream.getvalue().encode("utf-8-sig")


def as_field(value: Value) -> str:
    """A value as the table has it."""
    if value is None or isinstance(value, str):
        return f"'{value}" if value and is_formula_like(value) else value or ""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return "ИСТИНА" if value else "ЛОЖЬ"
    return str(value).replace(".", ",")
