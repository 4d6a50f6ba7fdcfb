"""Известный акт назван с ошибкой.

Почему    «№ 237-ФЗ «Об образовании…»» – такого закона нет: основание приказа не найти, а суд сочтёт, что
          приказ основан ни на чём.
Плохо     preamble: На основании Федерального закона от 27.07.2006 № 125-ФЗ «О персональных данных»
Хорошо    preamble: На основании Федерального закона от 27.07.2006 № 152-ФЗ «О персональных данных»
Основание официальное опубликование актов: Собрание законодательства Российской Федерации
"""

from collections.abc import Iterator

from roadmapc.checks.facts.known_acts import difference, meant
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Citations of the known federal acts with another date, number or title."""
    for said in subject.facts.acts:
        known = meant(said.value)
        if known is not None and (what := difference(said.value, known)):
            yield Finding(f"акт назван с ошибкой: {what}", said.place, (f"это акт {known.citation}",))


RULE = Rule(Code("L833", "act-misquoted", Severity.WARNING, __doc__), check)
