"""Days beside which another time or an event stands that is not due: the day of a report, of a meeting."""

from collections.abc import Sequence
from dataclasses import replace

from roadmapc.deadline.ast import (
    LIMITS,
    Between,
    Bound,
    Mark,
    Moment,
    NthOf,
    Offset,
    OnDemand,
    Relative,
    Role,
)
from roadmapc.deadline.clauses.codes import SECOND_DATE
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.notes import as_notes, is_in_brackets, is_of_days, is_plain_event, with_notes
from roadmapc.deadline.codes import UNCOVERED_TIME
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.reading.years import year_number
from roadmapc.deadline.stretch import month_of, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_BY = Bound.BY
_BEFORE_DAY = (TokenKind.DASH, TokenKind.COLON, TokenKind.COMMA)
"""Signs between a condition and the day that it brings."""
_BESIDE = 2
"""Items back from a bracket to what stands before it."""
_PARTS = frozenset({Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH})
_WITH_RANGE = 3
"""Items of a length, a sign and the range that it is of."""
_NEAR = 3
"""Items behind a condition among which its day stands."""
_DATIVE = ("дню", "международному", "всероссийскому", "всемирному")
"""Words with which the name of a holiday begins to which something is devoted."""
_BOUNDS = {"к": Bound.BY, "ко": Bound.BY, "до": Bound.UNTIL}
_BOUNDS_OF_BRACKET = {**_BOUNDS, "с": Bound.FROM, "со": Bound.FROM}
"""Prepositions that a day in brackets takes from the event: «с Покрова (14 октября)»."""


def length_of_range(group: Group, cursor: Cursor) -> Group:
    """«3 дня (с 5 по 7 июня)», «две недели – с 15 по 28 сентября»: the days say when that length is."""
    items = group.items
    if len(items) < _WITH_RANGE or items[1].kind not in SIGNS:
        return group
    rule, days = items[0].rule, items[_WITH_RANGE - 1].moments
    is_range = [type(moment.stretch) for moment in days] == [Between]
    is_length = is_range and isinstance(rule, Relative) and rule.event is None
    return with_notes(group, cursor, lambda at: at == 0) if is_length else group


def state_day(group: Group, cursor: Cursor) -> Group:
    """«на 1 июля – до 8 июля»: the day of which a report tells is not the day on which it is due."""

    if "на" not in [cursor.tokens[item.first].text for item in group.items]:
        return group

    def is_state(at: int) -> bool:
        item, behind = group.items[at], group.items[at + 1 : at + 3]
        if cursor.tokens[item.first].text != "на" or not item.moments:
            return False
        if is_in_brackets(item, cursor):  # «до 8 июля (на 1 июля)»
            return any(map(is_of_days, group.items[:at]))
        told = next((told for told in group.items[at + 2 : at + 3] if told.first == item.end + 1), item)
        are_limits = is_of_days(told) and all(moment.bound in LIMITS for moment in told.moments)
        if is_in_brackets(told, cursor) and are_limits:
            return True  # «на 1 января (до 15.01), на конец года (до 05.06)»
        if not is_of_days(item):
            return False
        if len(behind) < 2:
            return False
        is_label = behind[0].kind is ItemKind.LABEL
        return is_label and bool(behind[1].moments) and behind[1].moments[0].bound in LIMITS

    return with_notes(group, cursor, is_state)


def _led_by(items: list[Item], item: Item, cursor: Cursor) -> Item | None:
    """The event just before an item, or before the bracket that it fills: «до Троицы (8 июня)»."""
    is_bracketed = len(items) > 1 and is_in_brackets(item, cursor)
    before = items[-2] if is_bracketed else items[-1] if items else None
    if before is None or before.end != item.first - is_bracketed:
        return None
    if is_plain_event(before):
        return before
    if not is_bracketed or before.kind is not ItemKind.MOMENTS:
        return None
    tokens = cursor.tokens[before.first : before.end]
    names_day = any(token.numbers or token.sense is Sense.MONTH for token in tokens)
    return before if not names_day else None  # «до 1 июля (20 июня)» is two days


def _is_told_by(called: Item, item: Item, *, is_led: bool) -> bool:
    """Whether a bracket says which days are meant: «на Ивана Купала (6–7 июля)», «к Пасхе (до 9 апреля)»."""
    if not is_of_days(called) or not is_of_days(item):
        return False
    names, days = ([moment.stretch for moment in each.moments] for each in (called, item))
    return item.moments[0].bound in LIMITS if is_led else names != days


def _repeats_day(item: Item, items: list[Item], cursor: Cursor) -> bool:
    """«до 8 июня (до Троицы)», «17 декабря (за две недели до начала года)»: by what a day was set."""
    if len(items) < 2 or items[-2].end != item.first - 1 or not is_in_brackets(item, cursor):
        return False
    if not is_of_days(items[-2]):
        return False
    if _is_counted(item) and not _is_counted(items[-2]):
        return not _tells_length(item, items[-2])
    tokens = cursor.tokens[item.first : item.end]
    if tokens[0].text not in _BOUNDS_OF_BRACKET:
        return False
    names_day = any(token.numbers or token.sense is Sense.MONTH for token in tokens)
    return is_plain_event(item) or (is_of_days(item) and not names_day)


def _tells_length(item: Item, day: Item) -> bool:
    """«с 15 мая (10 дней)»: what begins on a day, or is on it, lasts longer than was read."""
    is_length = isinstance(item.rule, Relative) and item.rule.event is None
    are_open = [each.bound not in LIMITS and not isinstance(each.stretch, Between) for each in day.moments]
    return is_length and any(are_open)


def _is_counted(item: Item) -> bool:
    """Whether an item counts from an event or from another time: «за 10 дней до начала смены»."""
    counted = [isinstance(moment.stretch, Offset) for moment in item.moments]
    return any(counted) or (isinstance(item.rule, Relative) and item.rule.offset is not None)


def day_of_meeting(group: Group, cursor: Cursor) -> Group:
    """«к совещанию 25 декабря»: the day is that of the event, and bounded as it is."""
    tokens = cursor.tokens
    if ItemKind.RULE not in [item.kind for item in group.items] and not (
        cursor.problems.has_brackets and TokenKind.OPEN in [tokens[item.first].kind for item in group.items]
    ):
        return group
    items: list[Item] = []
    notes: list[Span] = []
    for item in group.items:
        if _repeats_day(item, items, cursor):
            notes.append(item.span)
            continue
        before = _led_by(items, item, cursor)
        if before is None:
            items.append(item)
            continue
        lemma = tokens[before.first].text
        bounds = _BOUNDS_OF_BRACKET if is_in_brackets(item, cursor) else _BOUNDS
        is_led = lemma in bounds
        if _is_told_by(before, item, is_led=is_led):
            notes.append(before.span)
            items[items.index(before) :] = [item]
        elif not is_led or not is_of_days(item) or item.moments[0].bound in LIMITS:
            items.append(item)
        else:
            notes.append(before.span)
            moments = tuple(replace(moment, bound=bounds[lemma]) for moment in item.moments)
            items[items.index(before) :] = [replace(item, moments=moments)]
    if not notes:
        return group
    words = map(cursor.problems.words, notes)
    marks = as_notes(group.marks, notes)
    return replace(group, items=tuple(items), notes=(*group.notes, *words), marks=marks)


def day_by_name(group: Group, cursor: Cursor) -> Group:
    """«8 июля – День знаний»: a date called by the name of another day stays, and that is said."""
    if not cursor.occasions:
        return group
    items = group.items
    feasts = [
        at for at, item in enumerate(items) if item.moments and item.moments[0].span in cursor.occasions
    ]
    others = [at for at in feasts if at > 1 and at - 2 not in feasts and _is_otherwise(at, items, cursor)]
    for at in others:
        words = cursor.problems.words(items[at].span)
        message = f"«{words}»: по имени это другой день; срок – день, который назван числом"
        cursor.problems.add(SECOND_DATE, items[at].span, message, "проверьте число или уберите имя дня")
    return with_notes(group, cursor, lambda at: at in others)


def day_of_occasion(group: Group, cursor: Cursor) -> Group:
    """«1–3 сентября (акция ко Дню знаний)»: the holiday is what the named days are for."""
    if not cursor.occasions and _BY not in [item.moments[0].bound for item in group.items if item.moments]:
        return group
    feasts = [item for item in group.items if item.moments and item.moments[0].span in cursor.occasions]
    told = [item for at, item in enumerate(group.items) if _tells_of_event(at, group.items, cursor)]
    days = [item for item in group.items if item not in feasts and item not in told and _is_exact(item)]
    bounds = {moment.bound for item in days for moment in item.moments}
    if days and Bound.BY not in bounds and bounds <= LIMITS:
        return with_notes(group, cursor, lambda at: _is_for(at, group.items, cursor))
    if feasts and not days and any(_is_of_window(at, group.items, cursor) for at in range(len(group.items))):
        return with_notes(group, cursor, lambda at: _is_of_window(at, group.items, cursor))
    if not feasts or not days or not bounds.isdisjoint(LIMITS):
        return group

    def is_purpose(at: int) -> bool:
        item = group.items[at]
        name = cursor.tokens[item.first + (cursor.tokens[item.first].sense is Sense.PREPOSITION)].text
        return item in feasts and (item.moments[0].bound is Bound.BY or name in _DATIVE)

    return with_notes(group, cursor, is_purpose)


def _is_of_window(at: int, items: Sequence[Item], cursor: Cursor) -> bool:
    """«первая половина декабря (ко Дню добровольца)»: the holiday in brackets is what the weeks are for."""
    item = items[at]
    if at < _BESIDE or not item.moments or item.moments[0].span not in cursor.occasions:
        return False
    window = items[at - _BESIDE]
    units = {unit_of(moment.stretch) for moment in window.moments}
    is_window = bool(units) and units <= _PARTS and window.moments[0].bound is Bound.WITHIN
    return is_window and is_in_brackets(item, cursor) and _is_by(item)


def _tells_of_event(at: int, items: Sequence[Item], cursor: Cursor) -> bool:
    """«ко Дню Победы, ко Дню города (12 июня)»: whether a bracket is the day of the event before it alone."""
    item, before = items[at], items[at - 2] if at > 1 else None
    is_told = before is not None and before.rule is not None and before.end == item.first - 1
    return is_told and is_in_brackets(item, cursor)


def _is_for(at: int, items: Sequence[Item], cursor: Cursor) -> bool:
    """«до 1 мая, ко Дню Победы», «к началу учебного года, до 25 августа»: what a last day is for."""
    item = items[at]
    tokens = cursor.tokens[item.first : item.end]
    if not is_of_days(item) or any(token.numbers or token.sense is Sense.MONTH for token in tokens):
        return False
    beside = (items[max(at - 2, 0) : at][::-1], items[at + 1 : at + 3])
    is_parted = any(
        len(row) > 1 and cursor.tokens[row[0].first].kind is TokenKind.COMMA and _is_exact(row[1])
        for row in beside
    )
    return is_parted and _is_by(item)


def _is_by(item: Item) -> bool:
    """«к началу учебного года»."""
    return bool(item.moments) and item.moments[0].bound is _BY


def _is_otherwise(at: int, items: Sequence[Item], cursor: Cursor) -> bool:
    """Whether the name at an index, behind a dash or in a bracket, is that of another day than its date."""
    item, sign, before = items[at], items[at - 1], items[at - 2]
    is_beside = sign.kind is ItemKind.LABEL or is_in_brackets(item, cursor)
    named, called = ({_day_of_year(moment) for moment in each.moments} for each in (before, item))
    # «8 июля – День знаний», «первое воскресенье октября – День учителя»
    is_day = any(unit_of(moment.stretch) in SINGLE_DAYS for moment in before.moments)
    return is_beside and is_day and not called <= named


def _day_of_year(moment: Moment) -> tuple[int, int]:
    """The month and the number of a day; of several in a row, of the last."""
    stretch = moment.stretch.last if isinstance(moment.stretch, Between) else moment.stretch
    return month_of(stretch), stretch.ordinal if isinstance(stretch, NthOf) else 0


def day_on_condition(group: Group, cursor: Cursor) -> Group:
    """«до 15 мая (при необходимости – до 1 июня)»: whether the second day is ever due, nobody knows yet."""
    items, left = group.items, list(group.items)
    for at, condition in enumerate(items[1:-1], 2):
        near = items[at : at + _NEAR]  # «при необходимости – с продлением до»
        signs = [
            item for item in near if cursor.tokens[item.first].kind in _BEFORE_DAY or is_plain_event(item)
        ]
        told = next((item for item in near if item not in signs), condition)
        is_second = any(item.first < condition.first and _is_exact(item) for item in items)
        is_month = bool(told.moments) and all(month_of(moment.stretch) for moment in told.moments)
        before = [moment.stretch for item in items[: at - 1] for moment in item.moments]
        # «июнь (в случае принятия закона – сентябрь)»
        is_second = is_second or (is_month and any(map(month_of, before)))
        if not isinstance(condition.rule, OnDemand) or not (is_month or _is_exact(told)) or not is_second:
            continue
        span = Span(condition.span.start, told.span.end)
        words = cursor.problems.words(span)
        message = f"«{words}»: второй день назван на случай; в календарь вошёл только первый"
        hint = "назовите один день, а условие поставьте в текст мероприятия"
        cursor.problems.add(SECOND_DATE, span, message, hint)
        marks = [mark for mark in group.marks if not span.start <= mark.span.start < span.end]
        group = replace(group, notes=(*group.notes, words), marks=(*marks, Mark(Role.NOTE, span)))
        left = [item for item in left if not condition.first <= item.first <= told.first]
    return replace(group, items=tuple(left)) if len(left) < len(items) else group


def _is_exact(item: Item) -> bool:
    """Whether an item is days of named months."""
    return is_of_days(item) and all(_day_of_year(moment)[0] > 0 for moment in item.moments)


def unread_length(group: Group, cursor: Cursor) -> Group:
    """«в течение 20 … дней со дня опубликования (20.02)»: a length that was not read hides what is due."""
    for item in group.items:
        is_event = is_plain_event(item) and meaning_at(cursor.tokens, item.first) is Meaning.WITHIN
        inside = cursor.tokens[item.first : item.end]
        numbers = [token for token in inside if token.numbers]
        is_year = bool(numbers) and year_number(numbers[0]) is not None  # «сезона 2026/27 года»
        if is_event and numbers and not is_year and any(token.unit for token in inside):
            words = cursor.problems.words(item.span)
            message = f"«{words}»: сколько времени, прочитать нельзя"
            cursor.problems.add(UNCOVERED_TIME, item.span, message, "назовите число дней и событие рядом")
            return replace(group, is_refused=True)
    return group
