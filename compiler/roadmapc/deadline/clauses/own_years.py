"""Years of a series that have a time of their own, and times from which on it comes otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from roadmapc.deadline.ast import (
    THIS_MONTH,
    THIS_YEAR,
    Bound,
    Current,
    Moment,
    NthOf,
    Recurrence,
    Stretch,
    Year,
)
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import (
    day_beside,
    in_year,
    is_of_unnamed_year,
    month_of_year,
    months_in_any_year,
    root,
)
from roadmapc.deadline.unit import Unit

_YEARLY = Recurrence(Unit.YEAR)
_FROM, _WITHIN = Bound.FROM, Bound.WITHIN
_SIGN = 1


def with_changes(group: Group) -> Iterator[Group]:
    """«ежегодно до 1 мая, начиная с 2027 года – до 1 апреля»: up to a time a series, from it on another.

    «ежеквартально, в 2026 году – ежемесячно»: in one time the series comes more often.
    """
    places = range(1, len(group.items) - 2)
    at = next((at for at in places if _changes_series(group.items, at)), 0) if places else 0
    if not at:
        yield group
        return
    first = _first_of_run(group.items, at)
    time, before = group.items[at], group.items[:first]
    exceptions: tuple[Item, ...] = group.exceptions
    last = _before(time.moments[0].stretch) if time.moments[0].bound is _FROM else None
    if last is not None:
        limit = Moment(last, Bound.NOT_LATER, time.moments[0].span)
        before = (*before, replace(time, moments=(limit,)))
    else:
        times = [item for item in group.items[first : at + 1] if item.moments]
        exceptions = (*exceptions, *(replace(item, kind=ItemKind.EXCEPTION) for item in times))
    behind = group.items[first:]
    is_told = any(item.kind is ItemKind.PERIODICITY for item in behind)
    series = [replace(item, moments=()) for item in before if item.kind is ItemKind.PERIODICITY]
    behind = behind if is_told else (*series[:1], *behind)
    start = group.items[first].span.start
    marks = tuple(mark for mark in group.marks if mark.span.start > start)
    own = replace(group, items=behind, marks=marks, notes=(), particulars=())
    kept = tuple(mark for mark in group.marks if mark not in marks)
    yield replace(group, items=before, exceptions=exceptions, marks=kept)
    yield replace(own, exceptions=(), first_date=group.items[first].span)


def _first_of_run(items: tuple[Item, ...], at: int) -> int:
    """Where the list begins that ends with the time at an index: «в июне и июле – 2 раза в месяц»."""
    while at > 1 and items[at - 1].kind is ItemKind.COMMA and _is_part(items[at - 2]):
        at -= 2
    return at


def _is_part(item: Item) -> bool:
    """Whether an item is months or longer parts of a year."""
    are_parts = bool(item.moments) and all(months_in_any_year(moment.stretch) for moment in item.moments)
    return item.kind is ItemKind.MOMENTS and are_parts


def _before(stretch: Stretch) -> Stretch | None:
    """The year, month or day before one; `None` over the New Year."""
    if isinstance(stretch, Year):
        return Year(stretch.number - 1)
    if not isinstance(stretch, NthOf) or not month_of_year(stretch):
        return None
    month = stretch.of if stretch.unit is Unit.DAY and stretch.ordinal == 1 else stretch
    if isinstance(month, NthOf) and month.unit is Unit.MONTH:  # «с 1 июля» is «с июля»
        return replace(month, ordinal=month.ordinal - 1) if month.ordinal > 1 else None
    return day_beside(stretch, -1)


def _changes_series(items: tuple[Item, ...], at: int) -> bool:
    """Whether a time, the sign behind it and another rhythm stand behind a series."""
    time, sign, behind = items[at : at + 1 + _SIGN + 1]
    if sign.kind is not ItemKind.LABEL or not time.moments:
        return False
    stretch, bound = time.moments[0].stretch, time.moments[0].bound
    is_year = isinstance(stretch, Year)
    is_series = behind.kind is ItemKind.PERIODICITY
    if not _goes_on_before(items[: _first_of_run(items, at)], is_year=is_year):
        return False
    if bound is _WITHIN:
        is_told = is_series and not _is_heading(items[:at], behind)
        return is_told and ((is_year and len(time.moments) == 1) or _is_part(time))
    if len(time.moments) > 1 or bound is not _FROM or _before(stretch) is None:
        return False
    if is_year:
        return is_series or bool(behind.moments)
    are_of_month = bool(behind.moments) and all(root(each.stretch) == THIS_MONTH for each in behind.moments)
    return is_series or (are_of_month and any(item.kind is ItemKind.PERIODICITY for item in items[:at]))


def _is_heading(items: tuple[Item, ...], behind: Item) -> bool:
    """«еженедельно, весной – по средам»: whether a series only says how often those behind it come."""
    return all(not item.moments or _is_part(item) for item in items) and any(
        item.recurrence == behind.recurrence for item in items if item.kind is ItemKind.PERIODICITY
    )


def _goes_on_before(items: tuple[Item, ...], *, is_year: bool) -> bool:
    """Whether items are a series of no year that is named; «ежегодно» alone is none."""
    times = [moment.stretch for item in items for moment in item.moments]
    is_series = any(
        item.kind is ItemKind.PERIODICITY
        and item.recurrence is not None
        and item.recurrence.unit is not Unit.YEAR
        for item in items
    )
    wholes = {*map(root, times)}
    are_open = bool(times) and all(isinstance(each, Current) for each in wholes)
    are_open = are_open and (is_year or THIS_YEAR not in wholes)
    return (is_series or are_open) and not any(isinstance(each, Year) for each in wholes)


def with_own_years_apart(groups: list[Group], cursor: Cursor) -> list[Group]:
    """«ежегодно, май; в 2028 году – сентябрь»: behind a semicolon, as behind a comma."""
    parted = list(groups)
    for at, (series, group) in enumerate(pairwise(groups)):
        is_named = bool(group.purpose or group.audience or group.reported)
        is_apart = is_named or group.is_periodic or group.continues or series.segment != group.segment
        years = [moment.stretch for item in group.items[:1] for moment in item.moments]
        if is_apart or not series.is_periodic or not years or not isinstance(years[0], Year):
            continue
        both = own_times_of_year(replace(series, items=(*series.items, *group.items)), cursor)
        if cursor.tokens[group.items[0].first].text in ("в", "во") and len(group.items) > 1:
            both = replace(series, exceptions=(replace(group.items[0], kind=ItemKind.EXCEPTION),))
        parted[at] = replace(series, exceptions=both.exceptions)
    return parted


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
