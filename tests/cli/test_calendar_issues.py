"""Calendars of several plans, issues of calendar files, a week on the screen."""

import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import icalendar
import openpyxl
import pytest
from click.testing import Result

from joint import joint_agenda
from roadmapc.pipeline import compile_plan
from roadmapc.render.answers.calendar_table import COLOURED, calendar_table
from roadmapc.schedule.asked import week_of

Command = Callable[..., Result]

REPORT = "Подготовить отчёт"


def events(file: Path) -> dict[str, tuple[date, int, str]]:
    """Day, number of the revision and status of the events of a file, by summary."""
    found = icalendar.Calendar.from_ical(file.read_bytes()).events
    return {
        str(each["SUMMARY"]): (each.start, each["SEQUENCE"], str(each.get("STATUS", ""))) for each in found
    }


def edited(plan: Path, old: str, new: str) -> None:
    text = plan.read_text("utf-8")
    assert old in text
    plan.write_text(text.replace(old, new), "utf-8")


def test_all_plans_together_are_built_beside_each(command: Command, repository: Path) -> None:
    assert command("build").exit_code == 0
    build = repository / "build"
    alone = [events(build / plan / "calendar.ics") for plan in ("minimal", "full")]
    assert len(events(build / "calendar.ics")) == sum(map(len, alone))
    for name in ("calendar.html", "register.csv", "register.xlsx"):
        assert (build / name).is_file()
        assert (build / "full" / name).is_file()


def test_a_build_without_calendars_leaves_them_to_the_next_issue(command: Command, repository: Path) -> None:
    plan, calendar = repository / "roadmaps/minimal.yaml", repository / "build/minimal/calendar.ics"
    command("build")
    before = calendar.read_bytes()
    edited(plan, REPORT, "Подготовить доклад")
    assert command("build", "--format", "docx").exit_code == 0
    assert calendar.read_bytes() == before
    command("build")
    assert {revision for _, revision, _ in events(calendar).values()} == {1}


def test_an_officer_of_two_plans_has_one_calendar(command: Command, repository: Path) -> None:
    command("build", "--format", "ics")
    build = repository / "build"
    both = [events(build / plan / "officers/director.ics") for plan in ("minimal", "full")]
    assert all(both)
    assert events(build / "officers/town/director.ics") == both[0] | both[1]


def names(path: Path) -> str:
    return str(icalendar.Calendar.from_ical(path.read_bytes())["X-WR-CALNAME"])


def test_the_calendar_of_an_officer_names_the_plans_that_name_him(command: Command, repository: Path) -> None:
    command("build", "--format", "ics")
    build = repository / "build/officers/town"
    assert names(build / "director.ics").endswith(" · 2 плана")
    of_one = names(build / "methodology.ics")
    assert of_one.endswith(" · Дорожная карта развития наставничества 2020–2021")


def test_one_plan_built_alone_leaves_the_calendar_of_all(command: Command, repository: Path) -> None:
    command("build", "--format", "ics")
    before = (repository / "build/calendar.ics").read_bytes()
    edited(repository / "roadmaps/minimal.yaml", "2 сентября", "3 сентября")
    command("build", "--format", "ics", "roadmaps/minimal.yaml", "-o", "build")
    assert (repository / "build/calendar.ics").read_bytes() == before


def test_a_broken_plan_withdraws_nothing_from_the_calendar_of_all(
    command: Command, repository: Path, broken: Path
) -> None:
    broken.rename(repository / "broken.yaml")
    command("build", "--format", "ics")
    before = (repository / "build/calendar.ics").read_bytes()
    shutil.move(repository / "broken.yaml", repository / broken)
    assert command("build", "--format", "ics").exit_code == 1
    assert (repository / "build/calendar.ics").read_bytes() == before


def test_a_deadline_that_moves_is_a_revision_of_its_event(command: Command, repository: Path) -> None:
    plan, build = repository / "roadmaps/minimal.yaml", ("build", "roadmaps/minimal.yaml", "-o", "out")
    calendar = repository / "out/minimal/calendar.ics"
    command(*build)
    assert events(calendar) == {f"1 {REPORT}": (date(2024, 9, 2), 0, "")}
    edited(plan, "2 сентября", "3 сентября")
    command(*build)
    assert events(calendar) == {f"1 {REPORT}": (date(2024, 9, 3), 1, "")}
    command(*build)
    assert events(calendar) == {f"1 {REPORT}": (date(2024, 9, 3), 1, "")}


def test_a_measure_that_goes_is_cancelled_where_it_was_published(command: Command, repository: Path) -> None:
    plan = repository / "roadmaps/minimal.yaml"
    command("build", "roadmaps/minimal.yaml", "-o", "published")
    edited(plan, "id: report", "id: summary")
    command("build", "roadmaps/minimal.yaml", "-o", "out", "--previous", "published")
    found = icalendar.Calendar.from_ical((repository / "out/minimal/calendar.ics").read_bytes()).events
    assert [(each["SEQUENCE"], each.get("STATUS")) for each in found] == [(0, None), (1, "CANCELLED")]


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Примеров", "-c", "user.email=p@example.org")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def test_what_was_published_may_lie_in_a_revision(command: Command, repository: Path) -> None:
    command("build", "-o", "published/build", "--format", "ics")
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "календари")
    shutil.rmtree("published")
    edited(repository / "roadmaps/minimal.yaml", "2 сентября", "3 сентября")
    result = command("build", "-o", "out", "--format", "ics", "--previous", "HEAD:published/build")
    assert result.exit_code == 0
    found = {path: events(path) for path in Path("out").rglob("*.ics")}
    revisions = {
        (each.endswith(REPORT), number) for file in found.values() for each, (_, number, _) in file.items()
    }
    assert revisions == {(True, 1), (False, 0)}
    of_report = [path for path, file in found.items() if any(each.endswith(REPORT) for each in file)]
    assert {path.as_posix() for path in of_report} >= {"out/calendar.ics", "out/minimal/calendar.ics"}
    assert {path.parent.name for path in of_report} == {"out", "minimal", "officers", "town"}


@pytest.mark.parametrize("place", ["nowhere", "HEAD:nowhere", "roadmaps/minimal.yaml"])
def test_calendars_that_are_not_where_they_are_said_to_be_do_not_begin_anew(
    place: str, command: Command
) -> None:
    result = command("build", "--previous", place)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"папки «{place}» нет" in result.stderr


def test_tasks_do_not_repeat(command: Command) -> None:
    result = command("build", "--todo", "--rrule")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--todo" in result.stderr


def test_reminders_are_asked_for(command: Command) -> None:
    plain = command("calendar", "roadmaps/minimal.yaml", "--format", "ics").stdout
    reminding = command("calendar", "roadmaps/minimal.yaml", "--format", "ics", "--reminders").stdout
    assert "VALARM" not in plain
    # 10 and 3 working days before Monday, 2 September 2024: 19 and 28 August
    assert [line for line in reminding.splitlines() if line.startswith("TRIGGER")] == [
        "TRIGGER:-P13DT15H",
        "TRIGGER:-P4DT15H",
    ]


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("reminders: [15, 5, 1]", ["-P20DT15H", "-P6DT15H", "-PT15H"]),
        ("reminders: [1, 5, 5]", ["-P6DT15H", "-PT15H"]),
        ("reminders: []", []),
        ("", ["-P13DT15H", "-P2DT15H"]),
    ],
)
def test_a_profile_says_when_to_remind(
    written: str, leads: list[str], command: Command, repository: Path
) -> None:
    """Before Thursday, 1 October 2020, with no holidays in September."""
    edited(repository / "roadmaps/profiles/house.yaml", "reminders: [15, 5, 1]", written)
    shown = command(
        "calendar", "roadmaps/full.yaml", "--format", "ics", "--reminders", "--to", "01.10.2020"
    ).stdout
    found = [line.removeprefix("TRIGGER:") for line in shown.splitlines() if line.startswith("TRIGGER")]
    assert found == leads


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("[0]", "число «0» меньше 1"),
        ("[10, 99]", "число «99» больше 60"),
        ("[за неделю]", "в списке «reminders» ожидается целое число, а записан текст «за неделю»"),
        ("10", "в поле «reminders» ожидается список, а записан текст «10»"),
    ],
)
def test_a_reminder_that_is_no_number_of_days_is_named(
    written: str, message: str, command: Command, repository: Path
) -> None:
    edited(repository / "roadmaps/profiles/house.yaml", "[15, 5, 1]", written)
    result = command("check", "roadmaps/full.yaml")
    assert result.exit_code == 1
    assert message in result.stderr + result.stdout


@pytest.mark.parametrize(
    ("day", "is_there"), [("2024-09-02", True), ("08.09.2024", True), ("2024-09-09", False)]
)
def test_a_week_is_that_of_its_day(day: str, is_there: bool, command: Command) -> None:
    assert (REPORT in command("calendar", "roadmaps/minimal.yaml", "--week", day).stdout) == is_there


def test_the_week_of_no_day_is_this_one(command: Command, repository: Path) -> None:
    monday, sunday = week_of(date.today())
    edited(repository / "roadmaps/minimal.yaml", "period: 2024", f"period: {monday.year}")
    edited(repository / "roadmaps/minimal.yaml", "не позднее 2 сентября", "еженедельно")
    year, week = (
        json.loads(command("calendar", "roadmaps/minimal.yaml", "--format", "json", *option).stdout)[
            "occurrences"
        ]
        for option in ((), ("--week",))
    )
    assert len(year) > 50
    assert week == [each for each in year if monday.isoformat() <= each["due"] <= sunday.isoformat()]


def test_a_week_is_summed_up(command: Command) -> None:
    lines = command("calendar", "roadmaps/minimal.yaml", "--week", "02.09.2024").stdout.splitlines()
    assert lines[:3] == ["С 02.09.2024 по 08.09.2024: 1 срок", "", "Сентябрь 2024"]


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (["--week", "26.08.2024"], "С 26.08.2024 по 01.09.2024 сроков нет, ближайший – 02.09.2024"),
        (["--week", "09.09.2024"], "С 09.09.2024 по 15.09.2024 сроков нет"),
        (["--from", "03.09.2024"], "С 03.09.2024 сроков нет"),
        (["--to", "01.09.2024"], "По 01.09.2024 сроков нет, ближайший – 02.09.2024"),
        (["--week", "02.09.2024", "--from", "03.09.2024"], "С 03.09.2024 по 08.09.2024 сроков нет"),
        (["--executor", "schools"], "Сроков нет"),
    ],
)
def test_where_nothing_is_due_the_next_day_is_named(filters: list[str], said: str, command: Command) -> None:
    assert command("calendar", "roadmaps/minimal.yaml", *filters).stdout.strip() == said


def test_a_terminal_is_shown_colours(repository: Path) -> None:
    compiled = compile_plan(repository / "roadmaps/minimal.yaml").value
    assert compiled is not None
    agenda = joint_agenda([compiled])
    table = calendar_table(agenda, "", COLOURED)
    assert table.startswith("\x1b[1mСентябрь 2024\x1b[0m\n")
    assert re.sub(r"\x1b\[\d+m", "", table) == calendar_table(agenda)


def test_a_plan_named_where_a_week_should_be_is_wrong_use(command: Command) -> None:
    result = command("calendar", "--week", "roadmaps/minimal.yaml")
    assert result.exit_code == 2
    assert "roadmaps/minimal.yaml" in result.stderr


def test_a_register_is_written_to_a_file(command: Command, repository: Path) -> None:
    result = command("calendar", "roadmaps/minimal.yaml", "--format", "xlsx", "-o", "register.xlsx")
    assert (result.exit_code, result.stdout) == (0, "")
    book = openpyxl.load_workbook(io.BytesIO((repository / "register.xlsx").read_bytes()))
    head, row = book["Реестр"].values
    assert row[head.index("Мероприятие")] == REPORT


def test_several_plans_are_reported_in_a_list(command: Command) -> None:
    report = json.loads(command("calendar", "--format", "json").stdout)
    assert [plan["plan"] for plan in report["plans"]] == ["full", "minimal"]
