"""The units of the calendar, and how many days or months they have."""

from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """A unit of the calendar, of which the n-th can be named or each be meant."""

    DAY = "day"
    WORKING_DAY = "working_day"
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    WEEK = "week"
    """Monday to Sunday; the first week of a month is the one that holds its first day."""
    DECADE = "decade"
    """Days 1–10, 11–20, 21 to the end of a month."""
    HALF_MONTH = "half_month"
    """Days 1–15 and 16 to the end (ГК 192, п. 3 counts half a month as 15 days)."""
    MONTH = "month"
    QUARTER = "quarter"
    """Three months counted from the start of the year (ГК 192, п. 2)."""
    HALF_YEAR = "half_year"
    YEAR = "year"
    ACADEMIC_YEAR = "academic_year"
    """From 1 September to the day that the profile names."""
    ORDER = "order"
    """The day of the act that the plan belongs to."""
    PLAN = "plan"
    """The whole period of the plan."""
    SEASON = "season"
    """Each span or day of one name that the plan gives: «каждая четверть», «раз в смену»."""
    PERIOD = "period"
    """The unit of the recurrence, in a stretch that is not yet part of a clause."""


MONTHS_IN_PART = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6}
"""Parts of a year that are whole months."""
SEVERAL_MONTHS = (Unit.QUARTER, Unit.HALF_YEAR)
"""Those of them that are several: a series of one has its days in one month of each."""
WEEKDAYS = (
    *(Unit.MONDAY, Unit.TUESDAY, Unit.WEDNESDAY, Unit.THURSDAY),
    *(Unit.FRIDAY, Unit.SATURDAY, Unit.SUNDAY),
)
"""In the order of `date.weekday()`."""
SINGLE_DAYS = frozenset({Unit.DAY, Unit.WORKING_DAY, *WEEKDAYS})
"""Units that are one day long."""
MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of each month in a leap year."""


def last_day(month: int, year: int | None) -> int:
    """The number of the last day of a month; of February in a year not named, 29."""
    if month == 2 and year is not None:
        return (date(year, 3, 1) - timedelta(days=1)).day
    return MONTH_DAYS[month - 1]
