"""Documents with tracked changes, made of the pairs of plans of `tests/diff`."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from in_process import run
from roadmapc.verify.from_docx import from_docx

PAIRS = Path(__file__).parents[2] / "diff"
Redline = Callable[[str], tuple[Path, Path, Path]]


@pytest.fixture
def redline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Redline:
    """The documents of a pair of plans, before and after, and the one with tracked changes."""
    shutil.copytree(PAIRS / "organisations", tmp_path / "organisations")
    monkeypatch.chdir(tmp_path)

    def make(case: str) -> tuple[Path, Path, Path]:
        shutil.copytree(PAIRS / "cases" / case, tmp_path, dirs_exist_ok=True)
        for edition in ("before", "after"):
            run("build", f"{edition}.yaml", "--format", "docx", "-o", f"built-{edition}")
        run("diff", "before.yaml", "after.yaml", "--format", "docx", "-o", "redline.docx")
        built = (tmp_path / f"built-{edition}" for edition in ("before", "after"))
        before, after = (next(folder.glob("*/*.docx")) for folder in built)
        return before, after, tmp_path / "redline.docx"

    return make


@pytest.fixture
def texts() -> Callable[[bytes], list[str]]:
    """What a document says, passage by passage."""

    def read(content: bytes) -> list[str]:
        outcome = from_docx(content)
        assert outcome.value is not None
        return [passage.text for passage in outcome.value.passages]

    return read
