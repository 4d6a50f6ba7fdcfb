"""From a case back to the name: the one name that has such a form, which is proved by declining it again."""

from collections.abc import Iterator
from itertools import product

from roadmapc.language.full_name import full_name_form
from roadmapc.language.inflection import CASES, inflected
from roadmapc.language.morphology import analyser
from roadmapc.language.surname import surname_form, surnames_of

_MOST_WORDS = 4
"""Words of a name that change at most: «старший государственный налоговый инспектор»."""


def name_of(words: str, form: str) -> str:
    """«директор школы № 2» for «директора школы № 2» in the accusative; empty where no one name has it.

    Of «старший инспектора» and «старший инспектор» it is the one that declines in more words.
    """
    written = words.split(" ")
    choices = [tuple(_nominatives(word, CASES[form])) for word in written[:_MOST_WORDS]]
    for count in range(len(choices), 0, -1):
        heads = product(*choices[:count])
        names = {" ".join((*head, *written[count:])) for head in heads}
        found = {name for name in names if inflected(name, form) == words}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def person_of(words: str, form: str) -> str:
    """«Листов Пётр Ильич», «Черновиков О. П.» for their accusatives; empty where two may be meant."""
    surname, *others = words.split(" ")
    if any(other.endswith(".") for other in others):  # initials stay
        found = {each for each in surnames_of(surname, form) if surname_form(each, form) == surname}
        return " ".join((found.pop(), *others)) if len(found) == 1 else ""
    # «Петрову-Водкину» declines in both parts
    parts = [tuple(surnames_of(part, form)) or (part, part[:-1]) for part in surname.split("-")]
    choices = (
        tuple(map("-".join, product(*parts))),
        *(tuple(_nominatives(other, CASES[form])) for other in others),
    )
    names = map(" ".join, product(*choices))
    people = {name for name in names if full_name_form(name, form) == words}
    return people.pop() if len(people) == 1 else ""


def _nominatives(word: str, case: str) -> Iterator[str]:
    """What a word of that case may be in the nominative, in its number and gender."""
    for reading in analyser().parse(word.lower()):
        if case in reading.tag.grammemes:
            number, gender = reading.tag.number, reading.tag.gender
            wanted = {"nomn", *((number,) if number else ()), *((gender,) if gender else ())}
            form = reading.inflect(wanted)
            if form is not None:
                yield form.word if word[:1].islower() else form.word.capitalize()
