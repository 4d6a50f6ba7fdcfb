"""Показатель не идёт к своей цели.

Почему    «97,5 – 79 – 98,5»: одно значение выпадает из ряда, и за этот год отчитаться будет нельзя.
Плохо     {columns: [Показатель, "2021", "2022", "2023"], rows: [[Доля школ, "97,5", "79", "98,5"]]}
Хорошо    {columns: [Показатель, "2021", "2022", "2023"], rows: [[Доля школ, "97,5", "98", "98,5"]]}
Основание значения показателя по годам ведут от исходного к целевому
"""

from collections.abc import Iterator

from roadmapc.checks.facts.indicators import turns
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Targets by years of the plan."""
    for grid in subject.facts.grids:
        for turn in turns(grid, subject.plan.period.first_day.year):
            message = f"значение {turn.cell.words.strip()} {turn.reason}: {' – '.join(turn.values)}"
            yield Finding(message, turn.cell.at(), ("проверьте цифру и название показателя",))


RULE = Rule(Code("F103", "indicator-turns", Severity.WARNING, __doc__), check)
