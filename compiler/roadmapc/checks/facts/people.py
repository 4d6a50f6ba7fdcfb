"""People that a text names: a surname in any case, and initials on either side of it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from roadmapc.text.regex import regex

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"[А-ЯЁ]\.\s?[А-ЯЁ]\."
_PERSON = regex(
    rf"(?<![\w.-])(?:(?P<first>{_INITIALS})\s?(?P<after>{_SURNAME})|(?P<before>{_SURNAME})\s+(?P<last>{_INITIALS}))"
)
_ENDING = regex("(?:ыми|ого|его|ому|ему|ой|ей|ый|ий|ым|им|ом|ем|ых|их|ую|юю|ою|ею|ая|яя|[ауеыияюоьй])$")
_NO_SURNAMES = frozenset(("имени", "им", "улица", "статья", "пункт", "приложение"))


class Person(NamedTuple):
    """A person as a text names him."""

    surname: str
    """In the case of the text."""
    initials: str
    """«АБ»."""
    words: str
    start: int
    end: int

    @property
    def stem(self) -> str:
        """The surname without its ending."""
        return surname_stem(self.surname)

    def is_of(self, name: str) -> bool:
        """Whether a name of the directory, «Образцова А. Б.», is this person's."""
        return any(person.stem == self.stem and person.initials == self.initials for person in family(name))


@lru_cache(maxsize=4_096)
def surname_stem(surname: str) -> str:
    """«Титовой» and «Титова» are «титов»; a short surname stays whole."""
    plain = surname.casefold().replace("ё", "е")
    return _ENDING.sub("", plain) if len(plain) > 3 else plain


@lru_cache(maxsize=4_096)
def family(text: str) -> tuple[Person, ...]:
    """Everybody whom a text names with two initials."""
    return tuple(_people(text))


def _people(text: str) -> Iterator[Person]:
    for match in _PERSON.finditer(text) if "." in text else ():
        surname = match["after"] or match["before"]
        if surname.casefold() not in _NO_SURNAMES:
            initials = re.sub(r"[^А-ЯЁ]", "", match["first"] or match["last"])
            yield Person(surname, initials, match[0], *match.span())


def is_one_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter: put in, left out, another one, or two that changed places."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, left = one[start:], other[start:]
    swapped = rest[:2] == left[1::-1] and rest[2:] == left[2:]
    return rest[1:] == left[1:] or rest[1:] == left or rest == left[1:] or swapped
