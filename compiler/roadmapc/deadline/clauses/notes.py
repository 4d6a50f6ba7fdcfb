"""Items made notes, and what the tables of explanations ask of an item."""

from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from roadmapc.deadline.ast import Mark, Relative, Role
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.reading.cursor import Cursor, Item
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_CLOSE, _DAY, _OPEN = TokenKind.CLOSE, Unit.DAY, TokenKind.OPEN


def with_notes(group: Group, cursor: Cursor, explains: Callable[[int], bool]) -> Group:
    """The group with the items, told by their index, that explain others made notes."""
    made = set(filter(explains, range(len(group.items))))
    if not made:
        return group
    spans = dict.fromkeys(group.items[at].span for at in sorted(made))
    return replace(
        group,
        items=tuple(item for at, item in enumerate(group.items) if at not in made),
        notes=(*group.notes, *map(cursor.problems.words, spans)),
        marks=as_notes(group.marks, spans),
    )


def as_notes(marks: Iterable[Mark], spans: Container[Span]) -> tuple[Mark, ...]:
    """Marks of which those at some places are notes."""
    return tuple([Mark(Role.NOTE, mark.span) if mark.span in spans else mark for mark in marks])


def is_in_brackets(item: Item, cursor: Cursor) -> bool:
    """Whether an item fills a bracket."""
    opens = cursor.tokens[item.first - 1].kind is _OPEN
    return opens and cursor.tokens[item.end].kind is _CLOSE


def is_of_days(item: Item) -> bool:
    """Whether an item names a day, or days in a row."""
    return _DAY in [unit_of(moment.stretch) for moment in item.moments]


def is_plain_event(item: Item) -> bool:
    """Whether an item is an event, with no length counted from it."""
    return isinstance(item.rule, Relative) and item.rule.offset is None
