"""Times of a rule before the working calendar moves them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.units import Window
from roadmapc.deadline.ast import Bound, Moment


class Time(NamedTuple):
    """A window as printed, and the moment that made it."""

    first: date | None
    """`None` for a plain «до X»."""
    nominal: date
    moment: Moment | None
    """`None` if the periodicity alone made it."""
    after_plan: bool = False


def bounded(window: Window, moment: Moment, horizon: Horizon) -> Time:
    """What the preposition makes of the days."""
    if moment.bound is Bound.WITHIN:
        return Time(window.first, window.last, moment)
    if moment.bound is Bound.FROM:
        return Time(window.first, max(window.first, horizon.last_day), moment)
    return Time(None, window.last, moment)
