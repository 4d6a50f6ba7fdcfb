"""Working days: which days are off, and a deadline carried off them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from roadmapc.calendar.acts import YearActs
from roadmapc.calendar.from_yaml import acts_from_yaml, shipped_acts
from roadmapc.calendar.labour_code import ONE_DAY
from roadmapc.calendar.policy import BusinessDayConvention
from roadmapc.calendar.year import DayKind, YearDays, year_days
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.source.file import SourceFile


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The working calendar of a five-day week; any year may be asked about."""

    acts: Mapping[int, YearActs]
    """What is known, by year; other years are forecast from the Labour Code alone."""
    _years: dict[int, YearDays] = field(default_factory=dict, init=False, repr=False, compare=False)
    _adjusted: dict[tuple[date, BusinessDayConvention], date] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Answers given: plans ask about the same days again and again."""

    def kind(self, day: date) -> DayKind:
        """What the day is."""
        return self._year(day.year).day(day).kind

    def is_working(self, day: date) -> bool:
        """Whether a term may end on the day; the President's days off with pay are working days here."""
        days = self._years.get(day.year) or self._year(day.year)
        return day not in days.off

    def is_short(self, day: date) -> bool:
        """Whether work ends an hour earlier; no deadline asks, the published norms of hours do."""
        return self._year(day.year).day(day).is_short

    def is_forecast(self, year: int) -> bool:
        """Whether no act on moving the year's days off is known."""
        acts = self.acts.get(year)
        return acts is None or acts.act is None

    def adjust(self, day: date, convention: BusinessDayConvention) -> date:
        """The day itself if it is working, else the day the convention carries it to."""
        adjusted = self._adjusted.get((day, convention))
        if adjusted is None:
            adjusted = self._adjusted[day, convention] = self._carried(day, convention)
        return adjusted

    def _carried(self, day: date, convention: BusinessDayConvention) -> date:
        if convention is BusinessDayConvention.UNADJUSTED:
            return day
        step = -ONE_DAY if convention is BusinessDayConvention.PRECEDING else ONE_DAY
        while not self.is_working(day):
            day += step
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """The working day `count` after the day, before it if negative; the day itself is not counted."""
        step = ONE_DAY if count > 0 else -ONE_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def reason(self, day: date) -> str:
        """Why the day is what it is: Russian words with the norm or the act behind them."""
        reason = self._year(day.year).day(day).reason
        if not self.is_forecast(day.year):
            return reason
        return f"{reason}; прогноз: акта о переносе выходных дней в {day.year} году ещё нет"

    def _year(self, year: int) -> YearDays:
        days = self._years.get(year)
        if days is None:
            days = self._years[year] = year_days(self.acts.get(year) or YearActs(year, act=None))
        return days


@cache
def official() -> WorkCalendar:
    """The calendar that is shipped: the acts of 2020-2027."""
    return WorkCalendar(shipped_acts())


def from_text(file: SourceFile) -> Outcome[WorkCalendar]:
    """The shipped calendar with what a file of the user's own says put over it, year by year."""
    own = acts_from_yaml(file)
    if own.value is None:
        return Outcome(None, own.diagnostics)
    shipped = official().acts
    merged = {year: acts.over(shipped[year]) if year in shipped else acts for year, acts in own.value.items()}
    return Outcome(WorkCalendar({**shipped, **merged}), own.diagnostics)
