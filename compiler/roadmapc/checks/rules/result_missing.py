"""Графа результата у мероприятия пуста.

Почему    По результату проверяют исполнение. Пустая ячейка в графе, которая у других заполнена,
          читается как пропуск.
Плохо     measure: Провести совещание
Хорошо    result: аналитическая справка
Основание соглашение roadmapc
"""

from collections.abc import Iterator

from roadmapc.checks.numbering import is_total
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Measures without a result in tables that have the column; a row of totals asks for nothing."""
    tables = [table for table in subject.plan.tables if "result" in [column.key for column in table.columns]]
    measures = (measure for table in tables for section in table.walk() for measure in section.measures)
    for measure in measures:
        if not measure.result and not is_total(measure):
            hint = "добавьте строку «result: …»: что появится, когда мероприятие исполнят"
            span = measure.origin.key_span("measure")
            yield Finding(f"у мероприятия {measure.reference} не указан результат", span, (hint,))


RULE = Rule(Code("N701", "result-missing", Severity.WARNING, __doc__), check)
