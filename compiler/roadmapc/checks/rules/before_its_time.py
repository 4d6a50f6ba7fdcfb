"""Дело назначено раньше того, без чего его не сделать.

Почему    Отчёт раньше события, анализ раньше сбора сведений, утверждение раньше разработки: к сроку исполнять
          будет нечего.
Плохо     {measure: Отчёт о конкурсе чтецов, deadline: не позднее 01.04.2021}
Хорошо    {measure: Отчёт о конкурсе чтецов, deadline: не позднее 01.10.2021}
Основание порядок работ: разработка, утверждение, проведение, анализ, отчёт
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.provision import ProvisionKind
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.text.dates import digits


def check(subject: CheckInput) -> Iterator[Finding]:
    """Pairs of measures about one thing whose steps are dated the wrong way round."""
    told: set[str] = set()
    days = _days(subject.calendar) if subject.steps else {}
    for before, after in subject.steps:
        first, last = days.get(before.measure.id), days.get(after.measure.id)
        if first is None or last is None or last.last >= first.first or after.measure.id in told:
            continue
        told.add(after.measure.id)
        label = Label(
            Place(subject.plan.file, before.measure.origin.key_span("measure")),
            f"мероприятие {before.measure.reference}",
        )
        message = (
            f"мероприятие {after.measure.reference} – до {digits(last.last)}, "
            f"а {before.measure.reference}, без которого его не сделать, – с {digits(first.first)}"
        )
        name = "deadline" if "deadline" in after.measure.origin.fields else "measure"
        yield Finding(message, after.measure.origin.key_span(name), ("проверьте оба срока",), (label,))


class _Days(NamedTuple):
    """When a measure begins by the calendar, and by when its last time is due."""

    first: date
    last: date


def _days(calendar: PlanCalendar) -> dict[str, _Days]:
    """Of each measure that has dates."""
    days: dict[str, _Days] = {}
    for entry in calendar.entries:
        if entry.duty.kind is ProvisionKind.MEASURE:
            first, last = entry.occurrence.first_day or entry.occurrence.nominal, entry.occurrence.nominal
            known = days.get(entry.duty.id, _Days(first, last))
            days[entry.duty.id] = _Days(min(known.first, first), max(known.last, last))
    return days


RULE = Rule(Code("D372", "before-its-time", Severity.WARNING, __doc__), check)
