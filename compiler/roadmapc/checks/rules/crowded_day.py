"""На один день назначено слишком много.

Почему    Десять дел одного исполнителя к одному дню не делаются хорошо: сроки ставили, не сверяясь.
Плохо     deadline: до 01.09.2021
Хорошо    deadline: до 15.09.2021
Основание практика планирования; порог – поле checks.duties_per_day профиля
"""

from collections.abc import Iterator

from roadmapc.checks.crowding import crowded
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.dates import digits
from roadmapc.text.plural import counted


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first day of each lead that holds too much; the end of a period is nobody's choice."""
    chosen = (entry for entry in subject.calendar.entries if entry.occurrence.first_day is None)
    for time in crowded(chosen, lambda day: day, subject.plan.profile.checks.duties_per_day):
        duties = counted(len(time.entries), "мероприятие", "мероприятия", "мероприятий")
        message = f"у исполнителя «{time.lead}» к {digits(time.day)} назначено {duties}: {time.numbers}"
        yield Finding(message, time.entries[0].term.node.span, ("разнесите сроки по разным дням",))


RULE = Rule(Code("E608", "crowded-day", Severity.NOTE, __doc__), check)
