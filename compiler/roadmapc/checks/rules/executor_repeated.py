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
from roadmapc.model.from_tree.fields import scalars


def check(subject: CheckInput) -> Iterator[Finding]:
    """Names that come again in one list."""
    for _, measure in subject.plan.walk():
        seen: set[str] = set()
        for node in scalars(measure.origin, "executors"):
            if node.text in seen:
                message = f"исполнитель «{node.text}» у мероприятия {measure.number} назван дважды"
                yield Finding(message, node.span, ("оставьте одно упоминание",))
            seen.add(node.text)


RULE = Rule(Code("E602", "executor-repeated", Severity.WARNING, __doc__), check)
