"""`roadmapc build`."""

import os
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Unpack

import click

from roadmapc.cli.build_run import Run
from roadmapc.cli.build_task import Builders, BuildTask, GroupBuilder, IndexBuilder, PlanBuilder, Scope
from roadmapc.cli.cluster import PROCESSES, engine_of
from roadmapc.cli.options import (
    BuildFlags,
    as_of_option,
    calendar_options,
    engine_options,
    jobs_option,
    order_options,
    output_options,
    registration,
)
from roadmapc.cli.paths import PATH, plans
from roadmapc.cli.report import leave
from roadmapc.render.formats import DOCX, OF_BUILD, PDF, REGISTER, Format
from roadmapc.state.compiler import text_digest
from roadmapc.state.index import Inputs
from roadmapc.state.wanted import OutputOptions
from roadmapc.workspace.cache import Cache
from roadmapc.workspace.opened import opened
from roadmapc.workspace.root import claimed
from roadmapc.workspace.sources import is_folder, read_all, root_of


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
@engine_options
@click.option("--force", is_flag=True, help="собрать и те планы, которые не изменились с прошлой сборки")
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
    engine: str,
    scheduler: str,
    force: bool,
    clean: bool,
    as_of: date | None,
    **flags: Unpack[BuildFlags],
) -> None:
    """Проверить планы и записать build/<план>/: приказ, календари, реестр, опись.

    Календари и реестр всех планов вместе записываются прямо в build/, а планов нескольких муниципалитетов –
    в build/municipalities/<справочник>/. Что не изменилось с прошлой сборки, заново не собирается.
    """
    chosen, given = plans(paths), registration(flags)
    if any(given) and len(chosen) > 1:
        raise click.UsageError("дата и номер бывают у одного документа: назовите один план")
    _demand_folders(output, previous, as_of)
    folder = output or root_of(chosen[0]) / "build"
    options = replace(output_options(_formats(formats), flags), templates=flags["templates"])
    root = claimed(folder, chosen, (REGISTER,))
    if root.value is None:
        leave(root.diagnostics)
    inputs = _inputs(options, flags, as_of, f"{folder}" if previous is None else "")
    options = replace(options, store=Cache(inputs.text, is_fresh=force))
    task = BuildTask(root.value, previous or root.value, options, given, inputs, engine != PROCESSES, as_of)
    with engine_of(engine, scheduler, jobs) as works, opened(task.folder, _say_of_waiting) as place:
        scope = Scope(works, is_whole=not paths, is_forced=force, is_cleaned=clean)
        run = Run(task, root_of(chosen[0]), scope, Builders(_of_plans, _of_group, _of_index))
        run.report.add(place.diagnostics)
        if place.value is not None:
            run.build(chosen)
    click.echo(run.report.found, nl=False, err=True)
    sys.exit(run.report.exit_code())


def _say_of_waiting() -> None:
    click.echo("эту папку вывода собирает другая сборка; жду её конца", err=True)


def _demand_folders(output: Path | None, previous: Path | None, as_of: date | None) -> None:
    """Wrong use if outputs have no place of their own, or if there are none to go on from."""
    if as_of is not None and output is None:
        raise click.UsageError("прежняя редакция легла бы на место действующей: назовите папку, -o ПАПКА")
    if previous is not None and not is_folder(previous):
        raise click.BadParameter(f"папки «{previous}» нет", param_hint="--previous")


def _of_plans() -> PlanBuilder:
    from roadmapc.cli.plan_build import build_namesakes  # noqa: PLC0415

    return build_namesakes


def _of_group() -> GroupBuilder:
    from roadmapc.cli.joint_build import build_group  # noqa: PLC0415

    return build_group


def _of_index() -> IndexBuilder:
    from roadmapc.cli.joint_build import build_index  # noqa: PLC0415

    return build_index


def _inputs(options: OutputOptions, flags: BuildFlags, as_of: date | None, folder: str) -> Inputs:
    """What outputs depend on besides sources; `folder` is empty if they depend on outputs elsewhere."""
    text = text_digest(flags["number"], flags["date"], as_of, has_reminders=options.has_reminders)
    templates = read_all(options.templates, (f"*.{DOCX.name}",)).value if options.templates else {}
    wanted = (
        *(text, folder, os.environ.get("SOURCE_DATE_EPOCH"), options.form, options.templates),
        *([kind.name for kind in options.formats], PDF in options.formats and _office_digest()),
        sorted((name, sha256(content).hexdigest()) for name, content in (templates or {}).items()),
    )
    digest = sha256(repr(wanted).encode("utf-8", "surrogatepass")).hexdigest()
    return Inputs(text, digest if folder else "", options.has_reminders)


def _office_digest() -> str:
    """Of whatever prints."""
    from roadmapc.office import office_digest  # noqa: PLC0415 - few print

    return office_digest()


def _formats(written: str) -> tuple[Format, ...]:
    names = [name.strip() for name in written.split(",") if name.strip()]
    if not names or not OF_BUILD.keys() >= set(names):
        message = f"«{written}» не собрать; есть: {', '.join(OF_BUILD)}"
        raise click.BadParameter(message, param_hint="--format")
    return tuple(OF_BUILD[name] for name in names)
