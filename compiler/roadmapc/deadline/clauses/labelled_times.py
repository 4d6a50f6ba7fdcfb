"""A time with words behind a dash: they are said of it, and not of another sort of time before it.

«апрель, до 25 апреля – отчёт», «понедельник – школы, среда – детские сады»: the comma before such a time
parts as a semicolon does. Of days bounded alike, «до 1 мая, до 1 июня – отчёт», they may be said of all.
"""

from collections.abc import Sequence
from dataclasses import replace

from roadmapc.deadline.ast import LIMITS, Between, Bound, Continuous, Current, Moment, OnDemand, Scheduled
from roadmapc.deadline.clauses.runs import end_of_run
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_years, month_of, root, unit_of
from roadmapc.deadline.unit import MONTHS_IN_PART, SINGLE_DAYS, WEEKDAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_COMMA, _LABEL, _TEXT, _MOMENTS = ItemKind.COMMA, ItemKind.LABEL, ItemKind.TEXT, ItemKind.MOMENTS
_PERIODICITY, _WEEKDAY, _BREAK = ItemKind.PERIODICITY, ItemKind.WEEKDAY, ItemKind.BREAK
_FEWEST = 5
"""Items of the shortest such words: «апрель, до 25 апреля – отчёт»."""
_GENITIVE = ("графика", "графиков", "плана", "планов")
_TIMES = (_MOMENTS, _PERIODICITY, _WEEKDAY)


def with_labelled_times(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with a break before each time that has words of its own behind it."""
    if len(items) < _FEWEST:
        return items
    parted = items
    first = 0
    for at, item in enumerate(items):
        if item.kind is _BREAK:
            first = at + 1
        elif isinstance(item.rule, Scheduled) and _is_word(items, at, cursor):
            parted = parted.copy()
            parted[at] = replace(item, kind=_TEXT, rule=None)
        elif item.kind is _COMMA and first < at < len(items) - 2 and _parts(items, first, at, cursor):
            parted = parted.copy()
            parted[at] = replace(item, kind=_BREAK)
            first = at + 1
    return parted


def _is_word(items: Sequence[Item], at: int, cursor: Cursor) -> bool:
    """Whether «план» is what is due, and no document by which something else is."""
    item, behind = items[at], items[at + 1 : at + 3]
    if at == 0 or cursor.tokens[item.first].sense is Sense.PREPOSITION:
        return False
    if items[at - 1].kind is _TEXT and items[at - 1].end == item.first:  # «апрель – утверждение графика»
        return cursor.tokens[item.first].text.endswith(_GENITIVE)
    # «ежеквартально, план – до 25 декабря»
    is_label = len(behind) > 1 and behind[0].kind is _LABEL and behind[1].kind in _TIMES
    return is_label and item.end == item.first + 1 and items[at - 1].kind in (_COMMA, _BREAK)


def _parts(items: Sequence[Item], first: int, at: int, cursor: Cursor) -> bool:
    """Whether the sign at an index stands before a time that the words behind it are said of."""
    token = cursor.tokens[items[at].first]
    if token.kind not in (TokenKind.COMMA, TokenKind.OPEN) and token.sense is not Sense.AND:
        return False
    time = items[at + 1]
    is_remarked = cursor.tokens[items[at - 1].first].kind is TokenKind.CLOSE and items[at - 2].kind is _TEXT
    is_told = time.kind is _PERIODICITY and is_remarked
    if time.kind not in _TIMES or not (is_told or _has_label(items, _end_of_time(items, at + 1), cursor)):
        return False
    words = [
        item for item in items[first:at] if item.kind in (_TEXT, ItemKind.RULE) or _is_name(item, cursor)
    ]
    before = [item for item in items[first:at] if item.kind in _TIMES and item not in words]
    if is_told and before:
        return before[0].kind is _PERIODICITY  # «ежемесячно до 5 числа (сводка), ежеквартально до 10 числа»
    if words and not before:  # «постоянно, до 1 июня – отчёт»
        return all(isinstance(item.rule, Continuous | OnDemand) for item in words)
    if words and words[-1].first > before[-1].first:
        # «каждый вторник – приём, последний четверг месяца – выезд»
        return token.kind is TokenKind.COMMA
    return _is_led(before, items, cursor) or _is_unlike(time, before[-1:] if words else before)


def _is_name(item: Item, cursor: Cursor) -> bool:
    """«первое воскресенье октября – День учителя»: what the day before the dash is called."""
    is_feast = bool(item.moments) and item.moments[0].span in cursor.occasions
    return is_feast and cursor.tokens[item.first - 1].kind is TokenKind.DASH


def _has_label(items: Sequence[Item], at: int, cursor: Cursor) -> bool:
    """Whether a dash with words stands at an index, and no time behind them."""
    if len(items) < at + 2 or items[at].kind is not _LABEL:
        return False
    end = end_of_run(items, at + 1, cursor.tokens)
    if isinstance(items[at + 1].rule, Continuous):  # «18–20 сентября – круглосуточно»
        return len(items) == at + 2
    behind = [item.kind for item in items[end : end + 2]]
    is_led = bool(behind) and (behind[0] in _TIMES or (behind[0] is _LABEL and len(behind) > 1))
    return end > at + 1 and not is_led


def _is_led(before: Sequence[Item], items: Sequence[Item], cursor: Cursor) -> bool:
    """«семинары – март–май, 15 апреля – конференция»; «приём: март, июнь – выезд» may be of both."""
    last = items.index(before[-1]) if before else 0
    is_led = last > 1 and items[last - 2].kind in (_TEXT, ItemKind.RULE)
    return is_led and cursor.tokens[items[last - 1].first].kind is TokenKind.DASH


def _end_of_time(items: Sequence[Item], at: int) -> int:
    """The index behind a time with its hour, or behind weekdays in a list: «вторник, четверг – дети»."""
    while at + 2 < len(items) and items[at].kind is items[at + 2].kind is _WEEKDAY:
        if items[at + 1].kind is not _COMMA:
            break
        at += 2
    if items[at].kind is _PERIODICITY and at + 2 < len(items) and items[at + 1].kind is _MOMENTS:
        at += 1  # «ежегодно в мае – проверка знаний»
    bracket = [item.kind for item in items[at + 1 : at + 4]]
    if items[at].kind is _PERIODICITY and bracket == [_COMMA, _MOMENTS, _COMMA]:
        return at + 4  # «1 раз в год (ноябрь) – инструктаж»
    near = [item.kind for item in items[at + 1 : at + 3]]
    hour = near.index(ItemKind.ASIDE) + 1 if ItemKind.ASIDE in near and near[0] is not _LABEL else 0
    return at + 1 + hour


def _is_unlike(time: Item, before: Sequence[Item]) -> bool:
    """Whether a time is of another sort than all that stands before it."""
    told = [each for item in before for each in _names(item)]
    if time.kind is _PERIODICITY and not time.moments and time.recurrence is not None:
        # «до 25 декабря – план, ежеквартально – отчёт»
        return time.recurrence.unit is not Unit.YEAR and any(_is_exact(each) for each in told)
    if time.kind is not _MOMENTS or len(time.moments) != 1:
        return False
    moment = time.moments[0]
    whole = root(moment.stretch)
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


def _is_exact(moment: Moment) -> bool:
    """Whether it is a day of a month that is named."""
    return unit_of(moment.stretch) in SINGLE_DAYS and month_of(moment.stretch) > 0


def _differ(before: Moment, moment: Moment) -> bool:
    """Whether a day and the time before it are not bounded alike."""
    if not _is_exact(moment):
        return False
    if before.bound is Bound.FROM or not isinstance(root(before.stretch), type(root(moment.stretch))):
        return False
    if moment.bound in LIMITS:  # «апрель, до 25 апреля – отчёт»
        return before.bound is not moment.bound
    is_period = unit_of(before.stretch) not in SINGLE_DAYS or isinstance(before.stretch, Between)
    is_of_it = month_of(before.stretch) == month_of(moment.stretch)  # «июнь, 12 июня – концерт»
    return is_period and before.bound is Bound.WITHIN and not is_of_it
