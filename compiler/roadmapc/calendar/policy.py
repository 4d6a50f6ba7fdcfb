"""What law and custom leave open, decided by the profile of the house."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class MonthDay(NamedTuple):
    """A day of any year."""

    month: int
    day: int


class BusinessDayConvention(StrEnum):
    """Where a deadline goes that falls on a day off; the names are finance's."""

    PRECEDING = "previous"
    """Back to the last working day before: the custom for carrying out orders."""
    FOLLOWING = "next"
    """Forward to the first working day after: Civil Code art. 193."""
    UNADJUSTED = "none"
    """The printed date stands."""


class Until(StrEnum):
    """Whether «до 1 сентября» includes the day; courts say yes, some linguists no."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


class HalfYears(StrEnum):
    """What «I полугодие» is half of."""

    BY_PLAN = "by_plan"
    """Of the school year in a plan for one, else of the calendar year."""
    CALENDAR = "calendar"
    SCHOOL = "school"


class Unnamed(StrEnum):
    """Which year «сентябрь» is in a plan that has several Septembers."""

    EVERY = "every"
    FIRST = "first"


_END_OF_MAY = MonthDay(5, 31)


@dataclass(frozen=True, slots=True)
class Policy:
    """The choices of a house; the defaults are the commonest practice."""

    convention: BusinessDayConvention = BusinessDayConvention.PRECEDING
    """Where a due date goes from a day off: instructions on execution of orders step back."""
    until: Until | None = None
    """`None`: the house has not decided; the day is included, and a plan is told so."""
    half_years: HalfYears = HalfYears.BY_PLAN
    unnamed: Unnamed = Unnamed.EVERY
    school_year_end: MonthDay = _END_OF_MAY
    """31 August for houses that account by full years."""
