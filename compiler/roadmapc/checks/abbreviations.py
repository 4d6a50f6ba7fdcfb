"""Abbreviations: those that everybody knows, and those that a plan introduces."""

import re
from collections.abc import Iterator
from itertools import chain

from roadmapc.model.parts import Table
from roadmapc.model.plan import Plan
from roadmapc.model.printed import part_text
from roadmapc.text.regex import regex

ABBREVIATION = regex(r"[А-ЯЁ](?<![\w-].)[а-яё]?[А-ЯЁ][А-ЯЁа-яё]*(?![\w-])")
"""«ОО», «ВПР», «ЗСиППС»; a word with one capital is a name.

Patterns begin with the letter, and then look at what stands before it: letters are quick to look for.
"""
INTRODUCED = regex(r"\(далее[^()–—-]*+[–—-]\s*+(?P<name>[^()]++)\)")
"""«(далее – ОО)», «(далее по тексту - План)»: whatever the dash, the name is introduced."""
_BRACKETED = regex(r"\((?<=[а-яё»“]\s.)(?P<name>[А-ЯЁ]{2,})\)")
"""«пункты временного размещения (ПВР)»."""
_EXPLAINED = regex(r"(?P<name>[А-ЯЁ](?<![\w-].)[А-ЯЁ]+)\s*[–—-]\s+[а-яё]+")
_WAYS = (INTRODUCED, _EXPLAINED, _BRACKETED)

KNOWN = frozenset(
    (
        *(
            "РФ",
            "ФЗ",
            "ГК",
            "ТК",
            "ООО",
            "АО",
            "ГОСТ",
            "СМИ",
            "ИП",
            "МВД",
            "МЧС",
            "СССР",
            "США",
            "СНИЛС",
            "ИНН",
        ),
        *("ЕГЭ", "ОГЭ", "ГИА", "ВПР", "ФГОС", "НИКО", "ОВЗ", "ЦРО", "ИМЦ"),
        *("МБУ", "МКУ", "МАУ", "МУ", "МОУ", "МБОУ", "МАОУ", "МКОУ", "МБДОУ", "МАДОУ", "МДОУ", "ДПО", "СОШ"),
        *("МУП", "ГУП", "МУК", "МБУК", "МКУК", "ЖКХ", "ГО", "ЧС", "ГСМ"),
        *("ФИО", "ИТОГО", "ВСЕГО", "ПЛАН", "ПРОЕКТ", "ПРИКАЗ", "ФОРМА", "СОСТАВ", "ОТЧЕТ", "ОТЧЁТ", "ГРАФИК"),
    )
)
"""The country and its laws; examinations that federal law names; legal forms of institutions; housing and
civil defence; words that tables and stamps set in capitals."""


def introduced(text: str) -> tuple[str, ...]:
    """Every word of the names after «далее –», and abbreviations that a text explains."""
    ways = (INTRODUCED.finditer(text), _EXPLAINED.finditer(text), _BRACKETED.finditer(text))
    return tuple(word for found in chain(*ways) for word in re.findall(r"[\w-]+", found["name"]))


def introducing(plan: Plan) -> Iterator[str]:
    """All that may introduce a name: the order, then the appendices, files with prose included."""
    order = plan.order
    yield from (order.title, order.preamble)
    for clause in order.walk():
        yield from (clause.text, *clause.paragraphs, *clause.items)
    for appendix in plan.appendices:
        yield appendix.title
        for part in appendix.parts:
            if not isinstance(part, Table):
                yield part_text(part)
        for section in appendix.walk():
            yield section.title
    for _, measure in plan.walk():
        yield from (measure.title, *(block.text for block in measure.result))
