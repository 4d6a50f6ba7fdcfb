"""Ссылка ведёт к пункту о другом.

Почему    «Школам, названным в пункте 4», а пункт 4 – о контроле: пункты переставили, ссылку забыли.
Плохо     text: Методисту помочь школам, названным в пункте 3, до 01.06.2021.
Хорошо    text: Методисту помочь школам, участвующим в проекте, до 01.06.2021.
Основание ссылка ведёт к тому, о чём говорит
"""

import re
from collections.abc import Iterator

from roadmapc.checks.clauses import place_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.words import stem, stems
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.citations import Target
from roadmapc.model.plan import Clause
from roadmapc.model.printed import clause_text, executor_text
from roadmapc.text.regex import regex
from roadmapc.text.shorten import shortened

_GENERAL = frozenset(map(stem, ("лица", "сроки", "мероприятия", "документы", "целях", "порядке", "случаях")))
"""Nouns that a clause may hold without naming them."""
_CONTROL = regex("контрол", re.IGNORECASE)
_PERSON = regex(r"[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.")


def check(subject: CheckInput) -> Iterator[Finding]:
    """References to what a clause does not hold, and to the clause on control: nothing is done under it."""
    clauses = {clause.number: clause for clause in subject.plan.order.walk()}
    on_control = {text.words for text, _ in subject.find(_CONTROL, "контрол")}
    held: dict[tuple[str, str], bool] = {}
    for said in subject.facts.references:
        clause = clauses.get(said.value.number)
        if said.value.target is not Target.CLAUSE or clause is None or clause is said.home.clause:
            continue
        noun = said.value.subject
        if noun and (clause.number, noun) not in held:
            held[clause.number, noun] = _holds(clause, noun)
        is_of_control = clause.control is not None and said.text.words not in on_control
        if is_of_control or (noun and not held[clause.number, noun]):
            what = shortened(clause.text, 40)
            message = f"пункт {clause.reference} о другом: «{what}»"
            label = Label(Place(subject.plan.file, place_of(clause)), f"пункт {clause.reference}")
            yield Finding(message, said.place, ("проверьте номер пункта",), (label,))


def _holds(clause: Clause, noun: str) -> bool:
    """Whether a clause with all within it names a thing; of persons and the like, anything but control."""
    told = (
        part for each in clause.walk() for part in (clause_text(each), *map(executor_text, each.executors))
    )
    words = " ".join(told)
    if stem(noun) in _GENERAL:
        return clause.control is None or (noun.startswith("лиц") and _PERSON.search(words) is not None)
    return any(_same(stem(noun), each) for each in stems(words))


def _same(one: str, other: str) -> bool:
    """«организациях» and «организация»: stems that agree but for what a short ending leaves."""
    shorter = min(len(one), len(other))
    return shorter >= 3 and one[: max(3, shorter - 1)] == other[: max(3, shorter - 1)]


RULE = Rule(Code("L831", "wrong-target", Severity.WARNING, __doc__), check)
