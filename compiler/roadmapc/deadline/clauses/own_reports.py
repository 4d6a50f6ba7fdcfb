"""Reports of a series that are due on a day of their own: «до 10 числа, за IV квартал – до 25 декабря»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmapc.deadline.ast import THIS_MONTH, THIS_YEAR, Between, Current, Moment, NthOf, Recurrence, Role
from roadmapc.deadline.clauses.codes import WHICH_OF_SERIES
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import Item, ItemKind
from roadmapc.deadline.stretch import (
    is_lagged,
    month_behind,
    month_of_year,
    period_of,
    replaced,
    root,
    unit_of,
)
from roadmapc.deadline.unit import MONTHS_IN_PART, Unit
from roadmapc.source.span import Span
from roadmapc.text.regex import regex

LAST_OF_MONTH_BEFORE = 15
"""The last number of a month with which «до 10 числа» is likely the day of a report on the month before."""
_LAST = regex(r"\bпоследн", re.IGNORECASE)
"""«последний отчёт»: the last one of a series."""
_BEHIND = [ItemKind.COMMA, ItemKind.MOMENTS, ItemKind.LABEL]
"""A day and the signs beside it, if its period is told behind it: «…, 12 января – за декабрь»."""
_OF_DAY = [Role.MOMENT, Role.PURPOSE]


def with_parted_reports(groups: Sequence[Group]) -> Iterator[Group]:
    """«ежемесячно до 5 числа, 12 января – за декабрь»: the period is that of the last day alone."""
    for group in groups:
        at = _place_of_own_day(group) if group.is_periodic and group.reported else 0
        if not at:
            yield group
            continue
        start = group.items[at].span.start
        marks = tuple(mark for mark in group.marks if mark.span.start >= start)
        particulars = tuple(each for each in group.particulars if each.span.start >= start)
        kept = tuple(mark for mark in group.marks if mark not in marks)
        hours = tuple(each for each in group.particulars if each not in particulars)
        series = replace(group, items=group.items[: at - 1], purpose="", reported=(), marks=kept)
        yield replace(series, particulars=hours)
        own = replace(group, items=group.items[at:], marks=marks, particulars=particulars, notes=())
        yield replace(own, first_date=group.items[at].span, is_periodic=False, exceptions=())


def _place_of_own_day(group: Group) -> int:
    """Where the day stands whose period is told behind it; 0 if there is none."""
    places = (at for at in range(2, len(group.items) - 1) if _is_day_of_report(group, at))
    are_numbered = all(isinstance(period, NthOf) for period in group.reported)
    return next(places, 0) if are_numbered else 0


def _is_day_of_report(group: Group, at: int) -> bool:
    """Whether a day stands at an index, behind a comma and before a dash and a period."""
    kinds = [item.kind for item in group.items[at - 1 : at + 2]]
    day = group.items[at]
    roles = [mark.role for mark in group.marks if mark.span.start >= day.span.start][: len(_OF_DAY)]
    is_named = bool(day.moments) and all(month_of_year(moment.stretch) > 0 for moment in day.moments)
    return kinds == _BEHIND and roles == _OF_DAY and is_named


def with_own_reports(groups: Sequence[Group], problems: Problems) -> list[Group]:
    """The groups, each series without its reports on the periods that have a day of their own behind it."""
    parted = list(groups)
    at = 0
    for behind, told in enumerate(groups):
        series = parted[at]
        own = parted[behind] = _within_month(series, told) if behind > at else told
        last = _last_of(series, own) if behind > at else ()
        if last:
            exception = replace(own.items[-1], kind=ItemKind.EXCEPTION, moments=last)
            parted[at] = replace(series, exceptions=(*series.exceptions, exception))
            continue
        if behind == at or not _has_own_reports(series, own):
            at = behind
            continue
        places = [mark.span for mark in own.marks]
        span = Span(min(place.start for place in places), max(place.end for place in places))
        if _is_on_month_before(series):
            due = _due_behind(own)
            if due:  # «ежемесячно до 5 числа, за январь – до 10 февраля»
                exception = replace(own.items[-1], kind=ItemKind.EXCEPTION, moments=due)
                parted[at] = replace(parted[at], exceptions=(*parted[at].exceptions, exception))
            else:
                _say_kept(span, problems)
            continue
        exception = Item(
            ItemKind.EXCEPTION, own.items[0].first, own.items[-1].end, span, reported=own.reported
        )
        parted[at] = replace(series, exceptions=(*series.exceptions, exception))
    return parted


def _within_month(series: Group, own: Group) -> Group:
    """«ежемесячно до 25 числа, за декабрь – до 20 числа»: a day of that month."""
    times = [moment.stretch for moment in series.moments]
    days = [moment.stretch for moment in own.moments]
    period = own.reported[0] if len(own.reported) == 1 else THIS_YEAR
    are_of_some = bool(days) and all(isinstance(day, NthOf) and day.of == THIS_MONTH for day in days)
    if own.is_periodic or not are_of_some or not month_of_year(period) or unit_of(period) is not Unit.MONTH:
        return own
    if _unit_of(series) is not Unit.MONTH or any(map(is_lagged, times)) or _is_on_month_before(series):
        return own
    items = (
        replace(
            item, moments=tuple(day.at(replaced(day.stretch, THIS_MONTH, period)) for day in item.moments)
        )
        for item in own.items
    )
    return replace(own, items=tuple(items))


def _has_own_reports(series: Group, own: Group) -> bool:
    """Whether a group is the day of reports on periods that are some of those of a series before it."""
    if not own.reported or own.is_periodic or series.segment != own.segment:
        return False
    unit = _unit_of(series)
    days = [moment.stretch for moment in own.moments]
    are_periods = all(unit_of(each) is unit and root(each) == THIS_YEAR for each in own.reported)
    return are_periods and bool(days) and all(map(month_of_year, days))


def _last_of(series: Group, own: Group) -> tuple[Moment, ...]:
    """«ежемесячно до 25 числа, последний – до 15 декабря»: the months that are due on their own day."""
    unit = _unit_of(series) if _LAST.search(own.purpose) else None
    days = [moment.stretch for moment in own.moments]
    if unit not in MONTHS_IN_PART or own.is_periodic or series.segment != own.segment:
        return ()
    if not days or not all(month_of_year(day) > 0 and root(day) == THIS_YEAR for day in days):
        return ()
    parts = ((month_of_year(day) - 1) // MONTHS_IN_PART[unit] + 1 for day in days)
    return tuple(Moment(NthOf(unit, part, THIS_YEAR)) for part in parts)


def _unit_of(series: Group) -> Unit | None:
    """The unit that each report of a series is on; `None` if it is no series of months or longer parts."""
    times = [moment.stretch for moment in series.moments]
    told = {item.recurrence for item in series.items if item.recurrence is not None}
    if told:
        unit = next(iter(told)).unit
        return unit if told == {Recurrence(unit)} and unit in MONTHS_IN_PART else None
    if len(series.reported) == 1 and isinstance(
        series.reported[0], Current
    ):  # «квартальный отчёт до 10 числа»
        unit = series.reported[0].unit
        return unit if unit in MONTHS_IN_PART else None
    units = {period_of(time) for time in times}  # «до 10 числа месяца, следующего за отчётным кварталом»
    are_open = bool(times) and all(isinstance(root(time), Current) for time in times)
    return units.pop() if are_open and len(units) == 1 and units.issubset(MONTHS_IN_PART) else None


def _is_on_month_before(series: Group) -> bool:
    """«ежемесячно до 10 числа»: whether a monthly report may as well be on the month before."""
    times = [moment.stretch for moment in series.moments]
    if _unit_of(series) is not Unit.MONTH or any(map(is_lagged, times)):
        return False
    ends = [time.last if isinstance(time, Between) else time for time in times]
    days = [end for end in ends if isinstance(end, NthOf) and end.unit is Unit.DAY and end.of == THIS_MONTH]
    return any(0 < day.ordinal <= LAST_OF_MONTH_BEFORE for day in days)


def _due_behind(own: Group) -> tuple[Moment, ...]:
    """The months behind those that are reported, if the reports are due in them; else none."""
    months = {month_behind(month_of_year(period)) for period in own.reported}
    days = {month_of_year(moment.stretch) for moment in own.moments}
    return (
        tuple(Moment(NthOf(Unit.MONTH, month, THIS_YEAR)) for month in sorted(days)) if days == months else ()
    )


def _say_kept(span: Span, problems: Problems) -> None:
    message = f"«{problems.words(span)}»: о каком месяце каждый обычный срок, не сказано; остались все"
    hint = "напишите «до … числа следующего месяца» или перечислите сроки"
    problems.add(WHICH_OF_SERIES, span, message, hint)
