"""Поручение стоит раньше утверждения.

Почему    Исполнять поручают то, что приказ утвердит только ниже. Сначала утверждают план, потом поручают
          его выполнить, последним – контроль.
Плохо     clauses: [Школам выполнить План до 01.06.2021., { text: Утвердить План., approves: plan }]
Хорошо    clauses: [{ text: Утвердить План., approves: plan }, Школам выполнить План до 01.06.2021.]
Основание инструкции по делопроизводству: пункты идут в порядке исполнения
"""

import re
from collections.abc import Iterator

from roadmapc.checks.clauses import place_of, task
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.plan import Clause
from roadmapc.text.regex import regex

_UNDER_PLAN = regex(r"обеспечить\s+(?:выполнение|реализацию)|выполн(?:ить|ять)\s+мероприят", re.IGNORECASE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """The clause that approves the plan, if one before it gives a task or names the controller."""
    before = None
    plans = {appendix.id for appendix in subject.plan.appendices if appendix.tables}
    for clause in subject.plan.order.clauses:
        approved = {each.approves for each in clause.walk()} - {None}
        if approved:
            if before is not None and (approved & plans or not plans):
                message = f"пункт {clause.reference} утверждает то, что исполняет уже пункт {before.number}"
                yield Finding(message, place_of(clause), ("поставьте утверждение первым",))
        elif before is None and (clause.control or any(map(_is_task, clause.walk()))):
            before = clause


def _is_task(clause: Clause) -> bool:
    """Whether somebody is to do something: by the words, or under the plan."""
    return task(clause) is not None or bool(clause.executors) or _UNDER_PLAN.search(clause.text) is not None


RULE = Rule(Code("N732", "approval-after-task", Severity.WARNING, __doc__), check)
