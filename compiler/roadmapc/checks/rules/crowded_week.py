"""На одну неделю назначено слишком много.

Почему    Сорок дел одного исполнителя за пять рабочих дней – это восемь в день: часть не сделают. Чаще всего
          так кончается год, когда у мероприятий нет своих дней.
Плохо     deadline: до 01.09.2021
Хорошо    deadline: до 15.10.2021
Основание практика планирования; порог – поле checks.duties_per_week профиля
"""

from collections.abc import Iterator
from datetime import date, timedelta

from roadmapc.checks.load import loads
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.dates import digits
from roadmapc.text.plural import counted


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first week of each lead that holds too much."""
    limit = subject.plan.profile.checks.duties_per_week
    for load in loads(subject.calendar.entries, _monday, limit):
        duties = counted(len(load.entries), "мероприятие", "мероприятия", "мероприятий")
        message = f"у исполнителя «{load.lead}» на неделе с {digits(load.day)} – {duties}: {load.numbers}"
        span = load.entries[0].term.node.span
        yield Finding(message, span, ("назначьте части мероприятий другие недели или исполнителей",))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


RULE = Rule(Code("E611", "crowded-week", Severity.NOTE, __doc__), check)
