"""`roadmapc calendar`."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Unpack

import click

from roadmapc.cli.files import has_colours, put
from roadmapc.cli.options import CalendarFlags, as_of_option, calendar_options, output_options
from roadmapc.cli.parameters import DAY
from roadmapc.cli.paths import PATH, plans
from roadmapc.cli.report import encoded, exit_code, leave, say
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import errors
from roadmapc.outputs import filled_register, joint_agenda, joint_file, together
from roadmapc.pipeline import compile_unchecked
from roadmapc.render.answers.calendar_json import calendars_json
from roadmapc.render.answers.calendar_table import COLOURED, PLAIN, calendar_table, span_summary
from roadmapc.render.formats import OF_BUILD, OF_CALENDAR, REGISTER, XLSX
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.schedule.selection import (
    DaySpan,
    due_within,
    named_as,
    names_in,
    next_due,
    of_executor,
    week_of,
)
from roadmapc.text.dates import digits
from roadmapc.text.similar import did_you_mean

_FORMS = ("table", "json", *OF_CALENDAR)
_OF_TEXTS = ("txt", "text", "log")
"""How files with a table are called."""


class _Flags(CalendarFlags):
    """Which duties are asked for, and how calendar files are wanted."""

    executor: str | None
    first_day: date | None
    last_day: date | None
    week: DaySpan | None


def _week(context: click.Context, parameter: click.Parameter, written: str | None) -> DaySpan | None:
    """The week of the written day, or of today: the only place where the clock is asked."""
    if written is None:
        return None
    return week_of(DAY.convert(written, parameter, context) if written else date.today())


@click.command("calendar")
@click.argument("paths", nargs=-1, type=PATH, metavar="[ПЛАН]…")
@click.option(
    "--executor", metavar="ИМЯ", help="только обязанности этого исполнителя: имя, название, должность"
)
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
@click.option(
    "--format", "form", type=click.Choice(_FORMS), help="вид; без него – по имени файла, или таблица"
)
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ", help="записать в файл")
@as_of_option
@calendar_options
def command(
    *,
    paths: tuple[Path, ...],
    form: str | None,
    output: Path | None,
    as_of: date | None,
    **flags: Unpack[_Flags],
) -> None:
    """Показать календарь плана: что, кто и до какого дня; что осталось без даты и почему.

    Из нескольких планов получается общий календарь.
    """
    form = _form(form, output)
    span = _span(flags)
    outcomes = [compile_unchecked(path, day=as_of) for path in plans(paths)]
    diagnostics = [diagnostic for outcome in outcomes for diagnostic in errors(outcome.diagnostics)]
    compiled = [outcome.value for outcome in outcomes if outcome.value is not None]
    if len(compiled) < len(outcomes):  # without one of its plans a calendar would only look complete
        leave(diagnostics)
    calendars = _of_executor(compiled, flags["executor"])
    shown, summary = calendars, ""
    if span is not None:
        shown = [due_within(calendar, span) for calendar in calendars]
        count = sum(len(calendar.entries) for calendar in shown)
        summary = span_summary(span, count, next_due(calendars, span))
    chosen = [replace(each, calendar=calendar) for each, calendar in zip(compiled, shown, strict=True)]
    if form == "table":
        colours = COLOURED if has_colours(output) else PLAIN
        put(calendar_table(joint_agenda(chosen), summary, colours), output)
    elif form == "json":
        put(encoded(calendars_json(shown)), output)
    else:
        made = joint_file(
            together(chosen, Path(), has_reminders=flags["reminders"]),
            output_options((), flags),
            OF_CALENDAR[form],
        )
        diagnostics = [*diagnostics, *made.diagnostics]
        if made.value is not None:
            put(made.value, output)
    say(diagnostics)
    sys.exit(exit_code(diagnostics))


def _form(asked: str | None, output: Path | None) -> str:
    """The form that is asked for, else that of the file's name, else the table.

    Wrong use if the name of the file promises another form, or if a workbook has no place there.
    """
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if suffix in OF_BUILD.keys() - OF_CALENDAR.keys():
        raise click.UsageError(f"в виде {suffix} календарь пишет build, здесь есть: {', '.join(_FORMS)}")
    if not asked and suffix not in {*_FORMS, "", *_OF_TEXTS}:
        raise click.UsageError(f"файлы «.{suffix}» неизвестны: назовите вид, --format {', '.join(_FORMS)}")
    promised = suffix if suffix in _FORMS else ""
    if asked and promised and promised != asked:
        raise click.UsageError(f"файл «.{suffix}» получится с --format {suffix}, а назван вид {asked}")
    form = asked or promised or "table"
    if form == XLSX.name:
        _demand_workbook(output)
    return form


def _demand_workbook(output: Path | None) -> None:
    """Wrong use if a workbook has no place there."""
    if output is None:
        if sys.stdout.isatty():
            raise click.UsageError(f"таблица не для экрана: назовите файл, например -o {REGISTER}")
        return
    register = filled_register(output, ()).value
    if register is not None and register.is_written:  # only a build can carry marks over
        raise click.UsageError(f"в «{output}» есть отметки; их переносит build, здесь назовите другой файл")


def _of_executor(compiled: Sequence[Compiled], executor: str | None) -> list[PlanCalendar]:
    """The calendars with the duties of one executor, or of all; wrong use if no directory has the name."""
    calendars = [each.calendar for each in compiled]
    if executor is None:
        return calendars
    directories = [each.plan.organisation for each in compiled]
    named = [named_as(directory, executor) for directory in directories]
    if not any(named):
        known = {each: names for directory in directories for each, names in names_in(directory).items()}
        hints = did_you_mean(executor, [*known, *chain.from_iterable(known.values())])
        hints = hints or (f"есть: {'; '.join(sorted({names[0] for names in known.values()}))}",)
        raise click.BadParameter(f"исполнителя «{executor}» нет; {hints[0]}", param_hint="--executor")
    ambiguous = next((each for each in named if len(each) > 1), None)
    if ambiguous:
        message = f"так названы несколько, выберите имя из справочника: {', '.join(sorted(ambiguous))}"
        raise click.BadParameter(f"«{executor}» – {message}", param_hint="--executor")
    return [of_executor(calendar, *ids) for calendar, ids in zip(calendars, named, strict=True)]


def _span(flags: _Flags) -> DaySpan | None:
    """The days that are asked about: those of the week between the two days; `None` for all of them."""
    first_day, last_day, week = flags["first_day"], flags["last_day"], flags["week"]
    if week is not None:
        first_day = max(filter(None, (first_day, week.first_day)), default=None)
        last_day = min(filter(None, (last_day, week.last_day)), default=None)
    if first_day and last_day and last_day < first_day:
        raise click.UsageError(f"дней нет: {digits(last_day)} раньше, чем {digits(first_day)}")
    return DaySpan(first_day, last_day) if first_day or last_day else None
