"""Words that the dictionary lacks, and those of them that a rule of spelling mends."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from roadmapc.assets import table
from roadmapc.language.morphology import is_known, word
from roadmapc.language.sentence import PREPOSITIONS, Reader, Sentence, Token
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import NOTHING, Part
from roadmapc.language.word_list import word_list

_SHORTEST = 4
"""Letters; shorter words are abbreviations as often as not."""
_TAIL = 6
"""Letters of an end that a word of the list may have."""
_END = (
    "(?:н|ов|ск|онн|енн)?(?:иями|ями|ами|ыми|ими|ого|его|ому|ему|ией|иею|иям|иях|ием|ой|ей|ою|ею|ью|ов|ев|ам|ям|ах|ях"
    "|ом|ем|ый|ий|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ую|юю|ия|ию|ии|[аяоеиыуюьй]?)"
)
_VOWELS = frozenset("аеёиоуыэюя")
_QUOTED = r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|“[^”]*”|\"[^\"\n]*\"|`[^`\n]*`|„[^“]*“"
_FIRST_PARTS = tuple(word_list("first parts"))
_REST = 5
"""Letters at least of the known word behind a first part."""
_VERBS = Part.VERB | Part.INFINITIVE
"""What takes no first part: «не имеет»."""
_MOODS = Part.INFINITIVE | Part.GERUND
_APART = _VERBS | Part.SHORT | Part.GERUND
_ADVERB = "по-[а-яё]+(?:ому|ему|ски|цки|ьи)"
_GLUED = "(?:по|в|на|за|с|из|от|до|при)-(?P<rest>[а-яё]+)"
_HARD_SIGN = "(?<=[бвдзс])ь(?=[еёюя])"
"""Shapes are compiled with the first unknown word."""


class Unknown(NamedTuple):
    """A word that the dictionary lacks, in its place."""

    spelling: str
    """In small letters."""
    start: int
    end: int


def unknown_words(text: str, strange: Iterable[tuple[Sentence, int]]) -> tuple[Unknown, ...]:
    """Of the strange words of a text those that are no names, no abbreviations, not in quotation marks."""
    candidates = [
        Unknown(sentence[at].text.lower(), *sentence.span(at))
        for sentence, at in strange
        if not _is_name(sentence, at) and not _is_cut(sentence, at)
    ]
    if not candidates:
        return ()
    quoted = [match.span() for match in re.finditer(_QUOTED, text)]
    return tuple(each for each in candidates if not any(start < each.start < end for start, end in quoted))


def is_strange(token: Token) -> bool:
    """Whether a token is a whole word that nobody knows."""
    return token.word.parts == Part.NONE and token.is_word and not is_spelled(token.word.spelling)


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether a capital is not that of a sentence: one that goes on in small letters began with a word."""
    written = sentence[at].text
    if written[0].islower():
        return False
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    return at > 0 or not following[:1].islower() or any(letter.isupper() for letter in written[1:])


def _is_cut(sentence: Sentence, at: int) -> bool:
    """«тел.», «каб.»: a stop after few letters cuts a word."""
    is_short = at + 2 < len(sentence) and len(sentence[at].text) <= _TAIL
    return is_short and sentence.sign_after(at) == "."


@lru_cache(maxsize=65_536)
def is_spelled(spelling: str) -> bool:
    """Whether a word in small letters is one of the dictionary or the list, or is made of such."""
    if (
        len(spelling) < _SHORTEST
        or _VOWELS.isdisjoint(spelling)
        or is_known(spelling)
        or is_of_field(spelling)
    ):
        return True
    if "-" in spelling:
        parts = spelling.split("-")
        if parts[0] in PREPOSITIONS:
            return bool(re.fullmatch(_ADVERB, spelling))
        return all(is_spelled(part) or _is_first_half(part) for part in parts)
    return any(
        spelling.startswith(first)
        and len(spelling) - len(first) >= _REST
        and word(spelling[len(first) :]).parts & ~(_APART if first == "не" else _VERBS)
        for first in _FIRST_PARTS
    )


def _is_first_half(part: str) -> bool:
    """«психолого», «учебно»: an adjective cut to be the first of two, or a known first part."""
    halves = (part[:-1] + end for end in ("ый", "ий", "ой", "", "а", "ия"))
    return part in _FIRST_PARTS or (part.endswith(("о", "е")) and any(map(is_known, halves)))


@cache
def _field_words() -> tuple[frozenset[str], frozenset[str]]:
    text = table("roadmapc.language", "data/field_words.txt")
    words = [line for line in text.splitlines() if not line.startswith("#")]
    begun = frozenset(line[:-1] for line in words if line.endswith("~"))
    return frozenset(line for line in words if not line.endswith("~")), begun


def is_of_field(spelling: str) -> bool:
    """Whether the shipped list of the field has a word, in any form."""
    whole, begun = _field_words()
    ends = range(max(len(spelling) - _TAIL, 1), len(spelling) + 1)
    return spelling in whole or any(
        spelling[:at] in begun and re.fullmatch(_END, spelling[at:]) for at in ends
    )


def field_words() -> frozenset[str]:
    """The list as it stands, beginnings of words that have ends included: what a slip may have meant."""
    return frozenset().union(*_field_words())


def _read(sentence: Sentence, at: int) -> Iterator[Slip]:
    """A word that a rule of spelling turns into one known word: «утвержденны», «обьект», «неимеет»."""
    token = sentence[at]
    reason, right = _mended(token.word.spelling)
    if right:
        right = right.capitalize() if token.text[0].isupper() else right
        message = f"«{token.text}»: {reason}"
        yield Slip(Kind.SET_PHRASE, *sentence.span(at), message, f"напишите «{right}»", right)


@lru_cache(maxsize=16_384)
def _mended(spelling: str) -> tuple[str, str]:
    """Why a word is misspelt, and the word that was meant; both empty if no rule says."""
    if is_spelled(spelling):
        return "", ""
    for reason, right, part in (
        ("в кратких причастиях одно «н»", re.sub("нн(?=[аоы]$)", "н", spelling), Part.SHORT),
        ("в полных причастиях два «н»", _doubled(spelling), Part.PARTICIPLE | Part.ADJECTIVE),
        ("перед «е», «ё», «ю», «я» после приставки пишут «ъ»", re.sub(_HARD_SIGN, "ъ", spelling), Part.ANY),
        ("в третьем лице «ь» не пишут", re.sub("ться$", "тся", spelling), Part.VERB),
        ("в неопределённой форме пишут «ь»", re.sub("тся$", "ться", spelling), Part.INFINITIVE),
    ):
        if right != spelling and word(right).parts & part:
            return reason, right
    glued = re.fullmatch(_GLUED, spelling)
    if glued and word(glued["rest"]).is_noun:
        return "предлог пишут раздельно", spelling.replace("-", " ", 1)
    rest = spelling.removeprefix("не")
    if (
        rest != spelling
        and not word(rest).parts & ~_APART
        and (word(rest).predicates or word(rest).parts & _MOODS)
    ):
        return "«не» с такой формой пишут раздельно", f"не {rest}"
    return "", ""


def _doubled(spelling: str) -> str:
    return re.sub("(?<=[аеёия])н(?=(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ую|ом|ыми)$)", "нн", spelling)


MISSPELT = Reader(
    lambda token: token.word is not NOTHING and not token.word.parts and len(token.text) >= _SHORTEST, _read
)
