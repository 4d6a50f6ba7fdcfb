"""What comes after each period: «по итогам квартала», «по окончании полугодия до 10 числа»."""

from dataclasses import replace

from roadmapc.deadline.ast import Current
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.events import after_event, read_reference, read_reported_periods
from roadmapc.deadline.reading.periodicity import read_periodicity
from roadmapc.deadline.reading.tails import starts_rule
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_BEFORE_DAY = (TokenKind.DASH, TokenKind.COLON, TokenKind.COMMA)
"""Signs behind which the day of a report stands."""
_REPORTED = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
"""Periods behind which a day of no month is one of the month behind them."""


def read_results(cursor: Cursor) -> Item | None:
    """«по итогам I квартала» before a date, else an event."""
    start = cursor.at
    periodicity = _read_after_each(cursor)
    if periodicity is not None:
        return periodicity
    periods = read_reported_periods(cursor)
    if not periods:
        cursor.at = start
        return read_reference(cursor)
    is_label = start > 0 and cursor.tokens[start - 1].kind is TokenKind.DASH  # «15 декабря – по итогам года»
    if cursor.token.kind is TokenKind.END and not is_label:
        return cursor.item(ItemKind.RULE, start, rule=after_event(cursor.words_from(start)))
    return replace(cursor.item(ItemKind.REPORTED, start), reported=periods)


def read_after_period(cursor: Cursor) -> Item | None:
    """«по окончании квартала до 15 числа»: after each of them."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = idiom[1] if idiom is not None else start
    unit = cursor.token.unit
    cursor.advance()
    behind = [cursor.peek(ahead).sense for ahead in (1, 2)]
    # «… до 15 числа», «… – ежеквартально, до 15 числа»
    is_due = Sense.DATE_OF_MONTH in behind or (cursor.token.kind is TokenKind.DASH and Sense.ADVERB in behind)
    if unit not in _REPORTED or not is_due:
        cursor.at = start
        return None
    return replace(cursor.item(ItemKind.REPORTED, start), reported=(Current(unit),))


def read_after(cursor: Cursor) -> Item | None:
    """«по окончании каждого квартала» before a date is how often, else an event."""
    start = cursor.at
    periodicity = _read_after_each(cursor)
    if periodicity is not None:
        return periodicity
    cursor.at = start
    return read_reference(cursor)


def _read_after_each(cursor: Cursor) -> Item | None:
    """«по итогам каждого полугодия», if the day of the report follows; `None` behind «по итогам»."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = before = idiom[1] if idiom is not None else start
    periodicity = read_periodicity(cursor) if cursor.token.sense is Sense.EACH else None
    is_season = periodicity is not None and periodicity.recurrence.season is not None
    is_dated = cursor.token.kind in _BEFORE_DAY or starts_rule(cursor, 0)
    if periodicity is None or is_season or periodicity.moments or not is_dated:
        cursor.at = before
        return None
    recurrence = periodicity.recurrence
    periods = (Current(recurrence.unit),)
    return replace(cursor.item(ItemKind.PERIODICITY, start, recurrence=recurrence), reported=periods)
