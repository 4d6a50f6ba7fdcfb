"""Пункты приказа повторяют друг друга.

Почему    Одно поручение нескольким исполнителям пишут одним пунктом: так видно, что оно одно.
Плохо     text: Обеспечить выполнение мероприятий плана в части, касающейся отдела.
Хорошо    text: Отделу и школам отчитаться о выполнении плана до 01.06.2021.
Основание текст приказа: одно поручение – один пункт; доля общих слов – поле checks.similarity профиля
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.checks.clauses import place_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.similar import pairs
from roadmapc.checks.words import stem, stems
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.plan import AppendixId, Clause
from roadmapc.text.listed import listed
from roadmapc.text.plural import plural

SHORTEST = 5
_VERB = re.compile(r"\b[а-яё]+(?:ть|ти|чь)(?:ся)?\b", re.IGNORECASE)
_TELLING = re.compile(r"\S*\d\S*|«[^»]*»")
"""Numbers and names, by which alike duties differ: «ГИА-9», «приложение № 2», «Центр развития»."""


class _Duty(NamedTuple):
    """What has to be the same in clauses that only nearly share their words."""

    addressee: tuple[str, ...]
    verb: str
    names: tuple[str, ...]
    approves: AppendixId | None


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses that say the same word for word, or nearly so to the same addressee; once for all alike."""
    clauses = list(subject.plan.order.walk())
    alike = subject.plan.profile.checks.similarity
    repeats: dict[int, list[int]] = {}
    seen: set[int] = set()
    for first, second, _ in pairs([clause.text for clause in clauses], threshold=alike, shortest=SHORTEST):
        is_same = stems(clauses[first].text) == stems(clauses[second].text)
        if second not in seen and (is_same or _duty(clauses[first]) == _duty(clauses[second])):
            seen.add(second)
            repeats.setdefault(first, []).append(second)
    for first, others in repeats.items():
        numbers = [clauses[at].number for at in others]
        places = [Place(subject.plan.file, place_of(clauses[at])) for at in (first, *others)]
        verb = plural(len(numbers), "пункт", "пункты", "пункты")
        says = "повторяет" if len(numbers) == 1 else "повторяют"
        message = f"{verb} {listed(numbers)} {says} пункт {clauses[first].number}"
        named = zip((places[0], *places[2:]), (clauses[first].number, *numbers[1:]), strict=True)
        related = tuple(Label(place, f"пункт {number}") for place, number in named)
        units = tuple(f"п. {number}" for number in numbers)
        yield Finding(message, places[1], ("объедините пункты",), related, units=units)


def _duty(clause: Clause) -> _Duty:
    verb = _VERB.search(clause.text)
    before = clause.text[: verb.start()] if verb else ""
    names = tuple(_TELLING.findall(clause.text))
    return _Duty(stems(before), stem(verb[0]) if verb else "", names, clause.approves)


RULE = Rule(Code("N712", "repeated-clause", Severity.WARNING, __doc__), check)
