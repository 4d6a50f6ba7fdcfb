"""`--engine dask`: workers of a cluster say and write what processes of this computer do."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from click.testing import Result

distributed = pytest.importorskip("distributed")

Command = Callable[..., Result]

FULL = "ROADMAPC_FULL" in os.environ
"""Whether there is time for everything: `make full`."""

pytestmark = [
    pytest.mark.filterwarnings("default"),  # those of Dask and of what it stands on are theirs
    pytest.mark.skipif(sys.platform != "linux", reason="children are found by /proc"),
]


def written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".roadmapc") for part in path.parts)
    }


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster.scheduler_address


def test_outputs_and_words_are_the_same(command: Command, doubtful: Path, scheduler: str) -> None:
    alone = command("build", "-o", "alone")
    for at, more in enumerate((("--jobs", "2"), ("--scheduler", scheduler))):
        result = command("build", "-o", f"together-{at}", "--engine", "dask", *more)
        assert result.exit_code == alone.exit_code
        assert result.stdout == alone.stdout.replace("alone", f"together-{at}")
        assert result.stderr == alone.stderr
        assert written(Path(f"together-{at}")) == written(Path("alone"))


def test_findings_are_the_same(command: Command, doubtful: Path, broken: Path, scheduler: str) -> None:
    alone, together = (
        command("check", *more) for more in ((), ("--engine", "dask", "--scheduler", scheduler))
    )
    assert alone.stderr
    assert (together.output, together.exit_code) == (alone.output, alone.exit_code)


def test_nothing_is_asked_of_a_cluster_where_nothing_is_to_be_done(command: Command) -> None:
    command("build")
    result = command("build", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--scheduler", "tcp://127.0.0.1:1"), "бывает у --engine dask"),
        (("--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"), "не отвечает"),
    ],
)
def test_a_scheduler_that_is_not_there_is_wrong_use(
    words: tuple[str, ...], said: str, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmapc.cli.cluster._PATIENCE", 1)
    for name in ("build", "check"):
        result = command(name, *words)
        assert (result.exit_code, said in result.stderr) == (2, True)


def workers(process: "subprocess.Popen[bytes]") -> list[int]:
    """The processes that Dask has started for a command."""
    found = []
    for child in Path(f"/proc/{process.pid}/task").glob("*/children"):
        for each in child.read_text().split():
            name = Path(f"/proc/{each}/cmdline")
            if name.exists() and b"spawn_main" in name.read_bytes():
                found.append(int(each))
    return found


@pytest.mark.parametrize("seed", range(20 if FULL else 2))
def test_a_lost_worker_takes_nothing_with_it(seed: int, command: Command, repository: Path) -> None:
    text = (repository / "roadmaps" / "minimal.yaml").read_text("utf-8")
    for at in range(6):
        plan = repository / "roadmaps" / f"plan-{at}.yaml"
        plan.write_text(text.replace("id: minimal", f"id: plan-{at}"), "utf-8")
    assert command("build", "-o", "alone").exit_code == 0
    words = (sys.executable, "-m", "roadmapc", "build", "-o", "lost", "--engine", "dask", "--jobs", "2")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(words, **quiet) as build:
        while build.poll() is None and not list(Path().glob("lost/plan-*")):
            time.sleep(0.01)
        time.sleep(Random(seed).uniform(0, 1))
        if found := workers(build):
            os.kill(Random(seed).choice(found), signal.SIGKILL)
        assert build.wait() == 0
    assert written(Path("lost")) == written(Path("alone"))
