"""У поручения в приказе нет исполнителя.

Почему    «Разместить приказ на сайте» – кому? Поручение без исполнителя не исполнит никто, а спросить
          за него будет не с кого.
Плохо     text: Разместить план на сайте до 01.05.2021.
Хорошо    text: Методисту разместить план на сайте до 01.05.2021.
Основание текст приказа: исполнитель в дательном падеже, действие, срок
"""

from collections.abc import Iterator

from roadmapc.checks.clauses import place_of, task
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_UNDER_PLAN = regex(
    r"Обеспечить|Выполнить|Осуществить|Организовать|Обновить|Оказать|Усилить|Проверить|Внести предложения"
)
"""Tasks of the plan itself, which have its terms and yet need somebody to do them."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses that begin with the verb of a task; a sub-clause has the executor of its clause."""
    for clause in subject.plan.order.clauses:
        verb = task(clause) or _UNDER_PLAN.match(clause.text)
        if verb is not None and verb.start() == 0 and not clause.executors:
            message = f"в пункте {clause.reference} не сказано, кому «{verb[0].lower()}»"
            yield Finding(message, place_of(clause), ("начните пункт с исполнителя в дательном падеже",))


RULE = Rule(Code("N718", "clause-without-executor", Severity.WARNING, __doc__), check)
