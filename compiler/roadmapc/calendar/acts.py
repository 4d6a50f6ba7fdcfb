"""What acts of the Government and the President say of one year's days."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, Self


class Move(NamedTuple):
    """A day off carried from one day to another."""

    from_day: date
    """The day off given up: a weekend day (it becomes working) or one that meets a holiday (it stays off)."""
    to_day: date
    """The day that becomes off."""


class DayOff(NamedTuple):
    """A day made non-working by an act of its own: a day of voting, a holiday of a region."""

    day: date
    name: str
    act: str


class DecreePeriod(NamedTuple):
    """Days that a decree of the President lets people off with pay; terms run on through them.

    They are not days off of Civil Code art. 193: Supreme Court review No 1 of 21.04.2020, question 5.
    """

    first_day: date
    last_day: date
    act: str


@dataclass(frozen=True, slots=True)
class YearActs:
    """The acts on one year."""

    year: int
    act: str | None
    """The Government's act on moving days off, cited in Russian; `None` while there is none: a forecast."""
    moves: tuple[Move, ...] = ()
    """The moves of that act. Those that the Labour Code makes by itself are not listed."""
    days_off: tuple[DayOff, ...] = ()
    decree_periods: tuple[DecreePeriod, ...] = ()

    def over(self, other: Self) -> Self:
        """This year's acts, and the other's on every point on which these are silent."""
        return replace(
            self,
            act=self.act or other.act,
            moves=self.moves or other.moves,
            days_off=self.days_off or other.days_off,
            decree_periods=self.decree_periods or other.decree_periods,
        )
