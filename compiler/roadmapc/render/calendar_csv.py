"""The calendar of a plan as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from roadmapc.render.calendar_table import names
from roadmapc.schedule.plan_calendar import Entry

HEADINGS = (
    "Номер",
    "Мероприятие",
    "Раздел",
    "Исполнители",
    "Для кого",
    "Начало",
    "Срок по плану",
    "Исполнить до",
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def calendar_csv(entries: Iterable[Entry]) -> str:
    """Semicolons between fields, as spreadsheets with Russian settings expect; dates in ISO 8601."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for entry in entries:
        writer.writerow([_inert(field) for field in _fields(entry)])
    return stream.getvalue()


def _fields(entry: Entry) -> tuple[str, ...]:
    duty, occurrence = entry.duty, entry.occurrence
    return (
        duty.number,
        duty.text,
        duty.section.title if duty.section else "",
        names(duty.executors),
        occurrence.audience or "",
        occurrence.first_day.isoformat() if occurrence.first_day else "",
        occurrence.nominal.isoformat(),
        occurrence.due.isoformat(),
    )


def _inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
