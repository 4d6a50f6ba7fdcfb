"""Единица измерения или число записаны не по форме.

Почему    «тыс.руб», «м2», «5-%» – запись черновика: в таблице её не складывают, а в приказе она режет глаз.
Плохо     result: ремонт на 15 тыс.руб
Хорошо    result: ремонт на 15 тыс. руб.
Основание ГОСТ 8.417; правила набора: сокращение с точкой, знак через пробел, наращения у количеств нет
"""

import re
from collections.abc import Callable, Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_FORMS: tuple[tuple[re.Pattern[str], tuple[str, ...], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"(?<![а-яё])(?P<large>тыс|млн|млрд)\.?\s?руб(?![а-яё])\.?", re.IGNORECASE),
        ("руб",),
        lambda found: f"{found['large']}{'.' if found['large'].lower() == 'тыс' else ''} руб.",
    ),
    (
        re.compile(r"(?<![а-яёa-z])(?P<unit>к?м)(?P<power>[23])(?!\w)"),
        ("м2", "м3"),
        lambda found: found["unit"] + "²³"[int(found["power"]) - 2],
    ),
    (re.compile(r"(?<=\d)\s?-\s?%"), ("%",), lambda found: " %"),
    (
        re.compile(r"(?<![\d.,-])(?P<count>\d+)-(?:ти|ми|х|и|мя)(?=\s+[а-яё])"),
        ("-",),
        lambda found: found["count"],
    ),
)
"""What is wrong, with what every such thing has, and how it is written."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Units and numbers in any text."""
    for pattern, marks, right in _FORMS:
        for text, found in subject.find(pattern, *marks):
            written = right(found)
            if written != found[0] and not found[0].endswith(f"{written}"):
                message = f"«{found[0]}» пишут «{written.strip()}»"
                edit = text.edit(*found.span(), written)
                yield Finding(message, text.at(*found.span()), (f"напишите «{written.strip()}»",), edit=edit)


RULE = Rule(Code("T940", "unit-form", Severity.WARNING, __doc__), check)
