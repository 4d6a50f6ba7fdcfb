"""Times that have lost a part to the words beside them: «15 июня (июля)», «с ихнего марта по май»."""

from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter

from roadmapc.deadline.ast import LIMITS, Direction, Relative, Role, Scheduled
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.periodicity import DISTRIBUTIVE
from roadmapc.deadline.stretch import period_of, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.source.span import Span
from roadmapc.text.dates import MONTHS_BY_CASE

TIMES = (ItemKind.MOMENTS, ItemKind.PERIODICITY, ItemKind.WEEKDAY)
"""Items that a calendar may hold."""
GOVERNED = frozenset(MONTHS_BY_CASE[1]) | frozenset(MONTHS_BY_CASE[2])
"""Months in the cases in which a day stands before them."""
BLANK = "_"
PERIODS = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR)
_OF_EVENTS = (Role.NOTE, Role.EVENT)
_BEHIND_COUNT = frozenset({"до", "после", "перед", "со", "с", "от"})
"""What leads from a length to the day from which it is counted."""
_TEXT = attrgetter("text")
_LEADS_OF_COUNT = frozenset({"за", "через", "спустя", "позднее", "позже", "ранее", "менее", "чем", "минимум"})
_IN_RANGE = (TokenKind.DASH, TokenKind.COMMA)
_IN_COUNT = frozenset({TokenKind.WORD, TokenKind.DOT, TokenKind.SLASH, TokenKind.NUMBER, *_IN_RANGE})
_NO_COUNT = frozenset({Sense.MONTH, Sense.DATE_OF_MONTH, Sense.AND})
"""Words of a day, behind which nothing is counted."""
_GREATEST_COUNT = 400
"""A greater number is a year: «за 2024 год»."""
_LONGEST_COUNT, _LENGTH_OF_RANGE = 6, 3
"""Tokens before the preposition, «за 10 раб. смен», and before the second number, «за 1,»."""
_RANGE_LEADS = ("с", "со", "по", "до")
"""Prepositions with which the ends of ranges begin."""


def lost_times(group: Group, cursor: Cursor) -> list[Span]:
    """Months that have lost their day, and blanks that were never filled in."""
    times = content_of(group)
    content = [item for item in group.items if item.kind in (*TIMES, ItemKind.RULE)]
    lost = [
        item.span
        for before, item in pairwise((None, *content))
        if item and _has_lost_day(before, item, cursor)
    ]
    if not group.is_periodic and any(_is_after(item) for item in content):
        lost += [item.span for item in content if _is_of_some_month(item)]
    if content_of(group):  # «по итогам … года до 1 февраля»: of which year?
        ended = [item for item in content if cursor.tokens[item.end - 1].unit in PERIODS and _is_after(item)]
        lost += [item.span for item in ended if cursor.tokens[item.end - 2].is_unknown]
    lost += [item.span for before, item in pairwise(group.items[1:]) if _parts_times(before, item, cursor)]
    lost += [item.span for before, item in pairwise(group.items) if _parts_length(before, item, cursor)]
    lost += [item.span for item in group.items if _names_parts(item, cursor)] if times else []
    blanks = [item.span for item in group.items if cursor.tokens[item.first].text == BLANK]
    return lost or (blanks if times else [])


def swallowed_months(group: Group, cursor: Cursor) -> list[Span]:
    """Months that went into the name of an event beside a time: «с ихнего марта по май»."""
    spans: list[Span] = []
    tokens = cursor.tokens
    for mark in group.marks:
        if mark.role not in _OF_EVENTS:
            continue
        last = bisect_left(tokens, mark.span.end, key=attrgetter("end"))
        is_month = tokens[last].sense is Sense.MONTH and tokens[last - 1].is_unknown
        lead = tokens[last - 2]
        if is_month and lead.start == mark.span.start and lead.text in _RANGE_LEADS:
            spans.append(mark.span)
    return spans if spans and content_of(group) else []


def unread_counts(group: Group, cursor: Cursor) -> list[Span]:
    """«за 10 уроков до 15 мая», «за 2–3 дня до 15 мая»: a count before a time of which not all was read."""
    spans: list[Span] = []
    if _LEADS_OF_COUNT.isdisjoint(map(_TEXT, cursor.tokens)):
        return spans
    for item in [item for item in group.items if item.first > 1]:
        before, token = cursor.tokens[item.first - 1], cursor.tokens[item.first]
        is_led = token.text in _BEHIND_COUNT and before.kind not in _IN_RANGE
        lead = None
        if is_led or before.is_unknown:  # «за 10 уроков до … 15 мая»
            is_led = is_led or cursor.tokens[item.first - 2].text in _BEHIND_COUNT
            lead = _lead_of_count(item.first, cursor) if is_led else None
        elif _is_count(token) and before.kind in _IN_RANGE:  # «за 1,5 мес. до 15 мая»
            lead = _lead_of_count(item.first, cursor, longest=_LENGTH_OF_RANGE)
        spans += [Span(lead, item.span.end)] if lead is not None else []
    if not spans:
        return spans
    reported = (
        {mark.span.start for mark in group.marks if mark.role is Role.PURPOSE} if group.reported else ()
    )
    return [span for span in spans if span.start not in reported]


def _lead_of_count(end: int, cursor: Cursor, *, longest: int = _LONGEST_COUNT) -> int | None:
    """Where the words of a length begin that stand just before an index: «за 10 раб. смен»."""
    for at in range(end - 1, max(end - longest, 0), -1):
        token, lead = cursor.tokens[at], cursor.tokens[at - 1]
        lead = cursor.tokens[at - 2] if lead.is_unknown and at > 1 else lead
        if _is_count(token) and lead.text in _LEADS_OF_COUNT:
            return lead.start if at + 1 < end else None
        is_apart = token.kind is TokenKind.COMMA and not cursor.tokens[at + 1].numbers
        if is_apart or token.kind not in _IN_COUNT or token.sense in _NO_COUNT:
            return None
    return None


def _is_count(token: Token) -> bool:
    is_number = token.kind is TokenKind.NUMBER and token.numbers[0] <= _GREATEST_COUNT
    return is_number or token.sense is Sense.CARDINAL


def content_of(group: Group) -> list[Item]:
    """The items of a group that a calendar may hold."""
    return [item for item in group.items if item.kind in TIMES]


def _is_after(item: Item) -> bool:
    rule = item.rule
    return isinstance(rule, Relative) and rule.direction is Direction.AFTER and rule.offset is None


def _names_parts(item: Item, cursor: Cursor) -> bool:
    """«по каким-то месяцам, до 10 числа»: months that were not understood are no document."""
    return isinstance(item.rule, Scheduled) and cursor.tokens[item.end - 1].text in DISTRIBUTIVE


def _is_of_some_month(item: Item) -> bool:
    """Whether an item is a day of no month, which beside an event comes once: «по итогам … до 10 числа»."""
    return item.kind is ItemKind.MOMENTS and any(
        unit_of(moment.stretch) in SINGLE_DAYS and period_of(moment.stretch) is Unit.MONTH
        for moment in item.moments
    )


def _has_lost_day(before: Item | None, item: Item, cursor: Cursor) -> bool:
    """Whether a month in the genitive or dative stands where no day governs it: «15 июня (июля)»."""
    if item.kind is not ItemKind.MOMENTS or cursor.tokens[item.first].text not in GOVERNED:
        return False
    if before is None or before.kind is ItemKind.MOMENTS:  # «по субботам октября и ноября»
        return before is None or cursor.tokens[before.first].text not in GOVERNED
    return before.kind not in TIMES


def _parts_length(before: Item, item: Item, cursor: Cursor) -> bool:
    """Whether a unit stands behind the words that count it: «в течение 10 … дней после 1 июня»."""
    is_event = isinstance(before.rule, Relative | Scheduled) and before.end == item.first
    return is_event and item.kind is ItemKind.MOMENTS and cursor.tokens[item.first].sense is Sense.UNIT


def _parts_times(before: Item, item: Item, cursor: Cursor) -> bool:
    """Whether words with a preposition stand before a time as if it were theirs: «апрель по … октябрь»."""
    is_event = isinstance(before.rule, Relative | Scheduled) and before.end == item.first
    is_month = cursor.tokens[item.first].sense is Sense.MONTH  # «с марта по … май, до 15 числа»
    return is_event and item.kind is ItemKind.MOMENTS and (is_month or not are_limits(item))


def are_limits(item: Item) -> bool:
    """Whether an item is nothing but last days."""
    return all(moment.bound in LIMITS for moment in item.moments)
