"""Numerals with nouns of another gender or number: «обоих комиссий», «двоих сотрудниц», «2-х экземпляра»."""

import re
from collections.abc import Iterator

from roadmapc.language.morphology import analyser
from roadmapc.language.sentence import Sentence, are_neighbours
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import IN_CASE, PLURAL

_MASCULINE = {
    "оба": "обе",
    "обоих": "обеих",
    "обоим": "обеим",
    "обоими": "обеими",
    "два": "две",
    "полтора": "полторы",
}
_FEMININE = {right: wrong for wrong, right in _MASCULINE.items()}
_COLLECTIVE = re.compile("дво(?:е|их|им|ими)|тро(?:е|их|им|ими)|(?:четвер|пятер|шестер|семер)(?:о|ых|ым|ыми)")
_WITH_END = re.compile(r"\d+-(?:х|ух|ёх|ех)")


def counting(text: str, sentence: Sentence) -> Iterator[Slip]:
    """A numeral and the noun right after it."""
    for at in range(len(sentence) - 1):
        numeral, noun = sentence[at], sentence[at + 1]
        if not noun.word.is_noun or not are_neighbours(text, sentence, at, at + 1):
            continue
        spelling = numeral.text.lower()
        right = _right(spelling, noun.word.spelling)
        is_collective = _COLLECTIVE.fullmatch(spelling) is not None and _genders(noun.word.spelling) == {
            "femn"
        }
        is_single = _WITH_END.fullmatch(spelling) is not None and not noun.word.nouns & (
            PLURAL | ~IN_CASE["gent"]
        )
        words = text[numeral.start : noun.end]
        if right:
            message = f"«{words}»: числительное другого рода"
            yield Slip(Kind.AGREEMENT, numeral.start, numeral.end, message, f"напишите «{right}»", right)
        elif is_collective:
            message = f"«{words}»: с этим словом собирательное числительное не сочетается"
            yield Slip(Kind.AGREEMENT, numeral.start, noun.end, message, "напишите «двух», «трёх» …")
        elif is_single:
            message = f"«{words}»: число с окончанием ждёт множественного числа"
            count = spelling.partition("-")[0]
            yield Slip(Kind.AGREEMENT, numeral.start, numeral.end, message, f"напишите «{count}»", count)


def _right(spelling: str, noun: str) -> str:
    """The form of a numeral in the gender of its noun; empty if it has it, or has none."""
    if spelling in _MASCULINE and _genders(noun) == {"femn"}:
        return _MASCULINE[spelling]
    return _FEMININE[spelling] if spelling in _FEMININE and "femn" not in _genders(noun) else ""


def _genders(noun: str) -> set[str]:
    """The genders of a noun in all readings."""
    genders = {str(each.tag.gender) for each in analyser().parse(noun) if each.tag.gender}
    return genders or {"masc", "femn", "neut"}
