"""В подпункте нет действия.

Почему    «2.2. План мероприятий.» – что с ним сделать? Подпункт, который продолжает предложение соседнего,
          сам по себе не поручает ничего.
Плохо     text: План мероприятий
Хорошо    text: Довести план мероприятий до сведения школ.
Основание каждый пункт называет действие: кому, что сделать, к какому сроку
"""

import re
from collections.abc import Iterator

from roadmapc.checks.clauses import place_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.plan import Clause

_INFINITIVE = r"(?:[аяиуыо]|(?<!с)е|с)(?:ть|ти|чь)(?:ся)?"
_FIRST_PERSON = "(?:остав|возлаг|назнач|утвержд|поруч|обязыва)[а-я]*ю"
_ACTION = re.compile(rf"{_INFINITIVE}$|^{_FIRST_PERSON}$", re.IGNORECASE)
_NOUN = re.compile(r"[а-яё]*(?:ость|есть|асть|сеть|путь|печать|мощь|помощь)\b", re.IGNORECASE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Sub-clauses without a verb under a lead-in without a verb."""
    for clause in subject.plan.order.walk():
        if not _acts(clause):
            for child in clause.clauses:
                if not _acts(child) and not child.clauses:
                    span = place_of(child)
                    message = f"в подпункте {child.number} не сказано, что сделать"
                    yield Finding(message, span, ("начните подпункт глаголом",))


def _acts(clause: Clause) -> bool:
    words = re.findall(r"[а-яё]+", clause.text, re.IGNORECASE)
    return any(_ACTION.search(word) and not _NOUN.fullmatch(word) for word in words)


RULE = Rule(Code("N716", "clause-without-action", Severity.WARNING, __doc__), check)
