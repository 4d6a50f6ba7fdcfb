"""Годы в шапке таблицы стоят не по порядку.

Почему    Числа читают слева направо как рост или спад. Если 2028 год стоит перед 2027-м, либо перепутаны
          заголовки, либо сами графы.
Плохо     {columns: [Школа, "2026", "2028", "2027"], rows: [[А, "20", "26", "30"]]}
Хорошо    {columns: [Школа, "2026", "2027", "2028"], rows: [[А, "20", "26", "30"]]}
Основание показатели по годам: годы – подряд
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_YEAR = regex(r"((?:19|20)\d\d)(?:\s*(?:год|г\.))?")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Years beside one another under one heading, which rise or fall all the way."""
    for grid in subject.facts.grids:
        years: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for at, (path, _) in enumerate(zip(grid.heads, grid.places, strict=False)):
            if found := _YEAR.fullmatch(path[-1].strip()):
                years.setdefault(path[:-1], []).append((int(found[1]), at))
        for columns in years.values():
            order = [year for year, _ in columns]
            if order not in (sorted(order), sorted(order, reverse=True)):
                turn = next(at for at in range(1, len(order)) if order[at] < order[at - 1])
                message = f"графа «{order[turn]}» стоит после графы «{order[turn - 1]}»"
                hint = "поставьте годы по порядку, графы – вместе с их числами"
                yield Finding(message, grid.places[columns[turn][1]], (hint,))


RULE = Rule(Code("T937", "years-out-of-order", Severity.WARNING, __doc__), check)
