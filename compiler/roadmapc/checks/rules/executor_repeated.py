"""Исполнитель назван дважды.

Почему    Второе упоминание не добавляет ничего, а первое делает ответственным. Обычно на этом месте
          должен стоять кто-то другой.
Плохо     executors: [schools, schools]
Хорошо    executors: [schools]
Основание соглашение roadmapc: первый – ответственный, остальные – соисполнители
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.printed import executor_text


def check(subject: CheckInput) -> Iterator[Finding]:
    """Bodies that come again in one list with the same units and qualifier."""
    for _, measure in subject.plan.walk():
        seen: set[tuple[str, str]] = set()
        for executor in measure.executors:
            name, line = executor.body.id, executor_text(executor)
            if (name, line) in seen:
                message = f"исполнитель «{name}» у мероприятия {measure.number} назван дважды"
                yield Finding(message, executor.origin.span, ("оставьте одно упоминание",))
            seen.add((name, line))


RULE = Rule(Code("E602", "executor-repeated", Severity.WARNING, __doc__), check)
