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
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Severity

_PAIRS = {"«": "»", "„": "“"}
_QUOTE = re.compile('[«»„“"]')
_CLOSING = frozenset(_PAIRS.values())


def check(subject: CheckInput) -> Iterator[Finding]:
    """The quote of each text that has no pair."""
    for text in subject.texts:
        at = _unpaired(text)
        if at is not None:
            yield Finding(
                f"у кавычки {text.words[at]} нет пары", text.at(at, at + 1), ("поставьте вторую кавычку",)
            )


def _unpaired(text: Text) -> int | None:
    """The first quote that is not closed or not opened; `None` if all are paired."""
    opened: list[int] = []
    straight: list[int] = []
    for found in _QUOTE.finditer(text.words):
        at, sign = found.start(), found[0]
        if sign in _PAIRS:
            opened.append(at)
        elif sign in _CLOSING:
            if not opened or _PAIRS[text.words[opened[-1]]] != sign:
                return at
            opened.pop()
        else:
            straight.append(at)
    return opened[-1] if opened else straight[-1] if len(straight) % 2 else None


RULE = Rule(Code("T902", "unbalanced-quotes", Severity.WARNING, __doc__), check)
