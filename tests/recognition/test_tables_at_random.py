"""Plans' tables of random shapes, typed as some office would: every cell comes back in its place."""

import random
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from tables_by_hand import plain, recognised, unclaimed

from roadmapc.recognition.directory import Directory

_MEASURES = (
    "Составить перечень зданий, которым нужен ремонт",
    "Провести совещание с руководителями школ",
    "Подготовить справку о работе кружков",
    "Обновить сведения на сайте района",
    "Организовать выставку детских рисунков",
    "Проверить готовность спортивных площадок",
    "Обучить волонтёров правилам первой помощи",
    "Заключить договоры о перевозке детей",
)
_MORE = ("", "и доложить главе района", "в сельских поселениях")
_DEADLINES = (
    "до 15 мая 2026 года",
    "ежегодно",
    "III квартал 2026 года",
    "март – апрель 2026 года",
    "постоянно",
    "01.09.2026",
)
_EXECUTORS = (
    "Управление образования",
    "МБУ «Методический центр»",
    "Отдел культуры, спорта и молодёжной политики",
    "Школы",
    "Образцова А. Б.",
    "руководители учреждений",
)
_RESULTS = ("Перечень зданий", "Справка главе района", "Не менее 20 участников", "Договоры заключены")
_SECTIONS = ("Подготовка", "Проведение мероприятий", "Подведение итогов", "Работа с родителями")
_HEADS = {
    "number": ("№ п/п", "№", "N п/п"),
    "measure": ("Мероприятие", "Наименование мероприятий", "Содержание работы"),
    "deadline": ("Срок", "Сроки исполнения", "Дата проведения"),
    "executors": ("Исполнители", "Ответственный исполнитель", "Ответственные"),
    "result": ("Ожидаемый результат", "Результат"),
    "place": ("Место проведения",),
}
_ORDERS = (
    ("number", "measure", "deadline", "executors"),
    ("number", "measure", "executors", "deadline"),
    ("measure", "deadline", "executors"),
    ("number", "measure", "place", "deadline", "executors"),
    ("number", "measure", "deadline", "executors", "result"),
    ("number", "measure", "executors", "deadline", "result", "place"),
)


class Typed(NamedTuple):
    """A table as it was typed, and the rows that it holds."""

    rows: list[list[str]]
    expected: list[dict[str, str]]
    sections: list[str]


def _typed(seed: int) -> Typed:
    """One of the shapes that offices use, chosen by the seed."""
    chosen = random.Random(seed)
    columns = chosen.choice(_ORDERS)
    heads = [chosen.choice(_HEADS[key]) for key in columns]
    rows, expected, sections = [heads], [], []
    if chosen.random() < 0.2:
        rows.append([str(at) for at in range(1, len(columns) + 1)])
    style = chosen.choice(("none", "merged", "roman", "apart"))
    end = chosen.choice((".", "", ")"))
    for at in range(1, chosen.randint(2, 4)):
        if style != "none":
            title = _SECTIONS[(seed + at) % len(_SECTIONS)]
            sections.append(title)
            rows.append(_section(style, at, title, len(columns)))
        for count in range(1, chosen.randint(2, 6)):
            number = (
                f"{at}.{count}{end if end != ')' else ''}"
                if style in ("merged", "apart")
                else f"{len(expected) + 1}{end}"
            )
            row = {key: _cell(key, chosen) for key in columns} | {"number": number}
            row = {key: row[key] for key in columns}
            if (
                expected
                and chosen.random() < 0.15
                and rows[-1][-1] == expected[-1][columns[-1]]
                and len(rows[-1]) == len(columns)
            ):
                row[columns[-1]] = expected[-1][columns[-1]]
                rows.append([*(row[key] for key in columns[:-1]), "^"])
            elif chosen.random() < 0.12 and " " in row["measure"] and "number" in columns:
                rows += _torn(row, columns, chosen)
            else:
                rows.append(list(row.values()))
            expected.append(row)
        if chosen.random() < 0.2:
            rows.append(heads)
    return Typed(rows, expected, sections)


def _section(style: str, at: int, title: str, width: int) -> list[str]:
    if style == "apart":
        return (
            [f"{at}.", title, *["<"] * (width - 2)] if width > 3 else [f"{at}. {title}", *["<"] * (width - 1)]
        )
    number = ("I", "II", "III")[at - 1] if style == "roman" else str(at)
    return [f"{number}. {title}", *["<"] * (width - 1)]


def _cell(key: str, chosen: random.Random) -> str:
    match key:
        case "measure":
            return f"{chosen.choice(_MEASURES)} {chosen.choice(_MORE)}".strip()
        case "deadline":
            return chosen.choice(_DEADLINES)
        case "executors":
            return chosen.choice((", ", "; ", "\n")).join(chosen.sample(_EXECUTORS, chosen.randint(1, 3)))
        case "result":
            return chosen.choice(_RESULTS)
        case _:
            return chosen.choice(("парк", "актовый зал", ""))


def _torn(row: dict[str, str], columns: tuple[str, ...], chosen: random.Random) -> Iterator[list[str]]:
    """A row whose measure goes on in the next one, as a page tears it."""
    words = row["measure"].split(" ")
    at = chosen.randint(1, len(words) - 1)
    yield [" ".join(words[:at]) if key == "measure" else row[key] for key in columns]
    yield [" ".join(words[at:]) if key == "measure" else "" for key in columns]


def _said(measure: dict[str, Any], keys: dict[str, str], columns: list[str]) -> dict[str, str]:
    """What a measure prints, by the columns of the paper."""
    cells = measure.get("cells", {})
    said = {}
    for column in columns:
        key = keys.get(column, column)
        value = cells.get(key, measure.get(key, ""))
        said[column] = value if isinstance(value, str) else "\n".join(map(str, value))
    return said


@pytest.mark.parametrize("seed", range(150))
def test_every_cell_comes_back(seed: int) -> None:
    typed = _typed(seed)
    fields, account, directory = recognised([typed.rows])
    read = {name: plain(node) for name, node in fields.items()}
    keys = dict(zip(typed.expected[0], _keys(read["columns"]), strict=True))
    measures = [measure for section in read["sections"] for measure in section.get("measures", [])]
    columns = [column for column in typed.expected[0] if column != "executors"]
    assert [_said(measure, keys, columns) for measure in measures] == [
        {column: row[column] for column in columns} for row in typed.expected
    ]
    executors = [_executors(measure, directory) for measure in measures]
    assert executors == [row["executors"] for row in typed.expected]
    assert [section["title"] for section in read["sections"] if "title" in section] == typed.sections
    assert unclaimed(account) == ""


def _executors(measure: dict[str, Any], directory: Directory) -> str:
    """The cell as typed, or the names that the directory prints."""
    typed = measure.get("cells", {}).get("executors")
    ids = [each if isinstance(each, str) else each["id"] for each in measure["executors"]]
    return typed if isinstance(typed, str) else "\n".join(map(directory.printed, ids))


def _keys(columns: dict[str, Any]) -> list[str]:
    """The lowest names of columns, from left to right."""
    return [
        key
        for name, column in columns.items()
        for key in (_keys(column["columns"]) if "columns" in column and isinstance(column, dict) else [name])
    ]
