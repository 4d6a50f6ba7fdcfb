"""Доли одного целого не дают ста процентов.

Почему    «Местный бюджет – 60 %, областной – 50 %»: вместе 110 %, и сколько даёт каждый, неизвестно.
Плохо     result: ремонт, местный бюджет – 60 %, областной бюджет – 50 %
Хорошо    result: ремонт, местный бюджет – 60 %, областной бюджет – 40 %
Основание доли целого вместе – целое
"""

from collections.abc import Iterator

from roadmapc.checks.facts.shares import split_columns, splits
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_HINT = "проверьте доли: вместе они – 100 %"


def check(subject: CheckInput) -> Iterator[Finding]:
    """Shares in one sentence, and columns of a structure."""
    for text, split in subject.ask(splits, "%"):
        together = f"{split.sum:f}".replace(".", ",")
        yield Finding(f"доли вместе дают {together} %", text.at(split.start, split.end), (_HINT,))
    for grid in subject.facts.grids:
        for cell, total in split_columns(grid):
            shown = f"{total:f}".replace(".", ",")
            yield Finding(f"доли графы вместе дают {shown} %", cell.at(), (_HINT,))


RULE = Rule(Code("F104", "shares-not-whole", Severity.WARNING, __doc__), check)
