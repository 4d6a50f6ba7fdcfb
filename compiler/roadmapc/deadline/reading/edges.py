"""«Начало», «середина» and «конец» of a unit: a part of it by custom, or the day that bounds a term."""

from dataclasses import replace

from roadmapc.deadline.ast import Bound, Moment, NthOf, Offset, Season, Stretch
from roadmapc.deadline.codes import APPROXIMATE
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.numbers import read_numerals
from roadmapc.deadline.reading.parts import read_container
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_DAY, _EDGE, _DASH = Unit.DAY, Sense.EDGE, TokenKind.DASH
_SINCE = ("с", "со")
_BEGINNING, _MIDDLE = 1, 2
"""Edges by their numbers in the lexicon."""
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
_MIDDLES = {Unit.MONTH: (0, 15), Unit.QUARTER: (2, 15), Unit.HALF_YEAR: (3, -1), Unit.YEAR: (6, 30)}
"""The day up to which «до середины» goes, and its month in the unit; of a month, itself."""


def read_bounded_edge(cursor: Cursor, bound: Bound) -> Moment | None:
    """«до начала учебного года», «к концу года»: a day, not a stretch."""
    start = cursor.at
    word = cursor.take(_EDGE)
    if word is None:
        return None
    whole = read_container(cursor)
    if whole is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    if word.number == _MIDDLE:
        middle = _middle_of(whole)
        if middle is None:
            cursor.at = start
            return None
        if unit_of(whole) is not Unit.MONTH:
            _say_meant(cursor, span, "день")
        return Moment(middle, bound, span)
    if word.number == _BEGINNING and bound is not Bound.BY:
        return Moment(Offset(-1, _DAY, whole), Bound.NOT_LATER, span)
    return Moment(NthOf(_DAY, 1 if word.number == _BEGINNING else -1, whole), bound, span)


def _middle_of(whole: Stretch) -> Stretch | None:
    """«до середины мая» is up to the 15th, «к середине года» the end of June; of others nobody knows."""
    month, day = _MIDDLES.get(unit_of(whole), (0, 0))
    if not day:
        return None
    return NthOf(_DAY, day, NthOf(Unit.MONTH, month, whole) if month else whole)


def read_edge(cursor: Cursor) -> Stretch | None:
    """«в начале сентября», «в конце года»."""
    start = cursor.at
    word = cursor.take(_EDGE)
    whole = read_container(cursor) or _peek_shared_unit(cursor)
    if (
        word is not None
        and word.number == _BEGINNING
        and isinstance(whole, Season)
        and _is_since(cursor, start)
    ):
        return whole  # «с начала отопительного сезона»: from its first day
    parts = _EDGES.get(unit_of(whole)) if whole is not None else None
    part = parts[word.number - 1] if word is not None and parts is not None else None
    if whole is None or part is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    unit, ordinal = part
    _say_meant(cursor, span, _MEANT[unit])
    return NthOf(unit, ordinal, whole)


def _say_meant(cursor: Cursor, span: Span, meant: str) -> None:
    message = f"«{cursor.problems.words(span)}» прочитано по обычаю: {meant}"
    cursor.problems.add(APPROXIMATE, span, message, "назовите день или месяц")


def _peek_shared_unit(cursor: Cursor) -> Stretch | None:
    """«конец I – начало II квартала», «в начале и в конце года»: the unit is behind the second end."""
    start = cursor.at
    if cursor.take(Sense.AND):
        cursor.take_lemma("в")
        whole = read_container(cursor) if cursor.take(_EDGE) else None
        cursor.at = start
        return whole
    numerals = read_numerals(cursor)
    is_range = cursor.token.kind is _DASH and cursor.peek().sense is _EDGE
    end = cursor.at
    cursor.advance(2)
    shared = read_container(cursor) if is_range else None
    if not numerals and shared is not None:  # «начало – середина июля»
        cursor.at = end
        return shared
    if not isinstance(shared, NthOf) or len(numerals) != 1:
        cursor.at = start
        return None
    cursor.at = end
    return replace(shared, ordinal=numerals[0].first)


def _is_since(cursor: Cursor, at: int) -> bool:
    return at > 0 and cursor.tokens[at - 1].text in _SINCE
