"""У поручения в приказе нет срока.

Почему    Поручение без срока исполняют за месяц со дня подписания – если вспомнят об этом правиле.
          Срок, названный полем deadline, попадёт в календарь.
Плохо     text: Руководителям школ разработать собственные планы.
Хорошо    text: Руководителям школ до 01.06.2021 разработать собственные планы.
Основание инструкции по делопроизводству: без срока – месяц; текст приказа – исполнитель, действие, срок
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.places import of_clause
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.tasks import task
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.plan import Clause

_TERM = re.compile(
    r"\d{2}\.\d{2}|\bсрок|ежегодно|ежеквартально|ежемесячно|в течение|постоянно", re.IGNORECASE
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses that give a task and no time."""
    for clause in subject.plan.order.walk():
        found = None if _is_dated(clause) else task(clause)
        if found is not None:
            hint = "назовите день в тексте и в поле deadline или сошлитесь на сроки плана"
            message = f"у поручения «{found[0].lower()}» в пункте {clause.number} нет срока"
            yield Finding(message, of_clause(clause), (hint,))


def _is_dated(clause: Clause) -> bool:
    """Whether a term is named."""
    return bool(clause.terms or _TERM.search(" ".join((clause.text, *clause.items))))


RULE = Rule(Code("D351", "clause-without-deadline", Severity.NOTE, __doc__), check)
