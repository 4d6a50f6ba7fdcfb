"""Years of a series that have a time of their own, and years from which on it comes at another."""

from collections.abc import Iterator
from dataclasses import replace

from roadmapc.deadline.ast import Bound, Current, Moment, Recurrence, Year
from roadmapc.deadline.clauses.groups import Group
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import in_year, is_of_unnamed_year, root
from roadmapc.deadline.unit import Unit

_YEARLY = Recurrence(Unit.YEAR)
_FROM, _WITHIN = Bound.FROM, Bound.WITHIN
_SIGN = 1


def with_changed_years(group: Group) -> Iterator[Group]:
    """«ежегодно до 1 мая, начиная с 2027 года – до 1 апреля»: up to a year a series, from it on another.

    «ежеквартально, в 2026 году – ежемесячно»: in one year the series comes more often.
    """
    places = range(1, len(group.items) - 2)
    at = next((at for at in places if _changes_series(group.items, at)), 0) if places else 0
    if not at:
        yield group
        return
    year, behind = group.items[at], group.items[at + 1 + _SIGN :]
    stretch = year.moments[0].stretch
    before = group.items[:at]
    exceptions: tuple[Item, ...] = group.exceptions
    if year.moments[0].bound is _FROM and isinstance(stretch, Year):
        last = Moment(Year(stretch.number - 1), Bound.NOT_LATER, year.moments[0].span)
        before = (*before, replace(year, moments=(last,)))
    else:
        exceptions = (*exceptions, replace(year, kind=ItemKind.EXCEPTION))
    how_often = [item for item in behind if item.kind is ItemKind.PERIODICITY] or [
        replace(item, moments=()) for item in before if item.kind is ItemKind.PERIODICITY
    ][:1]
    rest = [item for item in behind if item not in how_often]
    marks = tuple(mark for mark in group.marks if mark.span.start > year.span.start)
    own = replace(group, items=(*how_often, year, *rest), marks=marks, notes=(), particulars=())
    kept = tuple(mark for mark in group.marks if mark not in marks)
    yield replace(group, items=before, exceptions=exceptions, marks=kept)
    yield replace(own, exceptions=(), first_date=year.span)


def _changes_series(items: tuple[Item, ...], at: int) -> bool:
    """Whether a year, the sign behind it and another time stand behind a series."""
    year, sign, behind = items[at : at + 3]
    if (
        len(year.moments) != 1
        or not isinstance(year.moments[0].stretch, Year)
        or sign.kind is not ItemKind.LABEL
    ):
        return False
    before = [item for item in items[:at] if item.moments or item.recurrence is not None]
    times = [moment.stretch for item in before for moment in item.moments]
    # «ежегодно, с 2027 года – до 1 августа» has no time before
    is_series = any(item.recurrence is not None and item.recurrence.unit is not Unit.YEAR for item in before)
    is_series = is_series or (bool(times) and all(isinstance(root(time), Current) for time in times))
    if not is_series or any(isinstance(root(time), Year) for time in times):
        return False
    if year.moments[0].bound is _WITHIN:
        return behind.kind is ItemKind.PERIODICITY
    return year.moments[0].bound is _FROM and bool(behind.moments or behind.recurrence is not None)


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
