"""Larger units that days and numbered units are parts of, up to the unit at hand.

«II квартала 2021 года», «третьего месяца квартала», «учебный год 2026/2027».
"""

from dataclasses import replace
from typing import NamedTuple

from roadmapc.deadline.ast import (
    SOME_PERIOD,
    THIS_YEAR,
    Between,
    Current,
    Following,
    NthOf,
    Season,
    Stretch,
)
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.numbers import Numeral, read_numerals
from roadmapc.deadline.reading.tails import NAMED_UNITS, is_for_next
from roadmapc.deadline.reading.years import (
    ordinal_of_season,
    read_academic_behind,
    read_following,
    read_month,
    read_preceding,
    read_season,
    read_year_of,
    read_year_words,
    read_years,
)
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

IN_YEAR = (Unit.QUARTER, Unit.HALF_YEAR)
"""Units of which a year follows, and no longer unit."""
_WHOLES = (Unit.WEEK, Unit.DECADE, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR)
"""Units that can be divided into parts, the shortest first."""
_LONGER = {Unit.MONTH: (Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR), Unit.QUARTER: (Unit.HALF_YEAR, Unit.YEAR)}
"""Units that others are whole parts of."""


class StretchAt(NamedTuple):
    """A stretch and its words."""

    stretch: Stretch
    span: Span


class Counted(NamedTuple):
    """What numbers count: a unit of a larger stretch."""

    unit: Unit
    of: Stretch

    def by(self, numeral: Numeral) -> StretchAt:
        """The unit or the range of units that a numeral counts."""
        first = self._nth(numeral.first)
        if numeral.last == numeral.first:
            return StretchAt(first, numeral.span)
        return StretchAt(Between(first, self._nth(numeral.last)), numeral.span)

    def _nth(self, ordinal: int) -> Stretch:
        if isinstance(self.of, Season) and self.unit is Unit.SEASON:
            return replace(self.of, ordinal=ordinal, words=f"{ordinal_of_season(ordinal)} {self.of.words}")
        return NthOf(self.unit, ordinal, self.of)


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
    return _read_beside(cursor, unit)


def _read_beside(cursor: Cursor, unit: Unit) -> Stretch:
    """A unit at hand by what stands behind it: «следующего за отчётным», «предшествующего кварталу»."""
    before = read_following(cursor)
    if before is not None:
        return Following(unit, 1, Current(before))
    behind = read_preceding(cursor)
    if behind in _LONGER.get(unit, ()):  # the month before a quarter is the last one of the quarter before
        return NthOf(unit, -1, Current(behind))
    named = read_academic_behind(cursor) if unit is Unit.ACADEMIC_YEAR else None
    return named or Current(unit)


def _read_divisible_unit(cursor: Cursor) -> Unit | None:
    word = cursor.take(Sense.UNIT)
    if word is None or word.unit not in _WHOLES:
        return None
    cursor.skip_dot()
    return word.unit


def read_container(cursor: Cursor, *, than: Unit | None = None) -> Stretch | None:
    """What the part before the cursor is a part of; a numbered one must be larger than the part."""
    start = cursor.at
    if is_for_next(cursor):
        return None
    lead = cursor.take_lemma("в", "на", "за")
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
    return read_whole_of(cursor, word.unit, numerals[0].first)


def read_whole_of(cursor: Cursor, unit: Unit, ordinal: int) -> Stretch:
    """The n-th unit of what follows: of a year, of a larger unit, or after the reported period."""
    if unit in IN_YEAR:
        return NthOf(unit, ordinal, read_year_of(cursor))
    before = read_following(cursor)
    if before is not None:
        return Following(unit, ordinal, Current(before))
    return NthOf(unit, ordinal, read_container(cursor, than=unit) or SOME_PERIOD)
