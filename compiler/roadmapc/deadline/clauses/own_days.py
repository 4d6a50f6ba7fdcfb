"""Months and quarters of a series that have a day of their own, on which alone it is due in them."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from roadmapc.deadline.ast import (
    SOME_PERIOD,
    THIS_MONTH,
    THIS_YEAR,
    Between,
    Bound,
    Current,
    Moment,
    NthOf,
    Recurrence,
    Stretch,
    Year,
)
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.notes import is_in_brackets
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import (
    in_year,
    is_lagged,
    month_of_year,
    months_in_any_year,
    period_of,
    replaced,
    root,
    unit_of,
)
from roadmapc.deadline.unit import MONTHS_IN_PART, SEVERAL_MONTHS, SINGLE_DAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.source.span import Span

_MONTH, _MOMENTS, _LABEL = Unit.MONTH, ItemKind.MOMENTS, ItemKind.LABEL
_YEARLY = Recurrence(Unit.YEAR)
_PARTS_OF_MONTH = SINGLE_DAYS | {Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH}
_SOME_PARTS = tuple(map(Current, SEVERAL_MONTHS))
_MOST_OF_THEIR_OWN = {Unit.MONTH: 3, Unit.QUARTER: 2, Unit.HALF_YEAR: 1}
"""Parts of a year with days of their own beside a series that names no day; more of them are all its days."""
_OF_OWN_TERM = (_MOMENTS, _LABEL, ItemKind.PERIODICITY, ItemKind.RULE)
_MOST_TIMES = 2
"""Times in «в декабре – до 20 числа»."""


def other_days_of_month(group: Group, cursor: Cursor) -> Group:
    """«ежемесячно до 25 числа, в декабре – до 20»: one month of a series has a day of its own."""
    unit = _unit_of_series(group)
    if unit is None:
        return group
    group, own = _with_own_terms(_own_days_of_excluded(group, cursor), unit, cursor)
    if not own or not _is_beside_series(group, own, unit):
        return group
    days = [moment.stretch for item in own for moment in item.moments]
    months = {month_of_year(_ends(day)[-1]) for day in days}
    # «январь – ноябрь – до 25 числа, в декабре – до 18»: those of the range, if the series goes on in one
    if not months & _months_of_range(group.items, months):
        return group
    excluded = tuple(dict.fromkeys(Moment(_part_of(day, unit)) for day in days))
    exception = replace(own[0], kind=ItemKind.EXCEPTION, moments=excluded)
    if unit in SEVERAL_MONTHS and all(_names_part(item, cursor) for item in own) and _is_behind(group, own):
        reported = tuple(moment.stretch for moment in excluded)  # «до 5 числа, IV квартал – до 25 декабря»
        exception = replace(exception, moments=(), reported=reported)
    items = group.items
    if group.is_periodic:  # a day of the year is no limit of the series beside it
        yearly = [item for item in own if all(root(moment.stretch) == THIS_YEAR for moment in item.moments)]
        own_series = (replace(item, kind=ItemKind.PERIODICITY, recurrence=_YEARLY) for item in yearly)
        items = (*(item for item in items if item not in yearly), *own_series)
    return replace(group, items=items, exceptions=(*group.exceptions, exception))


def with_own_terms_apart(groups: list[Group], cursor: Cursor) -> list[Group]:
    """«ежемесячно до 5 числа; январь – до 12 числа»: behind a semicolon, as behind a comma."""
    parted = list(groups)
    at = 0
    for behind, group in enumerate(groups):
        series = parted[at]
        content = [item for item in group.items if item.kind in _OF_OWN_TERM]
        if behind == at or series.segment != group.segment or not _may_be_own_terms(group, content, cursor):
            at = behind
            continue
        both = other_days_of_month(replace(series, items=(*series.items, *content)), cursor)
        parted[at] = replace(series, exceptions=both.exceptions)
        at = at if len(both.exceptions) > len(series.exceptions) else behind
    return parted


def _may_be_own_terms(group: Group, content: Sequence[Item], cursor: Cursor) -> bool:
    """Whether a group is nothing but days that begin with their month or quarter."""
    is_named = bool(group.purpose or group.audience or group.reported)
    if is_named or group.is_periodic or group.continues or group.exceptions:
        return False
    kinds = [item.kind for item in content]
    if kinds[:1] != [_MOMENTS] or kinds.count(_MOMENTS) > _MOST_TIMES or ItemKind.RULE in kinds:
        return False
    token = cursor.tokens[content[0].first]
    return token.sense is Sense.MONTH or token.text in ("в", "во")


def _names_part(item: Item, cursor: Cursor) -> bool:
    """Whether a day is told by its quarter or half-year: «IV квартал – до 25 декабря»."""
    return any(token.unit in SEVERAL_MONTHS for token in cursor.tokens[item.first : item.end])


def _is_behind(group: Group, own: Sequence[Item]) -> bool:
    """Whether the times of a series of quarters come behind each of them, as reports do."""
    times = [moment.stretch for item in group.items if item not in own for moment in item.moments]
    behind = [time for time in times if is_lagged(time) or root(time) == THIS_MONTH]
    return bool(behind)


def _part_of(day: Stretch, unit: Unit) -> NthOf:
    """The month, quarter or half-year in which a day lies: of each year, or of that which is named."""
    year = root(day)
    part = (month_of_year(_ends(day)[-1]) - 1) // MONTHS_IN_PART[unit] + 1
    return NthOf(unit, part, year if isinstance(year, Year) else THIS_YEAR)


def _is_beside_series(group: Group, own: Sequence[Item], unit: Unit) -> bool:
    """Whether a series goes on beside days of their own: its times are named, or it says how often alone."""
    others = [moment.stretch for item in group.items if item not in own for moment in item.moments]
    if others:
        return any(period_of(other) in MONTHS_IN_PART for other in others)
    bare = [at for at, item in enumerate(group.items) if item.recurrence == Recurrence(unit)]
    is_heading = bool(bare) and [item.kind for item in group.items[bare[0] + 1 : bare[0] + 2]] == [_LABEL]
    days = [moment.stretch for item in own for moment in item.moments]
    # «ежеквартально: в марте – до 20 числа, в июне – до 15»: all its days, and no exceptions
    is_of_each_year = all(
        root(day) == THIS_YEAR for day in days
    )  # «ежемесячно, до 1 июля 2027 года» ends then
    return bool(bare) and not is_heading and is_of_each_year and len(set(days)) <= _MOST_OF_THEIR_OWN[unit]


def _unit_of_series(group: Group) -> Unit | None:
    """How often the times of a group come; `None` if its parts have no days of their own."""
    series = [item for item in group.items if item.kind is ItemKind.PERIODICITY]
    units = [item.recurrence.unit for item in series if item.recurrence is not None]
    if not units:  # «последняя пятница месяца, в декабре – 18 числа»
        times = [moment.stretch for item in group.items[:1] for moment in item.moments]
        wholes = {*map(root, times)}  # «третья пятница квартала, IV квартал – 11 декабря»
        whole = wholes.pop() if len(wholes) == 1 else None
        return whole.unit if isinstance(whole, Current) and whole.unit in MONTHS_IN_PART else None
    return next((unit for unit in units if unit in MONTHS_IN_PART), None)


def _months_of_range(items: Sequence[Item], default: Collection[int]) -> frozenset[int]:
    """The months of the range in which a series goes on; those that are given if it has none."""
    stretches = [moment.stretch for item in items for moment in item.moments]
    ranges = [months_in_any_year(stretch) for stretch in stretches if isinstance(stretch, Between)]
    return frozenset().union(*ranges) or frozenset(default)


def _own_days_of_excluded(group: Group, cursor: Cursor) -> Group:
    """«до 20 числа, кроме декабря (до 15 числа)»: what stands behind an exception says its own day."""
    ends = {item.end: item for item in group.exceptions}
    items = list(group.items)
    for at, item in enumerate(items):
        excluded = ends.get(item.first - 1)
        is_labelled = at > 0 and items[at - 1].kind is _LABEL  # «кроме января – 12 числа»
        if excluded is None or not item.moments or not (is_labelled or is_in_brackets(item, cursor)):
            continue
        months = [moment.stretch for moment in excluded.moments if month_of_year(moment.stretch)]
        days = (_in_month(moment, month) for moment in item.moments for month in months)
        items[at] = replace(item, moments=tuple(dict.fromkeys(days)))
    return replace(group, items=tuple(items))


def _in_month(day: Moment, month: Stretch) -> Moment:
    """A day, week or ten-day part of each month as that of one month."""
    return day.at(replaced(replaced(day.stretch, THIS_MONTH, month), SOME_PERIOD, month))


def _with_own_terms(group: Group, unit: Unit, cursor: Cursor) -> tuple[Group, list[Item]]:
    """The group with days of the parts that label them, and those days as items.

    «…, в декабре – 20 числа» is a day of that month; «…, в IV квартале – до 15 декабря» is due in it.
    """
    items, own = [part for item in group.items for part in _parts_of(item)], []
    is_one = len({item.recurrence for item in items if item.kind is ItemKind.PERIODICITY}) < 2
    at = len(items)
    while at > 0:
        at -= 1
        labelled = _labelled(items, at, unit, cursor)
        if labelled is not None:
            first, dated, end = labelled
            items[first:end] = [dated]
            at = first
        elif unit is _MONTH and at and is_one and _is_in_month_of_part(items[at]):
            items[at] = _in_months_of_parts(items[at])
            labelled = at, items[at], at + 1
        elif _is_day_in_month(at, items, cursor):
            first, end = _first_of_run(items, at), at + 1
            items[first:end] = [_with_run(items[first:end])]  # «в июне и декабре – до 20-го»
            at = first
            labelled = first, items[first], end
        if labelled is not None:
            own.append(items[at])
    own.reverse()
    return (replace(group, items=tuple(items)) if own else group), own


def _is_in_month_of_part(item: Item) -> bool:
    """«в последнем месяце квартала – до 25 числа», read as one time."""
    days = [moment.stretch for moment in item.moments]
    months = [day.of for day in days if isinstance(day, NthOf) and day.unit is Unit.DAY]
    are_of_parts = len(months) == len(days) > 0 and all(root(month) in _SOME_PARTS for month in months)
    return item.kind is _MOMENTS and are_of_parts and all(map(_months_in, months))


def _in_months_of_parts(item: Item) -> Item:
    """The days of each of those months: of March, June, September and December."""
    days = [
        moment.at(NthOf(Unit.DAY, moment.stretch.ordinal, month))
        for moment in item.moments
        if isinstance(moment.stretch, NthOf)
        for month in _months_in(moment.stretch.of)
    ]
    return replace(item, moments=tuple(days))


def _parts_of(item: Item) -> tuple[Item, ...]:
    """«декабре – до 20», read as a month of a list and the days of each: the month, a sign and the days."""
    months = tuple(moment for moment in item.moments if month_of_year(moment.stretch) > 0)
    days = tuple(moment for moment in item.moments if root(moment.stretch) == THIS_MONTH)
    if not months or not days or len(months) + len(days) < len(item.moments):
        return (_of_last_day(item),)
    sign = Item(_LABEL, item.end, item.end, Span(item.span.end, item.span.end))
    return replace(item, moments=months), sign, replace(item, moments=days)


def _with_run(run: Sequence[Item]) -> Item:
    """A day of one month, with the same days of the months that are listed before it."""
    *months, last = run
    days = [day for day in last.moments if isinstance(day.stretch, NthOf)]
    others = [
        day.at(NthOf(day.stretch.unit, day.stretch.ordinal, each.stretch))
        for month in months
        for each in month.moments
        for day in days
        if isinstance(day.stretch, NthOf)
    ]
    first = run[0]
    span = Span(first.span.start, last.span.end)
    return replace(last, first=first.first, span=span, moments=(*others, *last.moments)) if others else last


def _of_last_day(item: Item) -> Item:
    """«в июне – 10 июня» is that day, and no range that begins with the month."""
    stretch = item.moments[0].stretch if len(item.moments) == 1 else None
    if not isinstance(stretch, Between) or unit_of(stretch.first) is not _MONTH:
        return item
    is_within = (
        unit_of(stretch.last) is Unit.DAY and month_of_year(stretch.first) == month_of_year(stretch.last) > 0
    )
    return replace(item, moments=(item.moments[0].at(stretch.last),)) if is_within else item


def _labelled(items: Sequence[Item], at: int, unit: Unit, cursor: Cursor) -> tuple[int, Item, int] | None:
    """The days of the months or quarters at an index as one item, and where it stands."""
    label = items[at]
    is_bracketed = at + 2 < len(items) and is_in_brackets(items[at + 2], cursor)
    is_signed = is_bracketed or (at + 1 < len(items) and items[at + 1].kind is _LABEL)
    behind = min(at + 1 + is_signed, len(items) - 1)
    day = items[behind]
    is_led = cursor.tokens[label.first].text in ("в", "во") or _names_part(label, cursor)
    is_led = is_signed or (is_led and day.first == label.end)
    if is_bracketed and _is_named_by(label, day, unit):  # «до 15 декабря (IV квартал)»
        return at, replace(label, end=day.end, span=Span(label.span.start, day.span.end)), behind + 1
    if not at or behind == at or not is_led or not _are_wholes(label) or day.kind is not _MOMENTS:
        return None
    first = at
    if _are_months_of_days(label, day, unit) and (_are_months(label) or _has_general_day(items[:at])):
        first = _first_of_run(items, at)  # «в марте, июне, сентябре – до 25 числа»
        wholes = [moment.stretch for item in items[first : at + 1] for moment in item.moments]
        months = [month for whole in wholes for month in _months_in(whole)]
        days = [_in_month(each, month) for month in months for each in day.moments]
    elif _are_parts_of_days(label, day, unit):
        year = root(label.moments[0].stretch)
        named = year if isinstance(year, Year) else None
        days = [each if named is None else each.at(in_year(each.stretch, named)) for each in day.moments]
    else:
        return None
    span = Span(items[first].span.start, day.span.end)
    return first, replace(day, first=items[first].first, span=span, moments=tuple(days)), behind + 1


def _has_general_day(items: Sequence[Item]) -> bool:
    """«ежемесячно до 5 числа, летом – до 10 числа», but not «ежемесячно, летом – до 10 числа»."""
    return any(root(moment.stretch) in (THIS_MONTH, SOME_PERIOD) for item in items for moment in item.moments)


def _is_named_by(day: Item, part: Item, unit: Unit) -> bool:
    """Whether the bracket behind a day says in which quarter or half-year it is."""
    if unit not in SEVERAL_MONTHS or not _are_wholes(part) or not day.moments:
        return False
    return all(unit_of(moment.stretch) is unit for moment in part.moments) and _are_parts_of_days(
        part, day, unit
    )


def _are_wholes(item: Item) -> bool:
    """Whether an item is times that nothing bounds."""
    return item.kind is _MOMENTS and all(moment.bound is Bound.WITHIN for moment in item.moments)


def _first_of_run(items: Sequence[Item], at: int) -> int:
    """The index of the first of the months that are listed before the one at an index; 0 is no label."""
    while at > 2 and items[at - 1].kind is ItemKind.COMMA and _are_months(items[at - 2]):
        at -= 2
    return at


def _are_months(item: Item) -> bool:
    stretches = [moment.stretch for moment in item.moments]
    return _are_wholes(item) and all(
        unit_of(each) is _MONTH and month_of_year(each) > 0 for each in stretches
    )


def _are_months_of_days(label: Item, day: Item, unit: Unit) -> bool:
    """«в декабре – 20 числа», «летом – вторая пятница»: months before days of each month."""
    wholes, days = ([moment.stretch for moment in item.moments] for item in (label, day))
    if unit is not _MONTH and any(
        root(each) == SOME_PERIOD or unit_of(wholes[0]) is not _MONTH for each in days
    ):
        return False  # «ежеквартально, … – первая неделя»: of the quarter?
    are_of_month = all(
        isinstance(end, NthOf) and end.unit in _PARTS_OF_MONTH and end.of in (THIS_MONTH, SOME_PERIOD)
        for each in days
        for end in _ends(each)
    )
    return are_of_month and all(map(_months_in, wholes))


def _ends(stretch: Stretch) -> tuple[Stretch, ...]:
    """The first and the last day of a range; of one day, the day."""
    return (stretch.first, stretch.last) if isinstance(stretch, Between) else (stretch,)


def _months_in(stretch: Stretch) -> list[NthOf]:
    """The months that a time takes, one by one: of «летом», of «последний месяц квартала»."""
    if isinstance(stretch, NthOf) and stretch.unit is _MONTH and stretch.of in _SOME_PARTS:
        length = MONTHS_IN_PART[unit_of(stretch.of)]
        last = stretch.ordinal if stretch.ordinal > 0 else length + stretch.ordinal + 1
        return [NthOf(_MONTH, first + last, THIS_YEAR) for first in range(0, 12, length)]
    year = root(stretch)
    of = year if isinstance(year, Year) else THIS_YEAR
    return [NthOf(_MONTH, month, of) for month in sorted(months_in_any_year(stretch))]


def _are_parts_of_days(label: Item, day: Item, unit: Unit) -> bool:
    """«в IV квартале – до 15 декабря»: a month, quarter or half-year before days that lie in it."""
    parts = [moment.stretch for moment in label.moments]
    months = frozenset().union(*map(months_in_any_year, parts))
    are_parts = all(unit_of(part) in (unit, _MONTH) and not isinstance(part, Between) for part in parts)
    days = [moment.stretch for moment in day.moments]
    ends = [end for each in days for end in _ends(each)]
    return are_parts and all(month_of_year(end) in months and unit_of(end) in SINGLE_DAYS for end in ends)


def _is_day_in_month(at: int, items: Sequence[Item], cursor: Cursor) -> bool:
    """«в декабре до 20 числа», read as one time, stands at the index."""
    item = items[at]
    if at and item.kind is _MOMENTS and is_in_brackets(item, cursor):  # «(декабрь – до 10)»
        return all(
            unit_of(moment.stretch) is Unit.DAY and month_of_year(moment.stretch) > 0
            for moment in item.moments
        )
    if item.kind is not _MOMENTS:
        return False
    lead, first = cursor.tokens[item.first : item.first + 2]
    is_led = lead.text in ("в", "во") and first.sense is Sense.MONTH
    if not is_led and (lead.sense is not Sense.MONTH or not at):
        return False  # «декабрь – до 20-го»
    return any(
        unit_of(moment.stretch) is Unit.DAY and month_of_year(moment.stretch) > 0 for moment in item.moments
    )
