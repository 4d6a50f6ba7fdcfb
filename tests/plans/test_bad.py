"""Plans with a mistake, each with what the terminal shows of it in the `.txt` beside it.

Four of them are orders as they were printed; `test_seeds.py` says which of their mistakes are found.
To add one, put a plan into `bad/`, run `pytest tests/plans --update-golden` and read what was written:
the code, the place, a sentence that names the thing, advice that says what to write.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from in_process import run

BAD = Path(__file__).parent / "bad"
CASES = sorted(path.stem for path in BAD.glob("*.yaml"))
QUERIED = {"arkhangelsk-2021", "yurga-2020"}
"""Plans with much to ask about and nothing that forbids signing: they are built."""

TYPED: dict[str, Callable[[str], bytes]] = {
    "cp1251.yaml": lambda text: text.encode("cp1251"),
    "utf-16.yaml": lambda text: text.encode("utf-16"),
    "nul.yaml": lambda text: text.replace("␀", "\0").encode(),
    "line-separator.yaml": lambda text: text.replace("␨", "\u2028").encode(),
    "texts/windows.md": lambda text: text.encode("cp1251"),
}
"""Files whose bytes an editor would not show as they are."""


HEAD = re.compile(r"\S+:\d+:\d+: (?:ошибка|замечание|справка) [A-Z]\d{3}: \S")
REMEDY = re.compile(r" += (?:совет|исправит): \S")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of `bad/` as the current folder, with the outputs of an earlier build."""
    shutil.copytree(BAD, tmp_path, dirs_exist_ok=True)
    for name, encode in TYPED.items():
        (tmp_path / name).write_bytes(encode((tmp_path / name).read_text("utf-8")))
    earlier = tmp_path / "build" / "broken"
    earlier.mkdir(parents=True)
    (earlier / "order.docx").write_bytes(b"signed yesterday")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_shown_where_it_is(case: str, folder: Path, golden: Callable[[Path, str], None]) -> None:
    result = run("check", "--all", "--strict", f"{case}.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    golden(BAD / f"{case}.txt", result.stderr)


@pytest.mark.parametrize("case", sorted(set(CASES) - QUERIED))
def test_nothing_is_written_of_a_plan_with_an_error(case: str, folder: Path) -> None:
    before = contents(folder)
    command = ["build", f"{case}.yaml", "--output", "build"]
    result = run(*command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert contents(folder) == before


@pytest.mark.parametrize("case", CASES)
def test_every_finding_says_where_what_and_what_to_write(case: str) -> None:
    shown = (BAD / f"{case}.txt").read_text("utf-8").split("\n\n")
    findings = [block.splitlines() for block in shown if HEAD.match(block)]
    assert findings
    assert [lines[0] for lines in findings if not any(map(REMEDY.match, lines))] == []


def test_no_expected_output_is_left_without_its_plan() -> None:
    assert sorted(path.stem for path in BAD.glob("*.txt")) == CASES
