"""Прямые кавычки вместо «ёлочек».

Почему    В русском тексте кавычки – «ёлочки», внутри них – „лапки“. Прямые не показывают, где цитата
          открывается, поэтому потерянную не видно.
Плохо     measure: Участие в проекте "Образование"
Хорошо    measure: Участие в проекте «Образование»
Основание правила русской типографики
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_QUOTED = re.compile(r'(?P<open>(?<![\w=])")(?P<words>[^"«»\n]+)(?P<close>"(?!\w))')


def check(subject: CheckInput) -> Iterator[Finding]:
    """Pairs of straight quotes."""
    for text, found in subject.find(_QUOTED, '"'):
        edit = text.edit(*found.span(), f"«{found['words']}»")
        message = f"кавычки у «{found['words'].strip()}» прямые"
        yield Finding(message, text.at(*found.span()), ("поставьте «ёлочки»",), edit=edit)


RULE = Rule(Code("T901", "straight-quotes", Severity.WARNING, __doc__), check)
