"""Участники те же, что исполнители.

Почему    Графа участников ничего не добавляет, а читатель ищет в ней тех, кого не хватает.
Плохо     participants: [Школы округа]
Хорошо    participants: [Родители]
Основание соглашение roadmapc: участник – тот, кто не исполняет
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Measures all of whose participants are their executors."""
    for _, measure in subject.plan.walk():
        bodies = [executor.body for executor in measure.executors]
        names = {name.casefold() for body in bodies for name in (body.short, body.name)}
        if measure.participants and names.issuperset(map(str.casefold, measure.participants)):
            node = measure.origin.get("participants")
            assert node is not None
            message = f"участники мероприятия {measure.number} – те же, кто его исполняет"
            yield Finding(message, node.span, ("оставьте графу пустой или назовите других",))


RULE = Rule(Code("E605", "participants-repeat-executors", Severity.WARNING, __doc__), check)
