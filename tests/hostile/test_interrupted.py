"""A build that is cut short, that has no room, or that meets another: outputs are whole, old or new."""

import hashlib
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from limits import BUILD, command, environment

KILLS = 50
PLAN = "roadmaps/plan.yaml"

WRITER = """
import json, sys
from hashlib import sha256
from pathlib import Path
from roadmapc.workspace.folder import put
for at in range(2000):
    content = b"%d" % at
    manifest = {"roadmapc": "0", "outputs": {"order.docx": sha256(content).hexdigest()}}
    files = {"order.docx": [content], "manifest.json": [json.dumps(manifest).encode()]}
    assert put(Path(sys.argv[1]), "minimal", files, {}).value
"""
"""Replaces a folder of outputs again and again."""


def start(repository: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(*BUILD),
        cwd=repository,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def state(repository: Path) -> dict[str, str]:
    """The digests of a plan's outputs, after holding them against their manifest."""
    folder = repository / "out" / "minimal"
    manifest = json.loads((folder / "manifest.json").read_bytes())
    outputs = {
        path.relative_to(folder).as_posix(): _sha(path) for path in folder.rglob("*") if path.is_file()
    }
    outputs.pop("manifest.json")
    assert outputs == manifest["outputs"]
    return outputs


def manifests(root: Path, but: str = "") -> None:
    """Hold every manifest below a root of outputs against the files that it lists."""
    for path in root.rglob("manifest.json"):
        if path.parent.name == but:
            continue
        listed = json.loads(path.read_bytes())["outputs"]
        plain = {name for name in listed if stat.S_ISREG((path.parent / name).lstat().st_mode)}
        untrue = {name for name in plain if _sha(path.parent / name) != listed[name]}
        assert untrue <= {"register.xlsx"}, path


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def edit(repository: Path, ordinal: int) -> None:
    plan = repository / PLAN
    lines = plan.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if "measure:" in line and "measures:" not in line)
    lines[at] = lines[at].partition("measure:")[0] + f"measure: Подготовить отчёт номер {ordinal}"
    plan.write_text("\n".join(lines) + "\n", "utf-8")


def test_a_killed_build_leaves_the_old_or_the_new(repository):
    chance = Random(1)
    began = time.monotonic()
    assert start(repository).wait() == 0
    usual = time.monotonic() - began
    states = [state(repository)]
    for ordinal in range(KILLS):
        edit(repository, ordinal)
        build = start(repository)
        time.sleep(chance.uniform(0, usual))
        build.send_signal(signal.SIGKILL)
        build.wait()
        left = state(repository)
        build = start(repository)
        assert build.wait() == 0
        states.append(state(repository))
        assert left in states[-2:]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems replace a folder in two steps")
def test_there_is_no_moment_without_outputs(tmp_path):
    folder = tmp_path / "minimal"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)])
    while not folder.exists() and writer.poll() is None:
        time.sleep(0.01)
    missing = 0
    while writer.poll() is None:
        missing += sum(not os.path.exists(folder) for _ in range(1000))
    assert (writer.returncode, missing) == (0, 0)


def test_two_builds_at_once_leave_the_outputs_of_one(repository):
    builds = [start(repository) for _ in range(4)]
    codes = [build.wait() for build in builds]
    assert codes == [0, 0, 0, 0]
    state(repository)


def test_a_full_disk_leaves_the_old(run, repository):
    assert run(*BUILD).returncode == 0
    before = state(repository)
    edit(repository, 1)
    result = run(*BUILD, largest_file=2000)
    assert result.returncode == 1
    assert "ошибка W503" in result.stderr
    assert state(repository) == before


def test_nothing_of_a_failed_build_is_left_behind(run, repository):
    assert run(*BUILD).returncode == 0
    names = sorted(path.name for path in (repository / "out").iterdir())
    edit(repository, 1)
    run(*BUILD, largest_file=2000)
    assert sorted(path.name for path in (repository / "out").iterdir()) == names
