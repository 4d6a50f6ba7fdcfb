"""Copies of plans whose documents are edited, and what the command makes of them."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "verify"))
from returned import GOOD, PLANS, Build, builder


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The document of a plan, as it was sent to be read."""
    return builder(tmp_path_factory.mktemp("sent"))


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all plans and what they name."""
    for folder in (PLANS, GOOD):
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path
