"""Periods whose unit is not said again: «в I квартале – по вторникам, во втором – по средам»."""

from collections.abc import Sequence

from roadmapc.deadline.ast import THIS_YEAR, Between, Bound, Current, Moment, NthOf, Stretch
from roadmapc.deadline.codes import UNCOVERED_TIME
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import root
from roadmapc.deadline.unit import SEVERAL_MONTHS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_MOMENTS, _LABEL, _TEXT = ItemKind.MOMENTS, ItemKind.LABEL, ItemKind.TEXT
_IN = ("в", "во")
_ENDINGS = ("ый", "ой", "ий", "ое", "ее", "ом", "ем", "ого", "его")
"""Of numbers that a quarter or a half-year may have: «второй», «во втором», but not «вторая группа»."""
_FEWEST = 7
"""Items of the shortest such words: a period, its dash and its rhythm, a comma, and the same again."""


def with_elided_periods(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with such words as periods of the unit that stands before them."""
    if len(items) < _FEWEST or _TEXT not in [item.kind for item in items]:
        return items
    read: list[Item] = []
    for at, item in enumerate(items):
        is_behind = item.kind is _LABEL and at + 1 < len(items) and _is_rhythm(items[at + 1])
        if is_behind and read and read[-1].kind is _TEXT:
            period = _period(read, cursor)
            if period is None:
                _say_unread(read, cursor)
            else:
                read = [*(each for each in read if each.first < period.first), period]
        read.append(item)
    return read


def _say_unread(before: Sequence[Item], cursor: Cursor) -> None:
    """«в I квартале – по вторникам, … во втором – по средам»: words may have torn the name of a period."""
    first = len(before)
    while first and before[first - 1].kind is _TEXT:
        first -= 1
    start, end = before[first].first, before[-1].end
    tokens = cursor.tokens[start:end]
    seasons = [token for token in cursor.tokens if token.sense is Sense.SEASON]
    is_torn = len(seasons) > 1 and any(token in seasons for token in tokens)
    if not is_torn and _wholes(before):
        is_torn = any(token.sense is Sense.ORDINAL and token.text.endswith(_ENDINGS) for token in tokens)
    if is_torn:
        span = Span(before[first].span.start, before[-1].span.end)
        message = f"«{cursor.problems.words(span)}»: какое это время, прочитать нельзя"
        cursor.problems.add(UNCOVERED_TIME, span, message, "назовите период полностью: «II квартал», «зимой»")


def _is_rhythm(item: Item) -> bool:
    """Whether an item says how often, or a day of each month."""
    roots = [root(moment.stretch) for moment in item.moments]
    are_of_each = bool(roots) and all(isinstance(of, Current) and of != THIS_YEAR for of in roots)
    return item.kind in (ItemKind.PERIODICITY, ItemKind.WEEKDAY) or (item.kind is _MOMENTS and are_of_each)


def _period(before: Sequence[Item], cursor: Cursor) -> Item | None:
    """The period that the last words name, of the unit of the last period; `None` if they name none."""
    word = before[-1]
    is_led = len(before) > 1 and before[-2].kind is _TEXT and cursor.tokens[before[-2].first].text in _IN
    first = before[-2] if is_led else word
    if word.end > word.first + 1 or cursor.tokens[first.first - 1].kind not in (
        TokenKind.COMMA,
        TokenKind.BREAK,
    ):
        return None
    stretch = _named(cursor, word.first, before)
    if stretch is None:
        return None
    span = Span(first.span.start, word.span.end)
    return Item(_MOMENTS, first.first, word.end, span, (Moment(stretch, Bound.WITHIN, span),))


def _named(cursor: Cursor, at: int, before: Sequence[Item]) -> Stretch | None:
    """«второе» behind «I полугодие», «зимний» behind «летний период»."""
    token = cursor.tokens[at]
    if token.word is not None and token.sense is Sense.SEASON:
        inside = (cursor.tokens[item.first : item.end] for item in before if item.kind is _MOMENTS)
        is_behind = any(each.sense is Sense.SEASON for tokens in inside for each in tokens)
        months = ((token.word.number + ahead - 1) % 12 + 1 for ahead in (0, 2))
        return Between(*(NthOf(Unit.MONTH, month, THIS_YEAR) for month in months)) if is_behind else None
    wholes = _wholes(before)
    number = token.word.number if token.word is not None and token.sense is Sense.ORDINAL else 0
    number = number or (token.numbers[0] if token.kind is TokenKind.NUMBER else 0)
    is_next = bool(wholes) and number > wholes[-1].ordinal
    return NthOf(wholes[-1].unit, number, wholes[-1].of) if is_next else None


def _wholes(items: Sequence[Item]) -> list[NthOf]:
    """The quarters and half-years that are named."""
    named = [moment.stretch for item in items if item.kind is _MOMENTS for moment in item.moments]
    return [each for each in named if isinstance(each, NthOf) and each.unit in SEVERAL_MONTHS]
