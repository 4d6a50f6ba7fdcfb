"""The days of the seasons to which a plan gives names, as its horizon knows them."""

from collections.abc import Iterable
from typing import NamedTuple

from roadmapc.calendar.units import Window
from roadmapc.deadline.ast import AcademicYear, Season, Year
from roadmapc.deadline.words.names import heads_of

_SEPTEMBER = 9
"""Seasons of one name are numbered from the month in which school and the heating year begin."""


class SeasonDays(NamedTuple):
    """One span or day of a season."""

    name: str
    """As `seasons` writes it."""
    head: str
    """The name without its number, lower case."""
    ordinal: int
    """Which of those of its head in its year, from 1."""
    window: Window

    @property
    def season_year(self) -> int:
        """The year in whose September that year began in which it is numbered."""
        return season_year(self.window)


def season_year(window: Window) -> int:
    """The calendar year in which the year from September to August began that holds the first day."""
    return window.first.year - (window.first.month < _SEPTEMBER)


def days_of(season: Season, known: Iterable[SeasonDays]) -> tuple[SeasonDays, ...]:
    """All that a phrase means by a season, in order; empty if it has no days, or none in that year."""
    spans = tuple(known)
    heads = heads_of(tuple(dict.fromkeys(days.name for days in spans)), season.name)
    meant = [days for days in spans if days.head in heads]
    if season.ordinal:
        meant = [days for days in meant if _is_nth(days, season.ordinal, meant)]
    if season.year is not None:
        meant = _of_year(meant, season.year)
    return tuple(meant)


def _is_nth(days: SeasonDays, ordinal: int, all_days: list[SeasonDays]) -> bool:
    if ordinal > 0:
        return days.ordinal == ordinal
    of_year = [each.ordinal for each in all_days if each.season_year == days.season_year]
    return days.ordinal == max(of_year) + ordinal + 1


def _of_year(meant: list[SeasonDays], year: Year | AcademicYear) -> list[SeasonDays]:
    """Those that begin in a year; if none does, those that end in it: «зимние каникулы 2025 года»."""
    if isinstance(year, AcademicYear):
        return [days for days in meant if days.season_year == year.first]
    beginning = [days for days in meant if days.window.first.year == year.number]
    return beginning or [days for days in meant if days.window.last.year == year.number]
