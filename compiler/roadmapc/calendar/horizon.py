"""The period of a plan: what gives years to phrases that name none."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from roadmapc.calendar.policy import Policy
from roadmapc.calendar.season_days import SeasonDays

LONGEST_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Horizon:
    """The first and the last day of a plan, and when it was ordered."""

    first_day: date
    last_day: date
    order_date: date | None = None
    """The day of the order; `None` if it is not signed yet."""
    policy: Policy = field(default=Policy())
    seasons: tuple[SeasonDays, ...] = ()
    """What the plan's names for seasons mean in days; of yearly ones, those around the plan."""

    def __contains__(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.first_day <= day <= self.last_day

    @property
    def within_a_year(self) -> bool:
        """Whether the period is no longer than a year, so that «год» means the period itself."""
        return self.last_day - self.first_day < LONGEST_YEAR

    @property
    def within_a_month(self) -> bool:
        """Whether the plan is for one month, so that bare numbers are its days."""
        first, last = self.first_day, self.last_day
        return (first.year, first.month) == (last.year, last.month)

    @property
    def academic(self) -> bool:
        """Whether the period is that of one school year: August or September to May–August."""
        return (
            self.within_a_year
            and self.first_day.year + 1 == self.last_day.year
            and self.first_day.month in (8, 9)
            and self.last_day.month in (5, 6, 7, 8)
        )
