"""A season as a plan, a directory or a profile writes it."""

from dataclasses import dataclass

from roadmapc.deadline.ast import Stretch


@dataclass(frozen=True, slots=True)
class SeasonRule:
    """A name, and the days that it is given."""

    name: str
    stretches: tuple[Stretch, ...]
    """Each a day or a span, of a year that it names or of every year."""
