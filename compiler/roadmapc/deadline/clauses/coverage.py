"""The rule of coverage: a time enters a calendar only if the words around it are accounted for.

A day that is named in full stands whatever is beside it. A unit at hand («года», «месяца»), a month in an
oblique case, a bare weekday or a bare periodicity may be a piece of what was not understood: beside a day it
is a note, alone it is an error.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, Self

from roadmapc.deadline.ast import LIMITS, Current, Mark, Moment, NamedYear, Role, Unreadable
from roadmapc.deadline.clauses.groups import Group
from roadmapc.deadline.codes import UNAPPLIED_EXCEPTION, UNCOVERED_TIME
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_of_unnamed_year, is_years, month_of, root, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span
from roadmapc.text.dates import MONTHS_BY_CASE

_TIMES = (ItemKind.MOMENTS, ItemKind.PERIODICITY, ItemKind.WEEKDAY)
_GENITIVE = frozenset(MONTHS_BY_CASE[1])
_OBLIQUE = frozenset(name for case in MONTHS_BY_CASE[1:] for name in case) - frozenset(MONTHS_BY_CASE[0])
_SELF_CONTAINED = (
    Meaning.WITHIN,
    Meaning.DURING,
    Meaning.WHOLE_PLAN,
    Meaning.NOT_LATER,
    Meaning.UNTIL,
    Meaning.SINCE,
)
"""Words that open a time: what stands before them is no part of it."""
_BLANKS = re.compile(r"\s*")
_WEAK = ("в", "на")
"""Prepositions that may as well belong to the words before: «2 раза … в год»."""


class _Touched(NamedTuple):
    """Where words that were not understood touch others, with no sign between."""

    starts: dict[int, Span]
    """Unread words by the first letter behind them."""
    ends: frozenset[int]
    """The places behind the last letters before them."""
    glued: frozenset[int]
    """Where they end, with not even a blank behind."""

    @classmethod
    def by(cls, unread: list[Span], text: str) -> Self:
        starts = {_BLANKS.match(text, span.end).end(): span for span in unread}  # type: ignore[union-attr]
        ends = (_end_before(text, span.start) for span in unread)
        return cls(starts, frozenset(ends), frozenset(span.end for span in unread))

    def before(self, item: Item) -> bool:
        """Whether they stand before an item."""
        return item.span.start in self.starts

    def behind(self, item: Item) -> bool:
        """Whether they stand behind it."""
        return item.span.end in self.ends


def _end_before(text: str, at: int) -> int:
    """Where the word before a place ends, if nothing but blanks is between."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def covered(group: Group, cursor: Cursor) -> Group:
    """The group with the times that unread words beside them may change made notes or errors."""
    lost = _lost(group, cursor)
    if lost:
        return _refused(group, lost, cursor)
    unread = [mark.span for mark in group.marks if mark.role is Role.UNKNOWN]
    if not unread:
        return group
    exception = _exception(unread, cursor) if group.is_periodic else None
    if exception is not None:
        message = f"«{cursor.problems.words(exception)}»: какие сроки остаются, прочитать нельзя"
        cursor.problems.add(UNAPPLIED_EXCEPTION, exception, message, "перечислите сроки, которые остаются")
        return _unreadable(group, cursor)
    touched = _Touched.by(unread, cursor.problems.text)
    torn = {at for at, item in enumerate(group.items) if _may_change(item, touched, cursor)}
    torn |= {*_torn_years(group, touched, cursor), *_torn_ranges(group, touched, cursor)}
    if group.is_garbled and (torn or _is_bare(group)):
        return _unreadable(group, cursor)  # said of the number or the word that is spoiled
    return _without(group, torn, touched, cursor) if torn else group


def _without(group: Group, torn: set[int], touched: _Touched, cursor: Cursor) -> Group:
    """The group with the times that may be pieces of others made notes, if a day is left."""
    times = {at for at, item in enumerate(group.items) if item.kind in _TIMES}
    opened = _open_brackets(cursor)
    bracketed = {at for at in times if opened[group.items[at].first]}
    are_plain = all(_is_at_hand(group.items[at]) or _is_years(group.items[at]) for at in torn)
    if torn <= bracketed and are_plain and times - bracketed:  # «2025 г. (по одному объекту в год)»
        return _as_notes(group, bracketed, touched, cursor)
    exact = [group.items[at] for at in times - torn if _is_exact(group.items[at])]
    years = {root(moment.stretch) for item in exact for moment in item.moments}
    are_dated = bool(exact) and all(isinstance(year, NamedYear) for year in years)
    if exact and all(_is_at_hand(group.items[at]) or are_dated for at in torn):
        return _as_notes(group, torn, touched, cursor)
    return _refused(group, [group.items[at].span for at in torn], cursor)


def _lost(group: Group, cursor: Cursor) -> list[Span]:
    """Months that have lost their day, and blanks that were never filled in."""
    times = _content(group)
    lost = [item.span for before, item in pairwise(times) if _has_lost_day(before, item, cursor)]
    blanks = [item.span for item in group.items if cursor.tokens[item.first].text == "_"]
    return lost or (blanks if times else [])


def _content(group: Group) -> list[Item]:
    return [item for item in group.items if item.kind in _TIMES]


def _has_lost_day(before: Item, item: Item, cursor: Cursor) -> bool:
    """Whether a month in the genitive stands behind a day as if it had one, too: «15 июня (июля)»."""
    is_genitive = item.kind is ItemKind.MOMENTS and cursor.tokens[item.first].text in _GENITIVE
    return is_genitive and _is_exact(before) and before.kind is ItemKind.MOMENTS


def _is_bare(group: Group) -> bool:
    """Whether a group says how often, and names no day."""
    days = (
        moment for item in group.items for moment in item.moments if unit_of(moment.stretch) in SINGLE_DAYS
    )
    return group.is_periodic and not any(days)


def _refused(group: Group, spans: list[Span], cursor: Cursor) -> Group:
    span = Span(min(spans).start, max(spans).end)
    message = f"«{cursor.problems.words(span)}»: рядом непонятые слова, срок мог значить другое"
    hint = "назовите день, месяц или квартал, а пояснение поставьте в скобки"
    cursor.problems.add(UNCOVERED_TIME, span, message, hint)
    return _unreadable(group, cursor)


def _exception(unread: list[Span], cursor: Cursor) -> Span | None:
    """«кроме дней приёма»: an exception that was not understood."""
    starts = {span.start: span for span in unread}
    for at, token in enumerate(cursor.tokens):
        if token.start in starts and meaning_at(cursor.tokens, at) is Meaning.EXCEPT:
            return starts[token.start]
    return None


def _may_change(item: Item, touched: _Touched, cursor: Cursor) -> bool:
    """Whether unread words beside a time may be a part of its name."""
    before, behind = touched.before(item), touched.behind(item)
    if item.kind not in _TIMES or not (before or behind):
        return False
    if item.span.start in touched.glued:  # «15.О3.2025»
        return True
    token = cursor.tokens[item.first]
    is_led = meaning_at(cursor.tokens, item.first) in _SELF_CONTAINED or (
        token.sense is Sense.PREPOSITION and token.text not in _WEAK
    )
    if _is_at_hand(item):
        return behind or not is_led
    if item.kind is not ItemKind.MOMENTS:  # «каждую … пятницу», but not «планёрка по пятницам»
        is_bare_weekday = bool(item.moments) and token.sense is Sense.WEEKDAY
        return is_bare_weekday and before
    if before and token.text in _OBLIQUE:
        return True
    is_part = any(
        unit_of(moment.stretch) not in SINGLE_DAYS and not month_of(moment.stretch) for moment in item.moments
    )
    return is_part and behind and any(_is_of_something(moment) for moment in item.moments)


def _is_at_hand(item: Item) -> bool:
    """Whether an item is nothing but «год», «месяц», «неделя»."""
    return bool(item.moments) and all(isinstance(moment.stretch, Current) for moment in item.moments)


def _open_brackets(cursor: Cursor) -> list[bool]:
    """Of each token, whether a bracket is open before it."""
    opened = [False]
    for token in cursor.tokens:
        is_open = token.kind is TokenKind.OPEN or (opened[-1] and token.kind is not TokenKind.CLOSE)
        opened.append(is_open)
    return opened


def _is_of_something(moment: Moment) -> bool:
    """Whether a part is of a unit that is not named, as «вторая неделя» is."""
    return not is_of_unnamed_year(moment.stretch) and not is_years(moment.stretch)


def _ends_with_day(item: Item, cursor: Cursor) -> bool:
    """Whether a number and a word stand before a year: «1 сетября 2023 г.» has lost its month."""
    tokens, at = cursor.tokens, item.first
    return at > 1 and tokens[at - 1].is_unknown and tokens[at - 2].kind is TokenKind.NUMBER


def _torn_years(group: Group, touched: _Touched, cursor: Cursor) -> Iterator[int]:
    """A year behind unread words, behind a date: «1 мая … 2021 года»."""
    has_date = False
    for at, item in enumerate(group.items):
        is_year = any(isinstance(moment.stretch, NamedYear) for moment in item.moments)
        if is_year and touched.before(item) and (has_date or _ends_with_day(item, cursor)):
            yield at
        has_date = has_date or bool(item.moments)


def _torn_ranges(group: Group, touched: _Touched, cursor: Cursor) -> Iterator[int]:
    """Times on both sides of unread words, or of unread words and a dash: «2023 … – 2024 годы»."""
    for at, (before, behind) in enumerate(pairwise(group.items)):
        if before.kind is ItemKind.MOMENTS and touched.behind(before):
            is_dash = behind.kind is ItemKind.LABEL and cursor.tokens[behind.first].kind is TokenKind.DASH
            last = at + 1 + is_dash
            item = group.items[last] if last < len(group.items) else before
            is_end = is_dash or touched.before(item)
            is_time = item is not before and item.kind is ItemKind.MOMENTS and not _is_at_hand(item)
            if is_time and is_end and not _are_limits(item):
                yield from (at, last)


def _are_limits(item: Item) -> bool:
    return all(moment.bound in LIMITS for moment in item.moments)


def _is_years(item: Item) -> bool:
    return bool(item.moments) and all(is_years(moment.stretch) for moment in item.moments)


def _is_exact(item: Item) -> bool:
    """Whether all its times are days that are named in full."""
    return bool(item.moments) and all(
        unit_of(moment.stretch) in SINGLE_DAYS and month_of(moment.stretch) > 0 for moment in item.moments
    )


def _as_notes(group: Group, torn: set[int], touched: _Touched, cursor: Cursor) -> Group:
    """A unit joins the unread words that it belongs to: «1 сентября (чьего-то года)»."""
    words = cursor.problems.words
    made = dict.fromkeys(group.items[at].span for at in sorted(torn))
    joined: dict[str, str] = {}
    for unit in made:
        unread = touched.starts.get(unit.start, unit)
        joined[words(unread)] = words(Span(unread.start, unit.end))
    known = set(group.notes)
    notes = [joined.get(note, note) for note in group.notes]
    notes += [whole for part, whole in joined.items() if part not in known]
    marks = tuple(Mark(Role.NOTE, mark.span) if mark.span in made else mark for mark in group.marks)
    items = tuple(item for at, item in enumerate(group.items) if at not in torn)
    return group._replace(items=items, notes=tuple(notes), marks=marks)


def _unreadable(group: Group, cursor: Cursor) -> Group:
    """The group as words in which nothing can be read for certain."""
    span = Span(group.marks[0].span.start, max(mark.span.end for mark in group.marks))
    rule = Unreadable(cursor.problems.words(span))
    item = group.items[0]._replace(kind=ItemKind.RULE, span=span, moments=(), recurrence=None, rule=rule)
    return group._replace(
        items=(item,), exceptions=(), notes=(), audience="", purpose="", reported=(), is_periodic=False
    )
