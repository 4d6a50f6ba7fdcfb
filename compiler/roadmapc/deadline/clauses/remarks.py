"""Words in brackets behind a time, and an event that heads a list: remarks with all that stands in them.

«24 марта (Всемирный день борьбы с туберкулёзом)», «до 25 декабря (бюджет на 2027 год)»,
«каникулы: осенние – 25.10–02.11, зимние – 31.12–11.01».
A bracket that names a day, a month or a series of its own is no remark.
"""

from collections.abc import Sequence
from itertools import pairwise

from roadmapc.deadline.ast import Current, Relative, Scheduled
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_years
from roadmapc.deadline.words.idioms import Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.deadline.words.verbs import is_infinitive
from roadmapc.source.span import Span

_DATES = (ItemKind.MOMENTS, ItemKind.PERIODICITY)
_ADJECTIVAL = ("ый", "ая", "ое", "ого", "ые", "ых", "ую")
_FORMER = ("вместо", "взамен", "перенос", "перенес", "исполнен", "выполнен", "ранее", "было", "факт")
"""Beginnings of words behind which a day stands that is no longer, or no more, the term."""
_HEADED = (ItemKind.TEXT, ItemKind.MOMENTS)
"""What stands behind the colon of a head."""
_SHORTEST = 2
"""Items of a bracket that holds words together with what was read in them."""


def with_remarks(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with each remark as one run of words."""
    items = _without_head(items, cursor) if items and items[0].rule is not None else items
    kinds = [item.kind for item in items]
    if ItemKind.PERIODICITY in kinds and ItemKind.TEXT in kinds:
        items = _with_named_series(items, cursor)
    if ItemKind.RULE in kinds and any(map(is_infinitive, cursor.tokens)):
        items = [_as_words(before, item, cursor) for before, item in pairwise((None, *items)) if item]
    if "(" not in cursor.problems.text and "[" not in cursor.problems.text:
        return items
    items = items.copy()
    first_date = next((at for at, item in enumerate(items) if item.kind in _DATES), len(items))
    end: int | None = None
    for at in range(len(items) - 1, first_date, -1):
        sign = cursor.tokens[items[at].first].kind
        if sign is TokenKind.CLOSE:
            end = at
        elif sign is TokenKind.OPEN and end is not None:
            inside = items[at + 1 : end]
            if _is_remark(inside, cursor):
                span = Span(inside[0].span.start, inside[-1].span.end)
                items[at + 1 : end] = [Item(ItemKind.TEXT, inside[0].first, inside[-1].end, span)]
            end = None
    return items


def _with_named_series(items: list[Item], cursor: Cursor) -> list[Item]:
    """«ежеквартальный отчёт до 10 числа» as «отчёт ежеквартально до 10 числа»."""
    items = items.copy()
    for at, (series, words) in enumerate(pairwise(items)):
        is_beside = series.kind is ItemKind.PERIODICITY and words.kind is ItemKind.TEXT
        tokens = cursor.tokens
        is_adjective = is_beside and tokens[series.first].text.endswith(_ADJECTIVAL)
        if is_adjective and series.end == words.first and tokens[words.first].sense is Sense.PURPOSE:
            items[at : at + 2] = [words, series]
    return items


def _as_words(before: Item | None, item: Item, cursor: Cursor) -> Item:
    """«Комитету по финансам … внести»: in a sentence, «по» behind a word goes on with its name."""
    is_behind = before is not None and before.kind is ItemKind.TEXT and before.end == item.first
    is_name = isinstance(item.rule, Scheduled) and cursor.tokens[item.first].text == "по"
    if not is_behind or not is_name or idiom_at(cursor.tokens, item.first):
        return item
    return item._replace(kind=ItemKind.TEXT, rule=None)


def _is_remark(inside: Sequence[Item], cursor: Cursor) -> bool:
    """Whether words stand in a bracket together with no more than events and years, or with a former day."""
    if inside and cursor.tokens[inside[0].first].text.startswith(_FORMER):
        return True
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
    is_event = isinstance(first.rule, Relative) and first.rule.direction is None
    if len(items) < _SHORTEST or not (is_event or meaning_at(cursor.tokens, 0) is Meaning.RESULTS):
        return items
    is_counted = isinstance(first.rule, Relative) and first.rule.offset is not None
    is_head = cursor.tokens[items[1].first].kind is TokenKind.COLON and not is_counted
    is_list = is_head and items[2].kind in _HEADED if len(items) > _SHORTEST else False
    is_dated = any(item.kind is ItemKind.MOMENTS for item in items)
    return [first._replace(kind=ItemKind.ASIDE, rule=None), *items[1:]] if is_list and is_dated else items
