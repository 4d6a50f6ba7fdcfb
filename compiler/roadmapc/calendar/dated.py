"""Moments that are meant once: their years, and what to say if there is a choice."""

from dataclasses import replace
from datetime import date

from roadmapc.calendar.codes import WHICH_UNIT
from roadmapc.calendar.horizon import LONGEST_YEAR, Horizon
from roadmapc.calendar.labour_code import ONE_DAY
from roadmapc.calendar.policy import HalfYears, Unnamed
from roadmapc.calendar.season_days import SeasonDays, days_of
from roadmapc.calendar.seasons import days_in_plan
from roadmapc.calendar.stretch import Days
from roadmapc.calendar.timed import Time, bounded
from roadmapc.calendar.units import Window, in_turn
from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.deadline.ast import (
    MONTH_OF_PLAN,
    THIS_YEAR,
    WINDOWS,
    Between,
    Bound,
    Current,
    Moment,
    NthOf,
    Offset,
    Season,
    Stretch,
    Year,
)
from roadmapc.deadline.codes import (
    APPROXIMATE,
    ASSUMED_MONTH,
    ASSUMED_YEAR,
    BEFORE_ORDER,
    IMPOSSIBLE_DATE,
    OUTSIDE_PLAN,
    STRAY_NUMBER,
    UNNAMED_YEAR,
    WHICH_YEAR,
)
from roadmapc.deadline.existence import is_possible
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import is_lagged, is_of_season, root
from roadmapc.deadline.unit import Unit

_YEAR = Unit.YEAR
_LEAP_DAY = 29
_LEAP = NthOf(Unit.DAY, _LEAP_DAY, NthOf(Unit.MONTH, 2, THIS_YEAR))
_WHOLE = Window(date(2000, 1, 1), date(2000, 12, 31))
"""The unit at hand of a moment that names its year, where it does not matter."""


def times_of(moment: Moment, horizon: Horizon, calendar: WorkCalendar, problems: Problems) -> list[Time]:
    """All the times a moment means in a plan."""
    stretch = moment.stretch
    at_hand = root(stretch)
    if isinstance(at_hand, Season):
        return _of_season(moment, at_hand, horizon, calendar, problems)
    if not isinstance(at_hand, Current):
        return _of_named_year(moment, horizon, calendar, problems)
    last = stretch.last if isinstance(stretch, Between) else stretch
    if isinstance(last, NthOf) and last.of == MONTH_OF_PLAN:
        return _of_only_month(moment, horizon, calendar, problems)
    if at_hand.unit in (Unit.PLAN, Unit.ORDER):
        window = Days(horizon, calendar, Unit.PLAN).window(stretch, _plan(horizon))
        return [bounded(window, moment, horizon)] if window is not None else []
    if stretch == at_hand:
        return _whole_units(moment, at_hand.unit, horizon, problems)
    return _of_unnamed_year(moment, at_hand.unit, horizon, calendar, problems)


def _of_season(
    moment: Moment, season: Season, horizon: Horizon, calendar: WorkCalendar, problems: Problems
) -> list[Time]:
    """The days of the season that lie in the plan; one whose year is named, wherever it lies."""
    times = _in_seasons(moment, season, horizon, calendar)
    inside = [time for _, time in times if _meets_plan(time, horizon)]
    is_open = isinstance(moment.stretch, Between) and not is_of_season(moment.stretch.first)
    if is_open or moment.bound is Bound.FROM:
        inside = inside[:1]  # «с 1 сентября до осенних каникул»: the first of them ends it
    if not inside:
        inside = _of_seasons_inside(times, moment, season, horizon, problems)
    if any(time.moment is not moment for time in inside):
        message = f"«{problems.words(moment.span)}»: срок истекает до начала этого времени"
        problems.add(APPROXIMATE, moment.span, message, "назовите последний день срока")
    return inside


def _in_seasons(
    moment: Moment, season: Season, horizon: Horizon, calendar: WorkCalendar
) -> list[tuple[SeasonDays, Time]]:
    """The time of each span of the season; «с начала сезона» is not that of a year before the plan."""
    times: list[tuple[SeasonDays, Time]] = []
    for days in days_of(season, horizon.seasons):
        is_before = moment.bound is Bound.FROM and not days.window.overlaps(_plan(horizon))
        window = Days(horizon, calendar, Unit.SEASON, season).window(moment.stretch, days.window)
        if window is not None and not is_before:
            times.append((days, _limited(window, moment, horizon)))
    return times


def _of_seasons_inside(
    times: list[tuple[SeasonDays, Time]],
    moment: Moment,
    season: Season,
    horizon: Horizon,
    problems: Problems,
) -> list[Time]:
    """«за 10 дней до дня голосования» may lie before the plan that holds that day; «9-я неделя», nowhere."""
    meant = days_in_plan(season, moment.span, horizon, problems)
    outside = [time for days, time in times if days in meant]
    if outside:
        _say_outside(moment, problems)
    elif meant:
        message = f"срок «{problems.words(moment.span)}» не существует: столько не бывает"
        problems.add(IMPOSSIBLE_DATE, moment.span, message, f"проверьте дни «{season.name}» в seasons")
    return outside


def _limited(window: Window, moment: Moment, horizon: Horizon) -> Time:
    """«до каникул» and «к отопительному сезону» end before they begin; «до дня голосования» with that day."""
    if not isinstance(moment.stretch, Season) or moment.bound not in (Bound.UNTIL, Bound.BY):
        return bounded(window, moment, horizon)
    if window.first == window.last:
        return bounded(window, moment, horizon)
    last = window.first if moment.bound is Bound.BY else window.first - ONE_DAY
    return Time(None, last, replace(moment, bound=Bound.NOT_LATER))


def _meets_plan(time: Time, horizon: Horizon) -> bool:
    return Window(time.first or time.nominal, time.nominal).overlaps(_plan(horizon))


def _of_only_month(
    moment: Moment, horizon: Horizon, calendar: WorkCalendar, problems: Problems
) -> list[Time]:
    """«3, 10, 17» as days of the month that the plan is for; in a longer plan they are of nothing."""
    words = problems.words(moment.span)
    if not horizon.within_a_month:
        hint = "допишите, число чего это, или уберите его"
        problems.add(STRAY_NUMBER, moment.span, f"число «{words}» ни к чему не относится", hint)
        return []
    month = NthOf(Unit.MONTH, horizon.first_day.month, Year(horizon.first_day.year))
    moment = moment.at(_days_of(month, moment.stretch))
    if not is_possible(moment, problems):
        return []
    if all(said.code is not ASSUMED_MONTH for said in problems.found):
        message = f"«{words}» – число без месяца; прочитано как день месяца, на который составлен план"
        problems.add(ASSUMED_MONTH, moment.span, message, "допишите месяц")
    return _of_named_year(moment, horizon, calendar, problems)


def _days_of(month: NthOf, stretch: Stretch) -> Stretch:
    """The same days in a month that is known."""
    if isinstance(stretch, Between):
        return Between(_days_of(month, stretch.first), _days_of(month, stretch.last))
    return NthOf(Unit.DAY, stretch.ordinal, month) if isinstance(stretch, NthOf) else stretch


def _plan(horizon: Horizon) -> Window:
    return Window(horizon.first_day, horizon.last_day)


def _of_named_year(
    moment: Moment, horizon: Horizon, calendar: WorkCalendar, problems: Problems
) -> list[Time]:
    window = Days(horizon, calendar, _YEAR).window(moment.stretch, _WHOLE)
    if window is None:
        return []
    if not _touches(window, moment, horizon):
        _say_outside(moment, problems)
    else:
        _say_begun(moment, window, horizon, problems)
    return [bounded(window, moment, horizon)]


def _say_begun(moment: Moment, window: Window, horizon: Horizon, problems: Problems) -> None:
    """«с 15 октября по 15 апреля 2026 г.»: the beginning is of a year that nobody named, before the order."""
    ordered, (first, last) = horizon.order_date, window
    is_over_new_year = isinstance(moment.stretch, Between) and first.year < last.year
    if ordered is None or not is_over_new_year or first >= min(ordered, horizon.first_day):
        return
    words = problems.words(moment.span)
    if f"{first.year}" not in words and f".{first.year % 100:02}" not in words:
        message = f"«{words}» прочитано с {first:%d.%m.%Y}: начало раньше плана и самого приказа"
        problems.add(BEFORE_ORDER, moment.span, message, "назовите год начала")


def _touches(window: Window, moment: Moment, horizon: Horizon) -> bool:
    """Whether a time belongs to the plan: a window by any of its days, «до X» by its last."""
    first = window.first if moment.bound in WINDOWS else window.last
    return first <= horizon.last_day and horizon.first_day <= window.last


def _say_outside(moment: Moment, problems: Problems) -> None:
    words = problems.words(moment.span)
    hints = ("проверьте год; дата оставлена как напечатана",)
    problems.add(OUTSIDE_PLAN, moment.span, f"срок «{words}» лежит вне периода плана", *hints)


def _whole_units(moment: Moment, unit: Unit, horizon: Horizon, problems: Problems) -> list[Time]:
    """«в течение года»: each unit cut to the plan; a plan of up to a year is its own year."""
    plan = _plan(horizon)
    if unit is _YEAR and horizon.within_a_year:
        return [bounded(plan, moment, horizon)]
    windows = [window.within(plan) for window in _units(unit, plan, horizon) if window.overlaps(plan)]
    if len(windows) > 1:
        words = problems.words(moment.span)
        message = f"«{words}» в этом плане – не одно время; прочитано как каждое из {len(windows)}"
        is_year = unit in (_YEAR, Unit.ACADEMIC_YEAR)
        hint = (
            "назовите год или период" if is_year else "назовите его или скажите «ежемесячно», «ежеквартально»"
        )
        problems.add(WHICH_YEAR if is_year else WHICH_UNIT, moment.span, message, hint)
    return [bounded(window, moment, horizon) for window in windows]


def _units(unit: Unit, plan: Window, horizon: Horizon) -> tuple[Window, ...]:
    return in_turn(unit, plan.first, plan.last, horizon.policy.school_year_end)


def _of_unnamed_year(
    moment: Moment, unit: Unit, horizon: Horizon, calendar: WorkCalendar, problems: Problems
) -> list[Time]:
    """The years in which a moment lies in the plan, or the nearest one outside."""
    plan = _plan(horizon)
    lagged = is_lagged(moment.stretch)
    around = plan if lagged else Window(plan.first - LONGEST_YEAR, plan.last + LONGEST_YEAR)
    days = Days(horizon, calendar, unit)
    periods = _of_anchors(moment.stretch, _units(unit, around, horizon), days, horizon)
    found = [days.window(moment.stretch, period) for period in periods]
    windows = [window for window in found if window is not None]
    if windows and isinstance(moment.stretch, Between) and moment.stretch.first == Current(Unit.ORDER):
        windows = [min(windows)]  # «с даты подписания приказа по 30 мая»: the first 30 мая behind it
    if moment.stretch == _LEAP:  # of other years it is no shorter February's last day
        windows = [window for window in windows if window.last.day == _LEAP_DAY and window.last in horizon]
        if not windows:
            _say_no_leap_day(moment, horizon, problems)
    inside = _inside(windows, moment, horizon)
    if lagged:  # a report after each year; a plan up to a year long has one, in the plan if it can be
        ending = [window for window in windows if window.last in horizon]
        inside = ending if ending and horizon.within_a_year else windows
    if not inside and windows:
        _say_outside(moment, problems)
        nearest = min(windows, key=lambda each: min(abs(each.last - plan.first), abs(each.first - plan.last)))
        inside = [nearest]
    _say_half_year(moment, horizon, problems)
    _say_new_year(moment, inside, problems)
    _say_before_plan(moment, windows, inside, horizon, problems)
    if inside and _touches(inside[0], moment, horizon):
        _say_begun(moment, inside[0], horizon, problems)
    if len(inside) > 1:
        inside = _chosen(inside, moment, horizon, problems)
    return [
        bounded(window, moment, horizon)._replace(after_plan=lagged and window.last > plan.last)
        for window in inside
    ]


def _of_anchors(
    stretch: Stretch, periods: tuple[Window, ...], days: Days, horizon: Horizon
) -> tuple[Window, ...]:
    """The years in which the day lies from which is counted: «в течение 3 месяцев с 1 ноября»."""
    if not isinstance(stretch, Offset) or stretch.count < 0:
        return periods
    anchors = ((period, days.window(stretch.of, period)) for period in periods)
    inside = tuple(period for period, day in anchors if day is not None and day.last in horizon)
    return inside or periods


def _say_half_year(moment: Moment, horizon: Horizon, problems: Problems) -> None:
    """In a plan for a school year «полугодие» has two readings."""
    stretch = moment.stretch
    if not horizon.academic or not isinstance(stretch, NthOf) or stretch.unit is not Unit.HALF_YEAR:
        return
    kind = "календарное" if horizon.policy.half_years is HalfYears.CALENDAR else "учебное"
    message = f"«{problems.words(moment.span)}» прочитано как {kind} полугодие"
    problems.add(WHICH_YEAR, moment.span, message, "назовите месяцы")


def _say_new_year(moment: Moment, windows: list[Window], problems: Problems) -> None:
    """«декабрь – февраль» names no year, and has two."""
    if len(windows) == 1 and windows[0].first.year != windows[0].last.year:
        years = f"{windows[0].first.year}–{windows[0].last.year}"
        message = f"«{problems.words(moment.span)}» переходит через Новый год; прочитано как {years}"
        problems.add(ASSUMED_YEAR, moment.span, message, "назовите годы")


def _say_no_leap_day(moment: Moment, horizon: Horizon, problems: Problems) -> None:
    words = problems.words(moment.span)
    years = sorted({horizon.first_day.year, horizon.last_day.year})
    message = f"срок «{words}» не существует: в плане ({'–'.join(map(str, years))}) нет високосного года"
    problems.add(IMPOSSIBLE_DATE, moment.span, message, "последний день месяца – 28 февраля")


def _say_before_plan(
    moment: Moment, windows: list[Window], inside: list[Window], horizon: Horizon, problems: Problems
) -> None:
    """«август» of a school year comes between the order and the plan's first day as well."""
    ordered = horizon.order_date
    if ordered is None or not horizon.academic:
        return
    early = [window for window in windows if ordered <= window.last < horizon.first_day]
    if not early or not inside or early[-1] in inside:
        return
    message = (
        f"«{problems.words(moment.span)}» прочитано как {inside[0].last.year} год, по периоду плана; "
        f"между приказом и началом плана есть и {early[-1].last:%d.%m.%Y}"
    )
    problems.add(WHICH_YEAR, moment.span, message, "назовите год")


def _inside(windows: list[Window], moment: Moment, horizon: Horizon) -> list[Window]:
    """Those that end in the plan; if none does, those that touch it.

    «25 декабря – 15 января» belongs to the year in which it begins, but for a plan of a school year.
    """
    over_new_year = (window for window in windows if window.first.year != window.last.year)
    beginning = [window for window in over_new_year if window.first in horizon]
    if beginning and moment.bound in WINDOWS and not horizon.academic:
        return beginning
    ending = [window for window in windows if window.last in horizon]
    return ending or [window for window in windows if _touches(window, moment, horizon)]


def _chosen(windows: list[Window], moment: Moment, horizon: Horizon, problems: Problems) -> list[Window]:
    """All years or the first, as the policy says; either way it is said."""
    words = problems.words(moment.span)
    first = horizon.policy.unnamed is Unnamed.FIRST
    reading = "первый из них" if first else "каждый из них"
    message = f"«{words}» в периоде плана бывает не раз ({len(windows)}); прочитано: {reading}"
    problems.add(UNNAMED_YEAR, moment.span, message, "назовите год или добавьте «ежегодно»")
    return windows[:1] if first else windows
