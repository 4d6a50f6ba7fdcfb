"""Одно и то же названо двумя словами.

Почему    «Образовательные организации» и «образовательные учреждения» рядом читаются как две группы.
          Закон об образовании знает только организации.
Плохо     measure: Отчёты образовательных учреждений
Хорошо    measure: Отчёты образовательных организаций
Основание Федеральный закон от 29.12.2012 № 273-ФЗ, статья 2, пункт 18
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_ORGANISATIONS = regex(r"образовательн[а-яё]+ организаци[а-яё]+", re.IGNORECASE)
_INSTITUTIONS = regex(r"\b[а-яё]*образовательн[а-яё]+ учреждени[а-яё]+\b(?!\s+«|\s*\(далее)", re.IGNORECASE)
"""A name in quotes after it makes it a proper name."""
_FIELDS = frozenset(("measure", "result", "title", "preamble", "prose", "value", "name", "audience"))


def check(subject: CheckInput) -> Iterator[Finding]:
    """Institutions where the plan also has organisations."""
    if not any(True for _ in subject.find(_ORGANISATIONS, "образовательн")):
        return
    for text, match in subject.find(_INSTITUTIONS, "учреждени"):
        if text.field in _FIELDS:
            message = f"«{match[0]}», а в других местах – организации"
            yield Finding(message, text.at(*match.span()), ("называйте их одинаково",))


RULE = Rule(Code("T921", "synonyms", Severity.NOTE, __doc__), check)
