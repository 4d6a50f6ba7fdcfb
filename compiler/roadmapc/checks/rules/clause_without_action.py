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
from roadmapc.text.regex import regex

_INFINITIVE = r"(?:[аяиуыо]|(?<!с)е|с)(?:ть|ти|чь)(?:ся)?"
_FIRST_PERSON = "остав[а-я]*ю|возлаг[а-я]*ю"
_ACTION = regex(rf"{_INFINITIVE}$|^(?:{_FIRST_PERSON})$", re.IGNORECASE)
_NOUN = regex(r"[а-яё]*(?:ость|есть|асть|сеть|путь|печать|мощь|помощь)\b", re.IGNORECASE)
_ITSELF = regex(
    r"(?:приказ|распоряжени|постановлени|решени|план|контрол|ответственност)[а-яё]*\b", re.IGNORECASE
)
_DOES = regex(r"вступа|действу|подлеж|распростран|возлож|остав|сохран|призна|утрат", re.IGNORECASE)
"""«Настоящий приказ вступает в силу …» gives no task."""
_PERSONAL = regex(
    r"^(?:утвержд|назнач|поруч|обязыв|созда|призна|определ|разреш|запрещ)[а-яё]*ю(?![а-яё])", re.IGNORECASE
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses without an infinitive; under a lead-in with one, sub-clauses are objects of its verb."""
    for clause in subject.plan.order.clauses:
        if not clause.clauses and not _acts(clause):
            message = f"в пункте {clause.reference} не сказано, что сделать"
            yield Finding(
                message, place_of(clause), ("напишите, кому и что сделать: «Утвердить», «Поручить»",)
            )
    for clause in subject.plan.order.walk():
        if not _acts(clause):
            for child in clause.clauses:
                if not _acts(child) and not child.clauses:
                    span = place_of(child)
                    message = f"в подпункте {child.reference} не сказано, что сделать"
                    yield Finding(message, span, ("начните подпункт глаголом",))


def _acts(clause: Clause) -> bool:
    """Whether there is an infinitive, which is how an order orders, or what needs none."""
    text = " ".join((clause.text, *clause.paragraphs, *clause.items))
    if _PERSONAL.match(text):
        return False
    words = re.findall(r"[а-яё]+", text, re.IGNORECASE)
    is_action = any(_ACTION.search(word) and not _NOUN.fullmatch(word) for word in words)
    return is_action or clause.quoted is not None or _speaks_of_itself(text)


def _speaks_of_itself(text: str) -> bool:
    itself = _ITSELF.search(text)
    return itself is not None and _DOES.search(text, itself.end()) is not None


RULE = Rule(Code("N716", "clause-without-action", Severity.WARNING, __doc__), check)
