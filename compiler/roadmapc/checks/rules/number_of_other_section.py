"""Номер мероприятия не от своего раздела.

Почему    В разделе 2.1 стоит мероприятие 2.2.1: по номеру его ищут в разделе 2.2 и не находят.
Плохо     number: "2.2.1"
Хорошо    number: "2.1.1"
Основание номер строки начинается с номера раздела
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.numbering import rows, tables
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.plan import SectionId


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first row of each section whose number belongs elsewhere."""
    for table in tables(subject.plan):
        said: set[SectionId] = set()
        for row in rows(table):
            prefix, dot, _ = row.number.rpartition(".")
            section = row.section.number
            is_foreign = row.kind == "мероприятие" and row.node and dot and section[:1].isdecimal()
            if is_foreign and prefix != section and row.section.id not in said:
                said.add(row.section.id)
                assert row.node is not None
                message = f"мероприятие {row.number} стоит в разделе {section}"
                yield Finding(message, row.node.span, ("уберите number: номера встанут по разделам",))


RULE = Rule(Code("N705", "number-of-other-section", Severity.WARNING, __doc__), check)
