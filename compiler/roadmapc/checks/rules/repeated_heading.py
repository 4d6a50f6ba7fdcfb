"""Две графы таблицы названы одинаково.

Почему    По названию графу находят и в тексте, и в изменяющем акте. Из двух одинаковых одна почти всегда
          набрана по ошибке: вместо «2028 год» осталось «2027 год».
Плохо     {columns: [Школа, 2027 год, 2027 год], rows: [[А, "20", "26"]]}
Хорошо    {columns: [Школа, 2027 год, 2028 год], rows: [[А, "20", "26"]]}
Основание ГОСТ Р 2.105, таблицы: заголовки граф
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Columns with the same words over them at every level; «план» under each year is another column."""
    for grid in subject.facts.grids:
        first: dict[tuple[str, ...], int] = {}
        for at, (path, place) in enumerate(zip(grid.heads, grid.places, strict=False)):
            name = tuple(head.casefold() for head in path)
            if path[-1] and first.setdefault(name, at) != at:
                message = f"графы {first[name] + 1} и {at + 1} названы одинаково: «{', '.join(path)}»"
                yield Finding(message, place, ("назовите каждую графу по-своему",))


RULE = Rule(Code("T935", "repeated-heading", Severity.WARNING, __doc__), check)
