"""What stands inside a range of days and is no part of it: weekdays, hours, words in brackets.

«с 3 февраля (пн) по 7 февраля (пт)», «с понедельника 3 февраля по пятницу 7 февраля», «с 3 февраля, 10:00, по
7 февраля». What is passed over here is not lost: each piece is an item of its own behind the range.
"""

from dataclasses import replace

from roadmapc.deadline.ast import Between
from roadmapc.deadline.reading.clock import read_clock
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.tails import read_tail
from roadmapc.deadline.reading.years import year_number
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_CLOCK, _DASH, _NUMBER, _OPEN = TokenKind.CLOCK, TokenKind.DASH, TokenKind.NUMBER, TokenKind.OPEN
APPOSED = frozenset({"даты", "дня", "дате", "дню", "срока", "сроку", "момента", "начала", "окончания"})
"""Words with which it is said behind a dash or in brackets what the day before them is."""
_BEFORE_APPOSITION = (TokenKind.DASH, TokenKind.OPEN)
_LONGEST_BRACKET = 8
"""Tokens of a bracket that is passed over; a longer one is a sentence."""
_MOST_BEFORE_DAY = 2
"""«до пятницы, 18:00, 9 октября»."""
_COMMA, _WORD = TokenKind.COMMA, TokenKind.WORD
_BEFORE_HOUR = (Sense.WEEKDAY, Sense.PREPOSITION)
_MIDNIGHT = ("24:00", "24.00", "24-00", "24")
_INCLUSIVE = Sense.INCLUSIVE
_BEFORE_INCLUSIVE = frozenset({TokenKind.WORD, TokenKind.OPEN, TokenKind.COMMA})
_DAYS = (TokenKind.NUMBER, TokenKind.DATE)
_ENDS_OF_BRACKET = (TokenKind.CLOSE, TokenKind.END)


def read_apposition(cursor: Cursor, items: list[Item]) -> Item | None:
    """«с 1 апреля – даты вступления в силу Порядка»: what a day is, in the case of the day; a remark."""
    start = cursor.at
    sign = cursor.tokens[start - 1].kind
    day = items[-2] if len(items) > 1 else None
    if sign not in _BEFORE_APPOSITION or day is None or day.end != start - 1:
        return None
    units = [unit_of(moment.stretch) for moment in day.moments]
    if day.kind is not ItemKind.MOMENTS or Unit.DAY not in units:
        return None
    cursor.advance()
    read_tail(cursor)
    if sign is TokenKind.DASH:
        items.pop()  # which would make of the words a label
    return cursor.item(ItemKind.ASIDE, start)


def pass_before_day(cursor: Cursor, *, is_end: bool = False) -> None:
    """Leave the weekday or the hour behind that stands between a preposition and its day."""
    start, passed = cursor.at, list[Item]()
    for _ in range(_MOST_BEFORE_DAY):
        each = _read_weekday_or_hour(cursor) or (_read_midnight(cursor) if is_end else None)
        if each is None:
            break
        if is_end and cursor.tokens[start - 1].kind is _DASH and cursor.token.kind is _COMMA:
            break  # «25.05 – 10.00, 26.05 – 11.00»: the hour is that of the day before the dash
        passed.append(_as_end(each) if is_end else each)
        cursor.skip(_COMMA)
        if cursor.token.kind in _DAYS and cursor.peek().sense is not Sense.CLOCK:
            cursor.passed += passed
            return
    cursor.at = start


def _read_midnight(cursor: Cursor) -> Item | None:
    """«до 24:00», «до 24 часов»: the hour at which a day ends says no more than the day."""
    start = cursor.at
    if cursor.token.text not in _MIDNIGHT or (
        cursor.token.kind is _NUMBER and cursor.peek().sense is not Sense.CLOCK
    ):
        return None
    cursor.advance()
    if cursor.take(Sense.CLOCK):
        cursor.skip_dot()
    return cursor.item(ItemKind.ASIDE, start)


def pass_behind_day(cursor: Cursor) -> None:
    """Leave behind what stands between a day and the sign of a range: in brackets, between commas or bare."""
    start, token = cursor.at, cursor.token
    if token.kind is _OPEN:
        _pass_bracket(cursor)
        return
    if token.kind is _COMMA:
        cursor.advance()
        token = cursor.token
    if token.kind is _WORD and token.sense not in _BEFORE_HOUR:  # nothing of the kind stands here
        cursor.at = start
        return
    passed = _read_weekday_or_hour(cursor)
    if passed is None:
        cursor.at = start
        return
    cursor.passed.append(passed)
    cursor.skip(_COMMA)


def pass_behind_range(cursor: Cursor) -> None:
    """The weekday or the hour of the last day of a range whose first day has one."""
    kinds = {item.kind for item in cursor.passed}
    if ItemKind.WEEKDAY in kinds and cursor.token.kind is _OPEN:
        cursor.pass_bracketed()
    elif cursor.token.kind is _CLOCK and any(item.time is not None for item in cursor.passed):
        hour = _read_weekday_or_hour(cursor)
        if hour is not None:
            cursor.passed.append(_as_end(hour))


def passed_within(cursor: Cursor, item: Item) -> list[Item]:
    """What was passed over inside an item; the weekdays of both ends of a range are one item."""
    inside = {each.first: each for each in cursor.passed if item.first <= each.first < item.end}
    cursor.passed = []
    passed: list[Item] = []
    for first in sorted(inside):
        each = inside[first]
        if each.kind is ItemKind.TEXT:  # its bracket keeps it apart from other words
            sign = cursor.tokens[first - 1]
            passed.append(Item(ItemKind.COMMA, first - 1, first, sign.span))
        passed.append(each)
    weekdays = [each for each in passed if each.kind is ItemKind.WEEKDAY]
    if not weekdays or not any(isinstance(moment.stretch, Between) for moment in item.moments):
        return passed
    others = [each for each in passed if each.kind is not ItemKind.WEEKDAY]
    if len(weekdays) == 2:
        opening, closing = weekdays
        return [*others, replace(opening, moments=(*opening.moments, *closing.moments))]
    # one weekday of a range may be that of either end
    return [*others, *(replace(each, kind=ItemKind.ASIDE, moments=()) for each in weekdays)]


def _as_end(hour: Item) -> Item:
    return replace(hour, time=None, end_time=hour.end_time or hour.time)


def _read_weekday_or_hour(cursor: Cursor) -> Item | None:
    weekday = cursor.take_weekday()
    if weekday is not None:
        return weekday
    start = cursor.at
    cursor.take_lemma("в", "с", "к")
    hour = read_clock(cursor) if cursor.token.kind in (_CLOCK, _NUMBER) else None
    if hour is None:
        cursor.at = start
    return hour


def _pass_bracket(cursor: Cursor) -> None:
    """A bracket with its words; `cursor` stays where it is if the bracket is not closed soon."""
    start = cursor.at
    cursor.advance()
    first = cursor.at
    if year_number(cursor.token) is not None:  # «1 мая (2026 г.) – 1 июня (2027 г.)»
        cursor.at = start
        return
    words = _read_weekday_or_hour(cursor)
    if words is None and cursor.take(_INCLUSIVE):
        cursor.skip_dot()
    elif words is None:
        while cursor.token.kind not in _ENDS_OF_BRACKET and cursor.at - first < _LONGEST_BRACKET:
            cursor.advance()
        words = cursor.item(ItemKind.TEXT, first)
    if not cursor.skip(TokenKind.CLOSE):
        cursor.at = start
        return
    if words is not None:
        cursor.passed.append(words)


def read_inclusive(cursor: Cursor) -> bool:
    """Leave «включительно» behind, in brackets or behind a comma; whether it stands here."""
    start = cursor.at
    token = cursor.tokens[start]
    if token.kind not in _BEFORE_INCLUSIVE or (token.word is not None and token.sense is not _INCLUSIVE):
        return False
    opened = cursor.skip(_OPEN)
    cursor.skip(_COMMA)
    if cursor.take(_INCLUSIVE):
        cursor.skip_dot()
        return not opened or cursor.skip(TokenKind.CLOSE)
    cursor.at = start
    return False
