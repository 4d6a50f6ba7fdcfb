"""What stands inside a range of days and is no part of it: weekdays, hours, words in brackets.

«с 3 февраля (пн) по 7 февраля (пт)», «с понедельника 3 февраля по пятницу 7 февраля», «с 3 февраля, 10:00, по 7 февраля».
What is passed over here is not lost: each piece is an item of its own behind the range.
"""

from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_LONGEST_BRACKET = 8
"""Tokens of a bracket that is passed over; a longer one is a sentence."""
_DAYS = (TokenKind.NUMBER, TokenKind.DATE)


def pass_before_day(cursor: Cursor) -> None:
    """Leave the weekday or the hour behind that stands between a preposition and its day."""
    start = cursor.at
    passed = _read_weekday_or_hour(cursor)
    if passed is not None:
        cursor.skip(TokenKind.COMMA)
        if cursor.token.kind in _DAYS and cursor.peek().sense is not Sense.CLOCK:
            cursor.passed.append(passed)
            return
    cursor.at = start


def pass_behind_day(cursor: Cursor) -> None:
    """Leave behind what stands between a day and the sign of a range: in brackets, between commas or bare."""
    if cursor.token.kind is TokenKind.OPEN:
        _pass_bracket(cursor)
        return
    start = cursor.at
    cursor.skip(TokenKind.COMMA)
    passed = _read_weekday_or_hour(cursor)
    if passed is None:
        cursor.at = start
        return
    cursor.passed.append(passed)
    cursor.skip(TokenKind.COMMA)


def _read_weekday_or_hour(cursor: Cursor) -> Item | None:
    start = cursor.at
    if cursor.take(Sense.WEEKDAY):
        cursor.skip_dot()
        return cursor.item(ItemKind.ASIDE, start)
    cursor.take_lemma("в", "с", "к")
    if cursor.skip(TokenKind.CLOCK) or _skip_hours(cursor):
        return cursor.item(ItemKind.ASIDE, start)
    cursor.at = start
    return None


def _skip_hours(cursor: Cursor) -> bool:
    """«10 часов»."""
    if cursor.token.kind is not TokenKind.NUMBER or cursor.peek().sense is not Sense.CLOCK:
        return False
    cursor.advance(2)
    cursor.skip_dot()
    return True


def _pass_bracket(cursor: Cursor) -> None:
    """A bracket with its words; `cursor` stays where it is if the bracket is not closed soon."""
    start = cursor.at
    cursor.advance()
    first = cursor.at
    words = _read_weekday_or_hour(cursor)
    if words is None and cursor.take(Sense.INCLUSIVE):
        cursor.skip_dot()
    elif words is None:
        end = (TokenKind.CLOSE, TokenKind.END)
        while cursor.token.kind not in end and cursor.at - first < _LONGEST_BRACKET:
            cursor.advance()
        words = cursor.item(ItemKind.TEXT, first)
    if not cursor.skip(TokenKind.CLOSE):
        cursor.at = start
        return
    if words is not None:
        cursor.passed.append(words)
