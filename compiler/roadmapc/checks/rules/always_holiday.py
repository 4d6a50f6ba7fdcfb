"""Срок каждый год приходится на праздник.

Почему    1 января не работает никто и никогда. Календарь перенесёт день, но куда – вперёд или назад, –
          решает обычай, и исполнители поймут его по-разному.
Плохо     deadline: до 01.01 ежегодно
Хорошо    deadline: до 25.12 ежегодно
Основание ст. 112 ТК РФ: нерабочие праздничные дни
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.calendar.labour_code import holiday
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.deadline.ast import Recurring
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.schedule.plan_calendar import Entry
from roadmapc.source.span import Span


def check(subject: CheckInput) -> Iterator[Finding]:
    """Days of yearly series that are holidays of the Labour Code, each once."""
    for span, (entry, name) in _on_holidays(subject).items():
        day = f"{entry.occurrence.nominal:%d.%m}"
        message = f"срок {day} каждый год приходится на нерабочий день: {name}"
        hint = "назначьте день до праздника или после него: перенос каждый поймёт по-своему"
        yield Finding(message, span, (hint,))


def _on_holidays(subject: CheckInput) -> dict[Span, tuple[Entry, str]]:
    found: dict[Span, tuple[Entry, str]] = {}
    for entry in subject.calendar.entries:
        name = holiday(entry.occurrence.nominal)
        if name is not None and _is_yearly(entry):
            found.setdefault(entry.term.node.span, (entry, name))
    return found


def _is_yearly(entry: Entry) -> bool:
    deadline = entry.term.checkpoint or entry.term.deadline
    return isinstance(deadline.clauses[entry.occurrence.clause].rule, Recurring)


RULE = Rule(Code("D344", "always-holiday", Severity.WARNING, __doc__), check)
