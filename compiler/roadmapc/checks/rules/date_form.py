"""Дата записана не по форме.

Почему    Форм две: 05.08.2013 и 5 августа 2013 г. Ноль перед днём, потерянное «г.», точка после «от»
          и кавычки вокруг дня – смесь обеих.
Плохо     preamble: Во исполнение постановления от 05 августа 2013 года № 662
Хорошо    preamble: Во исполнение постановления от 5 августа 2013 года № 662
Основание ГОСТ Р 7.0.97, реквизит «дата документа»
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.dates import ANY_MONTH_GENITIVE
from roadmapc.text.regex import regex

_YEARS = tuple(f"{figure}{space}г" for figure in range(10) for space in ("", " "))
_YEARS_OF_DATE = tuple(f"{sign}{century}" for sign in "./-" for century in ("19", "20"))
_FORMS = {
    "ноль перед днём": (regex(rf"\b0\d {ANY_MONTH_GENITIVE}(?: \d{{4}})?"), ("0",)),
    "точка после «от»": (regex(r"\bот\.\s*\d{2}\.\d{2}\.\d{4}"), ("от.",)),
    "день в кавычках": (
        regex(rf"[«\"]\d{{1,2}}[»\"] (?:{ANY_MONTH_GENITIVE}|\d{{2}})(?: \d{{4}})?"),
        ("«", '"'),
    ),
    "после года нет «г.» или «года»": (
        regex(rf"\bот \d{{1,2}} {ANY_MONTH_GENITIVE} \d{{4}}(?! ?г)"),
        ("от ",),
    ),
    "день и месяц – две цифры": (
        regex(r"(?<![\d.])(?:[1-9]\.\d{1,2}|\d{2}\.[1-9])\.(?:19|20)\d{2}(?![\d.])"),
        _YEARS_OF_DATE,
    ),
    "между числами – точки": (
        regex(
            r"(?<![\d/№.-])(?<!№ )(?:[0-2]?\d|3[01])"
            r"(?P<sign>[/-])(?:0?\d|1[0-2])(?P=sign)(?:19|20)\d{2}(?![\d/-])"
        ),
        _YEARS_OF_DATE,
    ),
    "год – четыре цифры": (regex(r"\bот\s\d{2}\.\d{2}\.\d{2}(?![\d.])"), ("от ",)),
    "перед «г.» нет пробела": (
        regex(rf"\d{{1,2}}\s{ANY_MONTH_GENITIVE}\s(?:19|20)\d{{2}}г\.", re.IGNORECASE),
        ("г.",),
    ),
    "после «г» нет точки": (regex(r"\b(?:19|20)\d{2} ?гг?(?![\w.])"), _YEARS),
}
"""What is wrong, by how it looks, with what every such date has."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Dates of a form that the standard has not."""
    for wrong, (pattern, marks) in _FORMS.items():
        for text, match in subject.find(pattern, *marks):
            hint = "пишите «05.08.2013» или «5 августа 2013 г.»"
            yield Finding(f"дата «{match[0]}»: {wrong}", text.at(*match.span()), (hint,))


RULE = Rule(Code("T917", "date-form", Severity.WARNING, __doc__, Group.LAYOUT), check)
