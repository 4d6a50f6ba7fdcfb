"""A phrase as a row of items: moments, periodicities, references, words and signs."""

from roadmapc.deadline.ast import Recurrence
from roadmapc.deadline.reading.addresses import STREETS, is_name
from roadmapc.deadline.reading.clock import (
    read_clock,
    read_clock_after_preposition,
    read_clock_of_limit,
    with_hours,
)
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind, Reader
from roadmapc.deadline.reading.events import (
    read_after,
    read_campaign,
    read_during,
    read_named_period,
    read_numbered_reference,
    read_reference,
    read_reported,
    read_results,
)
from roadmapc.deadline.reading.exceptions import read_exception
from roadmapc.deadline.reading.moments import read_moments
from roadmapc.deadline.reading.periodicity import read_periodicity, read_weekdays
from roadmapc.deadline.reading.tails import read_tail
from roadmapc.deadline.reading.terms import read_term
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_ASIDE, _MOMENTS = ItemKind.ASIDE, ItemKind.MOMENTS
_SIGNS = {
    **dict.fromkeys(
        (TokenKind.COMMA, TokenKind.DOT, TokenKind.SLASH, TokenKind.OPEN, TokenKind.CLOSE, TokenKind.OTHER),
        ItemKind.COMMA,
    ),
    TokenKind.DASH: ItemKind.LABEL,
    TokenKind.COLON: ItemKind.LABEL,
    TokenKind.BREAK: ItemKind.BREAK,
}


def read_items(cursor: Cursor) -> list[Item]:
    """All items of a phrase."""
    items: list[Item] = []
    while not cursor.is_at_end:
        start, token = cursor.at, cursor.token
        sign = _SIGNS.get(token.kind)
        if sign is not None:
            cursor.advance()
            items.append(Item(sign, start, cursor.at, token.span))
            continue
        item = _read_item(cursor)
        if item is None:
            cursor.at = start + 1
            item = cursor.item(ItemKind.TEXT, start)
        items.append(item)
    return with_hours(items, cursor) if _ASIDE in [item.kind for item in items] else items


def _read_item(cursor: Cursor) -> Item | None:
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
    idiom = idiom_at(cursor.tokens, cursor.at)
    if idiom is not None:
        return _BY_MEANING.get(idiom[0].meaning, (read_reference,))
    if token.word is None:
        return ()
    is_preposition = token.word.sense is Sense.PREPOSITION
    return _BY_LEMMA[token.word.lemma] if is_preposition else _BY_SENSE.get(token.word.sense, ())


def _moments(cursor: Cursor) -> Item | None:
    start = cursor.at
    moments = read_moments(cursor)
    return cursor.item(_MOMENTS, start, moments) if moments else None


def _periodicity(cursor: Cursor) -> Item | None:
    start = cursor.at
    periodicity = read_periodicity(cursor)
    if periodicity is None:
        return None
    recurrence, moments = periodicity
    return cursor.item(ItemKind.PERIODICITY, start, moments, recurrence)


def _sign(kind: ItemKind, length: int = 1) -> Reader:
    """Words that only part others: «и», «далее», «кроме того»."""

    def read(cursor: Cursor) -> Item | None:
        start = cursor.at
        cursor.advance(length)
        return cursor.item(kind, start)

    return read


def _tail(kind: ItemKind) -> Reader:
    """Words with all that belongs to them: «по состоянию на 1 января», «кроме лета»."""

    def read(cursor: Cursor) -> Item | None:
        start = cursor.at
        cursor.advance()
        read_tail(cursor, is_own=kind is ItemKind.TEXT)
        return cursor.item(kind, start)

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
    return cursor.item(ItemKind.TEXT, start)


def _weekday(cursor: Cursor) -> Item | None:
    """A weekday, which may only repeat a date beside it; «понедельники сентября» are a series."""
    start = cursor.at
    moments = read_weekdays(cursor)
    if not moments:
        return None
    kind = ItemKind.PERIODICITY if cursor.token.sense is Sense.MONTH else ItemKind.WEEKDAY
    return cursor.item(kind, start, moments, Recurrence(Unit.WEEK))


_NUMERAL: tuple[Reader, ...] = (read_clock, _periodicity, _moments, read_term, read_numbered_reference)
_BY_KIND: dict[TokenKind, tuple[Reader, ...]] = {
    TokenKind.CLOCK: (read_clock, _sign(ItemKind.ASIDE)),
    TokenKind.DATE: (_moments,),
    TokenKind.MONTH: (_moments,),
    TokenKind.NUMBER: _NUMERAL,
    TokenKind.ROMAN: (_moments, read_numbered_reference),
}
_BY_MEANING: dict[Meaning, tuple[Reader, ...]] = {
    Meaning.WITHIN: (read_term, _moments, read_reference),
    Meaning.NOT_LATER: (read_clock_of_limit, read_term, _moments),
    Meaning.UNTIL: (read_clock_of_limit, read_term, _moments, read_reference),
    Meaning.SINCE: (_moments,),
    Meaning.AT_LEAST: (_periodicity, read_term),
    Meaning.WHOLE_PLAN: (_moments, read_reference),
    Meaning.ONCE: (_moments, read_reference),
    Meaning.FEAST: (_moments,),
    Meaning.RESULTS: (read_results,),
    Meaning.AFTER: (read_after,),
    Meaning.DURING: (_moments, read_reference),
    Meaning.ASIDE: (_tail(ItemKind.ASIDE),),
    Meaning.BESIDES: (_sign(ItemKind.BESIDES, 2),),
    Meaning.EXCEPT: (read_exception, _tail(ItemKind.TEXT)),
}
_BY_SENSE: dict[Sense, tuple[Reader, ...]] = {
    **dict.fromkeys(
        (Sense.MONTH, Sense.EDGE, Sense.CURRENT, Sense.NEXT, Sense.REPORTED, Sense.CALENDAR), (_moments,)
    ),
    Sense.ACADEMIC: (_moments,),
    Sense.WHOLE: (_moments,),
    Sense.SEASON: (_moments, read_during, read_campaign),
    Sense.NAMED: (_moments,),
    Sense.UNIT: (_moments, read_campaign),
    Sense.CARDINAL: _NUMERAL,
    Sense.ORDINAL: _NUMERAL,
    Sense.TERM: (read_term,),
    Sense.TIMES: (_periodicity,),
    Sense.ADVERB: (_periodicity,),
    Sense.EACH: (_periodicity,),
    Sense.CLOCK: (_sign(ItemKind.ASIDE),),
    Sense.WEEKDAY: (_weekday,),
    Sense.PLACE: (_street,),
    Sense.AND: (_sign(ItemKind.COMMA),),
    Sense.THEN: (_sign(ItemKind.THEN),),
    Sense.FILLER: (_sign(ItemKind.COMMA),),
}
_BY_LEMMA: dict[str, tuple[Reader, ...]] = {
    "до": (read_clock_after_preposition, _moments, read_term, read_reference),
    "к": (read_clock_after_preposition, _moments, read_reference),
    "с": (read_clock_after_preposition, _periodicity, _moments, read_reference),
    "от": (read_reference,),
    "по": (_periodicity, _moments, read_reference),
    "в": (
        *(read_clock_after_preposition, _periodicity, read_term, _moments),
        *(read_during, read_campaign, read_named_period),
    ),
    "на": (_moments, read_term, read_during, read_campaign, read_named_period),
    "за": (read_reported, read_term, _periodicity),
    "через": (read_term,),
    "после": (read_reference,),
    "перед": (_moments, read_reference),
}
