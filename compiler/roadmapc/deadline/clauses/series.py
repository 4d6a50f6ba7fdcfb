"""Series that others limit or explain: by an event, by the day of the act, by a coarser series."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from roadmapc.deadline.ast import (
    THIS_MONTH,
    THIS_YEAR,
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
    Year,
)
from roadmapc.deadline.clauses.codes import UNKNOWN_LIMIT
from roadmapc.deadline.clauses.groups import Group
from roadmapc.deadline.clauses.notes import is_in_brackets, with_notes
from roadmapc.deadline.own_act import names_own_act
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.reading.periodicity import EACH_DAY
from roadmapc.deadline.stretch import (
    in_year,
    is_of_unnamed_year,
    month_of,
    months_in_any_year,
    period_of,
    replaced,
    unit_of,
)
from roadmapc.deadline.unit import MONTHS_IN_PART, Unit
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_MONTH, _MOMENTS = Unit.MONTH, ItemKind.MOMENTS
_DAILY, _WEEKLY, _YEARLY = map(Recurrence, (Unit.DAY, Unit.WEEK, Unit.YEAR))
_EACH_OTHER_MONTH = Recurrence(Unit.MONTH, 2)
_OF_DAY, _OF_YEAR = Scheduled | OnDemand | Continuous, Scheduled | OnDemand | Relative
"""What says when a daily or a yearly series comes."""
_SINCE = ("с", "со", "начиная")
_TIMES = (Meaning.WITHIN, Meaning.DURING)
_LONG = (Unit.QUARTER, Unit.HALF_YEAR)
"""Units of which nobody means each weekday: «ежеквартально по пятницам»."""
_OFTENER = (Unit.MONTH, *_LONG)
_SPANS = (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)
_FINER = {
    Recurrence(Unit.YEAR): frozenset(Unit) - {*_SPANS},
    **{Recurrence(unit): frozenset({Unit.WEEK}) for unit in (Unit.MONTH, *_LONG)},
}
"""Units of the series that go on within a coarser one told before them."""


def other_days_of_month(group: Group, cursor: Cursor) -> Group:
    """One month of a series has a day of its own: the day of the others is not due in it."""
    items = group.items
    units = {item.recurrence.unit for item in items if item.recurrence is not None}
    if units.isdisjoint((_MONTH, *_LONG)):
        return group
    group = _with_labelled_months(_own_days_of_excluded(group, cursor))
    items = group.items
    own = [item for at, item in enumerate(items) if _is_day_in_month(at, items, cursor)]
    others = [moment.stretch for item in items if item not in own for moment in item.moments]
    if not own or not any(period_of(other) in (_MONTH, *_LONG) for other in others):
        return group
    months = {month_of(moment.stretch) for item in own for moment in item.moments}
    if not months & _months_of_range(items, months):  # «январь – ноябрь – до 25 числа, в декабре – до 18»
        return group
    # «ежеквартально до 25 числа последнего месяца, в декабре – до 15»: the quarter of that month
    long = next(iter(units.intersection(_LONG)), _MONTH)
    parts = {(month - 1) // MONTHS_IN_PART[long] + 1 for month in months}
    named = tuple(Moment(NthOf(long, part, THIS_YEAR)) for part in sorted(parts))
    exception = replace(own[0], kind=ItemKind.EXCEPTION, moments=named)
    return replace(group, exceptions=(*group.exceptions, exception))


def _months_of_range(items: Sequence[Item], default: Collection[int]) -> frozenset[int]:
    """The months of the range in which a series goes on; those that are given if it has none."""
    stretches = [moment.stretch for item in items for moment in item.moments]
    ranges = [months_in_any_year(stretch) for stretch in stretches if isinstance(stretch, Between)]
    return frozenset().union(*ranges) or frozenset(default)


def _own_days_of_excluded(group: Group, cursor: Cursor) -> Group:
    """«до 20 числа, кроме декабря (до 15 числа)»: the bracket behind an exception says its own day."""
    ends = {item.end: item for item in group.exceptions}
    items = list(group.items)
    for at, item in enumerate(items):
        excluded = ends.get(item.first - 1)
        if excluded is None or not item.moments or not is_in_brackets(item, cursor):
            continue
        months = [moment.stretch for moment in excluded.moments if month_of(moment.stretch)]
        days = (
            moment.at(replaced(moment.stretch, THIS_MONTH, month))
            for moment in item.moments
            for month in months
        )
        items[at] = replace(item, moments=tuple(days))
    return replace(group, items=tuple(items))


def _with_labelled_months(group: Group) -> Group:
    """«ежемесячно 25 числа, в декабре – 20 числа»: a day behind the dash is of the month before it."""
    items = list(group.items)
    for at in reversed(range(1, len(items) - 2)):
        month, sign, day = group.items[at : at + 3]
        if sign.kind is not ItemKind.LABEL or not _are_months(month) or not _are_days_of_any(day):
            continue
        months = [moment.stretch for moment in month.moments]
        days = (each.at(replaced(each.stretch, THIS_MONTH, of)) for of in months for each in day.moments)
        span = Span(month.span.start, day.span.end)
        items[at : at + 3] = [replace(month, end=day.end, span=span, moments=tuple(days))]
    return replace(group, items=tuple(items)) if len(items) < len(group.items) else group


def _are_months(item: Item) -> bool:
    return bool(item.moments) and all(
        unit_of(moment.stretch) is _MONTH and month_of(moment.stretch) and moment.bound is Bound.WITHIN
        for moment in item.moments
    )


def _are_days_of_any(item: Item) -> bool:
    """Whether an item is days of each month: «20 числа»."""
    return bool(item.moments) and all(
        unit_of(moment.stretch) is Unit.DAY and period_of(moment.stretch) is _MONTH for moment in item.moments
    )


def _is_day_in_month(at: int, items: Sequence[Item], cursor: Cursor) -> bool:
    """«в декабре – до 20», «в декабре – до 20 декабря»: the month or its day stands at the index."""
    item, behind = items[at], items[at + 2 : at + 3]
    if at and item.kind is _MOMENTS and is_in_brackets(item, cursor):  # «(декабрь – до 10)»
        return all(
            unit_of(moment.stretch) is Unit.DAY and month_of(moment.stretch) for moment in item.moments
        )
    lead, first = cursor.tokens[item.first : item.first + 2]
    is_led = lead.text in ("в", "во") and first.sense is Sense.MONTH
    if not is_led and (lead.sense is not Sense.MONTH or not at):  # «декабрь – до 20-го»
        return False
    months = {month_of(moment.stretch) for moment in item.moments}
    days = [moment.stretch for other in (item, *behind) for moment in other.moments]
    return any(unit_of(day) is Unit.DAY and month_of(day) in months for day in days)


def own_times_of_year(group: Group, cursor: Cursor) -> Group:
    """One year of a yearly series has a day of its own: the day of the others is not due in it."""
    items = list(group.items)
    if Year not in [type(moment.stretch) for item in items for moment in item.moments]:
        return group
    if not any(item.recurrence == _YEARLY for item in items):
        return group
    years: list[Item] = []
    at = 0
    while at < len(items) - 1:
        before = [moment.stretch for item in items[:at] for moment in item.moments]
        year = items[at].moments[0].stretch if len(items[at].moments) == 1 else None
        behind = at + 1 + (items[at + 1].kind is ItemKind.LABEL)
        is_led = cursor.tokens[items[at].first].text in ("в", "во") or behind > at + 1
        own = items[behind].moments if is_led and behind < len(items) else ()
        if isinstance(year, Year) and any(map(is_of_unnamed_year, before)) and own:
            if any(isinstance(stretch, Year) for stretch in before):
                return group  # «ежегодно, 2024 год – до 1 марта, 2025 год – до 1 мая»
            years.append(replace(items[at], kind=ItemKind.EXCEPTION))
            dated = tuple(moment.at(in_year(moment.stretch, year)) for moment in own)
            items[at : behind + 1] = [replace(items[behind], moments=dated)]
        at += 1
    return replace(group, items=tuple(items), exceptions=(*group.exceptions, *years)) if years else group


def own_act(group: Group, cursor: Cursor) -> Group:
    """«с даты подписания приказа»: the day from which it runs is that of the act."""

    def with_day(item: Item) -> Item:
        rule = item.rule
        is_start = (
            isinstance(rule, Relative) and rule.offset is None and cursor.tokens[item.first].text in _SINCE
        )
        if not is_start or not isinstance(rule, Relative) or not names_own_act(rule.event or ""):
            return item
        day = Moment(Current(Unit.ORDER), Bound.FROM, item.span)
        return replace(item, kind=_MOMENTS, rule=None, moments=(day,))

    return replace(group, items=tuple(map(with_day, group.items)))


def unknown_limit(group: Group, cursor: Cursor) -> Group:
    """A series that goes on during, until or from an event has no dates before the event is known."""
    limit = next((item for item in group.items if _limits_series(item, cursor)), None)
    if limit is None or not any(item.kind is ItemKind.PERIODICITY for item in group.items):
        return group
    words = cursor.problems.words(limit.span)
    message = f"«{words}»: когда это, календарь не знает; дат у ряда нет"
    hint = "назовите месяцы или дни ряда либо дайте этому времени имя и дни в seasons"
    cursor.problems.add(UNKNOWN_LIMIT, limit.span, message, hint)
    content = [item for item in group.items if item.kind not in SIGNS]
    span = Span(content[0].span.start, content[-1].span.end)
    whole = Item(
        *(ItemKind.RULE, content[0].first, content[-1].end, span), rule=Relative(cursor.problems.words(span))
    )
    return replace(group, items=(whole,), exceptions=(), is_periodic=False)


def by_document(group: Group, cursor: Cursor) -> Group:
    """«ежедневно, в соответствии с режимом работы»: which days, others say; of each year, an event."""
    content = [item for item in group.items if item.kind not in (*SIGNS, ItemKind.WEEKDAY)]
    bare = [item for item in content if item.recurrence is not None and not item.moments]
    bare = [item for item in bare if item.recurrence == _DAILY or _is_of_years(item)]
    bare = [item for item in bare if meaning_at(cursor.tokens, item.first) is not Meaning.AT_LEAST]
    are_yearly = all(map(_is_of_years, bare))
    rules = [item for item in content if isinstance(item.rule, _OF_YEAR if are_yearly else _OF_DAY)]
    if len(content) != len(bare) + len(rules) or not bare or not rules or group.continues:
        return group  # «далее ежегодно к той же дате»
    return replace(with_notes(group, cursor, lambda at: group.items[at] in bare), is_periodic=False)


def _is_of_years(item: Item) -> bool:
    return item.recurrence is not None and item.recurrence.unit is Unit.YEAR and item.recurrence.times == 1


def days_of_series(group: Group, cursor: Cursor) -> Group:
    """«по субботам: 5, 12 и 19 сентября»: where its days are listed, a series only says their weekday."""

    days = [moment.stretch for item in group.items if item.kind is _MOMENTS for moment in item.moments]
    if len(days) < 2 or not all(unit_of(day) is Unit.DAY and month_of(day) for day in days):
        return group

    def is_over_days(at: int) -> bool:
        item = group.items[at]
        has_sign = cursor.tokens[item.end].kind in (TokenKind.COLON, TokenKind.OPEN)
        is_weekly = item.kind is ItemKind.PERIODICITY and item.recurrence == _WEEKLY and bool(item.moments)
        return is_weekly and (has_sign or is_in_brackets(item, cursor))

    named = with_notes(group, cursor, is_over_days)
    return named if named is group else replace(named, is_periodic=False)


def comes_in_turn(group: Group) -> bool:
    """Whether its series is «каждые 10 дней»."""
    return group.is_periodic and any(map(_is_each_day, group.items))


def in_each_turn(group: Group, _: Cursor) -> Group:
    """«каждые 10 дней с 10 июня» is each tenth day; without a first day, one of each ten."""
    if any(_begins_on_day(moment) for item in group.items for moment in item.moments):
        return group
    items = tuple(replace(item, moments=()) if _is_each_day(item) else item for item in group.items)
    return replace(group, items=items)


def months_of_turns(group: Group, _: Cursor) -> Group:
    """«раз в 2 месяца (по чётным месяцам)»: the months of the series, and no series of their own."""
    if not any(item.recurrence == _EACH_OTHER_MONTH for item in group.items):
        return group
    items = (
        replace(item, kind=_MOMENTS, recurrence=None)
        if item.recurrence == _YEARLY and all(unit_of(moment.stretch) is _MONTH for moment in item.moments)
        else item
        for item in group.items
    )
    return replace(group, items=tuple(items))


def _is_each_day(item: Item) -> bool:
    return item.kind is ItemKind.PERIODICITY and [moment.stretch for moment in item.moments] == [EACH_DAY]


def _begins_on_day(limit: Moment) -> bool:
    first = limit.stretch.first if isinstance(limit.stretch, Between) else limit.stretch
    return limit.bound in (Bound.FROM, Bound.WITHIN) and unit_of(first) is Unit.DAY and month_of(first) > 0


def _limits_series(item: Item, cursor: Cursor) -> bool:
    """«до окончания ремонта», «с момента получения», «в течение сезона»; «после проверки» stands apart."""
    rule = item.rule
    if not isinstance(rule, Relative) or rule.offset is not None:
        return False
    if rule.direction is None:
        # «ежемесячно, первая неделя смены» is in it, not each month
        return _is_during(item, cursor) or cursor.tokens[item.first].sense is Sense.ORDINAL
    text = cursor.tokens[item.first].text
    return text == "до" if rule.direction is Direction.BEFORE else text in _SINCE


def _is_during(item: Item, cursor: Cursor) -> bool:
    """«в течение сезона», «каникулы», «на каникулах»: a preposition may stand before the idiom."""
    word = cursor.tokens[item.first].word
    leads = (item.first, item.first + 1) if word is not None and word.lemma else (item.first,)
    return any(meaning_at(cursor.tokens, at) in _TIMES for at in leads)


def finer_series(group: Group, cursor: Cursor) -> Group:
    """The coarser series only says that the finer one goes on, or the finer one its days."""
    periodic = [(item, item.recurrence) for item in group.items if item.recurrence is not None]
    if len(periodic) < 2:
        return group
    (first, coarser), (second, finer) = periodic[:2]
    if not first.moments and finer == _YEARLY and coarser.unit in _OFTENER and not second.moments:
        days = [moment.stretch for item in group.items for moment in item.moments]
        if days and all(map(month_of, days)):  # «раз в полугодие, до 1 июля и до 25 декабря каждого года»
            return replace(group, items=tuple(item for item in group.items if item is not first))
    if (
        first.moments
        or finer.unit not in _FINER.get(Recurrence(coarser.unit), ())
        or _are_listed(first, second, cursor)
    ):
        return group
    # «раз в месяц по средам», «ежемесячно (по средам)»: on one of them, not on each
    is_counted = any(token.sense is Sense.TIMES for token in cursor.tokens[first.first : first.end])
    if second.moments and (is_counted or coarser.unit in _LONG or is_in_brackets(second, cursor)):
        return with_notes(group, cursor, lambda at: group.items[at] is second)
    return replace(group, items=tuple(item for item in group.items if item is not first))


def _are_listed(first: Item, second: Item, cursor: Cursor) -> bool:
    """Whether two periodicities are told one after another: «ежегодно, ежеквартально»."""
    between = cursor.tokens[first.end : second.first]
    if not between or all(token.kind is TokenKind.OPEN for token in between):
        return False
    return cursor.tokens[second.first].sense is Sense.ADVERB or len(between) > 1
