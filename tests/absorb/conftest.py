"""Copies of plans whose documents are edited, and what the command makes of them."""

import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roadmapc.cli.main import roadmapc

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "verify"))
FOLDERS = (ROOT / "roadmaps", ROOT / "tests" / "plans" / "good")

Sent = Callable[[str], bytes]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(roadmapc, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    """The document of a plan, as it was sent to be read."""
    folder = tmp_path_factory.mktemp("sent")

    @cache
    def document(name: str) -> bytes:
        (plan,) = (path for place in FOLDERS if (path := place / f"{name}.yaml").exists())
        assert run("build", plan, "--format", "docx", "-o", folder).exit_code == 0
        return (folder / name / "order.docx").read_bytes()

    return document


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all plans and what they name."""
    for folder in FOLDERS:
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path
