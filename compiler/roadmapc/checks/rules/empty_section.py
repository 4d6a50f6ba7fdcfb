"""В разделе нет мероприятий.

Почему    Заголовок без строк под ним читается как потеря при копировании.
Плохо     - { id: empty, title: Контроль }
Хорошо    - { id: control, title: Контроль, measures: [{ id: report, measure: Отчёт }] }
Основание соглашение roadmapc
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Sections with neither measures nor sub-sections."""
    for table in subject.plan.tables:
        for section in table.walk():
            if not section.measures and not section.sections:
                span = section.origin.key_span("title" if section.title else "id")
                message = f"в разделе «{section.title or section.id}» нет мероприятий"
                yield Finding(message, span, ("добавьте мероприятия или уберите раздел",))


RULE = Rule(Code("N709", "empty-section", Severity.WARNING, __doc__), check)
