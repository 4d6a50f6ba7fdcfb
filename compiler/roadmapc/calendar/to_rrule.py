"""A series as a recurrence rule of RFC 5545, wherever one rule says it.

The rule gives the nominal days. Working days, weeks of a month and school years have no rule, nor
have sets of days that are no product of months and days («20 января и 15 июля»).
"""

from typing import NamedTuple

from roadmapc.calendar.recurring import spread_over
from roadmapc.calendar.units import MONTHS_IN
from roadmapc.deadline.ast import Between, Bound, Current, Following, Moment, NthOf, Recurring, Stretch, Year
from roadmapc.deadline.unit import MONTH_DAYS, WEEKDAYS, Unit

_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ENDS = {Unit.DECADE: (10, 20, -1), Unit.HALF_MONTH: (15, -1)}
_EVERY_MONTH = tuple(range(1, 13))


class _Days(NamedTuple):
    """Days of months of each year."""

    months: tuple[int, ...]
    days: tuple[int | str, ...]
    """Day numbers, -1 for the last; or weekdays as BYDAY writes them."""


def rrule(rule: Recurring) -> str | None:
    """The value of an RRULE property; `None` if no single rule says it."""
    within = _within(rule)
    if within is None or rule.without:
        return None
    if rule.recurrence.unit in (Unit.WEEK, Unit.DAY):
        return _short(rule, within)
    by_moment = [_nominal(moment.stretch, rule.recurrence.unit) for moment in rule.moments] or [_bare(rule)]
    known = [days for days in by_moment if days is not None]
    days = _product(known) if len(known) == len(by_moment) else None
    return _written(rule, days, within) if days is not None else None


def _within(rule: Recurring) -> str | None:
    """The end of the series as a part of the rule: empty without one, `None` if no part says it."""
    if rule.within is None:
        return ""
    stretch = rule.within.stretch
    last = stretch.last if isinstance(stretch, Between) else stretch
    if rule.within.bound is Bound.FROM or not isinstance(last, Year):
        return None
    return f";UNTIL={last.number}1231"


def _short(rule: Recurring, until: str) -> str | None:
    """Rules by days and weeks."""
    interval = _interval(rule)
    if rule.recurrence.unit is Unit.DAY:
        return f"FREQ=DAILY{interval}{until}" if interval and not rule.moments else None
    weekdays = [_weekday(moment) for moment in rule.moments]
    if None in weekdays or spread_over(rule.recurrence).unit is not Unit.WEEK:
        return None
    named = ",".join(day for day in weekdays if day) or "SU"
    return f"FREQ=WEEKLY{interval};BYDAY={named}{until}"


def _weekday(moment: Moment) -> str | None:
    stretch = moment.stretch
    if isinstance(stretch, NthOf) and stretch.unit in WEEKDAYS and stretch.of == Current(Unit.WEEK):
        return _BYDAY[WEEKDAYS.index(stretch.unit)]
    return None


def _interval(rule: Recurring) -> str:
    return f";INTERVAL={rule.recurrence.interval}" if rule.recurrence.interval > 1 else ""


def _bare(rule: Recurring) -> _Days | None:
    """The last day of each period."""
    parts = spread_over(rule.recurrence)
    if parts.unit is not rule.recurrence.unit and parts.interval > 1:
        return None
    unit = parts.unit
    if unit in _ENDS:
        return _Days(_EVERY_MONTH, _ENDS[unit])
    return _Days(_months(unit, -1), (-1,)) if unit in MONTHS_IN else None


def _months(unit: Unit, ordinal: int) -> tuple[int, ...]:
    """The n-th month of each such unit in a year; counted past the end, of the next one."""
    length = MONTHS_IN[unit]
    offset = ordinal - 1 if ordinal > 0 else length + ordinal
    return tuple(sorted((start + offset) % 12 + 1 for start in range(0, 12, length)))


def _nominal(stretch: Stretch, unit: Unit) -> _Days | None:
    """The last day of a stretch in each period."""
    if isinstance(stretch, Between):
        return _nominal(stretch.last, unit)
    if not isinstance(stretch, NthOf):
        return None
    if stretch.unit in MONTHS_IN:
        own = _months_of(stretch)
        return _Days(own, (-1,)) if own is not None else None
    months = _months_of(stretch.of)
    return _within_months(stretch, unit, months) if months is not None else None


def _within_months(stretch: NthOf, unit: Unit, months: tuple[int, ...]) -> _Days | None:
    if stretch.unit in WEEKDAYS:
        return _weekday_of(stretch, unit, months)
    if stretch.unit in _ENDS:
        ends = _ENDS[stretch.unit]
        return _Days(months, (ends[stretch.ordinal - 1 if stretch.ordinal > 0 else stretch.ordinal],))
    return _day_of(stretch, months) if stretch.unit is Unit.DAY else None


def _weekday_of(stretch: NthOf, unit: Unit, months: tuple[int, ...]) -> _Days | None:
    """The n-th weekday of a month; of a longer unit only the last, or one of its first month."""
    if stretch.ordinal > 4:
        return None
    if isinstance(stretch.of, Current) and unit is not Unit.MONTH and stretch.ordinal > 0:
        months = _months(unit, 1)
    return _Days(months, (f"{stretch.ordinal}{_BYDAY[WEEKDAYS.index(stretch.unit)]}",))


def _day_of(stretch: NthOf, months: tuple[int, ...]) -> _Days | None:
    """A day number; one that a month may lack is its last day, which only «31» says by itself."""
    day = stretch.ordinal
    if isinstance(stretch.of, Current) and stretch.of.unit is not Unit.MONTH and day > 0:
        return None
    shortest = min(MONTH_DAYS[month - 1] for month in months)
    if day <= 28 or day < shortest or (day == shortest and 2 not in months):
        return _Days(months, (day,))
    return _Days(months, (-1,)) if day == max(MONTH_DAYS[month - 1] for month in months) else None


def _months_of(stretch: Stretch) -> tuple[int, ...] | None:
    """The months in which a stretch ends, over a year; `None` if that is not the same every year."""
    match stretch:
        case Current(unit=own):
            return _months(own, -1) if own in MONTHS_IN else None
        case NthOf(unit=Unit.MONTH, ordinal=ordinal, of=Current(unit=own)) if own in MONTHS_IN:
            return _months(own, ordinal)
        case NthOf(unit=Unit.MONTH, ordinal=ordinal, of=Following(unit=Unit.YEAR)):
            return (ordinal,)
        case NthOf(unit=own, ordinal=ordinal, of=Current(unit=Unit.YEAR)) if own in MONTHS_IN and ordinal > 0:
            return (ordinal * MONTHS_IN[own],)
        case Following(unit=Unit.MONTH, count=count, of=Current(unit=own)) if own in MONTHS_IN:
            return _months(own, MONTHS_IN[own] + count)
        case _:
            return None


def _product(sets: list[_Days]) -> _Days | None:
    """One set of months and days for all, if they share either."""
    months, days = sets[0]
    if all(other.months == months for other in sets):  # «до 10 и 20 января»
        return _Days(months, tuple(dict.fromkeys(day for other in sets for day in other.days)))
    if all(other.days == days for other in sets):  # «до 20 января и 20 июля»
        return _Days(tuple(sorted({month for other in sets for month in other.months})), days)
    return None


def _written(rule: Recurring, days: _Days, until: str) -> str | None:
    if len({type(day) for day in days.days}) > 1:
        return None
    every_month = days.months == _EVERY_MONTH
    interval = _interval(rule)
    if interval and rule.recurrence.unit not in (Unit.YEAR, Unit.MONTH):
        return None
    frequency = "MONTHLY" if every_month else "YEARLY"
    months = "" if every_month else f";BYMONTH={','.join(map(str, days.months))}"
    part = "BYDAY" if isinstance(days.days[0], str) else "BYMONTHDAY"
    return f"FREQ={frequency}{interval}{months};{part}={','.join(map(str, days.days))}{until}"
