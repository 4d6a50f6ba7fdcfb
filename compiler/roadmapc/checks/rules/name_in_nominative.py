"""Название органа набрано вручную, не в том падеже.

Почему    «Начальнику отдел образования» – название скопировано из справочника, а падеж остался
          именительным. Ссылка на справочник ставит нужный падеж и обновится вместе с ним.
Плохо     text: Начальнику управление образования подготовить отчёт до 01.06.2021.
Хорошо    text: Начальнику {board.genitive} подготовить отчёт до 01.06.2021.
Основание правила русского языка: управление; падежи названий – в справочнике организации
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import Body, Organisation
from roadmapc.source.span import Span


class _Governor(NamedTuple):
    """Words after which a name stands in a case."""

    case: str
    """The field of the directory."""
    words: tuple[str, ...]
    """In small letters, without the endings."""
    reason: str


_GOVERNORS = (
    _Governor(
        "genitive",
        (
            *("начальник", "директор", "руководител", "заведующ", "приказ"),
            *("специалист", "методист", "работник", "сотрудник"),
        ),
        "нужен родительный падеж",
    ),
    _Governor("dative", ("поручить", "предложить", "рекомендовать"), "нужен дательный падеж"),
    _Governor("instrumental", ("совместно с", "по согласованию с"), "нужен творительный падеж"),
)
_COMPILED = tuple(
    (governor, re.compile(rf"\b(?:{'|'.join(governor.words)})[а-яё]* ")) for governor in _GOVERNORS
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Names in the nominative after a word that governs another case, where the directory has that case."""
    for governor, pattern in _COMPILED:
        forms = _forms(subject.plan.organisation, governor.case)
        for text, (span, body) in subject.ask(partial(_named, pattern, forms), *governor.words):
            message = f"название «{text.words[span.start : span.end]}» не в том падеже: {governor.reason}"
            form = text_of(body.origin.get(governor.case))
            hint = f"напишите ссылку {{{body.id}.{governor.case}}}: «{form}»"
            yield Finding(message, text.at(*span), (hint,))


def _forms(organisation: Organisation, case: str) -> list[tuple[str, Body]]:
    """Names in small letters of bodies that have a case, the longest first.

    «школы» may be the genitive of one school: names in the plural are left out.
    """
    bodies = (body for body in organisation.bodies.values() if body.origin.get(case) is not None)
    forms = [(body.name.lower(), body) for body in bodies if not body.name.split()[0].endswith(("ы", "и"))]
    return sorted(forms, key=lambda form: -len(form[0]))


def _named(
    pattern: re.Pattern[str], names: list[tuple[str, Body]], words: str
) -> Iterator[tuple[Span, Body]]:
    """Where names stand after governing words: at each place the longest."""
    small = words.lower()
    for governing in pattern.finditer(small) if len(small) == len(words) else ():
        for name, body in names:
            span = Span(governing.end(), governing.end() + len(name))
            if small.startswith(name, span.start) and not small[span.end : span.end + 1].isalnum():
                yield span, body
                break


RULE = Rule(Code("E612", "name-in-nominative", Severity.WARNING, __doc__), check)
