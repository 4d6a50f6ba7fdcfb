"""A file of what is known."""

from __future__ import annotations

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
    return CliRunner().invoke(roadmapc, ["check", "plan.yaml", "--strict", *arguments])


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


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version": 1}', '{"version": 1, "known": [1]}', "\x00"])
def test_another_file_is_wrong_use(folder, content):
    (folder / "known.json").write_text(content, "utf-8")
    result = run("--baseline", "known.json")
    assert result.exit_code == 2
    assert "--write-baseline" in result.stderr
