"""Groups that say something of those behind them: how often their times come, in what range they go on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from roadmapc.deadline.ast import (
    SOME_PERIOD,
    THIS_MONTH,
    Between,
    Bound,
    Current,
    NthOf,
    Recurrence,
    Stretch,
    Year,
)
from roadmapc.deadline.clauses.codes import WHICH_OF_SERIES
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import SIGNS, Item, ItemKind
from roadmapc.deadline.stretch import (
    in_year,
    is_of_unnamed_year,
    month_of,
    period_of,
    replaced,
    root,
    unit_of,
)
from roadmapc.deadline.unit import SEVERAL_MONTHS, SINGLE_DAYS, Unit
from roadmapc.source.span import Span
from roadmapc.text.regex import regex

_PARTS = (Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH)
_TURNS = {Unit.MONTH: 12, Unit.QUARTER: 4, Unit.HALF_YEAR: 2}
"""How often a series comes in a year; so many days of the year are all of its days."""
_REPORT = regex(r"\b(?:отч[её]т|сводк|свод\b|информаци|доклад|справк|донесени)", re.IGNORECASE)
_SHORT = (Unit.DAY, Unit.WEEK, Unit.MONTH)
_HEADED = [ItemKind.MOMENTS, ItemKind.LABEL]
"""A time and the sign behind which what it heads stands."""
_HOW_OFTEN = frozenset({"периодичность", "частота", "кратность"})
"""Names of the column that says how often."""
_AFTER_COMMA = [ItemKind.COMMA]
"""All that stands between a periodicity and the labels of its times."""


def with_heads(groups: list[Group], problems: Problems, *, are_periodic: bool) -> list[Group]:
    """The groups, each with what those beside it say of it; `are_periodic`: some of them say how often."""
    if not are_periodic:
        return _with_shared_months(_with_years(groups))
    groups = _with_columns(groups)
    return list(_with_spans(_with_series(_without_heads(_with_rest_of_series(groups))), problems))


def _without_heads(groups: Sequence[Group]) -> Iterator[Group]:
    """«ежегодно: отбор – май, финал – июль»: how often the labelled parts come, no time of its own."""
    head: Group | None = None
    for at, (group, behind) in enumerate(zip_longest(groups, groups[1:])):
        if head is not None and (group.segment != head.segment or group.is_periodic):
            head = None
        if head is not None:
            is_first = groups[at - 1] is head  # which keeps what else was said before the labels
            notes, marks = (head.notes, head.marks) if is_first else ((), ())
            periodicity = (item for item in head.items if item.kind is ItemKind.PERIODICITY)
            timed = any(item.moments for item in group.items)  # «…, отчёт – через 3 дня после семинара»
            items = (*periodicity, *group.items) if timed else group.items
            notes, marks = (*notes, *group.notes), (*marks, *group.marks)
            purpose = f"{head.purpose} {group.purpose}".strip()
            yield replace(group, items=items, purpose=purpose, notes=notes, marks=marks, is_periodic=timed)
        elif behind is not None and not behind.is_periodic and _is_head(group, behind):
            head = group
        else:
            yield group


def _with_columns(groups: Sequence[Group]) -> list[Group]:
    """«Срок: до 1 июня. Периодичность: ежегодно»: how often the times of the other column come."""
    columns = [group for group in groups if not _HOW_OFTEN.isdisjoint(group.purpose.lower().split())]
    others = [group for group in groups if group not in columns]
    bare = [item for group in columns for item in group.items if item.kind not in SIGNS]
    are_bare = all(item.kind is ItemKind.PERIODICITY and not item.moments for item in bare)
    if len(bare) != 1 or not are_bare or not others:
        return list(groups)
    told, notes = columns[0], (*others[0].notes, *columns[0].notes)
    marks = (*others[0].marks, *told.marks)
    others[0] = replace(others[0], notes=notes, marks=marks)
    return [
        group if group.is_periodic else replace(group, items=(*bare, *group.items), is_periodic=True)
        for group in others
    ]


def _with_series(groups: Iterable[Group]) -> Iterator[Group]:
    """«ежеквартально до 5 числа – школы, до 10 числа – отдел»: days of no month are of the same series."""
    series: Item | None = None
    segment = 0
    for group in groups:
        if group.segment != segment:
            series, segment = None, group.segment
        is_of_it = series is not None and not group.is_periodic and not group.reported
        if series is not None and is_of_it and _are_of_no_month(group):
            yield replace(group, items=(series, *group.items), is_periodic=True)
            continue
        long = [
            item
            for item in group.items
            if item.recurrence is not None and item.recurrence.unit in SEVERAL_MONTHS
        ]
        series = replace(long[0], moments=()) if len(long) == 1 and _are_of_no_month(group) else None
        yield group


def _are_of_no_month(group: Group) -> bool:
    """Whether the times of a group are days of a month that nothing names: «до 5 числа»."""
    times = [moment.stretch for moment in group.moments]
    ends = [time.last if isinstance(time, Between) else time for time in times]
    return bool(ends) and all(unit_of(end) in SINGLE_DAYS and period_of(end) is Unit.MONTH for end in ends)


def _with_spans(groups: Iterable[Group], problems: Problems) -> Iterator[Group]:
    """«1 сентября – 30 ноября, отчёт еженедельно»: the series under a label goes on in that range."""
    span: Item | None = None
    segment, is_of_series = 0, False
    for group in groups:
        if group.segment != segment:  # «кроме того, отчёт еженедельно»
            span, segment = None, group.segment
        content = [item for item in group.items if item.kind not in SIGNS]
        times = [moment.stretch for item in content for moment in item.moments]
        is_labelled = bool(group.purpose or group.audience)
        is_free = (
            is_labelled and group.is_periodic and not group.reported and not any(map(_is_of_year, times))
        )
        if is_free and (not is_of_series or _is_report(group)):
            if is_of_series and span is not None:
                _say_carried(span, problems)
            yield replace(group, items=(*with_comma(span), *group.items)) if span is not None else group
            continue
        limits = [item for item in content if _is_limit(item)]
        is_of_series = group.is_periodic
        is_span = len(limits) == 1 and (is_of_series or (not is_labelled and len(content) == 1))
        span = (
            limits[0] if is_span and (is_of_series or limits[0].moments[0].bound is not Bound.FROM) else None
        )
        yield group


def with_comma(time: Item) -> tuple[Item, Item]:
    """A time and the sign that parts it from those behind it."""
    end = time.span.end
    return time, Item(ItemKind.COMMA, time.end, time.end, Span(end, end))


def _is_limit(item: Item) -> bool:
    """Whether an item is one range, or the day from which on a series comes."""
    if item.kind is not ItemKind.MOMENTS or len(item.moments) != 1:
        return False
    stretch, bound = item.moments[0].stretch, item.moments[0].bound
    return isinstance(stretch, Between) or (bound is Bound.FROM and month_of(stretch) > 0)


def _is_report(group: Group) -> bool:
    """Whether a group says how often the work before it is reported on."""
    units = [item.recurrence.unit for item in group.items if item.recurrence is not None]
    return bool(_REPORT.search(group.purpose)) and all(unit in _SHORT for unit in units)


def _say_carried(span: Item, problems: Problems) -> None:
    message = f"«{problems.words(span.span)}»: прочитано и как время отчётов об этой работе"
    hint = "если отчёты идут дольше, назовите их месяцы"
    problems.add(WHICH_OF_SERIES, span.span, message, hint)


def _with_rest_of_series(groups: Iterable[Group]) -> list[Group]:
    """«ежемесячно, начиная с мая, – отчёт, до 15 числа»: the days behind the label are of the series."""
    whole: list[Group] = []
    for group in groups:
        before = whole[-1] if whole else None
        if before is not None and before.segment == group.segment and _is_rest(group) and _is_begun(before):
            items, notes = (*before.items, *group.items), (*before.notes, *group.notes)
            marks = (*before.marks, *group.marks)
            whole[-1] = replace(before, items=items, notes=notes, marks=marks)
        else:
            whole.append(group)
    return whole


def _is_begun(group: Group) -> bool:
    """Whether a group says nothing but how often, and from when on."""
    moments = group.moments
    return group.is_periodic and [moment.bound for moment in moments] == [Bound.FROM]


def _is_rest(group: Group) -> bool:
    """Whether a group is nothing but days of each month, under no label."""
    times = [moment.stretch for moment in group.moments]
    is_named = bool(group.purpose or group.audience or group.reported)
    return not is_named and not group.is_periodic and {root(time) for time in times} == {THIS_MONTH}


def _is_of_year(stretch: Stretch) -> bool:
    """Whether a time is of some year, or of all the plan: it needs no range besides."""
    last = stretch.last if isinstance(stretch, Between) else stretch
    return month_of(last) > 0 or period_of(last) in (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)


def _is_head(group: Group, behind: Group) -> bool:
    """Whether a group is a bare periodicity and the sign behind which labelled times stand."""
    is_labelled = bool(behind.purpose or behind.audience) and behind.first_date is not None
    is_bare = not (group.audience or group.exceptions or group.particulars)
    items = group.items[bool(group.purpose) :]
    kinds = [item.kind for item in items]
    if behind.is_periodic or behind.segment != group.segment:
        return False  # «ежедневно, свод – ежемесячно 1 числа»: two series
    if not is_labelled or not is_bare or kinds[:1] != [ItemKind.PERIODICITY] or items[0].moments:
        return False
    how_often = items[0].recurrence
    unit = how_often.unit if how_often is not None else None
    # «проверка фонда – раз в 5 лет, очередная – 2027 год», but «2 раза в год, итоговый – до 2 августа»
    is_round = how_often is not None and unit is Unit.YEAR and how_often.interval > 1
    is_other = bool(group.purpose) or (
        how_often != Recurrence(unit or Unit.YEAR) and kinds[1:] == _AFTER_COMMA
    )
    if is_other and not is_round:
        return False
    times = [moment.stretch for item in behind.items for moment in item.moments]
    turns = _TURNS.get(unit) if unit is not None else None
    is_less = unit is not Unit.YEAR and (turns is None or len(times) < turns)
    if is_less and times and all(period_of(time) is Unit.YEAR for time in times):
        return False  # «ежеквартально, итоговый – до 14 апреля»: a day of the year is none of each quarter
    if any(isinstance(period, Current) and period.unit is not unit for period in behind.reported):
        return False  # «ежемесячно, за квартал – …»: a report on each quarter is a series of its own
    # «ежеквартально за II–III кварталы до 10 числа» needs no sign,
    # nor does «ежеквартально школы до 5 числа», whose day is of no month
    is_joined = len(kinds) == 1 and (
        bool(behind.reported) or (unit in SEVERAL_MONTHS and _are_of_no_month(behind))
    )
    return kinds[1:] in ([ItemKind.LABEL], _AFTER_COMMA) or is_joined


def _with_years(groups: list[Group]) -> list[Group]:
    """«в 2026 году: I этап – до 1 марта, II этап – до 1 июня»: a year that heads the labels behind it."""
    head = groups[0]
    years = [moment.stretch for item in head.items for moment in item.moments]
    year = years[0] if len(years) == 1 else None
    is_bare = not (head.purpose or head.audience or head.exceptions or head.particulars or head.reported)
    kinds = [item.kind for item in head.items]
    behind = [moment.stretch for group in groups[1:] for moment in group.moments]
    are_of_year = bool(behind) and all(map(is_of_unnamed_year, behind))
    if not isinstance(year, Year) or not is_bare or kinds != _HEADED or not are_of_year:
        return groups
    if any(group.segment != head.segment for group in groups):
        return groups
    dated = [
        replace(group, items=tuple(_in_year(item, year) for item in group.items)) for group in groups[1:]
    ]
    notes, marks = (*head.notes, *dated[0].notes), (*head.marks, *dated[0].marks)
    return [replace(dated[0], notes=notes, marks=marks), *dated[1:]]


def _in_year(item: Item, year: Year) -> Item:
    return replace(item, moments=tuple(moment.at(in_year(moment.stretch, year)) for moment in item.moments))


def _with_shared_months(groups: list[Group]) -> list[Group]:
    """«1 этап – первая декада, 2 этап – вторая декада марта»: parts of the one month that is named."""
    parts = [moment.stretch for group in groups for moment in group.moments]
    wholes = {part.of for part in parts if isinstance(part, NthOf) and part.unit in _PARTS}
    months = [whole for whole in wholes - {SOME_PERIOD} if month_of(whole)]
    are_parts = all(isinstance(part, NthOf) and part.unit in _PARTS for part in parts)
    if not are_parts or len(months) != 1 or wholes != {SOME_PERIOD, *months}:
        return groups
    return [
        replace(group, items=tuple(_in_month(item, months[0]) for item in group.items)) for group in groups
    ]


def _in_month(item: Item, month: Stretch) -> Item:
    moments = (moment.at(replaced(moment.stretch, SOME_PERIOD, month)) for moment in item.moments)
    return replace(item, moments=tuple(moments))
