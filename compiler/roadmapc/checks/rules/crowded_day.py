"""На один день назначено слишком много.

Почему    Десять дел одного исполнителя к одному дню не делаются хорошо: сроки ставили, не сверяясь.
Плохо     deadline: до 01.09.2021
Хорошо    deadline: до 15.09.2021
Основание практика планирования; порог – соглашение roadmapc
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.organisation import BodyId
from roadmapc.schedule.plan_calendar import Entry
from roadmapc.text.dates import digits
from roadmapc.text.plural import counted

TOO_MANY = 10
"""Duties of one lead due on one day that somebody chose."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first day of each lead that holds too much."""
    said: set[BodyId] = set()
    for (day, lead), entries in sorted(_by_day(subject).items()):
        if len(entries) >= TOO_MANY and lead not in said:
            said.add(lead)
            name = entries[0].duty.executors[0].body.short
            duties = counted(len(entries), "мероприятие", "мероприятия", "мероприятий")
            message = f"у исполнителя «{name}» к {digits(day)} назначено {duties}"
            yield Finding(message, entries[0].term.node.span, ("разнесите сроки по разным дням",))


def _by_day(subject: CheckInput) -> dict[tuple[date, BodyId], list[Entry]]:
    """Chosen days only: the end of a period is nobody's choice."""
    found: defaultdict[tuple[date, BodyId], list[Entry]] = defaultdict(list)
    for entry in subject.calendar.entries:
        if entry.occurrence.first_day is None and entry.duty.executors:
            found[entry.occurrence.due, entry.duty.executors[0].body.id].append(entry)
    return found


RULE = Rule(Code("E608", "crowded-day", Severity.NOTE, __doc__), check)
