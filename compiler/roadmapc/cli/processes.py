"""Work that goes on in several processes, any of which may die: what is left of it goes on without them."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.workspace.codes import PROCESS_DIED

if TYPE_CHECKING:
    from concurrent.futures import Future

Task = TypeVar("Task")
Result = TypeVar("Result")

_HANDED_OUT = 2
"""Tasks for each process at a time: one more than it works on, so that none is idle."""
_TRIES = 2
"""Of a task by itself: somebody else may end a process once."""


class Engine(Protocol):
    """Whatever does tasks, some of them at a time."""

    def __call__(
        self,
        work: Callable[[Task], Result],
        tasks: Sequence[Task],
        after_death: Callable[[], object] = ...,
        /,
    ) -> "Iterator[Result | Died]":
        """What the work makes of each task, in their order; see `results`."""


class Died(NamedTuple):
    """In place of a result: two processes ended at the task that had nothing else to do."""


DIED: Final = Died()


def results(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    jobs: int,
    after_death: Callable[[], object] = lambda: None,
) -> Iterator[Result | Died]:
    """What the work makes of each task, in their order, by so many processes; one is this process itself.

    When a process dies, the system says neither which nor of what. So each of the few tasks that were handed
    out then is done once more, by a process of its own, and all others go on. `after_death` clears away what
    was left half done; nobody works then.
    """
    if jobs == 1:
        yield from map(work, tasks)
        return
    waiting, at = deque(range(len(tasks))), 0
    done: dict[int, Result | Died] = {}
    while at < len(tasks):
        for ordinal, result in _until_a_death(work, tasks, waiting, jobs):
            done[ordinal] = _apart(work, tasks[ordinal], after_death) if result is DIED else result
            while at in done:
                yield done.pop(at)
                at += 1


def by_processes(jobs: int) -> Engine:
    """So many processes of this computer."""

    def engine(
        work: Callable[[Task], Result],
        tasks: Sequence[Task],
        after_death: Callable[[], object] = lambda: None,
    ) -> Iterator[Result | Died]:
        return results(work, tasks, min(jobs, len(tasks)), after_death)

    return engine


def _until_a_death(
    work: Callable[[Task], Result], tasks: Sequence[Task], waiting: deque[int], jobs: int
) -> Iterator[tuple[int, Result | Died]]:
    """The results of waiting tasks as they come, then the tasks among which a process died."""
    from concurrent.futures import (  # noqa: PLC0415 - slow to import, and few ask for it
        FIRST_COMPLETED,
        BrokenExecutor,
        ProcessPoolExecutor,
        wait,
    )

    running: dict[Future[Result], int] = {}
    with suppress(BrokenExecutor), ProcessPoolExecutor(jobs) as pool:
        while waiting or running:
            while waiting and len(running) < _HANDED_OUT * jobs:
                running[pool.submit(work, tasks[waiting[0]])] = waiting[0]
                waiting.popleft()
            for each in wait(running, return_when=FIRST_COMPLETED).done:
                yield running[each], each.result()
                del running[each]
    yield from ((ordinal, DIED) for ordinal in sorted(running.values()))


def _apart(work: Callable[[Task], Result], task: Task, after_death: Callable[[], object]) -> Result | Died:
    """The same of one task by a process of its own."""
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415

    for _ in range(_TRIES):
        after_death()
        with suppress(BrokenExecutor), ProcessPoolExecutor(1) as pool:
            return pool.submit(work, task).result()
    after_death()
    return DIED


def process_died(path: Path, what: str = "план") -> Diagnostic:
    """That nothing came of a task: of a plan, or of what lies at the path."""
    message = f"{what} «{path}» дважды оборвал процесс, который им занимался; вероятно, не хватило памяти"
    hint = "остальному это не помешало; закройте другие программы и повторите"
    return Diagnostic(PROCESS_DIED, message, None, (hint,))
