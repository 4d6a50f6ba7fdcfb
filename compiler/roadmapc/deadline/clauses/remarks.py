"""Words in brackets behind a time, and an event that heads a list: remarks with all that stands in them.

«24 марта (Всемирный день борьбы с туберкулёзом)», «до 25 декабря (бюджет на 2027 год)»,
«каникулы: осенние – 25.10–02.11, зимние – 31.12–11.01».
A bracket that names a day, a month or a series of its own is no remark.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from roadmapc.deadline.ast import Current, OnDemand, Relative, Scheduled
from roadmapc.deadline.clauses.contents import with_contents
from roadmapc.deadline.clauses.notes import is_plain_event
from roadmapc.deadline.clauses.reports_of_last import with_reports_of_last
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_years
from roadmapc.deadline.words.idioms import Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.deadline.words.verbs import is_infinitive
from roadmapc.source.span import Span

_PERIODICITY, _RULE, _TEXT = ItemKind.PERIODICITY, ItemKind.RULE, ItemKind.TEXT
_DATES = frozenset({ItemKind.MOMENTS, ItemKind.PERIODICITY})
_ADJECTIVAL = ("ый", "ая", "ое", "ого", "ые", "ых", "ую")
_FORMER = ("вместо", "взамен", "перенос", "перенес", "исполнен", "выполнен", "ранее", "было", "факт")
"""Beginnings of words behind which a day stands that is no longer, or no more, the term."""
_HEADED = (ItemKind.TEXT, ItemKind.MOMENTS)
"""What stands behind the colon of a head."""
_COLUMNS = ("срок", "сроки", "дата", "даты")
"""Words with which the name of a column begins that holds the times."""
_SINCE = ("с", "со")
_SHORTEST = 2
"""Items of a bracket that holds words together with what was read in them."""


def with_remarks(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with each remark as one run of words."""
    items = _without_head(items, cursor) if items and items[0].rule is not None else items
    kinds = [item.kind for item in items]
    if _TEXT in kinds and not _DATES.isdisjoint(kinds):
        items = with_contents(items, cursor)
        kinds = [item.kind for item in items]
    if _PERIODICITY in kinds and _TEXT in kinds:
        items = _with_named_series(items, cursor)
    if _RULE in kinds:
        items = _with_names(items, cursor)
    if ItemKind.REPORTED in kinds and cursor.problems.has_brackets:
        items = with_reports_of_last(items, cursor)
    return _with_brackets(items, cursor) if cursor.problems.has_brackets else items


def _with_brackets(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with each bracket that is a remark as one run of words."""
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
                items[at + 1 : end] = [Item(_TEXT, inside[0].first, inside[-1].end, span)]
            end = None
    return items


def _with_named_series(items: list[Item], cursor: Cursor) -> list[Item]:
    """«ежеквартальный отчёт до 10 числа» as «отчёт ежеквартально до 10 числа»."""
    items = items.copy()
    for at, (series, words) in enumerate(pairwise(items)):
        is_beside = series.kind is _PERIODICITY and words.kind is _TEXT
        tokens = cursor.tokens
        is_adjective = is_beside and tokens[series.first].text.endswith(_ADJECTIVAL)
        if is_adjective and series.end == words.first and tokens[words.first].sense is Sense.PURPOSE:
            items[at : at + 2] = [words, series]
    return items


def _with_names(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with the prepositions inside of names as words."""
    named = items.copy()
    for at, item in enumerate(items):
        if item.rule is not None and _goes_on_with_name(at, named, cursor):
            named[at] = replace(item, kind=_TEXT, rule=None)
    return named


def _goes_on_with_name(at: int, items: Sequence[Item], cursor: Cursor) -> bool:
    """«Комитету по финансам … внести», «олимпиада по физике – 5 мая», «семинар с учителями – 7 мая»."""
    item, lead = items[at], cursor.tokens[items[at].first].text
    is_by = isinstance(item.rule, Scheduled) and lead == "по" and not idiom_at(cursor.tokens, item.first)
    is_with = (is_plain_event(item) and lead in _SINCE) or (isinstance(item.rule, OnDemand) and lead == "при")
    if not is_by and not is_with:
        return False
    is_behind = at > 0 and items[at - 1].kind is _TEXT and items[at - 1].end == item.first
    kinds = [other.kind for other in items[at + 1 : at + 3]]
    if kinds[:1] == [ItemKind.LABEL] and kinds[-1] in _DATES:
        return is_by or is_behind
    return is_by and is_behind and any(map(is_infinitive, cursor.tokens))


def _is_remark(inside: Sequence[Item], cursor: Cursor) -> bool:
    """Whether words stand in a bracket together with no more than events and years, or with a former day."""
    if inside and cursor.tokens[inside[0].first].text.startswith(_FORMER):
        return True
    content = [item for item in inside if item.kind not in SIGNS]
    has_words = any(item.kind is _TEXT for item in content)
    has_read = any(item.kind is not _TEXT for item in content)
    return len(content) >= _SHORTEST and has_words and has_read and all(map(_may_be_remark, content))


def _may_be_remark(item: Item) -> bool:
    if item.kind is ItemKind.MOMENTS:
        return all(isinstance(moment.stretch, Current) or is_years(moment.stretch) for moment in item.moments)
    return item.kind in (_TEXT, _RULE)


def _is_heading(first: Item, items: Sequence[Item], cursor: Cursor) -> bool:
    """«Дата проведения: 5 мая», «срок проведения – до 1 июня»: the name of the column, no document."""
    words = [token.text for token in cursor.tokens[first.first : first.end]]
    is_name = words[0] in _COLUMNS and len(words) == _SHORTEST
    return is_name and items[1].kind is ItemKind.LABEL and items[2].kind in _DATES


def _without_head(items: list[Item], cursor: Cursor) -> list[Item]:
    """«каникулы: осенние – …»: the event says what the labelled times are of."""
    first = items[0]
    is_event = isinstance(first.rule, Relative) and first.rule.direction is None
    if len(items) > _SHORTEST and isinstance(first.rule, Scheduled) and _is_heading(first, items, cursor):
        return items[2:]
    if len(items) < _SHORTEST or not (is_event or meaning_at(cursor.tokens, 0) is Meaning.RESULTS):
        return items
    is_counted = isinstance(first.rule, Relative) and first.rule.offset is not None
    is_head = cursor.tokens[items[1].first].kind is TokenKind.COLON and not is_counted
    is_list = is_head and items[2].kind in _HEADED if len(items) > _SHORTEST else False
    is_dated = any(item.kind is ItemKind.MOMENTS for item in items)
    return [replace(first, kind=ItemKind.ASIDE, rule=None), *items[1:]] if is_list and is_dated else items
