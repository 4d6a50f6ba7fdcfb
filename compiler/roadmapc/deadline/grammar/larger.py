"""What a day or a part belongs to: months, quarters, half-years and years, named or at hand."""

from roadmapc.deadline.ast import AcademicYear, Current, Following, NthOf, Stretch, Unit
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.numbers import read_numerals
from roadmapc.deadline.grammar.years import (
    THIS_YEAR,
    read_following,
    read_year_of,
    read_year_words,
    read_years,
)
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.roots import in_year
from roadmapc.deadline.tokens import TokenKind

_WHOLES = (Unit.WEEK, Unit.DECADE, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR)
"""Units that can be divided into parts, the shortest first."""
NAMED_UNITS = (Unit.DAY, Unit.WEEK, Unit.DECADE)
"""Units by which campaigns are called."""
_IN_YEAR = (Unit.QUARTER, Unit.HALF_YEAR)


def read_month(cursor: Cursor) -> Stretch | None:
    """A month by its name, with its year."""
    word = cursor.take(Sense.MONTH)
    if word is None:
        return None
    cursor.skip_dot()
    cursor.take_text("месяц", "месяца", "месяце")
    return month_in(word.number, read_year_of(cursor))


def month_in(number: int, year: Stretch) -> Stretch:
    """A month of a year; that of a school year is a month of one of its calendar years."""
    if isinstance(year, AcademicYear):
        return in_year(NthOf(Unit.MONTH, number, Current(Unit.YEAR)), year)
    of_school_year = isinstance(year, Current) and year.unit is Unit.ACADEMIC_YEAR
    return NthOf(Unit.MONTH, number, THIS_YEAR if of_school_year else year)


def read_larger(cursor: Cursor, *, than: Unit | None = None) -> Stretch | None:
    """What the part before the cursor is a part of; a numbered one must be larger than the part."""
    start = cursor.at
    cursor.take_lemma("в", "на", "за")
    larger = read_month(cursor) or _read_numbered(cursor, than) or read_at_hand(cursor) or read_years(cursor)
    if larger is None:
        larger = _peek_each(cursor)
        cursor.at = start
    return larger


def _peek_each(cursor: Cursor) -> Stretch | None:
    """«каждого квартала»: the unit is at hand; the periodicity itself is read later."""
    if not cursor.take(Sense.EACH):
        return None
    word = cursor.take(Sense.UNIT)
    return Current(word.unit) if word and word.unit in _WHOLES else None


def _read_numbered(cursor: Cursor, than: Unit | None) -> Stretch | None:
    """«третьего месяца квартала», «II квартала 2021 года»."""
    start = cursor.at
    numerals = read_numerals(cursor)
    word = cursor.take(Sense.UNIT) if len(numerals) == 1 else None
    if word is None or word.unit not in _numbered_above(than):
        cursor.at = start
        return None
    cursor.skip_dot()
    return part(cursor, word.unit, numerals[0].first)


def _numbered_above(unit: Unit | None) -> tuple[Unit, ...]:
    """Units that can come by number and hold another; so parts nest no deeper than there are units."""
    return _WHOLES[_WHOLES.index(unit) + 1 : -1] if unit in _WHOLES else _WHOLES[:-1]


def part(cursor: Cursor, unit: Unit, ordinal: int) -> Stretch:
    """The n-th unit of what follows: of a year, of a larger unit, or after the reported period."""
    if unit in _IN_YEAR:
        return NthOf(unit, ordinal, read_year_of(cursor))
    before = read_following(cursor)
    if before is not None:
        return Following(unit, ordinal, Current(before))
    return NthOf(unit, ordinal, read_larger(cursor, than=unit) or Current(Unit.PERIOD))


def read_at_hand(cursor: Cursor) -> Stretch | None:
    """«текущий квартал», «следующего месяца», «учебный год», «месяца, следующего за отчётным»."""
    start = cursor.at
    cursor.take(Sense.WHOLE)
    following = cursor.take(Sense.NEXT) is not None
    cursor.take(Sense.CURRENT) or cursor.take(Sense.REPORTED) or cursor.take(Sense.CALENDAR)
    is_marked = cursor.at > start
    unit = _read_unit(cursor)
    if unit is None or (unit in NAMED_UNITS and not is_marked and _goes_on(cursor)):
        cursor.at = start
        return None
    if following:
        return Following(unit, 1, Current(unit if unit is Unit.YEAR else Unit.PERIOD))
    before = read_following(cursor)
    if before is not None:
        return Following(unit, 1, Current(before))
    return Current(unit)


def _goes_on(cursor: Cursor) -> bool:
    """Whether a word follows that makes a name of the unit: «неделя добра», «декада инвалидов»."""
    return cursor.token.kind is TokenKind.WORD and cursor.token.word is None


def _read_unit(cursor: Cursor) -> Unit | None:
    start = cursor.at
    academic = read_year_words(cursor)
    if cursor.at > start:
        return Unit.ACADEMIC_YEAR if academic else Unit.YEAR
    word = cursor.take(Sense.UNIT)
    if word is not None and word.unit in _WHOLES:
        cursor.skip_dot()
        return word.unit
    cursor.at = start
    return None
