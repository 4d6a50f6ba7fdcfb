"""Numerals with nouns of another gender or number: «обоих комиссий», «двоих сотрудниц», «2-х экземпляра»."""

from collections.abc import Iterator

from roadmapc.language.dictionary import entries
from roadmapc.language.sentence import Reader, Sentence
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import IN_CASE, PLURAL
from roadmapc.text.regex import regex

_MASCULINE = {
    "оба": "обе",
    "обоих": "обеих",
    "обоим": "обеим",
    "обоими": "обеими",
    "два": "две",
    "полтора": "полторы",
}
_FEMININE = {right: wrong for wrong, right in _MASCULINE.items()}
_GENDERS = frozenset(("masc", "femn", "neut"))
_OF_GENDER = _MASCULINE | _FEMININE
_COLLECTIVE = frozenset(
    (
        "двое",
        "двоих",
        "двоим",
        "двоими",
        "трое",
        "троих",
        "троим",
        "троими",
        "четверо",
        "четверых",
        "пятеро",
        "пятерых",
    )
)
_WITH_END = regex(r"\d+-(?:х|ух|ёх|ех)")


def _read(sentence: Sentence, at: int) -> Iterator[Slip]:
    """A numeral and the noun right after it."""
    if at + 1 == len(sentence) or not sentence[at + 1].word.is_noun:
        return
    numeral, noun = sentence[at], sentence[at + 1]
    if numeral.word.spelling:
        if sentence.are_neighbours(at, at + 1):
            yield from _of_gender(sentence, at)
    elif not noun.word.nouns & (PLURAL | ~IN_CASE["gent"]):  # the genitive of one: «5-ти дня»
        count = numeral.text.partition("-")[0]
        message = f"«{sentence.words(at, at + 1)}»: число с окончанием ждёт множественного числа"
        yield Slip(Kind.AGREEMENT, *sentence.span(at), message, f"напишите «{count}»", count)


def _of_gender(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«обоих комиссий», «двоих сотрудниц»."""
    numeral, noun, words = sentence[at], sentence[at + 1], sentence.words(at, at + 1)
    right = _right(numeral.word.spelling, noun.word.spelling)
    if right:
        message = f"«{words}»: числительное другого рода"
        yield Slip(Kind.AGREEMENT, *sentence.span(at), message, f"напишите «{right}»", right)
    elif numeral.word.spelling in _COLLECTIVE and _genders(noun.word.spelling) == {"femn"}:
        message = f"«{words}»: с этим словом собирательное числительное не сочетается"
        yield Slip(Kind.AGREEMENT, *sentence.span(at, at + 1), message, "напишите «двух», «трёх» …")


def _right(spelling: str, noun: str) -> str:
    """The form of a numeral in the gender of its noun; empty if it has it, or has none."""
    if spelling in _MASCULINE and _genders(noun) == {"femn"}:
        return _MASCULINE[spelling]
    return _FEMININE[spelling] if spelling in _FEMININE and "femn" not in _genders(noun) else ""


def _genders(noun: str) -> frozenset[str]:
    """The genders of a noun in all readings."""
    return frozenset().union(*(_GENDERS & each.grammemes for each in entries(noun))) or _GENDERS


COUNTING = Reader(
    lambda token: (
        token.word.spelling in _OF_GENDER
        or token.word.spelling in _COLLECTIVE
        or _WITH_END.fullmatch(token.text) is not None
    ),
    _read,
)
