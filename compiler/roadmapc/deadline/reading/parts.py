"""Months and numbered units, with the years and larger units that they are parts of.

«25-30 сентября», «I и III кварталы», «последняя пятница месяца», «месяца, следующего за отчётным».
"""

from collections.abc import Callable
from dataclasses import replace

from roadmapc.deadline.ast import (
    MONTH_OF_PLAN,
    SOME_PERIOD,
    THIS_MONTH,
    THIS_YEAR,
    Between,
    Current,
    Following,
    Moment,
    NthOf,
    Stretch,
    Year,
)
from roadmapc.deadline.codes import UNCOVERED_TIME, WEEK_OF_MONTH
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.numbers import (
    Counted,
    Numeral,
    StretchAt,
    are_of_each_month,
    are_of_months_behind,
    are_whole_phrase,
    is_short_decade,
    read_numerals,
    say_missing_commas,
)
from roadmapc.deadline.reading.tails import NAMED_UNITS, begins_own_days, is_called, is_for_next
from roadmapc.deadline.reading.years import (
    GENITIVE,
    read_following,
    read_month,
    read_numbers_behind,
    read_preceding,
    read_run_of_months,
    read_season,
    read_year_of,
    read_year_words,
    read_years,
)
from roadmapc.deadline.stretch import is_of_season, month_of, unit_of
from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.source.span import Span
from roadmapc.text.dates import MONTHS_BY_CASE

_DATE, _COMMA, _AND, _MONTH, _DAY = TokenKind.DATE, TokenKind.COMMA, Sense.AND, Unit.MONTH, Unit.DAY
_JOINTS = (TokenKind.DASH, TokenKind.COMMA)
_WHOLES = (Unit.WEEK, Unit.DECADE, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR)
"""Units that can be divided into parts, the shortest first."""
_CALLED = frozenset({*NAMED_UNITS, Unit.WORKING_DAY})
_LONGER = {Unit.MONTH: (Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR), Unit.QUARTER: (Unit.HALF_YEAR, Unit.YEAR)}
"""Units that others are whole parts of."""
_IN_YEAR = (Unit.QUARTER, Unit.HALF_YEAR)
_NOMINATIVES = {
    Unit.WEEK: frozenset({"неделя", "неделю", "неделе", "нед"}),
    Unit.DECADE: frozenset({"декада", "декаду", "декаде", "декады"}),
    **dict.fromkeys((Unit.DAY, Unit.WORKING_DAY, Unit.MONTH), frozenset[str]()),
}
"""Forms that after plain digits say «which»; other forms of these units say «how many» («2 недели»)."""
_LOCATIVE = frozenset(MONTHS_BY_CASE[-1])
"""Forms with which «в» stands: «в феврале»."""
_WHOLE_NAMES = frozenset(name for case in MONTHS_BY_CASE for name in case)
_NEVER_SHORT, _MOST_MONTHS = "май", 12
_MOST_WEEKS = 6
"""Weeks of the longest month; «12-я неделя» is one of the year."""
_ENDS = (TokenKind.END, TokenKind.BREAK, TokenKind.COMMA, TokenKind.CLOSE)


def read_at_hand(cursor: Cursor) -> Stretch | None:
    """«текущий квартал», «следующего месяца», «учебный год», «месяца, следующего за отчётным»."""
    start = cursor.at
    if cursor.token.sense is Sense.NEXT and cursor.peek().text == "за":  # «следующего за кварталом месяца»
        before, unit = read_following(cursor), _read_divisible_unit(cursor)
        cursor.at = cursor.at if unit is not None else start
        return Following(unit, 1, Current(before)) if unit is not None and before is not None else None
    cursor.take(Sense.WHOLE)
    preceding = cursor.take(Sense.PRECEDING) is not None
    following = cursor.take(Sense.NEXT) is not None
    if cursor.take_any(Sense.CURRENT, Sense.REPORTED, Sense.CALENDAR):
        cursor.skip_dot()
    is_marked = cursor.at > start
    unit = read_year_words(cursor) or _read_divisible_unit(cursor)
    is_name = unit in NAMED_UNITS and not is_marked and cursor.token.is_unknown  # «неделя добра»
    if unit is None or is_name:
        cursor.at = start
        return None
    if following:
        return Following(unit, 1, THIS_YEAR if unit is Unit.YEAR else SOME_PERIOD)
    if preceding:  # «до 20 числа предшествующего месяца»: of the month before the one that is planned
        return Current(unit)
    before = read_following(cursor)
    if before is not None:
        return Following(unit, 1, Current(before))
    behind = read_preceding(cursor)
    at_hand = read_numbers_behind(cursor, unit)
    # the month before a quarter is the last one of the quarter before
    return NthOf(unit, -1, Current(behind)) if behind in _LONGER.get(unit, ()) else at_hand


def _read_divisible_unit(cursor: Cursor) -> Unit | None:
    word = cursor.take(Sense.UNIT)
    if word is None or word.unit not in _WHOLES:
        return None
    cursor.skip_dot()
    return word.unit


def read_container(cursor: Cursor, *, than: Unit | None = None) -> Stretch | None:
    """What the part before the cursor is a part of; a numbered one must be larger than the part."""
    start = cursor.at
    lead = cursor.take_lemma("в", "на", "за") if not is_for_next(cursor) else None
    if lead == "за" and cursor.token.sense is Sense.MONTH and cursor.peek().kind is TokenKind.DASH:
        cursor.at = start  # «до 3 числа за май – октябрь»: the months are those of the report
        return None
    container: Stretch | None = read_season(cursor) or read_month(cursor)
    container = container or _read_numbered_unit(cursor, than) or read_at_hand(cursor) or read_years(cursor)
    if container is None:
        container = _peek_each(cursor)
        cursor.at = start
    return container


def _peek_each(cursor: Cursor) -> Stretch | None:
    """«каждого квартала»: the unit is at hand; the periodicity itself is read later."""
    if not cursor.take(Sense.EACH):
        return None
    word = cursor.take(Sense.UNIT)
    if word is None:
        return read_season(cursor)
    return Current(word.unit) if word.unit in _WHOLES else None


def _read_numbered_unit(cursor: Cursor, than: Unit | None) -> Stretch | None:
    """«третьего месяца квартала», «II квартала 2021 года»; parts nest no deeper than there are units."""
    start = cursor.at
    above = _WHOLES[_WHOLES.index(than) + 1 : -1] if than in _WHOLES else _WHOLES[:-1]
    numerals = read_numerals(cursor)
    season = read_season(cursor) if len(numerals) == 1 else None
    if season is not None:
        return Counted(Unit.SEASON, season).by(numerals[0]).stretch
    word = cursor.take(Sense.UNIT) if len(numerals) == 1 else None
    if word is None or word.unit not in above:
        cursor.at = start
        return None
    cursor.skip_dot()
    return _read_whole_of(cursor, word.unit, numerals[0].first)


def _read_whole_of(cursor: Cursor, unit: Unit, ordinal: int) -> Stretch:
    """The n-th unit of what follows: of a year, of a larger unit, or after the reported period."""
    if unit in _IN_YEAR:
        return NthOf(unit, ordinal, read_year_of(cursor))
    before = read_following(cursor)
    if before is not None:
        return Following(unit, ordinal, Current(before))
    return NthOf(unit, ordinal, read_container(cursor, than=unit) or SOME_PERIOD)


def read_numbered(cursor: Cursor) -> list[StretchAt]:
    """Everything that a list of numbers and the unit behind it name; empty if there is no unit."""
    start = cursor.at
    found = len(cursor.problems.found)
    numerals = read_numerals(cursor)
    if numerals and _are_before_date(cursor):
        return _read_days_before_date(cursor, start, numerals)
    counted = _read_counted(cursor, numerals) if numerals else None
    if counted is None and numerals:
        counted = _read_days_alone(cursor, start, numerals)
    is_part = counted is not None and isinstance(counted.of, Current) and counted.of == SOME_PERIOD
    if counted is None or (is_part and counted.unit in _CALLED and is_called(cursor, cursor.at)):
        cursor.at = start
        del cursor.problems.found[found:]
        return []
    say_missing_commas(cursor, numerals)
    *stretches, last = map(counted.by, numerals)
    stretches.append(StretchAt(last.stretch, Span(last.span.start, cursor.tokens[cursor.at - 1].end)))
    if isinstance(counted.of, NthOf) and counted.of.unit is _MONTH and not cursor.is_at_end:
        months = read_run_of_months(cursor, counted.of)
        if months:
            span = cursor.span_from(start)
            # «третья декада мая – июля», but «10 числа в мае – июле»
            is_each = any(token.sense is Sense.DATE_OF_MONTH for token in cursor.tokens[start : cursor.at])
            if not is_each and counted.unit not in (
                *WEEKDAYS,
                Unit.WORKING_DAY,
            ):
                message = f"«{cursor.problems.words(span)}»: промежуток или срок каждого месяца, не сказано"
                cursor.problems.add(UNCOVERED_TIME, span, message, "перечислите месяцы или назовите дни")
            each = [Counted(counted.unit, month) for month in months]
            return [days.by(numeral)._replace(span=span) for days in each for numeral in numerals]
        stretches.extend(_read_further_months(cursor, numerals, counted.unit))
    return stretches


def _read_days_alone(cursor: Cursor, start: int, numerals: list[Numeral]) -> Counted | None:
    if are_whole_phrase(cursor, start):
        return Counted(_DAY, MONTH_OF_PLAN)
    is_of_months = are_of_each_month(cursor, numerals) or are_of_months_behind(cursor, start, numerals)
    return Counted(_DAY, THIS_MONTH) if is_of_months else None


def _read_further_months(cursor: Cursor, numerals: list[Numeral], unit: Unit) -> list[StretchAt]:
    """The same days in the months listed behind the first one, in the case or the abbreviation of that."""
    days: list[StretchAt] = []
    behind = cursor.at
    for _ in range(_MOST_MONTHS):
        start = cursor.at
        if not cursor.skip(_COMMA, TokenKind.SLASH) and not cursor.take(_AND):
            break
        first = ([each for each in cursor.tokens[:behind] if each.sense is Sense.MONTH] or [cursor.token])[-1]
        if first.text in _LOCATIVE:  # «15 числа в феврале и в мае»
            cursor.take_lemma("в")
        month = read_month(cursor) if _may_share(cursor, first) else None
        if month is None or begins_own_days(cursor):
            cursor.at = start
            break
        span = cursor.span_from(start + 1)
        days.extend(Counted(unit, month).by(numeral)._replace(span=span) for numeral in numerals)
    return days


def read_further_edges(cursor: Cursor, edge: Moment) -> tuple[Moment, ...]:
    """«до конца февраля, мая, августа»: the last days of further months."""
    if not month_of(edge.stretch) or unit_of(edge.stretch) is not _DAY:
        return ()
    days = _read_further_months(cursor, [Numeral(-1, -1, is_ordinal=True, span=edge.span)], _DAY)
    return tuple(replace(edge, stretch=day.stretch, span=day.span) for day in days)


def _may_share(cursor: Cursor, first: Token) -> bool:
    """«10 апреля, июля», «15 февр., мая», «20 янв, апр», «15 числа в феврале, мае»."""
    text = cursor.token.text
    if text.endswith(GENITIVE) or cursor.peek().kind is TokenKind.DOT:
        return True
    if first.text in _LOCATIVE:
        return text in _LOCATIVE
    return first.text not in _WHOLE_NAMES and (text not in _WHOLE_NAMES or text == _NEVER_SHORT)


def _are_before_date(cursor: Cursor) -> bool:
    """Whether the numbers are days that share the month of a date: «12-16.04.2021», «12, 13.04»."""
    token = cursor.tokens[cursor.at]
    return (token.kind in _JOINTS or token.sense is _AND) and cursor.peek().kind is _DATE


def _read_days_before_date(cursor: Cursor, start: int, numerals: list[Numeral]) -> list[StretchAt]:
    is_range = cursor.token.kind is TokenKind.DASH
    cursor.advance()
    day, month, year = cursor.token.numbers
    cursor.advance()
    of = NthOf(_MONTH, month, Year(year) if year else read_year_of(cursor))
    read_year_words(cursor)
    days = [Counted(_DAY, of).by(numeral) for numeral in numerals]
    last = NthOf(_DAY, day, of)
    if not is_range:
        return [*days, StretchAt(last, cursor.span_from(cursor.at - 1))]
    joined = Between(NthOf(_DAY, numerals[-1].last, of), last)
    return [*days[:-1], StretchAt(joined, cursor.span_from(start))]


def _read_counted(cursor: Cursor, numerals: list[Numeral]) -> Counted | None:
    word = cursor.tokens[cursor.at].word
    if word is None:
        return None
    if word.sense is Sense.MONTH:
        if cursor.token.text == "дек" and is_short_decade(cursor, numerals[-1]):
            return _read_unit(cursor, numerals)
        month = read_month(cursor)
        return Counted(_DAY, month) if month is not None else None
    reader = _READERS.get(word.sense)
    return reader(cursor, numerals) if reader else None


def _read_date_of_month(cursor: Cursor, _: list[Numeral]) -> Counted:
    """«10 числа месяца, следующего за отчётным»."""
    cursor.advance()
    is_apart = cursor.token.sense is Sense.PREPOSITION and cursor.peek(2).unit in _IN_YEAR
    month = read_container(cursor) if not is_apart else None  # «ежемесячно до 5 числа во II квартале»
    if month is None and cursor.token.sense is Sense.NEXT and cursor.peek().kind in _ENDS:
        cursor.advance()  # «с 25 числа по 5 число следующего»
        month = Following(_MONTH, 1, THIS_MONTH)
    return Counted(_DAY, month or THIS_MONTH)


def _read_weekday(cursor: Cursor, _: list[Numeral]) -> Counted | None:
    """«третий четверг месяца»."""
    word = cursor.take(Sense.WEEKDAY)
    if word is None or word.unit is None:
        return None
    cursor.skip_dot()
    return Counted(word.unit, read_container(cursor) or SOME_PERIOD)


def _read_working_day(cursor: Cursor, numerals: list[Numeral]) -> Counted | None:
    """«последний рабочий день квартала», «последняя рабочая неделя месяца»."""
    start = cursor.at
    form = cursor.token
    cursor.take(Sense.WORKING)
    if cursor.token.unit is Unit.WEEK:
        return _read_unit(cursor, numerals)
    word = cursor.take(Sense.UNIT)
    cursor.skip_dot()
    of = read_container(cursor) if word is not None and cursor.token.sense is not Sense.PREPOSITION else None
    is_ordinal = numerals[-1].is_ordinal or _is_one_of_several(form, numerals[-1].last, of)
    if word is None or word.unit is not _DAY or not is_ordinal:
        cursor.at = start
        return None
    return Counted(Unit.WORKING_DAY, of or SOME_PERIOD)


def _is_one_of_several(form: Token, number: int, of: Stretch | None) -> bool:
    """Whether the singular says «which»: «до 3 рабочего дня», «до 1 рабочего дня месяца».

    «до 1 рабочего дня» alone is a length.
    """
    if form.is_shortened:  # «до 3 раб. дн. месяца»
        return of is not None
    return form.text in ("рабочий", "рабочего", "рабочему") and (number % 10 != 1 or of is not None)


def _read_numbered_season(cursor: Cursor, _: list[Numeral]) -> Counted | None:
    """«II четверть», «первая смена»."""
    season = read_season(cursor)
    return Counted(Unit.SEASON, season) if season is not None else None


def _read_half(cursor: Cursor, _: list[Numeral]) -> Counted | None:
    """«первая половина сентября», «вторая половина учебного года», «сентябрь (2 половина)»."""
    start = cursor.at
    cursor.advance()
    cursor.skip_dot()
    whole = read_container(cursor)
    if whole is None and cursor.token.kind is TokenKind.CLOSE:
        return Counted(Unit.HALF_MONTH, SOME_PERIOD)
    if whole is None or is_of_season(whole):  # nobody can say where a half of a season ends
        cursor.at = start
        return None
    of_month = isinstance(whole, NthOf) or whole == THIS_MONTH
    return Counted(Unit.HALF_MONTH if of_month else Unit.HALF_YEAR, whole)


def _read_unit(cursor: Cursor, numerals: list[Numeral]) -> Counted | None:
    """«II квартал», «3-я неделя октября», «второй месяц квартала»."""
    token = cursor.token
    unit = token.word.unit if token.word else None
    is_decade = token.sense is Sense.MONTH  # «III дек. апреля»
    unit = Unit.DECADE if is_decade else unit
    if unit is None or unit is Unit.YEAR or not (is_decade or _says_which(cursor, unit, numerals)):
        return None
    if unit is Unit.WEEK:
        message = "недели считаются с понедельника; первая – та, в которой первое число"
        cursor.problems.add(WEEK_OF_MONTH, token.span, message, "назовите дни")
    cursor.advance()
    cursor.skip_dot()
    stretch = _read_whole_of(cursor, unit, numerals[0].first)
    if not isinstance(stretch, NthOf):
        return Counted(unit, stretch)
    is_of_year = unit is Unit.WEEK and stretch.of == SOME_PERIOD and numerals[-1].last > _MOST_WEEKS
    return Counted(unit, THIS_YEAR if is_of_year else stretch.of)


def _says_which(cursor: Cursor, unit: Unit, numerals: list[Numeral]) -> bool:
    """Whether numbers before a unit say «which» and not «how many»: «2 неделя», not «2 недели»."""
    form, number = cursor.token.text, numerals[-1].last
    if any(numeral.is_ordinal for numeral in numerals):  # «2-я неделя», but «с 1 по 10-е мес.» are days
        return unit is not _MONTH or not cursor.tokens[cursor.at - 1].text.endswith("е")
    if unit not in _NOMINATIVES or form in _NOMINATIVES[unit]:
        return True
    if form == "дня" and number > 4 and number % 10 not in (2, 3, 4):  # «10 дня» counts nothing
        return True
    behind = cursor.peek(1 + (cursor.peek().kind is TokenKind.DOT))
    if unit is Unit.WORKING_DAY:  # «до 5 р.д. мес.»
        return behind.sense is Sense.MONTH or behind.unit in _WHOLES
    return unit in (Unit.WEEK, Unit.DECADE) and behind.sense is Sense.MONTH  # «2 недели октября»


_READERS: dict[Sense, Callable[[Cursor, list[Numeral]], Counted | None]] = {
    Sense.DATE_OF_MONTH: _read_date_of_month,
    Sense.WEEKDAY: _read_weekday,
    Sense.WORKING: _read_working_day,
    Sense.HALF: _read_half,
    Sense.UNIT: _read_unit,
    Sense.NAMED: _read_numbered_season,
}
