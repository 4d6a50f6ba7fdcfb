"""The guide shows what the program shows, and its commands work."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from in_process import run

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "compiler" / "REVIEW.md"
EDITS = Path(__file__).parent / "edits"
EXAMPLE = re.compile(r"(<!-- пример (\S+) -->\n).*?(<!-- конец примера -->)", re.DOTALL)
COMMANDS = re.findall(r"roadmapc (diff [^`\n]+)", GUIDE.read_text("utf-8"))


def test_its_examples_are_what_a_colleague_reads(golden: Callable[[Path, str], None]) -> None:
    def shown(found: re.Match[str]) -> str:
        review = (EDITS / f"{found[2]}.md").read_text("utf-8")
        return f"{found[1]}\n{review}\n{found[3]}"

    text, count = EXAMPLE.subn(shown, GUIDE.read_text("utf-8"))
    assert count == 3
    golden(GUIDE, text)


def test_it_counts_the_edits_right() -> None:
    assert len(list(EDITS.glob("*/*.md"))) == 40


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plans of this repository in another one, with an edit that is not committed."""
    folder = tmp_path_factory.mktemp("планы")
    shutil.copytree(ROOT / "roadmaps", folder / "roadmaps")
    identity = ["-c", "user.name=Примеров", "-c", "user.email=p@example.org", "-c", "init.defaultBranch=main"]
    for command in (["init"], ["add", "."], ["commit", "-m", "планы"]):
        subprocess.run(["git", *identity, *command], cwd=folder, check=True, capture_output=True)
    plan = folder / "roadmaps" / "yurga-2020.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("апрель 2021 года", "май 2021 года"), "utf-8")
    return folder


@pytest.mark.parametrize("command", list(dict.fromkeys(COMMANDS)))
def test_its_commands_show_the_change(
    command: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    done = run(*shlex.split(command), "--exit-code")
    assert done.exit_code == 1
    assert done.stderr == ""
