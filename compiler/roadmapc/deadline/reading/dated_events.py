"""Events with their days: «заседания 15 мая», «собраний (25 марта, 24 июня)», «…, назначенных на 2 мая»."""

from roadmapc.deadline.ast import NthOf, Stretch
from roadmapc.deadline.codes import UNCOVERED_TIME
from roadmapc.deadline.reading.cursor import Cursor, ItemKind
from roadmapc.deadline.reading.moments import read_stretches
from roadmapc.deadline.reading.tails import date_length, read_words
from roadmapc.deadline.stretch import month_of, unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_APPOINTED = ("назначенн", "запланированн", "намеченн")
_LENGTH_OF_APPOINTED = 3
"""Tokens of «, назначенного на»."""


def read_listed_days(cursor: Cursor) -> list[Stretch]:
    """«за 5 дней до 1 июня, 1 июля»: days in a row without a preposition; empty unless they are several."""
    start = cursor.at
    listed: list[Stretch] = []
    end = start
    while days := [stretch_at.stretch for stretch_at in read_stretches(cursor)]:
        if not all(isinstance(day, NthOf) and day.unit is Unit.DAY and month_of(day) for day in days):
            break
        listed += days
        end = cursor.at
        if not cursor.skip(TokenKind.COMMA) and not cursor.take(Sense.AND):
            break
    cursor.at = end
    is_repeated = len(set(listed)) < max(len(listed), 2)  # «за 5 дней до 1 июня, 1 июня»
    if is_repeated or cursor.token.kind is TokenKind.DASH:  # «за 3 дня до 1 июня, 5 июня – концерт»
        cursor.at, listed = start, []
    return listed


def read_dated_event(cursor: Cursor) -> tuple[str | None, list[Stretch]]:
    """The words of an event, and its days if they follow at once: «за 3 дня до заседания 15 мая»."""
    start = cursor.at
    event = read_words(cursor)
    end = cursor.at
    if event is None:
        return None, []
    appointed = _appointed(cursor, start)
    cursor.at = appointed or cursor.at
    words = cursor.item(ItemKind.ASIDE, start)
    if appointed:  # «заседания, назначенного на 24 марта»
        cursor.advance(_LENGTH_OF_APPOINTED)
    opened = cursor.skip(TokenKind.OPEN)  # «до дня голосования (20.09.2026)»
    days = (read_listed_days(cursor) if opened else []) or [each.stretch for each in read_stretches(cursor)]
    is_closed = not opened or cursor.skip(TokenKind.CLOSE)
    are_days = all(isinstance(day, NthOf) and unit_of(day) is Unit.DAY for day in days)
    if are_days and is_closed and (opened or len(days) == 1):
        cursor.passed.append(words)
        return event, days
    if opened and days and are_days and not is_closed:
        _say_unread_list(cursor)
    cursor.at = end
    return event, []


def _say_unread_list(cursor: Cursor) -> None:
    """«за 9 дней до собраний (25 марта, … 24 июня)»: of which of the days, if not all were read."""
    start = cursor.at
    while cursor.token.kind not in (TokenKind.CLOSE, TokenKind.END):
        if date_length(cursor, 0):
            span = cursor.span_from(start)
            message = f"«{cursor.problems.words(span)}»: до какого из дней считать, прочитать нельзя"
            cursor.problems.add(UNCOVERED_TIME, span, message, "перечислите дни через запятую")
            return
        cursor.advance()


def _appointed(cursor: Cursor, start: int) -> int:
    """Where «, назначенного на» stands among the words from an index up to the cursor; 0 if nowhere."""
    for at in range(start + 1, cursor.at - 1):
        signed, made, lead = cursor.tokens[at : at + _LENGTH_OF_APPOINTED]
        if signed.kind is TokenKind.COMMA and made.text.startswith(_APPOINTED) and lead.text == "на":
            return at
    return 0
