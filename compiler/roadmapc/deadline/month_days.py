"""Which days a month has."""

from calendar import isleap

LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of each month in a leap year."""


def last_day(month: int, year: int | None) -> int:
    """The number of the last day of a month; of February in a year not named, 29."""
    if month == 2 and year is not None and not isleap(year):
        return 28
    return LONGEST[month - 1]
