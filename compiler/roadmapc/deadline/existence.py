"""Dates that do not exist: 31 ноября, 29 февраля 2021 года, V квартал."""

from typing import NamedTuple

from roadmapc.deadline.ast import THIS_YEAR, Between, Following, Moment, NthOf, Offset, Stretch, Year
from roadmapc.deadline.codes import IMPOSSIBLE_DATE, REVERSED_RANGE
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import month_of, root, takes_almost_year, unit_of
from roadmapc.deadline.unit import Unit, last_day
from roadmapc.text.dates import MONTHS_GENITIVE, MONTHS_PREPOSITIONAL, YEARS

_MOST = {
    Unit.DAY: (31, "в месяце не больше 31 дня"),
    Unit.MONTH: (12, "в году 12 месяцев"),
    Unit.QUARTER: (4, "в году четыре квартала"),
    Unit.HALF_YEAR: (2, "в году два полугодия"),
    Unit.DECADE: (3, "в месяце три декады"),
    Unit.HALF_MONTH: (2, "в месяце две половины"),
    Unit.WEEK: (53, "в году не больше 53 недель"),
}
_MOST_WEEKDAYS = {Unit.QUARTER: 14, Unit.HALF_YEAR: 27, Unit.YEAR: 53, Unit.ACADEMIC_YEAR: 53}
"""Of a weekday in units longer than a month; a month has no more than five of each."""
_MOST_WORKING_DAYS = {Unit.QUARTER: 66, Unit.HALF_YEAR: 131, Unit.YEAR: 262, Unit.ACADEMIC_YEAR: 262}
"""In units longer than a month: the weekdays of such a unit, if no day of it were a holiday."""
_MOST_IN_MONTH = 23
"""A month of 31 days that begins on a Monday has so many weekdays."""
_ALWAYS = 28
"""Every month has so many days."""
_COUNTED = (Following, Offset)
_SURE = {unit: most for unit, (most, _) in _MOST.items()} | {Unit.DAY: _ALWAYS}
"""So many of them each larger unit has."""


class _Reason(NamedTuple):
    """Why a stretch does not exist, and what to write instead."""

    text: str
    hints: tuple[str, ...] = ()


def is_reversed(stretch: Between) -> bool:
    """Whether a range ends before it begins, whatever the year: «декабрь – февраль» only passes New Year."""
    first, last = stretch.first, stretch.last
    opened, closed = root(first), root(last)
    if isinstance(opened, Year) and isinstance(closed, Year) and opened != closed:
        return opened.number > closed.number  # «10.02.2024 – 05.02.2023»
    if opened == closed == THIS_YEAR and takes_almost_year(stretch):  # «с 15 мая по 10 апреля»
        return True
    if opened == closed and isinstance(opened, Year) and month_of(first) > month_of(last) > 0:
        return True  # «с 5 июня по май 2021 года»
    if not isinstance(first, NthOf) or not isinstance(last, NthOf) or first.unit is not last.unit:
        return False
    is_of_same, is_later = first.of == last.of, first.ordinal > last.ordinal
    if isinstance(first.of, NthOf) and isinstance(last.of, NthOf) and isinstance(opened, Year):
        # «с 5 июня по 1 мая 2021 года»
        return is_reversed(Between(first.of, last.of)) or (is_of_same and is_later)
    # «с 20 по 15 мая», «III–I кварталы 2021 года»; the last day, -1, is later than any
    return isinstance(first.of, NthOf | Year) and is_of_same and is_later and last.ordinal > 0


def is_possible(moment: Moment, problems: Problems) -> bool:
    """Whether all the days exist that a moment names, in their order; if not, the problem is remembered."""
    if isinstance(moment.stretch, Between) and is_reversed(moment.stretch):
        message = f"в сроке «{problems.words(moment.span)}» конец раньше начала"
        hint = "проверьте годы и дни: чаще всего это описка в годе"
        problems.add(REVERSED_RANGE, moment.span, message, hint)
        return False
    reason = _impossible(moment.stretch)
    if reason is None:
        return True
    message = f"срок «{problems.words(moment.span)}» не существует: {reason.text}"
    problems.add(IMPOSSIBLE_DATE, moment.span, message, *reason.hints)
    return False


def _impossible(stretch: Stretch) -> _Reason | None:
    """Why a stretch does not exist; `None` if it does."""
    while isinstance(stretch, NthOf):
        is_sure = 0 < stretch.ordinal <= _SURE.get(stretch.unit, 0)
        reason = _impossible_part(stretch) if not is_sure else None
        if reason is not None:
            return reason
        stretch = stretch.of
    if isinstance(stretch, _COUNTED):
        return _impossible(stretch.of)
    if isinstance(stretch, Between):
        return _impossible(stretch.first) or _impossible(stretch.last)
    if isinstance(stretch, Year) and stretch.number not in YEARS:
        return _Reason(f"год {stretch.number} не нашего времени", ("проверьте цифры года",))
    return None


def _impossible_part(part: NthOf) -> _Reason | None:
    """«V квартал», «0 мая», «31 ноября»."""
    ordinal, of = part.ordinal, part.of
    most, reason = _MOST.get(part.unit) or _most_days(part.unit, of)
    if ordinal < -most or ordinal == 0 or ordinal > most:
        return _Reason(reason)
    if ordinal > _ALWAYS and isinstance(of, NthOf) and of.unit is Unit.MONTH and 1 <= of.ordinal <= 12:
        return _impossible_day(ordinal, of.ordinal, of.of.number if isinstance(of.of, Year) else None)
    return None


def _most_days(unit: Unit, of: Stretch) -> tuple[int, str]:
    """How often a weekday or a working day comes in a larger unit, at most."""
    whole = unit_of(of)
    if unit is Unit.WORKING_DAY:
        most = _MOST_WORKING_DAYS.get(whole, _MOST_IN_MONTH)
        return most, f"рабочих дней там не больше {most}"
    return _MOST_WEEKDAYS.get(whole, 5), "столько раз его там не бывает"


def _impossible_day(day: int, month: int, year: int | None) -> _Reason | None:
    last = last_day(month, year)
    if day <= last:
        return None
    when = MONTHS_PREPOSITIONAL[month - 1]
    when = f"{when} {year} года" if year and month == 2 else when
    days = "день" if last % 10 == 1 and last != 11 else "дней"
    hint = f"последний день месяца – {last} {MONTHS_GENITIVE[month - 1]}"
    if month == 2 and year is None:
        hint = "последний день месяца – 28 февраля, в високосном году – 29"
    return _Reason(f"в {when} {last} {days}", (hint,))
