"""Итог не сходится со слагаемыми.

Почему    По строке «Итого» выделяют деньги и считают детей. Если она не равна сумме строк, неверно что-то
          одно, а что – не видно.
Плохо     {columns: [Школа, Мест], rows: [[А, "20"], [Б, "26"], [Итого, "56"]]}
Хорошо    {columns: [Школа, Мест], rows: [[А, "20"], [Б, "26"], [Итого, "46"]]}
Основание итог – сумма строк или граф, над которыми он стоит
"""

from collections.abc import Iterator

from roadmapc.checks.facts.totals import wrong_totals
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.numbers import printed


def check(subject: CheckInput) -> Iterator[Finding]:
    """Totals of the columns and the rows of each table."""
    for grid in subject.facts.grids:
        for wrong in wrong_totals(grid):
            message = f"итог {wrong.cell.words.strip()}, а слагаемые дают {printed(wrong.sum)}"
            yield Finding(message, wrong.cell.at(), ("пересчитайте итог и слагаемые",))


RULE = Rule(Code("F101", "total-wrong", Severity.WARNING, __doc__), check)
