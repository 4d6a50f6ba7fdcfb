"""Ссылка на пункт, строку или раздел, которых нет.

Почему    «Исполнить пункт 15» при десяти пунктах: номера сдвинулись или ссылка осталась от другого документа,
          и исполнитель не знает, что делать.
Плохо     text: Школам выполнить пункт 15 настоящего приказа до 01.06.2021.
Хорошо    text: Школам выполнить пункт 1 настоящего приказа до 01.06.2021.
Основание ссылка ведёт к тому, что в документе есть
"""

from collections.abc import Iterator

from roadmapc.checks.facts.references import numbers_by_target
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import About, Code, Severity
from roadmapc.model.history import retired


def check(subject: CheckInput) -> Iterator[Finding]:
    """References to numbers that nothing has, and that no amendment took away."""
    if not subject.facts.references:
        return
    there = numbers_by_target(subject.plan, subject.facts.series)
    gone = frozenset(unit.number for unit in retired(subject.plan))
    for said in subject.facts.references:
        target, number = said.value.target, said.value.number
        if number not in there[target] | gone:
            hint = "исправьте номер: его сверяют с тем, что напечатано"
            yield Finding(f"ссылка на {target.value} {number}, а такого номера нет", said.place, (hint,))


RULE = Rule(Code("L830", "missing-target", Severity.ERROR, __doc__, about=About.ACT), check)
