"""The whole period of the plan by its name: «весь период реализации плана»."""

from roadmapc.deadline.ast import Current, Stretch
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.tokens import TokenKind

_PLAN_WORDS = (
    *("план", "програм", "дорожн", "карт", "мероприят"),
    *("муниципал", "действ", "реализ", "настоящ"),
)
"""Beginnings of the words that may follow «весь период»."""


def read_plan(cursor: Cursor, end: int) -> Stretch | None:
    """«весь период реализации плана»: unless it is the period of something else."""
    start = cursor.at
    cursor.at = end
    while cursor.token.kind is TokenKind.WORD and cursor.token.text.startswith(_PLAN_WORDS):
        cursor.advance()
    if cursor.token.is_unknown:
        cursor.at = start
        return None
    return Current(Unit.PLAN)
