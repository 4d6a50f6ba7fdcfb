"""`roadmapc calendar`: its forms, its filters, its shapes."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from click.testing import Result

Command = Callable[..., Result]

FULL = "roadmaps/full.yaml"


def asked(command: Command, *arguments: object) -> dict[str, Any]:
    result = command("calendar", FULL, "--format", "json", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    report: dict[str, Any] = json.loads(result.stdout)
    return report


def dues(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["measure"]["id"], each["due"]) for each in report["occurrences"]]


def test_every_date_of_the_plan_is_listed_in_the_order_of_dates(command: Command) -> None:
    assert dues(asked(command)) == [
        ("list-of-mentors", "2020-10-01"),
        ("seminars", "2020-11-20"),
        ("seminars", "2021-05-31"),
        ("report", "2021-06-15"),
        ("review-of-concept", "2021-06-30"),
    ]


def test_an_occurrence_says_everything_that_a_program_needs(command: Command) -> None:
    report = asked(command)
    assert report["plan"] == "full"
    assert report["period"] == {"first_day": "2020-09-01", "last_day": "2021-08-31"}
    first = report["occurrences"][0]
    assert first | {"uid": "", "measure": None} == {
        "uid": "",
        "measure": None,
        "section": "Организация",
        "executors": [
            {"id": "department", "name": "Управление образования", "lead": True},
            {"id": "schools", "name": "Школы", "lead": False},
        ],
        "audience": None,
        "first_day": None,
        "nominal": "2020-10-01",
        "due": "2020-10-01",
        "time": None,
        "end_time": None,
        "place": None,
        "convention": "previous",
        "other_due": None,
        "amended": None,
    }
    assert first["measure"].keys() == {"id", "number", "text"}
    assert first["measure"]["text"].startswith("Собрать сведения о наставниках: в школах")
    assert len({each["uid"] for each in report["occurrences"]}) == 5


def test_what_has_no_date_is_listed_with_the_reason(command: Command, repository: Path) -> None:
    plan = repository / FULL
    lines = plan.read_text("utf-8").splitlines(keepends=True)
    plan.write_text("".join(line for line in lines if "checkpoint" not in line), "utf-8")
    report = asked(command)
    assert [(each["measure"]["id"], each["phrase"], each["reason"]) for each in report["undated"]] == [
        ("seminars", "постоянно", "continuous")
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--from", "20.11.2020", "--to", "31.05.2021"], ["2020-11-20", "2021-05-31"]),
        (["--from", "2021-06-16"], ["2021-06-30"]),
        (["--to", "1.10.2020"], ["2020-10-01"]),
        (["--week", "17.11.2020"], ["2020-11-20"]),
        (["--executor", "methodology"], ["2020-11-20", "2021-05-31", "2021-06-15"]),
        (["--executor", "schools"], ["2020-10-01"]),
        (["--executor", "methodology", "--from", "01.06.2021"], ["2021-06-15"]),
    ],
)
def test_the_answer_is_narrowed(command: Command, arguments: list[str], expected: list[str]) -> None:
    assert [due for _, due in dues(asked(command, *arguments))] == expected


def test_an_unknown_executor_is_wrong_use_with_the_nearest_name(command: Command) -> None:
    result = command("calendar", FULL, "--executor", "departament")
    assert result.exit_code == 2
    assert "исполнителя «departament» нет; возможно, вы имели в виду «department»" in result.stderr


@pytest.mark.parametrize(
    "name",
    [
        "methodology",
        "методический отдел",
        "Методический  отдел",
        "Начальник методического отдела",
        "Примеров В. Г.",
        "примеров в. г.",
    ],
)
def test_an_executor_is_called_by_name(command: Command, name: str) -> None:
    assert dues(asked(command, "--executor", name)) == dues(asked(command, "--executor", "methodologist"))


def test_a_misspelt_name_is_answered_with_the_right_one(command: Command) -> None:
    result = command("calendar", FULL, "--executor", "Методичский отдел")
    assert result.exit_code == 2
    assert "возможно, вы имели в виду «методический отдел»" in result.stderr


def test_namesakes_are_not_taken_for_one_another(command: Command, repository: Path) -> None:
    directory = repository / "roadmaps/organisations/town.yaml"
    text = directory.read_text("utf-8")
    directory.write_text(text.replace("short: Школы", "short: Методический отдел"), "utf-8")
    result = command("calendar", FULL, "--executor", "Методический отдел")
    assert result.exit_code == 2
    assert "так названы несколько, выберите имя из справочника: methodology, schools" in result.stderr


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.ics", b"BEGIN:VCALENDAR"),
        ("x.JSON", b'{\n "plan": "full"'),
        ("x.csv", b"\xef\xbb\xbf"),
        ("x.xlsx", b"PK"),
        ("x.txt", "Октябрь 2020".encode()),
        ("x", "Октябрь 2020".encode()),
    ],
)
def test_the_name_of_a_file_chooses_the_form(command: Command, name: str, start: bytes) -> None:
    assert command("calendar", FULL, "-o", name).exit_code == 0
    assert Path(name).read_bytes().startswith(start)


def test_a_misprint_in_the_name_of_a_file_chooses_no_form(command: Command) -> None:
    result = command("calendar", FULL, "-o", "x.isc")
    assert result.exit_code == 2
    assert "файлы «.isc» неизвестны: назовите вид, --format table, json, csv, ics, xlsx" in result.stderr
    assert not Path("x.isc").exists()
    assert command("calendar", FULL, "-o", "x.isc", "--format", "ics").exit_code == 0


def test_a_file_may_be_called_otherwise_than_its_form(command: Command) -> None:
    assert command("calendar", FULL, "-o", "calendar.txt", "--format", "json").exit_code == 0
    assert json.loads(Path("calendar.txt").read_text("utf-8"))["plan"] == "full"


def test_a_long_series_is_folded_for_people_alone(command: Command, repository: Path) -> None:
    plan = repository / FULL
    text = plan.read_text("utf-8")
    assert "deadline: не позднее 1 октября 2020 года" in text
    plan.write_text(text.replace("deadline: не позднее 1 октября 2020 года", "deadline: ежедневно"), "utf-8")
    counts = Counter(due[:7] for measure, due in dues(asked(command)) if measure == "list-of-mentors")
    assert counts["2021-03"] == 22
    lines = command("calendar", FULL).stdout.splitlines()
    assert sum(" I.1 прил. 1 " in line for line in lines) == 12
    march = lines[lines.index("Март 2021") + 1 :]
    assert march[0].startswith("  01.03.2021 пн  I.1 прил. 1 ")
    assert march[1].strip().startswith("ежедневно: 22 дня по 31.03.2021 · ")


@pytest.mark.parametrize("day", ["31.13.2021", "завтра", "01.10.21", ""])
def test_a_day_that_is_no_day_is_wrong_use(command: Command, day: str) -> None:
    result = command("calendar", FULL, "--from", day)
    assert result.exit_code == 2
    assert f"«{day}» – не дата; напишите ДД.ММ.ГГГГ" in result.stderr


def test_people_read_months_and_days(command: Command) -> None:
    lines = command("calendar", FULL).stdout.splitlines()
    assert lines[0] == "Октябрь 2020"
    assert lines[1].split() == ["01.10.2020", "чт", "I.1", *lines[1].split()[3:]]
    assert "Управление образования" in lines[2]


def test_spreadsheets_read_the_same_dates(command: Command) -> None:
    rows = list(
        csv.reader(
            io.StringIO(command("calendar", FULL, "--format", "csv").stdout.lstrip("\ufeff")), delimiter=";"
        )
    )
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == 1 + 5


def test_calendar_programs_read_the_same_dates(command: Command) -> None:
    calendar = icalendar.Calendar.from_ical(command("calendar", FULL, "--format", "ics").stdout_bytes)
    ends = sorted(event.decoded("DTEND") for event in calendar.walk("VEVENT"))
    assert ends == [
        date(2020, 10, 2),
        date(2020, 11, 21),
        date(2021, 6, 1),
        date(2021, 6, 16),
        date(2021, 7, 1),
    ]


def test_several_plans_make_one_calendar(command: Command) -> None:
    shown = command("calendar", FULL, "roadmaps/minimal.yaml").stdout
    assert shown.index("01.10.2020") < shown.index("02.09.2024")


def test_a_broken_plan_has_no_calendar(command: Command, broken: Path) -> None:
    result = command("calendar", broken)
    assert result.exit_code == 1
    assert "ошибка D305" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "01.03.2021", "--to", "01.02.2021"], "01.02.2021 раньше, чем 01.03.2021"),
        (["-o", "calendar.pdf"], "в виде pdf календарь пишет build"),
        (["-o", "register.xlsx", "--format", "ics"], "получится с --format xlsx"),
        (["-o", "register.csv", "--format", "ics"], "получится с --format csv"),
    ],
)
def test_what_cannot_be_is_wrong_use(command: Command, arguments: list[str], said: str) -> None:
    result = command("calendar", FULL, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not Path(arguments[1]).exists()
