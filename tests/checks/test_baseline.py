"""A file of what is known."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from frame import plan_of, write

from roadmapc.cli.main import roadmapc


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plan, directory = plan_of({"measure": {"measure": "Отчёт №5"}})
    (tmp_path / "plan.yaml").write_text(write(plan), "utf-8")
    (tmp_path / "organisation.yaml").write_text(write(directory), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(roadmapc, ["check", "plan.yaml", "--all", "--strict", *arguments])


def test_what_is_written_down_is_not_said_again(folder):
    assert run().exit_code == 1
    assert run("--write-baseline", "known.json").exit_code == 0
    assert run("--baseline", "known.json").exit_code == 0


def test_what_is_new_is_said_though_lines_have_moved(folder):
    run("--write-baseline", "known.json")
    text = (folder / "plan.yaml").read_text("utf-8")
    (folder / "plan.yaml").write_text(
        "# ещё строка\n" + text.replace("result: отчёт", "result: отчёт №6"), "utf-8"
    )
    result = run("--baseline", "known.json")
    assert result.exit_code == 1
    assert "отчёт №6" in result.stderr
    assert "Отчёт №5" not in result.stderr


ROW = """\
    - id: new
      measure: Совет
      deadline: не позднее 01.09.2021
      executors: [board]
      result: решение
"""


def with_row(folder: Path, row: str) -> None:
    """Put a row before the others: all get other numbers."""
    text = (folder / "plan.yaml").read_text("utf-8")
    (folder / "plan.yaml").write_text(text.replace("    - id: one\n", f"{row}    - id: one\n"), "utf-8")


@pytest.fixture
def queried(folder: Path) -> Path:
    """A repository with a finding of one row and a finding of one phrase, both known."""
    row = {"measure": "Совет", "deadline": "ежегодно", "result": "решение совета"}
    plan, _ = plan_of({"period": "2021-2025", "measure": {"deadline": "ежегодно"}, "measures": [row]})
    (folder / "plan.yaml").write_text(write(plan), "utf-8")
    assert "E601" in run().stderr
    assert "D342" in run().stderr
    run("--write-baseline", "known.json")
    return folder


def test_a_row_above_makes_nothing_new(queried):
    with_row(queried, ROW)
    assert run("--baseline", "known.json").stderr == ""


def test_a_row_with_the_same_mistake_is_new(queried):
    with_row(queried, ROW.replace("      executors: [board]\n", ""))
    assert "E601" in run("--baseline", "known.json").stderr


def test_a_row_with_a_known_phrase_is_new(queried):
    with_row(queried, ROW.replace("не позднее 01.09.2021", "ежегодно"))
    assert "D342" in run("--baseline", "known.json").stderr


def test_what_is_said_once_a_plan_may_be_said_at_another_place(folder):
    row = {"measure": "Совет", "deadline": "до 01.09.2021", "result": "решение", "executors": ["board"]}
    plan, _ = plan_of({"measure": {"deadline": "до 01.06.2021"}, "measures": [row]})
    (folder / "plan.yaml").write_text(write(plan), "utf-8")
    run("--write-baseline", "known.json")
    (folder / "plan.yaml").write_text(write(plan).replace("до 01.06.2021", "до 31.06.2021"), "utf-8")
    said = run("--baseline", "known.json").stderr
    assert "D305" in said
    assert "D316" not in said


def test_a_file_that_is_not_there_is_said_to_be_missing(folder):
    result = run("--baseline", "unknown.json")
    assert result.exit_code == 2
    assert "unknown.json" in result.stderr
    assert "не читается" in result.stderr
    assert "--write-baseline" not in result.stderr


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version": 1}', '{"version": 1, "known": [1]}', "\x00"])
def test_another_file_is_wrong_use(folder, content):
    (folder / "known.json").write_text(content, "utf-8")
    result = run("--baseline", "known.json")
    assert result.exit_code == 2
    assert "--write-baseline" in result.stderr
