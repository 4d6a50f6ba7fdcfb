"""Times of day: notes beside a date, though the preposition before one may be that of the day."""

from dataclasses import replace

from roadmapc.deadline.ast import SINGLE_DAYS, Bound, Moment, NthOf, Unit
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.item import Item, ItemKind, item_from
from roadmapc.deadline.grammar.moments import joined
from roadmapc.deadline.grammar.stretches import unit_of
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.tokens import TokenKind
from roadmapc.source.span import Span

_TIMES = frozenset({TokenKind.CLOCK, TokenKind.NUMBER})


def is_limit_of_day(cursor: Cursor, item: Item) -> bool:
    """Whether a clock time is the hour by which a day ends: «до 12:00 10 июня», but not «с 9 до 12»."""
    if cursor.tokens[item.first].text != "до":
        return False
    before = cursor.tokens[item.first - 1].kind if item.first else TokenKind.END
    return before not in (TokenKind.CLOCK, TokenKind.NUMBER, TokenKind.WORD)


def until(moment: Moment) -> Moment:
    """«до 12:00 10 июня»: the preposition before the hour is that of the day."""
    is_day = moment.bound is Bound.WITHIN and unit_of(moment.stretch) in SINGLE_DAYS
    return replace(moment, bound=Bound.UNTIL) if is_day and isinstance(moment.stretch, NthOf) else moment


def with_windows(items: list[Item], cursor: Cursor) -> list[Item]:
    """«с 9.00 15 мая до 18.00 17 мая»: days between two hours are one window."""
    at = 0
    while at + len(_WINDOW) <= len(items):
        row = items[at : at + len(_WINDOW)]
        if row[0].kind is ItemKind.ASIDE and tuple(item.kind for item in row) == _WINDOW:
            items[at : at + len(_WINDOW)] = _window(row, cursor)
        at += 1
    return items


_WINDOW = (ItemKind.ASIDE, ItemKind.MOMENTS, ItemKind.ASIDE, ItemKind.MOMENTS)


def _window(items: list[Item], cursor: Cursor) -> list[Item]:
    opening, first, closing, last = items
    leads = (cursor.tokens[opening.first].text, cursor.tokens[closing.first].text)
    moments = (*first.moments, *last.moments)
    if leads != ("с", "до") or len(moments) != 2 or not all(_is_day(moment) for moment in moments):
        return items
    span = Span(first.span.start, last.span.end)
    window = Moment(joined(moments[0].stretch, moments[1].stretch), Bound.WITHIN, span)
    return [opening, closing, Item(ItemKind.MOMENTS, first.first, last.end, span, (window,))]


def _is_day(moment: Moment) -> bool:
    return isinstance(moment.stretch, NthOf) and moment.stretch.unit is Unit.DAY


def clock(cursor: Cursor) -> Item | None:
    """«10 часов», «10 ч. 30 мин.»."""
    if cursor.token.kind is not TokenKind.NUMBER or cursor.peek().sense is not Sense.CLOCK:
        return None
    start = cursor.at
    while cursor.token.kind is TokenKind.NUMBER and cursor.peek().sense is Sense.CLOCK:
        cursor.advance(2)
        cursor.skip_dot()
    return item_from(cursor, start, ItemKind.ASIDE)


def clock_after_preposition(cursor: Cursor) -> Item | None:
    """«в 15:00», «с 10-00 до 16-00»."""
    if cursor.peek().kind not in _TIMES:
        return None
    start = cursor.at
    cursor.advance()
    if cursor.token.kind is TokenKind.CLOCK:
        cursor.advance()
        cursor.skip_dot() if cursor.take(Sense.CLOCK) else None
        return item_from(cursor, start, ItemKind.ASIDE)
    item = clock(cursor)
    if item is None:
        cursor.at = start
        return None
    return item_from(cursor, start, ItemKind.ASIDE)
