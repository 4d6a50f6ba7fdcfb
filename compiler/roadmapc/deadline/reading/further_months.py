"""Months that share the days counted before them: «10 апреля, июля», «15 числа в феврале, мае»."""

from roadmapc.deadline.reading.counted import Counted, StretchAt
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.numbers import Numeral
from roadmapc.deadline.reading.years import GENITIVE, read_month
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.text.dates import MONTHS_BY_CASE

_COMMA, _SLASH, _DASH = TokenKind.COMMA, TokenKind.SLASH, TokenKind.DASH
_LOCATIVE = frozenset(MONTHS_BY_CASE[-1])
"""Forms with which «в» stands: «в феврале»."""
_WHOLE = frozenset(name for case in MONTHS_BY_CASE for name in case)
_NEVER_SHORT = "май"
_LABELS = (TokenKind.DASH, TokenKind.COLON)
_MOST_MONTHS = 12


def read_further_months(cursor: Cursor, numerals: list[Numeral], unit: Unit) -> list[StretchAt]:
    """The same days in the months listed behind the first one, in the case or the abbreviation of that."""
    days: list[StretchAt] = []
    first = next(
        (token for token in reversed(cursor.tokens[: cursor.at]) if token.sense is Sense.MONTH), None
    )
    for _ in range(_MOST_MONTHS):
        start = cursor.at
        joined = cursor.skip(_COMMA, _SLASH) or cursor.take(Sense.AND) is not None
        if first is not None and first.text in _LOCATIVE:  # «15 числа в феврале и в мае»
            cursor.take_lemma("в")
        may_share = joined and first is not None and _may_share(cursor, first)
        month = read_month(cursor) if may_share else None
        if month is None or _begins_another(cursor):
            cursor.at = start
            break
        span = cursor.span_from(start + 1)
        days.extend(Counted(unit, month).by(numeral)._replace(span=span) for numeral in numerals)
    return days


def _may_share(cursor: Cursor, first: Token) -> bool:
    """«10 апреля, июля», «15 февр., мая», «20 янв, апр», «15 числа в феврале, мае»."""
    text = cursor.token.text
    if text.endswith(GENITIVE) or cursor.peek().kind is TokenKind.DOT:
        return True
    if first.text in _LOCATIVE:
        return text in _LOCATIVE
    return first.text not in _WHOLE and (text not in _WHOLE or text == _NEVER_SHORT)


def _begins_another(cursor: Cursor) -> bool:
    """Whether a month has days of its own: «до 10 числа в апреле, в июле – до 15», «мая – июня»."""
    if cursor.token.kind is TokenKind.NUMBER:
        return True
    return cursor.token.kind in _LABELS and _is_time(cursor, 1)


def _is_time(cursor: Cursor, ahead: int) -> bool:
    token = cursor.peek(ahead)
    is_limit = meaning_at(cursor.tokens, cursor.at + ahead) in (Meaning.NOT_LATER, Meaning.UNTIL)
    return is_limit or bool(token.numbers) or token.sense in (Sense.MONTH, Sense.PREPOSITION, Sense.ORDINAL)
