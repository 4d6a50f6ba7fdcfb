"""Срок каждый год приходится на праздник.

Почему    1 января не работает никто и никогда. Календарь перенесёт день, но куда – вперёд или назад, –
          решает обычай, и исполнители поймут его по-разному.
Плохо     deadline: до 01.01 ежегодно
Хорошо    deadline: до 25.12 ежегодно
Основание ст. 112 ТК РФ: нерабочие праздничные дни
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from roadmapc.calendar.labour_code import holiday
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.deadline.ast import Recurring
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.schedule.plan_calendar import Entry
from roadmapc.text.listed import listed


def check(subject: CheckInput) -> Iterator[Finding]:
    """Days of yearly series that are holidays of the Labour Code, each once a plan."""
    for (day, name), entries in _on_holidays(subject).items():
        entries.sort(key=lambda entry: entry.duty.span.start)
        numbers = listed(tuple(dict.fromkeys(entry.duty.reference for entry in entries)))
        message = f"срок {day} каждый год приходится на нерабочий день: {name} ({numbers})"
        hint = "назначьте день до праздника или после него: перенос каждый поймёт по-своему"
        yield Finding(message, entries[0].term.node.span, (hint,))


def _on_holidays(subject: CheckInput) -> dict[tuple[str, str], list[Entry]]:
    """Entries by the day and the name of its holiday."""
    found: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in subject.calendar.entries:
        nominal = entry.occurrence.nominal
        name = holiday(nominal)
        if name is not None and _is_yearly(entry):
            found[f"{nominal:%d.%m}", name].append(entry)
    return found


def _is_yearly(entry: Entry) -> bool:
    deadline = entry.term.checkpoint or entry.term.deadline
    return isinstance(deadline.clauses[entry.occurrence.clause].rule, Recurring)


RULE = Rule(Code("D344", "always-holiday", Severity.WARNING, __doc__), check)
