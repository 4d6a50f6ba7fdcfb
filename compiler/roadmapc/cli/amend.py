"""`roadmapc amend`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from roadmapc.amend.codes import OTHER_NUMBER, STALE_CALENDAR_PLAN
from roadmapc.amend.from_plans import amending_order
from roadmapc.amend.order import Requisites
from roadmapc.amend.record import recorded
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import exit_code, say
from roadmapc.cli.rewriting import rewrite_text
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.plan import CalendarPlan
from roadmapc.outputs import Wishes, document
from roadmapc.pipeline import Compiled, compile_unchecked
from roadmapc.render.calendar_plan import calendar_plan
from roadmapc.workspace import add

T = TypeVar("T")

_DAY = click.DateTime(["%d.%m.%Y", "%Y-%m-%d"])


@click.command("amend")
@click.argument("old", type=PATH, metavar="БЫЛО")
@click.argument("new", type=PATH, metavar="СТАЛО")
@click.option("--number", required=True, metavar="НОМЕР", help="номер изменяющего приказа")
@click.option("--date", "day", required=True, type=_DAY, metavar="ДАТА", help="дата изменяющего приказа")
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ.docx", help="записать документ")
@click.option("--record", is_flag=True, help="записать приказ и номера единиц в файл СТАЛО")
def command(  # noqa: PLR0913 - an option each
    *, old: Path, new: Path, number: str, day: datetime, output: Path | None, record: bool
) -> None:
    """Составить приказ о внесении изменений, который прежний план превращает в новый.

    Без -o печатает приказ как файл плана: его можно поправить и собрать командой build.
    """
    if record and not os.path.isfile(new):
        raise click.UsageError(f"историю можно записать только в файл, а «{new}» – не файл")
    before, after, requisites = _compiled(old), _compiled(new), Requisites(day.date(), number)
    drafted = amending_order(before.plan, after.plan, requisites)
    order = _taken(drafted, unsaid=OTHER_NUMBER if record else None)
    say(_stale_calendar_plans(before, after))
    history = _taken(recorded(before.plan, after.plan, requisites, order.order.title)) if record else None
    if output is None:
        click.echo(order.file.text, nl=False)
    else:
        _write(replace(after, plan=order), output)
    if history is not None:
        rewrite_text(new, history)


def _compiled(path: Path) -> Compiled:
    """A plan; leaves the program if it cannot be read."""
    outcome = compile_unchecked(path)
    if outcome.value is None:
        say(each for each in outcome.diagnostics if exit_code((each,)))
        sys.exit(1)
    return outcome.value


def _taken(outcome: Outcome[T], unsaid: Code | None = None) -> T:
    """What was made, after all that is said of the amendment; leaves the program if there is nothing."""
    said = (each for each in outcome.diagnostics if each.code.id.startswith("A"))
    say(each for each in said if each.code is not unsaid)
    if outcome.value is None:
        sys.exit(1)
    return outcome.value


def _stale_calendar_plans(before: Compiled, after: Compiled) -> Iterator[Diagnostic]:
    """Appendices that print the dates of the plan, and would print others now."""
    wording = after.plan.profile.wording
    if calendar_plan(before.calendar, wording) == calendar_plan(after.calendar, wording):
        return
    former = {each.id for each in before.plan.appendices if CalendarPlan() in each.parts}
    for appendix in after.plan.appendices:
        if appendix.id in former and CalendarPlan() in appendix.parts:
            message = f"календарный план «{appendix.title}» останется с прежними сроками"
            hint = "добавьте пункт, который излагает это приложение в новой редакции, и приложите его"
            yield Diagnostic(STALE_CALENDAR_PLAN, message, None, hints=(hint,))


def _write(compiled: Compiled, output: Path) -> None:
    """The document, built as any other order; leaves the program if it cannot be."""
    built = document(compiled, Wishes(("docx",)))
    said = built.diagnostics
    if built.value is not None:
        said = (*said, *add(output.parent, {output.name: (built.value,)}).diagnostics)
    say(said)
    if exit_code(said):
        sys.exit(1)
