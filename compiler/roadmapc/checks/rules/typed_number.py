"""Номер или знак перечня набран в самом тексте.

Почему    Номера и тире ставит компилятор, поэтому набранный номер напечатается второй раз и не изменится,
          когда пункты переставят.
Плохо     text: 3.Руководителям школ подготовить отчёт до 01.06.2021.
Хорошо    text: Руководителям школ подготовить отчёт до 01.06.2021.
Основание соглашение roadmapc: номера – из порядка
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_MARK = regex(r"(?:[-–—•*]\s*)?\d+(?:\.\d+)*[.)]\s*(?=[А-ЯЁA-Z{«])|[-–—•]\s+(?=\S)")
_FIELDS = ("text", "clauses", "items", "title", "measure")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses, items, titles and measures that begin with a number or a dash; those of a signed act may."""
    for text in () if subject.plan.order.is_as_signed else subject.fields(*_FIELDS):
        mark = _MARK.match(text.words)
        is_list = text.field == "measure" and "\n" in text.words.strip()  # and the mark one of its items'
        if mark is not None and not is_list:
            message = f"«{mark[0].strip()}» набрано в тексте и напечатается второй раз"
            yield Finding(message, text.at(*mark.span()), ("уберите номер: его поставит компилятор",))


RULE = Rule(Code("N708", "typed-number", Severity.WARNING, __doc__, Group.LAYOUT), check)
