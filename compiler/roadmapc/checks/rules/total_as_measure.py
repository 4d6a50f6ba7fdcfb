"""Итог записан мероприятием.

Почему    Мероприятие – чья-то обязанность: у него номер, исполнитель и срок, и оно попадает в календарь.
          Сумму строк никто не исполняет, а набранная вручную она разойдётся с ними при первой правке.
Плохо     measure: Итого по разделу 1
Хорошо    measure: Закупить учебники
Основание соглашение roadmapc: итог – поле total раздела или таблицы
"""

from collections.abc import Iterator

from roadmapc.checks.numbering import is_total
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Measures that are called a total."""
    for section, measure in subject.rows:
        if is_total(measure):
            message = f"строка «{measure.title}» – итог, а записана мероприятием"
            holder = "раздела" if section.title else "таблицы"
            hint = f"перенесите её в поле total {holder}; у складываемых граф – total: sum"
            yield Finding(message, measure.origin.key_span("measure"), (hint,))


RULE = Rule(Code("T932", "total-as-measure", Severity.WARNING, __doc__), check)
