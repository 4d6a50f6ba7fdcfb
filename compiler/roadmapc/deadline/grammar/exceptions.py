"""Exceptions: «ежемесячно, кроме июля и августа»."""

from collections.abc import Iterator
from dataclasses import replace

from roadmapc.deadline.ast import (
    MONTHS_IN_PART,
    WEEKDAYS,
    Between,
    Bound,
    Current,
    Dated,
    Moment,
    NthOf,
    Recurrence,
    Recurring,
    Stretch,
    TimeRule,
    Unit,
)
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.item import Item, ItemKind, item_from
from roadmapc.deadline.grammar.moments import read_moments
from roadmapc.deadline.grammar.periodicity import read_weekday_list, working_days
from roadmapc.deadline.idioms import idiom_at
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.month_days import LONGEST
from roadmapc.deadline.roots import is_lagged, rooted
from roadmapc.deadline.tokens import TokenKind

_MONTHS = tuple(range(1, 13))
_SCHOOL_MONTHS = frozenset({*range(1, 6), *range(9, 13)})
_THIS_YEAR = Current(Unit.YEAR)


def read_exception(cursor: Cursor) -> Item | None:
    """The times that are not meant; `None` if the words name nothing of the calendar."""
    start = cursor.at
    found = idiom_at(cursor.tokens, start)
    cursor.at = found[1] if found is not None else start
    cursor.take(Sense.PERIOD)
    if _follows_daily(cursor, start) and _skip_days_off(cursor):
        days = working_days(cursor, start)
        item = item_from(cursor, start, ItemKind.PERIODICITY)
        return item._replace(moments=days.moments, recurrence=days.recurrence)
    excluded = read_weekday_list(cursor) or tuple(_read_parts_of_year(cursor))
    if excluded:
        return item_from(cursor, start, ItemKind.EXCEPTION)._replace(moments=excluded)
    cursor.at = start
    return None


def _follows_daily(cursor: Cursor, start: int) -> bool:
    before = (token.word for token in reversed(cursor.tokens[:start]) if token.word is not None)
    word = next(before, None)
    return word is not None and word.sense is Sense.ADVERB and word.unit is Unit.DAY


def _skip_days_off(cursor: Cursor) -> bool:
    """«выходных», «выходных и праздничных дней»."""
    if not cursor.token.text.startswith("выходн"):
        return False
    cursor.advance()
    if cursor.take(Sense.AND) and cursor.token.text.startswith("праздн"):
        cursor.advance()
    cursor.take(Sense.UNIT)
    return True


def _read_parts_of_year(cursor: Cursor) -> list[Moment]:
    """Months, quarters, seasons and ranges of them."""
    found: list[Moment] = []
    end = cursor.at
    while moments := read_moments(cursor):
        if not all(moment.bound is Bound.WITHIN and _months_of(moment.stretch) for moment in moments):
            break
        found.extend(moments)
        end = cursor.at
        cursor.skip(TokenKind.COMMA)
        cursor.take(Sense.AND)
    cursor.at = end
    return found


def _months_of(stretch: Stretch) -> frozenset[int]:
    """The months of the year that a stretch takes; empty if they are not the same every year."""
    match stretch:
        case NthOf(unit, ordinal, of) if unit in MONTHS_IN_PART and ordinal > 0 and of == _THIS_YEAR:
            length = MONTHS_IN_PART[unit]
            return frozenset(range((ordinal - 1) * length + 1, ordinal * length + 1))
        case Between(first, last) if (opening := _months_of(first)) and (closing := _months_of(last)):
            length = (max(closing) - min(opening)) % 12 + 1
            return frozenset((min(opening) + at - 1) % 12 + 1 for at in range(length))
        case Current(Unit.ACADEMIC_YEAR):
            return _SCHOOL_MONTHS
        case _:
            return frozenset()


def without(rule: TimeRule, excluded: list[Moment]) -> tuple[TimeRule, ...] | None:
    """What an exception leaves of a rule; `None` if that cannot be said in rules."""
    if not isinstance(rule, Dated | Recurring):
        return (rule,)
    weekdays = [moment.stretch for moment in excluded if _is_weekday(moment.stretch)]
    if isinstance(rule, Dated) or rule.recurrence.interval > 1 or rule.recurrence.times > 1:
        return None
    if weekdays:
        return _without_weekdays(rule, weekdays) if len(weekdays) == len(excluded) else None
    taken = frozenset().union(*(_months_of(moment.stretch) for moment in excluded))
    if rule.recurrence.unit in (Unit.DAY, Unit.WEEK):
        return _in_runs(rule, taken)
    return _of_other_parts(rule, taken)


def _is_weekday(stretch: Stretch) -> bool:
    return isinstance(stretch, NthOf) and stretch.unit in WEEKDAYS


def _without_weekdays(rule: Recurring, excluded: list[Stretch]) -> tuple[TimeRule, ...] | None:
    """«ежедневно, кроме воскресенья» is a series by the other weekdays."""
    each = (NthOf(unit, 1, Current(Unit.WEEK)) for unit in WEEKDAYS)
    moments = rule.moments or tuple(map(Moment, each))
    left = tuple(moment for moment in moments if moment.stretch not in excluded)
    is_daily = rule.recurrence.unit is Unit.DAY and not rule.moments
    is_by_weekdays = rule.recurrence.unit is Unit.WEEK and bool(rule.moments)
    if not left or not (is_daily or is_by_weekdays):
        return None
    return (Recurring(Recurrence(Unit.WEEK), left, rule.within),)


def _allowed(within: Moment | None) -> frozenset[int]:
    """The months in which a series goes on; empty if its limit is no part of each year."""
    return frozenset(_MONTHS) if within is None else _months_of(within.stretch)


def _in_runs(rule: Recurring, taken: frozenset[int]) -> tuple[TimeRule, ...] | None:
    """A series of days or weeks, limited to the months left, those in a row together."""
    left = sorted(_allowed(rule.within) - taken)
    runs = (_run(months) for months in _rows(left))
    return tuple(replace(rule, within=Moment(run)) for run in runs) or None


def _rows(months: list[int]) -> Iterator[list[int]]:
    """Months cut where one is missing."""
    row: list[int] = []
    for month in months:
        if row and month != row[-1] + 1:
            yield row
            row = []
        row.append(month)
    if row:
        yield row


def _run(months: list[int]) -> Stretch:
    first, last = (NthOf(Unit.MONTH, month, _THIS_YEAR) for month in (months[0], months[-1]))
    return first if first == last else Between(first, last)


def _of_other_parts(rule: Recurring, taken: frozenset[int]) -> tuple[TimeRule, ...] | None:
    """A series of months, quarters or half-years as the yearly series of those left (BYMONTH)."""
    unit = rule.recurrence.unit
    allowed = _allowed(rule.within)
    if unit not in MONTHS_IN_PART or not allowed or any(is_lagged(moment.stretch) for moment in rule.moments):
        return None
    parts = [NthOf(unit, at, _THIS_YEAR) for at in range(1, 12 // MONTHS_IN_PART[unit] + 1)]
    if any(taken & _months_of(part) and not _months_of(part) <= taken for part in parts):
        return None
    parts = [part for part in parts if _months_of(part) <= allowed - taken]
    moments = rule.moments or (Moment(Current(unit)),)
    left = tuple(moment.at(_of_part(moment.stretch, part)) for part in parts for moment in moments)
    return (Recurring(Recurrence(Unit.YEAR), left),) if left else None


def _of_part(stretch: Stretch, part: NthOf) -> Stretch:
    """A time of each month as that of one month; «31 число» of a shorter one is its last day."""
    if isinstance(stretch, NthOf) and stretch.unit is Unit.DAY and part.unit is Unit.MONTH:
        stretch = replace(stretch, ordinal=min(stretch.ordinal, LONGEST[part.ordinal - 1]))
    return rooted(stretch, part.unit, part)
