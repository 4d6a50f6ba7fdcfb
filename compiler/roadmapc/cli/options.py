"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict, TypeVar

import click

from roadmapc.pipeline import Wishes
from roadmapc.render.ics.event import Kind

Command = TypeVar("Command", bound=Callable[..., Any])


class CalendarFlags(TypedDict):
    """How calendar files are wanted."""

    todo: bool
    reminders: bool


def calendar_options(command: Command) -> Command:
    """Add the flags of calendar files to a command."""
    todo = click.option("--todo", is_flag=True, help="в файлах .ics задачи вместо событий")
    reminders = click.option("--reminders", is_flag=True, help="в файлах .ics напоминания заранее")
    return todo(reminders(command))


def wishes(formats: tuple[str, ...], flags: CalendarFlags) -> Wishes:
    """What to make, by the options given."""
    kind = Kind.TASK if flags["todo"] else Kind.EVENT
    return Wishes(formats, kind, has_reminders=flags["reminders"])
