"""`roadmapc check`."""

import sys
from pathlib import Path

import click

from roadmapc.cli.options import engine_options, jobs_option
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import FORMS


@click.command("check")
@click.argument("paths", nargs=-1, type=PATH, metavar="[ПЛАН]…")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="вид отчёта")
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ", help="записать отчёт в файл")
@click.option("--all", "is_full", is_flag=True, help="каждую находку отдельно, по порядку строк")
@click.option("--readings", "shows_readings", is_flag=True, help="показать, как прочитаны сроки")
@click.option("--strict", is_flag=True, help="замечания считать ошибками")
@click.option("--fix", is_flag=True, help="исправить в файлах то, что не меняет смысла")
@click.option("--baseline", type=PATH, metavar="ФАЙЛ", help="не показывать того, что записано в файле")
@click.option(
    "--write-baseline", "target", type=PATH, metavar="ФАЙЛ", help="записать в файл всё, что найдено"
)
@jobs_option("проверять")
@engine_options
def command(  # noqa: PLR0913 - an option each
    *,
    paths: tuple[Path, ...],
    form: str,
    output: Path | None,
    is_full: bool,
    shows_readings: bool,
    strict: bool,
    fix: bool,
    baseline: Path | None,
    target: Path | None,
    jobs: int,
    engine: str,
    scheduler: str,
) -> None:
    """Проверить планы, ничего не записывая (кроме исправлений, если о них попросили)."""
    from roadmapc.cli.checking import Wanted, check  # noqa: PLC0415 - help need not wait for the compiler

    wanted = Wanted(
        form, output, is_full, shows_readings, strict, fix, baseline, target, (engine, scheduler, jobs)
    )
    sys.exit(check(paths, wanted))
