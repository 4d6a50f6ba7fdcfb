"""A build by several processes of which some are killed, or without room: the rest is as by a clean one."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from limits import command, environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="children are found by /proc")

FULL = "ROADMAPC_FULL" in os.environ
"""Whether there is time for everything: `make full`."""
KILLS = 100 if FULL else 6
ROOMS = range(500, 20_500, 1000 if FULL else 4000)
"""Bytes that a file may have."""
BUILD = ("build", "--jobs", "2", "--format", "docx,ics,html")
COUNT = 6


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plans of two municipalities, one of them longer than the others."""
    root = tmp_path_factory.mktemp("plans")
    good = Path(__file__).parents[1] / "plans" / "good"
    shutil.copytree(good / "organisations", root / "roadmaps" / "organisations")
    (root / "roadmaps" / "organisations" / "village.yaml").write_bytes(
        (good / "organisations" / "town.yaml").read_bytes()
    )
    text = (good / "minimal.yaml").read_text("utf-8")
    for at in range(COUNT):
        own = text.replace("id: minimal", f"id: plan-{at}")
        own = own.replace("town.yaml", "village.yaml") if at % 2 else own
        if at == COUNT - 1:
            head, _, measure = own.partition("          - id: report\n")
            more = (measure.replace("отчёт", f"отчёт № {n}") for n in range(60))
            own = head + "".join(f"          - id: report-{n}\n{each}" for n, each in enumerate(more))
        (root / "roadmaps" / f"plan-{at}.yaml").write_text(own, "utf-8")
    return root


@pytest.fixture(scope="module")
def clean(plans: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is built of them when nothing happens."""
    root = tmp_path_factory.mktemp("clean")
    shutil.copytree(plans / "roadmaps", root / "roadmaps")
    assert start(root).wait() == 0
    return outputs(root)


@pytest.fixture
def root(plans: Path, tmp_path: Path) -> Path:
    shutil.copytree(plans / "roadmaps", tmp_path / "roadmaps")
    return tmp_path


def start(root: Path, **limits: object) -> "subprocess.Popen[bytes]":
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE if limits else subprocess.DEVNULL}
    return subprocess.Popen(command(*BUILD), cwd=root, env=environment(), **quiet, **limits)


def outputs(root: Path) -> dict[str, bytes]:
    found = (path for path in (root / "build").rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if not any(part.startswith(".roadmapc") for part in path.parts)
    }


def children(process: "subprocess.Popen[bytes]") -> list[int]:
    try:
        text = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    except OSError:
        return []
    return [int(each) for each in text.split()]


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_worker_takes_nothing_with_it(seed: int, root: Path, clean: dict[str, bytes]) -> None:
    chance = Random(seed)
    build = start(root)
    while not children(build) and build.poll() is None:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 1.5))
    if found := children(build):
        os.kill(chance.choice(found), signal.SIGKILL)
    assert build.wait() == 0
    assert outputs(root) == clean
    assert [name for name in os.listdir(root / "build") if name.startswith(".roadmapc-")] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_full_disk_leaves_whole_outputs_and_the_next_build_the_rest(
    room: int, root: Path, clean: dict[str, bytes]
) -> None:
    resource = pytest.importorskip("resource")

    def limits() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    build = start(root, preexec_fn=limits)
    said = build.communicate()[1].decode()
    assert "Traceback" not in said
    assert (build.returncode, "W503" in said) in {(0, False), (1, True)}
    found = outputs(root)
    assert {name: content for name, content in found.items() if clean.get(name) != content} == {}
    folders = {name.split("/")[1] for name in found if name.count("/") > 1}
    for folder in folders - {"municipalities"}:
        of_clean = {name for name in clean if name.startswith(f"build/{folder}/")}
        assert of_clean <= found.keys()
    assert start(root).wait() == 0
    assert outputs(root) == clean
