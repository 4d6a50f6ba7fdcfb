"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from roadmapc.cli.parameters import DAY, NUMBER

if TYPE_CHECKING:
    from roadmapc.model.registration import Registration
    from roadmapc.render.formats import Format
    from roadmapc.state.wanted import OutputOptions

Command = TypeVar("Command", bound=Callable[..., Any])


class CalendarFlags(TypedDict):
    """How calendar files are wanted."""

    todo: bool
    rrule: bool
    bars: bool
    reminders: bool


class OrderFlags(TypedDict):
    """How orders are wanted."""

    number: str
    """Empty if not given."""
    date: date | None
    templates: Path | None


class BuildFlags(CalendarFlags, OrderFlags):
    """How everything is wanted."""


def calendar_options(command: Command) -> Command:
    """Add the flags of calendar files to a command."""
    todo = click.option("--todo", is_flag=True, help="в файлах .ics задачи вместо событий")
    rrule = click.option(
        "--rrule", is_flag=True, help="в файлах .ics повторяющиеся события, где это возможно"
    )
    reminders = click.option(
        "--reminders", is_flag=True, help="в файлах .ics напоминания заранее, как велит профиль"
    )
    bars = click.option(
        "--bars",
        is_flag=True,
        help="в файлах .ics долгие сроки полосой на все дни, а не событием в последний",
    )
    return todo(rrule(bars(reminders(command))))


def as_of_option(command: Command) -> Command:
    """Add the day whose edition is wanted."""
    words = "редакция, которая действовала в этот день; без него – последняя"
    return click.option("--as-of", "as_of", type=DAY, metavar="ДАТА", help=words)(command)


def jobs_option(verb: str) -> Callable[[Command], Command]:
    """Add how many processes work at a time; the verb says what they do with plans."""
    words = f"сколько планов {verb} одновременно; по умолчанию 1"
    return click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="ЧИСЛО", help=words)


def engine_options(command: Command) -> Command:
    """Add by whom the work is done besides the processes of this computer."""
    engine = click.option(
        "--engine",
        type=click.Choice(("processes", "dask")),
        default="processes",
        help="кто работает: процессы этого компьютера или исполнители Dask",
    )
    words = "планировщик Dask; без него исполнители заводятся здесь"
    scheduler = click.option("--scheduler", default="", metavar="АДРЕС", help=words)
    return engine(scheduler(command))


def order_options(command: Command) -> Command:
    """Add what registration gives an order, and the folder of its template."""
    number = click.option(
        "--number", type=NUMBER, default="", metavar="НОМЕР", help="регистрационный номер без знака №"
    )
    day = click.option("--date", type=DAY, metavar="ДАТА", help="дата подписания")
    templates = click.option(
        "--templates",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        metavar="ПАПКА",
        help="где лежит свой шаблон order.docx",
    )
    return number(day(templates(command)))


def registration(flags: OrderFlags) -> "Registration":
    """What registration gave the order, by the options given."""
    from roadmapc.model.registration import Registration  # noqa: PLC0415 - help need not wait for it

    return Registration(flags["number"], flags["date"])


def output_options(formats: "tuple[Format, ...]", flags: CalendarFlags) -> "OutputOptions":
    """What to make, by the options given."""
    from roadmapc.render.ics.event import EntryForm, EntryKind  # noqa: PLC0415 - nor for these
    from roadmapc.state.wanted import OutputOptions  # noqa: PLC0415

    if flags["todo"] and flags["rrule"]:
        raise click.UsageError("задачи не повторяются: выберите --todo или --rrule")
    form = EntryForm(
        EntryKind.TASK if flags["todo"] else EntryKind.EVENT,
        has_series=flags["rrule"],
        has_bars=flags["bars"],
    )
    return OutputOptions(formats, form, has_reminders=flags["reminders"])
