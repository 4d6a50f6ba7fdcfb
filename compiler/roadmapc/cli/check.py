"""`roadmapc check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from roadmapc.cli.paths import PATH, plans
from roadmapc.cli.report import FORMATS, exit_code, say
from roadmapc.model.namesakes import namesakes
from roadmapc.pipeline import compile_plan


@click.command("check")
@click.argument("paths", nargs=-1, type=PATH, metavar="[ПЛАН]…")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="вид отчёта")
@click.option("--strict", is_flag=True, help="замечания считать ошибками")
def command(paths: tuple[Path, ...], form: str, strict: bool) -> None:
    """Проверить планы, ничего не записывая."""
    outcomes = [compile_plan(plan) for plan in plans(paths)]
    said = [diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics]
    said += namesakes(outcome.value.plan for outcome in outcomes if outcome.value is not None)
    say(said, form)
    sys.exit(exit_code(said, strict=strict))
