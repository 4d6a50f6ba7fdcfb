"""Назначенный день – нерабочий.

Почему    Исполнить в выходной можно только до него или после него. Календарь перенёс срок по правилу
          профиля; если автор имел в виду другой день, его лучше назвать.
Плохо     deadline: до 31 декабря 2023 года
Хорошо    deadline: до 29 декабря 2023 года
Основание инструкции по контролю исполнения; ст. 193 ГК РФ считает иначе
"""

from collections.abc import Iterator

from roadmapc.calendar.labour_code import holiday
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.deadline.ast import Dated
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.dates import WEEKDAYS, digits


def check(subject: CheckInput) -> Iterator[Finding]:
    """Days named with their year that are days off."""
    for entry in subject.calendar.entries:
        nominal, due = entry.occurrence.nominal, entry.occurrence.due
        if due == nominal:
            continue
        # one day, not the end of a month or a member of a series
        if isinstance(entry.rule, Dated) and entry.occurrence.first_day in (None, nominal):
            why = holiday(nominal) or WEEKDAYS[nominal.weekday()]
            message = f"{digits(nominal)} – нерабочий день ({why}), в календаре {digits(due)}"
            yield Finding(message, entry.term.node.span, ("назовите рабочий день, если имели в виду другой",))


RULE = Rule(Code("D345", "due-on-day-off", Severity.NOTE, __doc__, Group.READINGS), check)
