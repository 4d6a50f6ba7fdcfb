"""В одном слове «ё» то есть, то нет.

Почему    «Учёт» и «учет» – для поиска разные слова, а документ выглядит собранным из двух.
Плохо     {measure: Учёт школ, result: учет школ}
Хорошо    {measure: Учёт школ, result: учёт школ}
Основание единообразие: если документ пишет «ё», то везде
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_WITH = re.compile(r"[А-Яа-яЁё]*[Ёё][А-Яа-яЁё]*")
_WORD = re.compile(r"(?<![А-Яа-яЁё])[А-Яа-я]{4,}(?![А-Яа-яЁё])")
_TWO_WORDS = frozenset(("всем", "чем", "нем", "совершенного", "совершенный", "падеж", "небо", "осел"))
"""Words that mean something else without the points."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Words with «е» that the same document writes with «ё»."""
    written = {word.lower() for _, match in subject.find(_WITH, "ё") for word in (match[0],) if len(word) > 3}
    plain = {word.replace("ё", "е"): word for word in written}
    for name in _TWO_WORDS & plain.keys():
        del plain[name]
    for text, match in subject.find(_WORD, *plain) if plain else ():
        right = plain.get(match[0].lower())
        if right is None:
            continue
        spelt = "".join(
            new if new == "ё" and old == "е" else "Ё" if new == "ё" else old
            for old, new in zip(match[0], right, strict=True)
        )
        yield Finding(
            f"«{match[0]}», а в другом месте – «{right}»", text.at(*match.span()), (f"напишите «{spelt}»",)
        )


RULE = Rule(Code("T943", "letter-yo", Severity.WARNING, __doc__), check)
