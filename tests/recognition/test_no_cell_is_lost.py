"""Tables without rhyme or reason, of words that mean something: nothing of them is lost, nothing fails."""

import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tables_by_hand import as_plan, plain, recognised, unclaimed

from roadmapc.diagnostics.code import Severity
from roadmapc.pipeline import compile_plan
from roadmapc.recognition.account import Account
from roadmapc.recognition.directory import Directory
from roadmapc.render.document.from_plan import order_view
from roadmapc.syntax.tree import Node
from roadmapc.workspace.sources import build_day

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


class Read(NamedTuple):
    """An appendix of a seed, as it was read."""

    title: str
    fields: dict[str, Node]
    account: Account
    directory: Directory

    def lost(self, written: str) -> set[str]:
        """Words that are neither written nor left; the program counts columns, and makes torn words whole."""
        text = self.account.document.text
        left = " ".join(text[span.start : span.end] for span, _, _ in self.account._left)
        lost = _words(text) - _words(written) - _words(left) - {"обще", "образовательных"}
        return {word for word in lost if not word.isdigit()}


def _read(seed: int) -> Read:
    chosen = random.Random(seed)
    blocks: list[Any] = []
    for _ in range(chosen.randint(1, 4)):
        blocks += [chosen.choice(_WORDS) or "абзац"] if chosen.random() < 0.3 else [_table(chosen)]
    title = chosen.choice(("План мероприятий", "Состав комиссии", "Форма отчёта", "Смета"))
    return Read(title, *recognised(blocks, title=title, is_form=chosen.random() < 0.2))


@pytest.mark.parametrize("seed", range(400))
def test_every_word_of_any_table_is_written_or_left_with_a_reason(seed: int) -> None:
    read = _read(seed)
    said = {name: plain(node) for name, node in read.fields.items()}
    assert unclaimed(read.account) == ""
    assert read.lost(" ".join(_leaves([said, plain(read.directory.node())]))) == set()


@pytest.mark.parametrize("seed", range(40))
def test_any_table_makes_a_plan_that_prints_its_words(seed: int, tmp_path: Path) -> None:
    read = _read(seed)
    if not read.fields:
        pytest.skip("nothing was typed")
    plan, records = as_plan(read.title, read.fields, read.directory)
    (tmp_path / "plan.yaml").write_text(plan, "utf-8")
    (tmp_path / "directory.yaml").write_text(records, "utf-8")
    compiled = compile_plan(tmp_path / "plan.yaml")
    errors = [each.message for each in compiled.diagnostics if each.code.severity is Severity.ERROR]
    assert errors == []
    assert compiled.value is not None
    act = compiled.value.plan
    view = order_view(act, compiled.value.calendar, build_day(act.order.date, act.period.first_day))
    assert read.lost(" ".join(_printed(view))) == set()


def _printed(value: Any) -> Iterator[str]:
    """All texts of a document's view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _printed(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _printed(getattr(value, each.name))
