"""Номер мероприятия не от своего раздела.

Почему    В разделе 2.1 стоит мероприятие 2.2.1: по номеру его ищут в разделе 2.2 и не находят.
Плохо     number: "2.2.1"
Хорошо    number: "2.1.1"
Основание номер строки начинается с номера раздела
"""

from collections.abc import Iterator

from roadmapc.checks.facts.series import arabic
from roadmapc.checks.numbering import has_typed, rows
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.plan import SectionId
from roadmapc.model.provision import ProvisionKind


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first row of each section whose number belongs elsewhere."""
    for table in filter(has_typed, subject.plan.tables):
        queried: set[SectionId] = set()
        sections = {section.number for section in table.walk()}
        for row in rows(table):
            section = row.section.number
            is_typed = row.kind is ProvisionKind.MEASURE and row.node and section
            if is_typed and _is_foreign(row.number, section, sections) and row.section.id not in queried:
                queried.add(row.section.id)
                assert row.node is not None
                message = f"мероприятие {row.number} стоит в разделе {section}"
                yield Finding(message, row.node.span, ("уберите number: номера встанут по разделам",))


def _is_foreign(number: str, section: str, sections: set[str]) -> bool:
    """Whether a number is under that of another section; 2.3.1, put after 2.3, is at home in section 2.

    A section in Roman figures has rows with Roman or Arabic ones.
    """
    prefix, dot, _ = number.rpartition(".")
    prefix = arabic(section) if prefix == section else prefix
    section = arabic(section)
    is_deeper = prefix.startswith(f"{section}.") and prefix not in sections
    return bool(dot) and prefix != section and not is_deeper


RULE = Rule(Code("N705", "number-of-other-section", Severity.WARNING, __doc__), check)
