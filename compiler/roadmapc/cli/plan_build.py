"""What a build makes of one plan before anything is written: the part that may go on in another process."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from roadmapc.checks.final import unfilled
from roadmapc.cli.paths import root_of
from roadmapc.diagnostics.outcome import Outcome, has_errors
from roadmapc.model.registration import Registration
from roadmapc.outputs import OutputOptions, filled_register, outputs
from roadmapc.pipeline import Compiled, compile_plan
from roadmapc.render.formats import CALENDARS, ICS, KEPT_ASIDE, REGISTER, Files
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.workspace import read_all


class Task(NamedTuple):
    """What is wanted of every plan."""

    folder: Path
    """Of all outputs."""
    previous: Path
    """Of the outputs that calendars are compared with."""
    options: OutputOptions
    registration: Registration


class PlanBuild(NamedTuple):
    """A plan and the files of its folder, with what was said of each."""

    plan: Outcome[Compiled]
    """No value if something forbids signing."""
    files: Outcome[Files]
    """No value if one of them cannot be made."""
    register: FilledRegister = UNTOUCHED
    """What people have written into the register that is there."""


def build_plan(task: Task, path: Path) -> PlanBuild:
    """Everything that a build makes of a plan."""
    plan = _signable(compile_plan(path, task.registration))
    compiled = plan.value
    if compiled is None:
        return PlanBuild(plan, Outcome(None))
    name = compiled.plan.id
    register = filled_register(task.folder / name / REGISTER, [compiled])
    # calendars that are not built again stay where they are
    previous = task.previous if ICS in task.options.formats else task.folder
    earlier = read_all(previous / name, CALENDARS)
    files = register.then(lambda marks: outputs(compiled, task.options, root_of(path), earlier, marks))
    aside = {kept: (content,) for kept, content in read_all(task.folder / name, KEPT_ASIDE).items()}
    kept = files.then(lambda made: Outcome({**aside, **made}))
    return PlanBuild(plan, kept, register.value or UNTOUCHED)


def _signable(compiled: Outcome[Compiled]) -> Outcome[Compiled]:
    """The plan, unless it has errors or, in a plan to sign, blanks."""
    if compiled.value is None or has_errors(compiled.diagnostics):
        return Outcome(None, compiled.diagnostics)
    refusal = unfilled(compiled.value.plan, compiled.diagnostics, compiled.value.surroundings.texts.values())
    return Outcome(None, (*compiled.diagnostics, refusal)) if refusal else compiled


def build_plans(task: Task, paths: Sequence[Path], jobs: int) -> Iterator[PlanBuild]:
    """The same of each plan, in their order, by so many processes; one is this process itself."""
    if jobs == 1:
        yield from (build_plan(task, path) for path in paths)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - few ask for it

    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(partial(build_plan, task), paths)
