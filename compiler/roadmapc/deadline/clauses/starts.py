"""A day from which the work goes on, under the period that ends it: «летом, с 15 июня», «май с 15 числа»."""

from dataclasses import replace

from roadmapc.deadline.ast import (
    THIS_MONTH,
    THIS_YEAR,
    Between,
    Bound,
    Current,
    Duration,
    Moment,
    NthOf,
    Stretch,
    Year,
)
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.lengths import last_of_length
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import in_year, last_day_of, month_of, months_taken, replaced, root, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_FROM, _WITHIN, _MOMENTS = Bound.FROM, Bound.WITHIN, ItemKind.MOMENTS
_PERIODS = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
_BETWEEN = (TokenKind.COMMA, TokenKind.DASH, TokenKind.OPEN, TokenKind.COLON)
_LAST_MONTH = 12
_LENGTHS = (Unit.WEEK, Unit.DECADE, Unit.MONTH)


def with_starts_under(group: Group, cursor: Cursor) -> Group:
    """The group with each such period and its day as one window."""
    if _FROM not in [moment.bound for moment in group.moments]:
        return group
    items: list[Item] = []
    at = 0
    while at < len(group.items):
        item = group.items[at]
        behind = _behind(group, at, cursor)
        window = _window(item, group.items[behind]) if behind is not None else None
        items.append(window or item)
        at = at + 1 if window is None or behind is None else behind + 1
    return replace(group, items=tuple(items)) if len(items) < len(group.items) else group


def _behind(group: Group, at: int, cursor: Cursor) -> int | None:
    """The index of the item behind a period, one sign between them at most; `None` if there is none."""
    end = group.items[at].end
    at += 1
    if at < len(group.items) and group.items[at].first == end and cursor.tokens[end].kind in _BETWEEN:
        at, end = at + 1, end + 1
    is_beside = at < len(group.items) and group.items[at].first == end
    return at if is_beside and cursor.tokens[end - 1].sense is not Sense.AND else None


def _window(period: Item, start: Item) -> Item | None:
    """From the day up to the end of the period; `None` if the day is not under it."""
    if period.kind is not _MOMENTS or start.kind is not _MOMENTS:
        return None
    if len(period.moments) != 1 or len(start.moments) != 1 or period.moments[0].bound is not _WITHIN:
        return None
    whole, day = period.moments[0].stretch, start.moments[0].stretch
    if start.moments[0].bound is not _FROM or unit_of(day) not in SINGLE_DAYS or isinstance(day, Between):
        return None
    days = _as_long_as(whole, day) or _up_to_end(whole, day)
    if days is None:
        return None
    span = Span(period.span.start, start.span.end)
    return replace(period, end=start.end, span=span, moments=(Moment(days, _WITHIN, span),))


def _as_long_as(whole: Stretch, day: Stretch) -> Between | None:
    """«неделя с 5 октября»: so long from the day on."""
    unit = whole.unit if isinstance(whole, Current) and whole.unit in _LENGTHS else None
    last = last_of_length(day, Duration(1, unit)) if unit is not None else None
    return Between(day, last) if last is not None else None


def _up_to_end(whole: Stretch, day: Stretch) -> Between | None:
    is_year = whole == THIS_YEAR or isinstance(whole, Year)  # «в течение года, с 1 апреля»
    last = NthOf(Unit.MONTH, _LAST_MONTH, whole) if is_year else whole
    last = last.last if isinstance(last, Between) else last
    if root(day) == THIS_MONTH and isinstance(whole, NthOf) and whole.unit is Unit.MONTH:
        return Between(replaced(day, THIS_MONTH, whole), last_day_of(whole))  # «октябрь с 15 числа»
    year = root(whole)
    if root(day) == THIS_YEAR and isinstance(year, Year):
        day = in_year(day, year)
    is_under = is_year or (unit_of(whole) in _PERIODS and month_of(day) in months_taken(whole))
    last = last_day_of(last) if isinstance(last, NthOf) else last
    return Between(day, last) if is_under and month_of(day) and root(day) == year else None
