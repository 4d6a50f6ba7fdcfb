"""A phrase as a row of items: moments, periodicities, references, words and signs."""

from collections.abc import Iterator

from roadmapc.deadline.ast import Moment, Recurrence, Unit
from roadmapc.deadline.grammar.addresses import STREETS, is_name
from roadmapc.deadline.grammar.clock import (
    clock,
    clock_after_preposition,
    is_limit_of_day,
    until,
    with_windows,
)
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.exceptions import read_exception
from roadmapc.deadline.grammar.item import Item, ItemKind, Reader, item_from
from roadmapc.deadline.grammar.moments import read_moments
from roadmapc.deadline.grammar.occasions import (
    campaign,
    during,
    named_period,
    numbered_reference,
    reference,
)
from roadmapc.deadline.grammar.periodicity import read_periodicity, read_weekdays
from roadmapc.deadline.grammar.reported import event, reported, results
from roadmapc.deadline.grammar.tails import read_tail
from roadmapc.deadline.grammar.terms import read_term
from roadmapc.deadline.idioms import Meaning, idiom_at
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.tokens import TokenKind


def read_items(cursor: Cursor) -> list[Item]:
    """All items of a phrase."""
    return with_windows(list(_items(cursor)), cursor)


def _items(cursor: Cursor) -> Iterator[Item]:
    is_limited = False
    while not cursor.is_at_end:
        start = cursor.at
        item = _read_item(cursor)
        if item is None:
            cursor.at = start + 1
            item = item_from(cursor, start, ItemKind.TEXT)
        if is_limited and item.kind is ItemKind.MOMENTS:
            item = item._replace(moments=tuple(until(moment) for moment in item.moments))
        is_limited = item.kind is ItemKind.ASIDE and is_limit_of_day(cursor, item)
        yield item


_SIGNS = {
    TokenKind.COMMA: ItemKind.COMMA,
    TokenKind.DOT: ItemKind.COMMA,
    TokenKind.SLASH: ItemKind.COMMA,
    TokenKind.OPEN: ItemKind.COMMA,
    TokenKind.CLOSE: ItemKind.COMMA,
    TokenKind.DASH: ItemKind.LABEL,
    TokenKind.COLON: ItemKind.LABEL,
    TokenKind.BREAK: ItemKind.BREAK,
    TokenKind.CLOCK: ItemKind.ASIDE,
    TokenKind.OTHER: ItemKind.COMMA,
}


def _read_item(cursor: Cursor) -> Item | None:
    token = cursor.token
    sign = _SIGNS.get(token.kind)
    if sign is not None:
        cursor.advance()
        return Item(sign, cursor.at - 1, cursor.at, token.span)
    for reader in _readers(cursor):
        item = reader(cursor)
        if item is not None:
            return item
    return None


def _readers(cursor: Cursor) -> tuple[Reader, ...]:
    """What the next token may begin, the likeliest first."""
    token = cursor.token
    if token.kind in _BY_KIND:
        return () if is_name(cursor) else _BY_KIND[token.kind]
    found = idiom_at(cursor.tokens, cursor.at)
    if found is not None:
        return _BY_MEANING.get(found[0].meaning, (reference,))
    if token.word is None:
        return ()
    return _BY_LEMMA[token.word.lemma] if token.word.lemma else _BY_SENSE.get(token.word.sense, ())


def _moments(cursor: Cursor) -> Item | None:
    start = cursor.at
    moments = read_moments(cursor)
    if not moments:
        return None
    return Item(ItemKind.MOMENTS, start, cursor.at, cursor.span_from(start), moments)


def _periodicity(cursor: Cursor) -> Item | None:
    start = cursor.at
    found = read_periodicity(cursor)
    if found is None:
        return None
    span = cursor.span_from(start)
    return Item(ItemKind.PERIODICITY, start, cursor.at, span, found.moments, found.recurrence)


def _term(cursor: Cursor) -> Item | None:
    start = cursor.at
    found = read_term(cursor)
    if found is None:
        return None
    item = item_from(cursor, start, ItemKind.RULE)
    if isinstance(found, Moment):
        return item._replace(kind=ItemKind.MOMENTS, moments=(found,))
    return item._replace(rule=found)


def _sign(kind: ItemKind) -> Reader:
    def read(cursor: Cursor) -> Item | None:
        cursor.advance()
        return item_from(cursor, cursor.at - 1, kind)

    return read


def _street(cursor: Cursor) -> Item | None:
    """«ул. 8 Марта», «ул. 40 лет Октября»: a date in the name of a street."""
    start = cursor.at
    if cursor.token.text not in STREETS:
        return None
    cursor.advance()
    cursor.skip_dot()
    is_numbered = cursor.skip(TokenKind.NUMBER)
    cursor.take_text("лет")
    if not is_numbered or not cursor.take(Sense.MONTH):
        cursor.at = start
        return None
    return item_from(cursor, start, ItemKind.TEXT)


def _tail(kind: ItemKind) -> Reader:
    """Words with all that belongs to them: «по состоянию на 1 января», «кроме лета»."""

    def read(cursor: Cursor) -> Item | None:
        start = cursor.at
        cursor.advance()
        read_tail(cursor, is_own=kind is ItemKind.TEXT)
        return item_from(cursor, start, kind)

    return read


def _besides(cursor: Cursor) -> Item | None:
    start = cursor.at
    cursor.advance(2)
    return item_from(cursor, start, ItemKind.BESIDES)


def _weekday(cursor: Cursor) -> Item | None:
    """A weekday, which may only repeat a date beside it; «понедельники сентября» are a series."""
    start = cursor.at
    moments = read_weekdays(cursor)
    if not moments:
        return None
    kind = ItemKind.PERIODICITY if cursor.token.sense is Sense.MONTH else ItemKind.WEEKDAY
    item = item_from(cursor, start, kind)
    return item._replace(recurrence=Recurrence(Unit.WEEK), moments=moments)


_NUMERAL: tuple[Reader, ...] = (clock, _periodicity, _moments, _term, numbered_reference)
_UNIT: tuple[Reader, ...] = (_moments,)
_BY_KIND: dict[TokenKind, tuple[Reader, ...]] = {
    TokenKind.DATE: (_moments,),
    TokenKind.MONTH: (_moments,),
    TokenKind.NUMBER: _NUMERAL,
    TokenKind.ROMAN: (_moments, numbered_reference),
}
_BY_MEANING: dict[Meaning, tuple[Reader, ...]] = {
    Meaning.WITHIN: (_term, _moments, reference),
    Meaning.NOT_LATER: (_term, _moments),
    Meaning.UNTIL: (_term, _moments, reference),
    Meaning.SINCE: (_moments,),
    Meaning.AT_LEAST: (_periodicity, _term),
    Meaning.WHOLE_PLAN: (_moments, reference),
    Meaning.ONCE: (_moments, reference),
    Meaning.FEAST: (_moments,),
    Meaning.RESULTS: (results,),
    Meaning.AFTER: (event,),
    Meaning.DURING: (_moments, reference),
    Meaning.ASIDE: (_tail(ItemKind.ASIDE),),
    Meaning.BESIDES: (_besides,),
    Meaning.EXCEPT: (read_exception, _tail(ItemKind.TEXT)),
}
_BY_SENSE: dict[Sense, tuple[Reader, ...]] = {
    Sense.MONTH: (_moments,),
    Sense.SEASON: (_moments, during, campaign),
    Sense.EDGE: (_moments,),
    Sense.CURRENT: _UNIT,
    Sense.NEXT: _UNIT,
    Sense.REPORTED: _UNIT,
    Sense.CALENDAR: _UNIT,
    Sense.ACADEMIC: _UNIT,
    Sense.UNIT: (_moments, campaign),
    Sense.CARDINAL: _NUMERAL,
    Sense.ORDINAL: _NUMERAL,
    Sense.TERM: (_term,),
    Sense.TIMES: (_periodicity,),
    Sense.ADVERB: (_periodicity,),
    Sense.EACH: (_periodicity,),
    Sense.WHOLE: _UNIT,
    Sense.CLOCK: (_sign(ItemKind.ASIDE),),
    Sense.WEEKDAY: (_weekday,),
    Sense.PLACE: (_street,),
    Sense.AND: (_sign(ItemKind.COMMA),),
    Sense.THEN: (_sign(ItemKind.THEN),),
    Sense.FILLER: (_sign(ItemKind.COMMA),),
}
_BY_LEMMA: dict[str, tuple[Reader, ...]] = {
    "до": (clock_after_preposition, _moments, _term, reference),
    "к": (clock_after_preposition, _moments, reference),
    "с": (clock_after_preposition, _periodicity, _moments, reference),
    "от": (reference,),
    "по": (_periodicity, _moments, reference),
    "в": (clock_after_preposition, _periodicity, _term, _moments, during, campaign, named_period),
    "на": (_moments, _term, during, campaign, named_period),
    "за": (reported, _term, _periodicity),
    "через": (_term,),
    "после": (reference,),
    "перед": (_moments, reference),
}
