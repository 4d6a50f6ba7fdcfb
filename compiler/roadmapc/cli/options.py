"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict, TypeVar

import click

from roadmapc.pipeline import Wishes
from roadmapc.render.ics.event import Form, Kind

Command = TypeVar("Command", bound=Callable[..., Any])


class CalendarFlags(TypedDict):
    """How calendar files are wanted."""

    todo: bool
    rrule: bool
    reminders: bool


def calendar_options(command: Command) -> Command:
    """Add the flags of calendar files to a command."""
    todo = click.option("--todo", is_flag=True, help="в файлах .ics задачи вместо событий")
    rrule = click.option(
        "--rrule", is_flag=True, help="в файлах .ics повторяющиеся события, где это возможно"
    )
    reminders = click.option("--reminders", is_flag=True, help="в файлах .ics напоминания заранее")
    return todo(rrule(reminders(command)))


def wishes(formats: tuple[str, ...], flags: CalendarFlags) -> Wishes:
    """What to make, by the options given."""
    if flags["todo"] and flags["rrule"]:
        raise click.UsageError("задачи не повторяются: выберите --todo или --rrule")
    form = Form(Kind.TASK if flags["todo"] else Kind.EVENT, has_series=flags["rrule"])
    return Wishes(formats, form, has_reminders=flags["reminders"])
