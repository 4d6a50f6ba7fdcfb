"""An answer for spreadsheets."""

import csv
import io
from datetime import date, time
from decimal import Decimal
from typing import Any

from roadmapc.portfolio.answer import Answer
from roadmapc.portfolio.values import in_json
from roadmapc.render.register.csv_file import as_field


def to_csv(answer: Answer) -> bytes:
    """As registers are written: semicolons, a byte order mark, ISO 8601; columns as people read them."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([as_field(column.heading) for column in answer.columns])
    writer.writerows([_field(value) for value in row] for row in answer.rows)
    return stream.getvalue().encode("utf-8-sig", "backslashreplace")


def _field(value: Any) -> str:
    if value is None or isinstance(value, str | int | float | date | time):
        return as_field(value)
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    written = in_json(value)
    return as_field(written if isinstance(written, str) else str(written))
