"""Человек назван не так, как в справочнике.

Почему    «Титовой Е. Г.» при «Титова Г. Е.»: инициалы переставлены или в фамилии не та буква. Поручение
          дано человеку, которого нет.
Плохо     text: Назначить ответственной Образцову Б. А. до 01.06.2021.
Хорошо    text: Назначить ответственной Образцову А. Б. до 01.06.2021.
Основание фамилия и инициалы одинаковы везде, где назван человек
"""

from collections.abc import Iterator

from roadmapc.checks.facts.people import Person, family, is_one_slip, surname_stem
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Place
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import Official
from roadmapc.syntax.tree import ScalarNode

_CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")
_FLEETING = ("ец", "ек", "ок", "ел", "ень")
"""Surnames that lose a vowel in other cases: «Пелец», «Пельца»."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """People of the texts against the directory and one another; then its forms by themselves."""
    known = [
        person
        for official in subject.plan.organisation.officials.values()
        for person in family(official.name)
    ]
    first: dict[tuple[str, str], str] = {}
    for text, person in subject.ask(family, "."):
        name = _meant(person, known)
        swapped = first.get((person.stem, person.initials[::-1]), "")
        if not name and swapped and person.initials != person.initials[::-1]:
            name = swapped
        first.setdefault((person.stem, person.initials), person.words)
        if name:
            message = f"«{person.words}» – вероятно, {name}"
            hint = "проверьте фамилию и инициалы; ссылка на справочник не ошибается"
            yield Finding(message, text.at(person.start, person.end), (hint,))
    for official in subject.plan.organisation.officials.values():
        yield from _of_directory(subject, official)


def _meant(person: Person, known: list[Person]) -> str:
    """The person of the directory who is nearly this one; empty if one is exactly or none is nearly."""
    same = [each for each in known if each.stem == person.stem]
    if any(each.initials == person.initials for each in same):
        return ""
    if same:
        return same[0].words
    initials = [each for each in known if each.initials == person.initials and len(each.stem) > 3]
    return next((each.words for each in initials if is_one_slip(each.stem, person.stem)), "")


def _of_directory(subject: CheckInput, official: Official) -> Iterator[Finding]:
    """Forms of a name with other initials or another surname than the name."""
    file = subject.plan.organisation.file
    for name in family(official.name):
        for case in _CASES:
            node = official.origin.get(case)
            forms = family(text_of(node))
            if not isinstance(node, ScalarNode) or not forms:
                continue
            form = forms[0]
            is_other = not name.surname.endswith(_FLEETING) and surname_stem(form.surname) != name.stem
            if form.initials != name.initials or is_other:
                message = f"«{form.words}» – форма имени «{official.name}», а записана иначе"
                yield Finding(
                    message, Place(file, node.span), ("исправьте фамилию или инициалы в справочнике",)
                )


RULE = Rule(Code("E621", "person-written-otherwise", Severity.WARNING, __doc__), check)
