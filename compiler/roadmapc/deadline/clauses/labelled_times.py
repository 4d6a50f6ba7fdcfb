"""A time with words behind a dash: they are said of it, and not of another sort of time before it.

«апрель, до 25 апреля – отчёт», «понедельник – школы, среда – детские сады»: the comma before such a time
parts as a semicolon does. Of days bounded alike, «до 1 мая, до 1 июня – отчёт», they may be said of all.
"""

from collections.abc import Sequence
from dataclasses import replace

from roadmapc.deadline.ast import LIMITS, Between, Bound, Current, Moment
from roadmapc.deadline.clauses.runs import end_of_run
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_years, month_of, root, unit_of
from roadmapc.deadline.unit import MONTHS_IN_PART, SINGLE_DAYS, WEEKDAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_COMMA, _LABEL, _TEXT, _MOMENTS = ItemKind.COMMA, ItemKind.LABEL, ItemKind.TEXT, ItemKind.MOMENTS
_PERIODICITY, _WEEKDAY, _BREAK = ItemKind.PERIODICITY, ItemKind.WEEKDAY, ItemKind.BREAK
_TIMES = (_MOMENTS, _PERIODICITY, _WEEKDAY)


def with_labelled_times(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with a break before each time that has words of its own behind it."""
    parted = items
    first = 0
    for at, item in enumerate(items):
        if item.kind is _BREAK:
            first = at + 1
        elif item.kind is _COMMA and at > first and _parts(items, first, at, cursor):
            parted = items.copy() if parted is items else parted
            parted[at] = replace(item, kind=_BREAK)
            first = at + 1
    return parted


def _parts(items: Sequence[Item], first: int, at: int, cursor: Cursor) -> bool:
    """Whether the sign at an index stands before a time that the words behind it are said of."""
    token = cursor.tokens[items[at].first]
    if token.kind not in (TokenKind.COMMA, TokenKind.OPEN) and token.sense is not Sense.AND:
        return False
    if len(items) < at + 4 or items[at + 1].kind not in _TIMES or items[at + 2].kind is not _LABEL:
        return False
    end = end_of_run(items, at + 3, cursor.tokens)
    if end == at + 3 or _leads(items, end):
        return False
    time, before = items[at + 1], [item for item in items[first:at] if item.kind in _TIMES]
    words = [item for item in items[first:at] if item.kind in (_TEXT, ItemKind.RULE)]
    if not before or not words:
        return _is_unlike(time, before)
    if words[-1].first > before[-1].first:  # «каждый вторник – приём, последний четверг месяца – выезд»
        return token.kind is TokenKind.COMMA
    # «семинары – март–май, 15 апреля – конференция»
    return cursor.tokens[before[0].first - 1].kind is TokenKind.DASH and len(before) == 1


def _leads(items: Sequence[Item], end: int) -> bool:
    """Whether words that end at an index are the label of the time behind them."""
    behind = items[end : end + 2]
    return bool(behind) and (behind[0].kind in _TIMES or (behind[0].kind is _LABEL and len(behind) > 1))


def _is_unlike(time: Item, before: Sequence[Item]) -> bool:
    """Whether a time is of another sort than all that stands before it."""
    if time.kind is not _MOMENTS or len(time.moments) != 1:
        return False
    moment = time.moments[0]
    whole = root(moment.stretch)
    told = [each for item in before for each in _names(item)]
    if isinstance(whole, Current) and whole.unit is not Unit.YEAR:
        # «каждую пятницу, последняя пятница месяца – планёрка»
        return unit_of(moment.stretch) in SINGLE_DAYS and any(map(_is_short_series, before)) and not told
    if not told and unit_of(moment.stretch) in SINGLE_DAYS:
        return any(_goes_on(item, moment) for item in before)
    return bool(told) and all(_differ(each, moment) for each in told)


def _is_short_series(item: Item) -> bool:
    """«по понедельникам», «ежедневно»."""
    units = [unit_of(moment.stretch) for moment in item.moments]
    is_weekly = item.kind is not _MOMENTS and bool(units) and set(units).issubset(WEEKDAYS)
    return is_weekly or (item.recurrence is not None and item.recurrence.unit is Unit.DAY)


def _goes_on(series: Item, moment: Moment) -> bool:
    """«ежеквартально, до 25 декабря – итоги»: whether a series does not end on the day behind it."""
    if series.kind is not _PERIODICITY or series.recurrence is None:
        return False
    unit = series.recurrence.unit
    if moment.bound is Bound.FROM:
        return False
    return unit in MONTHS_IN_PART or (unit is Unit.WEEK and moment.bound is Bound.WITHIN)


def _names(item: Item) -> list[Moment]:
    """The times of an item that stand for themselves: no year and no year at hand."""
    moments = item.moments if item.kind is _MOMENTS else ()
    return [
        moment
        for moment in moments
        if not is_years(moment.stretch) and not isinstance(moment.stretch, Current)
    ]


def _differ(before: Moment, moment: Moment) -> bool:
    """Whether a day and the time before it are not bounded alike."""
    if unit_of(moment.stretch) not in SINGLE_DAYS or not month_of(moment.stretch):
        return False
    if before.bound is Bound.FROM or not isinstance(root(before.stretch), type(root(moment.stretch))):
        return False
    if moment.bound in LIMITS:  # «апрель, до 25 апреля – отчёт»
        return before.bound is not moment.bound
    is_period = unit_of(before.stretch) not in SINGLE_DAYS or isinstance(before.stretch, Between)
    is_of_it = month_of(before.stretch) == month_of(moment.stretch)  # «июнь, 12 июня – концерт»
    return is_period and before.bound is Bound.WITHIN and not is_of_it
