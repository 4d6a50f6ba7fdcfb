"""Номера идут не по порядку.

Почему    После 3 стоит 2: читатель не знает, что переставлено – строки или номера, и ссылка на номер
          ведёт не туда.
Плохо     number: "1.2"
Хорошо    number: "1.4"
Основание нумерация сплошная, по порядку: пункты, разделы, строки, абзацы
"""

from collections.abc import Iterator

from roadmapc.checks.facts.series import FaultKind, faults
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label


def check(subject: CheckInput) -> Iterator[Finding]:
    """Numbers that are less than the one before them."""
    for series in subject.facts.series:
        for fault in faults(series):
            if fault.kind is FaultKind.ORDER:
                message = f"{series.noun} {fault.item.number} стоит после {fault.before.number}"
                label = Label(fault.before.place, f"{series.noun} {fault.before.number}")
                yield Finding(message, fault.item.place, ("верните порядок номеров",), (label,))


RULE = Rule(Code("N730", "number-order", Severity.WARNING, __doc__), check)
