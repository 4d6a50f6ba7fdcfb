"""Events beside a date that says when they are: «месячник (сентябрь–октябрь)», «26 июля, День села»."""

from collections.abc import Sequence

from roadmapc.deadline.ast import Between, Direction, OnDemand, Relative, Scheduled
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.notes import is_in_brackets, is_of_days, is_plain_event, with_notes
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import month_of, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_BESIDE = ("в рамках", "в порядке")
"""How the work is done that a date is of: «9 декабря, в рамках недели права»."""
_DOCUMENTS = ("план", "график", "расписан", "циклограмм", "в срок")


def event_of_date(group: Group, cursor: Cursor) -> Group:
    """The date says when the event is."""

    def is_event(at: int) -> bool:
        item = group.items[at]
        if isinstance(item.rule, Scheduled) and item.rule.schedule.lower().startswith(_BESIDE):
            return group.first_date is not None
        is_condition = isinstance(item.rule, OnDemand | Scheduled)  # «27–28 августа (по согласованию)»
        if is_in_brackets(item, cursor) and (is_condition or _is_event(item) or is_plain_event(item)):
            return group.first_date is not None and group.first_date < item.span
        before, behind = group.items[max(at - 2, 0) : at], group.items[at + 1 : at + 3]
        is_preparation = isinstance(item.rule, OnDemand)  # «при подготовке к зиме (июль–август)»
        if _is_before_event(item) or is_preparation:  # «к педсовету (август)»
            is_bracketed = len(behind) > 1 and is_in_brackets(behind[1], cursor)
            return is_bracketed and behind[1].kind is ItemKind.MOMENTS
        is_beside = _is_date_beside(before[::-1], cursor)
        if meaning_at(cursor.tokens, item.first) is Meaning.RESULTS and is_plain_event(item):
            return is_beside  # «20 декабря – по итогам II четверти»
        is_told = is_beside or _is_date_beside(behind, cursor) or _has_window(item, before, behind, cursor)
        return _is_event(item) and (is_told or _is_name_of_day(at, group, cursor))

    return with_notes(group, cursor, is_event)


def _is_name_of_day(at: int, group: Group, cursor: Cursor) -> bool:
    """«26 июля, День села»."""
    items = group.items
    is_named = cursor.tokens[items[at].first].unit is Unit.DAY and at > 0
    if not is_named or items[at - 1].kind is not ItemKind.COMMA:
        return False
    units = [[unit_of(moment.stretch) for moment in item.moments] for item in items[:at] if item.moments]
    return any(SINGLE_DAYS.issuperset(of_item) for of_item in units)


def _is_range_of_days(item: Item) -> bool:
    return bool(item.moments) and all(
        isinstance(moment.stretch, Between) and month_of(moment.stretch.last) > 0 and is_of_days(item)
        for moment in item.moments
    )


def _has_window(item: Item, before: Sequence[Item], behind: Sequence[Item], cursor: Cursor) -> bool:
    """«купальный сезон с 15 июня по 25 августа», «осенние каникулы, с 26 октября по 3 ноября»."""
    if behind and behind[0].first == item.end and _is_range_of_days(behind[0]):
        return True
    rows = [row for row in (before[::-1], behind) if len(row) > 1 and row[0].kind is ItemKind.COMMA]
    return _is_time(item, cursor) and any(_is_range_of_days(row[1]) for row in rows)


def _is_before_event(item: Item) -> bool:
    """«до 25 декабря (к совещанию)»."""
    return (
        is_plain_event(item) and isinstance(item.rule, Relative) and item.rule.direction is Direction.BEFORE
    )


def _is_event(item: Item) -> bool:
    """Whether an item names an event or, in one word, a document: «до 1 ноября (план)»."""
    rule = item.rule
    if isinstance(rule, Relative):
        return rule.offset is None and rule.direction is None
    # «до 15 февраля – план-график»: a document to be made, not one that says when
    return isinstance(rule, Scheduled) and (
        item.end == item.first + 1 or rule.schedule.lower().startswith(_DOCUMENTS)
    )


def _is_time(item: Item, cursor: Cursor) -> bool:
    """Whether an event is a time that lasts: «каникулы», «в период каникул»."""
    lead = cursor.tokens[item.first].sense is Sense.PREPOSITION
    meanings = {meaning_at(cursor.tokens, at) for at in (item.first, item.first + lead)}
    return isinstance(item.rule, Relative) and not meanings.isdisjoint((Meaning.WITHIN, Meaning.DURING))


def _is_date_beside(row: Sequence[Item], cursor: Cursor) -> bool:
    """Whether a sign and a date stand beside an event, joined by a dash or the date in brackets."""
    if len(row) < 2 or row[1].kind is not ItemKind.MOMENTS:
        return False
    return row[0].kind is ItemKind.LABEL or cursor.tokens[row[1].first - 1].kind is TokenKind.OPEN
