"""Months, quarters and years of a series that have a day of their own, on which alone it is due in them."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from roadmapc.deadline.ast import (
    THIS_MONTH,
    THIS_YEAR,
    Between,
    Bound,
    Moment,
    NthOf,
    Recurrence,
    Year,
)
from roadmapc.deadline.clauses.groups import Group
from roadmapc.deadline.clauses.notes import is_in_brackets
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import (
    in_year,
    is_of_unnamed_year,
    month_of,
    months_in_any_year,
    period_of,
    replaced,
    root,
    unit_of,
)
from roadmapc.deadline.unit import MONTHS_IN_PART, SEVERAL_MONTHS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.source.span import Span

_MONTH, _MOMENTS, _LABEL = Unit.MONTH, ItemKind.MOMENTS, ItemKind.LABEL
_YEARLY = Recurrence(Unit.YEAR)


def other_days_of_month(group: Group, cursor: Cursor) -> Group:
    """«ежемесячно до 25 числа, в декабре – до 20»: one month of a series has a day of its own."""
    unit = _unit_of_series(group)
    if unit is None:
        return group
    group, own = _with_labelled_parts(_own_days_of_excluded(group, cursor), unit)
    items = group.items
    own += [item for at, item in enumerate(items) if _is_day_in_month(at, items, cursor)]
    others = [moment.stretch for item in items if item not in own for moment in item.moments]
    if not own or not any(period_of(other) in MONTHS_IN_PART for other in others):
        return group
    months = {month_of(moment.stretch) for item in own for moment in item.moments}
    if not months & _months_of_range(items, months):  # «январь – ноябрь – до 25 числа, в декабре – до 18»
        return group
    # «ежеквартально до 25 числа последнего месяца, в декабре – до 15»: the quarter of that month
    parts = {(month - 1) // MONTHS_IN_PART[unit] + 1 for month in months}
    named = tuple(Moment(NthOf(unit, part, THIS_YEAR)) for part in sorted(parts))
    exception = replace(own[0], kind=ItemKind.EXCEPTION, moments=named)
    return replace(group, exceptions=(*group.exceptions, exception))


def _unit_of_series(group: Group) -> Unit | None:
    """How often the times of a group come; `None` if its parts have no days of their own."""
    series = [item for item in group.items if item.kind is ItemKind.PERIODICITY]
    units = [item.recurrence.unit for item in series if item.recurrence is not None]
    if not units:  # «последняя пятница месяца, в декабре – 18 числа»
        times = [moment.stretch for item in group.items[:1] for moment in item.moments]
        return _MONTH if times and all(root(time) == THIS_MONTH for time in times) else None
    return next((unit for unit in units if unit in MONTHS_IN_PART), None)


def _months_of_range(items: Sequence[Item], default: Collection[int]) -> frozenset[int]:
    """The months of the range in which a series goes on; those that are given if it has none."""
    stretches = [moment.stretch for item in items for moment in item.moments]
    ranges = [months_in_any_year(stretch) for stretch in stretches if isinstance(stretch, Between)]
    return frozenset().union(*ranges) or frozenset(default)


def _own_days_of_excluded(group: Group, cursor: Cursor) -> Group:
    """«до 20 числа, кроме декабря (до 15 числа)»: the bracket behind an exception says its own day."""
    ends = {item.end: item for item in group.exceptions}
    items = list(group.items)
    for at, item in enumerate(items):
        excluded = ends.get(item.first - 1)
        if excluded is None or not item.moments or not is_in_brackets(item, cursor):
            continue
        months = [moment.stretch for moment in excluded.moments if month_of(moment.stretch)]
        days = (
            moment.at(replaced(moment.stretch, THIS_MONTH, month))
            for moment in item.moments
            for month in months
        )
        items[at] = replace(item, moments=tuple(days))
    return replace(group, items=tuple(items))


def _with_labelled_parts(group: Group, unit: Unit) -> tuple[Group, list[Item]]:
    """The group with days of the parts that label them, and those days as items.

    «…, в декабре – 20 числа» is a day of that month; «…, в IV квартале – до 15 декабря» is due in it.
    """
    items, own = list(group.items), []
    for at in reversed(range(1, len(items) - 2)):
        label, sign, day = group.items[at : at + 3]
        are_wholes = bool(label.moments) and all(moment.bound is Bound.WITHIN for moment in label.moments)
        if sign.kind is not _LABEL or not are_wholes or not day.moments:
            continue
        first = at
        if _are_months_of_days(label, day):
            first = _first_of_run(items, at)  # «в марте, июне, сентябре – до 25 числа»
            months = [moment.stretch for item in items[first : at + 1] for moment in item.moments]
            days = [each.at(replaced(each.stretch, THIS_MONTH, of)) for of in months for each in day.moments]
        elif _are_parts_of_days(label, day, unit):
            days = list(day.moments)
        else:
            continue
        span = Span(items[first].span.start, day.span.end)
        dated = replace(day, first=items[first].first, span=span, moments=tuple(days))
        items[first : at + 3] = [dated]
        own.append(dated)
    return (replace(group, items=tuple(items)), own) if own else (group, own)


def _first_of_run(items: Sequence[Item], at: int) -> int:
    """The index of the first of the months that are listed before the one at an index; 0 is no label."""
    while at > 2 and items[at - 1].kind is ItemKind.COMMA and _are_months(items[at - 2]):
        at -= 2
    return at


def _are_months(item: Item) -> bool:
    are_whole = bool(item.moments) and item.kind is _MOMENTS
    return are_whole and all(
        moment.bound is Bound.WITHIN and unit_of(moment.stretch) is _MONTH and month_of(moment.stretch) > 0
        for moment in item.moments
    )


def _are_months_of_days(label: Item, day: Item) -> bool:
    """«в декабре – 20 числа»: whole months before days of each month."""
    months, days = ([moment.stretch for moment in item.moments] for item in (label, day))
    are_months = all(unit_of(month) is _MONTH and month_of(month) > 0 for month in months)
    return are_months and all(unit_of(each) is Unit.DAY and period_of(each) is _MONTH for each in days)


def _are_parts_of_days(label: Item, day: Item, unit: Unit) -> bool:
    """«в IV квартале – до 15 декабря»: quarters or half-years before days of months that lie in them."""
    parts = [moment.stretch for moment in label.moments]
    months = frozenset().union(*map(months_in_any_year, parts))
    are_parts = unit in SEVERAL_MONTHS and all(unit_of(part) is unit for part in parts)
    return are_parts and all(month_of(moment.stretch) in months for moment in day.moments)


def _is_day_in_month(at: int, items: Sequence[Item], cursor: Cursor) -> bool:
    """«в декабре – до 20», «в декабре – до 20 декабря»: the month or its day stands at the index."""
    item, behind = items[at], items[at + 2 : at + 3]
    if at and item.kind is _MOMENTS and is_in_brackets(item, cursor):  # «(декабрь – до 10)»
        return all(
            unit_of(moment.stretch) is Unit.DAY and month_of(moment.stretch) for moment in item.moments
        )
    lead, first = cursor.tokens[item.first : item.first + 2]
    is_led = lead.text in ("в", "во") and first.sense is Sense.MONTH
    if not is_led and (lead.sense is not Sense.MONTH or not at):  # «декабрь – до 20-го»
        return False
    months = {month_of(moment.stretch) for moment in item.moments}
    days = [moment.stretch for other in (item, *behind) for moment in other.moments]
    return any(unit_of(day) is Unit.DAY and month_of(day) in months for day in days)


def own_times_of_year(group: Group, cursor: Cursor) -> Group:
    """One year of a yearly series has a day of its own: the day of the others is not due in it."""
    items = list(group.items)
    if Year not in [type(moment.stretch) for item in items for moment in item.moments]:
        return group
    if not any(item.recurrence == _YEARLY for item in items):
        return group
    years: list[Item] = []
    at = 0
    while at < len(items) - 1:
        before = [moment.stretch for item in items[:at] for moment in item.moments]
        year = items[at].moments[0].stretch if len(items[at].moments) == 1 else None
        behind = at + 1 + (items[at + 1].kind is ItemKind.LABEL)
        is_led = cursor.tokens[items[at].first].text in ("в", "во") or behind > at + 1
        own = items[behind].moments if is_led and behind < len(items) else ()
        if isinstance(year, Year) and any(map(is_of_unnamed_year, before)) and own:
            if any(isinstance(stretch, Year) for stretch in before):
                return group  # «ежегодно, 2024 год – до 1 марта, 2025 год – до 1 мая»
            years.append(replace(items[at], kind=ItemKind.EXCEPTION))
            dated = tuple(moment.at(in_year(moment.stretch, year)) for moment in own)
            items[at : behind + 1] = [replace(items[behind], moments=dated)]
        at += 1
    return replace(group, items=tuple(items), exceptions=(*group.exceptions, *years)) if years else group
