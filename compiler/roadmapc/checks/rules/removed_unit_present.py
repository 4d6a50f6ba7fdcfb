"""Единица утратила силу, а в плане она есть.

Почему    Исключённая строка осталась бы в редакции действующей, и её сроки – в календарях.
Плохо     amendments: [{date: 01.02.2022, number: 20, removed: [{unit: clause, id: "2", number: "2"}]}]
Хорошо    amendments: [{date: 01.02.2022, number: 20, removed: [{unit: clause, id: "3", number: "3"}]}]
Основание утратившая силу единица больше не исполняется
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.history import history, retired
from roadmapc.model.provision_names import of_plan


def check(subject: CheckInput) -> Iterator[Finding]:
    """Removed provisions that are still there."""
    if not subject.plan.amendments:
        return
    present = {name for name, _ in of_plan(subject.plan)}
    last = {name: changes[-1][1] for name, changes in history(subject.plan).items()}
    for _, _, _, change in retired(subject.plan):
        if change.provision in present and change is last[change.provision]:
            hint = "уберите её из плана; если занят только номер, дайте следующим их прежние номера"
            message = f"единица «{change.provision.id}» исключена, но есть в плане"
            yield Finding(message, change.place, (hint,))


RULE = Rule(Code("L823", "removed-unit-present", Severity.ERROR, __doc__), check)
