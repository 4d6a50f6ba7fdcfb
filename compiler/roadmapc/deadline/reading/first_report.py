"""The report with which a series begins: «(первый отчёт – за I квартал)», «начиная с отчёта за март»."""

from roadmapc.deadline.ast import Bound, Moment
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.moments import read_stretches
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import SINGLE_DAYS
from roadmapc.deadline.words.idioms import idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_ENDS = (TokenKind.CLOSE, TokenKind.BREAK, TokenKind.END)


def read_first_report(cursor: Cursor) -> Item | None:
    """The period from which reports are due; nothing but behind «…, следующего за отчётным»."""
    start = cursor.at
    if not any(token.sense is Sense.REPORTED for token in cursor.tokens[:start]) or not _skip_lead(cursor):
        cursor.at = start
        return None
    periods = read_stretches(cursor)
    is_period = len(periods) == 1 and unit_of(periods[0].stretch) not in SINGLE_DAYS
    ends = cursor.token.kind in _ENDS or cursor.tokens[start].sense is not Sense.ORDINAL
    if not is_period or not ends:
        cursor.at = start
        return None
    since = Moment(periods[0].stretch, Bound.FROM, periods[0].span)
    return cursor.item(ItemKind.MOMENTS, start, (since,))


def _skip_lead(cursor: Cursor) -> bool:
    """Leave «первый отчёт – за», «первый – за», «начиная с отчёта за» behind."""
    idiom = idiom_at(cursor.tokens, cursor.at)
    if idiom is not None:
        cursor.at = idiom[1]
        cursor.take_lemma("с")
    else:
        word = cursor.take(Sense.ORDINAL)
        if word is None or word.number != 1:
            return False
    is_report = cursor.token.sense is Sense.PURPOSE or cursor.token.is_unknown
    cursor.advance(is_report)
    has_dash = cursor.skip(TokenKind.DASH)
    return (is_report or has_dash) and cursor.take_lemma("за") is not None
