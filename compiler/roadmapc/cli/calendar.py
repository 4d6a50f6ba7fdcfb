"""`roadmapc calendar`."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from roadmapc.cli.report import exit_code, say
from roadmapc.pipeline import Compiled, compile_plan
from roadmapc.render.calendar_csv import calendar_csv
from roadmapc.render.calendar_json import calendar_json
from roadmapc.render.calendar_table import calendar_table
from roadmapc.render.events import calendars
from roadmapc.schedule.plan_calendar import Duty
from roadmapc.text.similar import did_you_mean
from roadmapc.workspace import build_day

_DAY = click.DateTime(["%d.%m.%Y", "%Y-%m-%d"])


@click.command("calendar")
@click.argument("plan", type=click.Path(path_type=Path), metavar="ПЛАН")
@click.option("--executor", metavar="ИМЯ", help="только обязанности этого исполнителя (имя из справочника)")
@click.option("--from", "first_day", type=_DAY, metavar="ДАТА", help="не раньше этого дня")
@click.option("--to", "last_day", type=_DAY, metavar="ДАТА", help="не позже этого дня")
@click.option(
    "--format", "form", type=click.Choice(("table", "json", "csv", "ics")), default="table", help="вид"
)
def command(
    plan: Path, executor: str | None, first_day: datetime | None, last_day: datetime | None, form: str
) -> None:
    """Показать календарь плана: что, кто и до какого дня; что осталось без даты и почему."""
    outcome = compile_plan(plan)
    said = [diagnostic for diagnostic in outcome.diagnostics if exit_code((diagnostic,))]
    say(said)
    if outcome.value is None:
        sys.exit(1)
    compiled = outcome.value if executor is None else _of_executor(outcome.value, executor)
    compiled = _between(
        compiled, first_day.date() if first_day else None, last_day.date() if last_day else None
    )
    click.echo(_written(compiled, form), nl=False)
    sys.exit(exit_code(said))


def _of_executor(compiled: Compiled, executor: str) -> Compiled:
    known = compiled.plan.organisation.bodies
    if executor not in known:
        hints = did_you_mean(executor, known) or (f"есть: {', '.join(known)}",)
        raise click.BadParameter(f"исполнителя «{executor}» нет; {hints[0]}", param_hint="--executor")
    calendar = compiled.calendar
    entries = tuple(entry for entry in calendar.entries if _has(entry.duty, executor))
    undated = tuple(each for each in calendar.undated if _has(each.duty, executor))
    return replace(compiled, calendar=replace(calendar, entries=entries, undated=undated))


def _has(duty: Duty, executor: str) -> bool:
    return any(body.id == executor for body in duty.bodies)


def _between(compiled: Compiled, first_day: date | None, last_day: date | None) -> Compiled:
    """Entries due in the days given; what has no date is left out as soon as a day is given."""
    if first_day is None and last_day is None:
        return compiled
    first, last = first_day or date.min, last_day or date.max
    entries = tuple(entry for entry in compiled.calendar.entries if first <= entry.occurrence.due <= last)
    return replace(compiled, calendar=replace(compiled.calendar, entries=entries, undated=()))


def _written(compiled: Compiled, form: str) -> str:
    plan, calendar = compiled.plan, compiled.calendar
    if form == "json":
        return calendar_json(calendar)
    if form == "csv":
        return calendar_csv(calendar.entries)
    if form == "ics":
        day = build_day(plan.order.date, plan.period.first_day)
        return calendars(calendar, day)["calendar.ics"].decode()
    return calendar_table(calendar.entries, calendar.undated)
