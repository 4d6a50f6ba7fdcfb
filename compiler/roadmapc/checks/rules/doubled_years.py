"""«Г.г.» на месте «гг.».

Почему    Множественное число показывает удвоенная буква, и точка после неё одна: «гг.».
Плохо     measure: Итоги 2020–2021 г.г.
Хорошо    measure: Итоги 2020–2021 гг.
Основание ГОСТ Р 7.0.12: сокращения слов
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_YEARS = regex(r"(?<![А-Яа-яЁё])г\.г\.")


def check(subject: CheckInput) -> Iterator[Finding]:
    """The abbreviation with a full stop inside; with a space there it could be a year and a city."""
    for text, match in subject.find(_YEARS, "г.г."):
        yield Finding("«г.г.» пишется «гг.»", text.at(*match.span()), edit=text.edit(*match.span(), "гг."))


RULE = Rule(Code("T926", "doubled-years", Severity.WARNING, __doc__, Group.LAYOUT), check)
