"""`roadmapc build`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Unpack

import click

from roadmapc.checks.final import unfilled
from roadmapc.cli.options import BuildFlags, calendar_options, order_options, wishes
from roadmapc.cli.paths import PATH, plans, root_of
from roadmapc.cli.report import exit_code, say_briefly
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.model.namesakes import Namesakes
from roadmapc.model.registration import Registration
from roadmapc.outputs import DEFAULT_FORMATS, FORMATS, Wishes, filled_register, joint_outputs, outputs
from roadmapc.pipeline import Compiled, compile_plan
from roadmapc.render.edition import REGISTER
from roadmapc.render.register.kept import Kept
from roadmapc.text.plural import counted
from roadmapc.workspace import add, earlier_calendars, write


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
    type=click.Path(path_type=Path, file_okay=False),
    metavar="ПАПКА",
    help="прежний вывод, с которым сверяются календари; по умолчанию – папка вывода",
)
@order_options
@calendar_options
def command(
    paths: tuple[Path, ...],
    output: Path | None,
    formats: str,
    previous: Path | None,
    **flags: Unpack[BuildFlags],
) -> None:
    """Проверить планы и записать build/<план>/: приказ, календари, реестр, опись.

    Календари и реестр всех планов вместе записываются прямо в build/.
    """
    chosen, registration = plans(paths), Registration(flags["number"], flags["date"])
    if any(registration) and len(chosen) > 1:
        raise click.UsageError("дата и номер бывают у одного приказа: назовите один план")
    folder = output or root_of(chosen[0]) / "build"
    wanted = replace(wishes(_formats(formats), flags), templates=flags["templates"])
    builder = _Builder(folder, previous or folder, wanted, registration)
    for path in chosen:
        builder.build(path)
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

    def __init__(self, folder: Path, previous: Path, wishes: Wishes, registration: Registration) -> None:
        self.said: list[Diagnostic] = []
        self._folder = folder
        self._previous = previous
        self._wishes = wishes
        self._registration = registration
        self._compiled: list[Compiled] = []
        self._names = Namesakes()

    def build(self, path: Path) -> None:
        """Write one plan's folder, unless something forbids signing."""
        compiled = compile_plan(path, self._registration)
        self.said.extend(compiled.diagnostics)
        if compiled.value is None or has_errors(compiled.diagnostics):
            return
        refusal = unfilled(compiled.value.plan, compiled.diagnostics, compiled.value.texts)
        if refusal:
            self.said.append(refusal)
            return
        clashes = self._names.clashes(compiled.value.plan)
        self.said.extend(clashes)
        if clashes:
            return
        self._compiled.append(compiled.value)
        self._write(compiled.value, path)

    def _write(self, compiled: Compiled, path: Path) -> None:
        name = compiled.plan.id
        kept = self._kept(self._folder / name, [compiled])
        if kept is None:
            return
        earlier = earlier_calendars(self._previous / name)
        made = outputs(compiled, self._wishes, root_of(path), earlier, kept)
        self.said.extend(made.diagnostics)
        if made.value is None:
            return
        written = write(self._folder / name, made.value)
        self.said.extend(written.diagnostics)
        if written.value is not None:
            click.echo(f"{path}: {written.value}")

    def build_joint(self) -> None:
        """Write what all plans have together; without one of them its dates would seem withdrawn."""
        if has_errors(tuple(self.said)):
            return
        kept = self._kept(self._folder, self._compiled)
        if kept is None:
            return
        files = joint_outputs(self._compiled, self._wishes, earlier_calendars(self._previous), kept)
        self.said.extend(add(self._folder, files).diagnostics)

    def _kept(self, folder: Path, plans: Sequence[Compiled]) -> Kept | None:
        """What people have written into the register of a folder; `None`, with a finding, if it is locked."""
        kept = filled_register(folder, plans)
        self.said.extend(kept.diagnostics)
        if kept.value is not None and kept.value.rows:
            rows = counted(len(kept.value.rows), "строки", "строк", "строк")
            click.echo(f"{folder / REGISTER}: перенесены отметки {rows}")
        return kept.value
