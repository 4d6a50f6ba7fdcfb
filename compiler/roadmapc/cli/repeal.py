"""`roadmapc repeal`."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from roadmapc.amend.order import Requisites
from roadmapc.amend.repeal import repeal_recorded, repealing_order
from roadmapc.cli.histories import edition_of, keep, reported
from roadmapc.cli.inputs import plan_at, put_order
from roadmapc.cli.parameters import DAY, NUMBER
from roadmapc.cli.paths import PATH
from roadmapc.render.formats import DOCX


@click.command("repeal")
@click.argument("plan", type=PATH, metavar="ПЛАН")
@click.option("--number", type=NUMBER, required=True, metavar="НОМЕР", help="номер акта")
@click.option("--date", "day", required=True, type=DAY, metavar="ДАТА", help="дата акта")
@click.option("--effective", type=DAY, metavar="ДАТА", help="вступает в силу с этого дня")
@click.option("--ground", default="", metavar="СЛОВА", help="основание: «в связи с изданием …»")
@click.option(
    "-o", "--output", type=PATH, metavar="ФАЙЛ", help=f"записать документ .{DOCX.name} или план .yaml"
)
@click.option("--record", is_flag=True, help="записать акт в папку актов плана: сроков после него нет")
def command(  # noqa: PLR0913 - an option each
    *,
    plan: Path,
    number: str,
    day: date,
    effective: date | None,
    ground: str,
    output: Path | None,
    record: bool,
) -> None:
    """Составить акт, который признаёт документ плана утратившим силу со всеми изменившими его актами."""
    compiled = plan_at(plan)
    requisites = Requisites(day, number, effective=effective, ground=ground)
    order = reported(repealing_order(compiled.plan, requisites))
    ended = repeal_recorded(edition_of(compiled), requisites, order.order.title) if record else None
    history = reported(ended) if ended else None
    put_order(replace(compiled, plan=order), output)
    if history is not None:
        keep(plan, history)
