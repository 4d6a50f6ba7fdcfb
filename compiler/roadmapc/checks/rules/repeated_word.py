"""Слово повторено.

Почему    Повтор остаётся после правки: одно из двух слов – лишнее или должно быть другим.
Плохо     measure: Анализ результатов по результатам мониторинга
Хорошо    measure: Анализ результатов мониторинга
Основание редакторская практика
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from roadmapc.checks.rule import ENOUGH, CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.checks.words import Word, words
from roadmapc.diagnostics.code import Code, Severity

_NEAR = 3
"""How many words on a long word may not come again."""
_LONG = 8
"""Letters of a stem; short words repeat by right."""
_SMALL_WORDS = frozenset(("по", "в", "на", "о", "при", "для", "к"))
_USUAL = frozenset(("образован", "образовательн", "деятельност"))
"""Every second name of such a plan has them."""
_TABLES = frozenset(("rows", "columns"))


def check(subject: CheckInput) -> Iterator[Finding]:
    """Words that come twice in a row, long ones also after a small word."""
    for text in subject.texts:
        if text.field not in _TABLES:
            for first, second in islice(_repeated(text), ENOUGH):
                word = text.words[second.start : second.end]
                yield Finding(
                    f"слово «{word}» повторено",
                    text.at(first.start, second.end),
                    ("уберите или замените одно",),
                )


def _repeated(text: Text) -> Iterator[tuple[Word, Word]]:
    found = words(text.words)
    for first, second in pairwise(found):
        is_same = (
            text.words[first.start : first.end].casefold() == text.words[second.start : second.end].casefold()
        )
        if is_same and not first.stem[0].isdigit() and _goes_on(text.words[first.end : second.start]):
            yield first, second
    for at, first in enumerate(found):
        for second in found[at + 2 : at + 1 + _NEAR]:
            is_long = len(first.stem) >= _LONG and first.stem not in _USUAL
            if first.stem == second.stem and is_long and found[at + 1].stem in _SMALL_WORDS:
                yield first, second


def _goes_on(between: str) -> bool:
    """Whether nothing but space parts two words: not the end of a paragraph."""
    return between.isspace() and "\n\n" not in between


RULE = Rule(Code("T904", "repeated-word", Severity.WARNING, __doc__), check)
