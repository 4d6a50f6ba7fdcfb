"""A build that is cut short, that has no room, or that meets another: outputs are whole, old or new."""

import hashlib
import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from limits import BUILD, command, environment

FULL = "ROADMAPC_FULL" in os.environ
"""Whether there is time for everything: `make full`."""
KILLS, PAIRS = (200, 100) if FULL else (50, 6)
ROOMS = range(100, 9100, 300 if FULL else 1500)
"""Bytes that a file may have: the order does not fit, or its calendar, or nothing."""
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
    """Hold every manifest below a root of outputs against the files that it lists.

    What a killed build was preparing in its hidden folder is nobody's output: the next one sweeps it.
    """
    for path in root.rglob("manifest.json"):
        if path.parent.name == but or path.relative_to(root).parts[0].startswith(".roadmapc-"):
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


def second(repository: Path) -> None:
    """One more plan, and somebody's note among the outputs of the first."""
    text = (repository / PLAN).read_text("utf-8")
    (repository / "roadmaps" / "second.yaml").write_text(text.replace("id: minimal", "id: second"), "utf-8")


def everything(repository: Path) -> dict[str, bytes]:
    root = repository / "out"
    places = (path for path in root.iterdir() if not path.name.startswith(".roadmapc"))  # of builds alone
    files = (path for place in places for path in (place, *place.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_a_killed_build_of_several_plans(repository):
    """One folder changes places with the new one, one has a note of others in it, one is the root."""
    chance = Random(2)
    second(repository)
    began = time.monotonic()
    assert start(repository).wait() == 0
    usual = time.monotonic() - began
    (repository / "out" / "minimal" / "записка.txt").write_text("чужое", "utf-8")
    former = everything(repository)
    for ordinal in range(KILLS // 2):
        edit(repository, ordinal)
        build = start(repository)
        time.sleep(chance.uniform(usual / 2, usual))
        build.send_signal(signal.SIGKILL)
        build.wait()
        left = everything(repository)
        manifests(repository / "out")
        assert start(repository).wait() == 0
        built = everything(repository)
        for name in former.keys() - {"minimal/manifest.json", "manifest.json"}:
            assert left[name] in {former[name], built[name]}, name
        assert built["minimal/записка.txt"] == "чужое".encode()
        assert built.keys() == former.keys()
        manifests(repository / "out")
        former = built


@pytest.mark.parametrize("ordinal", range(PAIRS))
def test_two_builds_at_once_take_turns(ordinal, repository, tmp_path_factory):
    """Of one repository, or of two into one folder: all that lies there is of the later one."""
    other = repository
    if ordinal % 2:
        other = tmp_path_factory.mktemp("other")
        shutil.copytree(repository / "roadmaps", other / "roadmaps")
        edit(other, ordinal)
        (repository / "out").mkdir()
        (other / "out").symlink_to(repository / "out")
    words = (*BUILD[:2], str(repository / "out"), *BUILD[3:])
    builds = [
        subprocess.Popen(command(*words), cwd=place, env=environment(), stderr=subprocess.PIPE)
        for place in (repository, other)
    ]
    said = [build.communicate()[1].decode() for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    manifests(repository / "out")
    state(repository)
    joint, own = (repository / "out" / name / "calendar.ics" for name in ("", "minimal"))
    reports = [re.findall("отчёт(?: номер \\d+)?", path.read_text("utf-8")) for path in (joint, own)]
    assert reports[0] == reports[1]
    assert [name for name in os.listdir(repository / "out") if name.startswith(".")] == [".roadmapc"]


def test_many_builds_at_once_take_turns(repository):
    builds = [start(repository) for _ in range(4)]
    assert [build.wait() for build in builds] == [0, 0, 0, 0]
    state(repository)


@pytest.mark.parametrize("room", ROOMS)
def test_a_full_disk_leaves_the_old(room, run, repository):
    assert run(*BUILD).returncode == 0
    before = everything(repository)
    edit(repository, 1)
    result = run(*BUILD, largest_file=room)
    if result.returncode == 0:
        assert room > 2000
        return
    assert result.returncode == 1
    assert "ошибка W503" in result.stderr
    after = everything(repository)
    assert {name.partition("/")[0] for name in after if after[name] != before[name]} <= {"minimal"}
    manifests(repository / "out")


def test_nothing_of_a_failed_build_is_left_behind(run, repository):
    assert run(*BUILD).returncode == 0
    names = sorted(path.name for path in (repository / "out").iterdir())
    edit(repository, 1)
    run(*BUILD, largest_file=2000)
    assert sorted(path.name for path in (repository / "out").iterdir()) == names
