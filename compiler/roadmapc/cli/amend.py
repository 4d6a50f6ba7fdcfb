"""`roadmapc amend`."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from roadmapc.amend.codes import OTHER_NUMBER, STALE_CALENDAR_PLAN
from roadmapc.amend.from_plans import amending_order
from roadmapc.amend.order import Requisites
from roadmapc.amend.record import Edition, recorded
from roadmapc.cli.files import put, rewrite_text
from roadmapc.cli.inputs import document_of, plan_at
from roadmapc.cli.options import DAY, NUMBER
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import encoded, say
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.edition.codes import NOT_CARRIED_OUT
from roadmapc.model.parts import CalendarPlan
from roadmapc.pipeline import Compiled
from roadmapc.render.document.calendar_plan import calendar_plan
from roadmapc.render.formats import DOCX

T = TypeVar("T")


@click.command("amend")
@click.argument("old", type=PATH, metavar="БЫЛО")
@click.argument("new", type=PATH, metavar="СТАЛО")
@click.option("--number", type=NUMBER, required=True, metavar="НОМЕР", help="номер изменяющего акта")
@click.option("--date", "day", required=True, type=DAY, metavar="ДАТА", help="дата изменяющего акта")
@click.option(
    "-o", "--output", type=PATH, metavar="ФАЙЛ", help=f"записать документ .{DOCX.name} или план .yaml"
)
@click.option("--record", is_flag=True, help="записать акт и номера единиц в файл СТАЛО")
def command(  # noqa: PLR0913 - an option each
    *, old: Path, new: Path, number: str, day: date, output: Path | None, record: bool
) -> None:
    """Составить приказ о внесении изменений, который прежний план превращает в новый.

    Без -o печатает приказ как файл плана, с -o приказ.yaml – записывает: его можно поправить и собрать.
    """
    if record and not os.path.isfile(new):
        raise click.UsageError(f"историю можно записать только в файл, а «{new}» – не файл")
    before, after, requisites = plan_at(old), plan_at(new), Requisites(day, number)
    drafted = amending_order(before.plan, after.plan, requisites)
    # the history is about to say what the number of a provision will be
    order = _reported(drafted, silent=OTHER_NUMBER if record else None)
    say(_stale_calendar_plans(before, after))
    title = order.order.title
    history = _reported(recorded(_edition(before), _edition(after), requisites, title)) if record else None
    is_document = output is not None and output.suffix not in (".yaml", ".yml")
    put(document_of(replace(after, plan=order)) if is_document else encoded(order.file.text), output)
    if history is not None:
        for name, words in history.files.items():
            (new.parent / name).parent.mkdir(parents=True, exist_ok=True)
            rewrite_text(new.parent / name, words)
        rewrite_text(new, history.plan)


def _edition(compiled: Compiled) -> Edition:
    return Edition(compiled.plan, compiled.surroundings.texts, compiled.surroundings.life)


def _reported(outcome: Outcome[T], silent: Code | None = None) -> T:
    """What was made, after all that is said of the amendment; leaves the program if there is nothing."""
    diagnostics = (
        each for each in outcome.diagnostics if each.code.id.startswith("A") or each.code is NOT_CARRIED_OUT
    )
    say(each for each in diagnostics if each.code is not silent)
    if outcome.value is None:
        sys.exit(1)
    return outcome.value


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
