"""Items that only explain the item beside them: what they say is kept as a note of the clause."""

from collections.abc import Callable

from roadmapc.deadline.ast import (
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
from roadmapc.deadline.clauses.groups import Group
from roadmapc.deadline.codes import UNKNOWN_LIMIT, URGENT
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_SPANS = (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)
_DATES = (ItemKind.MOMENTS, ItemKind.PERIODICITY)
_RULES = (ItemKind.RULE, ItemKind.PERIODICITY)
_DOUBTFUL_ALONE = (ItemKind.WEEKDAY, ItemKind.RULE)
_LIMITS = (Bound.UNTIL, Bound.NOT_LATER, Bound.BY)


def settle(group: Group, cursor: Cursor) -> None:
    """Make notes of the items that explain others."""
    if len(group.items) == 1 and group.items[0].kind not in _DOUBTFUL_ALONE:
        return
    kinds = {item.kind for item in group.items}
    for kind, work in _SETTLEMENTS:
        if kind in kinds:
            work(group, cursor)


def _settle_explained(group: Group, cursor: Cursor) -> None:
    """A rule and a date of which one explains the other."""
    if group.first_date is None:
        return
    rules = [item.rule for item in group.items if item.kind in _RULES]
    if all(isinstance(rule, Continuous) for rule in rules):
        _make_notes(group, cursor, _names_span)
    if all(moment.bound in _LIMITS for item in group.items for moment in item.moments):
        _make_notes(group, cursor, _is_start)
    _make_notes(group, cursor, _is_day_of_event)
    _make_notes(group, cursor, _is_event_of_date)


def _is_day_of_event(group: Group, cursor: Cursor, at: int) -> bool:
    """«первый рабочий день после каникул»: the event says which, and it is no day of each month."""
    item = group.items[at]
    end = item.end + (cursor.tokens[item.end].kind is TokenKind.CLOSE)
    behind = [each for each in group.items[at + 1 : at + 3] if each.first == end]
    if item.kind is not ItemKind.MOMENTS or not behind:
        return False
    rule = behind[0].rule
    follows = isinstance(rule, Relative) and rule.direction is Direction.AFTER
    return follows and all(
        isinstance(moment.stretch, NthOf) and moment.stretch.of == _SOME_PERIOD for moment in item.moments
    )


_SOME_PERIOD = Current(Unit.PERIOD)


def _settle_urgency(group: Group, cursor: Cursor) -> None:
    """«срочно» beside a date only stresses it; alone it names no day."""
    if any(item.kind in _DATES for item in group.items):
        _make_notes(group, cursor, _is_urgency)
        return
    rules = [item for item in group.items if item.kind is ItemKind.RULE]
    if all(_is_urgent(item, cursor) for item in rules):
        span = rules[0].span
        message = f"«{cursor.problems.words(span)}»: дня в этих словах нет"
        hint = "назовите последний день, например «до 1 сентября 2025 года», или срок от события"
        cursor.problems.add(URGENT, span, message, hint)


def _is_urgency(group: Group, cursor: Cursor, at: int) -> bool:
    return _is_urgent(group.items[at], cursor)


def _is_urgent(item: Item, cursor: Cursor) -> bool:
    """Whether an item is «срочно» without an event."""
    found = idiom_at(cursor.tokens, item.first)
    return found is not None and found[0].meaning is Meaning.URGENT and found[1] == item.end


def _settle_once(group: Group, cursor: Cursor) -> None:
    """«однократно, до 1 марта»: beside another date the word only says that it does not come again."""
    dates = [item.moments[0].stretch for item in group.items if item.moments]
    if len(dates) > 1 and _PLAN in dates:
        _make_notes(group, cursor, _is_once)


_PLAN = Current(Unit.PLAN)


def _is_once(group: Group, cursor: Cursor, at: int) -> bool:
    found = idiom_at(cursor.tokens, group.items[at].first)
    return found is not None and found[0].meaning is Meaning.ONCE


def _settle_units(group: Group, cursor: Cursor) -> None:
    """«неделя с 12 по 16 октября»: the days say which week it is."""
    _make_notes(group, cursor, _is_unit_of_days)


_BARE_UNITS = ((Moment(Current(Unit.WEEK)),), (Moment(Current(Unit.DECADE)),))


def _is_unit_of_days(group: Group, _: Cursor, at: int) -> bool:
    item = group.items[at]
    is_unit = item.kind is ItemKind.MOMENTS and isinstance(item.moments[0].stretch, Current)
    if not is_unit or item.moments not in _BARE_UNITS:
        return False
    beside = [*group.items[max(at - 2, 0) : at], *group.items[at + 1 : at + 3]]
    return any(unit_of(moment.stretch) is Unit.DAY for item in beside for moment in item.moments)


def _settle_limits(group: Group, cursor: Cursor) -> None:
    """«ежемесячно в течение отопительного сезона»: nobody knows where the series ends."""
    if not any(item.kind is ItemKind.PERIODICITY for item in group.items):
        return
    for item in group.items:
        if isinstance(item.rule, Relative) and item.rule.direction is None and _is_during(item, cursor):
            words = cursor.problems.words(item.span)
            message = f"«{words}»: когда это, календарь не знает; ряд прочитан на весь план"
            cursor.problems.add(UNKNOWN_LIMIT, item.span, message, "назовите месяцы или дни ряда")


def _is_during(item: Item, cursor: Cursor) -> bool:
    word = cursor.tokens[item.first].word
    leads = (item.first, item.first + 1) if word is not None and word.lemma else (item.first,)
    found = (idiom_at(cursor.tokens, at) for at in leads)
    return any(idiom is not None and idiom[0].meaning in _TIMES for idiom in found)


_TIMES = (Meaning.WITHIN, Meaning.DURING)


def _settle_weekdays(group: Group, cursor: Cursor) -> None:
    """A weekday beside a date only repeats it; alone it comes every week."""
    if any(item.kind is ItemKind.MOMENTS for item in group.items):
        _make_notes(group, cursor, lambda _, __, at: group.items[at].kind is ItemKind.WEEKDAY)
        return
    for at, item in enumerate(group.items):
        if item.kind is ItemKind.WEEKDAY:
            group.items[at] = item._replace(kind=ItemKind.PERIODICITY)
            group.is_periodic = True


def _make_notes(group: Group, cursor: Cursor, explains: Callable[[Group, Cursor, int], bool]) -> None:
    """Turn the items, told by their index, that explain others into notes."""
    made = {at for at in range(len(group.items)) if explains(group, cursor, at)}
    if not made:
        return
    spans = {group.items[at].span: None for at in sorted(made)}
    group.items = [item for at, item in enumerate(group.items) if at not in made]
    group.notes.extend(map(cursor.problems.words, spans))
    group.marks = [Mark(Role.NOTE, mark.span) if mark.span in spans else mark for mark in group.marks]


def _names_span(group: Group, _: Cursor, at: int) -> bool:
    """«постоянно в течение года»: what has no end does not end with the year at hand."""
    item = group.items[at]
    return item.kind is ItemKind.MOMENTS and all(
        moment.bound is Bound.WITHIN and isinstance(moment.stretch, Current) and moment.stretch.unit in _SPANS
        for moment in item.moments
    )


def _is_start(group: Group, cursor: Cursor, at: int) -> bool:
    """«с момента утверждения плана до 31.12.2023»: the day to control is the last one."""
    item = group.items[at]
    rule = item.rule
    if not isinstance(rule, Relative) or rule.offset is not None or rule.direction is not Direction.AFTER:
        return False
    return cursor.tokens[item.first].text in ("с", "со")


def _is_event_of_date(group: Group, cursor: Cursor, at: int) -> bool:
    """«апрель (месячник)», «месячник (апрель)»: the date says when the event is."""
    item = group.items[at]
    if not _is_event(item):
        return False
    if _is_in_brackets(item, cursor):
        return group.first_date is not None and group.first_date < item.span
    before, behind = group.items[max(at - 2, 0) : at], group.items[at + 1 : at + 3]
    return _is_date_beside(before[::-1], cursor) or _is_date_beside(behind, cursor)


def _is_event(item: Item) -> bool:
    """Whether an item names an event or, in one word, a document: «до 1 ноября (план)»."""
    rule = item.rule
    if isinstance(rule, Relative):
        return rule.offset is None and rule.direction is None
    return isinstance(rule, Scheduled) and item.end == item.first + 1


def _is_date_beside(row: list[Item], cursor: Cursor) -> bool:
    """Whether a sign and a date stand beside an event, joined by a dash or the date in brackets."""
    if len(row) < 2 or row[1].kind is not ItemKind.MOMENTS:
        return False
    return row[0].kind is ItemKind.LABEL or _is_in_brackets(row[1], cursor)


def _is_in_brackets(item: Item, cursor: Cursor) -> bool:
    return (
        cursor.tokens[item.first - 1].kind is TokenKind.OPEN
        and cursor.tokens[item.end].kind is TokenKind.CLOSE
    )


def _drop_coarser(group: Group, cursor: Cursor) -> None:
    """«ежегодно 1 раз в квартал»: every year only says that the finer series goes on."""
    periodic = [item for item in group.items if item.recurrence is not None]
    if len(periodic) < 2 or periodic[0].moments:
        return
    first, second = periodic[:2]
    if not _is_finer(second, first) or _are_listed(first, second, cursor):
        return
    if second.moments and _is_once_a_unit(first, second, cursor):
        _make_notes(group, cursor, lambda _, __, at: group.items[at] is second)
    else:
        group.items.remove(first)


_FINER = {Recurrence(Unit.YEAR): frozenset(Unit) - {*_SPANS}, Recurrence(Unit.MONTH): frozenset({Unit.WEEK})}
"""Units of the series that go on within a coarser one told before them."""


def _is_finer(item: Item, other: Item) -> bool:
    if item.recurrence is None or other.recurrence is None:
        return False
    return item.recurrence.unit in _FINER.get(other.recurrence, ())


def _is_once_a_unit(item: Item, weekday: Item, cursor: Cursor) -> bool:
    """«раз в месяц по средам», «ежемесячно (по средам)»: on one of them, not on each."""
    is_counted = any(token.sense is Sense.TIMES for token in cursor.tokens[item.first : item.end])
    return is_counted or _is_in_brackets(weekday, cursor)


def _are_listed(first: Item, second: Item, cursor: Cursor) -> bool:
    """Whether two periodicities are told one after another: «ежегодно, ежеквартально»."""
    between = cursor.tokens[first.end : second.first]
    if not between or all(token.kind is TokenKind.OPEN for token in between):
        return False
    return cursor.tokens[second.first].sense is Sense.ADVERB or len(between) > 1


_SETTLEMENTS: tuple[tuple[ItemKind, Callable[[Group, Cursor], None]], ...] = (
    (ItemKind.RULE, _settle_urgency),
    (ItemKind.RULE, _settle_limits),
    (ItemKind.MOMENTS, _settle_once),
    (ItemKind.MOMENTS, _settle_units),
    (ItemKind.WEEKDAY, _settle_weekdays),
    (ItemKind.RULE, _settle_explained),
    (ItemKind.PERIODICITY, _drop_coarser),
)
"""What is done if a group has an item of a kind, in this order."""
