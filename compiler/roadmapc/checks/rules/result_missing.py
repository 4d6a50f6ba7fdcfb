"""Графа результата у мероприятия пуста.

Почему    По результату проверяют исполнение. Пустая ячейка в графе, которая у других заполнена,
          читается как пропуск.
Плохо     measure: Провести совещание
Хорошо    result: аналитическая справка
Основание соглашение roadmapc
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.plan import Measure, Measures


def check(subject: CheckInput) -> Iterator[Finding]:
    """Measures without a result in tables that have the column."""
    for measure in _measures_with_result_column(subject):
        if not measure.result:
            hint = "добавьте строку «result: …»: что появится, когда мероприятие исполнят"
            span = measure.origin.key_span("measure")
            yield Finding(f"у мероприятия {measure.number} не указан результат", span, (hint,))


def _measures_with_result_column(subject: CheckInput) -> Iterator[Measure]:
    for appendix in subject.plan.appendices:
        for part in appendix.parts:
            if isinstance(part, Measures) and any(column.key == "result" for column in part.columns):
                for section in part.walk():
                    yield from section.measures


RULE = Rule(Code("N701", "result-missing", Severity.WARNING, __doc__), check)
