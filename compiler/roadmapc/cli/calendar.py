"""`roadmapc calendar`."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import click

from roadmapc.cli.options import DAY, CalendarFlags, calendar_options, wishes
from roadmapc.cli.paths import PATH, plans
from roadmapc.cli.report import exit_code, leave, say
from roadmapc.cli.result import has_colours, put
from roadmapc.diagnostics.outcome import errors
from roadmapc.outputs import Wishes, filled_register, joint_agenda, joint_file
from roadmapc.pipeline import Compiled, compile_unchecked
from roadmapc.render.answers.calendar_json import calendars_json
from roadmapc.render.answers.calendar_table import COLOURED, PLAIN, calendar_table, span_summary
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.schedule.selection import DaySpan, due_within, next_due, of_executor, week_of
from roadmapc.text.dates import digits
from roadmapc.text.similar import did_you_mean

_FORMS = ("table", "json", "csv", "ics", "xlsx")
_OTHER_KINDS = frozenset(("pdf", "docx", "html"))
"""Forms that are outputs of a build alone."""


class _Filters(TypedDict):
    """Which duties are asked for."""

    executor: str | None
    first_day: date | None
    last_day: date | None
    week: DaySpan | None


class _Flags(_Filters, CalendarFlags):
    """Everything that narrows or shapes the answer."""


def _week(context: click.Context, parameter: click.Parameter, written: str | None) -> DaySpan | None:
    """The week of the written day, or of today: the only place where the clock is asked."""
    if written is None:
        return None
    if not written:
        return week_of(date.today())
    return week_of(DAY.convert(written, parameter, context))


@click.command("calendar")
@click.argument("paths", nargs=-1, type=PATH, metavar="[ПЛАН]…")
@click.option("--executor", metavar="ИМЯ", help="только обязанности этого исполнителя (имя из справочника)")
@click.option("--from", "first_day", type=DAY, metavar="ДАТА", help="не раньше этого дня")
@click.option("--to", "last_day", type=DAY, metavar="ДАТА", help="не позже этого дня")
@click.option(
    "--week",
    is_flag=False,
    flag_value="",
    callback=_week,
    metavar="[ДАТА]",
    help="сроки этой недели; с датой – той, в которую она входит",
)
@click.option("--format", "form", type=click.Choice(_FORMS), default="table", help="вид")
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ", help="записать в файл")
@calendar_options
def command(paths: tuple[Path, ...], form: str, output: Path | None, **flags: Unpack[_Flags]) -> None:
    """Показать календарь плана: что, кто и до какого дня; что осталось без даты и почему.

    Из нескольких планов получается общий календарь.
    """
    _demand_form(form, output)
    stretch = _stretch(flags)
    outcomes = [compile_unchecked(path) for path in plans(paths)]
    said = [each for outcome in outcomes for each in errors(outcome.diagnostics)]
    compiled = [outcome.value for outcome in outcomes if outcome.value is not None]
    if len(compiled) < len(outcomes):
        leave(said)
    chosen, summary = _narrowed(compiled, flags["executor"], stretch)
    if form == "table":
        colours = COLOURED if has_colours(output) else PLAIN
        put(calendar_table(joint_agenda(chosen), summary, colours), output)
    else:
        put(_written(chosen, form, wishes((), flags)), output)
    say(said)
    sys.exit(exit_code(said))


def _demand_form(form: str, output: Path | None) -> None:
    """Wrong use if the name of the file promises another form, or if a workbook has no place."""
    kind = output.suffix.lower().removeprefix(".") if output else ""
    if kind in _OTHER_KINDS:
        raise click.UsageError(f"в виде {kind} календарь пишет build, здесь есть: {', '.join(_FORMS)}")
    if kind in _FORMS and kind != form:
        raise click.UsageError(f"файл «.{kind}» получится с --format {kind}, а назван вид {form}")
    if form == "xlsx":
        _demand_place(output)


def _demand_place(output: Path | None) -> None:
    """Wrong use if a workbook would go to a screen, or over marks, which only a build can carry over."""
    if output is None:
        if sys.stdout.isatty():
            raise click.UsageError("таблица не для экрана: назовите файл, например -o register.xlsx")
        return
    kept = filled_register(output, ()).value
    if kept is not None and kept.rows:
        raise click.UsageError(f"в «{output}» есть отметки; их переносит build, здесь назовите другой файл")


def _narrowed(
    compiled: Sequence[Compiled], executor: str | None, stretch: DaySpan | None
) -> tuple[list[Compiled], str]:
    """What is asked for, and how much of it there is; no words if no days are named."""
    calendars = _of_executor(compiled, executor)
    narrowed, summary = calendars, ""
    if stretch is not None:
        narrowed = [due_within(calendar, stretch) for calendar in calendars]
        count = sum(len(calendar.entries) for calendar in narrowed)
        summary = span_summary(stretch, count, next_due(calendars, stretch))
    pairs = zip(compiled, narrowed, strict=True)
    return [replace(each, calendar=calendar) for each, calendar in pairs], summary


def _of_executor(compiled: Sequence[Compiled], executor: str | None) -> list[PlanCalendar]:
    calendars = [each.calendar for each in compiled]
    if executor is None:
        return calendars
    _demand(executor, compiled)
    return [of_executor(calendar, executor) for calendar in calendars]


def _stretch(filters: _Filters) -> DaySpan | None:
    """The days that are asked about: those of the week between the two days; `None` for all of them."""
    first_day, last_day, week = filters["first_day"], filters["last_day"], filters["week"]
    if week is not None:
        first_day = max(filter(None, (first_day, week.first_day)), default=None)
        last_day = min(filter(None, (last_day, week.last_day)), default=None)
    if first_day and last_day and last_day < first_day:
        raise click.UsageError(f"дней нет: {digits(last_day)} раньше, чем {digits(first_day)}")
    return DaySpan(first_day, last_day) if first_day or last_day else None


def _demand(executor: str, compiled: Sequence[Compiled]) -> None:
    """Wrong use if no directory has the name."""
    directories = [each.plan.organisation for each in compiled]
    known = {name for one in directories for name in (*one.bodies, *one.officials)}
    if executor not in known:
        hints = did_you_mean(executor, known) or (f"есть: {', '.join(sorted(known))}",)
        raise click.BadParameter(f"исполнителя «{executor}» нет; {hints[0]}", param_hint="--executor")


def _written(compiled: Sequence[Compiled], form: str, wanted: Wishes) -> str | bytes:
    if form == "json":
        return calendars_json([each.calendar for each in compiled])
    return joint_file(compiled, wanted, form)
