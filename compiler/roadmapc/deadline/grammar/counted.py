"""Units by number: «25-30 сентября», «I и III кварталы», «последняя пятница месяца»."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from roadmapc.deadline.ast import MONTH_OF_PLAN, Between, Current, NthOf, Stretch, Unit, Year
from roadmapc.deadline.codes import MISSING_SEPARATOR, WEEK_OF_MONTH
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.larger import part, read_larger, read_month
from roadmapc.deadline.grammar.numbers import Numeral, read_numerals
from roadmapc.deadline.grammar.years import THIS_YEAR, read_year_of, read_year_words
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.month_days import LONGEST
from roadmapc.deadline.tokens import TokenKind
from roadmapc.source.span import Span


class Found(NamedTuple):
    """A stretch and its words."""

    stretch: Stretch
    span: Span


class _Counted(NamedTuple):
    """What numbers count: a unit of a larger stretch."""

    unit: Unit
    of: Stretch


_BY_FORM = {
    Unit.WEEK: frozenset({"неделя", "неделю", "неделе", "нед"}),
    Unit.DECADE: frozenset({"декада", "декаду", "декаде", "декады"}),
    Unit.DAY: frozenset[str](),
    Unit.MONTH: frozenset[str](),
}
"""Forms that after plain digits say «which»; others say «how many» («2 недели») unless listed here."""


def read_counted(cursor: Cursor) -> list[Found]:
    """Everything that a list of numbers and the unit behind it name; empty if there is no unit."""
    start = cursor.at
    numerals = read_numerals(cursor)
    if numerals and _skip_sign_before_date(cursor):
        return _days_before_date(cursor, start, numerals)
    counted = _read_counted_unit(cursor, numerals) if numerals else None
    if counted is None and numerals and _are_whole_phrase(cursor, start):
        counted = _Counted(Unit.DAY, MONTH_OF_PLAN)
    if counted is None:
        cursor.at = start
        return []
    _say_missing_commas(cursor, numerals)
    found = [_found(numeral, counted) for numeral in numerals]
    last = found[-1]
    found[-1] = Found(last.stretch, Span(last.span.start, cursor.span_from(start).end))
    if counted.unit is Unit.DAY and isinstance(counted.of, NthOf):
        found.extend(_in_further_months(cursor, numerals))
    return found


def _in_further_months(cursor: Cursor, numerals: list[Numeral]) -> list[Found]:
    """«10 апреля, июля и октября»: months in the genitive share the days before them."""
    found: list[Found] = []
    for _ in range(_MONTHS):
        start = cursor.at
        joined = cursor.skip(TokenKind.COMMA) or cursor.take(Sense.AND) is not None
        month = read_month(cursor) if joined and cursor.token.text.endswith(_GENITIVE) else None
        if month is None or cursor.token.kind is TokenKind.DASH:
            cursor.at = start
            break
        span = cursor.span_from(start + 1)
        found.extend(Found(_found(numeral, _Counted(Unit.DAY, month)).stretch, span) for numeral in numerals)
    return found


_MONTHS = 12
_GENITIVE = ("а", "я")
"""Endings of months in the genitive: they follow a day."""


_BEFORE_DAYS = frozenset({"до", "с", "по", "к"})


def _are_whole_phrase(cursor: Cursor, start: int) -> bool:
    """Whether the phrase is nothing but numbers that can be days, with a preposition at most: «3, 10, 17»."""
    word = cursor.tokens[0].word
    leads = start == 0 or (start == 1 and word is not None and word.lemma in _BEFORE_DAYS)
    numbers = [token for token in cursor.tokens[start : cursor.at] if token.numbers]
    are_days = all(
        token.kind is TokenKind.NUMBER and 1 <= token.numbers[0] <= LONGEST[0] for token in numbers
    )
    return leads and are_days and cursor.is_at_end


def _say_missing_commas(cursor: Cursor, numerals: list[Numeral]) -> None:
    problems = cursor.problems
    for before, numeral in pairwise(numerals):
        if problems.words(Span(before.span.end, numeral.span.start)).isspace():
            span = Span(numerals[0].span.start, numerals[-1].span.end)
            message = f"между числами «{problems.words(span)}» потерян знак; прочитано как список"
            hint = "поставьте запятые, если сроков несколько, или тире, если один"
            problems.add(MISSING_SEPARATOR, span, message, hint)
            return


def _skip_sign_before_date(cursor: Cursor) -> bool:
    """Whether the numbers are days that share the month of a date: «12-16.04.2021», «12, 13.04»."""
    if cursor.peek().kind is not TokenKind.DATE:
        return False
    return cursor.token.kind in (TokenKind.DASH, TokenKind.COMMA) or cursor.token.sense is Sense.AND


def _days_before_date(cursor: Cursor, start: int, numerals: list[Numeral]) -> list[Found]:
    is_range = cursor.token.kind is TokenKind.DASH
    cursor.advance()
    day, month, year = cursor.token.numbers
    cursor.advance()
    of = NthOf(Unit.MONTH, month, Year(year) if year else read_year_of(cursor))
    read_year_words(cursor)
    found = [_found(numeral, _Counted(Unit.DAY, of)) for numeral in numerals]
    last = NthOf(Unit.DAY, day, of)
    if not is_range:
        return [*found, Found(last, cursor.span_from(cursor.at - 1))]
    joined = Between(NthOf(Unit.DAY, numerals[-1].last, of), last)
    return [*found[:-1], Found(joined, cursor.span_from(start))]


def _found(numeral: Numeral, counted: _Counted) -> Found:
    unit, of = counted
    first = _of(of, unit, numeral.first)
    if numeral.last == numeral.first:
        return Found(first, numeral.span)
    return Found(Between(first, _of(of, unit, numeral.last)), numeral.span)


def _of(of: Stretch, unit: Unit, ordinal: int) -> Stretch:
    return NthOf(unit, ordinal, of)


def _read_counted_unit(cursor: Cursor, numerals: list[Numeral]) -> _Counted | None:
    word = cursor.token.word
    if word is None:
        return None
    if word.sense is Sense.MONTH:
        month = read_month(cursor)
        return _Counted(Unit.DAY, month) if month is not None else None
    reader = _READERS.get(word.sense)
    return reader(cursor, numerals) if reader else None


def _read_date_of_month(cursor: Cursor, _: list[Numeral]) -> _Counted:
    """«10 числа месяца, следующего за отчётным»."""
    cursor.advance()
    return _Counted(Unit.DAY, read_larger(cursor) or Current(Unit.MONTH))


def _read_weekday(cursor: Cursor, _: list[Numeral]) -> _Counted | None:
    """«третий четверг месяца»."""
    word = cursor.take(Sense.WEEKDAY)
    if word is None or word.unit is None:
        return None
    return _Counted(word.unit, read_larger(cursor) or Current(Unit.PERIOD))


def _read_working_day(cursor: Cursor, numerals: list[Numeral]) -> _Counted | None:
    """«последний рабочий день квартала», «последняя рабочая неделя месяца»."""
    start = cursor.at
    form = cursor.token.text
    cursor.take(Sense.WORKING)
    if cursor.token.unit is Unit.WEEK:
        return _read_unit(cursor, numerals)
    word = cursor.take(Sense.UNIT)
    of = read_larger(cursor) if word is not None and cursor.token.sense is not Sense.PREPOSITION else None
    is_ordinal = numerals[-1].is_ordinal or _is_one_of_several(form, numerals[-1].last, of)
    if word is None or word.unit is not Unit.DAY or not is_ordinal:
        cursor.at = start
        return None
    return _Counted(Unit.WORKING_DAY, of or Current(Unit.PERIOD))


def _is_one_of_several(form: str, number: int, of: Stretch | None) -> bool:
    """Whether the singular says «which»: «до 3 рабочего дня», «до 1 рабочего дня месяца».

    «до 1 рабочего дня» alone is a length.
    """
    return form in ("рабочий", "рабочего", "рабочему") and (number % 10 != 1 or of is not None)


def _read_half(cursor: Cursor, _: list[Numeral]) -> _Counted | None:
    """«первая половина сентября», «вторая половина учебного года», «сентябрь (2 половина)»."""
    start = cursor.at
    cursor.advance()
    whole = read_larger(cursor)
    if whole is None and cursor.token.kind is TokenKind.CLOSE:
        return _Counted(Unit.HALF_MONTH, Current(Unit.PERIOD))
    if whole is None:
        cursor.at = start
        return None
    of_month = isinstance(whole, NthOf) or whole == Current(Unit.MONTH)
    return _Counted(Unit.HALF_MONTH if of_month else Unit.HALF_YEAR, whole)


def _read_unit(cursor: Cursor, numerals: list[Numeral]) -> _Counted | None:
    """«II квартал», «3-я неделя октября», «второй месяц квартала»."""
    token = cursor.token
    unit = token.word.unit if token.word else None
    if unit is None or unit is Unit.YEAR or not _says_which(cursor, unit, numerals):
        return None
    if unit is Unit.WEEK:
        _note_week(cursor)
    cursor.advance()
    cursor.skip_dot()
    if unit in (Unit.QUARTER, Unit.HALF_YEAR):
        return _Counted(unit, read_year_of(cursor))
    stretch = part(cursor, unit, numerals[0].first)
    is_of_none = isinstance(stretch, NthOf) and stretch.of == Current(Unit.PERIOD)
    if unit is Unit.WEEK and is_of_none and numerals[-1].last > _MOST_WEEKS:
        return _Counted(unit, THIS_YEAR)
    return _Counted(unit, stretch.of) if isinstance(stretch, NthOf) else _Counted(unit, stretch)


_MOST_WEEKS = 6
"""Weeks of the longest month; «12-я неделя» is one of the year."""


def _note_week(cursor: Cursor) -> None:
    message = "недели считаются с понедельника; первая – та, в которой первое число"
    cursor.problems.add(WEEK_OF_MONTH, cursor.token.span, message, "назовите дни")


def _says_which(cursor: Cursor, unit: Unit, numerals: list[Numeral]) -> bool:
    if any(numeral.is_ordinal for numeral in numerals):
        return True
    forms = _BY_FORM.get(unit)
    if forms is None or cursor.token.text in forms or _is_tenth_day(cursor, numerals):
        return True
    return unit in (Unit.WEEK, Unit.DECADE) and cursor.peek().sense is Sense.MONTH


def _is_tenth_day(cursor: Cursor, numerals: list[Numeral]) -> bool:
    """«10 дня»: the singular after a number that does not take it says «which»."""
    return cursor.token.text == "дня" and numerals[-1].last > 4 and numerals[-1].last % 10 not in (2, 3, 4)


_READERS: dict[Sense, Callable[[Cursor, list[Numeral]], _Counted | None]] = {
    Sense.DATE_OF_MONTH: _read_date_of_month,
    Sense.WEEKDAY: _read_weekday,
    Sense.WORKING: _read_working_day,
    Sense.HALF: _read_half,
    Sense.UNIT: _read_unit,
}
