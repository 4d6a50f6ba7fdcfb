"""Weekdays beside other times: they repeat a date, say which day of a week or of a series it is."""

from collections.abc import Sequence
from dataclasses import replace

from roadmapc.deadline.ast import Between, Bound, Current, Moment, NthOf, Recurrence, Stretch
from roadmapc.deadline.clauses.group import Group, Particular
from roadmapc.deadline.clauses.notes import as_notes, is_in_brackets, is_of_days, with_notes
from roadmapc.deadline.codes import UNCOVERED_TIME
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.source.span import Span

_MOMENTS, _WEEKDAY = ItemKind.MOMENTS, ItemKind.WEEKDAY
_WEEKLY = Recurrence(Unit.WEEK)
_DATES = (ItemKind.MOMENTS, ItemKind.PERIODICITY)
_CONTENT = (ItemKind.RULE, ItemKind.PERIODICITY, ItemKind.MOMENTS)


def _are_days_of_range(group: Group, weekdays: list[Item], cursor: Cursor) -> bool:
    """«пн, ср, пт с 2 по 13 июня»: several weekdays told one by one before the days in which they come."""
    if any(is_in_brackets(weekday, cursor) for weekday in weekdays):
        return False
    others = [item for item in group.items if item.kind not in SIGNS]
    behind = others[len(weekdays) :]
    is_range = len(behind) == 1 and any(isinstance(moment.stretch, Between) for moment in behind[0].moments)
    return others[: len(weekdays)] == weekdays and is_range and is_of_days(behind[0])


def _weekly_in_range(group: Group, weekdays: list[Item]) -> Group:
    first, last = weekdays[0], weekdays[-1]
    moments = tuple(moment for weekday in weekdays for moment in weekday.moments)
    span = Span(first.span.start, last.span.end)
    weekly = Item(ItemKind.PERIODICITY, first.first, last.end, span, moments, _WEEKLY)
    others = [item for item in group.items if item.first >= last.end]
    return replace(group, items=(weekly, *others), is_periodic=True)


def weekdays_of_dates(group: Group, cursor: Cursor) -> Group:
    """A weekday beside a date repeats it, beside «еженедельно» says which day, alone comes every week."""
    items, weekdays = group.items, [item for item in group.items if item.kind is _WEEKDAY]
    are_asides = [is_in_brackets(item, cursor) for item in weekdays]
    if len(set(are_asides)) > 1:  # «среда (четверг)»
        group = with_notes(
            group, cursor, lambda at: items[at] in weekdays and is_in_brackets(items[at], cursor)
        )
        return weekdays_of_dates(group, cursor)
    series = [item for item in items if item.kind is ItemKind.PERIODICITY]
    moments = tuple(moment for weekday in weekdays for moment in weekday.moments)
    if series and _are_weekly(series, times=len(moments)):
        if len(weekdays) > 1 and are_asides[-1]:  # «еженедельно (среда) (четверг)»
            message = f"«{cursor.problems.words(weekdays[-1].span)}»: днём недели названы два дня подряд"
            cursor.problems.add(UNCOVERED_TIME, weekdays[-1].span, message, "перечислите дни через запятую")
            return replace(group, is_refused=True)
        items = tuple(
            replace(item, moments=moments, recurrence=_WEEKLY) if item in series else item
            for item in items
            if item.kind is not _WEEKDAY
        )
        return replace(group, items=items)
    if len(moments) > 1 and _are_days_of_range(group, weekdays, cursor):
        return _weekly_in_range(group, weekdays)
    if any(are_asides) or _repeats_date(items):
        repeated = [Particular(item.span, weekdays=tuple(map(_unit, item.moments))) for item in weekdays]
        return replace(
            group,
            items=tuple(item for item in items if item.kind is not _WEEKDAY),
            marks=as_notes(group.marks, [item.span for item in weekdays]),
            particulars=(*group.particulars, *repeated),
        )
    items = tuple(
        replace(item, kind=ItemKind.PERIODICITY) if item.kind is _WEEKDAY else item for item in items
    )
    return replace(group, items=items, is_periodic=True)


def _are_weekly(series: Sequence[Item], *, times: int) -> bool:
    """Whether series say no more than «еженедельно», or as often as weekdays are named beside them."""
    weekly = (_WEEKLY, Recurrence(Unit.WEEK, times=times))  # «3 раза в неделю (пн, ср, пт)»
    return all(item.recurrence in weekly and not item.moments for item in series)


def _repeats_date(items: Sequence[Item]) -> bool:
    """Whether a date stands beside a weekday: «пятница, июнь» is each Friday of June."""
    content = [item for item in items if item.kind in _CONTENT]
    # «пятница месяца» names no time that a note could be beside
    are_dates = any(not isinstance(moment.stretch, Current) for item in content for moment in item.moments)
    return are_dates and not all(item.kind is _MOMENTS and _are_in_months(item) for item in content)


def _are_in_months(item: Item) -> bool:
    """Whether an item is whole months, which hold several days of the week."""
    return all(
        unit_of(moment.stretch) is Unit.MONTH and moment.bound is Bound.WITHIN for moment in item.moments
    )


def day_of_week(group: Group, cursor: Cursor) -> Group:
    """«вторая неделя марта, вторник», «вторник–четверг второй недели марта»; in a bracket it is a remark."""
    weekdays = [
        item for item in group.items if item.kind is ItemKind.WEEKDAY and not is_in_brackets(item, cursor)
    ]
    content = [item for item in group.items if item.kind in _DATES or item.rule is not None]
    weeks = [moment for item in content for moment in item.moments]
    are_weeks = all(isinstance(each.stretch, NthOf) and each.stretch.unit is Unit.WEEK for each in weeks)
    if len(content) != 1 or not weekdays or not are_weeks:
        return group
    days = tuple(week.at(_days_of_week(item, week.stretch)) for week in weeks for item in weekdays)
    items = (replace(item, moments=days) if item is content[0] else item for item in group.items)
    return replace(group, items=tuple(item for item in items if item not in weekdays))


def _days_of_week(weekday: Item, week: Stretch) -> Stretch:
    """One day of a week, or a run of them: «вторник–четверг»."""
    first, last = (NthOf(_unit(weekday.moments[at]), 1, week) for at in (0, -1))
    return first if first == last else Between(first, last)


def _unit(moment: Moment) -> Unit:
    return unit_of(moment.stretch)
