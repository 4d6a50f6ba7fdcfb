"""`roadmapc amend`."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import click

from roadmapc.amend.codes import OTHER_NUMBER, STALE_CALENDAR_PLAN
from roadmapc.amend.from_plans import amending_order
from roadmapc.amend.order import Requisites
from roadmapc.amend.record import recorded
from roadmapc.cli.histories import edition_of, keep, reported
from roadmapc.cli.inputs import plan_at, put_order
from roadmapc.cli.parameters import ACT, DAY, NUMBER
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import say
from roadmapc.compiled import Compiled, with_pending
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.model.amendment import ActName
from roadmapc.model.parts import CalendarPlan
from roadmapc.render.document.calendar_plan import calendar_plan
from roadmapc.render.formats import DOCX


class _Life(TypedDict):
    """When the act is in force, why, and what it does to others."""

    effective: date | None
    applies_since: date | None
    ground: str
    corrects: ActName | None
    repeals: tuple[ActName, ...]


@click.command("amend")
@click.argument("old", type=PATH, metavar="БЫЛО")
@click.argument("new", type=PATH, metavar="СТАЛО")
@click.option("--number", type=NUMBER, required=True, metavar="НОМЕР", help="номер изменяющего акта")
@click.option("--date", "day", required=True, type=DAY, metavar="ДАТА", help="дата изменяющего акта")
@click.option(
    "-o", "--output", type=PATH, metavar="ФАЙЛ", help=f"записать документ .{DOCX.name} или план .yaml"
)
@click.option("--effective", type=DAY, metavar="ДАТА", help="вступает в силу с этого дня")
@click.option(
    "--applies-since",
    type=DAY,
    metavar="ДАТА",
    help="распространяется на отношения с этого дня",
)
@click.option("--ground", default="", metavar="СЛОВА", help="основание: «в связи с технической ошибкой»")
@click.option("--corrects", type=ACT, metavar="АКТ", help="исправляет ошибку акта: 41@01.03.2024")
@click.option(
    "--repeals",
    type=ACT,
    multiple=True,
    metavar="АКТ",
    help="признаёт утратившим силу прежний акт",
)
@click.option("--record", is_flag=True, help="записать акт и номера единиц в файл СТАЛО")
def command(  # noqa: PLR0913 - an option each
    *, old: Path, new: Path, number: str, day: date, output: Path | None, record: bool, **life: Unpack[_Life]
) -> None:
    """Составить приказ о внесении изменений, который прежний план превращает в новый.

    Без -o печатает приказ как файл плана, с -o приказ.yaml – записывает: его можно поправить и собрать.
    """
    if record and not os.path.isfile(new):
        raise click.UsageError(f"историю можно записать только в файл, а «{new}» – не файл")
    _demand_possible(day, life)
    before, requisites = plan_at(old), Requisites(day, number, **life)
    after = with_pending(plan_at(new), before, day)
    drafted = amending_order(before.plan, after.plan, requisites)
    # the history is about to say what the number of a provision will be
    order = reported(drafted, silent=OTHER_NUMBER if record else None)
    say(_stale_calendar_plans(before, after))
    title = order.order.title
    history = reported(recorded(edition_of(before), edition_of(after), requisites, title)) if record else None
    put_order(replace(after, plan=order), output)
    if history is not None:
        keep(new, history)


def _demand_possible(day: date, life: _Life) -> None:
    """Wrong use if the act would be in force before it was signed."""
    effective, applies = life["effective"] or day, life["applies_since"]
    if effective < day:
        raise click.UsageError(
            "акт не действует раньше подписания; на прежние сроки его распространяют словами --applies-since"
        )
    if applies and applies > effective:
        raise click.UsageError("--applies-since не позже вступления в силу: позднее акт действует и так")


def _stale_calendar_plans(before: Compiled, after: Compiled) -> Iterator[Diagnostic]:
    """Appendices that print the dates of the plan, and would print others now."""
    former = {each.id for each in before.plan.appendices if CalendarPlan() in each.parts}
    left = [each for each in after.plan.appendices if each.id in former and CalendarPlan() in each.parts]
    wording = after.plan.profile.wording
    if not left or calendar_plan(before.of_text, wording) == calendar_plan(after.of_text, wording):
        return
    for appendix in left:
        message = f"календарный план «{appendix.title}» останется с прежними сроками"
        hint = "добавьте пункт, который излагает это приложение в новой редакции, и приложите его"
        yield Diagnostic(STALE_CALENDAR_PLAN, message, None, hints=(hint,))
