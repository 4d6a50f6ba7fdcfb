"""Кавычки не закрыты.

Почему    Где кончается название, непонятно, а с ним – кому или что поручено.
Плохо     measure: Участие в проекте «Образование
Хорошо    measure: Участие в проекте «Образование»
Основание правила русской пунктуации: кавычки парные
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_PAIRS = {"«": "»", "„": "“"}
_QUOTES = ("«", "»", "„", "“", '"')
_QUOTE = re.compile("|".join(_QUOTES))
_ENGLISH = re.compile("“([^“”„]*)”")
"""Paired, if in another manner."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The quote of each text that has no pair."""
    for text, at in subject.ask(_unpaired, *_QUOTES):
        yield Finding(
            f"у кавычки {text.words[at]} нет пары", text.at(at, at + 1), ("поставьте вторую кавычку",)
        )


def _unpaired(words: str) -> Iterator[int]:
    """The first quote that is not closed or not opened; nothing if all are paired."""
    opened: list[int] = []
    straight: list[int] = []
    for found in _QUOTE.finditer(_ENGLISH.sub(r" \1 ", words)):
        at, sign = found.start(), found[0]
        if sign in _PAIRS:
            opened.append(at)
        elif sign == '"':
            straight.append(at)
        elif opened and _PAIRS[words[opened[-1]]] == sign:
            opened.pop()
        else:
            yield at
            return
    if opened:
        yield opened[-1]
    elif len(straight) % 2:
        yield straight[-1]


RULE = Rule(Code("T902", "unbalanced-quotes", Severity.WARNING, __doc__), check)
