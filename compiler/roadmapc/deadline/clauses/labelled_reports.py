"""Reports under a label of their own: on the periods, or within the range, that the words before them name.

«III квартал, отчёт – до 10 числа», «апрель; акт – последняя пятница месяца», «с 1 мая по 30 сентября
ежемесячно, отчёт – до 5 числа»: nothing else says which quarter, month or months the report is on.
"""

from collections.abc import Sequence
from dataclasses import replace

from roadmapc.deadline.ast import (
    SOME_PERIOD,
    THIS_MONTH,
    Between,
    Bound,
    Current,
    Following,
    Moment,
    NthOf,
    Stretch,
)
from roadmapc.deadline.clauses.codes import REPORTS_OF_RANGE
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.heads import with_comma
from roadmapc.deadline.clauses.own_reports import LAST_OF_MONTH_BEFORE
from roadmapc.deadline.codes import REPORT_MONTH
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import Item
from roadmapc.deadline.stretch import month_of, period_of, replaced, root
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.deadline.wording import in_words
from roadmapc.source.span import Span

_DOCUMENTS = (
    *("отчет", "отчёт", "акт", "протокол", "свод", "итог", "справк", "сведени", "информаци"),
    *("доклад", "анализ", "мониторинг", "данные", "ведомост", "сверк"),
)
"""Beginnings of words for what is written of the work, and so of its times."""
_PERIODS = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
_OPEN = (Unit.WEEK, Unit.DAY, Unit.PERIOD, *_PERIODS)
_SHORT = (Unit.DAY, Unit.WEEK)
_LONG_AT_HAND = (Current(Unit.QUARTER), Current(Unit.HALF_YEAR))
_NEXT_MONTH = Following(Unit.MONTH, 1, THIS_MONTH)
_BREAKS = (";", "\n")


def with_labelled_reports(groups: Sequence[Group], problems: Problems) -> list[Group]:
    """The groups, each report with the periods or the range of what is told before it."""
    known = list(groups)
    if not any(group.purpose or group.audience for group in known):
        return known
    for at in range(1, len(known)):
        before, group = known[at - 1 : at + 1]
        if group.purpose and before.segment == group.segment and _is_report(group):
            known[at] = _of_periods(before, group, problems) or _in_range(before, group, problems) or group
    return _with_shared_tails(known, problems)


def _is_report(group: Group) -> bool:
    """Whether a document is due on days of no month, or each week."""
    words = group.purpose.lower().split()
    times = [root(moment.stretch) for moment in group.moments]
    are_open = all(isinstance(time, Current) and time.unit in _OPEN for time in times)
    is_plain = not group.reported and not group.exceptions
    return is_plain and are_open and any(word.startswith(_DOCUMENTS) for word in words)


def _units(group: Group) -> set[Unit]:
    """How often the times of a group come, where it is told."""
    return {item.recurrence.unit for item in group.items if item.recurrence is not None}


def _of_periods(before: Group, group: Group, problems: Problems) -> Group | None:
    """The report on the months, quarters or half-years named before; `None` if it is no such report."""
    wholes = [_named_period(moment) for moment in before.moments]
    periods = tuple(whole for whole in wholes if whole is not None)
    units = {period.unit for period in periods}
    times = group.moments
    if len(units) != 1 or len(periods) < len(wholes) or not times or group.is_periodic:
        return None
    unit = units.pop()
    if _units(before) - {Unit.YEAR}:
        return None
    if all(_is_numbered(moment) for moment in times) and unit is not Unit.MONTH:
        _say_month_behind(times, problems)  # «III квартал, отчёт – до 10 числа»
        return _reporting(group, periods)
    if not all(_is_of_unit(moment, unit) for moment in times):
        return None
    if all(_is_behind(moment.stretch) for moment in times):
        return _reporting(group, periods)
    return replace(group, items=tuple(_in_periods(item, periods) for item in group.items))


def _reporting(group: Group, periods: tuple[NthOf, ...]) -> Group:
    """«справка – до 20 числа» as «справка за IV квартал – до 20 числа»."""
    words = "за " + ", ".join(map(in_words, periods))
    return replace(group, reported=periods, purpose=f"{group.purpose} {words}")


def _named_period(moment: Moment) -> NthOf | None:
    """The month, quarter or half-year that a moment is, or whose day it is."""
    stretch = moment.stretch
    if isinstance(stretch, NthOf) and stretch.unit in SINGLE_DAYS and isinstance(stretch.of, NthOf):
        stretch = stretch.of
    is_period = isinstance(stretch, NthOf) and stretch.unit in _PERIODS and period_of(stretch) is Unit.YEAR
    return stretch if is_period and isinstance(stretch, NthOf) and moment.bound is not Bound.FROM else None


def _is_numbered(moment: Moment) -> bool:
    """«до 10 числа»."""
    day = moment.stretch
    return isinstance(day, NthOf) and day.unit is Unit.DAY and day.ordinal > 0 and day.of == THIS_MONTH


def _is_of_unit(moment: Moment, unit: Unit) -> bool:
    """Whether words say of which period a day is: «последняя пятница месяца», «последний день квартала»."""
    at_hand = root(moment.stretch)
    is_told = at_hand == Current(unit) or (at_hand == SOME_PERIOD and unit is not Unit.MONTH)
    return is_told and not _is_numbered(moment)


def _is_behind(stretch: Stretch) -> bool:
    """Whether a day is of the month behind its period: «до 10 числа месяца, следующего за кварталом»."""
    while isinstance(stretch, NthOf):
        stretch = stretch.of
    return isinstance(stretch, Following)


def _in_periods(item: Item, periods: Sequence[NthOf]) -> Item:
    moments = (
        moment.at(replaced(replaced(moment.stretch, Current(period.unit), period), SOME_PERIOD, period))
        for period in periods
        for moment in item.moments
    )
    return replace(item, moments=tuple(moments))


def _say_month_behind(times: Sequence[Moment], problems: Problems) -> None:
    words = problems.words(times[0].span)
    message = f"«{words}» прочитано как число месяца, следующего за отчётным периодом"
    problems.add(REPORT_MONTH, times[0].span, message, "назовите день и месяц отчёта")


def _in_range(before: Group, group: Group, problems: Problems) -> Group | None:
    """The report in the range in which what it tells of goes on; `None` if it is no such report."""
    limits = [item for item in before.items if len(item.moments) == 1 and _is_limit(item.moments[0])]
    others = [moment for moment in before.moments if moment not in [item.moments[0] for item in limits]]
    if len(limits) != 1 or not all(isinstance(root(other.stretch), Current) for other in others):
        return None
    units, times = _units(group), group.moments
    if units and units <= set(_SHORT):  # «…, отчёт – еженедельно по четвергам»
        return replace(group, items=(*with_comma(limits[0]), *group.items))
    if units - {Unit.MONTH} or not times or not all(map(_is_numbered, times)):
        return None
    first, last = times[0].span, times[-1].span
    words = problems.words(Span(first.start, last.end))
    message = f"«{words}»: за какие месяцы отчёт, не сказано; прочитано за те, в которых идёт работа"
    problems.add(REPORTS_OF_RANGE, first, message, "назовите первый и последний месяц отчётов")
    items = (*with_comma(limits[0]), *map(_of_month_before, group.items))
    return replace(group, items=items)


def _is_limit(moment: Moment) -> bool:
    """«с 1 мая по 30 сентября», «сентябрь – ноябрь», «начиная с апреля»."""
    stretch = moment.stretch
    if isinstance(stretch, Between):
        return moment.bound is Bound.WITHIN and month_of(stretch.last) > 0 and month_of(stretch.first) > 0
    return moment.bound is Bound.FROM and month_of(stretch) > 0


def _of_month_before(item: Item) -> Item:
    """«до 5 числа» as the day of a report on the month before; «до 25 числа» is of the month itself."""
    moments = (
        moment.at(replaced(moment.stretch, THIS_MONTH, _NEXT_MONTH))
        if isinstance(moment.stretch, NthOf) and moment.stretch.ordinal <= LAST_OF_MONTH_BEFORE
        else moment
        for moment in item.moments
    )
    return replace(item, moments=tuple(moments))


def _with_shared_tails(groups: list[Group], problems: Problems) -> list[Group]:
    """«отделы – до 3 числа, управление – до 5 числа месяца, следующего за кварталом»: of the same month."""
    known = list(groups)
    for at in range(1, len(known)):
        before, group = known[at - 1 : at + 1]
        if not _are_beside(before, group, problems):
            continue
        tail, behind = _tail(group), _tail(before)
        if tail is not None and _are_numbered(before):
            _say_later_before(before, group, problems)
            known[at - 1] = _with_tail(before, tail)
        elif behind is not None and _are_numbered(group):
            month = _month_behind(behind, before, group)
            _say_month_behind(group.moments, problems)
            known[at] = _with_tail(group, month)
    return known


def _say_later_before(before: Group, group: Group, problems: Problems) -> None:
    """«школы – до 20 числа, отдел – до 5 числа месяца, следующего за кварталом»: a later day comes first."""
    first, second = (each.moments[0] for each in (before, group))
    numbers = [each.stretch.ordinal for each in (first, second) if isinstance(each.stretch, NthOf)]
    if numbers != sorted(numbers):
        message = f"«{problems.words(first.span)}»: какого месяца, не сказано; прочитано как и срок за ним"
        problems.add(REPORTS_OF_RANGE, first.span, message, "назовите месяц каждого срока")


def _are_beside(before: Group, group: Group, problems: Problems) -> bool:
    """Whether a label stands between two terms that tell no series, and nothing but a comma before it."""
    is_labelled = bool(group.purpose or group.audience)
    if before.segment != group.segment or not is_labelled or before.is_periodic or group.is_periodic:
        return False
    if before.reported or group.reported or not before.marks or not group.marks:
        return False
    between = problems.words(Span(before.marks[-1].span.end, group.marks[0].span.start))
    return not any(sign in between for sign in _BREAKS)


def _tail(group: Group) -> Stretch | None:
    """The month of a quarter or half-year, or behind one, in which all days of a group are."""
    times = [moment.stretch for moment in group.moments]
    months = {time.of if isinstance(time, NthOf) else time for time in times}
    month = months.pop() if len(months) == 1 else None
    if not isinstance(month, NthOf | Following) or month.unit is not Unit.MONTH:
        return None
    return month if month.of in _LONG_AT_HAND else None


def _are_numbered(group: Group) -> bool:
    times = group.moments
    return bool(times) and all(map(_is_numbered, times))


def _month_behind(month: Stretch, before: Group, group: Group) -> Stretch:
    """The month that a later label shares; an earlier day of it is of the month behind.

    «план – до 25 числа последнего месяца квартала, отчёт – до 5 числа»
    """
    last, first = (each.moments[0].stretch for each in (before, group))
    is_later = isinstance(last, NthOf) and isinstance(first, NthOf) and first.ordinal < last.ordinal
    return Following(Unit.MONTH, 1, root(month)) if is_later else month


def _with_tail(group: Group, month: Stretch) -> Group:
    items = (
        replace(item, moments=tuple(day.at(replaced(day.stretch, THIS_MONTH, month)) for day in item.moments))
        for item in group.items
    )
    return replace(group, items=tuple(items))
