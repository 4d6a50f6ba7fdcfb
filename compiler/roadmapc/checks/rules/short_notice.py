"""До срока остаётся меньше рабочей недели.

Почему    Приказ ещё рассылают и с ним знакомят, а исполнять уже поздно. Первый же отчёт покажет
          неисполнение, в котором исполнитель не виноват.
Плохо     deadline: ноябрь 2020 года
Хорошо    deadline: декабрь 2020 года
Основание ст. 191 ГК РФ: срок течёт со дня, следующего за подписанием; практика контроля исполнения
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.deadline.ast import Dated
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.schedule.plan_calendar import Entry, PlanCalendar
from roadmapc.text.plural import counted

WEEK = 5
"""Working days."""
_NEAR = timedelta(days=14)
"""No five working days are further apart, the New Year holidays aside."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Named dates that come at once after the order."""
    signed = subject.plan.order.date
    for entry in subject.calendar.entries if signed else ():
        assert signed is not None
        if signed <= entry.occurrence.due <= signed + _NEAR and _is_named(entry):
            left = _working_days(subject.calendar, signed, entry.occurrence.due)
            if left < WEEK:
                days = counted(left, "рабочий день", "рабочих дня", "рабочих дней")
                message = f"срок «{entry.term.deadline.text}»: после подписания остаётся {days}"
                yield Finding(message, entry.term.node.span, ("перенесите срок или дату приказа",))


def _is_named(entry: Entry) -> bool:
    deadline = entry.term.checkpoint or entry.term.deadline
    return isinstance(deadline.clauses[entry.occurrence.clause].rule, Dated)


def _working_days(calendar: PlanCalendar, after: date, until: date) -> int:
    """The day of signing is not counted."""
    days = (after + timedelta(days=at) for at in range(1, (until - after).days + 1))
    return sum(calendar.work_calendar.is_working(day) for day in days)


RULE = Rule(Code("D346", "short-notice", Severity.WARNING, __doc__), check)
