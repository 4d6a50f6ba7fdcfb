"""An answer for spreadsheets."""

import csv
import io
from typing import Any

from roadmapc.portfolio.answer import Answer
from roadmapc.portfolio.values import in_json, is_number
from roadmapc.render.register.csv_file import as_field


def to_csv(answer: Answer) -> bytes:
    """As registers are written: semicolons, a byte order mark, ISO 8601; columns by names for programs."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([as_field(column.name) for column in answer.columns])
    writer.writerows([_field(value) for value in row] for row in answer.rows)
    return stream.getvalue().encode("utf-8-sig", "backslashreplace")


def _field(value: Any) -> str:
    if value is None or isinstance(value, bool) or is_number(value):
        return as_field(value)
    plain = in_json(value)
    return as_field(plain if isinstance(plain, str) else str(plain))
