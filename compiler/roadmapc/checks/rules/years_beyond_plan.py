"""Показатель назначен на год за пределами плана.

Почему    Кто и по какому приказу проверит показатель, когда план уже кончится? Если это взгляд вперёд,
          так и напишите: «на перспективу».
Плохо     columns: [Показатель, 2021, 2026/2027]
Хорошо    columns: [Показатель, 2021, 2025]
Основание срок плана и годы показателей – одни
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_YEAR = regex(r"^(?P<first>20\d\d)(?:\s*[/–-]\s*20\d\d)?(?: (?:уч\.|учебный|год).*)?$")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Heads of tables that name a year after the plan."""
    last_year = subject.plan.period.last_day.year
    for text in subject.fields("columns"):
        year = _YEAR.match(text.words)
        if year is not None and int(year["first"]) > last_year:
            message = f"графа «{text.words}», а план кончается в {last_year} году"
            yield Finding(message, text.at(), ("проверьте годы или напишите «на перспективу»",))


RULE = Rule(Code("D353", "years-beyond-plan", Severity.NOTE, __doc__), check)
