"""После точки – строчная буква.

Почему    Точка попала сюда вместо запятой, или предложение начато не с той буквы.
Плохо     measure: Совещание педагогов. руководителей школ
Хорошо    measure: Совещание педагогов, руководителей школ
Основание правила русской пунктуации
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex
from roadmapc.text.shorten import around

_STOP = regex(r"(?:(?<=[а-яё]{4})|(?<=[»)]))\.(?= [а-яё]{2,})")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Full stops inside a sentence; short words before them are abbreviations."""
    for text, match in subject.find(_STOP, ". "):
        words = around(text.words, *match.span())
        yield Finding(f"точка посреди предложения: «{words}»", text.at(*match.span()), ("поставьте запятую",))


RULE = Rule(Code("T922", "stop-before-small-letter", Severity.WARNING, __doc__, Group.LAYOUT), check)
