"""Numbers that do not add up, shares beyond the whole, indicators that miss their goal."""

from random import Random
from typing import Any

from kind import Kind, Mutation
from manuscript import Manuscript
from ways import added, either, new_part, rewritten

PLACES = (
    ("Спортивный зал", "Бассейн", "Стадион"),
    ("Библиотека", "Музей", "Архив", "Выставочный зал"),
    ("Заречное", "Луговое", "Сосновка", "Озёрное", "Каменка"),
)
HEADS = (("Итого", "Место"), ("Всего", "Учреждение"), ("ИТОГО", "Село"))


def _off(value: int, random: Random) -> int:
    """Digits that slipped: ten more, one less, two exchanged."""
    digits = str(value)
    turned = (
        int(digits[1] + digits[0] + digits[2:]) if digits[0] != digits[1] and digits[1] != "0" else value + 10
    )
    return random.choice((value + 10, value - 1, turned, value + 100))


def _column(plan: Manuscript, random: Random) -> Mutation | None:
    """A table whose last row is the sum of those above."""
    names, (total, head) = random.choice(PLACES), random.choice(HEADS)
    columns = [[random.randint(11, 240) for _ in names] for _ in range(random.choice((1, 2)))]
    sums = [sum(column) for column in columns]
    at = random.randrange(len(sums))
    wrong = [*sums[:at], _off(sums[at], random), *sums[at + 1 :]]
    heads = [head, "Заявок", "Участников"][: len(columns) + 1]
    tables = [_table(heads, [*zip(names, *columns, strict=True), (total, *each)]) for each in (wrong, sums)]
    return new_part((tables[0], tables[1]))(plan, random)


def _row(plan: Manuscript, random: Random) -> Mutation | None:
    """A table whose last column is the sum of those before."""
    names, (total, head) = random.choice(PLACES), random.choice(HEADS)
    heads = random.choice(
        (("1 смена", "2 смена"), ("Местный бюджет", "Областной бюджет"), ("Мальчики", "Девочки"))
    )
    rows = [(name, random.randint(11, 240), random.randint(11, 240)) for name in names]
    right = [(name, first, second, first + second) for name, first, second in rows]
    at = random.randrange(len(rows))
    wrong = [*right[:at], (*right[at][:3], _off(right[at][3], random)), *right[at + 1 :]]
    return new_part(tuple(_table([head, *heads, total.capitalize()], each) for each in (wrong, right)))(
        plan, random
    )


def _table(columns: list[str], rows: Any) -> dict[str, Any]:
    return {"table": {"columns": columns, "rows": [[str(cell) for cell in row] for row in rows]}}


def _own(plan: Manuscript, random: Random) -> Mutation | None:
    """A total of the plan's own table."""
    rows = [path for path in plan.records if path[-2:-1] == ("rows",)]
    totals = [path for path in rows if any(cell in ("Итого", "Всего") for cell in plan.at(*path))]
    if not totals:
        return None
    path = random.choice(totals)
    cells = [node for node in plan.nodes if node.path[:-1] == path and node.text.isdigit()]
    node = random.choice(cells)
    table = plan.records[path[:-1]]
    return Mutation((rewritten(node, str(_off(int(node.text), random))),), meets=(table,))


YEARS = ["2024", "2025", "2026"]


def _goal(name: str, wrong: str, right: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A row of an indicator by years."""
    return tuple(_table(["Показатель", *YEARS], [(name, *each.split())]) for each in (wrong, right))


GOALS = (
    _goal("Доля отремонтированных площадок, % (рост до 90)", "60 75 70", "60 75 90"),
    _goal("Увеличение числа посетителей, чел.", "410 460 430", "410 460 490"),
    _goal("Рост доли охваченных осмотром, %", "97,5 79 98,5", "97,5 98 98,5"),
    _goal("Снижение доли аварийных домов, %", "12 9 11", "12 9 7"),
    _goal("Число дружинников (не менее 60 к 2026 году)", "40 50 55", "40 50 60"),
    _goal("Снижение числа пожаров", "31 28 33", "31 28 25"),
)
SHARES = (
    (", местный бюджет – 60 %, областной бюджет – 50 %", ", местный бюджет – 60 %, областной бюджет – 40 %"),
    (", из них 45 % дети, 40 % взрослые и 25 % пожилые", ", из них 45 % дети, 40 % взрослые и 15 % пожилые"),
)


def _structure(*cells: str) -> dict[str, Any]:
    return _table(
        ["Источник", "Доля, %"],
        zip(("Местный бюджет", "Областной бюджет", "Средства жителей"), cells, strict=True),
    )


KINDS = (
    Kind("суммы", "итог графы не сходится", either(_column, _own)),
    Kind("суммы", "итог строки не сходится", _row),
    Kind(
        "суммы",
        "доли вместе не 100 %",
        either(
            new_part(
                (_structure("60", "30", "20"), _structure("60", "30", "10")),
                (_structure("55", "25", "10"), _structure("65", "25", "10")),
            ),
            added(("measure result", "clause text"), *SHARES),
        ),
    ),
    Kind("суммы", "показатель не приходит к своей цели", new_part(*GOALS)),
)
