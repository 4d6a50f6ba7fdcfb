"""Два пробела подряд.

Почему    Лишний пробел печатается и раздвигает строку, а поиск по двум словам их не находит.
Плохо     measure: "Отчёт  школы"
Хорошо    measure: Отчёт школы
Основание правила набора: между словами один пробел
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex
from roadmapc.text.shorten import excerpt

_SPACES = regex(r"(?<=[^\s|])[ \u00a0]{2,}(?=[^\s|#])")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Spaces between two words of one line."""
    for text, match in subject.find(_SPACES, "  "):
        edit = text.edit(*match.span(), " ")
        message = f"два пробела подряд: «{excerpt(text.words, *match.span())}»"
        yield Finding(message, text.at(*match.span()), ("оставьте один пробел",), edit=edit)


RULE = Rule(Code("T942", "double-space", Severity.WARNING, __doc__, Group.LAYOUT), check)
