"""Reports told in few words: «кв. – до 10 числа», «с отчётом за год до 1 февраля», «на конец квартала»."""

from dataclasses import replace

from roadmapc.deadline.ast import Current
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind, Reader
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_BEFORE_LABEL = (TokenKind.BREAK, TokenKind.COMMA, TokenKind.END)
"""What stands before a label; the end of the phrase comes round before its first word."""
_LABELS = frozenset({"кв", "квартал", "мес", "месяц", "полугодие", "полуг"})
_WITH_REPORT = ("отчетом", "докладом", "информацией")
_PERIODS = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
_STATE = "состоянию"


def read_period_label(cursor: Cursor) -> Item | None:
    """«кв. – до 10 числа, год – до 1 февраля»: reports by the units of their periods."""
    start = cursor.at
    unit = cursor.token.unit
    if cursor.token.text not in _LABELS or unit is None or cursor.tokens[start - 1].kind not in _BEFORE_LABEL:
        return None
    cursor.advance()
    cursor.skip_dot()
    is_label = cursor.token.kind is TokenKind.DASH
    ahead = 1 + (_length_of_limit(cursor) if is_label else 0)
    is_due = ahead > 1 and cursor.peek(ahead).kind is TokenKind.NUMBER
    is_numbered = is_due and cursor.peek(ahead + 1).sense is Sense.DATE_OF_MONTH
    is_told = is_label and cursor.peek().sense in (Sense.ADVERB, Sense.TIMES)
    if not is_numbered and not is_told:  # «кв. – ежеквартально, до 10 числа …»
        cursor.at = start
        return None
    return replace(cursor.item(ItemKind.REPORTED, start), reported=(Current(unit),))


def _length_of_limit(cursor: Cursor) -> int:
    """How many words of a limit stand behind the next token: «до», «не позднее»; 0 for none."""
    if cursor.peek().text == "до":
        return 1
    return 2 if meaning_at(cursor.tokens, cursor.at + 1) is Meaning.NOT_LATER else 0


def with_report(read_reported: Reader) -> Reader:
    """«ежеквартально с отчётом за год до 1 февраля»: a report beside the series."""

    def read(cursor: Cursor) -> Item | None:
        start = cursor.at
        cursor.advance()
        reported = read_reported(cursor) if cursor.take_text(*_WITH_REPORT) else None
        if reported is None:
            cursor.at = start
            return None
        return replace(cursor.item(ItemKind.REPORTED, start), reported=reported.reported)

    return read


def read_state(cursor: Cursor) -> Item | None:
    """«по состоянию на конец квартала до 10 числа»: a report on each quarter."""
    start = cursor.at
    cursor.advance()
    is_state = cursor.take_text(_STATE) and cursor.take_text("на")
    edge = cursor.take(Sense.EDGE) if is_state else None
    if edge is not None and edge.number == 1:
        edge = None  # «на начало квартала»: which quarter is reported on?
    cursor.take_any(Sense.EACH, Sense.REPORTED, Sense.CURRENT)
    unit = cursor.token.unit
    if edge is None or unit not in _PERIODS or unit is None:
        cursor.at = start
        return None
    cursor.advance()
    cursor.skip_dot()
    return replace(cursor.item(ItemKind.REPORTED, start), reported=(Current(unit),))
