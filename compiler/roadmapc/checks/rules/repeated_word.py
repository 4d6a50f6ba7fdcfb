"""Слово повторено.

Почему    Повтор остаётся после правки: одно из двух слов – лишнее или должно быть другим.
Плохо     measure: Анализ результатов по результатам мониторинга
Хорошо    measure: Анализ результатов мониторинга
Основание редакторская практика
"""

from collections.abc import Iterator
from itertools import islice, pairwise
from operator import eq

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import ENOUGH
from roadmapc.checks.words import StemmedWord, stems, words
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_NEAR = 3
"""How many words on a long word may not come again."""
_LONG = 8
"""Letters of a stem; short words repeat by right."""
_SMALL_WORDS = frozenset(("по", "в", "на", "о", "при", "для", "к"))
_USUAL = frozenset(("образован", "образовательн", "деятельност"))
"""Every second name of such a plan has them."""
_PARTED = regex(r"\n(?![а-яё])")
"""A line that goes on begins with a small letter; others begin a sentence or follow a heading."""
_TABLES = frozenset(("rows", "columns"))


def check(subject: CheckInput) -> Iterator[Finding]:
    """Words that come twice in a row, long ones also after a small word."""
    for text, second in subject.ask(_repeated):
        if text.field not in _TABLES:
            word = text.words[second.start : second.end]
            place = text.at(second.start, second.end)
            yield Finding(f"слово «{word}» повторено", place, ("уберите или замените одно",))


def _repeated(text: str) -> Iterator[StemmedWord]:
    """Words that come again, as many as a reader would look at."""
    sequence = stems(text)
    # a quick look: whether any word comes again, and that within the stretch that matters
    if len(set(sequence)) < len(sequence) and any(
        any(map(eq, sequence, sequence[distance:])) for distance in range(1, _NEAR + 1)
    ):
        yield from islice(_again(text), ENOUGH)


def _again(text: str) -> Iterator[StemmedWord]:
    """Each word that comes again: «на на», «результатов по результатам»."""
    found = words(text)
    for first, second in pairwise(found):
        if first.stem == second.stem and _is_doubled(text, first, second):
            yield second
    for at, (first, between) in enumerate(pairwise(found)):
        if between.stem in _SMALL_WORDS and len(first.stem) >= _LONG and first.stem not in _USUAL:
            for second in found[at + 2 : at + 1 + _NEAR]:
                if first.stem == second.stem and not _PARTED.search(text, first.end, second.end):
                    yield second


def _is_doubled(text: str, first: StemmedWord, second: StemmedWord) -> bool:
    """Whether two words of one stem have one ending too, and only a space between; figures may repeat."""
    is_same = text[first.start : first.end].casefold() == text[second.start : second.end].casefold()
    is_near = text[first.end : second.start].isspace() and not _PARTED.search(text, first.end, second.end)
    return is_same and is_near and not first.stem[0].isdigit()


RULE = Rule(Code("T904", "repeated-word", Severity.WARNING, __doc__), check)
