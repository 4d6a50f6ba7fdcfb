"""Поручено всем и никому.

Почему    «Ответственным лицам», «всем заинтересованным»: по такому пункту никто себя не узнает, и спросить
          не с кого.
Плохо     text: Ответственным лицам подготовить отчёт до 01.06.2021.
Хорошо    text: Методисту подготовить отчёт до 01.06.2021.
Основание текст приказа: исполнитель назван по должности или наименованию
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_WHO = (
    r"(?:лицам|исполнителям|работникам|сотрудникам|специалистам|службам|органам|структурам|организациям"
    r"|ведомствам)"
)
_NOBODY = regex(
    rf"^\W*(?:всем\s+)?(?:(?:ответственн|соответствующ|заинтересованн|причастн|компетентн|уполномоченн)[а-яё]+\s+{_WHO}"
    r"|(?:всем\s+)?(?:заинтересованным|ответственным|причастным)(?=\s+[а-яё]+(?:ть|ти)\b)|всем(?=\s+[а-яё]+(?:ть|ти)\b))"
    r"|кому\s+следует|исполнителям(?:\s+на\s+местах)?(?=\s+[а-яё]+(?:ть|ти)\b)"
    r"(?!\s*(?:за|,?\s*\())",
    re.IGNORECASE,
)
"""At the head of a task; «ответственным за выпуск» are known."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses whose addressee nobody is."""
    for text in subject.fields("text", "clauses"):
        match = _NOBODY.match(text.words)
        if match is not None and subject.facts.home(text).clause is not None:
            message = f"«{match[0].strip()}» – никто в отдельности"
            yield Finding(message, text.at(*match.span()), ("назовите должность или орган",))


RULE = Rule(Code("E623", "nobody-in-particular", Severity.WARNING, __doc__), check)
