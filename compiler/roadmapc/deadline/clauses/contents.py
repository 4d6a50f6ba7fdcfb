"""Times of what the work is about, not of the work: «договоры, действующие с 1 января», «бюджет на 2027 год».

They are words if another time says when the work is due; alone they stay what they are.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from roadmapc.deadline.ast import Relative, Year
from roadmapc.deadline.codes import UNKNOWN_WORDS
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.years import year_number
from roadmapc.deadline.stretch import is_years, root
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.source.span import Span
from roadmapc.text.regex import regex

_TEXT, _MOMENTS, _COMMA = ItemKind.TEXT, ItemKind.MOMENTS, ItemKind.COMMA
_READ = frozenset({_MOMENTS, ItemKind.PERIODICITY, ItemKind.RULE})
_DATED = frozenset({_MOMENTS, ItemKind.PERIODICITY})
_ENDS = frozenset({_COMMA, ItemKind.LABEL, ItemKind.BREAK, ItemKind.THEN, ItemKind.BESIDES})
_PARTICIPLE = regex(
    r"\w{2,}(?:(?:[ую]щ|[ая]щ|вш)(?:ий|ая|ее|ие|его|ей|их|им|ими|ую|ем)(?:ся)?"
    r"|(?:нн|ем|им)(?:ый|ая|ое|ые|ого|ой|ых|ым|ыми|ую|ому))",
    re.IGNORECASE,
)
_BEFORE_CLAUSE = (TokenKind.COMMA, TokenKind.OPEN)
_LONGEST_LEAD = 2
"""Words with which such a clause begins, up to the participle."""
_PLANNED = "планов"
"""«плановый период»: the years behind that for which a budget is made."""


def with_contents(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with such times as words."""
    tokens = cursor.tokens
    behind_sign = [item.first for item in items if tokens[item.first - 1].kind in _BEFORE_CLAUSE]
    if any(begins_clause(tokens, at) for at in behind_sign):
        items = _with_participles(items, cursor)
    times = [item for item in items if item.kind is _MOMENTS]
    return _with_years_of_names(items, cursor) if len(times) > 1 and any(map(_are_years, times)) else items


def _with_participles(items: list[Item], cursor: Cursor) -> list[Item]:
    """«заключение договоров, действующих с 1 января»: up to the next sign."""
    kept: list[Item] = []
    at = 0
    while at < len(items):
        run = _clause_at(items, at, cursor)
        others = (*kept, *items[at + len(run) :])
        if (
            not run
            or _DATED.isdisjoint([each.kind for each in others])
            or _READ.isdisjoint([each.kind for each in run])
        ):
            kept.append(items[at])
            at += 1
            continue
        words = _as_one(ItemKind.ASIDE, run)
        counted = [item for item in run if isinstance(item.rule, Relative) and item.rule.offset is not None]
        if counted or not _DATED.isdisjoint([item.kind for item in run]):
            said = cursor.problems.words(words.span)
            message = f"слова «{said}» – о содержании; срок в них не прочитан"
            hint = "если это отдельный срок, назовите его через «;»"
            cursor.problems.add(UNKNOWN_WORDS, words.span, message, hint)
        kept.append(words)
        at += len(run)
    return kept


def _clause_at(items: Sequence[Item], at: int, cursor: Cursor) -> Sequence[Item]:
    """The items of a participle clause that begins at an index; empty if none does."""
    if not begins_clause(cursor.tokens, items[at].first):
        return ()
    end = next((behind for behind in range(at, len(items)) if items[behind].kind in _ENDS), len(items))
    return items[at:end]


def begins_clause(tokens: list[Token], at: int) -> bool:
    """Whether a participle stands at an index behind a comma, or at the beginning of a bracket."""
    if at == 0 or tokens[at - 1].kind not in _BEFORE_CLAUSE or not tokens[at].is_unknown:
        return False
    words = tokens[at : at + _LONGEST_LEAD]  # «вновь заключаемых»
    return any(token.is_unknown and _PARTICIPLE.fullmatch(token.text) for token in words)


def _as_one(kind: ItemKind, run: Sequence[Item]) -> Item:
    return Item(kind, run[0].first, run[-1].end, Span(run[0].span.start, run[-1].span.end))


def _with_years_of_names(items: list[Item], cursor: Cursor) -> list[Item]:
    """«бюджет на 2027 год и на плановый период 2028 и 2029 годов»: the years are those of the budget."""
    dated = [item for item in items if item.kind is _MOMENTS and not _are_years(item)]
    # «план на 2026 год до 1 марта» says of which year the day is
    if not any(isinstance(root(moment.stretch), Year) for item in dated for moment in item.moments):
        return items
    items = items.copy()
    at = 1
    while at < len(items):
        name, years = items[at - 1 : at + 1]
        is_beside = name.kind is _TEXT and name.end == years.first
        if is_beside and _are_years(years) and cursor.tokens[years.first].text == "на":
            end = _end_of_plan(items, at + 1, cursor)
            items[at - 1 : end] = [_as_one(_TEXT, items[at - 1 : end])]
        else:
            at += 1
    return items


def names_years(item: Item, tokens: list[Token]) -> bool:
    """Whether words are the name of something with its years: «проект бюджета на 2027 год»."""
    words = tokens[item.first : item.end]
    pairs = pairwise(words)
    return item.kind is _TEXT and any(lead.text == "на" and year_number(year) for lead, year in pairs)


def _are_years(item: Item) -> bool:
    return item.kind is _MOMENTS and all(is_years(moment.stretch) for moment in item.moments)


def _end_of_plan(items: Sequence[Item], at: int, cursor: Cursor) -> int:
    """The index behind «и (на) плановый период» with its years; the same index if it does not follow."""
    behind = at
    while behind < len(items) and items[behind].kind in (_COMMA, _TEXT, ItemKind.RULE):
        behind += 1
        words = cursor.tokens[items[behind - 1].first : items[behind - 1].end]
        if items[behind - 1].kind is ItemKind.RULE:
            return behind if any(token.text.startswith(_PLANNED) for token in words) else at
    names_plan = any(
        token.text.startswith(_PLANNED)
        for item in items[at:behind]
        for token in cursor.tokens[item.first : item.end]
    )
    return behind + 1 if names_plan and behind < len(items) and _are_years(items[behind]) else at
