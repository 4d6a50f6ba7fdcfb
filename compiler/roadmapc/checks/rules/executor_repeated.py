"""Исполнитель назван дважды.

Почему    Второе упоминание не добавляет ничего, а первое делает ответственным. Обычно на этом месте
          должен стоять кто-то другой.
Плохо     executors: [schools, schools]
Хорошо    executors: [schools]
Основание соглашение roadmapc: первый – ответственный, остальные – соисполнители
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.organisation import BodyId, key_of


def check(subject: CheckInput) -> Iterator[Finding]:
    """Executors that come again in one list; other units of a body, or another part of a group, do not."""
    for _, measure in subject.rows:
        seen: set[tuple[tuple[bool, str], tuple[BodyId, ...], str]] = set()
        for executor in measure.executors:
            acting = key_of(executor.actor), tuple(unit.id for unit in executor.units), executor.qualifier
            if acting in seen:
                name = executor.origin.text
                message = f"исполнитель «{name}» у мероприятия {measure.reference} назван дважды"
                yield Finding(message, executor.origin.span, ("оставьте одно упоминание",))
            seen.add(acting)


RULE = Rule(Code("E602", "executor-repeated", Severity.WARNING, __doc__), check)
