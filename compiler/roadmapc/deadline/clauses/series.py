"""Series that others limit or explain: by an event, by the day of the act, by a coarser series."""

from dataclasses import replace

from roadmapc.deadline.ast import (
    SOME_PERIOD,
    THIS_MONTH,
    Between,
    Bound,
    Continuous,
    Current,
    Direction,
    Moment,
    OnDemand,
    Recurrence,
    Relative,
    Scheduled,
)
from roadmapc.deadline.clauses.codes import UNKNOWN_LIMIT
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.notes import is_in_brackets, with_notes
from roadmapc.deadline.codes import UNCOVERED_TIME
from roadmapc.deadline.own_act import names_own_act
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.reading.periodicity import EACH_DAY
from roadmapc.deadline.reading.shifts import SHIFTS
from roadmapc.deadline.stretch import month_of, root, unit_of
from roadmapc.deadline.unit import MONTHS_IN_PART, SEVERAL_MONTHS, Unit
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
_SPREAD = (2, 4, 12)
"""Times a year of which one falls in each half-year, quarter or month."""
_TIMES = (Meaning.WITHIN, Meaning.DURING)
_SPANS = (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)
_FINER = {
    Recurrence(Unit.YEAR): frozenset(Unit) - {*_SPANS},
    **{Recurrence(unit): frozenset({Unit.WEEK}) for unit in MONTHS_IN_PART},
}
"""Units of the series that go on within a coarser one told before them."""


def own_act(group: Group, cursor: Cursor) -> Group:
    """«с даты подписания приказа»: the day from which it runs is that of the act."""

    leads = [cursor.tokens[item.first].text for item in group.items if item.rule is not None]
    if not any(lead in _SINCE for lead in leads):
        return group

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


def unplaced_days(group: Group, cursor: Cursor) -> Group:
    """«3 раза в год, последняя пятница», «2 раза в год: весной и осенью, до 15 числа»: of which months?"""
    yearly = [item.recurrence for item in group.items if item.recurrence is not None]
    if len(yearly) != 1 or yearly[0].unit is not Unit.YEAR or yearly[0].times == 1:
        return group
    moments = group.moments
    days = [moment for moment in moments if root(moment.stretch) in (THIS_MONTH, SOME_PERIOD)]
    are_ranges = any(isinstance(moment.stretch, Between) for moment in moments if moment not in days)
    if not days or not (are_ranges or (len(days) == len(moments) and yearly[0].times not in _SPREAD)):
        return group
    words = cursor.problems.words(days[-1].span)
    message = f"«{words}»: каких месяцев этот срок, не сказано"
    cursor.problems.add(UNCOVERED_TIME, days[-1].span, message, "назовите месяцы каждого из сроков")
    return replace(group, is_refused=True)


def comes_in_turn(group: Group) -> bool:
    """Whether its series is «каждые 10 дней»."""
    return group.is_periodic and any(map(_is_each_day, group.items))


def in_each_turn(group: Group, _: Cursor) -> Group:
    """«каждые 10 дней с 10 июня» is each tenth day; without a first day, one of each ten."""
    if not comes_in_turn(group):
        return group
    if any(_begins_on_day(moment) for moment in group.moments):
        return group
    items = tuple(replace(item, moments=()) if _is_each_day(item) else item for item in group.items)
    return replace(group, items=items)


def months_of_turns(group: Group, _: Cursor) -> Group:
    """«раз в 2 месяца (по чётным месяцам)»: the months of the series, and no series of their own."""
    if _EACH_OTHER_MONTH not in [item.recurrence for item in group.items]:
        return group
    items = (
        replace(item, kind=_MOMENTS, recurrence=None)
        if item.recurrence == _YEARLY and all(unit_of(moment.stretch) is _MONTH for moment in item.moments)
        else item
        for item in group.items
    )
    return replace(group, items=tuple(items))


def _is_each_day(item: Item) -> bool:
    is_turn = item.recurrence is not None and item.recurrence != _DAILY  # «ежедневно, и в выходные»
    return is_turn and [moment.stretch for moment in item.moments] == [EACH_DAY]


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
        is_part = (
            cursor.tokens[item.first].sense is Sense.ORDINAL or cursor.tokens[item.end - 1].text in SHIFTS
        )
        return is_part or _is_during(item, cursor)
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
    if not first.moments and finer == _YEARLY and coarser.unit in MONTHS_IN_PART and not second.moments:
        days = [moment.stretch for moment in group.moments]
        if days and all(map(month_of, days)):  # «раз в полугодие, до 1 июля и до 25 декабря каждого года»
            return replace(group, items=tuple(item for item in group.items if item is not first))
    if (
        first.moments
        or finer.unit not in _FINER.get(Recurrence(coarser.unit), ())
        or _are_listed(first, second, cursor)
    ):
        return group
    # «раз в месяц по средам», «ежемесячно (по средам)», «ежеквартально по пятницам»: on one, not on each
    is_counted = any(token.sense is Sense.TIMES for token in cursor.tokens[first.first : first.end])
    if second.moments and (is_counted or coarser.unit in SEVERAL_MONTHS or is_in_brackets(second, cursor)):
        return with_notes(group, cursor, lambda at: group.items[at] is second)
    return replace(group, items=tuple(item for item in group.items if item is not first))


def _are_listed(first: Item, second: Item, cursor: Cursor) -> bool:
    """Whether two periodicities are told one after another: «ежегодно, ежеквартально»."""
    between = cursor.tokens[first.end : second.first]
    if not between or all(token.kind is TokenKind.OPEN for token in between):
        return False
    return cursor.tokens[second.first].sense is Sense.ADVERB or len(between) > 1
