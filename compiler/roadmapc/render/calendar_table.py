"""The calendar of a plan for a terminal: months, then what has no date and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from roadmapc.calendar.occurrence import UndatedReason
from roadmapc.model.plan import Executor
from roadmapc.schedule.plan_calendar import Entry, Undated
from roadmapc.text.dates import WEEKDAYS, digits, month_and_year

REASONS: dict[UndatedReason | None, str] = {
    UndatedReason.CONTINUOUS: "постоянно: конца нет, контрольный срок не назначен",
    UndatedReason.EXTERNAL_SCHEDULE: "срок устанавливает другой документ",
    UndatedReason.ON_DEMAND: "исполняется по мере надобности",
    UndatedReason.EVENT: "срок считается от события, дата которого неизвестна",
    UndatedReason.UNREADABLE: "фраза не понята",
    None: "срок не указан",
}
"""Why a duty has no date, in words."""

_WIDTH = 64
"""Characters of a duty's text."""


def calendar_table(entries: Iterable[Entry], undated: Iterable[Undated]) -> str:
    """The report of `calendar`."""
    return "\n".join((*_months(entries), *_without_dates(tuple(undated)))) + "\n"


def _months(entries: Iterable[Entry]) -> Iterator[str]:
    for month, group in groupby(entries, key=lambda entry: month_and_year(entry.occurrence.due)):
        yield f"{month.capitalize()}"
        for entry in group:
            yield from _entry(entry)
        yield ""


def _entry(entry: Entry) -> Iterator[str]:
    due = entry.occurrence.due
    day = f"{digits(due)} {WEEKDAYS[due.weekday()]}"
    yield f"  {day}  {entry.duty.number:<6} {_shortened(entry.duty.text)}"
    notes = (_window(entry), _shift(entry), entry.occurrence.audience, names(entry.duty.executors))
    yield f"  {'':13}  {'':6} {' · '.join(note for note in notes if note)}"


def _window(entry: Entry) -> str:
    first_day = entry.occurrence.first_day
    return f"с {digits(first_day)}" if first_day else ""


def _shift(entry: Entry) -> str:
    occurrence = entry.occurrence
    return f"по плану {digits(occurrence.nominal)}" if occurrence.due != occurrence.nominal else ""


def names(executors: tuple[Executor, ...]) -> str:
    """Executors by their short names."""
    return ", ".join(executor.body.short for executor in executors)


def _without_dates(undated: tuple[Undated, ...]) -> Iterator[str]:
    if undated:
        yield "Без даты"
    for each in undated:
        yield f"  {each.duty.number:<6} {_shortened(each.duty.text)}"
        phrase = f"«{each.phrase}» – " if each.phrase else ""
        yield f"  {'':6} {phrase}{REASONS[each.reason]}"


def _shortened(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"
