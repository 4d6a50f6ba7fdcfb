"""Срок каждый год приходится на праздник.

Почему    1 января не работает никто и никогда. Календарь перенесёт день, но куда – вперёд или назад, –
          решает обычай, и исполнители поймут его по-разному.
Плохо     deadline: до 01.01 ежегодно
Хорошо    deadline: до 25.12 ежегодно
Основание ст. 112 ТК РФ: нерабочие праздничные дни
"""

from collections import defaultdict
from collections.abc import Iterator

from roadmapc.calendar.labour_code import holiday
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.deadline.ast import Recurring
from roadmapc.deadline.unit import Unit
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.schedule.plan_calendar import Entry
from roadmapc.text.listed import listed

_DAILY = frozenset((Unit.DAY, Unit.WORKING_DAY))
"""Nobody chose the holiday among all days."""
_Series = tuple[int, int]
"""The phrase, by identity, and which of its clauses."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Holidays of the Labour Code that a series meets two years running, each once a plan.

    A weekday does not meet the same day two years running: if it falls on a holiday, it does so by chance.
    """
    for (day, name), entries in _on_holidays(subject).items():
        entries.sort(key=lambda entry: entry.duty.span.start)
        numbers = listed(tuple(dict.fromkeys(entry.duty.reference for entry in entries)))
        message = f"срок {day} каждый год приходится на нерабочий день: {name} ({numbers})"
        hint = "назначьте день до праздника или после него: перенос каждый поймёт по-своему"
        yield Finding(message, entries[0].term.node.span, (hint,))


def _on_holidays(subject: CheckInput) -> dict[tuple[str, str], list[Entry]]:
    """Entries by the day and the name of its holiday."""
    by_day: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in subject.calendar.entries:
        nominal = entry.occurrence.nominal
        name = holiday(nominal)
        if name is None:
            continue
        rule = entry.rule
        if isinstance(rule, Recurring) and rule.recurrence.unit not in _DAILY:
            by_day[f"{nominal:%d.%m}", name].append(entry)
    return {day: entries for day, entries in by_day.items() if _are_running(entries)}


def _are_running(entries: list[Entry]) -> bool:
    """Whether one series has the day in two years running."""
    years: defaultdict[_Series, set[int]] = defaultdict(set)
    for entry in entries:
        years[id(entry.term), entry.occurrence.clause].add(entry.occurrence.nominal.year)
    return any(year + 1 in met for met in years.values() for year in met)


RULE = Rule(Code("D344", "always-holiday", Severity.WARNING, __doc__), check)
