"""A new repository works at once, and an old one is left alone."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from roadmapc.cli.init import FILES
from roadmapc.cli.main import roadmapc


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(roadmapc, ["init"])
    assert done.exit_code == 0, done.stderr
    return tmp_path


def test_the_sample_plan_has_nothing_that_a_clerk_would_ask_about(repository: Path) -> None:
    done = CliRunner().invoke(roadmapc, ["check", "--strict"])
    assert done.exit_code == 0, done.stderr


def test_the_sample_plan_builds(repository: Path) -> None:
    done = CliRunner().invoke(roadmapc, ["build", "--format", "docx,ics"])
    assert done.exit_code == 0, done.stderr
    assert (repository / "build" / "school-quality" / "order.docx").is_file()


def test_what_is_there_already_is_not_changed(repository: Path) -> None:
    plan = repository / "roadmaps" / "school-quality.yaml"
    plan.write_text("моё", "utf-8")
    (repository / ".gitignore").unlink()
    done = CliRunner().invoke(roadmapc, ["init"])
    assert plan.read_text("utf-8") == "моё"
    assert done.stdout.splitlines() == [".gitignore"]


@pytest.mark.parametrize(
    ("schema", "names"),
    [
        (["--builtin-schema", "vendor.github-workflows"], [".github/workflows/plans.yml"]),
        (["--builtin-schema", "vendor.gitlab-ci"], [".gitlab-ci.yml"]),
        (["--schemafile", "schemas/plan.schema.json"], ["roadmaps/school-quality.yaml"]),
        (["--schemafile", "schemas/organisation.schema.json"], ["roadmaps/organisations/town.yaml"]),
    ],
    ids=lambda words: words[-1],
)
def test_its_files_are_what_their_readers_expect(
    repository: Path, schema: list[str], names: list[str]
) -> None:
    command = [sys.executable, "-m", "check_jsonschema", *schema, *names]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_shipped_file_has_its_place() -> None:
    shipped = Path(__file__).parents[2] / "templates" / "repository"
    assert {path.name for path in shipped.iterdir()} == set(FILES.values())


README = (Path(__file__).parents[2] / "templates" / "repository" / "readme.md").read_text("utf-8")
WRONG_USE, A_BUG = 2, 70


@pytest.mark.parametrize("words", re.findall(r"roadmapc (?=[a-z])([^`\n]+)", README))
def test_its_readme_names_commands_that_exist(repository: Path, words: str) -> None:
    done = CliRunner().invoke(roadmapc, shlex.split(words))
    assert done.exit_code not in {WRONG_USE, A_BUG}, done.stderr
    assert done.exception is None or isinstance(done.exception, SystemExit)
