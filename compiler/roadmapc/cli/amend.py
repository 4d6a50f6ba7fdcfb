"""`roadmapc amend`."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from roadmapc.amend.from_plans import amending_order
from roadmapc.amend.order import Requisites
from roadmapc.cli.paths import PATH, root_of
from roadmapc.cli.report import exit_code, say
from roadmapc.outputs import Wishes, outputs
from roadmapc.pipeline import Compiled, compile_plan
from roadmapc.workspace import add

_DAY = click.DateTime(["%d.%m.%Y", "%Y-%m-%d"])


@click.command("amend")
@click.argument("old", type=PATH, metavar="БЫЛО")
@click.argument("new", type=PATH, metavar="СТАЛО")
@click.option("--number", required=True, metavar="НОМЕР", help="номер изменяющего приказа")
@click.option("--date", "day", required=True, type=_DAY, metavar="ДАТА", help="дата изменяющего приказа")
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ.docx", help="записать документ")
def command(old: Path, new: Path, number: str, day: datetime, output: Path | None) -> None:
    """Составить приказ о внесении изменений, который прежний план превращает в новый.

    Без -o печатает приказ как файл плана: его можно поправить и собрать командой build.
    """
    outcomes = [compile_plan(path) for path in (old, new)]
    before, after = (outcome.value for outcome in outcomes)
    if before is None or after is None:
        say(each for outcome in outcomes for each in outcome.diagnostics if exit_code((each,)))
        sys.exit(1)
    drafted = amending_order(before.plan, after.plan, Requisites(day.date(), number))
    say(each for each in drafted.diagnostics if each.code.id.startswith("A"))
    if drafted.value is None:
        sys.exit(1)
    if output is None:
        click.echo(drafted.value.file.text, nl=False)
    else:
        _write(replace(after, plan=drafted.value), new, output)


def _write(compiled: Compiled, plan: Path, output: Path) -> None:
    """The document, built as any other order."""
    built = outputs(compiled, Wishes(("docx",)), root_of(plan), {})
    said = built.diagnostics
    if built.value is not None:
        written = add(output.parent, {output.name: built.value["order.docx"]})
        said = (*said, *written.diagnostics)
    say(said)
    sys.exit(exit_code(said))
