"""Items that only explain the item beside them: what they say is kept as a note of the clause."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from roadmapc.deadline.ast import (
    LIMITS,
    SOME_PERIOD,
    THIS_YEAR,
    Bound,
    Continuous,
    Current,
    Direction,
    Mark,
    Moment,
    NthOf,
    Recurrence,
    Relative,
    Role,
    Scheduled,
)
from roadmapc.deadline.clauses.groups import Group, Particular
from roadmapc.deadline.clauses.ranges import with_bounded_starts, without_headings
from roadmapc.deadline.codes import UNKNOWN_LIMIT, URGENT
from roadmapc.deadline.own_act import names_own_act
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import month_of, period_of, unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_SPANS = (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)
_SINCE = ("с", "со", "начиная")
_PLAN = Current(Unit.PLAN)
_WEEKLY = Recurrence(Unit.WEEK)
_BARE_UNITS = ((Moment(Current(Unit.WEEK)),), (Moment(Current(Unit.DECADE)),))
_MARKS_OF_UNIT = (Sense.UNIT, Sense.CURRENT, Sense.REPORTED, Sense.CALENDAR, Sense.ACADEMIC)
"""Words with which a unit begins that says of which period the day before it is."""
_DATES = (ItemKind.MOMENTS, ItemKind.PERIODICITY)
_RULES = (ItemKind.RULE, ItemKind.PERIODICITY)
_DOUBTFUL_ALONE = (ItemKind.WEEKDAY, ItemKind.RULE)
_TIMES = (Meaning.WITHIN, Meaning.DURING)
_FINER = {Recurrence(Unit.YEAR): frozenset(Unit) - {*_SPANS}, Recurrence(Unit.MONTH): frozenset({Unit.WEEK})}
"""Units of the series that go on within a coarser one told before them."""


class Explanation(NamedTuple):
    """A form of words in which one item explains another."""

    phrase: str
    """An example; a case of the corpus."""
    kinds: frozenset[ItemKind]
    """Of items without which a group has no such words."""
    explained: Callable[[Group, Cursor], Group]
    """The group with such items made notes."""


def explained(group: Group, cursor: Cursor) -> Group:
    """The group without the items that explain others: they are notes."""
    if len(group.items) == 1 and group.items[0].kind not in _DOUBTFUL_ALONE:
        return group
    for explanation in _of_kinds(frozenset([item.kind for item in group.items])):
        group = explanation.explained(group, cursor)
    return group


@cache
def _of_kinds(kinds: frozenset[ItemKind]) -> tuple[Explanation, ...]:
    return tuple(explanation for explanation in EXPLANATIONS if explanation.kinds <= kinds)


def _with_notes(group: Group, cursor: Cursor, explains: Callable[[int], bool]) -> Group:
    """The group with the items, told by their index, that explain others made notes."""
    made = set(filter(explains, range(len(group.items))))
    if not made:
        return group
    spans = dict.fromkeys(group.items[at].span for at in sorted(made))
    return group._replace(
        items=tuple(item for at, item in enumerate(group.items) if at not in made),
        notes=(*group.notes, *map(cursor.problems.words, spans)),
        marks=tuple(Mark(Role.NOTE, mark.span) if mark.span in spans else mark for mark in group.marks),
    )


def _urgency(group: Group, cursor: Cursor) -> Group:
    """«срочно» beside a date only stresses it; alone it names no day."""
    if any(item.kind in _DATES for item in group.items):
        return _with_notes(group, cursor, lambda at: _is_urgent(group.items[at], cursor))
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


def _other_days_of_month(group: Group, cursor: Cursor) -> Group:
    """One month of a series has a day of its own: the day of the others is not due in it."""
    items = group.items
    is_monthly = any(item.recurrence is not None and item.recurrence.unit is Unit.MONTH for item in items)
    own = [item for at, item in enumerate(items) if is_monthly and _is_day_in_month(at, items, cursor)]
    if not own or not any(
        period_of(moment.stretch) is Unit.MONTH for item in items for moment in item.moments
    ):
        return group
    months = {month_of(moment.stretch) for item in own for moment in item.moments}
    named = tuple(Moment(NthOf(Unit.MONTH, month, THIS_YEAR)) for month in sorted(months))
    exception = own[0]._replace(kind=ItemKind.EXCEPTION, moments=named)
    return group._replace(exceptions=(*group.exceptions, exception))


def _is_day_in_month(at: int, items: Sequence[Item], cursor: Cursor) -> bool:
    """«в декабре – до 20», «в декабре – до 20 декабря»: the month or its day stands at the index."""
    item, behind = items[at], items[at + 2 : at + 3]
    if (
        cursor.tokens[item.first].text not in ("в", "во")
        or cursor.tokens[item.first + 1].sense is not Sense.MONTH
    ):
        return False
    months = {month_of(moment.stretch) for moment in item.moments}
    days = [moment.stretch for other in (item, *behind) for moment in other.moments]
    return any(unit_of(day) is Unit.DAY and month_of(day) in months for day in days)


def _own_act(group: Group, cursor: Cursor) -> Group:
    """«с даты подписания приказа»: the day from which it runs is that of the act."""

    def with_day(item: Item) -> Item:
        rule = item.rule
        is_start = (
            isinstance(rule, Relative) and rule.offset is None and cursor.tokens[item.first].text in _SINCE
        )
        if not is_start or not isinstance(rule, Relative) or not names_own_act(rule.event or ""):
            return item
        day = Moment(Current(Unit.ORDER), Bound.FROM, item.span)
        return item._replace(kind=ItemKind.MOMENTS, rule=None, moments=(day,))

    return group._replace(items=tuple(map(with_day, group.items)))


def _unknown_limit(group: Group, cursor: Cursor) -> Group:
    """A series that goes on during, until or from an event has no dates before the event is known."""
    limit = next((item for item in group.items if _limits_series(item, cursor)), None)
    if limit is None or not any(item.kind is ItemKind.PERIODICITY for item in group.items):
        return group
    words = cursor.problems.words(limit.span)
    message = f"«{words}»: когда это, календарь не знает; дат у ряда нет"
    hint = "назовите месяцы или дни ряда либо дайте этому времени имя и дни в seasons"
    cursor.problems.add(UNKNOWN_LIMIT, limit.span, message, hint)
    content = [item for item in group.items if item.kind not in (ItemKind.COMMA, ItemKind.LABEL)]
    span = Span(content[0].span.start, content[-1].span.end)
    whole = Item(
        *(ItemKind.RULE, content[0].first, content[-1].end, span), rule=Relative(cursor.problems.words(span))
    )
    return group._replace(items=(whole,), exceptions=(), is_periodic=False)


def _limits_series(item: Item, cursor: Cursor) -> bool:
    """«до окончания ремонта», «с момента получения», «в течение сезона»; «после проверки» is a time of its own."""
    rule = item.rule
    if not isinstance(rule, Relative) or rule.offset is not None:
        return False
    if rule.direction is None:
        return _is_during(item, cursor)
    text = cursor.tokens[item.first].text
    return text == "до" if rule.direction is Direction.BEFORE else text in _SINCE


def _is_during(item: Item, cursor: Cursor) -> bool:
    """«в течение сезона», «каникулы», «на каникулах»: a preposition may stand before the idiom."""
    word = cursor.tokens[item.first].word
    leads = (item.first, item.first + 1) if word is not None and word.lemma else (item.first,)
    return any(meaning_at(cursor.tokens, at) in _TIMES for at in leads)


def _once(group: Group, cursor: Cursor) -> Group:
    """Beside another date the word only says that it does not come again."""
    dates = [item.moments[0].stretch for item in group.items if item.moments]
    if len(dates) < 2 or _PLAN not in dates:
        return group
    tokens, items = cursor.tokens, group.items
    return _with_notes(group, cursor, lambda at: meaning_at(tokens, items[at].first) is Meaning.ONCE)


def _unit_of_days(group: Group, cursor: Cursor) -> Group:
    """The days say which week it is, or the unit of which period they are: «до 10 июля отчётного полугодия»."""

    def is_unit(at: int) -> bool:
        item = group.items[at]
        is_at_hand = bool(item.moments) and isinstance(item.moments[0].stretch, Current)
        if not is_at_hand or item.kind is not ItemKind.MOMENTS:
            return False
        before = group.items[at - 1] if at else None
        is_behind_days = before is not None and before.end == item.first and _is_of_days(before)
        if is_behind_days and cursor.tokens[item.first].sense in _MARKS_OF_UNIT:
            return True
        if item.moments not in _BARE_UNITS:
            return False
        return any(map(_is_of_days, (*group.items[max(at - 2, 0) : at], *group.items[at + 1 : at + 3])))

    return _with_notes(group, cursor, is_unit)


def _is_of_days(item: Item) -> bool:
    return any(unit_of(moment.stretch) is Unit.DAY for moment in item.moments)


def _weekdays(group: Group, cursor: Cursor) -> Group:
    """A weekday beside a date only repeats it; beside «еженедельно» it says which day, alone it comes every week."""
    items, weekdays = group.items, [item for item in group.items if item.kind is ItemKind.WEEKDAY]
    if any(
        item.kind is ItemKind.PERIODICITY and item.recurrence == _WEEKLY and not item.moments
        for item in items
    ):
        moments = tuple(moment for weekday in weekdays for moment in weekday.moments)
        items = tuple(
            item._replace(moments=moments) if item.recurrence == _WEEKLY else item
            for item in items
            if item.kind is not ItemKind.WEEKDAY
        )
        return group._replace(items=items)
    dates = [item for item in items if item.kind is ItemKind.MOMENTS]
    if any(not isinstance(moment.stretch, Current) for item in dates for moment in item.moments):
        named = _with_notes(group, cursor, lambda at: items[at].kind is ItemKind.WEEKDAY)
        repeated = (Particular(item.span, weekdays=tuple(map(_unit, item.moments))) for item in weekdays)
        return named._replace(notes=group.notes, particulars=(*group.particulars, *repeated))
    items = tuple(
        item._replace(kind=ItemKind.PERIODICITY) if item.kind is ItemKind.WEEKDAY else item for item in items
    )
    return group._replace(items=items, is_periodic=True)


def _unit(moment: Moment) -> Unit:
    return unit_of(moment.stretch)


def _span_of_continuous(group: Group, cursor: Cursor) -> Group:
    """What has no end does not end with the year at hand."""
    rules = [item.rule for item in group.items if item.kind in _RULES]
    if not all(isinstance(rule, Continuous) for rule in rules):
        return group
    return _with_notes(group, cursor, lambda at: _names_span(group.items[at]))


def _names_span(item: Item) -> bool:
    return item.kind is ItemKind.MOMENTS and all(
        moment.bound is Bound.WITHIN and isinstance(moment.stretch, Current) and moment.stretch.unit in _SPANS
        for moment in item.moments
    )


def _start(group: Group, cursor: Cursor) -> Group:
    """Between an event and a day, the day to control is the last one."""
    if not all(moment.bound in LIMITS for item in group.items for moment in item.moments):
        return group

    def is_start(at: int) -> bool:
        item = group.items[at]
        is_event = _is_after(item) and isinstance(item.rule, Relative) and item.rule.offset is None
        return is_event and cursor.tokens[item.first].text in _SINCE

    return _with_notes(group, cursor, is_start)


def _is_after(item: Item) -> bool:
    return isinstance(item.rule, Relative) and item.rule.direction is Direction.AFTER


def _day_of_event(group: Group, cursor: Cursor) -> Group:
    """The event says which day it is, and it is no day of each month."""

    def is_day(at: int) -> bool:
        item = group.items[at]
        end = item.end + (cursor.tokens[item.end].kind is TokenKind.CLOSE)
        behind = [other for other in group.items[at + 1 : at + 3] if other.first == end]
        if item.kind is not ItemKind.MOMENTS or not behind or not _is_after(behind[0]):
            return False
        stretches = [moment.stretch for moment in item.moments]
        return all(isinstance(stretch, NthOf) and stretch.of == SOME_PERIOD for stretch in stretches)

    return _with_notes(group, cursor, is_day)


def _event_of_date(group: Group, cursor: Cursor) -> Group:
    """The date says when the event is."""

    def is_event(at: int) -> bool:
        item = group.items[at]
        if not _is_event(item):
            return False
        if _is_in_brackets(item, cursor):
            return group.first_date is not None and group.first_date < item.span
        before, behind = group.items[max(at - 2, 0) : at], group.items[at + 1 : at + 3]
        return _is_date_beside(before[::-1], cursor) or _is_date_beside(behind, cursor)

    return _with_notes(group, cursor, is_event)


def _is_event(item: Item) -> bool:
    """Whether an item names an event or, in one word, a document: «до 1 ноября (план)»."""
    rule = item.rule
    if isinstance(rule, Relative):
        return rule.offset is None and rule.direction is None
    return isinstance(rule, Scheduled) and item.end == item.first + 1


def _is_date_beside(row: Sequence[Item], cursor: Cursor) -> bool:
    """Whether a sign and a date stand beside an event, joined by a dash or the date in brackets."""
    if len(row) < 2 or row[1].kind is not ItemKind.MOMENTS:
        return False
    return row[0].kind is ItemKind.LABEL or cursor.tokens[row[1].first - 1].kind is TokenKind.OPEN


def _is_in_brackets(item: Item, cursor: Cursor) -> bool:
    opens = cursor.tokens[item.first - 1].kind is TokenKind.OPEN
    return opens and cursor.tokens[item.end].kind is TokenKind.CLOSE


def _finer_series(group: Group, cursor: Cursor) -> Group:
    """The coarser series only says that the finer one goes on, or the finer one its days."""
    periodic = [(item, item.recurrence) for item in group.items if item.recurrence is not None]
    if len(periodic) < 2:
        return group
    (first, coarser), (second, finer) = periodic[:2]
    if first.moments or finer.unit not in _FINER.get(coarser, ()) or _are_listed(first, second, cursor):
        return group
    # «раз в месяц по средам», «ежемесячно (по средам)»: on one of them, not on each
    is_counted = any(token.sense is Sense.TIMES for token in cursor.tokens[first.first : first.end])
    if second.moments and (is_counted or _is_in_brackets(second, cursor)):
        return _with_notes(group, cursor, lambda at: group.items[at] is second)
    return group._replace(items=tuple(item for item in group.items if item is not first))


def _are_listed(first: Item, second: Item, cursor: Cursor) -> bool:
    """Whether two periodicities are told one after another: «ежегодно, ежеквартально»."""
    between = cursor.tokens[first.end : second.first]
    if not between or all(token.kind is TokenKind.OPEN for token in between):
        return False
    return cursor.tokens[second.first].sense is Sense.ADVERB or len(between) > 1


_DATE, _WEEKDAY = frozenset({ItemKind.MOMENTS}), frozenset({ItemKind.WEEKDAY})
_PERIODICITY, _RULE = frozenset({ItemKind.PERIODICITY}), frozenset({ItemKind.RULE})

EXPLANATIONS = (
    Explanation("срочно, до 5 мая 2021 года", _RULE, _urgency),
    Explanation("осенний месячник (сентябрь-октябрь)", _RULE | _DATE, _event_of_date),
    Explanation("с даты подписания приказа по 30 мая", _RULE, _own_act),
    Explanation("ежеквартально в течение отопительного сезона", _RULE | _PERIODICITY, _unknown_limit),
    Explanation("ежемесячно до 25 числа, в декабре – до 20", _DATE | _PERIODICITY, _other_days_of_month),
    Explanation("с 1 июня, но не позднее 20 августа", _DATE, with_bounded_starts),
    Explanation("Апрель, с 14 по 18 апреля", _DATE, without_headings),
    Explanation("однократно, до 1 марта", _DATE, _once),
    Explanation("неделя с 12 по 16 октября", _DATE, _unit_of_days),
    Explanation("16.03 (вт)", _WEEKDAY, _weekdays),
    Explanation("постоянно в течение года", _RULE | _DATE, _span_of_continuous),
    Explanation("с момента утверждения плана до 31.12.2021", _RULE | _DATE, _start),
    Explanation("в первую субботу после каникул", _RULE | _DATE, _day_of_event),
    Explanation("ежегодно 1 раз в квартал", _PERIODICITY, _finer_series),
)
"""In the order in which they are tried."""
