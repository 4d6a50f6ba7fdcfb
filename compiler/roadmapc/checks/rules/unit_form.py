"""Единица измерения или число записаны не по форме.

Почему    «тыс.руб», «м2», «5-%» – запись черновика: в таблице её не складывают, а в приказе она режет глаз.
Плохо     result: ремонт на 15 тыс.руб
Хорошо    result: ремонт на 15 тыс. руб.
Основание ГОСТ 8.417; правила набора: сокращение с точкой, знак через пробел, наращения у количеств нет
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.wordings import Mark
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_FORMS: tuple[tuple[re.Pattern[str], tuple[Mark, ...], str], ...] = (
    (regex(r"(?<![а-яё])(?P<large>тыс|млн|млрд)\.?руб(?![а-яё])\.?"), ("руб",), "{large}. руб."),
    (regex(r"(?<![а-яё])тыс\sруб(?![а-яё])\.?"), ("тыс руб",), "тыс. руб."),
    (regex(r"(?<![а-яё])т\.\s?р\.?(?![а-яё])"), ("т.р", "т. р"), "тыс. руб."),
    (regex(r"(?<![а-яёa-z])(?P<unit>к?м)2(?!\w)"), ("м2",), "{unit}²"),
    (regex(r"(?<![а-яёa-z])(?P<unit>к?м)3(?!\w)"), ("м3",), "{unit}³"),
    (regex(r"(?<![а-яё])(?P<unit>кв|куб)\.(?=к?м(?![а-яё]))"), ("кв.", "куб."), "{unit}. "),
    (regex(r"(?<=\d)\s?-\s?%"), ("%",), " %"),
    (regex(r"(?<![\d.,-])(?P<count>\d+)-(?:ти|ми|х|и|мя)(?=\s+[а-яё])"), (regex(r"\d-[тмхи]"),), "{count}"),
    (regex(r"(?<=\d\s)(?P<unit>чел|шт|экз)(?![а-яё.])"), ("чел", "шт", "экз"), "{unit}."),
)
"""What is wrong, with what every such thing has, and how it is written."""


_TIGHT_PERCENT = regex(r"(?<=\d)%")
_LOOSE_PERCENT = regex(r"\d[ \u00a0]%")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Units and numbers in any text; a tight «5%» where the same document writes «5 %»."""
    forms = list(_FORMS)
    if any(True for _ in subject.find(_LOOSE_PERCENT, "%")):
        forms.append((_TIGHT_PERCENT, ("%",), " %"))
    for pattern, marks, right in forms:
        for text, found in subject.find(pattern, *marks):
            written = right.format(**found.groupdict()).replace("млн.", "млн").replace("млрд.", "млрд")
            message = (
                f"«{found[0]}» пишут «{written.strip()}»" if written != " %" else "перед «%» нет пробела"
            )
            keeps_letters = re.sub(r"\W", "", found[0]) == re.sub(r"\W", "", written)
            edit = text.edit(*found.span(), written) if keeps_letters else None
            yield Finding(message, text.at(*found.span()), (f"напишите «{written.strip()}»",), edit=edit)


RULE = Rule(Code("T940", "unit-form", Severity.WARNING, __doc__, Group.LAYOUT), check)
