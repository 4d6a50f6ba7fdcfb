"""Сумма строки не равна произведению цены и количества.

Почему    Итог может сойтись и при неверной строке: деньги выделят не на то. Строки, в которых сумма –
          произведение, видно по остальным: их большинство.
Плохо     {columns: [Статья, Цена, Количество, Сумма], rows: [[А, 10, 2, 20], [Б, 5, 3, 15], [В, 5, 4, 25]]}
Хорошо    {columns: [Статья, Цена, Количество, Сумма], rows: [[А, 10, 2, 20], [Б, 5, 3, 15], [В, 5, 4, 20]]}
Основание смета: сумма – цена, умноженная на количество
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from roadmapc.checks.facts.grids import Grid
from roadmapc.checks.facts.totals import number
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.numbers import printed
from roadmapc.text.regex import regex

_PRICE = regex(r"цена|за\s+единицу|стоимость\s+(?:единицы|одно)|тариф", re.IGNORECASE)
_COUNT = regex(r"кол-?во|количество", re.IGNORECASE)
_SUM = regex(r"сумма|(?:общая\s+)?стоимость(?!\s+(?:единицы|одно))", re.IGNORECASE)

_HALF_A_KOPECK = Decimal("0.005")
"""So much a sum may differ from its product, which nobody pays to the last decimal."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Tables with one price, one count and one sum, most of whose rows are products."""
    for grid in subject.facts.grids:
        columns = [
            [at for at, heads in enumerate(grid.heads) if pattern.match(heads[-1])]
            for pattern in (_PRICE, _COUNT, _SUM)
        ]
        if all(len(each) == 1 for each in columns):
            yield from _wrong(grid, [at for (at,) in columns])


def _wrong(grid: Grid, columns: list[int]) -> Iterator[Finding]:
    found, right = [], 0
    for row in grid.rows:
        price, count, total = (number(row[at].words) for at in columns)
        if price is None or count is None or total is None:
            continue
        if abs(price * count - total) <= _HALF_A_KOPECK:
            right += 1
        else:
            message = (
                f"сумма {row[columns[2]].words.strip()}, а цена на количество дают {printed(price * count)}"
            )
            found.append(Finding(message, row[columns[2]].at(), ("пересчитайте строку",)))
    if right > len(found):
        yield from found


RULE = Rule(Code("T936", "product-wrong", Severity.WARNING, __doc__), check)
