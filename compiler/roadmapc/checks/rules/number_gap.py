"""Номер пропущен.

Почему    После 1.3.3 сразу 1.3.5 – читатель ищет потерянное мероприятие. Если его исключили приказом, так
          и должно остаться; в новом плане пропусков не бывает.
Плохо     number: "1.5"
Хорошо    number: "1.4"
Основание нумерация сплошная; после изменений номера не сдвигают
"""

from collections.abc import Iterator
from itertools import pairwise

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import optional_scalar
from roadmapc.model.history import retired
from roadmapc.model.provision import ProvisionKind


def check(subject: CheckInput) -> Iterator[Finding]:
    """Typed numbers more than one after their neighbour's, unless an amendment has made the gap."""
    lawful = {
        (measure.home, measure.number)
        for measure in retired(subject.plan)
        if measure.kind is ProvisionKind.MEASURE
    }
    for appendix in subject.plan.appendices:
        neighbours = (pair for section in appendix.walk() for pair in pairwise(section.measures))
        for before, after in neighbours:
            typed, missing = optional_scalar(after.origin, "number"), _missing(before.number, after.number)
            if typed is not None and missing and (appendix.id, missing) not in lawful:
                message = f"после номера {before.number} идёт {after.number}: номер {missing} пропущен"
                yield Finding(message, typed.span, ("проверьте, не потеряно ли мероприятие",))


def _missing(before: str, after: str) -> str:
    """The number between two; empty if there is none."""
    (prefix, _, last), (other, _, following) = before.rpartition("."), after.rpartition(".")
    if prefix != other or not (last.isdecimal() and following.isdecimal()) or int(following) <= int(last) + 1:
        return ""
    return f"{prefix}.{int(last) + 1}" if prefix else str(int(last) + 1)


RULE = Rule(Code("N704", "number-gap", Severity.WARNING, __doc__), check)
