"""Times of a rule before the working calendar moves them."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.units import Window
from roadmapc.deadline.ast import WINDOWS, Bound, Moment
from roadmapc.deadline.codes import RUNAWAY_SERIES
from roadmapc.deadline.problems import Problems
from roadmapc.source.span import Span

LONGEST_SERIES = 400
"""Times of one rule; a year of days is the longest that anybody controls."""
_WITHIN = Bound.WITHIN


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
    first, last = window
    if moment.bound not in WINDOWS:
        return Time(None, last, moment)
    return Time(first, last if moment.bound is _WITHIN else max(first, horizon.last_day), moment)


def cut(times_of_rule: Iterator[Time], span: Span, problems: Problems) -> list[Time]:
    """The times of a rule, or the first of them if nobody would read on."""
    times = list(islice(times_of_rule, LONGEST_SERIES + 1))
    if len(times) <= LONGEST_SERIES:
        return times
    message = f"ряд «{problems.quote(span)}» длиннее {LONGEST_SERIES} сроков; остальные не показаны"
    problems.add(RUNAWAY_SERIES, span, message, "ограничьте ряд: назовите годы или месяцы")
    return times[:LONGEST_SERIES]
