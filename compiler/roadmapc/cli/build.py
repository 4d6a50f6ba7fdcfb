"""`roadmapc build`."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Unpack

import click

from roadmapc.cli.options import (
    BuildFlags,
    as_of_option,
    calendar_options,
    jobs_option,
    order_options,
    output_options,
    registration,
)
from roadmapc.cli.paths import PATH, plans
from roadmapc.cli.plan_build import PlanBuild, Task, build_plan
from roadmapc.cli.processes import Died, process_died, results
from roadmapc.cli.report import BUG, exit_code, leave, say_briefly, say_of_bug
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.to_text import harmless
from roadmapc.model.namesakes import Namesakes, name_of
from roadmapc.outputs import earlier_outputs, filled_register, is_same_register, joint_outputs
from roadmapc.render.formats import OF_BUILD, REGISTER, Format
from roadmapc.render.register.filled import FilledRegister
from roadmapc.render.register.findings import register_in_use
from roadmapc.text.plural import counted
from roadmapc.workspace.codes import JOINT_LEFT, JOINT_NARROWED
from roadmapc.workspace.folder import put
from roadmapc.workspace.manifest import MANIFEST, manifest_of
from roadmapc.workspace.opened import opened
from roadmapc.workspace.root import claimed, orphans, put_aside, report_orphan
from roadmapc.workspace.sources import is_folder, root_of

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
    type=PATH,
    metavar="ПАПКА",
    help="прежний вывод, с которым сверяются календари, в том числе в редакции: origin/calendars:build; "
    "по умолчанию – папка вывода",
)
@jobs_option("собирать")
@click.option("--clean", is_flag=True, help="убрать вывод планов, которых больше нет, в «прежние планы»")
@as_of_option
@order_options
@calendar_options
def command(  # noqa: PLR0913 - an option each
    *,
    paths: tuple[Path, ...],
    output: Path | None,
    formats: str,
    previous: Path | None,
    jobs: int,
    clean: bool,
    as_of: date | None,
    **flags: Unpack[BuildFlags],
) -> None:
    """Проверить планы и записать build/<план>/: приказ, календари, реестр, опись.

    Календари и реестр всех планов вместе записываются прямо в build/.
    """
    chosen, given = plans(paths), registration(flags)
    if any(given) and len(chosen) > 1:
        raise click.UsageError("дата и номер бывают у одного документа: назовите один план")
    if as_of is not None and output is None:
        raise click.UsageError("прежняя редакция легла бы на место действующей: назовите папку, -o ПАПКА")
    if previous is not None and not is_folder(previous):
        raise click.BadParameter(f"папки «{previous}» нет", param_hint="--previous")
    folder = output or root_of(chosen[0]) / "build"
    options = replace(output_options(_formats(formats), flags), templates=flags["templates"])
    root = claimed(folder, chosen, (REGISTER,))
    if root.value is None:
        leave(root.diagnostics)
    task = Task(root.value, previous or root.value, options, given, as_of)
    writer = _FolderWriter(task)
    waiting = "эту папку вывода собирает другая сборка; жду её конца"
    with opened(task.folder, lambda: click.echo(waiting, err=True)) as place:
        writer.diagnostics.extend(place.diagnostics)
        if place.value is not None:
            writer.build(chosen, jobs, is_whole=not paths, is_cleaned=clean)
    say_briefly(writer.diagnostics)
    sys.exit(writer.exit_code())


def _formats(written: str) -> tuple[Format, ...]:
    names = [name.strip() for name in written.split(",") if name.strip()]
    if not names or not OF_BUILD.keys() >= set(names):
        message = f"«{written}» не собрать; есть: {', '.join(OF_BUILD)}"
        raise click.BadParameter(message, param_hint="--format")
    return tuple(OF_BUILD[name] for name in names)


class _FolderWriter:
    """One run of the command; a plan that cannot be built stops no other."""

    def __init__(self, task: Task) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._task = task
        self._compiled: list[Compiled] = []
        self._left: list[Path] = []
        """Plans that were not built."""
        self._unwritten: list[Path] = []
        """Those of them that nothing is wrong with, but their folders."""
        self._has_bug = False
        self._names = Namesakes()

    def build(self, paths: Sequence[Path], jobs: int, *, is_whole: bool, is_cleaned: bool) -> None:
        """Build the plans, which are all of the repository if it is whole, and what they have together."""
        builds = results(partial(build_plan, self._task), paths, min(jobs, len(paths)))
        for path, build in zip(paths, builds, strict=True):
            if isinstance(build, Died):
                self._left.append(path)
                self.diagnostics.append(process_died(path))
                continue
            with self._alone(str(path)):
                self._take(path, build)
        if is_whole or len(paths) > 1:
            with self._alone("общие календари и реестр"):
                self._build_joint(paths[0], is_whole=is_whole)
        if is_whole:
            self._tell_of_orphans(is_cleaned)

    def exit_code(self) -> int:
        """What the command answers."""
        return BUG if self._has_bug else exit_code(self.diagnostics)

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        """A bug ends one plan, and is told with its name."""
        try:
            yield
        except BrokenPipeError:  # who reads what is said has gone: no bug of a plan
            raise
        except Exception as error:
            self._end(name, f"{type(error).__name__}: {error}")

    def _end(self, name: str, fault: str) -> None:
        self._has_bug = True
        say_of_bug(fault, f"{name}: ")

    def _take(self, path: Path, build: PlanBuild) -> None:
        """Write one plan's folder, unless something forbids it."""
        self._left.append(path)
        compiled = build.plan.value
        for _ in range(_TRIES):
            if compiled is None or self._is_current(compiled, build):
                break
            build = build_plan(self._task, path)
            compiled = build.plan.value
        if build.fault:
            self._end(str(path), build.fault)
            return
        clashes = () if compiled is None else self._names.clashes(name_of(compiled.plan))
        self.diagnostics.extend((*build.plan.diagnostics, *clashes))
        if compiled is None or clashes:
            return
        self._compiled.append(compiled)
        if build.files.value is not None or build.is_closed:
            self._unwritten.append(path)
        folder = self._task.folder / compiled.plan.id
        if not self._is_current(compiled, build):
            self.diagnostics.append(register_in_use(str(folder / REGISTER)))
            return
        _report_marks(folder, build.register)
        filled = {REGISTER: build.register.source}
        written = build.files.then(lambda files: put(self._task.folder, compiled.plan.id, files, filled))
        self.diagnostics.extend(written.diagnostics)
        if written.value is not None:
            self._left.remove(path)
            self._unwritten.remove(path)
            click.echo(harmless(f"{path}: {written.value}"))

    def _is_current(self, compiled: Compiled, build: PlanBuild) -> bool:
        """Whether nobody has written into the register since it was read for this build."""
        path = self._task.folder / compiled.plan.id / REGISTER
        return build.files.value is None or is_same_register(path, build.register)

    def _build_joint(self, path: Path, *, is_whole: bool) -> None:
        """Write what all plans have together; without one of them its dates would seem withdrawn."""
        folder, options = self._task.folder, self._task.options
        if all(kind.is_document for kind in options.formats):
            return
        if self._left:
            self.diagnostics.append(self._joint_left())
            return
        register = filled_register(folder / REGISTER, self._compiled)
        self.diagnostics.extend(register.diagnostics)
        if register.value is None:
            return
        _report_marks(folder, register.value)
        self.diagnostics.extend(() if is_whole else self._narrowed())
        marks = register.value
        files = earlier_outputs(folder, self._task.previous, options).then(
            lambda earlier: joint_outputs(self._compiled, options, root_of(path), earlier, marks)
        )
        if not is_same_register(folder / REGISTER, register.value):
            self.diagnostics.append(register_in_use(str(folder / REGISTER)))
            return
        filled = {REGISTER: register.value.source}
        written = files.then(lambda made: put(folder, "", made, filled))
        self.diagnostics.extend(written.diagnostics)

    def _joint_left(self) -> Diagnostic:
        """What hinders the outputs of all: errors in plans, or folders that cannot be written."""
        folder = self._task.folder
        state = "остались прежними" if os.path.lexists(folder / MANIFEST) else "не записаны"
        hindrances = (
            (
                "не собрано",
                [path for path in self._left if path not in self._unwritten],
                "исправьте названные ошибки и соберите снова",
            ),
            (
                "собрано, но не записано",
                self._unwritten,
                "устраните, что мешает в папке вывода; сами планы исправлять не нужно",
            ),
        )
        causes = [f"{what} {', '.join(map(str, plans))}" for what, plans, _ in hindrances if plans]
        message = f"общие календари и реестр в «{folder}» {state}: {'; '.join(causes)}"
        return Diagnostic(JOINT_LEFT, message, None, tuple(hint for _, plans, hint in hindrances if plans))

    def _narrowed(self) -> Iterator[Diagnostic]:
        """That plans which are still built are in the joint calendar no more."""
        manifest = manifest_of(self._task.folder).value
        ids = {compiled.plan.id for compiled in self._compiled}
        former = [name for name in (manifest.plans if manifest else ()) if name not in ids]
        if missing := [name for name in former if (self._task.folder / name / MANIFEST).is_file()]:
            message = f"в общих календарях и реестре теперь нет планов {', '.join(missing)}"
            yield Diagnostic(JOINT_NARROWED, message, None, hints=("соберите все планы: roadmapc build",))

    def _tell_of_orphans(self, is_cleaned: bool) -> None:
        """Outputs of plans that are gone are named, and moved aside if that is wished."""
        folder = self._task.folder
        unread = [Path(os.path.realpath(path)).relative_to(root_of(path)).as_posix() for path in self._left]
        ids = [compiled.plan.id for compiled in self._compiled]
        for name in orphans(folder, ids, unread):
            if not is_cleaned:
                self.diagnostics.append(report_orphan(folder, name))
                continue
            moved = put_aside(folder, name)
            self.diagnostics.extend(moved.diagnostics)
            if moved.value is not None:
                click.echo(harmless(f"{folder / name}: убрано в {moved.value}"))


def _report_marks(folder: Path, register: FilledRegister) -> None:
    marked = sum(map(len, (register.rows or {}).values()))
    told = [f"отметки {counted(marked, 'строки', 'строк', 'строк')}"] if marked else []
    if register.keyless:
        told.append(counted(len(register.keyless), "своя строка", "своих строки", "своих строк"))
    if register.sheets:
        told.append(counted(len(register.sheets), "свой лист", "своих листа", "своих листов"))
    if told:
        click.echo(f"{folder / REGISTER}: перенесены {', '.join(told)}")
