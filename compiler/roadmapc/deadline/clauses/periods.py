"""Periods that stand beside a time and say of which it is: «отчётного периода (квартал)», «на 1 апреля»."""

from collections.abc import Iterator
from dataclasses import replace

from roadmapc.deadline.ast import (
    SOME_PERIOD,
    THIS_MONTH,
    THIS_YEAR,
    Between,
    Current,
    Following,
    Moment,
    NthOf,
    Role,
    Stretch,
    Year,
)
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.notes import is_in_brackets
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.moments import read_stretches
from roadmapc.deadline.stretch import is_lagged, month_behind, month_of_year, replaced, root, unit_of
from roadmapc.deadline.unit import MONTHS_IN_PART, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_STATE = "состоянию"
_NEXT_YEAR = Following(Unit.YEAR, 1, THIS_YEAR)


def period_by_name(group: Group, cursor: Cursor) -> Group:
    """«в течение 20 дней после отчётного периода (квартал)»: the bracket says which period it is."""
    items = list(group.items)
    for at in reversed(range(2, len(items))):
        before, item = items[at - 2], items[at]
        unit = item.moments[0].stretch if len(item.moments) == 1 else None
        is_name = isinstance(unit, Current) and unit.unit in (*MONTHS_IN_PART, Unit.YEAR)
        lagged = [moment for moment in before.moments if is_lagged(moment.stretch)]
        if unit is None or not is_name or not is_in_brackets(item, cursor) or not lagged:
            continue
        if all(root(moment.stretch) == SOME_PERIOD for moment in before.moments):
            told = (moment.at(replaced(moment.stretch, SOME_PERIOD, unit)) for moment in before.moments)
            items[at - 2 : at + 1] = [replace(before, moments=tuple(told))]
    return replace(group, items=tuple(items)) if len(items) < len(group.items) else group


def of_state_days(group: Group, cursor: Cursor) -> Group:
    """«по состоянию на 1 апреля и 1 октября – до 10 числа»: of the months in which the state is told."""
    if not group.notes or _STATE not in cursor.problems.text or group.is_periodic or group.reported:
        return group
    times = [each.stretch for item in group.items if item.kind is ItemKind.MOMENTS for each in item.moments]
    if not times or not all(isinstance(time, NthOf) and time.of == THIS_MONTH for time in times):
        return group
    days = list(_state_days(group, cursor))
    if not days or not all(unit_of(day) is Unit.DAY and month_of_year(day) > 0 for day in days):
        return group
    return replace(group, items=tuple(_behind_days(item, days) for item in group.items))


def _state_days(group: Group, cursor: Cursor) -> Iterator[Stretch]:
    """The days of which a report tells, by the words of its note."""
    spans = [mark.span for mark in group.marks if mark.role is Role.NOTE]
    inside = [
        at
        for at, token in enumerate(cursor.tokens)
        if any(span.start <= token.start < span.end for span in spans)
    ]
    at, passed = cursor.at, len(cursor.problems.found)
    cursor.at = next((place for place in inside if cursor.tokens[place].text == _STATE), at) + 1
    while cursor.at in inside:
        if (
            cursor.token.text == "на"
            or cursor.token.sense is Sense.AND
            or cursor.token.kind is TokenKind.COMMA
        ):
            cursor.advance()
            continue
        read = read_stretches(cursor)
        if not read:
            break
        yield from (stretch_at.stretch for stretch_at in read)
    cursor.at = at
    del cursor.problems.found[passed:]


def _behind_days(item: Item, days: list[Stretch]) -> Item:
    if item.kind is not ItemKind.MOMENTS:
        return item
    dated = (
        moment.at(replaced(moment.stretch, THIS_MONTH, _month(moment, day)))
        for day in days
        for moment in item.moments
    )
    return replace(item, moments=tuple(dated))


def _month(moment: Moment, day: Stretch) -> NthOf:
    """The month of the day that is told of, or the one behind it if the report would be due before it."""
    last = day.last if isinstance(day, Between) else day
    month, named = month_of_year(last), root(last)
    due = moment.stretch
    is_same = isinstance(last, NthOf) and isinstance(due, NthOf) and 0 < last.ordinal <= due.ordinal
    year: Stretch = named if isinstance(named, Year) else THIS_YEAR
    if not is_same and month_behind(month) == 1:
        year = Year(named.number + 1) if isinstance(named, Year) else _NEXT_YEAR
    return NthOf(Unit.MONTH, month if is_same else month_behind(month), year)
