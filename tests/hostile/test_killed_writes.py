"""A single file whose writing was cut short: the old one stays, and the next write takes the litter away."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from limits import command, environment

from in_process import run
from roadmapc.workspace.single import write_file

HANGS = """
import sys, time
from pathlib import Path
from roadmapc.workspace.single import write_file
def pieces():
    yield b"half" * 100_000
    sys.stdin.read()
    yield b"whole"
assert write_file(Path(sys.argv[1]), pieces()).value
"""
"""Writes a part of a file, and the rest when it is told to."""


def litter(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.startswith(".roadmapc-")]


def begun(target: Path) -> subprocess.Popen[bytes]:
    """A process that has written half of a file."""
    writer = subprocess.Popen([sys.executable, "-c", HANGS, str(target)], stdin=subprocess.PIPE)
    while not any(path.stat().st_size for path in litter(target.parent)):
        assert writer.poll() is None
        time.sleep(0.01)
    return writer


@pytest.fixture
def target(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An earlier result; the current folder is a repository."""
    monkeypatch.chdir(repository)
    (repository / "made").mkdir()
    path = repository / "made/review.md"
    path.write_text("прежний", "utf-8")
    return path


def test_the_next_write_takes_away_what_a_killed_one_has_left(target: Path) -> None:
    writer = begun(target)
    writer.kill()
    writer.communicate()
    assert (target.read_text("utf-8"), len(litter(target.parent))) == ("прежний", 1)
    done = run("calendar", "roadmaps/plan.yaml", "--format", "table", "-o", "made/review.md")
    assert done.exit_code == 0, done.output
    assert litter(target.parent) == []
    assert "прежний" not in target.read_text("utf-8")


def test_a_file_that_is_still_written_is_no_litter(target: Path) -> None:
    writer = begun(target)
    assert write_file(target.with_name("other.md"), (b"other",)).value
    assert len(litter(target.parent)) == 1
    writer.communicate(b"")
    assert writer.returncode == 0
    assert target.read_bytes().endswith(b"whole")
    assert litter(target.parent) == []


@pytest.mark.parametrize("kind", ["a folder", "a link", "a name of others"])
def test_what_is_not_ours_stays(kind: str, target: Path, tmp_path: Path) -> None:
    name = ".roadmapc-notes" if kind == "a name of others" else ".roadmapc-0123456789abcdef"
    thing, own = target.with_name(name), tmp_path / "own"
    own.write_text("дом", "utf-8")
    if kind == "a folder":
        thing.mkdir()
    elif kind == "a link":
        thing.symlink_to(own)
    else:
        thing.write_text("чужое", "utf-8")
    assert write_file(target, (b"new",)).value
    assert thing.is_symlink() or thing.exists()
    assert own.read_text("utf-8") == "дом"


@pytest.mark.parametrize("moment", [0.1, 0.2, 0.3, 0.4, 0.5])
@pytest.mark.parametrize("name", ["calendar", "check"])
def test_a_killed_command_leaves_the_old_or_the_new(name: str, moment: float, target: Path) -> None:
    words = (name, "roadmaps/plan.yaml", "--format", "json", "-o", "made/review.md")
    running = subprocess.Popen(command(*words), env=environment())
    time.sleep(moment)
    running.kill()
    running.wait()
    left = target.read_bytes()
    assert subprocess.run(command(*words), env=environment(), check=False).returncode == 0
    assert left in {"прежний".encode(), target.read_bytes()}
    assert [path.name for path in target.parent.iterdir()] == ["review.md"]
