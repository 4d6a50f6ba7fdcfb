"""Срок – весь период плана, контрольной даты нет.

Почему    «2021–2025 гг.» проверяют один раз, в последний день плана, когда исправить уже ничего нельзя.
          Поле checkpoint ставит в календарь промежуточную дату, а в приказе печатается прежний срок.
Плохо     deadline: 2021–2025 гг.
Хорошо    deadline: { phrase: 2021–2025 гг., checkpoint: ежегодно до 20 декабря }
Основание практика контроля исполнения: у поручения есть дата, к которой отчитываются;
          сколько дней срок обходится без неё – поле checks.uncontrolled профиля
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.terms import told_once
from roadmapc.deadline.ast import Dated
from roadmapc.deadline.ast import Rule as DeadlineRule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.schedule.plan_calendar import Entry


def check(subject: CheckInput) -> Iterator[Finding]:
    """Windows so long that their end is too late to ask."""
    limit = subject.plan.profile.checks.uncontrolled
    long = {entry.term.deadline.text.casefold() for entry in subject.calendar.entries if _days(entry) > limit}
    for owned, clause, numbers in told_once(subject.plan, _is_dated):
        if owned.phrase.casefold() in long:
            hint = "добавьте checkpoint, например «ежегодно до 20 декабря»"
            message = f"срок «{owned.phrase}» – несколько лет без контрольной даты: {numbers}"
            yield Finding(message, owned.at(clause), (hint,))


def _is_dated(rule: DeadlineRule) -> bool:
    return isinstance(rule, Dated)


def _days(entry: Entry) -> int:
    first_day, nominal = entry.occurrence.first_day, entry.occurrence.nominal
    return 0 if first_day is None else (nominal - first_day).days


RULE = Rule(Code("D341", "no-control-point", Severity.NOTE, __doc__), check)
