"""В тексте незаполненное место.

Почему    «____» и «уточнить» оставляют в проекте и забывают; подписанный приказ с ними исполнить нельзя.
          В форме, которую заполнят другие, места – содержание: у её приложения пишут kind: form.
Плохо     measure: Отчёт за ____ год
Хорошо    measure: Отчёт за 2021 год
Основание подписывают заполненный документ
"""

import re
from collections.abc import Iterator

from roadmapc.checks.appendices import is_in_form
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

PLACEHOLDER = regex(
    r"_{3,}|\b__(?:\.__)+|\bTODO\b|\b[XХxх]{3,}\b|\b[XХ]{2}(?:\.[XХ]{2,4})+|\?{2,}|\bуточнить\)|<[А-Яа-яё ]+>"
    r"|\((?:указать|вписать|вставить|заполнить|нужное|наименование|название)(?:\s[а-яё ,]{0,40})?\)"
    r"|\((?:согласовать|проверить|спросить|обсудить|переделать|исправить)[^()]{0,20}\)"
    r"|\((?:дата|подпись|должность|фамилия|ф\.\s?и\.\s?о\.)\)|(?<=\s)(?:…|\.{3,})(?=\s)"
    r"|(?<![\w«])(?:№\s*)?N(?=\s+[а-яё]{3,})",
    re.IGNORECASE,
)
"""What is left to be filled in or to be done."""
_MARKS = (
    *("__", "todo", "xx", "хх", "xх", "хx", "??", "уточнить", "<", "(указать", "(вписать", "(вставить"),
    *("(заполнить", "(нужное", "(наименование", "(название", "(дата", "(подпись", "(должность", "(фамилия"),
    *("(ф.", "…", "...", "n ", "(согласовать", "(проверить", "(спросить", "(обсудить"),
    *("(переделать", "(исправить"),
)
"""Both alphabets have the letter of «ХХ»."""
_OF_PARTS = frozenset(("prose", "rows", "value", "heading"))
_FORM = "если это форма, которую заполнят другие, напишите у приложения kind: form"
_HEADS = frozenset(("columns", "heading"))
"""Heads of a table name what is to be filled in under them."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Blanks and reminders; a form for others to fill in has them by nature."""
    for text, match in subject.find(PLACEHOLDER, *_MARKS):
        place = text.at(*match.span())
        is_head = text.field in _HEADS and match[0].startswith("(")
        if not is_head and not is_in_form(subject.plan, place):
            hints = ("впишите недостающее", *([_FORM] if text.field in _OF_PARTS else ()))
            yield Finding(f"незаполненное место «{match[0]}»", place, hints)


RULE = Rule(Code("T916", "placeholder", Severity.WARNING, __doc__), check)
