"""После пункта о контроле есть ещё пункты.

Почему    Контроль – последнее слово приказа. Пункт после него читают как приписку; если это «ответственность»
          ещё одного лица, у приказа оказывается два хозяина.
Плохо     clauses: [{ text: Контроль оставляю за собой., control: head }, Довести приказ до школ.]
Хорошо    clauses: [Довести приказ до школ., { text: Контроль оставляю за собой., control: head }]
Основание инструкции по делопроизводству: последний пункт – о контроле
"""

import re
from collections.abc import Iterator

from roadmapc.checks.clauses import place_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_IN_FORCE = regex(
    r"вступа[ею]т в силу|подлеж\w+ (?:официальному )?опубликовани|признать утратившим", re.IGNORECASE
)
"""Many houses end an act with the words about its force."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses after the one that names the controller, but for the act's own force."""
    clauses = subject.plan.order.clauses
    ordinals = [at for at, clause in enumerate(clauses) if clause.control is not None]
    for clause in clauses[ordinals[-1] + 1 :] if ordinals else ():
        if _IN_FORCE.search(clause.text):
            continue
        span = place_of(clause)
        message = f"пункт {clause.reference} стоит после пункта о контроле"
        yield Finding(message, span, ("переставьте пункт о контроле в конец",))


RULE = Rule(Code("N714", "control-not-last", Severity.WARNING, __doc__), check)
