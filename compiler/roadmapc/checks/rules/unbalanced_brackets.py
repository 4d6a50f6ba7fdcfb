"""Скобка не закрыта.

Почему    Где кончается пояснение, непонятно: весь остаток предложения читается внутри скобок.
Плохо     measure: Консультации (индивидуальные, групповые
Хорошо    measure: Консультации (индивидуальные, групповые)
Основание правила русской пунктуации: скобки парные
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_BRACKET = regex(r"[()]")
_LIST_MARK = regex(r"(?:^|(?<=[\s;]))(?:[а-яёa-z]|\d{1,2})\)", re.MULTILINE)
"""«а)» and «1)» close nothing."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The bracket of each text that has no pair."""
    for text, at in subject.ask(_unpaired, "(", ")"):
        yield Finding(
            f"у скобки «{text.words[at]}» нет пары", text.at(at, at + 1), ("поставьте вторую скобку",)
        )


def _unpaired(words: str) -> Iterator[int]:
    """The first that closes nothing, else the last that is not closed; nothing if all are paired."""
    marks = {found.end() - 1 for found in _LIST_MARK.finditer(words)}
    opened: list[int] = []
    for found in _BRACKET.finditer(words):
        at = found.start()
        if found[0] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif at not in marks:
            yield at
            return
    yield from opened[-1:]


RULE = Rule(Code("T903", "unbalanced-brackets", Severity.WARNING, __doc__, Group.LAYOUT), check)
