"""На одну неделю назначено слишком много.

Почему    Сорок дел одного исполнителя за пять рабочих дней – это восемь в день: часть не сделают. Чаще всего
          так кончается год, когда у мероприятий нет своих дней.
Плохо     deadline: до 01.09.2021
Хорошо    deadline: до 15.10.2021
Основание практика планирования; порог – поле checks.duties_per_week профиля
"""

from collections.abc import Iterator
from datetime import timedelta

from roadmapc.checks.crowding import crowded
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.dates import digits
from roadmapc.text.plural import counted


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first week of each lead that holds too much."""
    limit = subject.plan.profile.checks.duties_per_week
    for time in crowded(subject.calendar.entries, lambda day: day - timedelta(day.weekday()), limit):
        duties = counted(len(time.entries), "мероприятие", "мероприятия", "мероприятий")
        message = f"у исполнителя «{time.lead}» на неделе с {digits(time.day)} – {duties}: {time.numbers}"
        span = time.entries[0].term.node.span
        yield Finding(message, span, ("назначьте части мероприятий другие недели или исполнителей",))


RULE = Rule(Code("E611", "crowded-week", Severity.NOTE, __doc__), check)
