"""The algebra of stretches: their roots, units and months, ranges of them, and what a year makes of them.

A stretch is rooted in a year, or in the unit at hand that nobody named.
"""

from collections.abc import Iterator
from dataclasses import replace

from roadmapc.deadline.ast import (
    THIS_YEAR,
    AcademicYear,
    Between,
    Current,
    Dated,
    Following,
    NamedYear,
    NthOf,
    Offset,
    PaschalDay,
    Recurring,
    Root,
    Season,
    Stretch,
    TimeRule,
    Year,
)
from roadmapc.deadline.unit import MONTH_DAYS, MONTHS_IN_PART, Unit

_DAY, _PERIOD = Unit.DAY, Unit.PERIOD
_MONTH = Unit.MONTH
_ROOTS = (Current, Year, AcademicYear, Season)
"""As types, the commonest first."""
_FEBRUARY, _LAST_MONTH = 2, 12
_FIRST_SCHOOL_MONTH = 8
"""August opens a school year in plans, though lessons begin in September."""
_ALMOST_YEAR, _ALMOST_SCHOOL_YEAR, _SHORTEST_MONTH = 9, 10, 28
"""Months between those of the two ends: of a range that begins before a school year does, and of another."""
_END_OF_SCHOOL_YEAR = 7
_IN_DAYS_AND_MONTHS = (Unit.DAY, Unit.MONTH)
_SCHOOL_MONTHS = frozenset({*range(1, 6), *range(9, 13)})
SCHOOL_HALF_YEARS = {1: frozenset(range(9, 13)), 2: frozenset(range(1, 6))}
"""The months of each half of a school year."""
_SCHOOL_YEAR = Current(Unit.ACADEMIC_YEAR)
_FIRST_OF_SCHOOL = NthOf(Unit.MONTH, 1, _SCHOOL_YEAR)
_SEPTEMBER = NthOf(Unit.MONTH, 9, THIS_YEAR)
"""With it a school year begins, whichever of its calendar years a range ends in."""
_LENGTHS = {
    Unit.WEEK: 2,
    Unit.DECADE: 2,
    Unit.MONTH: 4,
    Unit.QUARTER: 6,
    Unit.HALF_YEAR: 8,
    Unit.SEASON: 9,
    Unit.YEAR: 10,
    Unit.ACADEMIC_YEAR: 10,
}
"""Units in the order of their lengths, a range of each between it and the next; days have 0."""
_DAYS = {
    Unit.DAY: 1,
    Unit.WEEK: 7,
    Unit.DECADE: 10,
    Unit.MONTH: 31,
    Unit.QUARTER: 92,
    Unit.HALF_YEAR: 184,
    Unit.YEAR: 366,
    Unit.ACADEMIC_YEAR: 366,
}
"""Days of the longest of each."""
_WHOLE_MONTHS = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
_DAYS_OF_YEAR = 360
"""Twelve months of 30 days: enough to tell weeks from months."""


def root(stretch: Stretch) -> Root:
    """The year or the unit that the stretch is a part of; of a range, that of its end."""
    while isinstance(stretch, NthOf):
        stretch = stretch.of
    while not isinstance(stretch, _ROOTS):
        stretch = stretch.last if isinstance(stretch, Between) else stretch.of
    return stretch


def replaced(stretch: Stretch, old: Root, new: Stretch) -> Stretch:
    """The same stretch with another root in place of one."""
    match stretch:
        case NthOf():
            of = replaced(stretch.of, old, new)
            return stretch if of is stretch.of else NthOf(stretch.unit, stretch.ordinal, of)
        case Between(first, last):
            return Between(replaced(first, old, new), replaced(last, old, new))
        case Following() | Offset() | PaschalDay():
            return replace(stretch, of=replaced(stretch.of, old, new))
        case _:
            return new if stretch == old else stretch


def in_year(stretch: Stretch, year: NamedYear) -> Stretch:
    """The same stretch in a year; of a range over the New Year, its end is in the year."""
    if isinstance(year, AcademicYear):
        return _in_academic_year(stretch, year)
    if isinstance(stretch, Between) and month_of(stretch.first) > month_of(stretch.last) > 0:
        if takes_almost_year(stretch):  # more likely a misprint: reversed in one year, it is refused
            return Between(replaced(stretch.first, THIS_YEAR, year), replaced(stretch.last, THIS_YEAR, year))
        return Between(in_year(stretch.first, Year(year.number - 1)), in_year(stretch.last, year))
    return replaced(stretch, THIS_YEAR, year)


def takes_almost_year(stretch: Between) -> bool:
    """«с 15 мая по 10 апреля», «10.09 – 20.08»: longer than a season or a school year, and no whole year."""
    first, last = stretch.first, stretch.last
    if not isinstance(first, NthOf) or not isinstance(last, NthOf):
        return False
    opened, closed = month_of(first), month_of(last)
    if not 0 < closed < opened or not {first.unit, last.unit}.issubset(_IN_DAYS_AND_MONTHS):
        return False
    begins = first.unit is _MONTH or first.ordinal == 1
    ends = last.unit is _MONTH or last.ordinal >= _SHORTEST_MONTH
    if begins and ends and closed + 1 == opened:  # «с 1 июля по 30 июня», «сентябрь – август»
        return False
    months = closed + 12 - opened
    if opened < _FIRST_SCHOOL_MONTH:
        return months >= _ALMOST_YEAR
    is_school_year = opened <= _FIRST_SCHOOL_MONTH + 1 and closed <= _END_OF_SCHOOL_YEAR
    return not is_school_year and months >= _ALMOST_SCHOOL_YEAR


def _in_academic_year(stretch: Stretch, year: AcademicYear) -> Stretch:
    if isinstance(stretch, Between):
        return Between(_in_academic_year(stretch.first, year), _in_academic_year(stretch.last, year))
    month = month_of(stretch)
    if not month:
        return replaced(replaced(stretch, THIS_YEAR, year), Current(Unit.ACADEMIC_YEAR), year)
    return replaced(stretch, THIS_YEAR, Year(year.first + (month < _FIRST_SCHOOL_MONTH)))


def joined(first: Stretch, last: Stretch) -> Stretch:
    """A range whose beginning takes from its end what it does not name; one day if both are the same.

    «25–30 сентября 2021 года»; «9 мая – День Победы» is a day named twice.
    """
    if isinstance(first, NthOf) and first.unit is _DAY and isinstance(last, NthOf):
        # «с 20 числа по 5 число следующего месяца» begins in this one
        last = _in_month_behind(first.of, last)
        is_named = isinstance(first.of, NthOf) or isinstance(last.of, Following)
        first = first if is_named else replaced(first, Current(_MONTH), last.of)
    opened, closed = root(first), root(last)
    if opened == _SCHOOL_YEAR and closed == THIS_YEAR and month_of(last):
        first = _SEPTEMBER if first == _FIRST_OF_SCHOOL else first  # «с начала учебного года по декабрь»
    if isinstance(closed, NamedYear):
        both = in_year(Between(first, last), closed)
    elif isinstance(opened, Year) and month_of(last):  # «с 1 декабря 2021 года по 15 января»
        is_next = month_of(last) < month_of(first) and not takes_almost_year(Between(first, last))
        both = Between(first, in_year(last, Year(opened.number + is_next)))
    elif isinstance(opened, Year) and closed == THIS_YEAR:  # «с марта 2026 г. до конца года»
        both = Between(first, in_year(last, opened))
    else:
        both = Between(first, last)
    return both.first if isinstance(both, Between) and both.first == both.last else both


def month_behind(month: int) -> int:
    """The number of the month behind one; behind December, January."""
    return month % 12 + 1


def _in_month_behind(month: Stretch, last: NthOf) -> NthOf:
    """«с 25 марта по 5 число следующего месяца»: the month behind one that is named is known."""
    is_next = isinstance(last.of, Following) and last.of.unit is _MONTH and last.of.count == 1
    if not is_next or not isinstance(month, NthOf) or month.unit is not _MONTH or not month_of(month):
        return last
    year = month.of
    if isinstance(year, Year) and month.ordinal == 12:
        year = Year(year.number + 1)
    return replace(last, of=NthOf(_MONTH, month_behind(month.ordinal), year))


def in_following_year(first: Stretch, last: Stretch) -> Stretch:
    """The beginning of a range in the year after that its end names, unless it is later in a year.

    «с 1 января по 30 апреля года, следующего за отчётным», but «с 15 декабря по 15 января следующего года».
    """
    month = last.of if isinstance(last, NthOf) and last.unit is _DAY else last
    if not isinstance(month, NthOf) or month.unit is not _MONTH or not isinstance(month.of, Following):
        return first
    return replaced(first, THIS_YEAR, month.of) if 0 < month_of(first) <= month.ordinal else first


def unit_of(stretch: Stretch) -> Unit:
    """The unit that a stretch is one of; of a range, the unit of its beginning."""
    match stretch:
        case NthOf() | Following() | Current():
            return stretch.unit
        case Year():
            return Unit.YEAR
        case AcademicYear():
            return Unit.ACADEMIC_YEAR
        case Season():
            return Unit.SEASON
        case Between():
            return unit_of(stretch.first)
        case _:
            return _DAY


def period_of(stretch: Stretch) -> Unit:
    """The unit whose recurrence repeats a stretch: that of its root, a month if none is named."""
    at_hand = root(stretch)
    if isinstance(at_hand, Season):
        return Unit.SEASON
    if isinstance(at_hand, Current):
        return _MONTH if at_hand.unit is _PERIOD else at_hand.unit
    return Unit.YEAR


def is_longer(stretch: Stretch, unit: Unit) -> bool:
    """Whether a stretch is so long that a recurrence by the unit happens several times within it."""
    own = unit_of(stretch)
    if isinstance(stretch, Between) and own is _DAY:
        return days_of(stretch) > _DAYS.get(unit, 0)
    if isinstance(stretch, Between) and own is _MONTH and unit in MONTHS_IN_PART:
        return (month_of(stretch.last) - month_of(stretch.first)) % 12 + 1 > MONTHS_IN_PART[unit]
    length = _LENGTHS.get(own, 0) + isinstance(stretch, Between)
    return own is Unit.PLAN or length > _LENGTHS.get(unit, 0)


def days_of(stretch: Between) -> int:
    """About how many days a range of days has: months are of 30, and a year that nobody names is the next."""
    first, last = stretch.first, stretch.last
    opened, closed = root(first), root(last)
    if isinstance(last, NthOf) and last.ordinal < 0 and last.of == closed and unit_of(closed) is Unit.YEAR:
        last = NthOf(_DAY, _SHORTEST_MONTH, NthOf(_MONTH, _LAST_MONTH, closed))  # «до конца года»
    if (
        not isinstance(first, NthOf)
        or not isinstance(last, NthOf)
        or not month_of(first)
        or not month_of(last)
    ):
        return 0
    days = _day_of_year(last) - _day_of_year(first)
    if isinstance(opened, Year) and isinstance(closed, Year):
        return days + (closed.number - opened.number) * _DAYS_OF_YEAR + 1
    return days % _DAYS_OF_YEAR + 1


def _day_of_year(day: NthOf) -> int:
    return (month_of(day) - 1) * 30 + (day.ordinal if day.ordinal > 0 else 30)


def is_years(stretch: Stretch) -> bool:
    """Whether a stretch is nothing but named years: «2021–2023 годы»; a range is what it begins with."""
    return isinstance(stretch.first if isinstance(stretch, Between) else stretch, NamedYear)


def is_of_unnamed_year(stretch: Stretch) -> bool:
    """Whether a stretch is a part of a year that nobody named: «до 1 марта»."""
    return root(stretch) == THIS_YEAR != stretch


def is_of_season(stretch: Stretch) -> bool:
    """Whether a stretch is a season of the plan, or a part of one: «последняя неделя четверти»."""
    return isinstance(root(stretch), Season)


def seasons_of(rule: TimeRule) -> frozenset[str]:
    """The names of the seasons that a rule depends on."""
    if not isinstance(rule, Dated | Recurring):
        return frozenset()
    stretches: list[Stretch] = [moment.stretch for moment in rule.moments]
    if isinstance(rule, Recurring):
        stretches += [rule.within.stretch] if rule.within is not None else []
        stretches += [moment.stretch for moment in rule.without]
        stretches += [rule.recurrence.season] if rule.recurrence.season is not None else []
    return frozenset(name for stretch in stretches for name in _seasons_in(stretch))


def _seasons_in(stretch: Stretch) -> Iterator[str]:
    while isinstance(stretch, NthOf | Following | Offset):
        stretch = stretch.of
    if isinstance(stretch, Between):
        yield from _seasons_in(stretch.first)
        yield from _seasons_in(stretch.last)
    elif isinstance(stretch, Season):
        yield stretch.name


def is_lagged(stretch: Stretch) -> bool:
    """Whether a time comes after the period that it belongs to, as a report does."""
    match stretch:
        case Following():
            return True
        case Offset():
            if stretch.count < 0:  # «за 45 дней до начала следующего года» comes before that year
                return is_lagged(stretch.of) and not isinstance(stretch.of, Following)
            return not month_of(stretch.of) and not isinstance(
                stretch.of, PaschalDay
            )  # «через 5 дней после 1 июня» is no report on June
        case NthOf():
            return is_lagged(stretch.of)
        case Between():
            return is_lagged(stretch.last)
        case _:
            return False


def month_of(stretch: Stretch) -> int:
    """The month that a stretch names, from 1; 0 if it names none, as quarters and half-years do."""
    while isinstance(stretch, NthOf):
        if stretch.unit is _MONTH:
            return stretch.ordinal if isinstance(stretch.of, Current | Year) else 0
        stretch = stretch.of
    return 0


def month_of_year(stretch: Stretch) -> int:
    """The month that a stretch names; 0 if it is the n-th one of a quarter: «второго месяца квартала»."""
    year = root(stretch)
    return month_of(stretch) if year == THIS_YEAR or isinstance(year, Year) else 0


def months_of(stretch: Stretch) -> frozenset[int]:
    """The months of the year that a stretch takes; empty if they are not the same every year."""
    match stretch:
        case NthOf(unit, ordinal, of) if unit in MONTHS_IN_PART and ordinal > 0 and of == THIS_YEAR:
            length = MONTHS_IN_PART[unit]
            return frozenset(range((ordinal - 1) * length + 1, ordinal * length + 1))
        case Between(first, last) if (opening := months_of(first)) and (closing := months_of(last)):
            length = (max(closing) - min(opening)) % 12 + 1
            return frozenset((min(opening) + at - 1) % 12 + 1 for at in range(length))
        case Current(Unit.ACADEMIC_YEAR):
            return _SCHOOL_MONTHS
        case _:
            return frozenset()


def months_in_any_year(stretch: Stretch) -> frozenset[int]:
    """The months that a stretch takes, whichever year it names."""
    year = root(stretch)
    return months_of(replaced(stretch, year, THIS_YEAR)) if isinstance(year, Year) else months_of(stretch)


def day_beside(day: Stretch, step: int) -> NthOf | None:
    """The day before or behind one; `None` over the New Year and about the last day of February."""
    month = day.of if isinstance(day, NthOf) else None
    if not isinstance(day, NthOf) or not isinstance(month, NthOf):
        return None
    ordinal = day.ordinal + step
    if 1 <= ordinal <= MONTH_DAYS[month.ordinal - 1]:
        return replace(day, ordinal=ordinal)
    other = month.ordinal + step
    if not 1 <= other <= _LAST_MONTH or _FEBRUARY in (month.ordinal, other):
        return None
    ordinal = 1 if step > 0 else MONTH_DAYS[other - 1]
    return NthOf(Unit.DAY, ordinal, replace(month, ordinal=other))


def last_day_of(month: NthOf) -> Stretch:
    """The last day of a month by its number; the stretch itself if that is no month, or February."""
    if month.unit is not _MONTH or month.ordinal == _FEBRUARY or not month_of(month):
        return month
    return NthOf(_DAY, MONTH_DAYS[month.ordinal - 1], month)


def months_taken(stretch: Stretch) -> frozenset[int]:
    """The months that a time takes, whatever the year; of days, those they lie in."""
    if isinstance(stretch, Between):
        first, last = months_taken(stretch.first), months_taken(stretch.last)
        if not first or not last:
            return frozenset()
        length = (max(last) - min(first)) % 12 + 1
        return frozenset((min(first) + at - 1) % 12 + 1 for at in range(length))
    while isinstance(stretch, NthOf) and stretch.unit not in _WHOLE_MONTHS:
        stretch = stretch.of
    if isinstance(stretch, NthOf) and isinstance(stretch.of, NthOf):  # «конец I полугодия»: its last month
        inside = sorted(months_taken(stretch.of))
        at = len(inside) - 1 if stretch.ordinal < 0 else stretch.ordinal - 1
        return frozenset(inside[at : at + 1])
    return months_in_any_year(stretch)
