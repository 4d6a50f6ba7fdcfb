"""A stretch of a phrase that was understood as one thing."""

from collections.abc import Callable
from enum import IntEnum, auto
from typing import NamedTuple

from roadmapc.deadline.ast import Moment, Recurrence, Stretch, TimeRule
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.source.span import Span


class ItemKind(IntEnum):
    """What an item is to the clauses."""

    MOMENTS = auto()
    PERIODICITY = auto()
    RULE = auto()
    REPORTED = auto()
    """«за полугодие»: the period that a report is about."""
    EXCEPTION = auto()
    """«кроме июля»: its moments are those left out."""
    TEXT = auto()
    ASIDE = auto()
    """A clock time."""
    WEEKDAY = auto()
    """A weekday: beside a date a note, alone a series."""
    COMMA = auto()
    LABEL = auto()
    """A dash or colon: what stands before it may name what stands behind."""
    THEN = auto()
    BESIDES = auto()
    """«кроме того»: another rule, apart from the one before."""
    BREAK = auto()


class Item(NamedTuple):
    """A stretch of the phrase that was understood as one thing."""

    kind: ItemKind
    first: int
    """Index of its first token."""
    end: int
    """Index behind its last token."""
    span: Span
    moments: tuple[Moment, ...] = ()
    recurrence: Recurrence | None = None
    rule: TimeRule | None = None
    reported: Stretch | None = None


Reader = Callable[[Cursor], Item | None]
"""What reads one item, or `None` with the cursor where it was or further on."""


def item_from(cursor: Cursor, start: int, kind: ItemKind) -> Item:
    """The tokens from an index to the cursor as one item."""
    return Item(kind, start, cursor.at, cursor.span_from(start))
