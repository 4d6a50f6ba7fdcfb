"""Work on other computers: by the workers of a Dask scheduler, or by some that are started here for it.

All of them see the repository and the outputs under the same names, as on a shared disk: decision 0044.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from roadmapc.cli.processes import DIED, Died, Engine, by_processes

if TYPE_CHECKING:
    from distributed import Client

Task = TypeVar("Task")
Result = TypeVar("Result")

PROCESSES = "processes"
_DEATHS = 2
"""Of workers at one task, after which it is given up; so it is by processes of this computer."""
_PATIENCE = 10
"""Seconds for a scheduler to answer."""
_SETTINGS: dict[str, object] = {
    "distributed.scheduler.allowed-failures": _DEATHS,
    "distributed.worker.profile.enabled": False,
    "distributed.admin.large-graph-warning-threshold": "1GB",
}
"""Dask's profiler holds frames of our functions; and a task that brings many plans is no mistake."""


@contextmanager
def engine_of(name: str, scheduler: str, jobs: int) -> Iterator[Engine]:
    """The engine of that name; wrong use if a scheduler is named for another, or if Dask is not installed."""
    if name == PROCESSES:
        if scheduler:
            raise click.UsageError("планировщик бывает у --engine dask")
        yield by_processes(jobs)
        return
    try:
        import distributed  # noqa: F401, PLC0415 - few have it
    except ImportError:
        raise click.UsageError("нет Dask: pip install 'roadmapc[dask]'") from None
    with ExitStack() as stack:
        clients: list[Client] = []

        def engine(
            work: Callable[[Task], Result],
            tasks: Sequence[Task],
            after_death: Callable[[], object] = lambda: None,
        ) -> Iterator[Result | Died]:
            """The cluster is asked once there is something to do."""
            if not clients:
                clients.append(stack.enter_context(_client(scheduler, jobs)))
            return _results(clients[0], work, tasks)

        yield engine


@contextmanager
def _client(scheduler: str, jobs: int) -> "Iterator[Client]":
    """A connection to the scheduler, or to workers of our own; wrong use if there is none to be had."""
    import dask  # noqa: PLC0415
    from distributed import Client, LocalCluster  # noqa: PLC0415

    with dask.config.set(_SETTINGS), ExitStack() as stack:
        address: Any = scheduler
        if not scheduler:
            address = stack.enter_context(
                LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=50)
            )
        try:
            client = stack.enter_context(Client(address, timeout=_PATIENCE))
        except OSError as error:
            raise click.UsageError(f"планировщик «{scheduler}» не отвечает: {error}") from None
        releases = set(client.run(_release).values())
        if releases - {_release()}:
            raise click.UsageError("у исполнителей Dask другая версия roadmapc: поставьте везде одну")
        yield client


def _release() -> str:
    from roadmapc import __version__  # noqa: PLC0415

    return __version__


def _results(
    client: "Client", work: Callable[[Task], Result], tasks: Sequence[Task]
) -> Iterator[Result | Died]:
    """A task whose worker is lost is done by another one, until two were lost by it."""
    from distributed import KilledWorker  # noqa: PLC0415

    here = os.getcwd()
    waiting = [client.submit(_in_folder, here, work, task, pure=False) for task in tasks]
    for future in waiting:
        try:
            result: Result = future.result()
        except KilledWorker:
            yield DIED
        else:
            yield result
        future.release()


def _in_folder(folder: str, work: Callable[[Task], Result], task: Task) -> Result:
    """The same in the folder in which the command was given, from which paths go on."""
    os.chdir(folder)
    return work(task)
