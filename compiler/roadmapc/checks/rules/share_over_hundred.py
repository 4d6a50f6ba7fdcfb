"""Доля больше ста процентов.

Почему    Охватить 140 % учеников нельзя: цифра набрана с ошибкой, и показатель не исполнить.
Плохо     result: охват учеников 140 %
Хорошо    result: охват учеников 100 %
Основание доля – часть целого; рост называют ростом
"""

from collections.abc import Iterator

from roadmapc.checks.facts.shares import over_hundred, shares_over_hundred
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_HINT = "проверьте цифру; если это рост, напишите, к чему"


def check(subject: CheckInput) -> Iterator[Finding]:
    """Percents of texts, then cells of rows that are called shares."""
    for text, found in subject.ask(over_hundred, "%"):
        yield Finding(f"доля «{found[0]}» больше целого", text.at(*found.span()), (_HINT,))
    for grid in subject.facts.grids:
        for cell in shares_over_hundred(grid):
            if "%" not in cell.words:
                yield Finding(f"доля «{cell.words}» больше целого", cell.at(), (_HINT,))


RULE = Rule(Code("F102", "share-over-hundred", Severity.WARNING, __doc__), check)
