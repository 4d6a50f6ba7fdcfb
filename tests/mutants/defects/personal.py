"""Tables with data of persons; beside each, one that only looks like it."""

from kind import Kind
from ways import new_part


def _table(*columns: tuple[str, str]) -> dict[str, object]:
    """One row under its heads."""
    heads, cells = zip(*(("Фамилия и инициалы", "Примеров В. Г."), *columns), strict=True)
    return {"table": {"columns": heads, "rows": [cells]}}


POST = ("Должность", "директор музея")
OFFICE = ("Телефон приёмной", "8 (34643) 0-12-34")

KINDS = (
    Kind(
        "личное",
        "графа с датой рождения, паспортом или СНИЛС",
        new_part(
            (_table(("Дата рождения", "12.05.1979")), _table(POST)),
            (_table(("Паспорт", "4512 654321"), POST), _table(POST)),
            (_table(POST, ("СНИЛС", "112-233-445 95")), _table(POST)),
            (_table(("Год рождения, адрес", "2011, ул. Садовая, д. 5, кв. 12")), _table(POST)),
        ),
    ),
    Kind(
        "личное",
        "графа с личным телефоном или адресом",
        new_part(
            (_table(("Телефон", "8-912-345-67-89")), _table(OFFICE)),
            (_table(POST, ("Сотовый телефон", "+7 922 111-22-33")), _table(POST, OFFICE)),
            (_table(("Домашний адрес", "пер. Речной, д. 8, кв. 41")), _table(("Адрес", "пер. Речной, д. 8"))),
        ),
    ),
)
