"""Пробел перед знаком или ни одного после него.

Почему    Такой знак отрывается от слова на другую строку или склеивает два слова в одно.
Плохо     measure: Итоги 2018,2019 годов , выводы
Хорошо    measure: Итоги 2018, 2019 годов, выводы
Основание правила набора: пробел – после знака
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_SPACES = {
    re.compile(r"(?<=\S)(?P<space> +)(?=(?:[,;»)]|“(?!\w))(?!\))|[.!?:](?:\s|$))"): tuple(
        f" {sign}" for sign in ",;»“).!?:"
    ),
    re.compile(r"(?<=[«„(])(?P<space> +)"): ("« ", "„ ", "( "),
}
"""Before a sign and after an opening one, with what every match has."""
_GLUED = {
    re.compile(r"[,;](?:(?=[А-Яа-яЁё«])|(?<=[12]\d{3},)(?=[12]\d{3}\b))"): (",", ";"),
    re.compile(r"(?<=\d{4})-(?= )|[а-яё»\"]- (?=[а-яё«])"): ("- ",),
}


def check(subject: CheckInput) -> Iterator[Finding]:
    """Spaces on the wrong side of a sign."""
    for pattern, marks in _SPACES.items():
        for text, found in subject.find(pattern, *marks):
            if text.field != "rows":
                around = text.words[max(0, found.start() - 12) : found.end() + 4]
                yield Finding(
                    f"лишний пробел: «{around}»", text.at(*found.span()), edit=text.edit(*found.span(), "")
                )
    for pattern, marks in _GLUED.items():
        for text, found in subject.find(pattern, *marks):
            if text.field != "rows":
                around = text.words[max(0, found.start() - 8) : found.end() + 8]
                yield Finding(
                    f"пробелы не на месте: «{around}»",
                    text.at(*found.span()),
                    ("пробел ставится после знака; дефис – без пробелов",),
                )


RULE = Rule(Code("T909", "punctuation-space", Severity.WARNING, __doc__), check)
