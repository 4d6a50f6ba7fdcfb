"""Shifts of camps and the like behind a weekday: «каждый вторник 1 смены», «по средам смены»."""

from roadmapc.deadline.ast import Relative
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.numbers import read_numerals
from roadmapc.deadline.words.lexicon import Sense

SHIFTS = frozenset({"смены", "смен", "заезда", "заездов", "потока", "потоков", "сессии", "сессий"})
"""Words in the genitive for times that only the plan can give days to."""


def read_shift(cursor: Cursor) -> Item | None:
    """A shift in which a weekday comes: its days nobody knows unless the plan names them."""
    start = cursor.at
    if start == 0 or cursor.tokens[start - 1].sense is not Sense.WEEKDAY:
        return None
    read_numerals(cursor)
    if cursor.token.text not in SHIFTS:
        cursor.at = start
        return None
    cursor.advance()
    return cursor.item(ItemKind.RULE, start, rule=Relative(cursor.words_from(start)))
