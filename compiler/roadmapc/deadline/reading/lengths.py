"""Lengths of time: «в течение 10 рабочих дней», «в месячный срок», «не позднее чем за 5 дней»."""

from typing import NamedTuple

from roadmapc.deadline.ast import Bound, Direction, Duration
from roadmapc.deadline.reading.bounds import skip_than
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.numbers import read_cardinal, read_counted_unit
from roadmapc.deadline.reading.references import end_of_time_before
from roadmapc.deadline.reading.tails import date_length
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at, meaning_at
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
EDGES = {"начал": 1, "наступлен": 1, "окончан": -1, "заверш": -1, "конец": -1, "конц": -1, "истечен": -1}
"""Which day of a stretch an event is; the first or the last."""
_LONGEST_DATE = 6
"""Tokens in which the end of a range would stand: «с 1 марта 2026 г. по …»."""
_DAY_AND_MONTH = 2
_RANGE_WORDS = ("по", "до")


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


def read_direction(cursor: Cursor) -> Direction | None:
    """The words between the length and the event."""
    start = cursor.at
    if cursor.take_lemma("до", "перед"):
        return Direction.BEFORE
    cursor.skip(TokenKind.COMMA)
    if cursor.take(Sense.NEXT) and cursor.take_lemma("за", "после"):
        return Direction.AFTER
    if cursor.take_lemma("после"):
        return Direction.AFTER
    cursor.take_text("начиная", "считая")
    if cursor.take_lemma("с", "от", "по") and _names_event(cursor):
        return Direction.AFTER
    cursor.at = start
    return None


def _names_event(cursor: Cursor) -> bool:
    """Whether «с», «от» or «по» leads to the event: «со дня», «с момента», «по окончании»."""
    if cursor.take_text("дня", "момента", "даты", "времени", "дней") or cursor.token.sense is Sense.NAMED:
        return True
    if cursor.token.text.startswith(tuple(EDGES)) or end_of_time_before(cursor.tokens, cursor.at):
        return True
    behind = [cursor.peek(ahead) for ahead in range(1, _LONGEST_DATE)]
    is_range = any(token.kind is TokenKind.DASH or token.text in _RANGE_WORDS for token in behind)
    is_day = date_length(cursor, 0) == _DAY_AND_MONTH or cursor.token.kind is TokenKind.DATE
    return is_day and not is_range  # «в течение месяца с 1 по 10 марта»


def is_limited(cursor: Cursor) -> bool:
    """Whether a last day follows: «…, но не позднее 28 мая»."""
    ahead = int(cursor.token.kind is TokenKind.COMMA)
    while cursor.peek(ahead).sense is Sense.AND:
        ahead += 1
    at = min(cursor.at + ahead, len(cursor.tokens) - 1)
    return cursor.tokens[at].text in _RANGE_WORDS or meaning_at(cursor.tokens, at) is Meaning.NOT_LATER


def skip_preceding(cursor: Cursor) -> bool:
    """Leave «, предшествующего дню» behind, up to the day before which it is."""
    ahead = cursor.token.kind is TokenKind.COMMA
    if cursor.peek(ahead).sense is not Sense.PRECEDING:
        return False
    cursor.advance(ahead + 1)
    cursor.take_text("дню", "дате")
    return True
