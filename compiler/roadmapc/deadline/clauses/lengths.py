"""A day and how long it lasts from then on: «с 1 июня, продолжительностью 21 день»."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from roadmapc.deadline.ast import (
    Between,
    Bound,
    Direction,
    Moment,
    Relative,
)
from roadmapc.deadline.clauses.groups import Group
from roadmapc.deadline.clauses.notes import with_notes
from roadmapc.deadline.codes import APPROXIMATE
from roadmapc.deadline.existence import is_possible
from roadmapc.deadline.last_days import last_of_length
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import month_of
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.source.span import Span

_WITH_RANGE = 3
"""Items of a length, a sign and the range that it is of."""


def with_lengths(group: Group, cursor: Cursor) -> Group:
    """The group with each such pair as one window."""
    group = with_notes(group, cursor, lambda at: _tells_length(at, group.items))
    items = list(group.items)
    content = [at for at, item in enumerate(items) if item.kind not in SIGNS]
    for first, last in pairwise(content):
        is_limit = meaning_at(cursor.tokens, items[last].first) is Meaning.NOT_LATER
        window = _window(items[first], items[last], cursor.problems) if not is_limit else None
        if window is not None:
            return with_lengths(replace(group, items=(*items[:first], window, *items[last + 1 :])), cursor)
    return group


def _tells_length(at: int, items: Sequence[Item]) -> bool:
    """«3 дня (с 5 по 7 июня)», «две недели – с 15 по 28 сентября»: the days say when that length is."""
    if at or len(items) < _WITH_RANGE or items[1].kind not in SIGNS:
        return False
    rule, days = items[0].rule, items[_WITH_RANGE - 1].moments
    is_range = [type(moment.stretch) for moment in days] == [Between]
    return is_range and isinstance(rule, Relative) and rule.event is None


def _window(start: Item, length: Item, problems: Problems) -> Item | None:
    """From a day on, as long as an item behind it says; `None` if the two are no such pair."""
    rule = length.rule
    moment = start.moments[0] if len(start.moments) == 1 else None
    if moment is None or moment.bound is not Bound.FROM or not is_possible(moment, Problems(problems.text)):
        return None
    if not isinstance(rule, Relative) or rule.event is not None or rule.offset is None:
        return None
    last = last_of_length(moment.stretch, rule.offset) if rule.direction is Direction.AFTER else None
    if last is None or rule.bound is not Bound.NOT_LATER:
        return None
    span = Span(start.span.start, length.span.end)
    words = problems.words(span)
    message = f"«{words}» прочитано по {last.ordinal:02}.{month_of(last):02}: первый день в счёт входит"
    problems.add(APPROXIMATE, span, message, "назовите последний день")
    days = Moment(Between(moment.stretch, last), Bound.WITHIN, span)
    return Item(ItemKind.MOMENTS, start.first, length.end, span, (days,))
