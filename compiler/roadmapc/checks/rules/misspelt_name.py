"""Известное название написано с ошибкой.

Почему    «Рособрнадзор», «TIMSS», «PIRLS» пишут по памяти и ошибаются; по такому слову ничего не найти.
Плохо     measure: Участие в исследовании TIMMS
Хорошо    measure: Участие в исследовании TIMSS
Основание официальные названия ведомств и исследований
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.words import stem
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

NAMES = (
    "Рособрнадзор",
    "Минпросвещения",
    "Минобрнауки",
    "Роспотребнадзор",
    "Роскомнадзор",
    "TIMSS",
    "PIRLS",
    "PISA",
)
_STEMS = {stem(name): name for name in NAMES}
_NEAR = 0.8
"""Share of common letters, in their order."""
_WORD = regex(r"[А-ЯЁA-Z](?<!\w.)(?:(?<=[А-ЯЁ])[а-яё]{7,}|(?<=[A-Z])[A-Z]{3,})\b")
"""Begins with the letter and not with the edge of a word: letters are quick to look for."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Words that are nearly one of the names, and are none."""
    for text, word in subject.find(_WORD, _WORD):
        name = _meant(stem(word[0]))
        if name:
            hint = f"напишите «{name}»" + ("" if name.isascii() else " в нужном падеже")
            yield Finding(f"«{word[0]}» – вероятно, «{name}»", text.at(*word.span()), (hint,))


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    """The name that a word is nearly; empty for the name itself and for any other word."""
    if word in _STEMS:
        return ""
    for known, name in _STEMS.items():
        # lengths first: they are quicker to compare than letters
        if abs(len(word) - len(known)) <= 2 and SequenceMatcher(None, word, known).ratio() >= _NEAR:
            return name
    return ""


RULE = Rule(Code("T919", "misspelt-name", Severity.WARNING, __doc__), check)
