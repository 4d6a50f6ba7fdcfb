"""До срока остаётся слишком мало рабочих дней.

Почему    Приказ ещё рассылают и с ним знакомят, а исполнять уже поздно. Первый же отчёт покажет
          неисполнение, в котором исполнитель не виноват.
Плохо     deadline: ноябрь 2020 года
Хорошо    deadline: декабрь 2020 года
Основание ст. 191 ГК РФ: срок течёт со дня, следующего за подписанием; практика контроля исполнения;
          сколько дней достаточно – поле checks.notice профиля
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.deadline.ast import Dated
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.schedule.plan_calendar import Entry
from roadmapc.text.listed import listed
from roadmapc.text.plural import counted


def check(subject: CheckInput) -> Iterator[Finding]:
    """Named dates that come at once after the order, each phrase once a plan."""
    signed = subject.plan.order.date
    if signed is None:
        return
    for (phrase, due), entries in _soon(subject, signed).items():
        # the day of signing is not counted
        following = (signed + timedelta(days=at) for at in range(1, (due - signed).days + 1))
        days = sum(map(subject.calendar.work_calendar.is_working, following))
        left = counted(days, "рабочий день", "рабочих дня", "рабочих дней")
        numbers = listed(tuple(dict.fromkeys(entry.duty.reference for entry in entries)))
        message = f"срок «{phrase}»: после подписания остаётся {left} ({numbers})"
        yield Finding(message, entries[0].term.node.span, ("перенесите срок или дату документа",))


def _soon(subject: CheckInput, signed: date) -> dict[tuple[str, date], list[Entry]]:
    """Entries due before there is time enough, by phrase and day."""
    calendar, notice = subject.calendar, subject.plan.profile.checks.notice
    enough = calendar.work_calendar.add_working_days(signed, notice)
    soon: defaultdict[tuple[str, date], list[Entry]] = defaultdict(list)
    for entry in calendar.entries:
        due = entry.occurrence.due
        if signed <= due < enough and isinstance(entry.rule, Dated):
            soon[entry.term.deadline.text, due].append(entry)
    return soon


RULE = Rule(Code("D346", "short-notice", Severity.WARNING, __doc__), check)
