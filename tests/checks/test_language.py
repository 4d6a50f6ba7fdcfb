"""The layer of language beyond its cases: what is corrected, where it is answered, what it costs others."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from frame import Record, plan_of, write

from roadmapc.cli.main import roadmapc
from roadmapc.language.from_text import slips
from roadmapc.language.inflection import CASES, inflected
from roadmapc.language.surname import FORMS, surname_form
from roadmapc.pipeline import compile_plan

CORRECTED = [
    ("Не смотря на погоду", "Несмотря на погоду"),
    ("Свод нормативно правовых актов", "Свод нормативно-правовых актов"),
    ("Сбор к 1-му сентября", "Сбор к 1 сентября"),
    ("Введение 10-ти балльной шкалы", "Введение 10-балльной шкалы"),
    ("Смотр 5-ых классов", "Смотр 5-х классов"),
    ("Сведения о свободных вакансиях", "Сведения о вакансиях"),
    ("Ответсвенный за отчёт", "Ответственный за отчёт"),
    ("Обьекты благоустройства", "Объекты благоустройства"),
    ("План утверждаться советом", "План утверждается советом"),
    ("Отчёт должен представляется в срок", "Отчёт должен представляться в срок"),
    ("Помощь школам в которых учатся дети", "Помощь школам, в которых учатся дети"),
    ("Заслушать обоих комиссий", "Заслушать обеих комиссий"),
]
"""A text, and what `--fix` makes of it."""
LEFT = [
    "Проведение мониторинг качества",
    "Помощь педагогическим работников",
    "Семинар для учителей работающих в сёлах",
    "Обзор буккроссинга",
]
"""Texts that are asked about and left to their author."""


def _written(folder: Path, case: Record, name: str = "plan") -> Path:
    plan, directory = plan_of(case)
    (folder / "organisation.yaml").write_text(write(directory), "utf-8")
    (folder / f"{name}.yaml").write_text(write(plan | {"id": name}), "utf-8")
    return folder / f"{name}.yaml"


def _check(*arguments: object) -> str:
    return CliRunner().invoke(roadmapc, ["check", *map(str, arguments)]).stderr


@pytest.mark.parametrize(("text", "right"), CORRECTED)
def test_what_has_one_right_spelling_is_written(text, right, tmp_path):
    plan = _written(tmp_path, {"measure": {"measure": text}})
    _check("--fix", plan)
    assert f"measure: {right}\n" in plan.read_text("utf-8")


@pytest.mark.parametrize("text", LEFT)
def test_what_a_person_decides_is_left(text, tmp_path):
    plan = _written(tmp_path, {"measure": {"measure": text}})
    assert "G00" in _check("--fix", plan)
    assert f"measure: {text}\n" in plan.read_text("utf-8")


def test_a_surname_of_the_directory_is_corrected_in_the_directory(tmp_path):
    wrong = {"officials": {"d": {"name": "Примеров В. Г.", "dative": "Примеров В. Г."}}}
    plan = _written(tmp_path, wrong)
    _check("--fix", plan)
    assert "dative: Примерову В. Г." in (tmp_path / "organisation.yaml").read_text("utf-8")


def test_of_a_shared_directory_is_spoken_once_and_answered_where_it_is_named(tmp_path):
    wrong = {"bodies": {"d": {"name": "отдел спорта", "dative": "отдел спорта"}}}
    first, second = _written(tmp_path, wrong), _written(tmp_path, wrong, "other")
    assert _check(first, second).count("G005:") == 1
    answer = "organisation: organisation.yaml  # roadmapc: allow G005 – так в уставе"
    for plan in (first, second):
        plan.write_text(plan.read_text("utf-8").replace("organisation: organisation.yaml", answer), "utf-8")
    assert "G005" not in _check(first, second)


def test_a_case_that_is_missing_is_proposed(tmp_path):
    plan = _written(tmp_path, {"clause": {"text": "{board.dative} подготовить отчёт до 01.06.2021."}})
    hints = [hint for one in compile_plan(plan).diagnostics for hint in one.hints]
    assert any("«dative: управлению образования»" in hint for hint in hints)


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        ("управление образования", "управлению образования"),
        (
            "Муниципальная рабочая группа по вопросам качества",
            "Муниципальной рабочей группе по вопросам качества",
        ),
        ("школы города", "школам города"),
        ("отдел опеки и попечительства", "отделу опеки и попечительства"),
        ("комитет по культуре и спорту", "комитету по культуре и спорту"),
        ("Контрольно-счётная палата", "Контрольно-счётной палате"),
        ("заведующая детским садом", "заведующей детским садом"),
        ("школы и детские сады", ""),
        ("МБУ «Спорт»", ""),
    ],
)
def test_a_name_is_declined_or_left(name, dative):
    assert inflected(name, "dative") == dative


ACCUSATIVES = {
    "детский сад": "детский сад",
    "старший инспектор": "старшего инспектора",
    "городские школы": "городские школы",
    "главные врачи": "главных врачей",
    "социально-реабилитационный центр": "социально-реабилитационный центр",
    "управляющий делами": "управляющего делами",
    "ведущая библиотека": "ведущую библиотеку",
}


@pytest.mark.parametrize("name", ACCUSATIVES)
def test_adjectives_have_the_accusative_of_their_noun(name):
    assert inflected(name, "accusative") == ACCUSATIVES[name]


def test_all_cases_of_a_name():
    forms = [inflected("детская школа", case) for case in CASES]
    assert forms == ["детской школы", "детской школе", "детскую школу", "детской школой", "детской школе"]
    assert [surname_form("Дубовская", form) for form in FORMS] == [
        "Дубовской",
        "Дубовской",
        "Дубовскую",
        "Дубовской",
    ]
    assert surname_form("Мельник", "dative") == ""


def test_of_one_place_only_one_thing_is_said():
    found = slips("Введение 10-ти балльной шкалы, обоих комиссий и 5-ых классов")
    ends = [(one.start, one.end) for one in found]
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))
    assert len(found) == 3


@pytest.mark.parametrize(
    "text", ["ж" * 50_000 + "a", "а+" * 30_000, "школ, имеющие " * 8_000, "«а " * 20_000]
)
def test_any_text_comes_to_an_end(text):
    assert isinstance(slips(text), tuple)


def test_a_command_that_checks_nothing_does_not_read_the_dictionary():
    plan = str(Path(__file__).parents[2] / "roadmaps" / "yurga-2020.yaml")
    words = [sys.executable, "-X", "importtime", "-m", "roadmapc", "calendar", plan]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert "roadmapc.checks" in done.stderr
    assert "pymorphy3" not in done.stderr
    assert "roadmapc.language.from_text" not in done.stderr
