"""Пункты приказа повторяют друг друга.

Почему    Одно поручение нескольким исполнителям пишут одним пунктом: так видно, что оно одно.
Плохо     text: Обеспечить выполнение мероприятий плана в части, касающейся отдела.
Хорошо    text: Отделу и школам отчитаться о выполнении плана до 01.06.2021.
Основание текст приказа: одно поручение – один пункт; доля общих слов – поле checks.similarity профиля
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapc.checks.clauses import place_of
from roadmapc.checks.facts.subjects import roots_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.similar import pairs
from roadmapc.checks.words import stem, stems
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.plan import AppendixId, Clause
from roadmapc.text.listed import listed
from roadmapc.text.plural import plural
from roadmapc.text.regex import regex

SHORTEST = 5
_VERB = regex(r"\b[а-яё]+(?:ть|ти|чь)(?:ся)?\b", re.IGNORECASE)
_TELLING = regex(r"\S*\d\S*|«[^»]*»")
"""Numbers and names, by which alike duties differ: «ГИА-9», «приложение № 2», «Центр развития»."""


class _Duty(NamedTuple):
    """What has to be the same in clauses that only nearly share their words."""

    addressee: tuple[str, ...]
    verb: str
    names: tuple[str, ...]
    approves: AppendixId | None


class _Matter(NamedTuple):
    """All that a clause names, in no order."""

    verb: str
    roots: frozenset[str]
    names: tuple[str, ...]


_SAME_VERBS = (
    ("разослать", "направить", "передать", "представить", "подать"),
    ("разработать", "подготовить", "составить"),
    ("организовать", "провести", "обеспечить"),
    ("ознакомить", "довести"),
)
"""Verbs that order one thing."""
_FEW = 3
"""Words by which a clause is known."""
_LETTERS = 4
"""By which words in other cases are one."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses that say the same word for word, or nearly so to the same addressee; once for all alike."""
    clauses = list(subject.plan.order.walk())
    alike = subject.plan.profile.checks.similarity
    repeats: dict[int, list[int]] = {}
    seen: set[int] = set()
    texts = [clause.text for clause in clauses]
    near = [(first, second) for first, second, _ in pairs(texts, threshold=alike, shortest=SHORTEST)]
    reworded = frozenset(_reworded(clauses))
    for first, second in (*near, *sorted(reworded)):
        is_same = stems(texts[first]) == stems(texts[second]) or (first, second) in reworded
        if second not in seen and (is_same or _duty(clauses[first]) == _duty(clauses[second])):
            seen.add(second)
            repeats.setdefault(first, []).append(second)
    for first, others in repeats.items():
        numbers = [clauses[at].reference for at in others]
        places = [Place(subject.plan.file, place_of(clauses[at])) for at in (first, *others)]
        verb = plural(len(numbers), "пункт", "пункты", "пункты")
        says = "повторяет" if len(numbers) == 1 else "повторяют"
        message = f"{verb} {listed(numbers)} {says} пункт {clauses[first].reference}"
        named = zip((places[0], *places[2:]), (clauses[first].reference, *numbers[1:]), strict=True)
        related = tuple(Label(place, f"пункт {number}") for place, number in named)
        units = tuple(f"п. {number}" for number in numbers)
        yield Finding(message, places[1], ("объедините пункты",), related, units=units)


def _reworded(clauses: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Clauses about the same in another order, or with another verb for it: «разослать», «направить»."""
    first: dict[_Matter, int] = {}
    for at, clause in enumerate(clauses):
        matter = _matter(clause)
        if len(matter.roots) >= _FEW and not clause.clauses and clause.approves is None:
            earlier = first.setdefault(matter, at)
            if earlier != at:
                yield earlier, at


def _matter(clause: Clause) -> _Matter:
    verbs = [verb.lower() for verb in _VERB.findall(clause.text)]
    verb = next((same[0] for same in _SAME_VERBS if verbs and verbs[0] in same), "".join(verbs[:1]))
    text = _VERB.sub(" ", clause.text)
    roots = frozenset(root[:_LETTERS] for root in roots_of(text) if not root.startswith(("настоя", "данн")))
    return _Matter(verb, roots, tuple(sorted(_TELLING.findall(text))))


def _duty(clause: Clause) -> _Duty:
    verb = _VERB.search(clause.text)
    before = clause.text[: verb.start()] if verb else ""
    names = tuple(_TELLING.findall(clause.text))
    return _Duty(stems(before), stem(verb[0]) if verb else "", names, clause.approves)


RULE = Rule(Code("N712", "repeated-clause", Severity.WARNING, __doc__), check)
