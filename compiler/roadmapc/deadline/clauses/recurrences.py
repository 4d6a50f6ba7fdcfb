"""What the moments of a series take from beside them: months, the unit of the series, a report's period."""

from collections.abc import Container, Sequence
from dataclasses import replace

from roadmapc.deadline.ast import (
    SOME_PERIOD,
    THIS_MONTH,
    THIS_YEAR,
    Between,
    Bound,
    Current,
    Following,
    Moment,
    NthOf,
    Offset,
    Recurrence,
    Stretch,
    Year,
)
from roadmapc.deadline.clauses.codes import WHICH_OF_SERIES
from roadmapc.deadline.clauses.year_lists import Moments, partition
from roadmapc.deadline.codes import REPORT_MONTH
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import (
    in_year,
    is_lagged,
    is_longer,
    month_of,
    period_of,
    replaced,
    root,
    unit_of,
)
from roadmapc.deadline.unit import MONTHS_IN_PART, SINGLE_DAYS, WEEKDAYS, Unit

_MONTH, _WITHIN = Unit.MONTH, Bound.WITHIN
_PARTS_OF_MONTH = SINGLE_DAYS | {Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH}
_LONGER_PARTS = _PARTS_OF_MONTH - {Unit.DAY}
_LAST_PARTS = {Unit.DECADE: 3, Unit.HALF_MONTH: 2}
"""The last of the parts of a month, told by its number."""
_DAY, _THIS_MONTH, _SOME_MONTH = (Unit.DAY,), (THIS_MONTH,), (THIS_MONTH, SOME_PERIOD)
_LONGER_THAN_MONTH = (Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR)
_SOME_PARTS = (Current(Unit.QUARTER), Current(Unit.HALF_YEAR))
_BY_MONTHS = {3: Unit.QUARTER, 6: Unit.HALF_YEAR, 12: Unit.YEAR}
_SHORT, _OF_DAYS = (Unit.WEEK, Unit.MONTH), (Unit.DAY, Unit.WEEK)
_MOST_DAYS = 366
"""No phrase names more days of months."""
_BEFORE_END = 1
"""Months before the last one of a period in which its report may be due: a yearly one in November."""
_LAST_REPORT = 4
"""The last month in which a year is reported on after it: «май – по итогам года» is of the school year."""
_SPREAD = {
    (Unit.YEAR, 2): Recurrence(Unit.HALF_YEAR),
    (Unit.YEAR, 4): Recurrence(Unit.QUARTER),
    (Unit.YEAR, 12): Recurrence(_MONTH),
    (Unit.HALF_YEAR, 2): Recurrence(Unit.QUARTER),
    (Unit.HALF_YEAR, 6): Recurrence(_MONTH),
    (Unit.QUARTER, 3): Recurrence(_MONTH),
}
"""In each of which periods one of so many times a unit falls."""
_NEXT_MONTH = Following(Unit.MONTH, 1, THIS_MONTH)
_NEXT_YEAR = Following(Unit.YEAR, 1, THIS_YEAR)


def with_days(moments: Moments) -> Moments:
    """«март, июнь (до 25 числа)»: a day or week of no month is one of each month named beside it."""
    if len(moments) < 2:
        return moments
    days, others = partition(moments, lambda moment: _is_part(moment.stretch, _PARTS_OF_MONTH, _SOME_MONTH))
    months, rest = partition(others, _is_month)
    if not 0 < len(days) * len(months) <= _MOST_DAYS:
        return moments
    dated = (
        day.at(replaced(day.stretch, root(day.stretch), month.stretch)) for month in months for day in days
    )
    return (*rest, *dated)


def are_months_with_days(moments: Moments) -> bool:
    """Whether months are listed beside nothing but the day or week of some month."""
    days, others = partition(moments, lambda moment: _is_part(moment.stretch, _PARTS_OF_MONTH, _SOME_MONTH))
    months = {month_of(moment.stretch) for moment in others if _is_month(moment)}
    return bool(days) and len(months) == len(others) > 1


def with_shared_month(moments: Moments) -> Moments:
    """«первая суббота и первое воскресенье июля»: a weekday of no month before one that has its month."""
    shared = list(moments)
    for at in range(len(shared) - 2, -1, -1):
        day, behind = shared[at].stretch, shared[at + 1].stretch
        is_open = isinstance(day, NthOf) and day.unit in WEEKDAYS and day.of == SOME_PERIOD
        if is_open and isinstance(behind, NthOf) and behind.unit in WEEKDAYS and month_of(behind) > 0:
            shared[at] = shared[at].at(replaced(day, SOME_PERIOD, behind.of))
    return tuple(shared)


def with_parts(moments: Moments, *, are_once: bool) -> Moments:
    """«II квартал, III квартал – до 25 числа последнего месяца»: a part of no quarter is one of each.

    `are_once`: no series stands beside them, so that «I квартал – последняя неделя» is that of the quarter.
    """
    if len(moments) < 2 or not any(_is_some_quarter(moment.stretch) for moment in moments):
        return moments
    parts, others = partition(
        moments,
        lambda moment: _is_part_of_period(moment.stretch) or (are_once and _is_last(moment.stretch)),
    )
    are_wholes = all(moment.bound is _WITHIN and _is_some_quarter(moment.stretch) for moment in others)
    if not parts or not others or not are_wholes or len(parts) * len(others) > _MOST_DAYS:
        return moments
    return tuple(
        part.at(replaced(replaced(part.stretch, Current(unit_of(whole)), whole), SOME_PERIOD, whole))
        for whole in [moment.stretch for moment in others]
        for part in parts
    )


def _is_part_of_period(stretch: Stretch) -> bool:
    """Whether it is a month of a period that is not named, or a day of one: «25 числа последнего месяца»."""
    month = stretch.of if isinstance(stretch, NthOf) and stretch.unit in SINGLE_DAYS else stretch
    return isinstance(month, NthOf) and month.unit is _MONTH and month.of in (SOME_PERIOD, *_SOME_PARTS)


def _is_last(stretch: Stretch) -> bool:
    return isinstance(stretch, NthOf) and stretch.ordinal == -1 and stretch.of == SOME_PERIOD


def _is_quarter(stretch: Stretch) -> bool:
    return isinstance(stretch, NthOf) and stretch.unit in (Unit.QUARTER, Unit.HALF_YEAR)


def _is_some_quarter(stretch: Stretch) -> bool:
    """Whether it is a quarter or half-year by its number, or that at hand: «в течение квартала»."""
    return _is_quarter(stretch) or stretch in _SOME_PARTS


def _is_month(moment: Moment) -> bool:
    stretch = moment.stretch
    if not isinstance(stretch, NthOf) or stretch.unit is not _MONTH or moment.bound is not _WITHIN:
        return False
    of_period = isinstance(stretch.of, Current) and stretch.of.unit in (*_LONGER_THAN_MONTH, Unit.PERIOD)
    return month_of(stretch) > 0 or of_period  # «в последнем месяце каждого квартала до 25 числа»


def _is_part(stretch: Stretch, units: Container[Unit], wholes: Container[Stretch]) -> bool:
    """Whether a stretch, or the end of a range, is a part of a whole, both of the sorts given."""
    last = stretch.last if isinstance(stretch, Between) else stretch
    return (
        isinstance(last, NthOf) and last.unit in units and isinstance(last.of, Current) and last.of in wholes
    )


def _is_day_of_some_month(stretch: Stretch) -> bool:
    """«10 числа», «с 5 по 10 число»."""
    return _is_part(stretch, _DAY, _THIS_MONTH)


def how_often_of(
    told: Recurrence | None, moments: Sequence[Moment], reported: Sequence[Stretch]
) -> Recurrence | None:
    """How often moments come: as it is told, else as what they are parts of implies; `None` if once."""
    if told is not None:
        if told.times > 1 and told.interval == 1 and moments and all(map(_is_open, moments)):
            return _SPREAD.get((told.unit, told.times), told)  # «4 раза в год, до 10 числа»
        return _in_whole_periods(told, moments) if told.interval > 1 else told
    of_reports = _of_reports(moments, reported[0]) if reported else None
    if of_reports is not None or len(moments) < 2:
        return of_reports
    return _implied(moments) or _since_start(moments)


def _is_open(moment: Moment) -> bool:
    """Whether a moment is of no month or period that is named: «до 10 числа», «последняя пятница»."""
    return _is_part(moment.stretch, _PARTS_OF_MONTH, _SOME_MONTH)


def _implied(moments: Sequence[Moment]) -> Recurrence | None:
    """«первый вторник месяца с февраля по май»: beside a part of each month a longer time says how long."""
    units = {
        period_of(moment.stretch)
        for moment in moments
        if moment.stretch != root(moment.stretch) and period_of(moment.stretch) in _SHORT
    }
    if len(units) != 1:
        return None
    unit = units.pop()
    limits = [moment for moment in moments if period_of(moment.stretch) is not unit]
    if limits and all(moment.bound is _WITHIN and is_longer(moment.stretch, unit) for moment in limits):
        return Recurrence(unit)
    return None


def _in_whole_periods(recurrence: Recurrence, moments: Sequence[Moment]) -> Recurrence:
    """«раз в 3 месяца, до 25 числа последнего месяца»: three months that have a last one are a quarter."""
    unit = _BY_MONTHS.get(recurrence.interval) if recurrence.unit is _MONTH else None
    are_parts = unit is not None and any(_is_part_of_period(moment.stretch) for moment in moments)
    return Recurrence(unit) if unit is not None and are_parts else recurrence


def _since_start(moments: Sequence[Moment]) -> Recurrence | None:
    """«до 15 числа месяца, следующего за отчётным кварталом, начиная со II квартала»: from then on."""
    if Bound.FROM not in [moment.bound for moment in moments]:
        return None
    lagged = [moment for moment in moments if is_lagged(moment.stretch)]
    starts = [moment for moment in moments if moment.bound is Bound.FROM and moment not in lagged]
    units = {period_of(moment.stretch) for moment in lagged}
    if len(units) != 1 or not starts or len(lagged) + len(starts) < len(moments):
        return None
    unit = units.pop()
    return Recurrence(_MONTH if unit is Unit.PERIOD else unit)


def is_next_of_nothing(moment: Moment) -> bool:
    """«на следующей неделе»: next to what, nobody knows."""
    stretch = moment.stretch
    return isinstance(stretch, Following) and stretch.of == SOME_PERIOD and moment.bound is _WITHIN


def _of_reports(moments: Sequence[Moment], reported: Stretch) -> Recurrence | None:
    """«по итогам квартала до 10 числа», «… следующего месяца»: what is of no month comes after each."""
    if not isinstance(reported, Current) or reported.unit not in (_MONTH, *_LONGER_THAN_MONTH):
        return None
    are_behind = [
        is_next_of_nothing(moment) or _months_behind(moment.stretch) > 0 or _is_behind_some(moment.stretch)
        for moment in moments
    ]
    return Recurrence(reported.unit) if any(are_behind) else None


def _is_behind_some(stretch: Stretch) -> bool:
    """«в течение 12 дней после окончания отчётного периода»."""
    return isinstance(stretch, Offset) and stretch.of == SOME_PERIOD


def of_month(moment: Moment, problems: Problems) -> Moment:
    """«до 10 числа следующего за отчётным»: the period that nobody named is a month."""
    stretch = replaced(moment.stretch, SOME_PERIOD, THIS_MONTH)
    if is_lagged(stretch) and stretch != moment.stretch:
        message = f"«{problems.words(moment.span)}»: отчётный период не назван, прочитано как месяц"
        problems.add(REPORT_MONTH, moment.span, message, "добавьте «ежеквартально» или назовите период")
    return moment.at(stretch)


def of_series(moment: Moment, unit: Unit, problems: Problems) -> Moment:
    """The moment in each period of a series; of a long one, «до 10 числа» is that of the month behind it."""
    stretch = replaced(moment.stretch, SOME_PERIOD, Current(unit))
    if unit in _OF_DAYS and stretch is not moment.stretch and unit_of(stretch) in WEEKDAYS:
        # «каждую среду с 15.00, последняя среда – с 9.00»: a week has no two Wednesdays
        stretch = replaced(moment.stretch, SOME_PERIOD, THIS_MONTH)
    if unit in _LONGER_THAN_MONTH and _is_day_of_some_month(stretch):
        stretch = replaced(stretch, THIS_MONTH, Following(_MONTH, 1, Current(unit)))
        words = problems.words(moment.span)
        message = f"«{words}» прочитано как число месяца, следующего за отчётным периодом"
        hint = "добавьте «месяца, следующего за отчётным кварталом»"
        problems.add(REPORT_MONTH, moment.span, message, hint)
    if unit in _LONGER_THAN_MONTH and _is_part(stretch, _LONGER_PARTS, _THIS_MONTH):
        stretch = _in_one_month(stretch, unit, moment, problems)
    return moment.at(stretch)


def _in_one_month(stretch: Stretch, unit: Unit, moment: Moment, problems: Problems) -> Stretch:
    """«ежеквартально, в первой декаде месяца»: once a quarter, in the first or the last month of it."""
    part = stretch.last if isinstance(stretch, Between) else stretch
    is_last = isinstance(part, NthOf) and part.ordinal in (-1, _LAST_PARTS.get(part.unit))
    if unit is Unit.YEAR:
        how = "каждый месяц"
    else:
        stretch = replaced(stretch, THIS_MONTH, NthOf(_MONTH, -1 if is_last else 1, Current(unit)))
        how = ("последний" if is_last else "первый") + " месяц каждого периода"
    message = f"«{problems.words(moment.span)}»: в каком месяце, не сказано; прочитано: {how}"
    problems.add(WHICH_OF_SERIES, moment.span, message, "назовите месяц: «последнего месяца квартала»")
    return stretch


def after_each(moments: Moments, reported: Sequence[Stretch]) -> Moments:
    """A day of no month after each of the periods told by their numbers; other times as they are.

    «за I квартал, полугодие, 9 месяцев – до 15 числа»: 15 апреля, 15 июля, 15 октября.
    """
    ends = [_end_of(period, reported) for period in reported]
    if not reported or not all(ends):
        return moments
    dated: list[Moment] = []
    for moment in moments:
        count = _months_behind(moment.stretch)
        if isinstance(moment.stretch, Offset) and _is_behind_some(moment.stretch):
            # «за полугодие и 9 месяцев – в течение 12 дней после окончания отчётного периода»
            years = (year if isinstance(year, Year) else THIS_YEAR for year in map(root, reported))
            wholes = (NthOf(_MONTH, end, year) for end, year in zip(ends, years, strict=True))
            dated += [moment.at(replace(moment.stretch, of=whole)) for whole in wholes]
        elif count:
            after = (
                _month_after(end, count, root(period)) for end, period in zip(ends, reported, strict=True)
            )
            dated += [moment.at(_in_month(moment.stretch, month)) for month in after]
        else:
            dated.append(moment)
    return tuple(dated)


def listed_periods(moment: Moment) -> tuple[NthOf, ...]:
    """The quarters or half-years that a moment is; none if it is anything else."""
    stretch = moment.stretch
    first, last = (stretch.first, stretch.last) if isinstance(stretch, Between) else (stretch, stretch)
    if moment.bound is not _WITHIN or not isinstance(first, NthOf) or not isinstance(last, NthOf):
        return ()
    are_alike = _is_quarter(first) and first.unit is last.unit and first.of == last.of
    are_alike = are_alike and 0 < first.ordinal <= last.ordinal <= 12 // MONTHS_IN_PART[first.unit]
    ordinals = range(first.ordinal, last.ordinal + 1) if are_alike else ()
    return tuple(NthOf(first.unit, ordinal, first.of) for ordinal in ordinals)


def is_behind_period(moment: Moment) -> bool:
    """«до 15 числа следующего месяца», «… месяца, следующего за отчётным кварталом»."""
    return _months_behind(moment.stretch) > 0 and not _is_day_of_some_month(moment.stretch)


def _end_of(period: Stretch, among: Sequence[Stretch]) -> int:
    """The month in which a numbered period ends; 0 for one that comes again and is of no such list."""
    if isinstance(period, Between):  # «за январь – март»: one report on all of it
        period = period.last
    if isinstance(period, NthOf) and period.unit in MONTHS_IN_PART and period.ordinal > 0:
        return period.ordinal * MONTHS_IN_PART[period.unit]
    is_of_list = any(isinstance(other, NthOf) for other in among)
    if is_of_list and isinstance(period, Current | Year):  # «полугодие, 9 месяцев, год»
        return MONTHS_IN_PART.get(unit_of(period), 12)
    return 0


def _months_behind(stretch: Stretch) -> int:
    """How many months behind the period a day is: 1 for «10 числа»; 0 if it is told otherwise."""
    if _is_day_of_some_month(stretch):
        return 1
    last = stretch.last if isinstance(stretch, Between) else stretch
    of = last.of if isinstance(last, NthOf) else None
    is_after = isinstance(of, Following) and of.unit is _MONTH and isinstance(of.of, Current)
    return of.count if isinstance(of, Following) and is_after else 0


def _month_after(end: int, count: int, year: Stretch) -> NthOf:
    """The month so many months after one; perhaps of the next year."""
    if end + count <= 12:
        return NthOf(_MONTH, end + count, year if isinstance(year, Year) else THIS_YEAR)
    next_year = Year(year.number + 1) if isinstance(year, Year) else _NEXT_YEAR
    return NthOf(_MONTH, end + count - 12, next_year)


def _in_month(stretch: Stretch, month: NthOf) -> Stretch:
    """The same days of a month that is known."""
    if isinstance(stretch, Between):
        return Between(_in_month(stretch.first, month), _in_month(stretch.last, month))
    return NthOf(stretch.unit, stretch.ordinal, month) if isinstance(stretch, NthOf) else stretch


def after_all_reported(moments: Moments, reported: Sequence[Stretch]) -> Moments:
    """«за год – до 20 января», «июль, январь (по итогам полугодия, года)»: each after its period."""
    if len(reported) == 1:
        return tuple(_after_reported(moment, reported[0]) for moment in moments)
    return tuple(map(_after_reported, moments, reported)) if len(reported) == len(moments) else moments


def _after_reported(moment: Moment, reported: Stretch) -> Moment:
    """«за год – до 20 января»: the report is due after the period, so perhaps in the next year."""
    if reported == THIS_MONTH and _is_day_of_some_month(moment.stretch):  # «за месяц – до 5 числа»
        return moment.at(replaced(moment.stretch, THIS_MONTH, _NEXT_MONTH))
    year = root(reported)
    if isinstance(year, Year) and is_lagged(moment.stretch):  # «до 1 марта следующего года (за 2025 год)»
        return moment.at(replaced(moment.stretch, THIS_YEAR, year))
    month = month_of(moment.stretch)
    if not month or root(moment.stretch) != THIS_YEAR:
        return moment
    end = _last_month(reported, month)
    is_next = month < end - _BEFORE_END and not _is_of_school_year(moment, reported)
    if isinstance(year, Year):  # «за 2021 год – до 20 января»
        return moment.at(in_year(moment.stretch, Year(year.number + is_next)))
    return moment.at(replaced(moment.stretch, THIS_YEAR, _NEXT_YEAR)) if is_next else moment


def _is_of_school_year(moment: Moment, reported: Stretch) -> bool:
    """«май – по итогам года», «до 25 мая – за II полугодие»: what ends with the lessons."""
    unit = unit_of(reported)
    is_whole = unit_of(moment.stretch) is _MONTH and isinstance(reported, Current)
    return month_of(moment.stretch) > _LAST_REPORT and (unit is Unit.HALF_YEAR or is_whole)


def _last_month(reported: Stretch, month: int) -> int:
    """The month in which the reported period ends; of an unnamed half-year, the one before the report."""
    if isinstance(reported, Between):
        # «за май – октябрь – до 3 июня» is of a month in it, «за октябрь – декабрь – до 15 января» is not
        return _last_month(reported.first, month)
    if isinstance(reported, NthOf) and reported.unit in MONTHS_IN_PART:
        return reported.ordinal * MONTHS_IN_PART[reported.unit]
    if isinstance(reported, Current) and reported.unit in MONTHS_IN_PART:
        length = MONTHS_IN_PART[reported.unit]
        # «полугодовой отчёт – до 25 июня» is due before its half-year ends
        return (month - 1) // length * length or 12 if month % length else 0
    return 12 if unit_of(reported) is Unit.YEAR else 0
