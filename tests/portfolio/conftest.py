"""Two municipalities whose plans were built, and questions about them."""

import importlib.util
import json
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from in_process import run, run_ok

GOOD = Path(__file__).parents[1] / "plans" / "good"

Ask = Callable[..., Result]


@pytest.fixture(scope="session", autouse=True)
def duckdb() -> None:
    """Without it there is nothing to ask; where all tools are promised that is a failure."""
    if importlib.util.find_spec("duckdb") is None:
        message = "DuckDB is not installed: pip install 'roadmapc[portfolio]'"
        (pytest.fail if os.environ.get("ROADMAPC_ALL_TOOLS") == "1" else pytest.skip)(message)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town with two plans and a village with one, which is like one of the town's; all of them built."""
    root = tmp_path_factory.mktemp("region") / "область"
    others = {path.name for path in GOOD.glob("*.yaml")} - {"full.yaml", "minimal.yaml"}
    folder = shutil.copytree(GOOD, root / "roadmaps", ignore=shutil.ignore_patterns(*others))
    town = (folder / "organisations" / "town.yaml").read_text("utf-8")
    (folder / "organisations" / "village.yaml").write_text(town.replace("города", "села"), "utf-8")
    plan = (folder / "minimal.yaml").read_text("utf-8").replace("id: minimal", "id: rural")
    plan = plan.replace("town.yaml", "village.yaml").replace("2 сентября", "3 октября")
    (folder / "rural.yaml").write_text(plan, "utf-8")
    run_ok("build", folder, "-o", root / "build", "--format", "ics")
    return root


@pytest.fixture
def region(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to be changed, and the current folder; times stay, as records were made by them."""
    copy = shutil.copytree(built, tmp_path / "область")
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture
def ask(region: Path) -> Ask:
    """Ask with `roadmapc portfolio`; a bug is a bug of the test."""

    return partial(run, "portfolio")


@pytest.fixture
def build() -> Callable[..., None]:
    """Build what there is in the current folder."""

    return partial(run_ok, "build", "--format", "ics")


@pytest.fixture
def rows(ask: Ask) -> Callable[..., list[list[Any]]]:
    """The rows of an answer that lacks nothing."""

    def run(*words: object) -> list[list[Any]]:
        done = ask(*words, "--format", "json")
        assert done.exit_code == 0, done.output
        (answer,) = json.loads(done.stdout)["answers"]
        found: list[list[Any]] = answer["rows"]
        return found

    return run
