"""What moments and a periodicity mean together.

The decisions are rows of tables, and a row is the phrase that it is for: a case of the corpus. `USES` says
what each moment is to the rules, `COMPLETE` beside which times a periodicity adds none. A new form of words
is a row above the first one that would take it.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum, auto
from functools import cache
from typing import NamedTuple

from roadmapc.deadline.ast import (
    EACH,
    LIMITS,
    THIS_YEAR,
    Bound,
    Current,
    Dated,
    Moment,
    NthOf,
    Offset,
    Recurrence,
    Recurring,
    Season,
    TimeRule,
    Year,
)
from roadmapc.deadline.clauses.recurrences import of_series
from roadmapc.deadline.clauses.year_lists import Moments, Years
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import Item
from roadmapc.deadline.stretch import (
    in_year,
    is_longer,
    is_of_season,
    is_years,
    month_of,
    month_of_year,
    months_in_any_year,
    period_of,
    root,
    unit_of,
)
from roadmapc.deadline.unit import MONTHS_IN_PART, SEVERAL_MONTHS, Unit
from roadmapc.source.span import Span

_WITHIN, _FROM, _SEASON, _MONTH = Bound.WITHIN, Bound.FROM, Unit.SEASON, Unit.MONTH
_YEAR = Unit.YEAR
_YEARLY = Recurrence(Unit.YEAR)
_WHOLE_YEARS = (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)
_COME_AGAIN = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
_SHORT = (Unit.DAY, Unit.WEEK, Unit.MONTH)
_SHORTEST = (Unit.DAY, Unit.WEEK)
_BOUNDED = (*_SHORT, *SEVERAL_MONTHS)
"""Units of a series that a day or a part of the year may end."""
_YEARS_AT_HAND = tuple(map(Current, _WHOLE_YEARS))
_NO_UNIT = Unit.PERIOD
_MOST_LIMITS = 12
"""No phrase names more months in which a series goes on."""


class HowOften(IntEnum):
    """Where it is said how often the times of a parcel come."""

    HERE = auto()
    """By words of the parcel: «ежегодно, до 1 марта»."""
    ELSEWHERE = auto()
    """By words that reach it: «до 1 марта; ежегодно, до 1 октября»."""
    NOWHERE = auto()


class Use(IntEnum):
    """What a moment is to the rules."""

    ONCE = 0
    """A time that comes once."""
    YEARS = 1
    """Whole years, apart from the times beside them."""
    SERIES = 2
    """A time of each period."""
    LIMIT = 3
    """How long a series goes on."""


class Parcel(NamedTuple):
    """Items with at most one periodicity, and what they name."""

    items: tuple[Item, ...]
    recurrence: Recurrence | None
    how_often: HowOften
    years: Years
    """The moments that exist."""
    has_impossible: bool
    """Whether it names any that do not."""


class RuleAt(NamedTuple):
    """A rule and its words."""

    rule: TimeRule
    span: Span


class UseRow(NamedTuple):
    """A form of words, and what its moment is to the rules."""

    phrase: str
    """An example; a case of the corpus."""
    how_often: tuple[HowOften, ...]
    year: tuple[str, ...]
    """How the moment names its year: fields of `Years`."""
    use: Use
    fits: Callable[[Moment, Unit], bool] | None = None
    """Whether a moment beside a recurrence by the unit is of this form; `None` if any is."""


class CompleteRow(NamedTuple):
    """A form of words in which a periodicity adds no times to those that are named."""

    phrase: str
    """An example; a case of the corpus."""
    fits: Callable[[Parcel, Moments, Moments], bool]
    """Whether a parcel, its times that come once and its limits are of this form."""


def _is_year_at_hand(moment: Moment, unit: Unit) -> bool:
    """Whether it is the year or plan at hand, which to a yearly series is no limit but each period."""
    own = moment.stretch.unit if isinstance(moment.stretch, Current) else None
    return own in _WHOLE_YEARS and (own is Unit.PLAN or unit not in (Unit.YEAR, own))


def _comes_again(moment: Moment, _: Unit) -> bool:
    """Whether it is a part of a month, quarter or week, which come again and again."""
    period = period_of(moment.stretch)
    return period in _COME_AGAIN and period is not unit_of(moment.stretch)


def _ends_with_season(moment: Moment, unit: Unit) -> bool:
    """Whether a season of the plan begins or ends the series of a shorter unit."""
    is_short = unit not in (_SEASON, *_WHOLE_YEARS)
    return is_short and moment.bound is not _WITHIN and is_of_season(moment.stretch)


def _holds_several(moment: Moment, unit: Unit) -> bool:
    return moment.bound is _WITHIN and is_longer(moment.stretch, unit)


def _ends_series(moment: Moment, unit: Unit) -> bool:
    """Whether a last day or month ends a series: no week or month is due on one day a year."""
    if moment.bound not in LIMITS or unit not in _BOUNDED:
        return False
    stretch = moment.stretch.of if isinstance(moment.stretch, Offset) else moment.stretch
    whole = stretch.of if isinstance(stretch, NthOf) and stretch.ordinal < 0 else stretch
    if unit_of(whole) in (*SEVERAL_MONTHS, *_WHOLE_YEARS):  # «до конца года», «по III квартал»
        return is_years(root(whole)) or root(whole) in _YEARS_AT_HAND
    is_of_year = month_of_year(stretch) > 0
    return is_of_year and (unit in _SHORTEST or unit_of(stretch) is not Unit.DAY)


def _is_last_day(moment: Moment) -> bool:
    return moment.bound in LIMITS and _is_day_of_year(moment)


def _is_one_of(moment: Moment, unit: Unit) -> bool:
    """Whether it is one of the units, by its name."""
    return moment.bound is _WITHIN and unit_of(moment.stretch) is unit and month_of_year(moment.stretch) > 0


def _is_last_of_several(moment: Moment, unit: Unit) -> bool:
    """Whether a day ends a series of months or longer parts: «ежеквартально до 20 декабря»."""
    if not _is_last_day(moment) or unit not in MONTHS_IN_PART:
        return False
    if unit is _MONTH or isinstance(root(moment.stretch), Year):
        return True
    month, length = month_of(moment.stretch), MONTHS_IN_PART[unit]
    is_first = isinstance(moment.stretch, NthOf) and moment.stretch.ordinal == 1
    # «ежеквартально до 10 октября» may be the day of a report on the third quarter
    return month > length and (is_first or month % length != 1)


def _is_day_of_year(moment: Moment) -> bool:
    return unit_of(moment.stretch) is Unit.DAY and month_of_year(moment.stretch) > 0


def _is_round(parcel: Parcel) -> bool:
    """Whether it comes once in several years, of which a date beside it names the one in the plan."""
    return parcel.recurrence is not None and parcel.recurrence == Recurrence(
        Unit.YEAR, max(parcel.recurrence.interval, 2)
    )


def _is_at_hand(moment: Moment, _: Unit = Unit.PERIOD) -> bool:
    return isinstance(moment.stretch, Current) and moment.bound is _WITHIN


def _are_all_times(parcel: Parcel, once: Moments, limits: Moments) -> bool:
    """Whether so many times are named as there are in the series; one with limits has others besides."""
    times = parcel.recurrence.times if parcel.recurrence is not None else 1
    is_limited = bool(limits) and parcel.recurrence is not None and parcel.recurrence.unit in _SHORTEST
    return len(once) >= max(times, 2) and not is_limited


_HERE, _ELSEWHERE, _NOWHERE = ((how_often,) for how_often in HowOften)
_NOT_HERE = (*_ELSEWHERE, *_NOWHERE)
_ALONE, _NAMED, _UNNAMED = ("alone",), ("named",), ("unnamed",)
_TIME = (*_NAMED, *_UNNAMED)

USES = (
    UseRow("ежегодно, 2021-2023 гг.", _HERE, _ALONE, Use.LIMIT),
    UseRow("ежегодно, начиная с 01.09.2021", _HERE, _TIME, Use.LIMIT, lambda time, _: time.bound is _FROM),
    UseRow("2 раза в учебный год, в течение года", _HERE, _UNNAMED, Use.LIMIT, _is_year_at_hand),
    UseRow("еженедельно до конца отопительного сезона", _HERE, _UNNAMED, Use.LIMIT, _ends_with_season),
    UseRow("ежемесячно с сентября по май", _HERE, _TIME, Use.LIMIT, _holds_several),
    UseRow("ежемесячно до 1 числа по август", _HERE, _TIME, Use.LIMIT, _ends_series),
    UseRow("ежегодно, 1 марта 2021 года", _HERE, _NAMED, Use.ONCE),
    UseRow("май, ежегодно", _HERE, _UNNAMED, Use.SERIES),
    UseRow("2021-2025 гг.", _NOT_HERE, _ALONE, Use.YEARS),
    UseRow("15.02.2021", _NOT_HERE, _NAMED, Use.ONCE),
    UseRow("до 25 числа", _NOT_HERE, _UNNAMED, Use.SERIES, _comes_again),
    UseRow("в течение года; ежегодно до 1 мая", _NOT_HERE, _UNNAMED, Use.ONCE, _is_at_hand),
    UseRow("до 1 марта; ежегодно до 1 октября", _ELSEWHERE, _UNNAMED, Use.SERIES),
    UseRow("до 1 сентября", _NOWHERE, _UNNAMED, Use.ONCE),
)
"""The use of a moment is that of the first row that fits."""
COMPLETE = (
    CompleteRow("2023 – 2025 гг., ежегодно до 1 июля", lambda parcel, _, __: bool(parcel.years.spans)),
    CompleteRow(
        "до 31.06 ежегодно", lambda parcel, once, limits: parcel.has_impossible and not once and not limits
    ),
    CompleteRow(
        "раз в 5 лет (IV квартал 2027 года)", lambda parcel, once, _: bool(once) and _is_round(parcel)
    ),
    CompleteRow(
        "2 раза в год: 15.05.2021, 15.10.2021",
        _are_all_times,
    ),
)
"""Where none fits and no time of a series is named, each period itself is the time: «ежеквартально»."""


@cache
def _rows(how_often: HowOften) -> tuple[tuple[UseRow, ...], ...]:
    """The rows for the moments of each field of `Years`."""
    rows = [row for row in USES if how_often in row.how_often]
    return tuple(tuple(row for row in rows if year in row.year) for year in Years._fields)


def rules_of(parcel: Parcel, problems: Problems) -> list[RuleAt]:
    """The rules that a parcel makes, dates before series."""
    recurrence = parcel.recurrence
    rules: list[RuleAt] = []
    for dates, span in parcel.years.spans:
        if dates:
            rules += _series(dates, recurrence or _YEARLY, span, parcel, problems)
    once, years, series, limits = _by_use(parcel)
    if recurrence is None and len(once) > 1:
        once = tuple(sorted(once, key=lambda moment: moment.span))
    for moments in (once, years):
        if moments:
            rules.append(RuleAt(Dated(moments), _span(moments, parcel)))
    is_bare = recurrence is not None and not series
    if series or (is_bare and not any(row.fits(parcel, once, limits) for row in COMPLETE)):
        limits = limits if series else _years_of_turns(limits)
        for limit in _limits_in_turn(limits):
            rules += _series(series, recurrence, limit, parcel, problems)
    return rules


def _by_use(parcel: Parcel) -> tuple[Moments, ...]:
    """The moments by what they are to the rules, in the order of `Use`."""
    unit = parcel.recurrence.unit if parcel.recurrence is not None else _NO_UNIT
    by_use: tuple[list[Moment], ...] = ([], [], [], [])
    years = parcel.years
    is_several = parcel.recurrence is not None and parcel.recurrence.times > 1 and unit is _MONTH
    for moments, rows in zip(
        (years.alone, years.named, years.unnamed), _rows(parcel.how_often), strict=False
    ):
        for moment in moments:
            if is_several and _is_one_of(moment, unit):  # «2 раза в месяц в июне»
                by_use[Use.LIMIT].append(moment)
                continue
            for row in rows:
                if row.fits is None or row.fits(moment, unit):
                    by_use[row.use].append(moment)
                    break
    _settle_limits(by_use, parcel, unit)
    return tuple(map(tuple, by_use))


def _settle_limits(by_use: tuple[list[Moment], ...], parcel: Parcel, unit: Unit) -> None:
    """What may be a limit of a series beside its times, and what may not beside its limits."""
    once, _, series, limits = by_use
    ends = series or once
    if len(series) + len(once) == 1 and not limits and _is_last_of_several(ends[0], unit):
        limits.append(ends.pop())  # «ежемесячно до 31 августа»: no month is due on one day a year
    if unit is _NO_UNIT and series and len(once) == 1 and _ends_series(once[0], _MONTH):
        limits.append(once.pop())  # «последний понедельник месяца по ноябрь»
    if limits and unit in _SHORTEST:  # «ежедневно с 8 по 17 сентября, 19 сентября»: a day of its own
        own = [moment for moment in series if moment.bound is _WITHIN and _is_day_of_year(moment)]
        by_use[Use.ONCE].extend(own)
        by_use[Use.SERIES][:] = [moment for moment in series if moment not in own]


def _years_of_turns(limits: Moments) -> Moments:
    """«раз в 2 года, начиная с 2026: 2026, 2028»: the years in which it comes say more than the first."""
    years = tuple([limit for limit in limits if is_years(limit.stretch) and limit.bound is _WITHIN])
    return years or limits


def _limits_in_turn(limits: Moments) -> Moments | tuple[None]:
    """Where a series goes on: in each of the stretches if they are of one kind, «октябрь и ноябрь»."""
    kinds = {(moment.bound, unit_of(moment.stretch)) for moment in limits}
    if len(kinds) == 1 and limits[0].bound is _WITHIN and len(limits) <= _MOST_LIMITS:
        return limits
    return limits[:1] or (None,)


def _series(
    moments: Moments,
    recurrence: Recurrence | None,
    within: Moment | None,
    parcel: Parcel,
    problems: Problems,
) -> list[RuleAt]:
    """One rule for each unit in which the moments repeat: by the recurrence, or by what they are parts of."""
    if not moments and recurrence is not None:
        span = Span(parcel.items[0].span.start, parcel.items[-1].span.end)
        return [RuleAt(Recurring(recurrence, (), within), span)]
    by_unit: dict[Unit, list[Moment]] = {}
    for moment in moments:
        known = of_series(moment, recurrence.unit, problems) if recurrence is not None else moment
        by_unit.setdefault(period_of(known.stretch), []).append(known)
    rules: list[RuleAt] = []
    for unit, group in by_unit.items():
        interval = recurrence.interval if recurrence is not None and recurrence.unit is unit else 1
        times = tuple([moment for moment in group if not _is_at_hand(moment)])
        of_season = root(group[0].stretch)
        season = of_season if isinstance(of_season, Season) else None
        again = EACH[unit] if interval == 1 and season is None else Recurrence(unit, interval, season=season)
        is_own = unit is _YEAR and recurrence is not None and recurrence.unit in MONTHS_IN_PART
        rule = _own_times(times, again, within) if is_own else Recurring(again, times, within)
        rules.append(RuleAt(rule, _span(group, parcel)))
    return rules


def _own_times(moments: Moments, recurrence: Recurrence, within: Moment | None) -> TimeRule:
    """Days of months of their own beside a monthly series: they need not be of those in which it goes on.

    «январь – ноябрь – до 25 числа, декабрь – до 18 числа»
    """
    year = root(within.stretch) if within is not None else THIS_YEAR
    if within is None or not months_in_any_year(within.stretch):
        return Recurring(recurrence, moments, within)
    if isinstance(year, Year):
        return Dated(tuple([moment.at(in_year(moment.stretch, year)) for moment in moments]))
    return Recurring(recurrence, moments)


def _span(moments: Sequence[Moment], parcel: Parcel) -> Span:
    """From the preposition of the first to the last word."""
    first = moments[0].span
    end = max([moment.span.end for moment in moments])
    for item in parcel.items:
        if item.moments and item.moments[0].span == first:
            return Span(item.span.start, end)
    return Span(first.start, end)
