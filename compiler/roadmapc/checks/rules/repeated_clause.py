"""Пункты приказа повторяют друг друга.

Почему    Одно поручение нескольким исполнителям пишут одним пунктом: так видно, что оно одно.
Плохо     text: Обеспечить выполнение мероприятий плана в части, касающейся отдела.
Хорошо    text: Отделу и школам отчитаться о выполнении плана до 01.06.2021.
Основание текст приказа: одно поручение – один пункт; доля общих слов – поле checks.similarity профиля
"""

from collections.abc import Iterator

from roadmapc.checks.clauses import place_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.similar import pairs
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place

SHORTEST = 5


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses that share nearly all their words."""
    clauses = list(subject.plan.order.walk())
    texts = [clause.text for clause in clauses]
    alike = subject.plan.profile.checks.similarity
    for first, second, _ in pairs(texts, threshold=alike, shortest=SHORTEST):
        earlier, later = clauses[first], clauses[second]
        label = Label(Place(subject.plan.file, place_of(earlier)), f"пункт {earlier.number}")
        message = f"пункт {later.number} повторяет пункт {earlier.number}"
        yield Finding(message, place_of(later), ("объедините пункты",), (label,))


RULE = Rule(Code("N712", "repeated-clause", Severity.NOTE, __doc__), check)
