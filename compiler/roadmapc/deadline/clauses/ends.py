"""Ends of a range of which a bracket or a colon says the year, or the part of the year.

«2026 (IV кв.) – 2027 (II кв.)», «декабрь (2026) – март (2027)», «2026: май – 2028: май».
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from roadmapc.deadline.ast import LIMITS, Between, Bound, Moment, NamedYear, Stretch
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.notes import is_in_brackets
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import in_year, is_of_unnamed_year, joined, root
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_SHORTEST = 5
"""Items of a range with a colon at one of its ends: «2026: май – 2028»."""
_AFTER_COLON, _IN_BRACKETS = 3, 4
"""Items of an end that says its year, or its part of a year, apart."""


class _End(NamedTuple):
    """What stands at one end of a range."""

    stretch: Stretch
    bound: Bound
    length: int
    """Its items; one if it says both in one."""


def with_years_of_ends(group: Group, cursor: Cursor) -> Group:
    """The group with each range of such ends as one time."""
    if len(group.items) < _SHORTEST:
        return group
    items = list(group.items)
    at = 0
    while at < len(items):
        first = _end(items, at, cursor)
        behind = at + first.length if first is not None else at
        is_signed = behind < len(items) and cursor.tokens[items[behind].first].kind is TokenKind.DASH
        last = _end(items, behind + is_signed, cursor) if first is not None else None
        if first is not None and last is not None and _are_ends(first, last, is_signed=is_signed):
            end = behind + is_signed + last.length
            span = Span(items[at].span.start, items[end - 1].span.end)
            moment = Moment(_joined(first.stretch, last.stretch), Bound.WITHIN, span)
            items[at:end] = [replace(items[at], end=items[end - 1].end, span=span, moments=(moment,))]
        at += 1
    return replace(group, items=tuple(items)) if len(items) < len(group.items) else group


def _are_ends(first: _End, last: _End, *, is_signed: bool) -> bool:
    """Whether a dash, or «с … по …», makes a range of two times, one of them with a bracket."""
    bounds = (first.bound, last.bound)
    is_range = bounds == (Bound.WITHIN, Bound.WITHIN) if is_signed else bounds[0] is Bound.FROM
    is_closed = is_signed or bounds[1] in LIMITS
    return is_range and is_closed and first.length + last.length > _AFTER_COLON


def _joined(first: Stretch, last: Stretch) -> Stretch:
    """«2026 г. (III–IV кв.) – 2028 г.»: from the first of all to the last of all."""
    first = first.first if isinstance(first, Between) else first
    return joined(first, last.last if isinstance(last, Between) else last)


def _end(items: Sequence[Item], at: int, cursor: Cursor) -> _End | None:
    """The time at an index with its bracket; without a named year nobody knows in which a range lies."""
    outer = items[at].moments if at < len(items) else ()
    if len(outer) != 1 or items[at].kind is not ItemKind.MOMENTS:
        return None
    stretch, bound = outer[0].stretch, outer[0].bound
    behind = items[at + 1 : at + 3]
    is_beside = len(behind) > 1 and len(behind[1].moments) == 1 and behind[1].first == items[at].end + 1
    part = _part(stretch, behind[1].moments[0].stretch) if is_beside else None
    if part is not None and is_in_brackets(behind[1], cursor):
        return _End(part, bound, _IN_BRACKETS)
    if part is not None and cursor.tokens[behind[0].first].kind is TokenKind.COLON:
        return _End(part, bound, _AFTER_COLON)
    return _End(stretch, bound, 1) if isinstance(root(stretch), NamedYear) else None


def _part(outer: Stretch, inner: Stretch) -> Stretch | None:
    """A part of a year, whichever of the two is in the bracket."""
    if isinstance(outer, NamedYear) and is_of_unnamed_year(inner):
        return in_year(inner, outer)
    if isinstance(inner, NamedYear) and is_of_unnamed_year(outer):
        return in_year(outer, inner)
    return None
