"""What numbers count: a unit of a larger stretch, and where the words of each stand."""

from dataclasses import replace
from typing import NamedTuple

from roadmapc.deadline.ast import Between, NthOf, Season, Stretch
from roadmapc.deadline.reading.numbers import Numeral
from roadmapc.deadline.reading.years import ordinal_of_season
from roadmapc.deadline.unit import Unit
from roadmapc.source.span import Span


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
