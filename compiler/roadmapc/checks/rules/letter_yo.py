"""В одном слове «ё» то есть, то нет.

Почему    «Учёт» и «учет» – для поиска разные слова, а документ выглядит собранным из двух.
Плохо     {measure: Учёт школ, result: учет школ}
Хорошо    {measure: Учёт школ, result: учёт школ}
Основание единообразие: если документ пишет «ё», то везде
"""

import re
from collections.abc import Iterator
from itertools import islice

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import ENOUGH
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_WITH = regex(r"[А-Яа-я]*+[Ёё][А-Яа-яЁё]*+")
_WORD = regex(r"(?<![А-Яа-яЁё])[А-Яа-я]{4,}(?![А-Яа-яЁё])")
_SHORTEST = 3
"""Letters; shorter words are often two."""
_TWO_WORDS = frozenset(("всем", "чем", "нем", "совершенного", "совершенный", "падеж", "небо", "осел"))
"""Words that mean something else without the points."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Words with «е» that the same document writes with «ё»; titles in quotes are as they were published."""
    written = {match[0].lower() for _, match in subject.ask(_WITH.finditer, "ё")}
    plain = {word.replace("ё", "е"): word for word in written if len(word) > _SHORTEST}
    for name in _TWO_WORDS & plain.keys():
        del plain[name]

    for text, match in subject.ask_with(_bare, frozenset(plain), *sorted(plain)) if plain else ():
        if subject.facts.is_borrowed(text, match.start()):
            continue
        right = plain[match[0].lower()]
        message = f"«{match[0]}», а в другом месте – «{right}»"
        yield Finding(message, text.at(*match.span()), (f"напишите «{right}»",))


def _bare(plain: frozenset[str], words: str) -> Iterator[re.Match[str]]:
    return islice((match for match in _WORD.finditer(words) if match[0].lower() in plain), ENOUGH)


RULE = Rule(Code("T943", "letter-yo", Severity.WARNING, __doc__, Group.LAYOUT), check)
