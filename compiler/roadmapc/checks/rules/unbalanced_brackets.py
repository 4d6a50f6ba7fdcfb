"""Скобка не закрыта.

Почему    Где кончается пояснение, непонятно: весь остаток предложения читается внутри скобок.
Плохо     measure: Консультации (индивидуальные, групповые
Хорошо    measure: Консультации (индивидуальные, групповые)
Основание правила русской пунктуации: скобки парные
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_BRACKET = re.compile("[()]")
_LIST_MARK = re.compile(r"(?:^|(?<=[\s;]))(?:[а-яёa-z]|\d{1,2})\)", re.MULTILINE)
"""«а)» and «1)» close nothing."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The bracket of each text that has no pair."""
    for text in subject.texts:
        at = _unpaired(text.words)
        if at is not None:
            yield Finding(
                f"у скобки «{text.words[at]}» нет пары", text.at(at, at + 1), ("поставьте вторую скобку",)
            )


def _unpaired(words: str) -> int | None:
    if "(" not in words and ")" not in words:
        return None
    marks = {found.end() - 1 for found in _LIST_MARK.finditer(words)}
    opened: list[int] = []
    for found in _BRACKET.finditer(words):
        at, sign = found.start(), found[0]
        if sign == "(":
            opened.append(at)
        elif sign == ")" and opened:
            opened.pop()
        elif sign == ")" and at not in marks:
            return at
    return opened[-1] if opened else None


RULE = Rule(Code("T903", "unbalanced-brackets", Severity.WARNING, __doc__), check)
