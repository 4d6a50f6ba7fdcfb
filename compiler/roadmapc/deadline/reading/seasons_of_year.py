"""The four seasons of a year, and what a preposition makes of one: «весной», «до осени», «к лету»."""

from roadmapc.deadline.ast import LIMITS, THIS_YEAR, Between, Bound, Moment, NthOf, Offset, Stretch, Year
from roadmapc.deadline.codes import APPROXIMATE
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.years import month_in, read_year_of, read_year_of_season
from roadmapc.deadline.stretch import replaced, root
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.source.span import Span

_MONTH, _MONTHS = Unit.MONTH, 3
_DECEMBER = 12
_SEASONAL = ("весенн", "летн", "осенн", "зимн")
"""Beginnings of adjectives, which without their noun name no time."""
_SEASON = ("сезон", "сезона", "сезону", "сезоне")
"""«летний сезон»; «отопительный сезон» is no three months."""
_OF_MONTHS = ("месяцы", "месяцев", "месяцам", "месяцах")
"""«летние месяцы»."""


def read_season_of_year(cursor: Cursor) -> Stretch | None:
    """Three months, unless the words name an event of that season."""
    word = cursor.token.word
    if word is None or idiom_at(cursor.tokens, cursor.at):
        return None
    start = cursor.at
    cursor.advance()
    paired = cursor.token.sense is Sense.AND and cursor.peek().sense is Sense.SEASON
    is_adjective = cursor.tokens[start].text.startswith(_SEASONAL)
    is_of_year = cursor.take(Sense.PERIOD) is not None or cursor.take_text(*_SEASON, *_OF_MONTHS)
    if not is_of_year and not paired and is_adjective:
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


def is_season_of_year(stretch: Stretch) -> bool:
    """Whether a stretch is three months that were read as a season: no other range is read in one."""
    if not isinstance(stretch, Between):
        return False
    first, last = stretch.first, stretch.last
    if not isinstance(first, NthOf) or not isinstance(last, NthOf) or {first.unit, last.unit} != {_MONTH}:
        return False
    return first.ordinal % _MONTHS == 0 and (last.ordinal - first.ordinal) % _DECEMBER == _MONTHS - 1


def bounded_season(season: Stretch, bound: Bound, span: Span) -> Moment:
    """«до осени» and «к осени» before it begins, «с осени» from then on, «по осень» up to its end."""
    if not isinstance(season, Between):
        return Moment(season, bound, span)
    if bound is Bound.UNTIL:
        return Moment(day_before(season), Bound.NOT_LATER, span)
    if bound is Bound.BY:
        return Moment(NthOf(Unit.DAY, 1, season.first), bound, span)
    if bound is Bound.FROM:
        return Moment(season.first, bound, span)
    return Moment(season.last if bound in LIMITS else season, bound, span)


def day_before(season: Between) -> Stretch:
    """The last day that «до осени» leaves."""
    return Offset(-1, Unit.DAY, season.first)


def opening_of(stretch: Stretch) -> Stretch:
    """With what a range begins whose first word is this: a season with its first month."""
    return stretch.first if isinstance(stretch, Between) and is_season_of_year(stretch) else stretch


def closing_of(stretch: Stretch, opening: Stretch) -> Stretch:
    """With what a range ends whose last word is this: «осень 2026 – зима 2027» with February 2027."""
    if not isinstance(stretch, Between) or not is_season_of_year(stretch):
        return stretch
    begins, year, last = root(opening), root(stretch.first), stretch.last
    if (
        isinstance(begins, Year) and isinstance(year, Year) and begins.number < year.number
    ):  # of spring, its own
        return replaced(last, root(last), year)
    return last
