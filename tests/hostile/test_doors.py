"""Single files that commands write: never through a link, never over what is no file, never half."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from in_process import run

GOOD = Path(__file__).parents[1] / "plans" / "good"
PLAN = "roadmaps/plan.yaml"
COMMANDS = {
    "diff -o": ("diff", PLAN, PLAN, "-o", "made/review.md"),
    "calendar -o": ("calendar", PLAN, "--format", "ics", "-o", "made/review.md"),
    "amend -o": ("amend", "old.yaml", PLAN, "--number", "5", "--date", "01.02.2025", "-o", "made/review.md"),
    "template export": ("template", "export", "-o", "made/review.md"),
    "check --write-baseline": ("check", PLAN, "--write-baseline", "made/review.md"),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file outside of the repository that nobody may write; the current folder is the repository."""
    here = tmp_path / "here"
    shutil.copytree(GOOD / "organisations", here / "roadmaps" / "organisations")
    text = (
        (GOOD / "minimal.yaml")
        .read_text("utf-8")
        .replace("order:", "order:\n  date: 11.01.2024\n  number: 7")
    )
    (here / PLAN).write_text(text.replace("Подготовить", "Составить"), "utf-8")
    (here / "old.yaml").write_text(text, "utf-8")
    shutil.copytree(GOOD / "organisations", here / "organisations")
    (here / "made").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "home").write_text("дом", "utf-8")
    monkeypatch.chdir(here)
    return tmp_path / "outside" / "home"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_link_is_not_written_through(name: str, home: Path) -> None:
    for place in ("made/review.md", "made/review.md.fresh", "made/.review.md.fresh"):
        Path(place).symlink_to(home)
    result = run(*COMMANDS[name])
    assert result.exit_code != 0
    assert home.read_text("utf-8") == "дом"
    assert Path("made/review.md").is_symlink()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_folder_over_a_link_is_not_written_into(name: str, home: Path) -> None:
    Path("made").rmdir()
    Path("made").symlink_to(home.parent)
    result = run(*COMMANDS[name])
    assert (result.exit_code, "W522" in result.stderr) == (1, True)
    assert os.listdir(home.parent) == ["home"]


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_no_file_is_left(name: str, home: Path) -> None:
    os.mkfifo("made/review.md")
    assert run(*COMMANDS[name]).exit_code != 0
    assert Path("made/review.md").is_fifo()


@pytest.mark.parametrize("name", COMMANDS)
def test_litter_of_a_branch_hinders_nobody(name: str, home: Path) -> None:
    for place in ("made/review.md.fresh", "made/.review.md.fresh"):
        Path(place).mkdir()
    run(*COMMANDS[name])
    assert Path("made/review.md").is_file()
    assert [path for path in os.listdir("made") if path.startswith(".roadmapc")] == []


def test_a_device_is_left(home: Path) -> None:
    assert run("diff", PLAN, PLAN, "-o", "/dev/null").exit_code == 1
    assert Path("/dev/null").is_char_device()


def test_a_plan_over_a_link_is_not_corrected(home: Path) -> None:
    text = Path(PLAN).read_text("utf-8")
    Path(PLAN).write_text(text.replace("number: 7", "number: 7 - п"), "utf-8")
    shutil.move(PLAN, home.parent / "plan.yaml")
    Path(PLAN).symlink_to(home.parent / "plan.yaml")
    before = (home.parent / "plan.yaml").read_bytes()
    run("check", PLAN, "--fix")
    assert (home.parent / "plan.yaml").read_bytes() == before
    assert Path(PLAN).is_symlink()


def test_a_new_repository_stays_in_its_folder(home: Path) -> None:
    Path("new").mkdir()
    Path("new/.github").symlink_to(home.parent)
    result = run("init", "new")
    assert (result.exit_code, "W522" in result.stderr) == (1, True)
    assert os.listdir(home.parent) == ["home"]


@pytest.mark.parametrize("name", ["roadmaps/x.yaml", "roadmaps/organisations/town.yaml"])
def test_a_channel_is_no_source(name: str, home: Path) -> None:
    Path(name).unlink(missing_ok=True)
    os.mkfifo(name)
    words = [sys.executable, "-m", "roadmapc", "check"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_rights_of_a_corrected_plan_stay(home: Path) -> None:
    text = Path(PLAN).read_text("utf-8")
    Path(PLAN).write_text(text.replace("number: 7", "number: 7 - п"), "utf-8")
    Path(PLAN).chmod(0o640)
    before = Path(PLAN).read_bytes()
    run("check", PLAN, "--fix")
    assert Path(PLAN).read_bytes() != before
    assert Path(PLAN).stat().st_mode & 0o777 == 0o640
