"""Words in brackets behind a time, and an event that heads a list: remarks with all that stands in them.

«24 марта (Всемирный день борьбы с туберкулёзом)», «до 25 декабря (бюджет на 2027 год)»,
«каникулы: осенние – 25.10–02.11, зимние – 31.12–11.01».
A bracket that names a day, a month or a series of its own is no remark.
"""

from collections.abc import Sequence

from roadmapc.deadline.ast import Current, Relative
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_years
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_DATES = (ItemKind.MOMENTS, ItemKind.PERIODICITY)
_FORMER = ("вместо", "взамен", "перенос", "перенес", "исполнен", "выполнен", "ранее", "было", "факт")
"""Beginnings of words behind which a day stands that is no longer, or no more, the term."""
_SHORTEST = 2
"""Items of a bracket that holds words together with what was read in them."""


def with_remarks(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with each remark as one run of words."""
    items = _without_head(items, cursor) if items and items[0].rule is not None else items
    if "(" not in cursor.problems.text and "[" not in cursor.problems.text:
        return items
    opens = [at for at, item in enumerate(items) if cursor.tokens[item.first].kind is TokenKind.OPEN]
    for at in reversed(opens):
        end = next((place for place in range(at, len(items)) if _closes(items[place], cursor)), len(items))
        inside = items[at + 1 : end]
        is_former = bool(inside) and cursor.tokens[inside[0].first].text.startswith(_FORMER)
        if any(item.kind in _DATES for item in items[:at]) and (is_former or _is_remark(inside)):
            words = Item(
                ItemKind.TEXT,
                inside[0].first,
                inside[-1].end,
                Span(inside[0].span.start, inside[-1].span.end),
            )
            items = [*items[: at + 1], words, *items[end:]]
    return items


def _closes(item: Item, cursor: Cursor) -> bool:
    return cursor.tokens[item.first].kind is TokenKind.CLOSE


def _is_remark(inside: Sequence[Item]) -> bool:
    """Whether words stand in a bracket together with no more than events and years."""
    content = [item for item in inside if item.kind not in SIGNS]
    has_words = any(item.kind is ItemKind.TEXT for item in content)
    has_read = any(item.kind is not ItemKind.TEXT for item in content)
    return len(content) >= _SHORTEST and has_words and has_read and all(map(_may_be_remark, content))


def _may_be_remark(item: Item) -> bool:
    if item.kind is ItemKind.MOMENTS:
        return all(isinstance(moment.stretch, Current) or is_years(moment.stretch) for moment in item.moments)
    return item.kind in (ItemKind.TEXT, ItemKind.RULE)


def _without_head(items: list[Item], cursor: Cursor) -> list[Item]:
    """«каникулы: осенние – …»: the event says what the labelled times are of."""
    first = items[0]
    if len(items) < _SHORTEST or not isinstance(first.rule, Relative) or first.rule.direction is not None:
        return items
    is_head = cursor.tokens[items[1].first].kind is TokenKind.COLON and first.rule.offset is None
    is_list = is_head and items[2].kind is ItemKind.TEXT if len(items) > _SHORTEST else False
    is_dated = any(item.kind is ItemKind.MOMENTS for item in items)
    return [first._replace(kind=ItemKind.ASIDE, rule=None), *items[1:]] if is_list and is_dated else items
