"""From a case back to the name: the one name that has such a form, which is proved by declining it again."""

from collections.abc import Iterator, Sequence
from itertools import product, takewhile

from roadmapc.language.full_name import full_name_form
from roadmapc.language.inflection import CASES, dictionary_readings, inflected, is_nominative
from roadmapc.language.surname import surname_form, surnames_of

_MOST_WORDS = 4
"""Words of a name that change at most: «старший государственный налоговый инспектор»."""


def name_of(words: str, form: str = "") -> str:
    """«директор школы № 2» for «директора школы № 2» in the accusative; empty where no one name has it.

    Without a form the case is not known: what may be a nominative already stays, else it is the one name
    that any case leads to. Of «старший инспектора» and «старший инспектор» it is the one that declines in
    more words. A name typed in capitals keeps them.
    """
    written = words.split(" ")
    capitals = len(tuple(takewhile(str.isupper, written)))
    written[:capitals] = map(str.lower, written[:capitals])
    small = " ".join(written)
    if not form and is_nominative(small):
        return words
    forms = (form,) if form else tuple(CASES)
    for count in range(min(len(written), _MOST_WORDS), 0, -1):
        names = {name for each in forms for name in _declined_as(written, count, each)}
        if names:
            name = names.pop().split(" ")
            return "" if names else " ".join((*map(str.upper, name[:capitals]), *name[capitals:]))
    return ""


def _declined_as(written: Sequence[str], count: int, form: str) -> Iterator[str]:
    """Names, different in their first words at most, that have these words as a form."""
    words = " ".join(written)
    for head in product(*(tuple(_nominatives(word, CASES[form])) for word in written[:count])):
        name = " ".join((*head, *written[count:]))
        if inflected(name, form) == words:
            yield name


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
    stays, readings = dictionary_readings(word.lower())
    for reading in readings:
        if case in reading.tag.grammemes:
            number, gender = reading.tag.number, reading.tag.gender
            wanted = {"nomn", *((number,) if number else ()), *((gender,) if gender else ())}
            form = reading.inflect(wanted)
            if form is not None:
                yield stays + form.word if word[:1].islower() else (stays + form.word).capitalize()
