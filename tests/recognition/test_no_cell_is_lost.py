"""Tables without rhyme or reason, of words that mean something: nothing of them is lost, nothing fails."""

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tables_by_hand import plain, recognised, unclaimed

_WORDS = (
    *(
        "",
        "",
        "",
        "-",
        "–",
        "х",
        "1",
        "2.",
        "1.1",
        "1. 1.",
        "3)",
        "II.",
        "а)",
        "2026",
        "1 250,5",
        "12 %",
        "--------",
    ),
    *(
        "№ п/п",
        "Мероприятие",
        "Срок исполнения",
        "Исполнители",
        "Результат",
        "2026 год",
        "I квартал",
        "Показатель",
    ),
    *("Итого по разделу 1", "Всего:", "в том числе", "* По согласованию.", "Примечание: сроки уточняются."),
    *("1. Организация работы", "Раздел II. Кадры", "**Подготовка**", "Январь", "Продолжение таблицы"),
    *(
        "Провести совещание",
        "и обсудить итоги",
        "- составить план;\nа) издать приказ",
        "обще-",
        "образовательных",
    ),
    *("до 1 марта 2026 года", "ежегодно\nдо 1 июля", "31 ноября", "то же", "-//-", "постоянно, по плану"),
    *(
        "Школы",
        "УО, МКУ «Центр»; школы",
        "Образцова А. Б., Примеров В.Г.",
        "Отдел культуры, спорта и туризма",
    ),
    *(
        "Управление образования совместно с отделом культуры (по согласованию)",
        "директор\nшколы",
        ";",
        "(",
        "»",
    ),
    *(
        "{1.}",
        "{•}пункт",
        "= по середине",
        "> справа",
        "____ (подпись)",
        "Образцова А. Б. – директор",
        "Члены комиссии:",
    ),
)


def _table(chosen: random.Random) -> list[list[str]]:
    """Rows of random words, some cells merged into rectangles."""
    width, height = chosen.randint(1, 6), chosen.randint(1, 9)
    rows = [[chosen.choice(_WORDS) for _ in range(width)] for _ in range(height)]
    if chosen.random() < 0.6:
        rows[0] = chosen.sample(["№", "Мероприятие", "Срок", "Исполнитель", "Результат", "Место"], width)
    for _ in range(chosen.randint(0, 4)):
        top, left = chosen.randrange(height), chosen.randrange(width)
        bottom, right = min(height, top + chosen.randint(1, 3)), min(width, left + chosen.randint(1, width))
        taken = [(row, column) for row in range(top, bottom) for column in range(left, right)]
        beside = any(
            column > left and rows[row][column] in "<^" and rows[row][column] for row, column in taken
        )
        if beside or any(rows[row][column] in ("<", "^") for row, column in taken):
            continue
        if any(rows[row][right] == "<" for row in range(top, bottom) if right < width):
            continue
        if bottom < height and any(rows[bottom][column] == "^" for column in range(left, right)):
            continue
        for row, column in taken:
            rows[row][column] = "^" if row > top else "<" if column > left else rows[row][column]
    return rows


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W_]+", text)}


def _leaves(value: Any) -> Iterator[str]:
    """All texts of a tree; keys are names that the program gives."""
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _leaves(each)


@pytest.mark.parametrize("seed", range(400))
def test_every_word_of_any_table_is_written_or_left_with_a_reason(seed: int) -> None:
    chosen = random.Random(seed)
    blocks: list[Any] = []
    for _ in range(chosen.randint(1, 4)):
        blocks += [chosen.choice(_WORDS) or "абзац"] if chosen.random() < 0.3 else [_table(chosen)]
    title = chosen.choice(("План мероприятий", "Состав комиссии", "Форма отчёта", "Смета"))
    fields, account, directory = recognised(blocks, title=title, is_form=chosen.random() < 0.2)
    assert unclaimed(account) == ""
    text = account.document.text
    left = " ".join(text[span.start : span.end] for span, _, _ in account._left)
    said = {name: plain(node) for name, node in fields.items()}
    written = " ".join(_leaves([said, plain(directory.node())]))
    lost = _words(text) - _words(written) - _words(left)
    # figures of columns are counted by the program, and a torn word is one again
    assert {word for word in lost if not word.isdigit() and word not in ("обще", "образовательных")} == set()
