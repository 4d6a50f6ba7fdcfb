"""Words of time inside of what names no date: an event, a document, a condition."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from roadmapc.deadline.ast import DeadlineClause, OnDemand, Relative, Role, Scheduled
from roadmapc.deadline.clauses.codes import UNDATED_TIME
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.source.span import Span

_UNDATED = (Relative, Scheduled, OnDemand)
_DATES = frozenset({TokenKind.DATE, TokenKind.MONTH})
_TIMES = frozenset({Sense.MONTH, Sense.WEEKDAY, Sense.DATE_OF_MONTH})
_OWN = ("№", "п", "пп", "ч", "ст", "гл", "от")
_PARTS = ("пункт", "подпункт", "стать", "част", "глав", "раздел")
"""Words behind which numbers are those of a document: «приказу от 10 февраля № 15», «ст. 13.3 Закона»."""
_MADE = ("утвержденн", "согласованн", "подписанн", "изданн", "принят")
"""Beginnings of words that say how a document came to be, with the day of it behind them."""
_SIGNS = frozenset({TokenKind.COMMA, TokenKind.OPEN, TokenKind.DASH})


def say_undated(clauses: Sequence[DeadlineClause], tokens: Sequence[Token], problems: Problems) -> None:
    """Say that a clause without a date names a time all the same."""
    for clause in clauses:
        if not isinstance(clause.rule, _UNDATED):
            continue
        named = next(_times_named(clause, tokens), None)
        if named is not None:
            words = problems.words(named)
            message = f"«{words}» – время, но у срока «{problems.quote(clause.span)}» даты нет"
            hint = "назовите последний день срока; если это часть названия, поставьте её в кавычки"
            problems.add(UNDATED_TIME, named, message, hint)
            return


def _times_named(clause: DeadlineClause, tokens: Sequence[Token]) -> Iterator[Span]:
    """The times in the words of an event, unless they are those of a document."""
    for mark in clause.marks:
        if mark.role is not Role.EVENT:
            continue
        first = bisect_left(tokens, mark.span.start, key=attrgetter("start"))
        last = bisect_left(tokens, mark.span.end, key=attrgetter("start"))
        is_own = is_made = False
        for before, token in pairwise((tokens[max(first - 1, 0)], *tokens[first:last])):
            is_named = before.text in _OWN or before.text.startswith(_PARTS)
            is_own = is_named or (is_own and (before.kind is TokenKind.DOT or bool(before.numbers)))
            is_made = (is_made or before.text.startswith(_MADE)) and token.kind not in _SIGNS
            if (token.kind in _DATES or token.sense in _TIMES) and not (is_own or is_made):
                yield token.span
