"""Items that only explain the item beside them: what they say is kept as a note of the clause."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from roadmapc.deadline.ast import (
    LIMITS,
    SOME_PERIOD,
    Between,
    Bound,
    Continuous,
    Current,
    Direction,
    Moment,
    NthOf,
    OnDemand,
    Recurrence,
    Relative,
    Scheduled,
)
from roadmapc.deadline.clauses.dates_of_events import event_of_date
from roadmapc.deadline.clauses.days import (
    day_by_name,
    day_of_meeting,
    day_of_occasion,
    day_on_condition,
    length_of_range,
    state_day,
    unread_length,
)
from roadmapc.deadline.clauses.ends import with_years_of_ends
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.lengths import with_lengths
from roadmapc.deadline.clauses.notes import is_in_brackets, is_of_days, with_notes
from roadmapc.deadline.clauses.own_days import other_days_of_month
from roadmapc.deadline.clauses.own_years import own_times_of_year
from roadmapc.deadline.clauses.periods import of_state_days, period_by_name
from roadmapc.deadline.clauses.ranges import with_bounded_starts, with_parts_of_ends, without_headings
from roadmapc.deadline.clauses.recurrences import is_behind_period, listed_periods
from roadmapc.deadline.clauses.rests import breaks_of_series, special_members
from roadmapc.deadline.clauses.series import (
    by_document,
    days_of_series,
    finer_series,
    in_each_turn,
    months_of_turns,
    own_act,
    unknown_limit,
    unplaced_days,
)
from roadmapc.deadline.clauses.starts import with_starts_under
from roadmapc.deadline.clauses.weekdays import day_of_week, weekdays_of_dates
from roadmapc.deadline.codes import URGENT
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_lagged, is_of_unnamed_year, is_years, month_of, period_of, unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.wording import in_words
from roadmapc.deadline.words.idioms import Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_MOMENTS, _SERIES = ItemKind.MOMENTS, ItemKind.PERIODICITY
_SPANS = (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)
_SINCE = ("с", "со", "начиная")
_WEEKLY = Recurrence(Unit.WEEK)
_BARE_UNITS = ((Moment(Current(Unit.WEEK)),), (Moment(Current(Unit.DECADE)),))
_MARKS_OF_UNIT = (Sense.UNIT, Sense.CURRENT, Sense.REPORTED, Sense.CALENDAR, Sense.ACADEMIC)
"""Words with which a unit begins that says of which period the day before it is."""
_DATES = (ItemKind.MOMENTS, ItemKind.PERIODICITY)
_RULES = (ItemKind.RULE, ItemKind.PERIODICITY)
_YEARLY = Recurrence(Unit.YEAR)
_DAY, _PAIR = frozenset({Unit.DAY}), 2


class Explanation(NamedTuple):
    """A form of words in which one item explains another."""

    phrase: str
    """An example; a case of the corpus."""
    kinds: frozenset[ItemKind]
    """Of items without which a group has no such words."""
    explained: Callable[[Group, Cursor], Group]
    """The group with such items made notes."""
    is_of_two: bool = False
    """Whether two items at least name a time or an event in such words."""
    is_of_longer: bool = False
    """Whether a time longer than a day, or an event, is among them."""


def explained(group: Group, cursor: Cursor) -> Group:
    """The group without the items that explain others: they are notes."""
    group = of_state_days(group, cursor) if group.notes else group
    content = _content(group)
    if _explain_nothing(content) and not group.exceptions:
        return group
    kinds = frozenset([item.kind for item in content])
    named = [item for item in content if item.moments or item.rule is not None]
    for explanation in _of_kinds(kinds, len(named) > 1, any(map(_is_longer_than_day, named))):
        before, group = group, explanation.explained(group, cursor)
        if group is not before and _explain_nothing(_content(group)) and not group.exceptions:
            break
    return group


def _content(group: Group) -> list[Item]:
    return [item for item in group.items if item.kind not in SIGNS]


def _explain_nothing(content: Sequence[Item]) -> bool:
    """Whether items are one time or one bare series, or both: «до 1 мая ежегодно», as most groups are."""
    if len(content) == _PAIR:
        time, series = content if content[0].kind is _MOMENTS else content[::-1]
        told = series.recurrence  # «3 раза в год, последняя пятница»
        is_bare = series.kind is _SERIES and not series.moments and told is not None and told.times == 1
        if not is_bare or time.kind is not _MOMENTS or len(time.moments) != 1:
            return False
        if series.recurrence == _YEARLY:
            return True
        # but «ежемесячно, в июне до 10 числа», «ежедневно, июль – перерыв»
        return unit_of(time.moments[0].stretch) is Unit.DAY and not is_of_unnamed_year(
            time.moments[0].stretch
        )
    kind = content[0].kind if len(content) == 1 else None
    return kind is _MOMENTS or (kind is _SERIES and not content[0].moments)


def _is_longer_than_day(item: Item) -> bool:
    """Whether an item names weeks, months, years; an event may become such a time."""
    if item.kind is ItemKind.WEEKDAY:
        return False
    return item.rule is not None or not _DAY.issuperset([unit_of(moment.stretch) for moment in item.moments])


@cache
def _of_kinds(kinds: frozenset[ItemKind], are_two: bool, has_longer: bool) -> tuple[Explanation, ...]:
    rows = (row for row in EXPLANATIONS if are_two or not row.is_of_two)
    return tuple(row for row in rows if row.kinds <= kinds and (has_longer or not row.is_of_longer))


def _urgency(group: Group, cursor: Cursor) -> Group:
    """«срочно» beside a date only stresses it; alone it names no day."""
    if any(item.kind in _DATES for item in group.items):
        return with_notes(group, cursor, lambda at: _is_urgent(group.items[at], cursor))
    rules = [item for item in group.items if item.kind is ItemKind.RULE]
    if all(_is_urgent(item, cursor) for item in rules):
        span = rules[0].span
        message = f"«{cursor.problems.words(span)}»: дня в этих словах нет"
        hint = "назовите последний день, например «до 1 сентября 2025 года», или срок от события"
        cursor.problems.add(URGENT, span, message, hint)
    return group


def _is_urgent(item: Item, cursor: Cursor) -> bool:
    """Whether an item is «срочно» without an event."""
    idiom = idiom_at(cursor.tokens, item.first)
    return idiom is not None and idiom[0].meaning is Meaning.URGENT and idiom[1] == item.end


def _once(group: Group, cursor: Cursor) -> Group:
    """Beside another date the word only says that it does not come again."""
    dates = [item.moments[0].stretch for item in group.items if item.moments]
    at_hand = [stretch.unit for stretch in dates if isinstance(stretch, Current)]
    if len(dates) < 2 or Unit.PLAN not in at_hand:
        return group
    tokens, items = cursor.tokens, group.items
    return with_notes(group, cursor, lambda at: meaning_at(tokens, items[at].first) is Meaning.ONCE)


def _unit_of_days(group: Group, cursor: Cursor) -> Group:
    """The days say which week it is, or the unit whose days they are: «до 10 июля отчётного полугодия»."""

    def is_unit(at: int) -> bool:
        item = group.items[at]
        if item.kind is not _MOMENTS or not item.moments or is_of_days(item):
            return False
        days = group.items[max(at - 2, 0)]
        # of a series, «до 5 числа (II квартал)», a time in brackets is the limit
        is_series = any(period_of(moment.stretch) is Unit.MONTH for moment in days.moments) or (
            item.moments[0].bound is Bound.FROM and any(is_lagged(moment.stretch) for moment in days.moments)
        )  # «… за отчётным кварталом (первый отчёт – за II квартал)»
        if at > 1 and is_in_brackets(item, cursor) and is_of_days(days) and not is_series:
            if is_years(item.moments[0].stretch) and any(
                is_of_unnamed_year(day.stretch) for day in days.moments
            ):
                return False  # «до 1 марта (2027 г.)»
            # «с 1 сентября (начало учебного года)»
            return not any(token.sense is Sense.MONTH for token in cursor.tokens[item.first : item.end])
        if not isinstance(item.moments[0].stretch, Current):
            return _is_edge(item, group.items[:at], cursor)
        before, behind = group.items[max(at - 2, 0) : at], group.items[at + 1 : at + 3]
        if cursor.tokens[item.first].sense in _MARKS_OF_UNIT and _is_behind_days(item, before, cursor):
            return True
        return item.moments in _BARE_UNITS and any(map(is_of_days, (*before, *behind)))

    return with_notes(group, cursor, is_unit)


def _is_edge(item: Item, before: Sequence[Item], cursor: Cursor) -> bool:
    """«сентябрь (начало года)»: what a month is to its year."""
    is_edge = cursor.tokens[item.first].sense is Sense.EDGE and is_in_brackets(item, cursor)
    times = [each for each in before if each.moments]
    return is_edge and bool(times) and any(month_of(moment.stretch) for moment in times[-1].moments)


def _is_behind_days(item: Item, before: Sequence[Item], cursor: Cursor) -> bool:
    """Whether days stand just before a unit, or before the bracket that it fills."""
    if before and before[-1].end == item.first and is_of_days(before[-1]):
        return True
    return len(before) == 2 and is_in_brackets(item, cursor) and is_of_days(before[0])


def _span_of_continuous(group: Group, cursor: Cursor) -> Group:
    """What has no end does not end with the year at hand."""
    rules = [item.rule for item in group.items if item.kind in _RULES]
    if not rules or not all(isinstance(rule, Continuous) for rule in rules):
        return group
    return with_notes(group, cursor, lambda at: _names_span(group.items[at]))


def _names_span(item: Item) -> bool:
    return item.kind is _MOMENTS and all(
        moment.bound is Bound.WITHIN and isinstance(moment.stretch, Current) and moment.stretch.unit in _SPANS
        for moment in item.moments
    )


def _start(group: Group, cursor: Cursor) -> Group:
    """Between an event and a day, the day to control is the last one."""
    if not all(moment.bound in LIMITS for moment in group.moments):
        return group

    def is_start(at: int) -> bool:
        item = group.items[at]
        is_event = _is_after(item) and isinstance(item.rule, Relative) and item.rule.offset is None
        return is_event and cursor.tokens[item.first].text in _SINCE

    return with_notes(group, cursor, is_start)


def _is_after(item: Item) -> bool:
    return isinstance(item.rule, Relative) and item.rule.direction is Direction.AFTER


def _day_of_event(group: Group, cursor: Cursor) -> Group:
    """The event says which day it is, and it is no day of each month."""

    def is_day(at: int) -> bool:
        item = group.items[at]
        end = item.end + (cursor.tokens[item.end].kind is TokenKind.CLOSE)
        behind = [other for other in group.items[at + 1 : at + 3] if other.first == end]
        if item.kind is not _MOMENTS or not behind or not _is_after(behind[0]):
            return False
        stretches = [moment.stretch for moment in item.moments]
        return all(isinstance(stretch, NthOf) and stretch.of == SOME_PERIOD for stretch in stretches)

    return with_notes(group, cursor, is_day)


def _scope(group: Group, cursor: Cursor) -> Group:
    """«до 1 сентября по домам северной части»: behind a day, what it is due for is no document."""

    def is_scope(at: int) -> bool:
        item = group.items[at]
        names = isinstance(item.rule, Scheduled) and cursor.tokens[item.first].text == "по"
        is_document = any(idiom_at(cursor.tokens, place) for place in (item.first, item.first + 1))
        before = [other for other in group.items[:at] if other.kind not in SIGNS]
        return names and not is_document and bool(before) and is_of_days(before[-1])

    return with_notes(group, cursor, is_scope)


def _reported_periods(group: Group, _: Cursor) -> Group:
    """Periods beside a day of the month behind them are what it reports on."""
    if group.is_periodic or group.reported:
        return group
    times = [item for item in group.items if item.kind is _MOMENTS]
    listed = [item for item in times if all(map(listed_periods, item.moments))]
    days = [moment for item in times if item not in listed for moment in item.moments]
    if not listed or not days or not all(map(is_behind_period, days)):
        return group
    moments = [moment for item in listed for moment in item.moments]
    periods = tuple(period for moment in moments for period in listed_periods(moment))
    words = "за " + ", ".join(in_words(moment.stretch) for moment in moments)
    items = tuple(item for item in group.items if item not in listed)
    return replace(group, items=items, reported=periods, purpose=f"{group.purpose} {words}".lstrip())


def _aside_of_continuous(group: Group, cursor: Cursor) -> Group:
    """What has no end is not counted from an event, and between two days it says how it goes on."""
    if not any(isinstance(item.rule, Continuous) for item in group.items):
        return group
    dates = [moment.stretch for moment in group.moments]
    if dates and all(isinstance(stretch, Between) and not is_years(stretch) for stretch in dates):
        return with_notes(group, cursor, lambda at: isinstance(group.items[at].rule, Continuous))

    def is_aside(at: int) -> bool:
        rule = group.items[at].rule
        return isinstance(rule, OnDemand) or (isinstance(rule, Relative) and rule.offset is None)

    return with_notes(group, cursor, is_aside)


_DATE, _WEEKDAY = frozenset({ItemKind.MOMENTS}), frozenset({ItemKind.WEEKDAY})
_PERIODICITY, _RULE = frozenset({ItemKind.PERIODICITY}), frozenset({ItemKind.RULE})

EXPLANATIONS = (
    Explanation("срочно, до 5 мая 2021 года", _RULE, _urgency),
    Explanation("постоянно (по мере изменения законодательства)", _RULE, _aside_of_continuous),
    Explanation("до 15 мая (при необходимости – до 1 июня)", _RULE | _DATE, day_on_condition, True),
    Explanation("8 июля – День знаний", _DATE, day_by_name, True),
    Explanation("1–9 мая (мероприятия ко Дню Победы)", _DATE, day_of_occasion, True),
    Explanation("в течение 20 ихнего дней со дня опубликования (20.02.2026)", _RULE | _DATE, unread_length),
    Explanation("к совещанию 25 декабря", _DATE, day_of_meeting, True),
    Explanation("на 1 июля – до 8 июля", _DATE, state_day, True),
    Explanation("ежемесячно, июль и август – перерыв", _DATE, breaks_of_series),
    Explanation("ежемесячно, в марте и сентябре – расширенное", _DATE | _PERIODICITY, special_members),
    Explanation("осенний месячник (сентябрь-октябрь)", _RULE | _DATE, event_of_date),
    Explanation("до 1 сентября по домам северной части", _RULE | _DATE, _scope),
    Explanation("с даты подписания приказа по 30 мая", _RULE, own_act),
    Explanation("ежедневно, согласно режиму работы", _RULE | _PERIODICITY, by_document),
    Explanation("ежеквартально в течение отопительного сезона", _RULE | _PERIODICITY, unknown_limit),
    Explanation("ежемесячно до 25 числа, в декабре – до 20", _DATE, other_days_of_month),
    Explanation("по субботам: 5, 12 и 19 сентября", _DATE | _PERIODICITY, days_of_series),
    Explanation(
        *("ежегодно до 1 декабря, в 2026 году – до 1 ноября", _DATE | _PERIODICITY, own_times_of_year),
        is_of_longer=True,
    ),
    Explanation("2026 (IV кв.) – 2027 (II кв.)", _DATE, with_years_of_ends, True, True),
    Explanation("4 дня (с 9 по 12 июня)", _RULE | _DATE, length_of_range, True),
    Explanation("со 2 июня 2026 г. сроком на 18 дней", _RULE | _DATE, with_lengths, True),
    Explanation("с 1 июня, но не позднее 20 августа", _DATE, with_bounded_starts, True),
    Explanation("май (2-я половина) – июнь", _DATE, with_parts_of_ends, True, True),
    Explanation("летом, с 15 июня", _DATE, with_starts_under, True, True),
    Explanation("Апрель, с 14 по 18 апреля", _DATE, without_headings, True, True),
    Explanation("однократно, до 1 марта", _DATE, _once, True, True),
    Explanation("I–III кварталы – до 15 числа следующего месяца", _DATE, _reported_periods, True, True),
    Explanation("в течение 20 дней после отчётного периода (квартал)", _DATE, period_by_name, True, True),
    Explanation("неделя с 12 по 16 октября", _DATE, _unit_of_days, True, True),
    Explanation("вторник второй недели марта", _WEEKDAY | _DATE, day_of_week, is_of_longer=True),
    Explanation("16.03 (вт)", _WEEKDAY, weekdays_of_dates),
    Explanation("постоянно в течение года", _RULE | _DATE, _span_of_continuous),
    Explanation("с момента утверждения плана до 31.12.2021", _RULE | _DATE, _start),
    Explanation("в первую субботу после каникул", _RULE | _DATE, _day_of_event),
    Explanation("раз в 2 месяца (по чётным месяцам)", _PERIODICITY, months_of_turns),
    Explanation("3 раза в год, второй вторник", _PERIODICITY, unplaced_days),
    Explanation("каждые 10 дней в июне", _PERIODICITY, in_each_turn),
    Explanation("ежегодно 1 раз в квартал", _PERIODICITY, finer_series),
)
"""In the order in which they are tried."""
