"""Times that are called by words alone: the whole period of the plan, the day of a feast."""

from roadmapc.deadline.ast import Current, NthOf, Stretch
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.tokens import TokenKind

_WHOLE_PLAN = (Meaning.WHOLE_PLAN, Meaning.ONCE)
_PLAN_WORDS = (
    *("план", "програм", "дорожн", "карт", "мероприят"),
    *("муниципал", "действ", "реализ", "настоящ"),
)
"""Beginnings of the words that may follow «весь период»."""


def read_idiom(cursor: Cursor) -> Stretch | None:
    """The whole period of the plan, or the day of a feast."""
    idiom, end = idiom_at(cursor.tokens, cursor.at) or (None, cursor.at)
    if idiom is None:
        return None
    if idiom.meaning in _WHOLE_PLAN:
        return _read_plan(cursor, end)
    if idiom.stretch is not None:
        start, cursor.at = cursor.at, end
        if isinstance(idiom.stretch, NthOf):  # a day that moves with Easter is told by its name alone
            cursor.occasions[cursor.span_from(start)] = None
    return idiom.stretch


def _read_plan(cursor: Cursor, end: int) -> Stretch | None:
    """«весь период реализации плана»: unless it is the period of something else."""
    start = cursor.at
    cursor.at = end
    while cursor.token.kind is TokenKind.WORD and cursor.token.text.startswith(_PLAN_WORDS):
        cursor.advance()
    if cursor.token.is_unknown:
        cursor.at = start
        return None
    return Current(Unit.PLAN)
