"""Plans of several organisation directories: what each municipality has together, and the way there."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import icalendar
import openpyxl
import pytest
from click.testing import Result

from roadmapc.render.page import pages

Command = Callable[..., Result]

TOWN, VILLAGE = "build/municipalities/town", "build/municipalities/village"


@pytest.fixture
def two(repository: Path) -> Path:
    """A second municipality with a plan of its own, beside the two plans of the first."""
    folder = repository / "roadmaps"
    directory = (folder / "organisations" / "town.yaml").read_text("utf-8")
    (folder / "organisations" / "village.yaml").write_text(directory.replace("города", "села"), "utf-8")
    plan = (folder / "minimal.yaml").read_text("utf-8").replace("id: minimal", "id: rural")
    (folder / "rural.yaml").write_text(plan.replace("town.yaml", "village.yaml"), "utf-8")
    return repository


def uids(path: Path) -> set[str]:
    components = icalendar.Calendar.from_ical(path.read_bytes()).walk()
    return {str(each["UID"]) for each in components if "UID" in each and each.get("STATUS") != "CANCELLED"}


def test_each_has_what_one_alone_would_have(command: Command, two: Path) -> None:
    assert command("build").exit_code == 0
    town, village = two / TOWN, two / VILLAGE
    assert uids(town / "calendar.ics") == uids(two / "build/full/calendar.ics") | uids(
        two / "build/minimal/calendar.ics"
    )
    assert uids(village / "calendar.ics") == uids(two / "build/rural/calendar.ics")
    assert uids(village / "officers/director.ics") == uids(two / "build/rural/officers/director.ics")
    for folder in (town, village):
        assert {"calendar.html", "register.xlsx", "register.csv"} <= {path.name for path in folder.iterdir()}
    assert {path.name for path in (two / "build").iterdir() if path.is_file()} == {
        "calendar.html",
        "manifest.json",
    }


def test_the_page_leads_to_everybody(command: Command, two: Path) -> None:
    command("build")
    page = (two / "build/calendar.html").read_text("utf-8")
    addresses = re.findall(r'href="([^"]+)"', page)
    assert "municipalities/village/calendar.html?who=director" in addresses
    for address in addresses:
        path, _, who = address.partition("?who=")
        text = (two / "build" / path).read_text("utf-8")
        assert not who or f'<option value="{who}"' in text


def test_one_changed_plan_touches_its_own_municipality(command: Command, two: Path) -> None:
    command("build")
    before = {path: path.stat().st_mtime_ns for path in (two / TOWN).rglob("*") if path.is_file()}
    plan = two / "roadmaps/rural.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Подготовить", "Представить"), "utf-8")
    assert command("build").exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert "Представить" in (two / VILLAGE / "register.csv").read_text("utf-8-sig")


def test_an_error_leaves_its_own_municipality_as_it_was(command: Command, two: Path) -> None:
    command("build")
    before = (two / VILLAGE / "calendar.ics").read_bytes()
    for name in ("rural", "minimal"):
        plan = two / f"roadmaps/{name}.yaml"
        text = plan.read_text("utf-8").replace(
            "2 сентября", "31 сентября" if name == "rural" else "5 сентября"
        )
        plan.write_text(text, "utf-8")
    result = command("build")
    assert result.exit_code == 1
    assert re.findall("W527: общие календари и реестр в «(.*?)»", result.stderr) == [str(two / VILLAGE)]
    assert (two / VILLAGE / "calendar.ics").read_bytes() == before
    assert b"20240905" in (two / TOWN / "calendar.ics").read_bytes()


def test_marks_of_a_municipality_are_carried_over(command: Command, two: Path) -> None:
    command("build")
    register = two / VILLAGE / "register.xlsx"
    book = openpyxl.load_workbook(register)
    column = [cell.value for cell in book.worksheets[0][1]].index("Статус") + 1
    book.worksheets[0].cell(2, column, "в работе")
    book.save(register)
    plan = two / "roadmaps/rural.yaml"
    plan.write_text(plan.read_text("utf-8").replace("2 сентября", "3 сентября"), "utf-8")
    assert f"{register}: перенесены отметки 1 строки" in command("build").stdout
    assert openpyxl.load_workbook(register).worksheets[0].cell(2, column).value == "в работе"


def test_calendars_of_the_root_are_withdrawn_when_a_second_one_comes(
    command: Command, repository: Path
) -> None:
    command("build")
    shared = repository / "build/calendar.ics"
    known = uids(shared)
    folder = repository / "roadmaps"
    shutil.copy(folder / "organisations/town.yaml", folder / "organisations/village.yaml")
    plan = folder / "minimal.yaml"
    plan.write_text(plan.read_text("utf-8").replace("town.yaml", "village.yaml"), "utf-8")
    assert command("build").exit_code == 0
    assert (bool(known), uids(shared)) == (True, set())
    assert uids(repository / "build/officers/town/director.ics") == set()
    assert not (repository / "build/register.xlsx").exists()
    assert command("audit").exit_code == 0
    again = shared.read_bytes()
    command("build", "--force")
    assert shared.read_bytes() == again


def test_a_municipality_that_is_gone_is_named_and_moved_aside(command: Command, two: Path) -> None:
    command("build")
    (two / "roadmaps/rural.yaml").unlink()
    assert "планов муниципалитета «village» больше нет" in command("build").stderr
    assert command("audit").exit_code == 1
    command("build", "--clean")
    assert (two / "build/прежние планы/municipalities/village/calendar.ics").is_file()
    assert command("build").stderr == ""


@pytest.mark.parametrize("name", ["municipalities", ".roadmapc"])
def test_nothing_is_written_over_a_link(name: str, command: Command, two: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (two / "build").mkdir()
    (two / "build" / name).symlink_to(elsewhere)
    result = command("build")
    assert (result.exit_code, "W522" in result.stderr) == (1, True)
    assert list(elsewhere.iterdir()) == []


def test_a_page_that_is_too_large_leads_to_smaller_ones(
    command: Command, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By officers, and of one with much to do by years."""
    command("build", "--format", "html")
    whole = (two / TOWN / "calendar.html").read_text("utf-8")
    rows = whole.count('class="duty"')
    least = max(len(path.read_bytes()) for path in (two / VILLAGE).glob("*.html"))
    monkeypatch.setattr(pages, "LARGEST", least)
    command("build", "--format", "html", "--force")
    found = {path.name: path.read_text("utf-8") for path in (two / TOWN / "officers").glob("*.html")}
    assert any(re.search(r"-\d{4}\.html$", name) for name in found)
    contents = (two / TOWN / "calendar.html").read_text("utf-8")
    assert set(re.findall(r'href="officers/([^"]+)"', contents)) == set(found)
    assert {re.search("<h1[^>]*>(.*?)</h1>", text)[1] for text in found.values()} > {"Управление образования"}
    measures = {number for text in found.values() for number in re.findall(r'class="number">([^<]+)', text)}
    assert measures == set(re.findall(r'class="number">([^<]+)', whole))
    assert rows <= sum(text.count('class="duty"') for text in found.values())
    assert json.loads((two / TOWN / "manifest.json").read_bytes())["outputs"].keys() >= {
        f"officers/{name}" for name in found
    }
