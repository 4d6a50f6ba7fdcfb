"""What a build makes of one plan before anything is written: the part that may go on in another process."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmapc.checks.final import unfilled
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome, has_errors
from roadmapc.model.registration import Registration
from roadmapc.outputs import OutputOptions, earlier_outputs, filled_register, outputs
from roadmapc.pipeline import compile_plan
from roadmapc.render.formats import REGISTER, Files
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.workspace.sources import root_of


class Task(NamedTuple):
    """What is wanted of every plan."""

    folder: Path
    """Of all outputs."""
    previous: Path
    """Of the outputs that calendars are compared with."""
    options: OutputOptions
    registration: Registration
    as_of: date | None = None
    """The day whose editions are built; `None` for the latest."""


class PlanBuild(NamedTuple):
    """A plan and the files of its folder, with what was said of each."""

    plan: Outcome[Compiled]
    """No value if something forbids signing."""
    files: Outcome[Files]
    """No value if one of them cannot be made."""
    register: FilledRegister = UNTOUCHED
    """What people have written into the register that is there."""
    fault: str = ""
    """A bug that ended it."""
    is_closed: bool = False
    """Whether there are no files because earlier outputs cannot be read: no fault of the plan."""


def build_plan(task: Task, path: Path) -> PlanBuild:
    """Everything that a build makes of a plan; a bug ends this plan alone."""
    try:
        return _plan_build(task, path)
    except Exception as error:
        return PlanBuild(Outcome(None), Outcome(None), fault=f"{type(error).__name__}: {error}")


def _plan_build(task: Task, path: Path) -> PlanBuild:
    plan = _signable(compile_plan(path, task.registration, task.as_of))
    compiled = plan.value
    if compiled is None:
        return PlanBuild(plan, Outcome(None))
    name = compiled.plan.id
    register = filled_register(task.folder / name / REGISTER, [compiled])
    earlier = earlier_outputs(task.folder / name, task.previous / name, task.options)
    files = register.then_with(
        earlier, lambda marks, before: outputs(compiled, task.options, root_of(path), before, marks)
    )
    is_closed = register.value is None or earlier.value is None
    return PlanBuild(plan, files, register.value or UNTOUCHED, is_closed=is_closed)


def _signable(compiled: Outcome[Compiled]) -> Outcome[Compiled]:
    """The plan, unless it has errors or, in a plan to sign, blanks."""
    if compiled.value is None or has_errors(compiled.diagnostics):
        return Outcome(None, compiled.diagnostics)
    refusal = unfilled(compiled.value.plan, compiled.diagnostics, compiled.value.surroundings.texts.values())
    return Outcome(None, (*compiled.diagnostics, refusal)) if refusal else compiled
