"""The way of one plan through a build, in whatever process: compiled, made, written, recorded.

    compile → what forbids signing → outputs, with what people have typed → folder → record

Nothing of a plan goes back to the process that asked for it but what is to be said of it.
"""

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from roadmapc.checks.final import unfilled
from roadmapc.cli.build_task import BuildTask, PlanBuild
from roadmapc.cli.built import built_of, lasting, marks_told
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.brief import brief
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, has_errors
from roadmapc.model.namesakes import Namesakes, name_of
from roadmapc.outputs import earlier_outputs, filled_register, is_same_register, outputs
from roadmapc.pipeline import compile_plan
from roadmapc.render.formats import REGISTER, Files
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.findings import register_in_use
from roadmapc.state.from_compiled import recorded
from roadmapc.state.index import PlanEntry, entry_of
from roadmapc.state.record import Built
from roadmapc.state.store import save
from roadmapc.workspace.failures import unwritable
from roadmapc.workspace.folder import put
from roadmapc.workspace.sources import root_of
from roadmapc.workspace.stage import finished

_TRIES = 3
"""Times that a plan is built anew because somebody writes into its register."""


def build_namesakes(task: BuildTask, paths: Sequence[Path]) -> list[PlanBuild]:
    """Build the plans of one name: the first that can be signed has the folder."""
    names = Namesakes()
    builds = []
    for path in paths:
        builds.append(_without_bugs(task, path, names))
        gc.collect()  # libraries leave cycles, half a dozen MiB a plan
        gc.freeze()  # what is left stays, and need not be looked through again
    return builds


def _without_bugs(task: BuildTask, path: Path, names: Namesakes) -> PlanBuild:
    """A bug ends this plan alone."""
    try:
        return _plan_build(task, path, names)
    except Exception as error:
        return PlanBuild(path, brief(()), bug=f"{type(error).__name__}: {error}")


def _plan_build(task: BuildTask, path: Path, names: Namesakes) -> PlanBuild:
    plan, made = _made(task, path)
    for _ in range(_TRIES - 1):
        if made.is_current:
            break
        plan, made = _made(task, path)
    compiled = plan.value
    if compiled is None:
        return PlanBuild(path, brief(plan.diagnostics))
    if clashes := names.clashes(name_of(compiled.plan)):
        return PlanBuild(path, brief((*plan.diagnostics, *clashes)))
    files = made.files if made.is_current else Outcome(None, (register_in_use(str(made.register)),))
    filled = {REGISTER: made.marks.source}
    if task.is_shared:
        finished(task.folder, compiled.plan.id)
    written = files.then(lambda files: put(task.folder, compiled.plan.id, files, filled))
    build = PlanBuild(path, brief((*plan.diagnostics, *written.diagnostics)), id=compiled.plan.id)
    if files.value is None or written.value is None:
        return build._replace(is_at_fault=made.files.value is None and not made.is_closed)
    told = (*marks_told(made.register, made.marks), f"{path}: {written.value}")
    try:
        entry = _remembered(task, compiled, plan.diagnostics, built_of(task.inputs, files, told))
    except OSError as error:
        said = (*plan.diagnostics, *written.diagnostics, *unwritable(task.folder, error).diagnostics)
        return build._replace(said=brief(said), is_at_fault=False)
    # what was found in the folder is said once, and looked for once more
    is_as_built = len(written.diagnostics) == len(files.diagnostics)
    entry = entry if is_as_built else entry._replace(imprint="")
    again = brief((*plan.diagnostics, *lasting(files.diagnostics)))
    return build._replace(told=told, entry=entry, again=again)


class _Made(NamedTuple):
    """The files of a plan before they are written."""

    files: Outcome[Files]
    """No value if one of them cannot be made."""
    register: Path
    """Where the one is that people fill in."""
    marks: FilledRegister
    """What they have written into it."""
    is_closed: bool
    """Whether there are no files because earlier outputs cannot be read: no fault of the plan."""

    @property
    def is_current(self) -> bool:
        """Whether nobody has written into the register since it was read for this build."""
        return self.files.value is None or is_same_register(self.register, self.marks)


def _made(task: BuildTask, path: Path) -> tuple[Outcome[Compiled], _Made]:
    """The plan, and its files; no value if something forbids signing."""
    plan = _signable(compile_plan(path, task.registration, task.as_of))
    compiled = plan.value
    if compiled is None:
        return plan, _Made(Outcome(None), path, UNTOUCHED, is_closed=False)
    name = compiled.plan.id
    register = task.folder / name / REGISTER
    marks = filled_register(register, {entry.uid for entry in compiled.calendar.entries})
    earlier = earlier_outputs(task.folder / name, task.previous / name, task.options)
    files = marks.then_with(
        earlier, lambda marks, before: outputs(compiled, task.options, root_of(path), before, marks)
    )
    is_closed = marks.value is None or earlier.value is None
    return plan, _Made(files, register, marks.value or UNTOUCHED, is_closed=is_closed)


def _signable(compiled: Outcome[Compiled]) -> Outcome[Compiled]:
    """The plan, unless it has errors or, in a plan to sign, blanks."""
    if compiled.value is None or has_errors(compiled.diagnostics):
        return Outcome(None, compiled.diagnostics)
    refusal = unfilled(compiled.value.plan, compiled.diagnostics, compiled.value.surroundings.texts.values())
    return Outcome(None, (*compiled.diagnostics, refusal)) if refusal else compiled


def _remembered(task: BuildTask, compiled: Compiled, found: Sequence[Diagnostic], built: Built) -> PlanEntry:
    """What the next build is told of a plan; an `OSError` if that cannot be written."""
    place = task.folder, root_of(next(iter(compiled.surroundings.sources)))
    record = recorded(compiled, found, place, task.inputs, built)
    return entry_of(record, save(task.folder, record), task.folder / record.id)
