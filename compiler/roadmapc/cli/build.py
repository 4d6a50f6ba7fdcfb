"""`roadmapc build`."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Unpack

import click

from roadmapc.cli.options import BuildFlags, calendar_options, order_options, output_options, registration
from roadmapc.cli.paths import PATH, plans, root_of
from roadmapc.cli.plan_build import PlanBuild, Task, build_plan, build_plans
from roadmapc.cli.report import exit_code, say_briefly
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.model.namesakes import Namesakes
from roadmapc.outputs import filled_register, is_same_register, joint_outputs
from roadmapc.pipeline import Compiled
from roadmapc.render.formats import CALENDARS, OF_BUILD, REGISTER, Format
from roadmapc.render.register.filled import FilledRegister
from roadmapc.render.register.findings import register_in_use
from roadmapc.text.plural import counted
from roadmapc.workspace import add, read_all, write

_TRIES = 3
"""Times that a plan is built anew because somebody writes into its register."""


@click.command("build")
@click.argument("paths", nargs=-1, type=PATH, metavar="[ПЛАН]…")
@click.option(
    "-o",
    "--output",
    type=PATH,
    help="папка вывода; по умолчанию build/ рядом с roadmaps/",
)
@click.option(
    "--format",
    "formats",
    metavar="ВИД,…",
    default=",".join(name for name, kind in OF_BUILD.items() if kind.is_default),
    help=f"что собрать, через запятую: {', '.join(OF_BUILD)}",
)
@click.option(
    "--previous",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="ПАПКА",
    help="прежний вывод, с которым сверяются календари; по умолчанию – папка вывода",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="ЧИСЛО",
    help="сколько планов собирать одновременно; по умолчанию 1",
)
@order_options
@calendar_options
def command(
    *,
    paths: tuple[Path, ...],
    output: Path | None,
    formats: str,
    previous: Path | None,
    jobs: int,
    **flags: Unpack[BuildFlags],
) -> None:
    """Проверить планы и записать build/<план>/: приказ, календари, реестр, опись.

    Календари и реестр всех планов вместе записываются прямо в build/.
    """
    chosen, given = plans(paths), registration(flags)
    if any(given) and len(chosen) > 1:
        raise click.UsageError("дата и номер бывают у одного приказа: назовите один план")
    folder = output or root_of(chosen[0]) / "build"
    options = replace(output_options(_formats(formats), flags), templates=flags["templates"])
    task = Task(folder, previous or folder, options, given)
    builder = _FolderWriter(task)
    builds = build_plans(task, chosen, min(jobs, len(chosen)))
    for path, build in zip(chosen, builds, strict=True):
        builder.take(path, build)
    if not paths or len(chosen) > 1:
        builder.build_joint()
    say_briefly(builder.diagnostics)
    sys.exit(exit_code(builder.diagnostics))


def _formats(written: str) -> tuple[Format, ...]:
    names = [name.strip() for name in written.split(",") if name.strip()]
    if not names or not OF_BUILD.keys() >= set(names):
        message = f"«{written}» не собрать; есть: {', '.join(OF_BUILD)}"
        raise click.BadParameter(message, param_hint="--format")
    return tuple(OF_BUILD[name] for name in names)


class _FolderWriter:
    """Writes the folders of plans, then what they have together."""

    def __init__(self, task: Task) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._task = task
        self._compiled: list[Compiled] = []
        self._names = Namesakes()

    def take(self, path: Path, build: PlanBuild) -> None:
        """Write one plan's folder, unless something forbids it."""
        compiled = build.plan.value
        for _ in range(_TRIES):
            if compiled is None or self._is_current(compiled, build):
                break
            build = build_plan(self._task, path)
            compiled = build.plan.value
        clashes = () if compiled is None else self._names.clashes(compiled.plan)
        self.diagnostics.extend((*build.plan.diagnostics, *clashes))
        if compiled is None or clashes:
            return
        self._compiled.append(compiled)
        folder = self._task.folder / compiled.plan.id
        if not self._is_current(compiled, build):
            self.diagnostics.append(register_in_use(str(folder / REGISTER)))
            return
        _report_marks(folder, build.register)
        written = build.files.then(partial(write, folder))
        self.diagnostics.extend(written.diagnostics)
        if written.value is not None:
            click.echo(f"{path}: {written.value}")

    def _is_current(self, compiled: Compiled, build: PlanBuild) -> bool:
        """Whether nobody has written into the register since it was read for this build."""
        path = self._task.folder / compiled.plan.id / REGISTER
        return build.files.value is None or is_same_register(path, build.register)

    def build_joint(self) -> None:
        """Write what all plans have together; without one of them its dates would seem withdrawn."""
        if has_errors(self.diagnostics):
            return
        folder, options = self._task.folder, self._task.options
        register = filled_register(folder / REGISTER, self._compiled)
        self.diagnostics.extend(register.diagnostics)
        if register.value is None:
            return
        _report_marks(folder, register.value)
        earlier = read_all(self._task.previous, CALENDARS)
        files = joint_outputs(self._compiled, options, earlier, register.value)
        if not is_same_register(folder / REGISTER, register.value):
            self.diagnostics.append(register_in_use(str(folder / REGISTER)))
            return
        self.diagnostics.extend(files.then(partial(add, folder)).diagnostics)


def _report_marks(folder: Path, register: FilledRegister) -> None:
    marked = sum(map(len, (register.rows or {}).values()))
    told = [f"отметки {counted(marked, 'строки', 'строк', 'строк')}"] if marked else []
    if register.keyless:
        told.append(counted(len(register.keyless), "своя строка", "своих строки", "своих строк"))
    if register.sheets:
        told.append(counted(len(register.sheets), "свой лист", "своих листа", "своих листов"))
    if told:
        click.echo(f"{folder / REGISTER}: перенесены {', '.join(told)}")
