"""An agenda for a terminal: months, then what has no date and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from roadmapc.render.agenda.view import AgendaView, DutyView, OccurrenceView
from roadmapc.text.dates import WEEKDAYS, digits, month_and_year

_WIDTH = 64
"""Characters of a duty's text."""


def calendar_table(agenda: AgendaView) -> str:
    """The report of `calendar`."""
    is_joint = len(agenda.plans) > 1
    return "\n".join((*_months(agenda, is_joint), *_without_dates(agenda, is_joint))) + "\n"


def _months(agenda: AgendaView, is_joint: bool) -> Iterator[str]:
    for month, group in groupby(agenda.occurrences, key=lambda occurrence: month_and_year(occurrence.due)):
        yield month.capitalize()
        for occurrence in group:
            yield from _occurrence(occurrence, is_joint)
        yield ""


def _occurrence(occurrence: OccurrenceView, is_joint: bool) -> Iterator[str]:
    duty, due = occurrence.duty, occurrence.due
    day = f"{digits(due)} {WEEKDAYS[due.weekday()]}"
    yield f"  {day}  {duty.number:<6} {_shortened(duty.text)}"
    notes = (
        duty.plan.id if is_joint else "",
        f"с {digits(occurrence.first_day)}" if occurrence.first_day < due else "",
        f"по плану {digits(occurrence.nominal)}" if due != occurrence.nominal else "",
        occurrence.audience,
        _executors(duty),
    )
    yield f"  {'':13}  {'':6} {' · '.join(note for note in notes if note)}"


def _executors(duty: DutyView) -> str:
    return "; ".join(name for name in (duty.lead, duty.others) if name)


def _without_dates(agenda: AgendaView, is_joint: bool) -> Iterator[str]:
    if agenda.undated:
        yield "Без даты"
    for each in agenda.undated:
        yield f"  {each.duty.number:<6} {_shortened(each.duty.text)}"
        plan = f"{each.duty.plan.id} · " if is_joint else ""
        phrase = f"«{each.phrase}» – " if each.phrase else ""
        yield f"  {'':6} {plan}{phrase}{each.reason}"


def _shortened(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"
