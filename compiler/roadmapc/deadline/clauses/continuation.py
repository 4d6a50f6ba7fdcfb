"""«Далее»: a series that takes up the time named before it."""

from dataclasses import replace

from roadmapc.deadline.ast import (
    LIMITS,
    THIS_MONTH,
    THIS_YEAR,
    AcademicYear,
    Between,
    Bound,
    Current,
    Dated,
    Following,
    Moment,
    NthOf,
    Offset,
    Recurrence,
    Recurring,
    Root,
    Stretch,
    TimeRule,
    Year,
)
from roadmapc.deadline.stretch import day_beside, joined, month_of, month_of_year, replaced, root
from roadmapc.deadline.unit import Unit

_FROM, _WITHIN = Bound.FROM, Bound.WITHIN
_LAST_MONTH = 12
_UPDATES = ("актуализ", "обновлен", "пересмотр", "корректир")
_YEARLY, _MONTHLY = Recurrence(Unit.YEAR), Recurrence(Unit.MONTH)


def continued(rule: TimeRule, before: TimeRule, *, is_other: bool = False) -> TimeRule:
    """«январь 2024 года, далее ежегодно»: a series that begins with the time before it.

    `is_other`: it is a series of other work, which has not the day of the work before it.
    """
    if isinstance(rule, Recurring) and isinstance(before, Recurring):
        return _behind_series(rule, before.within)
    if isinstance(rule, Recurring) and isinstance(before, Dated):
        return _behind_dates(rule, before, is_other=is_other)
    return rule


def _behind_dates(rule: Recurring, before: Dated, *, is_other: bool) -> TimeRule:
    last = before.moments[-1]
    within = rule.within
    if within is not None and within.bound in LIMITS and not isinstance(last.stretch, Between):
        # «до 15 мая 2023 г., далее до 1 числа каждого месяца по август»
        window = Moment(joined(last.stretch, _behind(last.stretch, within.stretch)), _WITHIN, within.span)
        return replace(rule, within=window)
    if within is not None:
        return _since_later_year(rule, before)
    year = root(last.stretch)
    if year == (last.stretch.last if isinstance(last.stretch, Between) else last.stretch):
        return _from_next(rule, year, last)
    moments = rule.moments
    if rule.recurrence.unit is Unit.YEAR and rule.recurrence.times == 1 and not moments:
        moments = _in_each_year(before, year)
    if rule.recurrence == _MONTHLY and not moments and len(before.moments) == 1 and not is_other:
        moments = _on_day_of_month(last)
    if rule.recurrence == _YEARLY and isinstance(year, Current):  # «январь, далее ежегодно»
        return Recurring(rule.recurrence, moments)
    begins = last.stretch.first if isinstance(last.stretch, Between) else last.stretch
    return Recurring(rule.recurrence, moments, Moment(begins, Bound.FROM, last.span))


def _behind_series(rule: Recurring, ended: Moment | None) -> Recurring:
    """«по вторникам до 1 июня, далее по четвергам»: a series that begins where the one before it ends."""
    if ended is None or ended.bound is _FROM or (rule.within is not None and rule.within.bound not in LIMITS):
        return rule
    last = ended.stretch.last if isinstance(ended.stretch, Between) else ended.stretch
    if not isinstance(last, NthOf) or not month_of_year(last):
        return rule
    # «до июня», «до 1 июня» end before it, «по июнь» and «май – июнь» with it
    begins = last if ended.bound in (Bound.UNTIL, Bound.BY) else _next(last)
    if begins is None:
        return rule
    if rule.within is None:
        return replace(rule, within=Moment(begins, _FROM, ended.span))
    return replace(rule, within=Moment(joined(begins, rule.within.stretch), Bound.WITHIN, rule.within.span))


def _next(last: NthOf) -> NthOf | None:
    """The month or day behind one; `None` over the New Year."""
    if last.unit is Unit.MONTH:
        return replace(last, ordinal=last.ordinal + 1) if last.ordinal < _LAST_MONTH else None
    return day_beside(last, 1)


def is_update(purpose: str) -> bool:
    """«актуализация – ежегодно до 1 марта»: what is done with that which the date before has brought."""
    return any(word.startswith(_UPDATES) for word in purpose.casefold().split())


def _behind(first: Stretch, last: Stretch) -> Stretch:
    """«сентябрь, затем 1 раз в месяц до апреля»: an end that is behind the New Year."""
    ends = last.of if isinstance(last, Offset) else last
    is_next = 0 < month_of(ends) < month_of(first) and root(first) == root(last) == THIS_YEAR
    return replaced(last, THIS_YEAR, Following(Unit.YEAR, 1, THIS_YEAR)) if is_next else last


def _since_later_year(rule: Recurring, before: Dated) -> TimeRule:
    """«до 1 февраля 2027 г., в последующие годы – в тот же срок»: from the next year on, at that time."""
    year, within = root(before.moments[-1].stretch), rule.within
    is_later = within is not None and within.bound is _FROM and isinstance(within.stretch, Year)
    if not is_later or not isinstance(year, Year) or rule.recurrence != _YEARLY or rule.moments:
        return rule
    parts = tuple(moment for moment in before.moments if moment.stretch != year)
    return replace(rule, moments=_in_each_year(Dated(parts), year))


def _in_each_year(before: Dated, year: Root) -> tuple[Moment, ...]:
    """The times of one year as those of each."""
    of_year = [moment for moment in before.moments if root(moment.stretch) == year]
    return tuple(moment.at(replaced(moment.stretch, year, THIS_YEAR)) for moment in of_year)


def _on_day_of_month(moment: Moment) -> tuple[Moment, ...]:
    """«17 октября, далее ежемесячно»: on the 17th; empty if the moment is no single day."""
    day = moment.stretch
    if not isinstance(day, NthOf) or day.unit is not Unit.DAY or not month_of(day) or moment.bound is _FROM:
        return ()
    return (moment.at(NthOf(Unit.DAY, day.ordinal, THIS_MONTH)),)


def _from_next(rule: Recurring, year: Root, before: Moment) -> Recurring:
    """«2024 г. – 1 раз, далее ежегодно до 1 марта»: the series of whole years goes on with the next one."""
    if rule.recurrence == _YEARLY and not rule.moments:
        return rule  # «2024 год, далее ежегодно»: whole years are no time of a year
    if isinstance(year, Year):
        return replace(rule, within=Moment(Year(year.number + 1), Bound.FROM, before.span))
    if isinstance(year, AcademicYear):
        return replace(rule, within=Moment(AcademicYear(year.first + 1), Bound.FROM, before.span))
    return rule
