"""Номер пропущен.

Почему    После 1.3.3 сразу 1.3.5 – читатель ищет потерянное мероприятие. Если его исключили приказом, так
          и должно остаться; в новом плане пропусков не бывает.
Плохо     number: "1.5"
Хорошо    number: "1.4"
Основание нумерация сплошная; после изменений номера не сдвигают
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.history import retired
from roadmapc.checks.numbering import Numbered, rows, tables
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Typed numbers more than one after their neighbour's, unless an amendment has made the gap."""
    lawful = {touch.number for touch in retired(subject.plan)}
    for table in tables(subject.plan):
        before: Numbered | None = None
        for row in rows(table):
            if row.kind == "мероприятие":
                if before is not None and before.section is row.section and row.node is not None:
                    missing = _missing(before.number, row.number)
                    if missing and missing not in lawful:
                        message = f"после номера {before.number} идёт {row.number}: номер {missing} пропущен"
                        yield Finding(message, row.node.span, ("проверьте, не потеряно ли мероприятие",))
                before = row


def _missing(before: str, after: str) -> str:
    """The number between two; empty if there is none."""
    (prefix, _, last), (other, _, following) = before.rpartition("."), after.rpartition(".")
    if prefix != other or not (last.isdecimal() and following.isdecimal()) or int(following) <= int(last) + 1:
        return ""
    return f"{prefix}.{int(last) + 1}" if prefix else str(int(last) + 1)


RULE = Rule(Code("N704", "number-gap", Severity.WARNING, __doc__), check)
