"""`roadmapc amend`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from roadmapc.amend.from_plans import amending_order
from roadmapc.amend.order import Requisites
from roadmapc.assets import asset
from roadmapc.cli.report import exit_code, say
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.plan import Plan
from roadmapc.pipeline import compile_plan
from roadmapc.workspace import add, build_day

_PLAN = click.Path(path_type=Path)
_DAY = click.DateTime(["%d.%m.%Y", "%Y-%m-%d"])


@click.command("amend")
@click.argument("old", type=_PLAN, metavar="БЫЛО")
@click.argument("new", type=_PLAN, metavar="СТАЛО")
@click.option("--number", required=True, metavar="НОМЕР", help="номер изменяющего приказа")
@click.option("--date", "day", required=True, type=_DAY, metavar="ДАТА", help="дата изменяющего приказа")
@click.option("-o", "--output", type=_PLAN, metavar="ФАЙЛ.docx", help="записать документ")
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
        _write(drafted.value, output)


def _write(plan: Plan, output: Path) -> None:
    """The document, built as any other order."""
    rendered = _document(plan)
    said = rendered.diagnostics
    if rendered.value is not None:
        said = (*said, *add(output.parent, {output.name: rendered.value}).diagnostics)
    say(said)
    sys.exit(exit_code(said))


def _document(plan: Plan) -> Outcome[bytes]:
    from roadmapc.render.docx.order import render  # noqa: PLC0415 - only a document needs it
    from roadmapc.render.from_plan import order_view  # noqa: PLC0415

    view = order_view(plan, build_day(plan.order.date, plan.period.first_day))
    return render(view, asset("templates", "order.docx"))
