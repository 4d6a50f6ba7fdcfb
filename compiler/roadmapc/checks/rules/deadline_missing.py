"""У мероприятия нет срока.

Почему    По общему правилу делопроизводства поручение без срока исполняют за месяц; исполнитель узнает
          об этом, когда месяц пройдёт.
Плохо     measure: Провести совещание
Хорошо    deadline: до 01.09 ежегодно
Основание инструкции по делопроизводству о сроках исполнения документов
"""

from collections.abc import Iterator

from roadmapc.checks.numbering import is_total
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Measures without a deadline field; a row of totals asks for nothing."""
    for _, measure in subject.rows:
        if not measure.terms and not is_total(measure):
            hint = "добавьте строку «deadline: …», например «до 01.09 ежегодно»"
            span = measure.origin.key_span("measure")
            yield Finding(f"у мероприятия {measure.reference} нет срока", span, (hint,))


RULE = Rule(Code("D301", "deadline-missing", Severity.WARNING, __doc__), check)
