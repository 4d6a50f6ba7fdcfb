"""What a moment means inside a series."""

from roadmapc.deadline.ast import Between, Bound, Current, Following, Moment, NthOf, Recurrence, Stretch, Year
from roadmapc.deadline.clauses.partition import partition
from roadmapc.deadline.codes import REPORT_MONTH
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import (
    in_year,
    is_lagged,
    is_longer,
    is_years,
    month_of,
    replaced,
    root,
    unit_of,
)
from roadmapc.deadline.unit import MONTHS_IN_PART, SINGLE_DAYS, Unit

_THIS_MONTH = Current(Unit.MONTH)
_SOME_MONTH = (_THIS_MONTH, Current(Unit.PERIOD))
_PARTS_OF_MONTH = SINGLE_DAYS | {Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH}
_WHOLE_YEARS = (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)
_LONGER_THAN_MONTH = (Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR)
_MOST_DAYS = 366
"""No phrase names more days of months."""
_MOST_LIMITS = 12
"""No phrase names more months in which a series goes on."""
_FIRST_REPORT_IN_YEAR = 11
"""A yearly report due from November on is for the same year; earlier ones are for the year before."""


def is_bare(moment: Moment) -> bool:
    """Whether a moment is nothing but the unit at hand: «в течение года»."""
    return isinstance(moment.stretch, Current) and moment.bound is Bound.WITHIN


def is_limit(moment: Moment, recurrence: Recurrence) -> bool:
    """Whether a moment says how long a series goes on rather than when it falls due."""
    stretch = moment.stretch
    if is_years(moment.stretch) or moment.bound is Bound.FROM:
        return True
    if isinstance(stretch, Current) and stretch.unit is recurrence.unit:
        return False
    if isinstance(stretch, Current) and stretch.unit in _WHOLE_YEARS:
        return recurrence.unit is not Unit.YEAR or stretch.unit is Unit.PLAN
    if moment.bound is not Bound.WITHIN:
        return False
    return is_longer(stretch, recurrence.unit)


def limits_in_turn(limits: list[Moment]) -> list[Moment] | list[None]:
    """Where a series goes on: in each of the stretches if they are of one kind, «октябрь и ноябрь»."""
    kinds = {(moment.bound, unit_of(moment.stretch)) for moment in limits}
    if len(kinds) == 1 and limits[0].bound is Bound.WITHIN and len(limits) <= _MOST_LIMITS:
        return limits
    return limits[:1] or [None]


def with_days(moments: list[Moment]) -> list[Moment]:
    """«март, июнь (до 25 числа)»: a day or week of no month is one of each month named beside it."""
    if len(moments) < 2:
        return moments
    days, others = partition(moments, lambda moment: _is_part_of_some_month(moment.stretch))
    months, found = partition(others, _is_month)
    if not 0 < len(days) * len(months) <= _MOST_DAYS:
        return moments
    for month in months:
        found.extend(day.at(_of_month(day.stretch, month.stretch)) for day in days)
    return found


def _of_month(day: Stretch, month: Stretch) -> Stretch:
    return replaced(replaced(day, Current(Unit.MONTH), month), Current(Unit.PERIOD), month)


def _is_part_of_some_month(stretch: Stretch) -> bool:
    if isinstance(stretch, Between):
        return _is_part_of_some_month(stretch.last)
    return isinstance(stretch, NthOf) and stretch.unit in _PARTS_OF_MONTH and stretch.of in _SOME_MONTH


def _is_month(moment: Moment) -> bool:
    return (
        moment.bound is Bound.WITHIN
        and isinstance(moment.stretch, NthOf)
        and month_of(moment.stretch) > 0
        and (moment.stretch.unit is Unit.MONTH)
    )


def of_reports(moments: list[Moment], reported: Stretch) -> Recurrence | None:
    """«по итогам квартала до 10 числа»: a day of no month comes after each such period."""
    is_each = isinstance(reported, Current) and reported.unit in (Unit.MONTH, *_LONGER_THAN_MONTH)
    if is_each and any(_is_day_of_some_month(moment.stretch) for moment in moments):
        return Recurrence(unit_of(reported))
    return None


def settled(moment: Moment, recurrence: Recurrence | None, problems: Problems) -> Moment:
    """The moment with «the period» replaced by the unit of the recurrence."""
    unit = recurrence.unit if recurrence is not None else Unit.MONTH
    stretch = replaced(moment.stretch, Current(Unit.PERIOD), Current(unit))
    if recurrence is None and stretch != moment.stretch and is_lagged(stretch):
        message = f"«{problems.words(moment.span)}»: отчётный период не назван, прочитано как месяц"
        problems.add(REPORT_MONTH, moment.span, message, "добавьте «ежеквартально» или назовите период")
    if _is_day_of_some_month(stretch) and unit in _LONGER_THAN_MONTH:
        stretch = replaced(stretch, Current(Unit.MONTH), Following(Unit.MONTH, 1, Current(unit)))
        message = (
            f"«{problems.words(moment.span)}» прочитано как число месяца, следующего за отчётным периодом"
        )
        problems.add(
            REPORT_MONTH, moment.span, message, "добавьте «месяца, следующего за отчётным кварталом»"
        )
    return moment.at(stretch)


def _is_day_of_some_month(stretch: Stretch) -> bool:
    if isinstance(stretch, Between):
        return _is_day_of_some_month(stretch.last)
    return isinstance(stretch, NthOf) and stretch.unit is Unit.DAY and stretch.of == _THIS_MONTH


def after_reported(moment: Moment, reported: Stretch) -> Moment:
    """«за год – до 20 января»: the report is due after the period, so perhaps in the next year."""
    found = root(moment.stretch)
    month = month_of(moment.stretch)
    if reported == _THIS_MONTH and _is_day_of_some_month(moment.stretch):
        return moment.at(replaced(moment.stretch, Current(Unit.MONTH), Following(Unit.MONTH, 1, _THIS_MONTH)))
    if not month or found != Current(Unit.YEAR):
        return moment
    end = _last_month(reported, month)
    is_next = month <= end and not (end == 12 and month >= _FIRST_REPORT_IN_YEAR)
    year = root(reported)
    if isinstance(year, Year):
        return moment.at(in_year(moment.stretch, Year(year.number + is_next)))
    if is_next:
        next_year = Following(Unit.YEAR, 1, Current(Unit.YEAR))
        return moment.at(replaced(moment.stretch, Current(Unit.YEAR), next_year))
    return moment


def _last_month(reported: Stretch, month: int) -> int:
    """The month in which the reported period ends; of an unnamed half-year, the one before the report."""
    if isinstance(reported, NthOf) and reported.unit in MONTHS_IN_PART:
        return reported.ordinal * MONTHS_IN_PART[reported.unit]
    if isinstance(reported, Current) and reported.unit in MONTHS_IN_PART:
        length = MONTHS_IN_PART[reported.unit]
        return (month - 1) // length * length or 12
    return 12 if unit_of(reported) is Unit.YEAR else 0
