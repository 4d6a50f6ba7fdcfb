"""`roadmapc build`."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Unpack

import click

from roadmapc.cli.builder import Builder
from roadmapc.cli.options import BuildFlags, calendar_options, order_options, output_options, registration
from roadmapc.cli.paths import PATH, plans
from roadmapc.cli.plan_build import Task
from roadmapc.cli.report import leave, say_briefly
from roadmapc.render.formats import OF_BUILD, REGISTER, Format
from roadmapc.workspace.opened import opened
from roadmapc.workspace.root import claimed
from roadmapc.workspace.sources import root_of


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
@click.option("--clean", is_flag=True, help="убрать вывод планов, которых больше нет, в «прежние планы»")
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
    root = claimed(folder, chosen, (REGISTER,))
    if root.value is None:
        leave(root.diagnostics)
    task = Task(root.value, previous or root.value, options, given)
    builder = Builder(task)
    with opened(task.folder, _say_of_waiting) as place:
        builder.diagnostics.extend(place.diagnostics)
        if place.value is not None:
            builder.build(chosen, jobs, is_whole=not paths, is_cleaned=clean)
    say_briefly(builder.diagnostics)
    sys.exit(builder.exit_code())


def _say_of_waiting() -> None:
    click.echo("эту папку вывода собирает другая сборка; жду её конца", err=True)


def _formats(written: str) -> tuple[Format, ...]:
    names = [name.strip() for name in written.split(",") if name.strip()]
    if not names or not OF_BUILD.keys() >= set(names):
        message = f"«{written}» не собрать; есть: {', '.join(OF_BUILD)}"
        raise click.BadParameter(message, param_hint="--format")
    return tuple(OF_BUILD[name] for name in names)
