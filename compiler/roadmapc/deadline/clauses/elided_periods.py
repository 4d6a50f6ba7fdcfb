"""Periods whose unit is not said again: «в I квартале – по вторникам, во втором – по средам»."""

from collections.abc import Sequence

from roadmapc.deadline.ast import THIS_YEAR, Between, Bound, Current, Moment, NthOf, Stretch
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import root
from roadmapc.deadline.unit import SEVERAL_MONTHS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_MOMENTS, _LABEL, _TEXT = ItemKind.MOMENTS, ItemKind.LABEL, ItemKind.TEXT
_IN = ("в", "во")
_FEWEST = 7
"""Items of the shortest such words: a period, its dash and its rhythm, a comma, and the same again."""


def with_elided_periods(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with such words as periods of the unit that stands before them."""
    if len(items) < _FEWEST or _TEXT not in [item.kind for item in items]:
        return items
    read: list[Item] = []
    for at, item in enumerate(items):
        is_behind = item.kind is _LABEL and at + 1 < len(items) and _is_rhythm(items[at + 1])
        period = _period(read, cursor) if is_behind and read and read[-1].kind is _TEXT else None
        if period is not None:
            while read[-1].first >= period.first:
                read.pop()
            read.append(period)
        read.append(item)
    return read


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
    named = [moment.stretch for item in before if item.kind is _MOMENTS for moment in item.moments]
    stretch = _named(cursor, word.first, named)
    if stretch is None:
        return None
    span = Span(first.span.start, word.span.end)
    return Item(_MOMENTS, first.first, word.end, span, (Moment(stretch, Bound.WITHIN, span),))


def _named(cursor: Cursor, at: int, named: Sequence[Stretch]) -> Stretch | None:
    """«второе» behind «I полугодие», «зимний» behind «летний период»."""
    token = cursor.tokens[at]
    if token.word is not None and token.sense is Sense.SEASON:
        is_behind = any(before.sense is Sense.SEASON for before in cursor.tokens[:at])
        first, last = (
            NthOf(Unit.MONTH, (token.word.number + ahead - 1) % 12 + 1, THIS_YEAR) for ahead in (0, 2)
        )
        return Between(first, last) if is_behind else None
    wholes = [each for each in named if isinstance(each, NthOf) and each.unit in SEVERAL_MONTHS]
    if not wholes:
        return None
    number = token.word.number if token.word is not None and token.sense is Sense.ORDINAL else 0
    number = number or (token.numbers[0] if token.kind is TokenKind.NUMBER else 0)
    return NthOf(wholes[-1].unit, number, wholes[-1].of) if number > wholes[-1].ordinal else None
