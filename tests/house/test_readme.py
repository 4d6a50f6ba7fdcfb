"""What the README shows is what the program does."""

import re
import shlex
from pathlib import Path

import pytest

from in_process import run

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
TOWN = """format: 1
name: Администрация города Образцова
bodies:
  department: {name: Департамент образования}
  schools: {name: Общеобразовательные организации}
officials:
  director:
    name: Образцова А. Б.
    post: директор департамента образования
    post_genitive: директора департамента образования
  deputy: {name: Примеров В. Г., accusative: Примерова В. Г.}
"""


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the README's plan."""
    (plan,) = (text for kind, text in BLOCKS if kind == "yaml")
    (tmp_path / "roadmaps" / "organisations").mkdir(parents=True)
    (tmp_path / "roadmaps" / "organisations" / "town.yaml").write_text(TOWN, "utf-8")
    (tmp_path / "roadmaps" / "school-2024.yaml").write_text(plan, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "roadmaps" / "school-2024.yaml"


def test_the_plan_of_the_readme_builds(town: Path) -> None:
    done = run("build", str(town), "--format", "docx,ics")
    assert done.exit_code == 0, done.stderr
    assert (town.parents[1] / "build" / "school-quality-2024" / "order.docx").is_file()


def test_the_finding_of_the_readme_is_what_the_terminal_shows(town: Path) -> None:
    (shown,) = (text for kind, text in BLOCKS if kind == "")
    broken = town.read_text("utf-8").replace("до 01.08 ежегодно", "до 31 ноября ежегодно")
    town.write_text(broken, "utf-8")
    done = run("check", "roadmaps/school-2024.yaml")
    assert done.exit_code == 1
    assert shown in done.stderr


def commands() -> list[str]:
    tour = next(text for kind, text in BLOCKS if kind == "sh" and "roadmapc check" in text)
    lines = (line.partition("#")[0].strip() for line in tour.splitlines())
    return [line.removeprefix("roadmapc ") for line in lines if line.startswith("roadmapc ")]


@pytest.mark.parametrize("command", [line for line in commands() if not line.startswith("build")])
def test_the_commands_of_the_tour_work(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = run(*shlex.split(command))
    assert done.exit_code == 0, done.stderr
    assert done.stdout or command == "check"
