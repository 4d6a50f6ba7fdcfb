"""`roadmapc calendar`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click

from roadmapc.cli.options import CalendarFlags, calendar_options, wishes
from roadmapc.cli.paths import PATH, plans
from roadmapc.cli.report import exit_code, say
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.outputs import Wishes, joint_agenda, joint_outputs
from roadmapc.pipeline import Compiled, compile_plan
from roadmapc.render.calendar_json import calendars_json
from roadmapc.render.calendar_table import calendar_table
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.schedule.selection import due_between, of_executor, week_of
from roadmapc.text.similar import did_you_mean
from roadmapc.workspace import add

_DATES = ("%d.%m.%Y", "%Y-%m-%d")
_DAY = click.DateTime(_DATES)
_FILES = {"csv": ("xlsx", "register.csv"), "ics": ("ics", "calendar.ics"), "xlsx": ("xlsx", "register.xlsx")}
"""Forms that are files of a build: which of its formats makes them, and under what name."""


class _Filters(TypedDict):
    """Which duties are asked for."""

    executor: str | None
    first_day: datetime | None
    last_day: datetime | None
    week: tuple[date, date] | None


class _Flags(_Filters, CalendarFlags):
    """Everything that narrows or shapes the answer."""


def _week(
    context: click.Context, parameter: click.Parameter, written: str | None
) -> tuple[date, date] | None:
    """The week of the written day, or of today: the only place where the clock is asked."""
    if written is None:
        return None
    if not written:
        return week_of(date.today())
    day: datetime = _DAY.convert(written, parameter, context)
    return week_of(day.date())


@click.command("calendar")
@click.argument("paths", nargs=-1, type=PATH, metavar="[ПЛАН]…")
@click.option("--executor", metavar="ИМЯ", help="только обязанности этого исполнителя (имя из справочника)")
@click.option("--from", "first_day", type=_DAY, metavar="ДАТА", help="не раньше этого дня")
@click.option("--to", "last_day", type=_DAY, metavar="ДАТА", help="не позже этого дня")
@click.option(
    "--week",
    is_flag=False,
    flag_value="",
    callback=_week,
    metavar="[ДАТА]",
    help="эта неделя или неделя даты",
)
@click.option("--format", "form", type=click.Choice(("table", "json", *_FILES)), default="table", help="вид")
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ", help="записать в файл")
@calendar_options
def command(paths: tuple[Path, ...], form: str, output: Path | None, **flags: Unpack[_Flags]) -> None:
    """Показать календарь плана: что, кто и до какого дня; что осталось без даты и почему.

    Из нескольких планов получается общий календарь.
    """
    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise click.UsageError("таблица не для экрана: назовите файл, например -o register.xlsx")
    outcomes = [compile_plan(path) for path in plans(paths)]
    said = [each for outcome in outcomes for each in outcome.diagnostics if exit_code((each,))]
    compiled = [outcome.value for outcome in outcomes if outcome.value is not None]
    if len(compiled) < len(outcomes):
        say(said)
        sys.exit(1)
    said += _put(_written(_narrowed(compiled, flags), form, wishes((), flags)), output)
    say(said)
    sys.exit(exit_code(said))


def _narrowed(compiled: Sequence[Compiled], filters: _Filters) -> list[Compiled]:
    if filters["executor"] is not None:
        _demand(filters["executor"], compiled)
    return [replace(each, calendar=_selected(each.calendar, filters)) for each in compiled]


def _selected(calendar: PlanCalendar, filters: _Filters) -> PlanCalendar:
    if filters["executor"] is not None:
        calendar = of_executor(calendar, filters["executor"])
    if filters["week"] is not None:
        calendar = due_between(calendar, *filters["week"])
    first_day, last_day = filters["first_day"], filters["last_day"]
    if first_day is None and last_day is None:
        return calendar
    return due_between(calendar, first_day and first_day.date(), last_day and last_day.date())


def _demand(executor: str, compiled: Sequence[Compiled]) -> None:
    """Wrong use if no directory has the name."""
    directories = [each.plan.organisation for each in compiled]
    known = {name for one in directories for name in (*one.bodies, *one.officials)}
    if executor not in known:
        hints = did_you_mean(executor, known) or (f"есть: {', '.join(sorted(known))}",)
        raise click.BadParameter(f"исполнителя «{executor}» нет; {hints[0]}", param_hint="--executor")


def _written(compiled: Sequence[Compiled], form: str, wanted: Wishes) -> bytes:
    if form == "json":
        return calendars_json([each.calendar for each in compiled]).encode()
    if form == "table":
        return calendar_table(joint_agenda(compiled)).encode()
    form, name = _FILES[form]
    return b"".join(joint_outputs(compiled, replace(wanted, formats=(form,)), {})[name])


def _put(content: bytes, output: Path | None) -> tuple[Diagnostic, ...]:
    """To the file, or where results go."""
    if output is not None:
        return add(output.parent, {output.name: (content,)}).diagnostics
    click.echo(content, nl=False)
    return ()
