"""Editions named as git names them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import Result

from in_process import run

HERE = Path(__file__).parent
PLAN = "roadmaps/plan.yaml"


def git(*arguments: str, folder: Path) -> None:
    identity = ["-c", "user.name=Примеров", "-c", "user.email=p@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, case: str, edition: str, organisation: str) -> None:
    shutil.copy(HERE / "cases" / case / edition, folder / PLAN)
    shutil.copy(HERE / "organisations" / organisation, folder / "roadmaps/organisations/town.yaml")
    git("add", ".", folder=folder)
    git("commit", "-m", edition, folder=folder)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits: the plan changes in the second, and so does the directory beside it."""
    folder = tmp_path / "планы"
    (folder / "roadmaps/organisations").mkdir(parents=True)
    git("init", folder=folder)
    commit(folder, "deadline-later", "before.yaml", "town.yaml")
    commit(folder, "deadline-later", "after.yaml", "town-director.yaml")
    return folder


def diff(*arguments: str) -> Result:
    return run("diff", *arguments)


def test_a_revision_is_read_with_the_directory_it_had(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    result = diff(f"HEAD~1:{PLAN}", PLAN)
    assert result.stderr == ""
    assert "позже: 01.09.2021 → 01.10.2021" in result.stdout
    assert "[-Образцова А. Б.-]{+Новикова Д. Е.+}" in result.stdout


def test_a_path_of_a_revision_may_start_at_the_current_folder(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "roadmaps")
    assert diff("HEAD~1:./plan.yaml", "plan.yaml").stdout == diff(f"HEAD~1:{PLAN}", "plan.yaml").stdout


def test_a_shallow_copy_says_how_to_get_the_history(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("clone", "--depth=1", repository.as_uri(), "копия", folder=tmp_path)
    monkeypatch.chdir(tmp_path / "копия")
    result = diff(f"HEAD~1:{PLAN}", PLAN)
    assert result.exit_code == 1
    assert "W504" in result.stderr
    assert "git fetch --deepen" in result.stderr
    git("fetch", "--deepen=50", folder=tmp_path / "копия")
    assert "позже" in diff(f"HEAD~1:{PLAN}", PLAN).stdout


def test_a_file_that_a_revision_has_not_is_named(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    result = diff("HEAD~1:plan.yaml", PLAN)
    assert result.exit_code == 1
    assert "W505" in result.stderr
    assert "нет файла «plan.yaml»" in result.stderr
