"""Поручение стоит раньше утверждения.

Почему    Исполнять поручают то, что приказ утвердит только ниже. Сначала утверждают план, потом поручают
          его выполнить, последним – контроль.
Плохо     clauses: [Школам выполнить План до 01.06.2021., { text: Утвердить План., approves: plan }]
Хорошо    clauses: [{ text: Утвердить План., approves: plan }, Школам выполнить План до 01.06.2021.]
Основание инструкции по делопроизводству: пункты идут в порядке исполнения
"""

from collections.abc import Iterator

from roadmapc.checks.clauses import place_of, task
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first clause that approves, if one before it gives a task or names the controller."""
    before = None
    for clause in subject.plan.order.clauses:
        if any(each.approves for each in clause.walk()):
            if before is not None:
                message = f"пункт {clause.number} утверждает то, что исполняет уже пункт {before.number}"
                yield Finding(message, place_of(clause), ("поставьте утверждение первым",))
            return
        if before is None and (clause.control or any(task(each) for each in clause.walk())):
            before = clause


RULE = Rule(Code("N732", "approval-after-task", Severity.WARNING, __doc__), check)
