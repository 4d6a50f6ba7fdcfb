"""`roadmapc calendar`."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn, Unpack

import click

from roadmapc.cli.executors import ids_of
from roadmapc.cli.files import form_of, has_colours, put
from roadmapc.cli.options import CalendarFlags, as_of_option, calendar_options, output_options
from roadmapc.cli.parameters import DAY
from roadmapc.cli.paths import PATH, plans
from roadmapc.cli.plan_dates import compiled_or_left, dates_of, parts_of
from roadmapc.cli.report import encoded, exit_code, say
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.render.agenda.joint import Part, merged, within
from roadmapc.render.answers.calendar_table import COLOURED, PLAIN, calendar_table, span_summary
from roadmapc.render.formats import OF_BUILD, OF_CALENDAR, REGISTER, XLSX
from roadmapc.schedule.asked import DaySpan, week_of
from roadmapc.text.dates import digits

_FORMS = ("table", "json", *OF_CALENDAR)


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
    chosen = plans(paths)
    if form == "json":
        report, found = _in_json(chosen, as_of, flags["executor"], span)
        put(encoded(report), output)
        _leave_with(found)
    asked, found = dates_of(chosen, as_of, has_reminders=flags["reminders"])
    shown = parts_of(asked, flags["executor"])
    summary = ""
    if span is not None:
        shown, summary = _within(shown, span)
    if form == "table":
        colours = COLOURED if has_colours(output) else PLAIN
        put(calendar_table(merged([part.agenda for part in shown]), summary, colours), output)
    else:
        day = max(each.day for each in asked)
        from roadmapc.outputs import joint_file  # noqa: PLC0415 - slow to import

        made = joint_file(shown, day, output_options((), flags), OF_CALENDAR[form])
        found += made.diagnostics
        if made.value is not None:
            put(made.value, output)
    _leave_with(found)


def _leave_with(found: Sequence[Diagnostic]) -> NoReturn:
    say(found)
    sys.exit(exit_code(found))


def _within(parts: Sequence[Part], span: DaySpan) -> tuple[list[Part], str]:
    """What is due in the days that are asked about, and how much of it in words."""
    days = (each.due for part in parts for each in part.agenda.occurrences)
    following = min((day for day in days if span.last_day and day > span.last_day), default=None)
    found = [part._replace(agenda=within(part.agenda, *span)) for part in parts]
    return found, span_summary(span, sum(len(part.agenda.occurrences) for part in found), following)


def _in_json(
    paths: Sequence[Path], as_of: date | None, executor: str | None, span: DaySpan | None
) -> tuple[str, tuple[Diagnostic, ...]]:
    """The report for programs, which says more of plans than calendars show; with errors of these."""
    from roadmapc.render.answers.calendar_json import calendars_json  # noqa: PLC0415 - of compiled plans
    from roadmapc.schedule.selection import due_within, names_in, of_executor  # noqa: PLC0415

    compiled, found = compiled_or_left(paths, as_of)
    calendars = [each.calendar for each in compiled]
    if executor is not None:
        ids = ids_of(executor, [names_in(each.plan.organisation) for each in compiled])
        calendars = [of_executor(calendar, *each) for calendar, each in zip(calendars, ids, strict=True)]
    if span is not None:
        calendars = [due_within(calendar, span) for calendar in calendars]
    return calendars_json(calendars), found


def _form(asked: str | None, output: Path | None) -> str:
    """The form of the calendar; wrong use if build writes it alone, or if a workbook has no place there."""
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if suffix in OF_BUILD.keys() - OF_CALENDAR.keys():
        raise click.UsageError(f"в виде {suffix} календарь пишет build, здесь есть: {', '.join(_FORMS)}")
    form = form_of(asked, output, _FORMS)
    if form == XLSX.name:
        _demand_workbook(output)
    return form


def _demand_workbook(output: Path | None) -> None:
    """Wrong use if a workbook has no place there."""
    if output is None:
        if sys.stdout.isatty():
            raise click.UsageError(f"таблица не для экрана: назовите файл, например -o {REGISTER}")
        return
    from roadmapc.outputs import filled_register  # noqa: PLC0415

    register = filled_register(output, {}).value
    if register is not None and register.is_written:  # only a build can carry marks over
        raise click.UsageError(f"в «{output}» есть отметки; их переносит build, здесь назовите другой файл")


def _span(flags: _Flags) -> DaySpan | None:
    """The days that are asked about: those of the week between the two days; `None` for all of them."""
    first_day, last_day, week = flags["first_day"], flags["last_day"], flags["week"]
    if week is not None:
        first_day = max(filter(None, (first_day, week.first_day)), default=None)
        last_day = min(filter(None, (last_day, week.last_day)), default=None)
    if first_day and last_day and last_day < first_day:
        raise click.UsageError(f"дней нет: {digits(last_day)} раньше, чем {digits(first_day)}")
    return DaySpan(first_day, last_day) if first_day or last_day else None
