"""Work in several processes: what a dying one takes with it, and what comes of the rest."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from click.testing import Result

from roadmapc import pipeline
from roadmapc.cli.processes import DIED, results

Command = Callable[..., Result]

FULL = "ROADMAPC_FULL" in os.environ
"""Whether there is time for everything: `make full`."""
TASKS = range(30)
ALWAYS = 3
"""A task dies among others, and twice by itself."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals end no processes there")


def deadly(task: tuple[int, Path, int]) -> int:
    """The square of a number; so many processes die of it first."""
    number, folder, times = task
    died = folder / str(number)
    count = len(died.read_bytes()) if died.exists() else 0
    if count < times:
        died.write_bytes(b"+" * (count + 1))
        os.kill(os.getpid(), signal.SIGKILL)
    return number**2


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_their_tasks(jobs: int, tmp_path: Path) -> None:
    tasks = [(number, tmp_path, 0) for number in TASKS]
    assert list(results(deadly, tasks, jobs)) == [number**2 for number in TASKS]


@pytest.mark.parametrize("seed", range(100 if FULL else 8))
def test_a_task_is_given_up_when_two_processes_died_of_it(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)
    times = [chance.choice((0, 0, 0, 1, ALWAYS)) for _ in TASKS]
    tasks = [(number, tmp_path, times[number]) for number in TASKS]
    expected = [DIED if times[number] == ALWAYS else number**2 for number in TASKS]
    assert list(results(deadly, tasks, chance.randint(2, 4))) == expected


def test_a_check_by_several_says_what_a_check_by_one_does(
    command: Command, doubtful: Path, broken: Path
) -> None:
    for form in ("text", "json"):
        alone, together = (command("check", "--format", form, "--jobs", jobs) for jobs in (1, 3))
        assert alone.output
        assert (together.output, together.exit_code) == (alone.output, alone.exit_code)


def test_a_check_goes_on_without_a_plan_that_ends_its_processes(
    command: Command, doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = pipeline.compile_plan

    def deadly_plan(path: Path) -> object:
        if path.name == "full.yaml":
            os.kill(os.getpid(), signal.SIGKILL)
        return compiled(path)

    monkeypatch.setattr(pipeline, "compile_plan", deadly_plan)
    result = command("check", "--jobs", "2")
    assert result.exit_code == 1
    assert "ошибка W560: план «roadmaps/full.yaml» дважды оборвал процесс" in result.stderr
    assert "doubtful.yaml" in result.stderr
