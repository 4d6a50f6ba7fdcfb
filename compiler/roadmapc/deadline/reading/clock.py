"""Times of day: notes beside a date, though the preposition before one may be that of the day."""

from dataclasses import replace
from itertools import pairwise

from roadmapc.deadline.ast import Bound, Moment, NthOf
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import joined
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_TIMES = frozenset({TokenKind.CLOCK, TokenKind.NUMBER})
_NO_LIMIT = (TokenKind.CLOCK, TokenKind.NUMBER, TokenKind.WORD)
"""Tokens before «до 12:00» that make it the end of the hours: «с 9 до 12»."""
_HOURS_OF_WINDOW = (("с", "до"), ("с", "по"))
_WINDOW = (ItemKind.ASIDE, ItemKind.MOMENTS, ItemKind.ASIDE, ItemKind.MOMENTS)


def read_clock(cursor: Cursor) -> Item | None:
    """«10 часов», «10 ч. 30 мин.»."""
    start = cursor.at
    while cursor.token.kind is TokenKind.NUMBER and cursor.peek().sense is Sense.CLOCK:
        cursor.advance(2)
        cursor.skip_dot()
    return cursor.item(ItemKind.ASIDE, start) if cursor.at > start else None


def read_clock_after_preposition(cursor: Cursor) -> Item | None:
    """«в 15:00», «с 10-00 до 16-00»."""
    if cursor.peek().kind not in _TIMES:
        return None
    start = cursor.at
    cursor.advance()
    if cursor.skip(TokenKind.CLOCK):
        if cursor.take(Sense.CLOCK):
            cursor.skip_dot()
    elif read_clock(cursor) is None:
        cursor.at = start
        return None
    return cursor.item(ItemKind.ASIDE, start)


def with_hours(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with days as the hours beside them bound them: «до 12:00 10 июня» is «до 10 июня»."""
    items = items.copy()
    for at, (hour, days) in enumerate(pairwise(items), 1):
        if hour.kind is ItemKind.ASIDE and days.kind is ItemKind.MOMENTS and _ends_day(hour, cursor):
            items[at] = days._replace(moments=tuple(map(_until, days.moments)))
    at = 0
    while at + len(_WINDOW) <= len(items):
        row = items[at : at + len(_WINDOW)]
        if tuple(item.kind for item in row) == _WINDOW:
            items[at : at + len(_WINDOW)] = _window(row, cursor)
        at += 1
    return items


def _ends_day(hour: Item, cursor: Cursor) -> bool:
    """Whether a time is the hour by which a day ends: «до 12:00 10 июня», but not «с 9 до 12»."""
    before = cursor.tokens[hour.first - 1].kind if hour.first else TokenKind.END
    return cursor.tokens[hour.first].text == "до" and before not in _NO_LIMIT


def _until(moment: Moment) -> Moment:
    """A day with the preposition of the hour before it."""
    stretch = moment.stretch
    is_day = isinstance(stretch, NthOf) and stretch.unit in SINGLE_DAYS
    return replace(moment, bound=Bound.UNTIL) if is_day and moment.bound is Bound.WITHIN else moment


def _window(items: list[Item], cursor: Cursor) -> list[Item]:
    opening, first, closing, last = items
    leads = (cursor.tokens[opening.first].text, cursor.tokens[closing.first].text)
    stretches = [moment.stretch for moment in (*first.moments, *last.moments)]
    are_days = all(isinstance(stretch, NthOf) and stretch.unit is Unit.DAY for stretch in stretches)
    if leads not in _HOURS_OF_WINDOW or len(stretches) != 2 or not are_days:
        return items
    span = Span(first.span.start, last.span.end)
    window = Moment(joined(*stretches), Bound.WITHIN, span)
    return [opening, closing, Item(ItemKind.MOMENTS, first.first, last.end, span, (window,))]
