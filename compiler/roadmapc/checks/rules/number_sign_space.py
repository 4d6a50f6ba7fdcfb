"""Потерян пробел у «№», «г.» или «п.».

Почему    «№512» и «№ 512» в одном документе – разнобой, а поиск находит только одно из двух.
Плохо     preamble: Во исполнение приказа от 23.11.2020 №503
Хорошо    preamble: Во исполнение приказа от 23.11.2020 № 503
Основание правила оформления: знак номера отделяется неразрывным пробелом, его поставит компилятор
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex
from roadmapc.text.shorten import excerpt

_GLUED = regex(r"№(?=[\w«„])|\bг\.(?=[А-ЯЁ][а-яё])|\b(?:п|пп|ст)\.(?=\d)|(?<=\b\d{4})(?=гг?\.)")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Abbreviations that the next word touches."""
    for text, match in subject.find(_GLUED, "№", "г.", "п.", "ст."):
        sign = match[0] or "года"
        around = excerpt(text.words, *match.span())
        end = max(match.end(), match.start() + 1)
        edit = text.edit(match.end(), match.end(), " ")
        yield Finding(f"у «{sign}» потерян пробел: «{around}»", text.at(match.start(), end), edit=edit)


RULE = Rule(Code("T907", "number-sign-space", Severity.WARNING, __doc__, Group.LAYOUT), check)
