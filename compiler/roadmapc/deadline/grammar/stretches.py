"""One stretch of the calendar, or several that share a unit."""

from collections.abc import Callable

from roadmapc.deadline.ast import AcademicYear, Between, Current, Following, NthOf, Stretch, Unit, Year
from roadmapc.deadline.codes import APPROXIMATE
from roadmapc.deadline.grammar.counted import Found, read_counted
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.larger import month_in, read_at_hand, read_larger, read_month
from roadmapc.deadline.grammar.years import read_year_of, read_year_words, read_years, year_number
from roadmapc.deadline.idioms import Meaning, idiom_at
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.tokens import TokenKind

_PLAN_WORDS = (
    "план",
    "програм",
    "дорожн",
    "карт",
    "проект",
    "мероприят",
    "муниципал",
    "действ",
    "реализ",
    "настоящ",
)
"""Beginnings of the words that may follow «весь период»."""


def read_stretches(cursor: Cursor) -> list[Found]:
    """One stretch, or several that share a unit («1 и 15 сентября»); empty if there is none."""
    token = cursor.token
    if token.kind in _COUNTING or (token.word is not None and token.word.sense in _NUMERALS):
        counted = read_counted(cursor)
        if counted:
            return counted
    start = cursor.at
    stretch = _read_single(cursor)
    return [Found(stretch, cursor.span_from(start))] if stretch is not None else []


_COUNTING = (TokenKind.NUMBER, TokenKind.ROMAN)
_NUMERALS = (Sense.ORDINAL, Sense.CARDINAL)


def _read_single(cursor: Cursor) -> Stretch | None:
    token = cursor.token
    if token.kind is not TokenKind.WORD:
        reader = _BY_KIND.get(token.kind)
        return reader(cursor) if reader else None
    if token.sense is Sense.MONTH:
        return read_month(cursor)
    reader = _BY_SENSE.get(token.word.sense) if token.word is not None else None
    return _read_idiom(cursor) or (reader(cursor) if reader else None)


def _read_date(cursor: Cursor) -> Stretch:
    day, month, year = cursor.token.numbers
    cursor.advance()
    if not year:
        return _day(day, month, read_year_of(cursor))
    read_year_words(cursor)
    return _day(day, month, Year(year))


def _read_month_and_year(cursor: Cursor) -> Stretch:
    month, year = cursor.token.numbers
    cursor.advance()
    read_year_words(cursor)
    return NthOf(Unit.MONTH, month, Year(year))


def _read_digits(cursor: Cursor) -> Stretch | None:
    return _read_spaced_date(cursor) or read_years(cursor)


def _read_spaced_date(cursor: Cursor) -> Stretch | None:
    """«08 02 2022г.»: a form filled in by hand."""
    day, month, year = cursor.token, cursor.peek(), year_number(cursor.peek(2))
    if year is None or month.kind is not TokenKind.NUMBER or len(month.text) != 2 or len(day.text) > 2:
        return None
    cursor.advance(3)
    read_year_words(cursor)
    return _day(day.numbers[0], month.numbers[0], Year(year))


def _day(day: int, month: int, year: Stretch) -> Stretch:
    return NthOf(Unit.DAY, day, month_in(month, year))


def _read_season(cursor: Cursor) -> Stretch | None:
    """Three months, unless the words name an event of that season."""
    word = cursor.token.word
    if word is None or idiom_at(cursor.tokens, cursor.at):
        return None
    start = cursor.at
    cursor.advance()
    paired = cursor.token.sense is Sense.AND and cursor.peek().sense is Sense.SEASON
    if not cursor.take(Sense.PERIOD) and not paired and _is_adjective(cursor.tokens[start].text):
        cursor.at = start
        return None
    span = cursor.span_from(start)
    message = f"«{cursor.problems.words(span)}» прочитано как три календарных месяца"
    cursor.problems.add(APPROXIMATE, span, message, "назовите месяцы")
    year = read_year_of(cursor)
    first, last = NthOf(Unit.MONTH, word.number, year), NthOf(Unit.MONTH, (word.number + 1) % 12 + 1, year)
    if isinstance(year, Year) and last.ordinal < first.ordinal:
        return Between(first, NthOf(Unit.MONTH, last.ordinal, Year(year.number + 1)))
    return Between(first, last)


def _is_adjective(text: str) -> bool:
    """Whether «весенний» and not «весна»: without its noun it names no time."""
    return text.startswith(("весенн", "летн", "осенн", "зимн"))


_EDGES = {
    Unit.MONTH: ((Unit.DECADE, 1), (Unit.DECADE, 2), (Unit.DECADE, 3)),
    Unit.QUARTER: ((Unit.MONTH, 1), (Unit.MONTH, 2), (Unit.MONTH, 3)),
    Unit.HALF_YEAR: ((Unit.MONTH, 1), (Unit.MONTH, 3), (Unit.MONTH, -1)),
    Unit.YEAR: ((Unit.MONTH, 1), (Unit.MONTH, 6), (Unit.MONTH, 12)),
    Unit.ACADEMIC_YEAR: ((Unit.MONTH, 1), (Unit.MONTH, 5), (Unit.MONTH, -1)),
}
"""What «начало», «середина» and «конец» of a unit mean by custom."""


def _read_edge(cursor: Cursor) -> Stretch | None:
    start = cursor.at
    word = cursor.take(Sense.EDGE)
    whole = read_larger(cursor)
    parts = _EDGES.get(unit_of(whole)) if whole is not None else None
    if word is None or whole is None or parts is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    unit, ordinal = parts[word.number - 1]
    meant = "декада" if unit is Unit.DECADE else "месяц"
    message = f"«{cursor.problems.words(span)}» прочитано по обычаю: {meant}"
    cursor.problems.add(APPROXIMATE, span, message, "назовите день или месяц")
    return NthOf(unit, ordinal, whole)


def unit_of(stretch: Stretch) -> Unit:
    """The unit that a stretch is one of; of a range, the unit of its ends."""
    match stretch:
        case NthOf() | Following() | Current():
            return stretch.unit
        case Year():
            return Unit.YEAR
        case AcademicYear():
            return Unit.ACADEMIC_YEAR
        case Between():
            return unit_of(stretch.first)
        case _:
            return Unit.DAY


_WHOLE_PLAN = (Meaning.WHOLE_PLAN, Meaning.ONCE)


def _read_idiom(cursor: Cursor) -> Stretch | None:
    """The whole period of the plan, or the day of a feast."""
    found = idiom_at(cursor.tokens, cursor.at)
    if found is None:
        return None
    idiom, end = found
    if idiom.meaning in _WHOLE_PLAN:
        return _read_plan(cursor, end)
    if idiom.meaning is Meaning.FEAST and idiom.stretch is not None:
        cursor.at = end
        return idiom.stretch
    return None


def _read_plan(cursor: Cursor, end: int) -> Stretch | None:
    """«весь период реализации плана»: unless it is the period of something else."""
    start = cursor.at
    cursor.at = end
    while cursor.token.kind is TokenKind.WORD and cursor.token.text.startswith(_PLAN_WORDS):
        cursor.advance()
    if cursor.token.kind is TokenKind.WORD and cursor.token.word is None:
        cursor.at = start
        return None
    return Current(Unit.PLAN)


_BY_KIND: dict[TokenKind, Callable[[Cursor], Stretch | None]] = {
    TokenKind.DATE: _read_date,
    TokenKind.MONTH: _read_month_and_year,
    TokenKind.NUMBER: _read_digits,
}
_BY_SENSE: dict[Sense, Callable[[Cursor], Stretch | None]] = {
    Sense.SEASON: _read_season,
    Sense.EDGE: _read_edge,
    Sense.UNIT: read_at_hand,
    Sense.CURRENT: read_at_hand,
    Sense.WHOLE: read_at_hand,
    Sense.NEXT: read_at_hand,
    Sense.REPORTED: read_at_hand,
    Sense.CALENDAR: read_at_hand,
    Sense.ACADEMIC: read_at_hand,
}
