"""Times of day: the hours of a day that is named beside them.

«в 15:00», «с 10-00 до 16-00», «10.00–12.00», «в 10 час. 30 мин.», «до 12:00 10 июня».
"""

import datetime as dt
from dataclasses import replace

from roadmapc.deadline.ast import Bound, Moment, NthOf
from roadmapc.deadline.codes import REVERSED_RANGE, UNKNOWN_WORDS
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import joined
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.deadline.words.idioms import idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind, tokenize
from roadmapc.source.span import Span
from roadmapc.text.regex import regex

_ASIDE = ItemKind.ASIDE
_CLOCK, _NUMBER, _DASH, _DATE = TokenKind.CLOCK, TokenKind.NUMBER, TokenKind.DASH, TokenKind.DATE
_TIMES = frozenset({_CLOCK, _NUMBER, _DATE})
_NO_LIMIT = (_CLOCK, _NUMBER, TokenKind.WORD)
"""Tokens before «до 12:00» that make it the end of the hours: «с 9 до 12»."""
_HOURS_OF_WINDOW = (("с", "до"), ("с", "по"))
_BEFORE_DAY = (ItemKind.WEEKDAY, ItemKind.COMMA)
_WINDOW = (ItemKind.ASIDE, ItemKind.MOMENTS, ItemKind.ASIDE, ItemKind.MOMENTS)
_LIMITS, _SINCE = ("до", "по"), ("с", "со")
"""Prepositions of an hour by which something ends; «к 10:00» people come, and it begins."""
_ENDS = (*_LIMITS, "к", "ко")
_FROM_NOON = {"дня": 8, "вечера": 12}
"""Hours below which these words mean those after noon: «3 часа дня», «7 часов вечера»."""
_PARTS_OF_DAY = ("утра", "ночи", *_FROM_NOON)
_NOON, _MIDNIGHT = 12, 24
_NIGHT = 12
"""Hours that a night lasts at most: «с 22:00 до 6:00» ends on the next day, «с 10:00 до 9:00» is a slip."""
_NEAR = 8
"""Tokens in which the date of an hour is looked for."""
_DIGITS = regex(r"\d+")
_AFTER_DAY = frozenset({Sense.MONTH, Sense.YEAR_MARK, Sense.UNIT})
_OF_DAYS = (Sense.MONTH, Sense.DATE_OF_MONTH, Sense.UNIT)
_MINUTES = ("мин", "минут", "минуты")


def read_hours(text: str) -> tuple[dt.time | None, dt.time | None]:
    """The hours that a cell names, «10.00», «с 10:00 до 14:00»; nothing where it names more or none."""
    cursor = Cursor(tokenize(text), Problems(text))
    word = cursor.token.word
    is_led = word is not None and word.sense is Sense.PREPOSITION
    item = read_clock_after_preposition(cursor) if is_led else read_clock(cursor)
    return (item.time, item.end_time) if item is not None and cursor.is_at_end else (None, None)


def read_clock(cursor: Cursor) -> Item | None:
    """«10.00», «10 часов», «10 ч. 30 мин.», «10.00–12.00»."""
    start = cursor.at
    if cursor.token.kind is _NUMBER and cursor.peek().sense is not Sense.CLOCK:
        return None
    first = _read_time(cursor)
    token = cursor.token
    if first is None and token.kind is _NUMBER and token.numbers[0] >= _MIDNIGHT:  # «24 часа», «36 ч.»
        cursor.advance(2)
        return cursor.item(_ASIDE, start)
    return _hours(cursor, start, first, "") if first is not None else None


def read_each_hours(cursor: Cursor) -> Item | None:
    """«каждые 2 часа», «каждый час»: how often on a day, no hour of it."""
    start = cursor.at
    cursor.advance()
    cursor.skip(_NUMBER)
    if not cursor.take(Sense.CLOCK):
        cursor.at = start
        return None
    return cursor.item(_ASIDE, start)


def read_clock_after_preposition(cursor: Cursor) -> Item | None:
    """«в 15:00», «с 10-00 до 16-00», «с 9 до 12 часов»."""
    if cursor.peek().kind not in _TIMES:
        return None
    start = cursor.at
    lead = cursor.token.text
    cursor.advance()
    first = _read_time(cursor) or _read_dotted(cursor, start) or _read_bare(cursor)
    if first is None or (lead in _SINCE and first == dt.time.min):  # «с 00 часов 1 июля» is from that day on
        cursor.at = start
        return None
    return _hours(cursor, start, first, lead)


def read_clock_behind_day(cursor: Cursor) -> Item | None:
    """«29 февраля, 16-30»: two numbers behind a date that are no days of a month."""
    start, before = cursor.at, cursor.tokens[cursor.at - 1] if cursor.at else None
    token, sign, minutes = cursor.token, cursor.peek(), cursor.peek(2)
    is_behind = before is not None and before.kind in (TokenKind.COMMA, TokenKind.OPEN, _DATE)
    is_tight = sign.kind is _DASH and sign.start == token.end and minutes.start == sign.end
    near = cursor.tokens[max(start - _NEAR, 0) : start]
    has_date = any(each.kind is _DATE or each.sense is Sense.MONTH for each in near)
    if (
        not (is_behind and is_tight and has_date and _are_minutes(minutes, cursor.peek(3)))
        or token.numbers[0] >= 24
    ):
        return None
    cursor.advance(3)
    return replace(cursor.item(_ASIDE, start), time=dt.time(token.numbers[0], minutes.numbers[0]))


def read_clock_of_limit(cursor: Cursor) -> Item | None:
    """«не позднее 17:00», «в срок до 12.00»: the hour by which a day ends."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = idiom[1] if idiom is not None else start
    hour = _read_time(cursor)
    if hour is None:
        cursor.at = start
        return None
    return replace(cursor.item(_ASIDE, start), end_time=hour)


def read_no_hour(cursor: Cursor) -> Item:
    """«25:00», «10:75» and «24:00», which is an hour of two days: a note, and that is said."""
    start = cursor.at
    cursor.advance()
    item = cursor.item(_ASIDE, start)
    message = f"часа «{cursor.problems.words(item.span)}» нет и в календаре не будет"
    cursor.problems.add(UNKNOWN_WORDS, item.span, message, "часы пишут от 00:00 до 23:59")
    return item


def _hours(cursor: Cursor, start: int, first: dt.time, lead: str) -> Item:
    """One hour, or the hours from it to the one that follows."""
    end = cursor.at
    is_range = cursor.skip(_DASH) or (lead in ("с", "со") and cursor.take_text(*_ENDS))
    last = (_read_time(cursor) or _read_dotted(cursor, start, is_end=True)) if is_range else None
    if last is None:
        cursor.at = end
    span = cursor.span_from(start)
    if last is not None and last <= first and first.hour - last.hour < _NIGHT:
        message = f"в часах «{cursor.problems.words(span)}» конец раньше начала"
        cursor.problems.add(REVERSED_RANGE, span, message, "исправьте один из двух часов")
    if lead in _LIMITS and last is None:
        return Item(_ASIDE, start, cursor.at, span, end_time=first)
    return Item(_ASIDE, start, cursor.at, span, time=first, end_time=last)


def _read_time(cursor: Cursor) -> dt.time | None:
    """An hour that can be no day, by its colon, zeros or the word for it; `None` if there is none such."""
    start = cursor.at
    token = cursor.token
    numbers: list[int] = []
    if token.kind is _CLOCK:
        numbers = list(map(int, _DIGITS.findall(token.text)))[:2]
        cursor.advance()
        _skip_word_of_clock(cursor)
    while not numbers[1:] and cursor.token.kind is _NUMBER and cursor.peek().sense is Sense.CLOCK:
        numbers.append(cursor.token.numbers[0])
        cursor.advance()
        _skip_word_of_clock(cursor)
    time = _time(numbers, cursor) if numbers else None
    if time is None:
        cursor.at = start
    return time


def _skip_word_of_clock(cursor: Cursor) -> None:
    if cursor.take(Sense.CLOCK):
        cursor.skip_dot()


def _time(numbers: list[int], cursor: Cursor) -> dt.time | None:
    hour, minute = (*numbers, 0)[:2]
    part = cursor.token.text
    if cursor.take_text(*_PARTS_OF_DAY):
        hour += _NOON if hour < _FROM_NOON.get(part, 0) else 0
        hour = 0 if part == "ночи" and hour == _NOON else hour
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _read_dotted(cursor: Cursor, start: int, *, is_end: bool = False) -> dt.time | None:
    """«в 18.10» behind a day, «10.00–12.10»: an hour that by its letters alone could be a date."""
    token = cursor.token
    if token.kind is not _DATE or token.numbers[2] or "." not in token.text:
        return None
    before = cursor.tokens[start - 1] if start else None
    is_behind_day = before is not None and (before.kind is _DATE or before.sense in _AFTER_DAY)
    if not is_end and (cursor.tokens[start].text not in ("в", "во") or not is_behind_day):
        return None
    hour, minute = token.numbers[:2]
    if hour >= 24 or minute >= 60 or not token.text[-2:].isdigit():
        return None
    cursor.advance()
    _skip_word_of_clock(cursor)
    return dt.time(hour, minute)


def _read_bare(cursor: Cursor) -> dt.time | None:
    """«с 9 до 12 часов», «с 10 до 12:00»: a number whose range ends with an hour; «в 10-30»."""
    token, sign, last = cursor.token, cursor.peek(), cursor.peek(2)
    if token.kind is not _NUMBER or token.numbers[0] >= 24:
        return None
    is_tight = sign.kind is _DASH and sign.start == token.end and last.start == sign.end
    if cursor.tokens[cursor.at - 1].text == "в" and is_tight and _are_minutes(last, cursor.peek(3)):
        cursor.advance(3)
        _skip_word_of_clock(cursor)
        return dt.time(token.numbers[0], last.numbers[0])
    is_range = sign.kind is _DASH or sign.text in _ENDS
    is_hour = last.kind is _CLOCK or (last.kind is _NUMBER and cursor.peek(3).sense is Sense.CLOCK)
    if not is_range or not is_hour or cursor.peek(3).text in _MINUTES:
        return None
    cursor.advance()
    return dt.time(token.numbers[0])


def _are_minutes(token: Token, behind: Token) -> bool:
    """Whether two digits behind «в 10-» are minutes, not the last of some days."""
    is_number = token.kind is _NUMBER and len(token.text) == 2 and token.numbers[0] < 60
    return is_number and behind.sense not in _OF_DAYS and behind.kind is not _DATE


def with_hours(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with days as the hours beside them bound them: «до 12:00 10 июня» is «до 10 июня»."""
    items = items.copy()
    for at, hour in enumerate(items):
        if hour.kind is not _ASIDE or not _ends_day(hour, cursor):
            continue
        behind = _behind_weekday(items, at)
        if behind < len(items) and items[behind].kind is ItemKind.MOMENTS:
            days = items[behind]
            items[behind] = replace(days, moments=tuple(map(_until, days.moments)))
    at = 0
    while at + len(_WINDOW) <= len(items):
        row = items[at : at + len(_WINDOW)]
        if tuple(item.kind for item in row) == _WINDOW:
            items[at : at + len(_WINDOW)] = _window(row, cursor)
        at += 1
    for at in range(len(items) - 2):  # «с 00:00 1 апреля до 24:00 30 июня»
        hour, first, last = items[at : at + 3]
        ends = (cursor.tokens[hour.first].text, cursor.tokens[last.first].text)
        is_window = hour.kind is _ASIDE and ends in _HOURS_OF_WINDOW and first.end == last.first
        window = _joined_days(first, last) if is_window and first.kind is last.kind else None
        if window is not None:
            return [*items[: at + 1], window, *items[at + 3 :]]
    return items


def _behind_weekday(items: list[Item], at: int) -> int:
    """The index behind an hour, and behind the weekday of its day: «до 18:00 (пт), 9 октября»."""
    behind = at + 1
    is_of_day_before = at > 0 and items[at - 1].kind is ItemKind.MOMENTS
    while not is_of_day_before and behind < len(items) and items[behind].kind in _BEFORE_DAY:
        behind += 1
    return behind


def _joined_days(first: Item, last: Item) -> Item | None:
    """The window between two days; `None` if the items are no such days."""
    stretches = [moment.stretch for moment in (*first.moments, *last.moments)]
    are_days = all(isinstance(stretch, NthOf) and stretch.unit is Unit.DAY for stretch in stretches)
    if len(stretches) != 2 or not are_days:
        return None
    span = Span(first.span.start, last.span.end)
    window = Moment(joined(*stretches), Bound.WITHIN, span)
    return Item(ItemKind.MOMENTS, first.first, last.end, span, (window,))


def _ends_day(hour: Item, cursor: Cursor) -> bool:
    """Whether a time is the hour by which a day ends: «до 12:00 10 июня», but not «с 9 до 12»."""
    before = cursor.tokens[hour.first - 1].kind if hour.first else TokenKind.END
    return hour.time is None and hour.end_time is not None and before not in _NO_LIMIT


def _until(moment: Moment) -> Moment:
    """A day with the preposition of the hour before it."""
    stretch = moment.stretch
    is_day = isinstance(stretch, NthOf) and stretch.unit in SINGLE_DAYS
    return replace(moment, bound=Bound.UNTIL) if is_day and moment.bound is Bound.WITHIN else moment


def _window(items: list[Item], cursor: Cursor) -> list[Item]:
    opening, first, closing, last = items
    leads = (cursor.tokens[opening.first].text, cursor.tokens[closing.first].text)
    days = _joined_days(first, last) if leads in _HOURS_OF_WINDOW else None
    if days is None:
        return items
    if closing.end_time is None:
        closing = replace(closing, time=None, end_time=closing.time)
    return [opening, closing, days]
