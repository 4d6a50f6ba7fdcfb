"""Options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypedDict, TypeVar

import click

from roadmapc.outputs import Wishes
from roadmapc.render.ics.event import Form, Kind

_DAY = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")

Command = TypeVar("Command", bound=Callable[..., Any])


class CalendarFlags(TypedDict):
    """How calendar files are wanted."""

    todo: bool
    rrule: bool
    reminders: bool


class OrderFlags(TypedDict):
    """How orders are wanted."""

    number: str
    """Empty if not given, as is the date."""
    date: str
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
    return todo(rrule(reminders(command)))


def order_options(command: Command) -> Command:
    """Add what registration gives an order, and the folder of its template."""
    number = click.option(
        "--number", default="", metavar="НОМЕР", help="регистрационный номер приказа без знака №"
    )
    date = click.option(
        "--date", default="", metavar="ДД.ММ.ГГГГ", callback=_day, help="дата подписания приказа"
    )
    templates = click.option(
        "--templates",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        metavar="ПАПКА",
        help="где лежит свой шаблон order.docx",
    )
    return number(date(templates(command)))


def _day(_context: click.Context, _parameter: click.Parameter, written: str) -> str:
    if written and not _DAY.fullmatch(written):
        raise click.BadParameter(f"«{written}»: дата пишется так: 18.03.2021")
    return written


def wishes(formats: tuple[str, ...], flags: CalendarFlags) -> Wishes:
    """What to make, by the options given."""
    if flags["todo"] and flags["rrule"]:
        raise click.UsageError("задачи не повторяются: выберите --todo или --rrule")
    form = Form(Kind.TASK if flags["todo"] else Kind.EVENT, has_series=flags["rrule"])
    return Wishes(formats, form, has_reminders=flags["reminders"])
