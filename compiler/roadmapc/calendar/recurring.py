"""Series: the times of each period of a recurrence."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, count

from roadmapc.calendar.codes import EARLIER_REPORT, NO_DAY
from roadmapc.calendar.horizon import LONGEST_YEAR, Horizon
from roadmapc.calendar.labour_code import ONE_DAY
from roadmapc.calendar.seasons import days_in_plan
from roadmapc.calendar.stretch import Days
from roadmapc.calendar.timed import Time, bounded, cut
from roadmapc.calendar.units import Window, containing, following, in_turn
from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.deadline.ast import (
    LIMITS,
    THIS_YEAR,
    Between,
    Bound,
    Current,
    Moment,
    NthOf,
    Offset,
    Recurrence,
    Recurring,
    Season,
)
from roadmapc.deadline.codes import EVERY_DAY, OUTSIDE_PLAN, SPREAD_TIMES, UNNAMED_YEAR
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import is_lagged, is_years, month_of, root, unit_of
from roadmapc.deadline.unit import MONTHS_IN_PART, Unit
from roadmapc.source.span import Span

_NEXT = "следующ"
"""«года, следующего за отчётным» leaves no doubt of which year a report is."""
_NAMED = (Unit.DAY, Unit.SEASON, Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH, Unit.MONTH)
"""Units of which «ежедневно» means each day; of a longer one, the working days."""
_IN_DAYS = (Unit.DAY, Unit.WEEK)
"""Units whose steps are counted from the first day, whichever it is."""
_YEARS = (Unit.YEAR, Unit.ACADEMIC_YEAR)
_EACH_YEAR = Recurrence(Unit.YEAR)
_PAIR = 2
EACH_DAY = Recurrence(Unit.DAY)
_SPREAD = {
    (Unit.YEAR, 2): Recurrence(Unit.HALF_YEAR),
    (Unit.YEAR, 3): Recurrence(Unit.MONTH, 4),
    (Unit.YEAR, 4): Recurrence(Unit.QUARTER),
    (Unit.YEAR, 6): Recurrence(Unit.MONTH, 2),
    (Unit.YEAR, 12): Recurrence(Unit.MONTH),
    (Unit.ACADEMIC_YEAR, 2): Recurrence(Unit.HALF_YEAR),
    (Unit.HALF_YEAR, 2): Recurrence(Unit.QUARTER),
    (Unit.HALF_YEAR, 3): Recurrence(Unit.MONTH, 2),
    (Unit.HALF_YEAR, 6): Recurrence(Unit.MONTH),
    (Unit.QUARTER, 3): Recurrence(Unit.MONTH),
    (Unit.MONTH, 2): Recurrence(Unit.HALF_MONTH),
    (Unit.MONTH, 3): Recurrence(Unit.DECADE),
}
"""Equal parts over which so many times a unit are spread."""


def spread_over(recurrence: Recurrence) -> Recurrence:
    """The parts of a period in each of which one of several times falls; the whole if there are none."""
    whole = Recurrence(recurrence.unit, recurrence.interval, season=recurrence.season)
    return _SPREAD.get((recurrence.unit, recurrence.times), whole)


class Series:
    """The times of one recurring rule in a plan."""

    __slots__ = ("_calendar", "_horizon", "_plan", "_problems", "_rule")

    def __init__(self, rule: Recurring, horizon: Horizon, calendar: WorkCalendar, problems: Problems) -> None:
        """Nothing computed yet."""
        self._rule = rule
        self._horizon = horizon
        self._calendar = calendar
        self._problems = problems
        self._plan = Window(horizon.first_day, horizon.last_day)

    def times(self, span: Span) -> list[Time]:
        """All of them, cut where nobody would read on."""
        left_out = [window for moment in self._rule.without for window in self._left_out(moment)]
        times = chain.from_iterable([self._times_in(limit, span) for limit in self._limits()])
        if not left_out:
            return cut(times, span, self._problems)
        left = (time for time in times if not any(_lies_in(time, window) for window in left_out))
        return cut(left, span, self._problems)

    def _left_out(self, moment: Moment) -> Iterator[Window]:
        """The days on which the series rests: of a season, or of each year of the plan."""
        at_hand = root(moment.stretch)
        if isinstance(at_hand, Season):
            spans = days_in_plan(at_hand, moment.span, self._horizon, self._problems)
            days, periods = self._days(Unit.SEASON, at_hand), tuple(each.window for each in spans)
        else:
            end = self._horizon.policy.school_year_end
            days, periods = self._days(Unit.YEAR), in_turn(Unit.YEAR, *self._plan, end)
        windows = (days.window(moment.stretch, period) for period in periods)
        yield from (window for window in windows if window is not None)

    def _limits(self) -> list[Window]:
        """Where the series goes on within the plan."""
        within = self._rule.within
        if within is None:
            return [self._plan]
        at_hand = root(within.stretch)
        if isinstance(at_hand, Season):
            return self._seasons(within, at_hand)
        unit = at_hand.unit if isinstance(at_hand, Current) else Unit.YEAR
        if unit is Unit.PLAN:
            return [self._plan]
        if unit is Unit.ORDER:
            ordered = self._days(Unit.PLAN).window(within.stretch, self._plan)
            return [self._limit(ordered, within.bound).within(self._plan)] if ordered is not None else []
        of_unit = self._days(unit)
        around = [(period, of_unit.window(within.stretch, period)) for period in self._around(unit, within)]
        limits = [
            (period, self._limit(window, within.bound)) for period, window in around if window is not None
        ]
        if not isinstance(at_hand, Current):
            self._say_cut([limit for _, limit in limits], within)
        inside = [(period, limit) for period, limit in limits if limit.overlaps(self._plan)]
        if within.bound in LIMITS and len(inside) > 1:
            return self._up_to(inside, within)
        if within.bound is Bound.FROM:  # «с 1 марта» of a school year is that of its spring
            inside = [at for at in inside if at[1].first in self._horizon] or inside
        return [limit.within(self._plan) for _, limit in inside]

    def _up_to(self, limits: list[tuple[Window, Window]], within: Moment) -> list[Window]:
        """«еженедельно до 1 ноября»: up to the nearest one; of a plan of several years, in each of them."""
        (_, nearest), *_ = limits
        if self._horizon.within_a_year:
            return [nearest.within(self._plan)]
        if any(limit.last < period.last for period, limit in limits):  # but «до конца года»
            words = self._problems.words(within.span)
            message = f"«{words}»: год не назван; прочитано: в каждом году плана – до этого дня"
            self._problems.add(UNNAMED_YEAR, within.span, message, "назовите год, до которого идёт ряд")
        in_years = (Window(max(period.first, limit.first), limit.last) for period, limit in limits)
        return [limit.within(self._plan) for limit in in_years]

    def _seasons(self, within: Moment, season: Season) -> list[Window]:
        """The seasons in which the series goes on; up to one, or from one on, only the nearest counts."""
        days = days_in_plan(season, within.span, self._horizon, self._problems)
        of_season = self._days(Unit.SEASON, season)
        windows = (of_season.window(within.stretch, each.window) for each in days)
        limits = [self._limit(window, within.bound) for window in windows if window is not None]
        inside = [limit.within(self._plan) for limit in limits if limit.overlaps(self._plan)]
        return inside if within.bound is Bound.WITHIN else inside[:1]

    def _around(self, unit: Unit, within: Moment) -> tuple[Window, ...]:
        """The units in which the limit may lie; «с сентября по май» begins in the year before, too."""
        is_begun = within.bound is not Bound.WITHIN or is_lagged(within.stretch)
        first = self._plan.first if is_begun else self._plan.first - LONGEST_YEAR
        periods = in_turn(unit, first, self._plan.last, self._horizon.policy.school_year_end)
        return periods if isinstance(root(within.stretch), Current) else periods[:1]

    def _say_cut(self, limits: list[Window], within: Moment) -> None:
        """A series whose named days or months lie outside the plan goes on only in it."""
        is_inside = all(limit == limit.within(self._plan) for limit in limits)
        if is_inside or within.bound is not Bound.WITHIN or is_years(within.stretch):
            return
        message = (
            f"ряд «{self._problems.words(within.span)}» выходит за период плана; прочитан в его пределах"
        )
        hint = "проверьте годы ряда или назовите срок вне плана отдельно"
        self._problems.add(OUTSIDE_PLAN, within.span, message, hint)

    def _limit(self, window: Window, bound: Bound) -> Window:
        if bound is Bound.FROM:
            return Window(window.first, max(window.first, self._plan.last))
        if bound is Bound.WITHIN:
            return window
        return Window(min(self._plan.first, window.last), window.last)

    def _days(self, unit: Unit, season: Season | None = None) -> Days:
        return Days(self._horizon, self._calendar, unit, season)

    def _times_in(self, limit: Window, span: Span) -> Iterator[Time]:
        """Those of each period; where none is named, «ежеквартально», the periods themselves."""
        recurrence = self._rule.recurrence
        if not self._rule.moments:
            yield from self._bare(recurrence, limit, span)
            return
        moments = [(moment, is_lagged(moment.stretch)) for moment in self._rule.moments]
        periods = self._periods(recurrence, limit, span)
        reports = [moment for moment, is_report in moments if is_report]
        if reports and recurrence == _EACH_YEAR and periods:
            self._say_earlier_report(periods[0], reports)
        days = self._days(recurrence.unit, recurrence.season)
        for period in periods[:: recurrence.interval]:
            for moment, lagged in moments:
                window = days.window(moment.stretch, period)
                if window is None:
                    self._say_no_day(moment)
                    continue
                time = self._time(window, moment, limit, lagged=lagged)
                if time is not None and not (time.after_plan and self._is_reported(moment, periods)):
                    yield time
        if recurrence.interval == 1 and periods and limit.last == self._plan.last:
            yield from self._before_next(periods[-1], limit)

    def _before_next(self, last: Window, limit: Window) -> Iterator[Time]:
        """«за 10 дней до начала квартала»: the term before the quarter behind the plan lies in the plan."""
        recurrence = self._rule.recurrence
        counted = [each for each in self._rule.moments if isinstance(root(each.stretch), Current)]
        ahead = [each for each in counted if isinstance(each.stretch, Offset) and each.stretch.count < 0]
        if not ahead or recurrence.season is not None:
            return
        period = following(recurrence.unit, last, self._horizon.policy.school_year_end)
        days = self._days(recurrence.unit)
        for moment in ahead:
            window = days.window(moment.stretch, period)
            if window is not None and limit.first <= window.last <= limit.last:
                yield bounded(window, moment, self._horizon)

    def _is_reported(self, moment: Moment, periods: tuple[Window, ...]) -> bool:
        """Whether the year that began before a plan of a school year has its report in the plan already."""
        if self._rule.recurrence != _EACH_YEAR or not self._horizon.academic or len(periods) < _PAIR:
            return False
        first = self._days(Unit.YEAR).window(moment.stretch, periods[0])
        return first is not None and self._plan.first <= first.last <= self._plan.last

    def _say_no_day(self, moment: Moment) -> None:
        """A weekday of a week that lies in its month only in part; of a fifth Friday its words say that."""
        day = moment.stretch
        is_of_week = isinstance(day, NthOf) and unit_of(day.of) is Unit.WEEK
        if is_of_week and all(said.code is not NO_DAY for said in self._problems.found):
            words = self._problems.words(moment.span)
            message = f"«{words}»: такой день есть не в каждой неделе; где его нет, нет и срока"
            hint = "назовите день по счёту: «первый понедельник месяца»"
            self._problems.add(NO_DAY, moment.span, message, hint)

    def _say_earlier_report(self, period: Window, reports: list[Moment]) -> None:
        """Of a plan of several years: the report on the year before it may be due within it, too."""
        is_long = self._plan.first.year < self._plan.last.year
        if not is_long or _NEXT in self._problems.text:
            return
        before = Window(period.first - LONGEST_YEAR, period.first - ONE_DAY)
        days = self._days(Unit.YEAR)
        earliest = max(self._plan.first, self._horizon.order_date or self._plan.first)
        for moment in reports:
            window = days.window(moment.stretch, before)
            if window is not None and earliest <= window.last <= self._plan.last:
                words = self._problems.words(moment.span)
                message = (
                    f"«{words}»: срока {window.last:%d.%m.%Y} нет, отчёты считаются с первого года плана"
                )
                hint = "если он нужен, назовите этот срок отдельно"
                self._problems.add(EARLIER_REPORT, moment.span, message, hint)

    def _periods(self, recurrence: Recurrence, limit: Window, span: Span) -> tuple[Window, ...]:
        """The periods of the series one after another, the first and the last perhaps only in part inside."""
        if recurrence.season is None:
            end = self._horizon.policy.school_year_end
            return in_turn(recurrence.unit, limit.first, limit.last, end)
        days = days_in_plan(recurrence.season, span, self._horizon, self._problems)
        return tuple(each.window for each in days if each.window.overlaps(limit))

    def _time(self, window: Window, moment: Moment, limit: Window, *, lagged: bool) -> Time | None:
        """The time of a moment in a period; `None` if it lies outside the limit."""
        time = bounded(window, moment, self._horizon)
        if lagged:
            return time._replace(after_plan=time.nominal > self._plan.last)
        is_inside = limit.first <= time.nominal <= limit.last
        return time if is_inside or (time.first is not None and window.overlaps(limit)) else None

    def _bare(self, recurrence: Recurrence, limit: Window, span: Span) -> Iterator[Time]:
        """Each period itself is a window, cut to the plan."""
        step = self._first_step(recurrence, limit)
        if step is not None:
            yield from self._steps(recurrence, step, limit)
            return
        parts = self._spread(recurrence, span) if recurrence.times > 1 else recurrence
        windows = [window for window in self._in_turn(parts, limit, span) if window.overlaps(limit)]
        if self._horizon.academic and recurrence.unit in _YEARS and len(windows) > recurrence.times > 1:
            *windows, last = windows  # «2 раза в год»: the summer of a school year is no third half
            windows[-1] = Window(windows[-1].first, last.last)
        if len(windows) > 1 and self._begins_at_end(windows[0], limit):
            del windows[0]  # «до конца II квартала, далее ежемесячно»
        if len(windows) > 1 and self._ends_at_begin(windows[-1], limit):
            del windows[-1]  # «ежемесячно до 1 июля»
        if recurrence == EACH_DAY:
            # of days that are named, «ежедневно 1–3 мая», each; of a whole plan or month, the working days
            working = [day for day in windows if self._calendar.is_working(day.first)]
            within = self._rule.within
            are_named = within is not None and unit_of(within.stretch) in _NAMED
            if working and len(working) < len(windows):
                words = self._problems.words(span)
                how = "каждый день, и в выходные" if are_named else "по рабочим дням"
                hint = "скажите «в рабочие дни»" if are_named else "скажите «с понедельника по воскресенье»"
                message = f"«{words}» прочитано: {how}"
                self._problems.add(EVERY_DAY, span, message, f"если нужно иначе, {hint}")
            windows = windows if are_named else working or windows
        yield from (Time(*window.within(limit), None) for window in windows)

    def _first_step(self, recurrence: Recurrence, limit: Window) -> date | None:
        """«раз в две недели, начиная с 12 января»: the day from which the steps of a series are counted."""
        within = self._rule.within
        if within is None or within.bound in LIMITS or recurrence.interval == 1:
            return None
        begins = within.stretch.first if isinstance(within.stretch, Between) else within.stretch
        if not isinstance(begins, NthOf) or begins.unit is not Unit.DAY or not month_of(begins):
            return None
        # the plan may begin later than a series whose year is named
        is_named = root(begins) != THIS_YEAR
        named = self._days(Unit.YEAR).window(begins, self._plan) if is_named else None
        day = named.first if named is not None else limit.first
        whole = containing(recurrence.unit, day, self._horizon.policy.school_year_end)
        is_whole = recurrence.unit not in _IN_DAYS and whole.first == day
        return None if is_whole else day  # «раз в два месяца, начиная с 1 марта»: in every second month

    def _steps(self, recurrence: Recurrence, step: date, limit: Window) -> Iterator[Time]:
        """The days at equal steps from the first one, so many units apart, that lie in a limit."""
        days = self._days(recurrence.unit)
        for units in count(0, recurrence.interval):
            day = days.counted(step, units, recurrence.unit)
            if day > limit.last:
                return
            if day >= limit.first:
                yield Time(day, day, None)

    def _begins_at_end(self, window: Window, limit: Window) -> bool:
        """Whether the series goes on from the last day of a period, which is the end of what was before."""
        within = self._rule.within
        is_start = within is not None and within.bound is Bound.FROM
        return is_start and window.first < limit.first == window.last

    def _ends_at_begin(self, window: Window, limit: Window) -> bool:
        """Whether the series goes on up to the first day of a period, which is the end of those before it."""
        within = self._rule.within
        is_end = within is not None and within.bound is Bound.UNTIL
        return is_end and window.first == limit.last and self._rule.recurrence.unit in MONTHS_IN_PART

    def _in_turn(self, recurrence: Recurrence, limit: Window, span: Span) -> Iterator[Window]:
        periods = self._periods(recurrence, limit, span)
        for at in range(0, len(periods), recurrence.interval):
            last = periods[min(at + recurrence.interval, len(periods)) - 1]
            yield Window(periods[at].first, last.last)

    def _spread(self, recurrence: Recurrence, span: Span) -> Recurrence:
        """«2 раза в год»: a half-year each; a number that divides nothing leaves one window."""
        parts = spread_over(recurrence)
        words = self._problems.words(span)
        how = "одним окном на весь период" if parts.unit is recurrence.unit else "поровну по частям периода"
        message = f"«{words}»: когда именно, не сказано; разложено {how}"
        self._problems.add(SPREAD_TIMES, span, message, "назовите месяцы: «2 раза в год (май, декабрь)»")
        return parts


def _lies_in(time: Time, window: Window) -> bool:
    return window.first <= (time.first or time.nominal) and time.nominal <= window.last
