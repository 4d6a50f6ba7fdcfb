"""The way of one plan through a build, in whatever process: compiled, made, written, recorded.

    compile → what forbids signing → outputs, with what people have typed → folder → record

Nothing of a plan goes back to the process that asked for it but what is to be said of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from roadmapc.checks.final import unfilled
from roadmapc.cli.build_task import BuildTask, PlanBuild
from roadmapc.cli.built import built_of, forget_last, lasting, marks_told
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.brief import brief
from roadmapc.diagnostics.outcome import Outcome, has_errors
from roadmapc.model.namesakes import Namesakes, name_of
from roadmapc.outputs import Earlier, earlier_outputs, filled_register, is_same_register, outputs
from roadmapc.pipeline import compile_plan
from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.formats import REGISTER
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.findings import register_in_use
from roadmapc.state.from_compiled import recorded
from roadmapc.state.index import entry_of
from roadmapc.state.store import save
from roadmapc.workspace.failures import unwritable
from roadmapc.workspace.folder import published
from roadmapc.workspace.sources import root_of
from roadmapc.workspace.stage import Draft

_TRIES = 3
"""Times that a plan is built anew because somebody writes into its register."""


def build_namesakes(task: BuildTask, paths: Sequence[Path]) -> list[PlanBuild]:
    """Build the plans of one name: the first that can be signed has the folder."""
    names = Namesakes()
    builds = []
    for path in paths:
        forget_last()
        builds.append(_without_bugs(task, path, names))
    return builds


def _without_bugs(task: BuildTask, path: Path, names: Namesakes) -> PlanBuild:
    """A bug ends this plan alone."""
    try:
        return _plan_build(task, path, names)
    except Exception as error:
        return PlanBuild(path, brief(()), bug=f"{type(error).__name__}: {error}")


def _plan_build(task: BuildTask, path: Path, names: Namesakes, again: int = _TRIES - 1) -> PlanBuild:
    """Build a plan; anew, so many times, if somebody has written into its register meanwhile."""
    with Draft(task.folder) as draft:
        made = _made(task, path, draft)
        if made.is_current or not again:
            return _written(task, path, names, made, draft)
    return _plan_build(task, path, names, again - 1)


class _Made(NamedTuple):
    """A plan whose files are made, and not in their places yet."""

    plan: Outcome[Compiled]
    """No value if something forbids signing."""
    dates: Outcome[AgendaView]
    """What the files were made of; no value if one of them cannot be made."""
    register: Path
    """Where the one is that people fill in."""
    marks: FilledRegister
    """What they have written into it."""
    is_closed: bool = False
    """Whether there are no files because earlier outputs cannot be read: no fault of the plan."""

    @property
    def is_current(self) -> bool:
        """Whether nobody has written into the register since it was read for this build."""
        return self.dates.value is None or is_same_register(self.register, self.marks)


def _made(task: BuildTask, path: Path, draft: Draft) -> _Made:
    """The plan, and its files laid into the draft."""
    plan = _signable(compile_plan(path, task.registration, task.as_of))
    compiled = plan.value
    if compiled is None:
        return _Made(plan, Outcome(None), path, UNTOUCHED)
    name = compiled.plan.id
    register = task.folder / name / REGISTER
    marks = filled_register(
        register, {entry.uid: entry.occurrence.due for entry in compiled.calendar.entries}
    )
    earlier = earlier_outputs(task.folder / name, task.previous / name, task.options)

    def lay(marks: FilledRegister, before: Earlier) -> Outcome[AgendaView]:
        return outputs(compiled, task.options, root_of(path), replace(before, register=marks), draft)

    dates = marks.then_with(earlier, lay)
    is_closed = marks.value is None or earlier.value is None
    return _Made(plan, dates, register, marks.value or UNTOUCHED, is_closed)


def _written(task: BuildTask, path: Path, names: Namesakes, made: _Made, draft: Draft) -> PlanBuild:
    """The folder of a plan, unless it is another's, and what the next build is told of it."""
    compiled, found = made.plan.value, made.plan.diagnostics
    if compiled is None:
        return PlanBuild(path, brief(found))
    if clashes := names.clashes(name_of(compiled.plan)):
        return PlanBuild(path, brief((*found, *clashes)))
    dates = made.dates if made.is_current else Outcome(None, (register_in_use(str(made.register)),))
    filled = {REGISTER: made.marks.source}
    written = dates.then(lambda _: published(draft, compiled.plan.id, filled, is_shared=task.is_shared))
    build = PlanBuild(path, brief((*found, *written.diagnostics)), id=compiled.plan.id)
    if dates.value is None or written.value is None:
        return build._replace(is_at_fault=made.dates.value is None and not made.is_closed)
    told = (*marks_told(made.register, made.marks), f"{path}: {written.value}")
    built = built_of(task.inputs, draft.digests, dates.diagnostics, told)
    try:
        record = recorded(made.plan, dates.value, task.folder, task.inputs, built)
        entry = entry_of(record, save(task.folder, record), task.folder / record.id)
    except OSError as error:
        said = (*found, *written.diagnostics, *unwritable(task.folder, error).diagnostics)
        return build._replace(said=brief(said), is_at_fault=False)
    # what was found in the folder is said once, and looked for once more
    is_as_built = len(written.diagnostics) == len(dates.diagnostics)
    entry = entry if is_as_built else entry._replace(imprint="")
    again = brief((*found, *lasting(dates.diagnostics)))
    return build._replace(told=told, entry=entry, again=again)


def _signable(compiled: Outcome[Compiled]) -> Outcome[Compiled]:
    """The plan, unless it has errors or, in a plan to sign, blanks."""
    if compiled.value is None or has_errors(compiled.diagnostics):
        return Outcome(None, compiled.diagnostics)
    refusal = unfilled(compiled.value.plan, compiled.diagnostics, compiled.value.surroundings.texts.values())
    return Outcome(None, (*compiled.diagnostics, refusal)) if refusal else compiled
