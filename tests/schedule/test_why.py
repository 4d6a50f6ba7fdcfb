"""No date without an answer."""

import shutil
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from roadmapc.cli.main import roadmapc
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.pipeline import compile_plan
from roadmapc.schedule.from_plan import duties
from roadmapc.schedule.why import explain

PLANS = sorted((Path(__file__).parents[2] / "roadmaps").glob("*.yaml"))
ARKHANGELSK = next(path for path in PLANS if path.stem == "arkhangelsk-2021")
AMENDED = Path(__file__).parents[1] / "plans" / "good" / "amended.yaml"
SECTION_ADDED = "added:\n      - {unit: section, id: summary}\n      - {unit: measure, id: diaries}"

Compile = Callable[[str], Outcome[Compiled]]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_date_of_a_plan_has_its_words_and_its_days_off(path: Path) -> None:
    compiled = compile_plan(path).value
    assert compiled is not None
    calendar = compiled.calendar
    explained = [
        (each.occurrence, each)
        for duty in duties(calendar.plan)
        for chain in explain(calendar, duty)
        for each in chain.dates
    ]
    assert Counter(occurrence for occurrence, _ in explained) == Counter(
        entry.occurrence for entry in calendar.entries
    )
    assert explained
    for occurrence, chain in explained:
        assert chain.words.strip()
        assert len(chain.days_off) == abs(occurrence.due - occurrence.nominal) // timedelta(days=1)
        assert all(day_off.reason for day_off in chain.days_off)


def test_a_moved_date_names_the_act_behind_each_day_off() -> None:
    said = CliRunner().invoke(roadmapc, ["why", str(ARKHANGELSK), "2.1", "01.01.2025"])
    assert said.exit_code == 0
    assert "по 01.01.2025 (ср) → исполнить 28.12.2024 (сб)" in said.stdout
    assert "31.12.2024 – выходной день, перенесённый с воскресенья 07.01.2024" in said.stdout
    assert "от 10.08.2023 № 1314" in said.stdout
    assert "день        28.12.2024 – рабочая суббота: выходной перенесён на 30.12.2024" in said.stdout


@pytest.mark.parametrize(("due", "count"), [("6 марта", 0), ("7 марта", 1)])
def test_a_short_day_is_called_short_and_a_plain_one_nothing(due: str, count: int, tmp_path: Path) -> None:
    plans = shutil.copytree(AMENDED.parent, tmp_path / "good")
    plan = plans / "minimal.yaml"
    plan.write_text(plan.read_text("utf-8").replace("2 сентября", due), "utf-8")
    said = CliRunner().invoke(roadmapc, ["why", str(plan), "report"]).stdout
    assert f"по 0{due[0]}.03.2024" in said
    assert said.count("рабочий день на час короче: канун праздника") == count


def test_one_phrase_of_two_rules_says_which_words_made_which_date() -> None:
    said = CliRunner().invoke(roadmapc, ["why", str(ARKHANGELSK), "4.2"]).stdout
    assert "слова       «до 12.04.2021»" in said
    assert said.count("слова       «до 01.10 ежегодно»") == 5


def test_a_measure_without_a_date_says_why_there_is_none() -> None:
    said = CliRunner().invoke(roadmapc, ["why", str(ARKHANGELSK), "3.6"]).stdout
    assert "даты нет: постоянно" in said


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [(["3.60"], "возможно, вы имели в виду «3.6»"), (["4.2", "01.01.2025"], "есть: 12.04.2021")],
)
def test_a_measure_or_a_date_that_is_not_there_is_wrong_use(arguments: list[str], advice: str) -> None:
    said = CliRunner().invoke(roadmapc, ["why", str(ARKHANGELSK), *arguments])
    assert said.exit_code == 2
    assert advice in said.stderr


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("1.1", "история  срок, результат в редакции приказа от 02.09.2024 № 120-О"),
        ("1.4", "история  мероприятие в редакции приказа от 02.09.2024 № 120-О"),
    ],
)
def test_the_act_that_changed_a_measure_last_is_named(measure: str, told: str) -> None:
    said = CliRunner().invoke(roadmapc, ["why", str(AMENDED), measure]).stdout
    assert [line.strip() for line in said.splitlines() if "история" in line] == [told]


def test_a_measure_as_it_was_signed_has_no_history() -> None:
    assert "история" not in CliRunner().invoke(roadmapc, ["why", str(AMENDED), "1.3"]).stdout


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("1.1", ["1.1 Назначить", "п. 1.1 Провести"]),
        ("строка 1.1", ["1.1 Назначить"]),
        ("п. 1.1", ["п. 1.1 Провести"]),
        ("Пункт 1.1.", ["п. 1.1 Провести"]),
    ],
)
def test_a_measure_comes_before_the_clause_of_its_number(
    name: str, shown: list[str], compiled: Compile, tmp_path: Path
) -> None:
    clause = (
        "text: Утвердить план наставничества (приложение).\n      clauses:\n"
        "        - {text: Провести совет., executors: [department], deadline: до 01.03.2024}\n"
    )
    text = AMENDED.read_text("utf-8").replace("Утвердить план наставничества (приложение).\n", clause, 1)
    assert compiled(text).value is not None
    said = CliRunner().invoke(roadmapc, ["why", str(tmp_path / "plan.yaml"), name]).stdout
    heads = [line for line in said.splitlines() if line and not line.startswith(" ")]
    assert [head[: len(start)] for head, start in zip(heads, shown, strict=True)] == shown


def test_a_measure_came_with_the_section_that_holds_it(compiled: Compile, tmp_path: Path) -> None:
    text = AMENDED.read_text("utf-8").replace("added:\n      - {unit: measure, id: diaries}", SECTION_ADDED)
    assert compiled(text).value is not None
    said = CliRunner().invoke(roadmapc, ["why", str(tmp_path / "plan.yaml"), "3.1"]).stdout
    assert "история  мероприятие введено приказом от 01.03.2024 № 41" in said


def test_the_act_that_changed_a_clause_is_named(compiled: Compile, tmp_path: Path) -> None:
    duty = "- id: publish\n      deadline: до 01.02.2024\n      executors: [department]\n"
    assert compiled(AMENDED.read_text("utf-8").replace("- id: publish\n", duty)).value is not None
    said = CliRunner().invoke(roadmapc, ["why", str(tmp_path / "plan.yaml"), "publish"]).stdout
    assert "история  пункт в редакции приказа от 02.09.2024 № 120-О" in said


def test_a_term_from_the_signing_of_the_order_names_that_day(tmp_path: Path) -> None:
    plans = shutil.copytree(AMENDED.parent, tmp_path / "good")
    plan = plans / "minimal.yaml"
    text = plan.read_text("utf-8").replace("order:\n", "order:\n  date: 15.01.2024\n  number: 15\n")
    own = "в течение 10 рабочих дней со дня подписания приказа"
    plan.write_text(text.replace("не позднее 2 сентября", own), "utf-8")
    said = CliRunner().invoke(roadmapc, ["why", str(plan), "report"]).stdout
    assert "по 29.01.2024 (пн)" in said
    assert "отсчёт      от подписания этого документа – 15.01.2024 (пн)" in said
    plan.write_text(text.replace("не позднее 2 сентября", f"{own} министерства"), "utf-8")
    said = CliRunner().invoke(roadmapc, ["why", str(plan), "report"]).stdout
    assert "отсчёт" not in said
    assert "даты нет" in said
