"""What a build makes of one plan before anything is written: the part that may go on in another process."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from roadmapc.checks.final import unfilled
from roadmapc.cli.paths import root_of
from roadmapc.diagnostics.outcome import Outcome, has_errors
from roadmapc.model.registration import Registration
from roadmapc.outputs import Wishes, filled_register, outputs
from roadmapc.pipeline import Compiled, compile_plan
from roadmapc.render.issue import REGISTER, Pieces
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.workspace import earlier_calendars

S = TypeVar("S")
T = TypeVar("T")


class Task(NamedTuple):
    """What is wanted of every plan."""

    folder: Path
    """Of all outputs."""
    previous: Path
    """Of the outputs that calendars are compared with."""
    wishes: Wishes
    registration: Registration

    @property
    def previous_calendars(self) -> Path:
        """Where calendars are read from: those that are not built again stay where they are."""
        return self.previous if "ics" in self.wishes.formats else self.folder


class Made(NamedTuple):
    """A plan and the files of its folder, with what was said of each."""

    plan: Outcome[Compiled]
    """No value if something forbids signing."""
    files: Outcome[dict[str, Pieces]]
    """No value if one of them cannot be made."""
    kept: FilledRegister = UNTOUCHED
    """What people have written into the register that is there."""


def made(task: Task, path: Path) -> Made:
    """Everything that a build makes of a plan."""
    plan = _signable(compile_plan(path, task.registration))
    if plan.value is None:
        return Made(plan, Outcome(None))
    name = plan.value.plan.id
    kept = filled_register(task.folder / name / REGISTER, [plan.value])
    if kept.value is None:
        return Made(plan, Outcome(None, kept.diagnostics))
    earlier = earlier_calendars(task.previous_calendars / name)
    files = outputs(plan.value, task.wishes, root_of(path), earlier, kept.value)
    return Made(plan, Outcome(files.value, (*kept.diagnostics, *files.diagnostics)), kept.value)


def _signable(compiled: Outcome[Compiled]) -> Outcome[Compiled]:
    """The plan, unless it has errors or, in a plan to sign, blanks."""
    if compiled.value is None or has_errors(compiled.diagnostics):
        return Outcome(None, compiled.diagnostics)
    refusal = unfilled(compiled.value.plan, compiled.diagnostics, compiled.value.texts)
    return Outcome(None, (*compiled.diagnostics, refusal)) if refusal else compiled


class Map(Protocol):
    """What `map` does."""

    def __call__(self, function: Callable[[S], T], items: Iterable[S], /) -> Iterable[T]:
        """The results in the order of the items."""


@contextmanager
def processes(count: int) -> Iterator[Map]:
    """A `map` that so many processes work at; one is this process itself."""
    if count == 1:
        yield map
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - few ask for it

    with ProcessPoolExecutor(count) as pool:
        yield pool.map
