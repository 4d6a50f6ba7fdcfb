"""`roadmapc build`: what is written, when nothing is, and that it is always the same."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result

from rights import ordinary

PLANS = Path(__file__).parents[1] / "plans"

Command = Callable[..., Result]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".roadmapc" not in path.parts
    }


def test_a_build_says_where_it_wrote(command: Command, repository: Path) -> None:
    result = command("build", "roadmaps/minimal.yaml", "-o", "build")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "roadmaps/minimal.yaml: build/minimal\n",
        "",
    )
    assert {"order.docx", "calendar.ics", "officers/department.ics", "manifest.json"} <= contents(
        repository / "build" / "minimal"
    ).keys()


def test_only_the_formats_asked_for_are_made(command: Command, repository: Path) -> None:
    assert command("build", "roadmaps/minimal.yaml", "--format", "ics").exit_code == 0
    assert {Path(name).suffix for name in contents(repository / "build" / "minimal")} == {".ics", ".json"}


def test_the_manifest_names_sources_and_outputs_with_their_digests(
    command: Command, repository: Path
) -> None:
    command("build", "roadmaps/full.yaml")
    made = contents(repository / "build" / "full")
    manifest = json.loads(made.pop("manifest.json"))
    assert manifest["plan"] == "full"
    assert manifest["outputs"] == {name: sha256(content).hexdigest() for name, content in made.items()}
    names = (
        "full.yaml",
        "calendars/region.yaml",
        "organisations/town.yaml",
        "profiles/house.yaml",
        "texts/concept.md",
    )
    assert manifest["sources"] == {
        f"roadmaps/{name}": sha256((repository / "roadmaps" / name).read_bytes()).hexdigest()
        for name in names
    }


def test_a_plan_that_breaks_leaves_its_earlier_outputs(command: Command, repository: Path) -> None:
    plan = repository / "roadmaps" / "minimal.yaml"
    command("build", plan)
    before = contents(repository / "build")
    plan.write_text(plan.read_text("utf-8").replace("2 сентября", "31 сентября"), "utf-8")
    result = command("build", plan)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert contents(repository / "build") == before


def test_other_plans_are_built_beside_a_broken_one(command: Command, broken: Path, repository: Path) -> None:
    result = command("build")
    assert result.exit_code == 1
    assert {path.name for path in (repository / "build").iterdir()} == {".roadmapc", "full", "minimal"}


def test_what_is_left_of_other_formats_is_told_to_be_old(command: Command, repository: Path) -> None:
    command("build", "roadmaps/full.yaml")
    plan = repository / "roadmaps" / "full.yaml"
    plan.write_text(
        plan.read_text("utf-8").replace("executors: [methodology]", "executors: [schools]"), "utf-8"
    )
    before = contents(repository / "build" / "full")
    built = command("build", plan, "--format", "docx")
    after = contents(repository / "build" / "full")
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {"order.docx", "manifest.json"}
    assert all(name in built.stderr for name in before.keys() - changed)
    assert "W532" in built.stderr
    hidden = [path.name for path in (repository / "build").iterdir() if path.name.startswith(".")]
    assert hidden == [".roadmapc"]


def test_a_file_in_the_place_of_the_folder_is_left_alone(command: Command, repository: Path) -> None:
    (repository / "build").mkdir()
    (repository / "build" / "minimal").write_text("важное", "utf-8")
    result = command("build", "roadmaps/minimal.yaml")
    assert result.exit_code == 1
    assert "ошибка W503" in result.stderr
    assert "прежние файлы не изменены" in result.stderr
    assert (repository / "build" / "minimal").read_text("utf-8") == "важное"


def test_an_earlier_calendar_that_is_no_calendar_is_kept_and_named(
    command: Command, repository: Path
) -> None:
    earlier = repository / "build" / "minimal"
    command("build", "roadmaps/minimal.yaml")
    (earlier / "calendar.ics").write_bytes(b"\xff\x00 no calendar")
    result = command("build", "roadmaps/minimal.yaml")
    assert result.exit_code == 0
    assert "замечание W525" in result.stderr
    assert (earlier / "calendar.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert (earlier / "calendar (правка).ics").read_bytes() == b"\xff\x00 no calendar"


def test_each_edited_file_is_named(command: Command, repository: Path) -> None:
    """They have no place by which one could stand for the others."""
    earlier = repository / "build" / "minimal"
    command("build", "roadmaps/minimal.yaml")
    for name in ("order.docx", "calendar.ics", "calendar.html"):
        (earlier / name).write_bytes(b"by hand")
    said = command("build", "roadmaps/minimal.yaml").stderr
    for kept in ("order (правка).docx", "calendar (правка).ics", "calendar (правка).html"):
        assert kept in said
    assert "без места" not in said


def test_a_folder_that_may_not_be_written_is_a_finding(repository: Path) -> None:
    (repository / "build").mkdir(mode=0o555)
    result = ordinary("build", "roadmaps/minimal.yaml")
    assert (result.returncode, result.stdout) == (1, "")
    assert "не записывается: нет права доступа" in result.stderr
    assert "Traceback" not in result.stderr
    assert contents(repository / "build") == {}


@pytest.mark.parametrize("name", ["minimal.yaml", "organisations/town.yaml"])
def test_a_source_that_may_not_be_read_is_a_finding(repository: Path, name: str) -> None:
    (repository / "roadmaps" / name).chmod(0o000)
    result = ordinary("check", "roadmaps/minimal.yaml")
    assert result.returncode == 1
    assert f"ошибка W501: файл «roadmaps/{name}» не читается: нет права доступа" in result.stderr


def built(folder: Path, **environment: str) -> dict[str, bytes]:
    """The outputs of a build of the good plans in a folder, by a process of its own."""
    shutil.copytree(PLANS / "good", folder / "roadmaps")
    command = [sys.executable, "-m", "roadmapc", "build"]
    subprocess.run(command, cwd=folder, env=os.environ | environment, check=True, capture_output=True)
    return contents(folder / "build")


def test_two_builds_in_different_places_and_times_are_the_same_bytes(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "a folder" / "far away"
    first = built(here, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C")
    for source in (there.parent, there):
        source.mkdir()
    os.utime(here / "roadmaps" / "full.yaml", (0, 0))
    second = built(there, TZ="Pacific/Pago_Pago", PYTHONHASHSEED="2", LC_ALL="C.UTF-8")
    assert set(first) >= {"full/order.docx", "full/calendar.ics", "minimal/manifest.json"}
    assert set(first) >= {"calendar.html", "municipalities/town/calendar.ics"}
    assert first == second


def test_a_build_shows_what_wants_an_answer_and_counts_the_rest(command: Command, repository: Path) -> None:
    shutil.copytree(PLANS / "bad", repository / "printed")
    found = json.loads(command("check", "--format", "json", "printed/yurga-2020.yaml").stdout)["diagnostics"]
    shown = command("build", "printed/yurga-2020.yaml", "-o", "build").stderr
    first_lines = [line for line in shown.splitlines() if line.startswith("printed/")]
    asked = [one for one in found if one["severity"] == "warning"]
    causes = {one["cause"] for one in asked if one["group"] == "meaning"}
    assert {line.split()[2].rstrip(":") for line in first_lines} == causes
    assert all(": замечание " in line for line in first_lines)
    assert shown.endswith(f"\n{len(asked)} замечание\n4 справки: roadmapc check\n")
