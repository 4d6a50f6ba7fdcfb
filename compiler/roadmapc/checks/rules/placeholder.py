"""В тексте незаполненное место.

Почему    «____» и «уточнить» оставляют в проекте и забывают; подписанный приказ с ними исполнить нельзя.
Плохо     measure: Отчёт за ____ год
Хорошо    measure: Отчёт за 2021 год
Основание подписывают заполненный документ
"""

import re
from collections.abc import Iterator

from roadmapc.checks.appendices import is_in_form
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

PLACEHOLDER = re.compile(r"_{3,}|\bTODO\b|\b[XХxх]{3,}\b|\?{2,}|\bуточнить\)|<[А-Яа-яё ]+>")
"""What is left to be filled in or to be done."""
_MARKS = ("__", "todo", "xx", "хх", "xх", "хx", "??", "уточнить", "<")
"""Both alphabets have the letter of «ХХ»."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Blanks and reminders; a form for others to fill in has them by nature."""
    for text, match in subject.find(PLACEHOLDER, *_MARKS):
        place = text.at(*match.span())
        if not is_in_form(subject.plan, place):
            yield Finding(f"незаполненное место «{match[0]}»", place, ("впишите недостающее",))


RULE = Rule(Code("T916", "placeholder", Severity.WARNING, __doc__), check)
