"""A plan's own working calendar moves its deadlines."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.pipeline import compile_plan

GOOD = Path(__file__).parents[1] / "plans" / "good"
OWN = """format: 1
years:
  - year: 2024
    days_off:
      - day: 02.09.2024
        name: день города
        act: закон Примерского края от 01.02.2019 № 1-КЗ
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The small plan, due on 02.09.2024, with a calendar of its own."""
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "minimal.yaml"
    path.write_text(path.read_text("utf-8") + "work_calendar: calendars/own.yaml\n", "utf-8")
    (tmp_path / "calendars" / "own.yaml").write_text(OWN, "utf-8")
    return path


def due(outcome: Outcome[Compiled]) -> list[date]:
    assert outcome.value is not None
    return [entry.occurrence.due for entry in outcome.value.calendar.entries]


def test_a_day_off_of_the_region_moves_the_deadline(plan: Path) -> None:
    assert due(compile_plan(GOOD / "minimal.yaml")) == [date(2024, 9, 2)]
    assert due(compile_plan(plan)) == [date(2024, 8, 30)]


def test_the_file_is_one_of_the_sources(plan: Path) -> None:
    compiled = compile_plan(plan).value
    assert compiled is not None
    assert "own.yaml" in {path.name for path in compiled.surroundings.sources}


@pytest.mark.parametrize(
    ("text", "code"), [("format: 1\nyears: []\n", "S205"), ("format: 1\n\tyears: 1\n", "Y103")]
)
def test_a_broken_calendar_is_said_to_be_so_in_its_own_file(plan: Path, text: str, code: str) -> None:
    own = plan.with_name("calendars") / "own.yaml"
    own.write_text(text, "utf-8")
    outcome = compile_plan(plan)
    assert outcome.value is None
    (said,) = (each for each in outcome.diagnostics if each.code.id == code)
    assert said.place is not None
    assert said.place.file.name == str(own)


def test_a_calendar_that_is_not_there_is_asked_for(plan: Path) -> None:
    (plan.with_name("calendars") / "own.yaml").unlink()
    assert [each.code.id for each in compile_plan(plan).diagnostics] == ["M406"]
