"""How often: «ежеквартально», «2 раза в год», «каждый третий четверг месяца»."""

from typing import NamedTuple

from roadmapc.deadline.ast import EACH, SOME_PERIOD, THIS_YEAR, Current, Moment, NthOf, Recurrence
from roadmapc.deadline.codes import APPROXIMATE
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.numbers import read_cardinal, read_count_of_times
from roadmapc.deadline.reading.parts import read_container, read_numbered
from roadmapc.deadline.reading.years import read_month, read_season, read_year_words
from roadmapc.deadline.stretch import period_of
from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_ADVERB, _DASH = Sense.ADVERB, TokenKind.DASH
_WHICH_OF_EACH = ("день", "неделю", "декаду", "месяц", "квартал", "полугодие", "год")
"""Units as «раз в» has them."""

_TURNS = (Unit.DAY, Unit.WEEK, Unit.MONTH)
"""Units of which «каждый второй» says in how many of them one comes."""
_PLURAL = ("ые", "ых")
"""Endings of «каждые», which counts units: «каждые 2 нед.»."""
EACH_DAY = NthOf(Unit.DAY, 1, Current(Unit.DAY))
DISTRIBUTIVE = ("неделям", "месяцам", "кварталам", "полугодиям")
"""Units as «по полугодиям» has them: in each of them."""
ALTERNATE = {
    **dict.fromkeys(("нечетные", "нечетным", "нечетных", "нечетный", "нечетного", "нечетном"), 1),
    **dict.fromkeys(("четные", "четным", "четных", "четный", "четного", "четном"), 2),
}
"""The first month of those that words tell by their numbers."""
_LONGEST_RANGE = 6
"""Tokens of «16–17 мая (», in which a range would have its dash."""
DAYS_OFF = ("выходной", "выходные")
"""Words that say of one weekday, or of several, that nothing happens then."""
_OR = ("или", "до")
"""Words between two counts: «2 или 3 раза»."""


class Periodicity(NamedTuple):
    """A recurrence, with the moments that its words name."""

    recurrence: Recurrence
    moments: tuple[Moment, ...] = ()


def read_periodicity(cursor: Cursor) -> Periodicity | None:
    """Words that make a series."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start) if cursor.token.word is None else None
    if idiom is not None and idiom[0].meaning is Meaning.AT_LEAST:  # «не реже чем»
        cursor.at = idiom[1]
        cursor.take_text("чем")
    adverb = cursor.take(_ADVERB)
    if adverb is not None and adverb.unit is not None:
        return Periodicity(EACH[adverb.unit])
    periodicity = _read_times(cursor) or _read_each(cursor) or _read_weekdays(cursor)
    if periodicity is None and cursor.token.text == "рабочие" and cursor.peek(2).sense is Sense.MONTH:
        _skip_working_days(cursor)  # «рабочие дни апреля»
        return working_days(cursor, start)
    if periodicity is None:
        cursor.at = start
    return periodicity


def _read_times(cursor: Cursor) -> Periodicity | None:
    """«раз в три года», «два раза в полугодие», «дважды в год»."""
    start = cursor.at
    cursor.take_text("по")
    behind = cursor.peek()
    is_loose = behind.kind is _DASH or behind.text in _OR
    times = (_read_loose_count(cursor) if is_loose else None) or read_count_of_times(cursor)
    # «1 раз квартал»: the preposition was lost
    if times and (
        cursor.take_lemma("в", "за") or cursor.skip(TokenKind.SLASH) or cursor.token.text in _WHICH_OF_EACH
    ):
        interval = read_cardinal(cursor) or 1
        season = read_season(cursor)
        if season is not None:
            return Periodicity(Recurrence(Unit.SEASON, 1, times, season))
        unit = _read_unit(cursor)
        if unit is not None:
            return Periodicity(Recurrence(unit, interval, times))
    cursor.at = start
    return None


def _read_loose_count(cursor: Cursor) -> int | None:
    """«1-2 раза», «один-два раза», «2 или 3 раза»: the fewest of them, and that it is so."""
    start = cursor.at
    fewest = read_cardinal(cursor)
    is_range = fewest is not None and (cursor.skip(_DASH) or cursor.take_text(*_OR))
    if not is_range or read_cardinal(cursor) is None or not cursor.take(Sense.TIMES):
        cursor.at = start
        return None
    span = cursor.span_from(start)
    message = f"«{cursor.problems.words(span)}»: сколько раз, не решено; прочитано наименьшее"
    cursor.problems.add(APPROXIMATE, span, message, "назовите одно число раз")
    return fewest


def _read_unit(cursor: Cursor) -> Unit | None:
    year = read_year_words(cursor)
    if year is not None:
        return year
    cursor.take(Sense.CALENDAR)
    start = cursor.at
    if cursor.take_text("пол"):  # «раз в пол года», «в пол-года»
        cursor.skip(_DASH)
        if cursor.take_text("года"):
            return Unit.HALF_YEAR
        cursor.at = start
    word = cursor.take(Sense.UNIT) if cursor.token.unit is not Unit.WORKING_DAY else None
    if word is None:
        return None
    cursor.skip_dot()
    return word.unit


def _read_each(cursor: Cursor) -> Periodicity | None:
    """«каждый месяц», «каждые два года», «каждую последнюю пятницу месяца», «каждый понедельник»."""
    start = cursor.at
    cursor.take_lemma("в", "на", "за", "через")
    is_all = cursor.token.text == "все" and cursor.peek().sense is Sense.WEEKDAY  # «все субботы июня»
    if is_all or cursor.take(Sense.EACH):
        cursor.advance(is_all)
        if _skip_working_days(cursor):
            return working_days(cursor, start)
        is_each_time = cursor.token.sense is Sense.TIMES
        if is_each_time and any(token.sense is Sense.NAMED for token in cursor.tokens):
            cursor.advance()
            return Periodicity(Recurrence(Unit.SEASON))  # «каждый раз, последняя неделя четверти»
        periodicity = (
            _read_several_units(cursor, start) or _read_each_weekday(cursor) or _read_each_part(cursor)
        )
        if periodicity is not None:
            return periodicity
        season = read_season(cursor)
        if season is not None:
            return Periodicity(Recurrence(Unit.SEASON, season=season))
        unit = _read_unit(cursor)
        if unit is not None:
            return Periodicity(Recurrence(unit))
    cursor.at = start
    return None


def _read_several_units(cursor: Cursor, start: int) -> Periodicity | None:
    """«каждые 2 недели», «каждые 10 дней»; of days, the first one of each turn."""
    number, form, token = cursor.at, cursor.tokens[cursor.at - 1], cursor.token
    is_counted = form.text.endswith(_PLURAL) or form.is_shortened
    is_plain = token.text.isdigit() or token.sense is Sense.CARDINAL
    interval = (read_cardinal(cursor) if is_counted and is_plain else None) or 1
    unit = _read_unit(cursor) if interval > 1 else None
    if unit is None:
        cursor.at = number
        return None
    day = Moment(EACH_DAY, span=cursor.span_from(start))
    return Periodicity(Recurrence(unit, interval), (day,) if unit is Unit.DAY else ())


def _read_each_part(cursor: Cursor) -> Periodicity | None:
    """A numbered part of each unit, or a month of each year."""
    start, found = cursor.at, len(cursor.problems.found)
    month = read_month(cursor)
    stretches = [month] if month is not None else [part.stretch for part in read_numbered(cursor)]
    if not stretches:
        return None
    span = cursor.span_from(start)
    first = stretches[0]
    is_turn = isinstance(first, NthOf) and first.of == SOME_PERIOD and first.ordinal > 1
    if is_turn and isinstance(first, NthOf) and first.unit in _TURNS:  # «каждый второй месяц»
        del cursor.problems.found[found:]
        day = (Moment(EACH_DAY, span=span),) if first.unit is Unit.DAY else ()
        return Periodicity(Recurrence(first.unit, first.ordinal), day)
    moments = tuple(Moment(stretch, span=span) for stretch in stretches)
    return Periodicity(Recurrence(period_of(stretches[0])), moments)


def _read_each_weekday(cursor: Cursor) -> Periodicity | None:
    """«каждый понедельник», «каждый вторник месяца»: every week; a named month, read later, limits it."""
    moments = read_weekday_list(cursor)
    end = cursor.at
    whole = read_container(cursor) if moments else None
    if not isinstance(whole, Current) or whole.unit is Unit.ACADEMIC_YEAR:  # «каждую среду учебного года»
        cursor.at = end
    return Periodicity(Recurrence(Unit.WEEK), moments) if moments else None


def _read_weekdays(cursor: Cursor) -> Periodicity | None:
    """«по вторникам и четвергам», «с понедельника по пятницу», «каждые выходные»."""
    start = cursor.at
    lemma = cursor.take_lemma("по", "в", "с")
    if lemma in ("по", "в") and _skip_working_days(cursor):
        return working_days(cursor, start)
    if lemma == "по" and cursor.token.text in DISTRIBUTIVE:
        unit = cursor.token.unit
        cursor.advance()
        return Periodicity(Recurrence(unit)) if unit is not None else None
    is_each = lemma is None and cursor.token.sense is Sense.EACH and cursor.peek().text in DAYS_OFF
    if is_each or (lemma in ("по", "в") and cursor.token.text in ("выходным", "выходные")):
        cursor.advance(1 + is_each)
        cursor.take(Sense.UNIT)
        span = cursor.span_from(start)
        days_off = (Moment(NthOf(unit, 1, Current(Unit.WEEK)), span=span) for unit in WEEKDAYS[5:])
        return Periodicity(Recurrence(Unit.WEEK), tuple(days_off))
    moments = read_weekday_list(cursor) if lemma in ("по", "с") else ()
    if len(moments) > (lemma == "с"):
        return Periodicity(Recurrence(Unit.WEEK), moments)
    cursor.at = start
    return None


def read_alternate_months(cursor: Cursor) -> Periodicity | None:
    """«нечётные месяцы», «по чётным месяцам»: the months of each year by their numbers."""
    start = cursor.at
    cursor.take_lemma("по", "в")
    first = ALTERNATE.get(cursor.token.text)
    if first is None or cursor.peek().unit is not Unit.MONTH:
        cursor.at = start
        return None
    cursor.advance(2)
    cursor.skip_dot()
    span = cursor.span_from(start)
    months = (NthOf(Unit.MONTH, number, THIS_YEAR) for number in range(first, 13, 2))
    return Periodicity(Recurrence(Unit.YEAR), tuple(Moment(month, span=span) for month in months))


def _skip_working_days(cursor: Cursor) -> bool:
    """«рабочий день», «рабочим дням», «будням»."""
    if cursor.take_text("будням", "будни", "будние", "будний", "будним"):
        cursor.take(Sense.UNIT)
        return True
    if cursor.token.sense is Sense.WORKING and cursor.peek().unit is Unit.DAY:
        cursor.advance(2)
        return True
    return False


def working_days(cursor: Cursor, start: int) -> Periodicity:
    """Each working day, named by the words from an index."""
    moment = Moment(NthOf(Unit.WORKING_DAY, 1, Current(Unit.DAY)), span=cursor.span_from(start))
    return Periodicity(Recurrence(Unit.DAY), (moment,))


def read_weekday_list(cursor: Cursor) -> tuple[Moment, ...]:
    """Weekdays of each week, one after another; empty if there is none."""
    moments: list[Moment] = []
    end = cursor.at
    while weekdays := read_weekdays(cursor):
        if moments and begins_days_off(cursor):  # «по вторникам и четвергам, суббота – выходной»
            break
        moments.extend(weekdays)
        end = cursor.at
        cursor.skip(TokenKind.COMMA)
        cursor.take(Sense.AND)
    cursor.at = end
    return tuple(moments)


def are_of_range(cursor: Cursor, start: int) -> bool:
    """«16–17 мая (сб, вс)»: whether the weekdays from an index fill a bracket behind a range."""
    near = cursor.tokens[max(start - _LONGEST_RANGE, 0) : start]
    is_bracket = bool(near) and near[-1].kind is TokenKind.OPEN and cursor.token.kind is TokenKind.CLOSE
    return is_bracket and any(token.kind is TokenKind.DASH for token in near)


def begins_days_off(cursor: Cursor) -> bool:
    """Whether the weekday before a dash is a day off: «понедельник – выходной»."""
    return cursor.token.kind is _DASH and cursor.peek().text in DAYS_OFF


def read_weekdays(cursor: Cursor) -> tuple[Moment, ...]:
    """A weekday of each week, or all of a range, «пн.–пт.»; empty if there is none."""
    start = cursor.at
    first = _read_weekday(cursor)
    if first is None:
        return ()
    end = cursor.at
    last = _read_weekday(cursor) if cursor.skip(_DASH) or cursor.take_text("по") else None
    if last is None:
        cursor.at = end
    length = (last - first) % len(WEEKDAYS) + 1 if last is not None else 1
    span = cursor.span_from(start)
    units = (WEEKDAYS[(first + at) % len(WEEKDAYS)] for at in range(length))
    return tuple(Moment(NthOf(unit, 1, Current(Unit.WEEK)), span=span) for unit in units)


def _read_weekday(cursor: Cursor) -> int | None:
    """The place of a weekday in the week, from 0."""
    word = cursor.take(Sense.WEEKDAY)
    if word is None or word.unit is None:
        return None
    cursor.skip_dot()
    return WEEKDAYS.index(word.unit)
