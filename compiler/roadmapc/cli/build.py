"""`roadmapc build`."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Unpack

import click

from roadmapc.cli.made import Made, Task, made, processes
from roadmapc.cli.options import BuildFlags, calendar_options, order_options, registration, wishes
from roadmapc.cli.paths import PATH, plans, root_of
from roadmapc.cli.report import exit_code, say_briefly
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.diagnostics.to_text import harmless
from roadmapc.model.namesakes import Namesakes
from roadmapc.outputs import DEFAULT_FORMATS, FORMATS, filled_register, joint_outputs
from roadmapc.pipeline import Compiled
from roadmapc.render.issue import REGISTER
from roadmapc.render.register.kept import Kept
from roadmapc.text.plural import counted
from roadmapc.workspace import add, earlier_calendars, is_folder, write


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
    default=",".join(DEFAULT_FORMATS),
    help=f"что собрать, через запятую: {', '.join(FORMATS)}",
)
@click.option(
    "--previous",
    type=PATH,
    metavar="ПАПКА",
    help="прежний вывод, с которым сверяются календари, в том числе в редакции: origin/calendars:build; "
    "по умолчанию – папка вывода",
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
    if previous is not None and not is_folder(previous):
        raise click.BadParameter(f"папки «{previous}» нет", param_hint="--previous")
    folder = output or root_of(chosen[0]) / "build"
    wanted = replace(wishes(_formats(formats), flags), templates=flags["templates"])
    task = Task(folder, previous or folder, wanted, given)
    builder = _Builder(task)
    with processes(min(jobs, len(chosen))) as each:
        for path, of_plan in zip(chosen, each(partial(made, task), chosen), strict=True):
            builder.take(path, of_plan)
    if not paths or len(chosen) > 1:
        builder.build_joint()
    say_briefly(builder.said)
    sys.exit(exit_code(builder.said))


def _formats(written: str) -> tuple[str, ...]:
    wanted = tuple(name.strip() for name in written.split(",") if name.strip())
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown or not wanted:
        raise click.BadParameter(f"«{written}» не собрать; есть: {', '.join(FORMATS)}", param_hint="--format")
    return wanted


class _Builder:
    """Writes the folders of plans, then what they have together."""

    def __init__(self, task: Task) -> None:
        self.said: list[Diagnostic] = []
        self._task = task
        self._compiled: list[Compiled] = []
        self._names = Namesakes()

    def take(self, path: Path, of_plan: Made) -> None:
        """Write one plan's folder, unless something forbids it."""
        compiled = of_plan.plan.value
        clashes = () if compiled is None else self._names.clashes(compiled.plan)
        self.said.extend((*of_plan.plan.diagnostics, *clashes))
        if compiled is None or clashes:
            return
        self._compiled.append(compiled)
        self._write(path, self._task.folder / compiled.plan.id, of_plan)

    def _write(self, path: Path, folder: Path, of_plan: Made) -> None:
        files = of_plan.files
        self.said.extend(files.diagnostics)
        _tell(folder, of_plan.kept)
        if files.value is None:
            return
        written = write(folder, files.value)
        self.said.extend(written.diagnostics)
        if written.value is not None:
            click.echo(harmless(f"{path}: {written.value}"))

    def build_joint(self) -> None:
        """Write what all plans have together; without one of them its dates would seem withdrawn."""
        if has_errors(tuple(self.said)):
            return
        folder, wishes = self._task.folder, self._task.wishes
        kept = filled_register(folder / REGISTER, self._compiled)
        self.said.extend(kept.diagnostics)
        if kept.value is None:
            return
        _tell(folder, kept.value)
        files = joint_outputs(self._compiled, wishes, earlier_calendars(self._task.previous), kept.value)
        self.said.extend(add(folder, files).diagnostics)


def _tell(folder: Path, kept: Kept) -> None:
    if kept.rows:
        rows = counted(len(kept.rows), "строки", "строк", "строк")
        click.echo(f"{folder / REGISTER}: перенесены отметки {rows}")
