"""What a stretch is rooted in: a year, or the unit at hand that is not named yet."""

from dataclasses import replace

from roadmapc.deadline.ast import (
    AcademicYear,
    Between,
    Current,
    Following,
    NamedYear,
    NthOf,
    Offset,
    Root,
    Stretch,
    Unit,
    Year,
)

_FIRST_SCHOOL_MONTH = 8
"""August opens a school year in plans, though lessons begin in September."""


def root(stretch: Stretch) -> Root:
    """The year or the unit that the stretch is a part of; of a range, that of its end."""
    while isinstance(stretch, NthOf):
        stretch = stretch.of
    while not isinstance(stretch, Root):
        stretch = stretch.last if isinstance(stretch, Between) else stretch.of
    return stretch


def rooted(stretch: Stretch, unit: Unit, new: Stretch) -> Stretch:
    """The same stretch with another in place of the unit at hand."""
    return replaced(stretch, Current(unit), new)


def replaced(stretch: Stretch, old: Root, new: Stretch) -> Stretch:
    """The same stretch with another root in place of one."""
    match stretch:
        case NthOf():
            of = replaced(stretch.of, old, new)
            return stretch if of is stretch.of else NthOf(stretch.unit, stretch.ordinal, of)
        case Between(first, last):
            return Between(replaced(first, old, new), replaced(last, old, new))
        case Following() | Offset():
            return replace(stretch, of=replaced(stretch.of, old, new))
        case _:
            return new if stretch == old else stretch


def in_year(stretch: Stretch, year: NamedYear) -> Stretch:
    """The same stretch in a year; of a range over the New Year, its end is in the year."""
    if isinstance(year, AcademicYear):
        return _in_academic_year(stretch, year)
    if isinstance(stretch, Between) and month_of(stretch.first) > month_of(stretch.last) > 0:
        return Between(in_year(stretch.first, Year(year.number - 1)), in_year(stretch.last, year))
    return rooted(stretch, Unit.YEAR, year)


def _in_academic_year(stretch: Stretch, year: AcademicYear) -> Stretch:
    if isinstance(stretch, Between):
        return Between(_in_academic_year(stretch.first, year), _in_academic_year(stretch.last, year))
    month = month_of(stretch)
    if not month:
        return rooted(rooted(stretch, Unit.YEAR, year), Unit.ACADEMIC_YEAR, year)
    return rooted(stretch, Unit.YEAR, Year(year.first + (month < _FIRST_SCHOOL_MONTH)))


def month_of(stretch: Stretch) -> int:
    """The month that a stretch names, from 1; 0 if it names none, as quarters and half-years do."""
    while isinstance(stretch, NthOf):
        if stretch.unit is Unit.MONTH:
            return stretch.ordinal if isinstance(stretch.of, Current | Year) else 0
        stretch = stretch.of
    return 0


def is_lagged(stretch: Stretch) -> bool:
    """Whether a time comes after the period that it belongs to, as a report does."""
    match stretch:
        case Following():
            return True
        case Offset():
            return stretch.count > 0 or is_lagged(stretch.of)
        case NthOf():
            return is_lagged(stretch.of)
        case Between():
            return is_lagged(stretch.last)
        case _:
            return False
