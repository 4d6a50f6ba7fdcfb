"""Russian words apart from their endings, so that phrases compare in any case of declension."""

from functools import lru_cache
from typing import NamedTuple

from roadmapc.text.regex import regex

_WORD = regex(r"[А-Яа-яЁёA-Za-z]+|\d+(?:[.,]\d+)*")
_ENDING = regex(
    "(?:иями|ями|ами|иях|иям|ием|ыми|ими|его|ого|ему|ому|ая|яя|ую|юю|ой|ей|ий|ый|ое|ее|ые|ие|ых|их"
    "|ым|им|ом|ем|ам|ям|ах|ях|ов|ев|ия|ию|ии|ью|[аяуюоеыиьй])$"
)


class StemmedWord(NamedTuple):
    """A word of a text without its ending."""

    stem: str
    start: int
    end: int


def words(text: str) -> list[StemmedWord]:
    """The words and numbers of a text."""
    return [StemmedWord(stem(found[0]), *found.span()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=65_536)
def stems(text: str) -> tuple[str, ...]:
    """The words and numbers of a text without their endings; several rules want them."""
    return tuple(map(stem, _WORD.findall(text)))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without its ending: «Концепцию» and «концепции» are one; short words stay whole."""
    plain = word.casefold().replace("ё", "е")
    return _ENDING.sub("", plain) if len(plain) > 3 else plain


def is_form_of(word: str, other: str) -> bool:
    """Whether the dictionary knows two words as forms of one, as the endings alone may not tell."""
    from roadmapc.language.morphology import word as reading  # noqa: PLC0415 - stems nearly always suffice

    return not reading(word.lower()).lemmas.isdisjoint(reading(other.lower()).lemmas)
