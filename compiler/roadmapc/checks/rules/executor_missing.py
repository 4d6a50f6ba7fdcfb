"""У мероприятия нет исполнителя.

Почему    За дело, порученное никому, никто не отвечает, и ни в чей календарь оно не попадёт.
Плохо     measure: Провести совещание
Хорошо    executors: [board]
Основание текст приказа: исполнитель, действие, срок
"""

from collections.abc import Iterator

from roadmapc.checks.numbering import is_total
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Measures without an executors field; a row of totals asks for nothing."""
    for _, measure in subject.rows:
        if "executors" not in measure.origin.fields and not is_total(measure):
            hint = "добавьте строку «executors: […]» с именами из справочника"
            span = measure.origin.key_span("measure")
            yield Finding(f"у мероприятия {measure.reference} нет исполнителя", span, (hint,))


RULE = Rule(Code("E601", "executor-missing", Severity.WARNING, __doc__), check)
