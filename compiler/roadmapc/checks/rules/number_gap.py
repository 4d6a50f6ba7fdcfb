"""Номер пропущен.

Почему    После 1.3.3 сразу 1.3.5 – читатель ищет потерянное. Если строку исключили приказом, так
          и должно остаться; в новом плане пропусков нет. То же с пунктами, разделами, строками.
Плохо     number: "1.5"
Хорошо    number: "1.4"
Основание нумерация сплошная; после изменений номера не сдвигают
"""

from collections.abc import Iterator

from roadmapc.checks.facts.series import FaultKind, faults
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Typed numbers more than one after their neighbour's, unless an amendment has made the gap."""
    for series in subject.facts.series:
        for fault in faults(series):
            if fault.kind is FaultKind.GAP:
                message = (
                    f"после номера {fault.before.number} идёт {fault.item.number}: "
                    f"номер {fault.missing} пропущен"
                )
                hint = f"проверьте, не потерян ли {series.noun} {fault.missing}"
                hint = "проверьте, не потеряно ли мероприятие" if series.noun == "мероприятие" else hint
                yield Finding(message, fault.item.place, (hint,))


RULE = Rule(Code("N704", "number-gap", Severity.WARNING, __doc__), check)
