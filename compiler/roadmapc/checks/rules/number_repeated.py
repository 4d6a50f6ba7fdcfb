"""Один номер у двух строк.

Почему    «Исполнить мероприятие 1.2» – какое? На номер ссылаются отчёты и следующие приказы, а строк
          с этим номером две.
Плохо     number: "1.2"
Хорошо    number: "1.3"
Основание номер указывает на одну строку; при изменениях номера не переиспользуют
"""

from collections.abc import Iterator

from roadmapc.checks.facts.series import Fault, FaultKind, faults
from roadmapc.checks.numbering import NumberedRow, has_typed, rows
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import About, Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.provision import ProvisionKind

_NOUNS = {ProvisionKind.SECTION: "раздел", ProvisionKind.MEASURE: "мероприятие"}


def check(subject: CheckInput) -> Iterator[Finding]:
    """Typed numbers that another row of the table has, or another clause, paragraph or plain row."""
    for table in filter(has_typed, subject.plan.tables):
        first: dict[str, NumberedRow] = {}
        for row in rows(table):
            earlier = first.setdefault(row.number, row)
            if earlier is not row and (row.node or earlier.node):
                span = row.node.span if row.node else row.origin.key_span("id")
                place = Place(
                    subject.plan.file, earlier.node.span if earlier.node else earlier.origin.key_span("id")
                )
                label = Label(place, f"{_NOUNS[earlier.kind]} {row.number}")
                hint = "уберите number: номера встанут по порядку"
                yield Finding(f"номер {row.number} уже занят", span, (hint,), (label,))
    for series in subject.facts.series:
        if series.noun not in _NOUNS.values():
            yield from (_repeat(fault) for fault in faults(series) if fault.kind is FaultKind.REPEAT)


def _repeat(fault: Fault) -> Finding:
    number = fault.item.number
    label = Label(fault.before.place, f"{fault.series.noun} {number}")
    hint = f"на «{number}» уже ссылаются: дайте номер по порядку"
    return Finding(f"номер {number} уже занят", fault.item.place, (hint,), (label,))


RULE = Rule(Code("N703", "number-repeated", Severity.ERROR, __doc__, about=About.ACT), check)
