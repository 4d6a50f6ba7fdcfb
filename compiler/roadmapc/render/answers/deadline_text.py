"""How a phrase is understood, for people: its parts underlined and named, its dates on a strip of months."""

from collections.abc import Iterator
from datetime import date

from roadmapc.calendar.occurrence import Expansion, Occurrence, UndatedReason
from roadmapc.deadline.ast import Deadline, Role
from roadmapc.deadline.to_text import canonical
from roadmapc.diagnostics.diagnostic import Diagnostic, in_order
from roadmapc.text.dates import WEEKDAYS, digits

_ROLES = {
    Role.PERIODICITY: "как часто",
    Role.MOMENT: "когда",
    Role.YEARS: "годы",
    Role.EVENT: "событие или документ",
    Role.SCHEDULE: "чужой график",
    Role.CONDITION: "условие",
    Role.CONTINUOUS: "без конца",
    Role.AUDIENCE: "для кого",
    Role.PURPOSE: "что сдать",
    Role.NOTE: "примечание",
    Role.UNKNOWN: "не понято",
}
_REASONS = {
    UndatedReason.CONTINUOUS: "даты нет: исполняется постоянно",
    UndatedReason.EXTERNAL_SCHEDULE: "даты нет: её называет другой документ",
    UndatedReason.ON_DEMAND: "даты нет: исполняется по требованию",
    UndatedReason.EVENT: "даты нет: день события неизвестен",
    UndatedReason.UNREADABLE: "даты нет: срок не прочитан",
}
_SHOWN = 12
"""Occurrences that are listed; a longer series is told by its length."""


def deadline_text(deadline: Deadline, expansion: Expansion, diagnostics: tuple[Diagnostic, ...]) -> str:
    """The lesson of one phrase."""
    lines = [
        *_underlined(deadline),
        f"  читается  {canonical(deadline)}",
        *_dates(expansion),
        *_strip(expansion.occurrences),
        *_doubts(diagnostics),
    ]
    return "\n".join(lines) + "\n"


def _underlined(deadline: Deadline) -> Iterator[str]:
    """The phrase; under it a stroke for each part, and on lines of their own the names of the parts."""
    text = " ".join(deadline.text.split("\n"))
    marks = sorted({mark for clause in deadline.clauses for mark in clause.marks}, key=lambda mark: mark.span)
    strokes = [" "] * len(text)
    for mark in marks:
        for at in range(*mark.span):
            strokes[at] = "~" if mark.role is Role.UNKNOWN else "─"
    yield f"  {text}"
    if marks:
        yield f"  {''.join(strokes).rstrip()}"
    for mark in reversed(marks):
        words = deadline.text[mark.span.start : mark.span.end]
        yield f"  {' ' * mark.span.start}└ {_ROLES[mark.role]}: {' '.join(words.split())}"


def _dates(expansion: Expansion) -> Iterator[str]:
    if expansion.undated is not None:
        yield f"  {_REASONS[expansion.undated]}"
    for occurrence in expansion.occurrences[:_SHOWN]:
        yield f"  {_occurrence(occurrence)}"
    rest = len(expansion.occurrences) - _SHOWN
    if rest > 0:
        yield f"  … и ещё {rest}"


def _occurrence(occurrence: Occurrence) -> str:
    days = f"по {_day(occurrence.nominal)}"
    if occurrence.first_day is not None and occurrence.first_day != occurrence.nominal:
        days = f"с {_day(occurrence.first_day)} {days}"
    elif occurrence.first_day is not None:
        days = _day(occurrence.nominal)
    shifted = f", исполнить {_day(occurrence.due)}" if occurrence.due != occurrence.nominal else ""
    after = ", после окончания плана" if occurrence.after_plan else ""
    audience = f" – {occurrence.audience}" if occurrence.audience else ""
    return f"{days}{shifted}{after}{audience}"


def _day(day: date) -> str:
    return f"{digits(day)} ({WEEKDAYS[day.weekday()]})"


def _strip(occurrences: tuple[Occurrence, ...]) -> Iterator[str]:
    """A line a year, a letter a month: ● due, ─ open, · nothing."""
    signs = {month: "─" for occurrence in occurrences for month in _months(occurrence)}
    signs |= {(occurrence.due.year, occurrence.due.month): "●" for occurrence in occurrences}
    if signs:
        yield "        я ф м а м и и а с о н д"
    for year in sorted({year for year, _ in signs}):
        yield f"  {year}  {' '.join(signs.get((year, month), '·') for month in range(1, 13))}"


def _months(occurrence: Occurrence) -> Iterator[tuple[int, int]]:
    """The year and the number of every month from the first day to the nominal one."""
    first, last = occurrence.first_day or occurrence.due, occurrence.nominal
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield month // 12, month % 12 + 1


def _doubts(diagnostics: tuple[Diagnostic, ...]) -> Iterator[str]:
    for diagnostic in in_order(diagnostics):
        yield f"  {diagnostic.severity.word} {diagnostic.code.id}: {diagnostic.message}"
        yield from (f"      совет: {hint}" for hint in diagnostic.hints)
