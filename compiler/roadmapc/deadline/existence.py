"""Dates that do not exist: 31 ноября, 29 февраля 2021 года, V квартал."""

from typing import NamedTuple, TypeAlias

from roadmapc.deadline.ast import Between, Following, Moment, NthOf, Offset, Stretch, Year
from roadmapc.deadline.codes import IMPOSSIBLE_DATE, REVERSED_RANGE
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import root
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
_FIFTH = (5, "столько раз в месяце его не бывает")
"""Of weekdays and working days."""
_ALWAYS = 28
"""Every month has so many days."""
_NESTED: TypeAlias = NthOf | Following | Offset


class _Reason(NamedTuple):
    """Why a stretch does not exist, and what to write instead."""

    text: str
    hints: tuple[str, ...] = ()


def in_order(moment: Moment, problems: Problems) -> Moment:
    """The moment with the ends of a reversed range of days exchanged: «с 20 по 15 мая»."""
    stretch = moment.stretch
    if not isinstance(stretch, Between) or not _is_reversed(stretch.first, stretch.last):
        return moment
    message = f"в сроке «{problems.words(moment.span)}» конец раньше начала; прочитано наоборот"
    problems.add(REVERSED_RANGE, moment.span, message, "поменяйте дни местами или назовите год")
    return moment.at(Between(stretch.last, stretch.first))


def _is_reversed(first: Stretch, last: Stretch) -> bool:
    """Whether a range ends before it begins, whatever the year: «декабрь – февраль» only passes New Year."""
    if isinstance(first, Year) and isinstance(last, Year):  # «2023–2021 годы»
        return first.number > last.number
    if not isinstance(first, NthOf) or not isinstance(last, NthOf) or first.unit is not last.unit:
        return False
    is_of_same, is_later = first.of == last.of, first.ordinal > last.ordinal
    if isinstance(first.of, NthOf) and isinstance(last.of, NthOf) and isinstance(root(first), Year):
        return _is_reversed(first.of, last.of) or (is_of_same and is_later)  # «с 5 июня по 1 мая 2021 года»
    # «с 20 по 15 мая», «III–I кварталы 2021 года»; the last day, -1, is later than any
    return isinstance(first.of, NthOf | Year) and is_of_same and is_later and last.ordinal > 0


def is_possible(moment: Moment, problems: Problems) -> bool:
    """Whether all the days exist that a moment names; if not, the problem is remembered."""
    reason = _impossible(moment.stretch)
    if reason is None:
        return True
    message = f"срок «{problems.words(moment.span)}» не существует: {reason.text}"
    problems.add(IMPOSSIBLE_DATE, moment.span, message, *reason.hints)
    return False


def _impossible(stretch: Stretch) -> _Reason | None:
    """Why a stretch does not exist; `None` if it does."""
    while isinstance(stretch, _NESTED):
        reason = _impossible_part(stretch) if isinstance(stretch, NthOf) else None
        if reason is not None:
            return reason
        stretch = stretch.of
    if isinstance(stretch, Between):
        return _impossible(stretch.first) or _impossible(stretch.last)
    if isinstance(stretch, Year) and stretch.number not in YEARS:
        return _Reason(f"год {stretch.number} не нашего времени", ("проверьте цифры года",))
    return None


def _impossible_part(part: NthOf) -> _Reason | None:
    """«V квартал», «0 мая», «31 ноября»; from the end, no more than the last but one is ever named."""
    most, reason = _MOST.get(part.unit, _FIFTH)
    ordinal, of = part.ordinal, part.of
    if ordinal < -2 or ordinal == 0 or ordinal > most:
        return _Reason(reason)
    if ordinal > _ALWAYS and isinstance(of, NthOf) and of.unit is Unit.MONTH and 1 <= of.ordinal <= 12:
        return _impossible_day(ordinal, of.ordinal, of.of.number if isinstance(of.of, Year) else None)
    return None


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
