"""Kinds of values that commands take.

They stand apart from the options of a build: a phrase is read and a date explained without the rooms that
options of outputs need, which take half of such a command's time.
"""

from datetime import date
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from roadmapc.model.amendment import ActName


class DayType(click.ParamType):  # type: ignore[type-arg] # generic only in the stubs of newer clicks
    """A day as orders write it, «18.03.2021», or as ISO 8601 does, «2021-03-18»."""

    name = "ДАТА"
    _forms = click.DateTime(["%d.%m.%Y", "%Y-%m-%d"])

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; wrong use if it is none."""
        return self._forms.convert(value, param, ctx).date()


DAY = DayType()


class NumberType(click.ParamType):  # type: ignore[type-arg] # generic only in the stubs of newer clicks
    """A number of registration: what stands in it is printed, and seen."""

    name = "НОМЕР"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The number without spaces around it; wrong use if it is blank or has signs that nobody sees."""
        number = str(value).strip()
        if not str(value).replace("\u00a0", " ").isprintable():
            self.fail("в номере есть знак, которого не видно: наберите номер заново", param, ctx)
        if value and not number:
            self.fail("номер пуст", param, ctx)
        return number


NUMBER = NumberType()


class ActType(click.ParamType):  # type: ignore[type-arg] # generic only in the stubs of newer clicks
    """An act by number and date: «41@01.03.2024»."""

    name = "АКТ"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> "ActName":
        """The name of the act; wrong use if the number or the day is missing."""
        from roadmapc.model.amendment import ActName  # noqa: PLC0415 - a phrase is of no act

        number, _, day = str(value).rpartition("@")
        if not number:
            self.fail("акт называют номером и датой: 41@01.03.2024", param, ctx)
        return ActName(DAY.convert(day, param, ctx), NUMBER.convert(number, param, ctx))


ACT = ActType()
