"""What is not meant: «ежемесячно, кроме июля и августа»."""

from roadmapc.deadline.ast import Between, Bound, Current, Moment, NthOf, Recurrence, Stretch, Year
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.moments import read_moments
from roadmapc.deadline.reading.periodicity import (
    DAYS_OFF,
    begins_days_off,
    read_weekday_list,
    read_weekdays,
    working_days,
)
from roadmapc.deadline.reading.years import read_month
from roadmapc.deadline.stretch import in_year, is_of_season, month_of, months_of, root, unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_DAYS_OFF = ("выходн", "праздн", "нерабоч")


def read_exception(cursor: Cursor) -> Item | None:
    """The times that are not meant; `None` if the words name nothing of the calendar."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = idiom[1] if idiom is not None else start
    cursor.take(Sense.PERIOD)
    if _is_daily(cursor, start) and _skip_days_off(cursor):
        days = working_days(cursor, start)
        return cursor.item(ItemKind.PERIODICITY, start, days.moments, days.recurrence)
    excluded = read_weekday_list(cursor) or _read_parts_of_year(cursor)
    if excluded:
        return cursor.item(ItemKind.EXCEPTION, start, excluded)
    cursor.at = start
    return None


def read_days_off_too(cursor: Cursor) -> Item | None:
    """«ежедневно, включая выходные и праздничные дни», «без выходных»; of a window only said."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    assert idiom is not None, "the words have been recognised"
    cursor.at = idiom[1] - 1
    _skip_days_off(cursor)
    if not _is_daily(cursor, start):
        return cursor.item(ItemKind.ASIDE, start)
    day = Moment(NthOf(Unit.DAY, 1, Current(Unit.DAY)), span=cursor.span_from(start))
    return cursor.item(ItemKind.PERIODICITY, start, (day,), Recurrence(Unit.DAY))


def read_days_off(cursor: Cursor) -> Item | None:
    """«выходной – понедельник», «выходные: сб., вс.»: left out of «ежедневно», else only said."""
    start = cursor.at
    cursor.advance()
    cursor.take(Sense.UNIT)
    cursor.skip(TokenKind.DASH, TokenKind.COLON)
    return _days_off(cursor, start, read_weekday_list(cursor))


def read_weekday_off(cursor: Cursor) -> Item | None:
    """«понедельник – выходной», «сб, вс – выходные дни»."""
    start = cursor.at
    weekdays = read_weekdays(cursor)
    if cursor.skip(TokenKind.COMMA) or cursor.take(Sense.AND):
        weekdays += read_weekdays(cursor)
    off = cursor.peek()
    are_off = begins_days_off(cursor) and (off.is_shortened or off.text == DAYS_OFF[len(weekdays) > 1])
    if not are_off:  # «вт – вс, пн – выходной»
        cursor.at = start
        return None
    cursor.advance(2)
    cursor.take(Sense.UNIT)
    return _days_off(cursor, start, weekdays)


def _days_off(cursor: Cursor, start: int, weekdays: tuple[Moment, ...]) -> Item | None:
    if not weekdays:
        cursor.at = start
        return None
    return cursor.item(ItemKind.EXCEPTION if _is_daily(cursor, start) else ItemKind.ASIDE, start, weekdays)


def _is_daily(cursor: Cursor, start: int) -> bool:
    """Whether «ежедневно» is the last that is said of how often, before an index."""
    before = (token.word for token in reversed(cursor.tokens[:start]) if token.sense is Sense.ADVERB)
    word = next(before, None)
    return word is not None and word.unit is Unit.DAY


def _skip_days_off(cursor: Cursor) -> bool:
    """«выходных», «выходных и праздничных дней», «выходных и праздников»."""
    if not cursor.token.text.startswith(_DAYS_OFF):
        return False
    cursor.advance()
    cursor.take(Sense.UNIT)
    is_joined = cursor.token.sense is Sense.AND or cursor.token.kind is TokenKind.COMMA
    if is_joined and cursor.peek().text.startswith(_DAYS_OFF):
        cursor.advance(2)
        cursor.take(Sense.UNIT)
    return True


def _read_parts_of_year(cursor: Cursor) -> tuple[Moment, ...]:
    """Days of the year, months, quarters, seasons and ranges of them."""
    parts: list[Moment] = []
    end = cursor.at
    while moments := _read_month_before_day(cursor) or read_moments(cursor):
        stretches = [moment.stretch for moment in moments if moment.bound is Bound.WITHIN]
        can_be_left_out = all(is_of_season(stretch) or _is_of_year(stretch) for stretch in stretches)
        if len(stretches) < len(moments) or not can_be_left_out:
            break
        parts.extend(moments)
        end = cursor.at
        if cursor.skip(TokenKind.COMMA) and _has_own_day(cursor):
            break
        cursor.take(Sense.AND)
    cursor.at = end
    year = root(parts[-1].stretch) if parts else None
    if isinstance(year, Year):  # «кроме мая и декабря 2027 г.»
        return tuple(moment.at(in_year(moment.stretch, year)) for moment in parts)
    return tuple(parts)


def _has_own_day(cursor: Cursor) -> bool:
    """«кроме июля, в сентябре – до 1 сентября»: whether another month begins that is no exception."""
    is_led = cursor.token.text in ("в", "во") and cursor.peek().sense is Sense.MONTH
    return is_led and cursor.peek(2).kind is TokenKind.DASH


def _read_month_before_day(cursor: Cursor) -> tuple[Moment, ...]:
    """«кроме января – 12 января»: the month that is left out, and the day that is due in it instead."""
    if cursor.token.sense is not Sense.MONTH or cursor.peek().kind is not TokenKind.DASH:
        return ()
    if not cursor.peek(2).numbers and meaning_at(cursor.tokens, cursor.at + 2) is not Meaning.NOT_LATER:
        return ()
    start = cursor.at
    month = read_month(cursor)
    return (Moment(month, span=cursor.span_from(start)),) if month is not None else ()


def _is_of_year(stretch: Stretch) -> bool:
    """Whether a time is the same every year, or one of a year that is named."""
    first = stretch.first if isinstance(stretch, Between) else stretch
    is_day = unit_of(stretch) is Unit.DAY and month_of(first) > 0
    return isinstance(root(stretch), Year) or bool(months_of(stretch)) or is_day
