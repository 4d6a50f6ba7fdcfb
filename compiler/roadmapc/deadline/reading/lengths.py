"""Lengths of time: «в течение 10 рабочих дней», «в месячный срок», «не позднее чем за 5 дней»."""

from typing import NamedTuple

from roadmapc.deadline.ast import Bound, Duration
from roadmapc.deadline.reading.bounds import skip_than
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.numbers import read_cardinal, read_counted_unit
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_LONGEST = 400
"""Greater counts are years or house numbers."""
NAMED_PARTS = (Unit.QUARTER, Unit.HALF_YEAR, Unit.DECADE)
"""Units that a number rather names than counts: «в течение 1 квартала»."""
_LEADS = (Meaning.WITHIN, Meaning.NOT_LATER, Meaning.AT_LEAST, Meaning.SINCE)
_MOST_LEADS = 3
DAYS = (Unit.DAY, Unit.WORKING_DAY)
_EXPIRY = ("по", "до")
"""«по истечении трёх дней», «до истечения трёх дней»."""
_WHICH = ("го", "й", "му")
"""Endings of digits that say which one: «3-го рабочего дня»."""
TERMS = ("срок", "срока")


class Lead(NamedTuple):
    """What the words before a length say."""

    bound: Bound = Bound.NOT_LATER
    is_through: bool = False
    """«через»: when the time is over."""
    is_before: bool = False
    """«за»: before the event, even if none is named."""
    is_inside: bool = False
    """«в»: inside of what the number names, if it names a part of a year."""


def read_leads(cursor: Cursor) -> Lead:
    """Words before the length: «в течение», «не позднее чем за», «через», «по истечении»."""
    is_limit = is_start = is_through = is_before = is_inside = False
    for _ in range(_MOST_LEADS):
        start = cursor.at
        idiom = idiom_at(cursor.tokens, start)
        if idiom is not None and idiom[0].meaning in _LEADS:
            is_start = is_start or idiom[0].meaning is Meaning.SINCE
            is_limit = is_limit or idiom[0].meaning is Meaning.NOT_LATER
            cursor.at = idiom[1]
        elif cursor.token.text in _EXPIRY and cursor.peek().text.startswith("истечени"):
            is_through = is_through or cursor.token.text == "по"
            is_limit = is_limit or cursor.token.text == "до"
            cursor.advance(2)
        skip_than(cursor)
        lemma = cursor.take_lemma("за", "через", "в", "до", "на")
        is_through, is_before = is_through or lemma == "через", is_before or lemma == "за"
        is_inside = is_inside or lemma == "в"
        cursor.take(Sense.FILLER)
        cursor.skip(TokenKind.DASH)
        if cursor.at == start:
            break
    bound = Bound.FROM if is_start else Bound.WITHIN if is_through and not is_limit else Bound.NOT_LATER
    return Lead(bound, is_through, is_before, is_inside)


def read_duration(cursor: Cursor) -> tuple[Duration | None, bool]:
    """A length, and whether it is counted rather than a bare «месяц»."""
    start = cursor.at
    next_day = cursor.take(Sense.NEXT) is not None
    is_ordinal = cursor.token.text.endswith(_WHICH)
    count = read_cardinal(cursor)
    is_next_one = next_day and count is None  # but «в течение последующих 5 дней»
    count = 1 if is_next_one else count
    if cursor.peek().sense is Sense.TERM or _is_short_term(cursor):
        cursor.skip(TokenKind.DASH)  # «10-дневный», «10-дн. срок»
    term = cursor.take(Sense.TERM)
    if term is not None and cursor.token.sense is Sense.PURPOSE:  # «месячный отчёт»
        cursor.at = start
        return None, False
    if term is not None and term.unit is not None:
        cursor.skip_dot()
        return Duration(count or term.number or 1, term.unit), True
    is_singular = cursor.token.text == "рабочего"
    working = cursor.take(Sense.WORKING) is not None
    cursor.take(Sense.CALENDAR)
    word = read_counted_unit(cursor)
    unit = word.unit if word is not None else None
    is_length = 0 < (1 if count is None else count) <= _LONGEST
    if (
        unit is None
        or not is_length
        or (is_next_one and unit not in DAYS)  # «следующего месяца» is no length
        or (
            is_ordinal and cursor.tokens[start].kind is TokenKind.NUMBER and not next_day
        )  # «3-го рабочего дня»
        or (is_singular and count is not None and count % 10 != 1)  # «3 рабочего дня»
    ):
        cursor.at = start
        return None, False
    cursor.skip_dot()
    unit = Unit.WORKING_DAY if working and unit is Unit.DAY else unit
    return Duration(count or 1, unit), count is not None and unit not in NAMED_PARTS


def _is_short_term(cursor: Cursor) -> bool:
    """«10-дн. срок», behind the number."""
    unit, behind = cursor.peek(), cursor.peek(2 + (cursor.peek(2).kind is TokenKind.DOT))
    return cursor.token.kind is TokenKind.DASH and unit.unit is not None and behind.text in TERMS
