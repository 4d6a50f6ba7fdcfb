"""People that a text names: «Образцова А.Б.», «А. Б. Образцова», «Образцова Анна Борисовна»."""

import re
from typing import NamedTuple

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|вна|ич|инична|ична)[а-яё]{0,2}"
_PERSON = re.compile(
    rf"(?P<surname>{_SURNAME})\s+(?P<initials>{_INITIALS})(?!\w)"
    rf"|(?P<before>{_INITIALS})\s?(?P<after>{_SURNAME})(?!\w)"
    rf"|(?P<full>{_SURNAME}\s+[А-ЯЁ][а-яё]+\s+{_PATRONYMIC})(?!\w)"
)


class Person(NamedTuple):
    """A person that a text names."""

    name: str
    """As a directory writes it, surname first: «Образцова А. Б.»; the case is that of the text."""
    full_name: str
    """«Образцова Анна Борисовна»; empty if the text gives initials."""
    start: int
    end: int


def people_of(text: str) -> tuple[Person, ...]:
    """The people that a text names, in order."""
    return tuple(_person(found) for found in _PERSON.finditer(text))


def _person(found: re.Match[str]) -> Person:
    full = found["full"] or ""
    if full:
        surname, first, patronymic = full.split()
        return Person(f"{surname} {first[0]}. {patronymic[0]}.", " ".join(full.split()), *found.span())
    surname = found["surname"] or found["after"]
    letters = re.findall(r"[А-ЯЁ]", found["initials"] or found["before"])
    return Person(" ".join([surname, *(f"{letter}." for letter in letters)]), "", *found.span())
