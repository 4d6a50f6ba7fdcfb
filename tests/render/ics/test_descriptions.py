"""What an event says on a phone, and what has no event."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import icalendar
import pytest

from in_process import run
from joint import joint_agenda
from roadmapc.pipeline import compile_plan
from roadmapc.render.ics.event import EVENTS
from roadmapc.render.ics.files import calendars

PLAN = """\
format: 1
id: flood
organisation: organisations/town.yaml
period: 2024
order:
  kind: постановление
  date: 09.01.2024
  number: "3"
  author: department
  signatory: director
  title: О пропуске паводка
  clauses:
    - Утвердить план (приложение № 1) и состав мер (приложение № 2).
    - text: {clause}
      executors: [methodology]
      deadline: до 1 февраля 2024 года
    - text: Контроль за исполнением оставляю за собой.
      control: director
appendices:
  - id: plan
    title: План мероприятий («дорожная карта») по пропуску паводка, в том числе в сёлах
    columns: {{number: №, measure: Что, deadline: Когда, executors: Кто, participants: С кем, result: Итог}}
    sections:
      - id: first
        measures:
          - id: survey
            measure: Обследование дамб
            deadline: в течение 2024 года
            executors: [department, methodology]
            participants: [старосты, дружина]
            result: акт
  - id: others
    title: Меры
    columns: {{number: №, measure: Что, deadline: Когда, executors: Кто}}
    sections:
      - id: second
        measures:
          - id: watch
            measure: Наблюдение за уровнем воды
            deadline: {watch}
            executors: [schools]
"""
GOOD = Path(__file__).parents[2] / "plans/good"
CLAUSE = "Методическому отделу (Примеров В. Г.) подготовить памятку (далее – памятка) для школ."
Files = dict[str, icalendar.Calendar]


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Files]:
    """The calendar files of the plan by name."""

    def make(clause: str = CLAUSE, *options: str, watch: str = "постоянно") -> Files:
        shutil.copytree(GOOD / "organisations", tmp_path / "organisations", dirs_exist_ok=True)
        (tmp_path / "flood.yaml").write_text(PLAN.format(clause=f"'{clause}'", watch=watch), "utf-8")
        build = [
            "build",
            str(tmp_path / "flood.yaml"),
            "-o",
            str(tmp_path / "out"),
            "--format",
            "ics",
            *options,
        ]
        result = run(*build)
        assert result.exit_code == 0, result.stderr
        folder = tmp_path / "out/flood"
        return {
            path.relative_to(folder).as_posix(): icalendar.Calendar.from_ical(path.read_bytes())
            for path in folder.rglob("*.ics")
        }

    return make


def titles(calendar: icalendar.Calendar) -> list[str]:
    return [str(each["SUMMARY"]) for each in (*calendar.events, *calendar.todos)]


def test_titles_name_the_appendix_and_the_clause(build: Callable[..., Files]) -> None:
    assert titles(build()["calendar.ics"]) == [
        "п. 2 постановления Подготовить памятку для школ",
        "1 прил. 1 Обследование дамб · с 01.01",
        "Без даты: 1 прил. 2 Наблюдение за уровнем воды",
    ]


@pytest.mark.parametrize(
    ("clause", "deed"),
    [
        ("Начальнику методического отдела Примерову В. Г. провести сбор", "Провести сбор"),
        ("Примерову В. Г. обеспечить явку", "Обеспечить явку"),
        ("Методическому отделу «Провести и помочь» внести сведения", "Внести сведения"),
        ("Методическому отделу: в области охраны привлечь людей", "Привлечь людей"),
        ("Методическому отделу обратиться в сети", "Обратиться в сети"),
        ("Руководителям учреждений представлять отчёт", "Представлять отчёт"),
        ("Руководитель отдела – читать всем", "Руководитель отдела – читать всем"),
        ("Памятку подготовить и разослать", "Памятку подготовить и разослать"),
        ("Контроль за рассылкой возложить на отдел", "Контроль за рассылкой возложить на отдел"),
        ("МБУ «Центр» подготовить памятку", "Подготовить памятку"),
        ("Отдельные памятки подготовить", "Отдельные памятки подготовить"),
        ("Подготовить памятку", "Подготовить памятку"),
        ("подготовить памятку", "Подготовить памятку"),
        ("Методический отдел готовит памятку", "Методический отдел готовит памятку"),
    ],
)
def test_a_clause_begins_with_the_duty(build: Callable[..., Files], clause: str, deed: str) -> None:
    assert titles(build(f"{clause}.")["officers/methodologist.ics"])[0] == f"п. 2 постановления {deed}"


def test_a_description_answers_what_is_asked(build: Callable[..., Files]) -> None:
    [_, event] = build()["calendar.ics"].events
    assert str(event["DESCRIPTION"]).split("\n") == [
        "Обследование дамб",
        "Срок: в течение 2024 года",
        "Понято: 2024 год",
        "С 01.01.2024 по 31.12.2024",
        (
            "По плану 31.12.2024 – выходной день, перенесённый с воскресенья 07.01.2024"
            " (постановление Правительства РФ от 10.08.2023 № 1314); исполнить до 28.12.2024"
        ),
        "Последний день по статье 193 ГК РФ: 09.01.2025",
        "Ответственный исполнитель: Управление образования",
        "Соисполнитель: методический отдел",
        "Участвуют: старосты, дружина",
        "Результат: акт",
        "Постановление от 09.01.2024 № 3, мероприятие 1 прил. 1",
    ]


def test_who_has_no_dates_has_a_file(build: Callable[..., Files]) -> None:
    schools = build()["officers/schools.ics"]
    assert schools.events == []
    assert str(schools["X-WR-CALNAME"]) == "Школы · План по пропуску паводка 2024"
    [task] = schools.todos
    assert "DUE" not in task
    assert str(task["SUMMARY"]) == "Без даты: 1 прил. 2 Наблюдение за уровнем воды"
    assert "«постоянно»" in str(task["DESCRIPTION"])


def test_a_duty_that_gets_a_day_is_no_task_any_more(build: Callable[..., Files]) -> None:
    build()
    schools = build(watch="до 15 мая 2024 года")["officers/schools.ics"]
    assert [(str(each["SUMMARY"]), each["STATUS"]) for each in schools.todos] == [
        ("Отменено: Без даты: 1 прил. 2 Наблюдение за уровнем воды", "CANCELLED")
    ]
    assert [(str(each["SUMMARY"]), each.start) for each in schools.events] == [
        ("1 прил. 2 Наблюдение за уровнем воды", date(2024, 5, 15))
    ]


def test_windows_are_bars_on_request(build: Callable[..., Files]) -> None:
    [_, event] = build(CLAUSE, "--bars")["calendar.ics"].events
    assert (event.start, event.end) == (date(2024, 1, 9), date(2024, 12, 29))


def test_a_calendar_says_who_controls(build: Callable[..., Files]) -> None:
    content = build()["calendar.ics"]
    said = "Постановление от 09.01.2024 № 3. Контроль: Начальник управления образования"
    assert (str(content["DESCRIPTION"]), str(content["X-WR-CALDESC"])) == (said, said)


def test_the_guide_names_lines_that_descriptions_have() -> None:
    """`CALENDARS.md` answers twenty questions, and each line that it sends its reader to is there."""
    guide = (GOOD.parents[2] / "compiler/CALENDARS.md").read_text("utf-8")
    rows = [line.split("|") for line in guide.splitlines() if line.startswith("| ")][2:]
    named = {label for *_, calendar, _ in rows for label in re.findall("`([^`/]+)`", calendar)}
    plans = [compile_plan(path).value for path in sorted(GOOD.glob("*.yaml"))]
    agenda = joint_agenda([plan for plan in plans if plan is not None])
    content = b"".join(dict(calendars(agenda, date(2024, 1, 9), {}, EVENTS))["calendar.ics"])
    calendar = icalendar.Calendar.from_ical(content)
    lines = {
        line
        for entry in (*calendar.events, *calendar.todos)
        for line in str(entry["DESCRIPTION"]).splitlines()
    }
    assert len(rows) == 20
    assert {label for label in named if not any(line.startswith(label) for line in lines)} == set()
