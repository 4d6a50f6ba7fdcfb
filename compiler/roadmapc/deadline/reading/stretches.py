"""Stretches of the calendar by their names: «1 и 15 сентября», «09.2021», «зима», «конец года», «Пасха»."""

from collections.abc import Callable
from dataclasses import replace

from roadmapc.deadline.ast import (
    THIS_YEAR,
    Between,
    Current,
    NthOf,
    Season,
    Stretch,
    Year,
)
from roadmapc.deadline.codes import APPROXIMATE
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.numbers import read_numerals
from roadmapc.deadline.reading.parts import StretchAt, read_at_hand, read_container, read_numbered
from roadmapc.deadline.reading.years import (
    month_in,
    read_digits,
    read_month,
    read_season,
    read_year_of,
    read_year_of_season,
    read_year_words,
)
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_SINCE = ("с", "со")
_MONTH = Sense.MONTH
_WORD, _DASH = TokenKind.WORD, TokenKind.DASH
_DECEMBER = 12
_NUMERALS = (Sense.ORDINAL, Sense.CARDINAL)
_COUNTING = (TokenKind.NUMBER, TokenKind.ROMAN)
_EDGES = {
    Unit.MONTH: ((Unit.DECADE, 1), (Unit.DECADE, 2), (Unit.DECADE, 3)),
    Unit.QUARTER: ((Unit.MONTH, 1), (Unit.MONTH, 2), (Unit.MONTH, 3)),
    Unit.HALF_YEAR: ((Unit.MONTH, 1), (Unit.MONTH, 3), (Unit.MONTH, -1)),
    Unit.YEAR: ((Unit.MONTH, 1), (Unit.MONTH, 6), (Unit.MONTH, 12)),
    Unit.ACADEMIC_YEAR: ((Unit.MONTH, 1), (Unit.MONTH, 5), (Unit.MONTH, -1)),
    Unit.SEASON: ((Unit.WEEK, 1), None, (Unit.WEEK, -1)),
}
"""What «начало», «середина» and «конец» of a unit mean by custom; the middle of a season nobody knows."""
_MEANT = {Unit.WEEK: "неделя", Unit.DECADE: "декада", Unit.MONTH: "месяц"}
_SEASONAL = ("весенн", "летн", "осенн", "зимн")
"""Beginnings of adjectives, which without their noun name no time."""
_WHOLE_PLAN = (Meaning.WHOLE_PLAN, Meaning.ONCE)
_PLAN_WORDS = (
    *("план", "програм", "дорожн", "карт", "мероприят"),
    *("муниципал", "действ", "реализ", "настоящ"),
)
"""Beginnings of the words that may follow «весь период»."""


def read_stretches(cursor: Cursor) -> list[StretchAt]:
    """One stretch, or several that share a unit («1 и 15 сентября»); empty if there is none."""
    token = cursor.token
    if token.kind in _COUNTING or (token.word is not None and token.word.sense in _NUMERALS):
        numbered = read_numbered(cursor)
        if numbered:
            return numbered
    start = cursor.at
    stretch = _read_single(cursor)
    return [StretchAt(stretch, cursor.span_from(start))] if stretch is not None else []


def _read_single(cursor: Cursor) -> Stretch | None:
    token = cursor.token
    if token.kind is not _WORD:
        reader = _BY_KIND.get(token.kind)
        return reader(cursor) if reader else None
    if token.sense is _MONTH:
        return read_month(cursor)
    reader = _BY_SENSE.get(token.word.sense) if token.word is not None else None
    return _read_idiom(cursor) or (reader(cursor) if reader else None)


def _read_date(cursor: Cursor) -> Stretch:
    """«01.09.2021», «01.09»."""
    day, month, year = cursor.token.numbers
    cursor.advance()
    if not year:
        return NthOf(Unit.DAY, day, month_in(month, read_year_of(cursor)))
    read_year_words(cursor)
    return NthOf(Unit.DAY, day, NthOf(Unit.MONTH, month, Year(year)))


def _read_month_and_year(cursor: Cursor) -> Stretch:
    """«09.2021»."""
    month, year = cursor.token.numbers
    cursor.advance()
    read_year_words(cursor)
    return NthOf(Unit.MONTH, month, Year(year))


def _read_season(cursor: Cursor) -> Stretch | None:
    """Three months, unless the words name an event of that season."""
    word = cursor.token.word
    if word is None or idiom_at(cursor.tokens, cursor.at):
        return None
    start = cursor.at
    cursor.advance()
    paired = cursor.token.sense is Sense.AND and cursor.peek().sense is Sense.SEASON
    is_adjective = cursor.tokens[start].text.startswith(_SEASONAL)
    if not cursor.take(Sense.PERIOD) and not paired and is_adjective:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    message = f"«{cursor.problems.words(span)}» прочитано как три календарных месяца"
    cursor.problems.add(APPROXIMATE, span, message, "назовите месяцы")
    is_over_new_year = word.number == _DECEMBER  # «зима 2025–2026 гг.»
    year = read_year_of_season(cursor) or THIS_YEAR if is_over_new_year else read_year_of(cursor)
    first, last = month_in(word.number, year), month_in((word.number + 1) % 12 + 1, year)
    if not isinstance(first, NthOf) or not isinstance(last, NthOf):
        return None
    if isinstance(year, Year) and last.ordinal < first.ordinal:  # «зима 2021 года» ends in 2022
        return Between(first, NthOf(Unit.MONTH, last.ordinal, Year(year.number + 1)))
    return Between(first, last)


def _read_edge(cursor: Cursor) -> Stretch | None:
    """«в начале сентября», «в конце года»."""
    start = cursor.at
    word = cursor.take(Sense.EDGE)
    whole = read_container(cursor) or _peek_shared_unit(cursor)
    if word is not None and word.number == 1 and isinstance(whole, Season) and _is_since(cursor, start):
        return whole  # «с начала отопительного сезона»: from its first day
    parts = _EDGES.get(unit_of(whole)) if whole is not None else None
    part = parts[word.number - 1] if word is not None and parts is not None else None
    if whole is None or part is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    unit, ordinal = part
    meant = _MEANT[unit]
    message = f"«{cursor.problems.words(span)}» прочитано по обычаю: {meant}"
    cursor.problems.add(APPROXIMATE, span, message, "назовите день или месяц")
    return NthOf(unit, ordinal, whole)


def _peek_shared_unit(cursor: Cursor) -> Stretch | None:
    """«конец I – начало II квартала», «в начале и в конце года»: the unit is behind the second end."""
    start = cursor.at
    if cursor.take(Sense.AND):
        cursor.take_lemma("в")
        whole = read_container(cursor) if cursor.take(Sense.EDGE) else None
        cursor.at = start
        return whole
    numerals = read_numerals(cursor)
    is_range = len(numerals) == 1 and cursor.token.kind is _DASH and cursor.peek().sense is Sense.EDGE
    end = cursor.at
    cursor.advance(2)
    shared = read_container(cursor) if is_range else None
    if not isinstance(shared, NthOf):
        cursor.at = start
        return None
    cursor.at = end
    return replace(shared, ordinal=numerals[0].first)


def _is_since(cursor: Cursor, at: int) -> bool:
    return at > 0 and cursor.tokens[at - 1].text in _SINCE


def _read_idiom(cursor: Cursor) -> Stretch | None:
    """The whole period of the plan, or the day of a feast."""
    idiom, end = idiom_at(cursor.tokens, cursor.at) or (None, cursor.at)
    if idiom is None:
        return None
    if idiom.meaning in _WHOLE_PLAN:
        return _read_plan(cursor, end)
    if idiom.stretch is not None:
        start, cursor.at = cursor.at, end
        if isinstance(idiom.stretch, NthOf):  # a day that moves with Easter is told by its name alone
            cursor.occasions[cursor.span_from(start)] = None
    return idiom.stretch


def _read_plan(cursor: Cursor, end: int) -> Stretch | None:
    """«весь период реализации плана»: unless it is the period of something else."""
    start = cursor.at
    cursor.at = end
    while cursor.token.kind is TokenKind.WORD and cursor.token.text.startswith(_PLAN_WORDS):
        cursor.advance()
    if cursor.token.is_unknown:
        cursor.at = start
        return None
    return Current(Unit.PLAN)


_BY_KIND: dict[TokenKind, Callable[[Cursor], Stretch | None]] = {
    TokenKind.DATE: _read_date,
    TokenKind.MONTH: _read_month_and_year,
    TokenKind.NUMBER: read_digits,
}
_BY_SENSE: dict[Sense, Callable[[Cursor], Stretch | None]] = {
    Sense.SEASON: _read_season,
    Sense.NAMED: read_season,
    Sense.EDGE: _read_edge,
    **dict.fromkeys(
        (Sense.UNIT, Sense.CURRENT, Sense.WHOLE, Sense.NEXT, Sense.REPORTED, Sense.CALENDAR, Sense.ACADEMIC),
        read_at_hand,
    ),
}
