"""A day and how long it lasts from then on: «с 1 июня, продолжительностью 21 день»."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from roadmapc.deadline.ast import (
    THIS_YEAR,
    Between,
    Bound,
    Direction,
    Duration,
    Moment,
    NthOf,
    Relative,
    Stretch,
    Year,
)
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.codes import APPROXIMATE
from roadmapc.deadline.existence import is_possible
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import month_of, root
from roadmapc.deadline.unit import MONTHS_IN_PART, Unit, last_day
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.source.span import Span

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.DECADE: 10}
_MONTHS = MONTHS_IN_PART | {Unit.YEAR: 12}
_ONE_DAY = dt.timedelta(days=1)
_COMMON_YEAR = 2026
"""Stands for a year that nobody named."""
_MARCH = 3


def with_lengths(group: Group, cursor: Cursor) -> Group:
    """The group with each such pair as one window."""
    items = list(group.items)
    content = [at for at, item in enumerate(items) if item.kind not in SIGNS]
    for first, last in pairwise(content):
        is_limit = meaning_at(cursor.tokens, items[last].first) is Meaning.NOT_LATER
        window = _window(items[first], items[last], cursor.problems) if not is_limit else None
        if window is not None:
            return with_lengths(replace(group, items=(*items[:first], window, *items[last + 1 :])), cursor)
    return group


def _window(start: Item, length: Item, problems: Problems) -> Item | None:
    """From a day on, as long as an item behind it says; `None` if the two are no such pair."""
    rule = length.rule
    moment = start.moments[0] if len(start.moments) == 1 else None
    if moment is None or moment.bound is not Bound.FROM or not is_possible(moment, Problems(problems.text)):
        return None
    if not isinstance(rule, Relative) or rule.event is not None or rule.offset is None:
        return None
    last = last_of_length(moment.stretch, rule.offset) if rule.direction is Direction.AFTER else None
    if last is None or rule.bound is not Bound.NOT_LATER:
        return None
    span = Span(start.span.start, length.span.end)
    words = problems.words(span)
    message = f"«{words}» прочитано по {last.ordinal:02}.{month_of(last):02}: первый день в счёт входит"
    problems.add(APPROXIMATE, span, message, "назовите последний день")
    days = Moment(Between(moment.stretch, last), Bound.WITHIN, span)
    return Item(ItemKind.MOMENTS, start.first, length.end, span, (days,))


def last_of_length(first: Stretch, length: Duration) -> NthOf | None:
    """The last of so many days; `None` if it depends on holidays, or on whether a year is a leap year."""
    year = root(first)
    is_day = isinstance(first, NthOf) and first.unit is Unit.DAY and month_of(first) > 0
    if not isinstance(first, NthOf) or not is_day or not (year == THIS_YEAR or isinstance(year, Year)):
        return None
    number = year.number if isinstance(year, Year) else _COMMON_YEAR
    begins = dt.date(number, month_of(first), first.ordinal)
    if length.unit in _DAYS:
        ends = begins + dt.timedelta(days=length.count * _DAYS[length.unit] - 1)
    elif length.unit in _MONTHS:
        ends = _months_on(begins, length.count * _MONTHS[length.unit]) - _ONE_DAY
    else:
        return None
    if isinstance(year, Year):
        return NthOf(Unit.DAY, ends.day, NthOf(Unit.MONTH, ends.month, Year(ends.year)))
    next_march = dt.date(number + (begins.month >= _MARCH), _MARCH, 1)
    is_sure = ends < next_march and ends < _months_on(begins, _MONTHS[Unit.YEAR])
    return NthOf(Unit.DAY, ends.day, NthOf(Unit.MONTH, ends.month, THIS_YEAR)) if is_sure else None


def _months_on(day: dt.date, count: int) -> dt.date:
    """The same day so many months on, or the last one of a shorter month (ГК 192, п. 3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month + 1, min(day.day, last_day(month + 1, year)))
