"""Прямые или английские кавычки вместо «ёлочек».

Почему    В русском тексте кавычки – «ёлочки», внутри них – „лапки“. Прямые не показывают, где цитата
          открывается, поэтому потерянную не видно.
Плохо     measure: Участие в проекте "Образование"
Хорошо    measure: Участие в проекте «Образование»
Основание правила русской типографики
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_QUOTED = regex(r'(?<![\w=])"(?P<words>(?:[^"«»\n]|«[^"«»\n]*»)+)"(?!\w)|“(?P<english>[^“”«»„\n]+)”')

_HINT = "поставьте «ёлочки», внутри них – „лапки“"


def check(subject: CheckInput) -> Iterator[Finding]:
    """Pairs of straight quotes, and of the English ones that word processors put."""
    for text, match in subject.find(_QUOTED, '"', "”"):
        words, kind = (match["words"], "прямые") if match["words"] else (match["english"], "английские")
        words = words.replace("«", "„").replace("»", "“")
        before = text.words[: match.start()]
        is_inner = before.count("«") > before.count("»")
        edit = text.edit(*match.span(), f"„{words}“" if is_inner else f"«{words}»")
        message = f"кавычки у «{words.strip()}» {kind}"
        yield Finding(message, text.at(*match.span()), (_HINT,), edit=edit)


RULE = Rule(Code("T901", "straight-quotes", Severity.WARNING, __doc__, Group.LAYOUT), check)
