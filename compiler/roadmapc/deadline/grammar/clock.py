"""Times of day: notes beside a date, though the preposition before one may be that of the day."""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadline.ast import SINGLE_DAYS, Bound, Moment, Part
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.item import Item, ItemKind, item_from
from roadmapc.deadline.grammar.stretches import unit_of
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.tokens import Kind

_TIMES = frozenset({Kind.CLOCK, Kind.NUMBER})


def is_limit_of_day(cursor: Cursor, item: Item) -> bool:
    """Whether a clock time is the hour by which a day ends: «до 12:00 10 июня», but not «с 9 до 12»."""
    if cursor.tokens[item.first].text != "до":
        return False
    before = cursor.tokens[item.first - 1].kind if item.first else Kind.END
    return before not in (Kind.CLOCK, Kind.NUMBER, Kind.WORD)


def until(moment: Moment) -> Moment:
    """«до 12:00 10 июня»: the preposition before the hour is that of the day."""
    is_day = moment.bound is Bound.WITHIN and unit_of(moment.stretch) in SINGLE_DAYS
    return replace(moment, bound=Bound.UNTIL) if is_day and isinstance(moment.stretch, Part) else moment


def clock(cursor: Cursor) -> Item | None:
    """«10 часов», «10 ч. 30 мин.»."""
    if cursor.peek().sense is not Sense.CLOCK:
        return None
    start = cursor.at
    while cursor.token.kind is Kind.NUMBER and cursor.peek().sense is Sense.CLOCK:
        cursor.advance(2)
        cursor.skip_dot()
    return item_from(cursor, start, ItemKind.ASIDE)


def clock_after_preposition(cursor: Cursor) -> Item | None:
    """«в 15:00», «с 10-00 до 16-00»."""
    if cursor.peek().kind not in _TIMES:
        return None
    start = cursor.at
    cursor.advance()
    if cursor.token.kind is Kind.CLOCK:
        cursor.advance()
        cursor.skip_dot() if cursor.take(Sense.CLOCK) else None
        return item_from(cursor, start, ItemKind.ASIDE)
    item = clock(cursor)
    if item is None:
        cursor.at = start
        return None
    return item_from(cursor, start, ItemKind.ASIDE)
