"""The first or the last few units of a larger one: «последние три дня месяца»."""

from roadmapc.deadline.ast import Between, Bound, Moment, NthOf
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.numbers import read_cardinal
from roadmapc.deadline.reading.parts import read_container
from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.lexicon import Sense

_UNITS = (Unit.DAY, Unit.WEEK, Unit.DECADE, Unit.MONTH)
_EDGES = (1, -1)
_PLURAL = ("е", "х")
"""Endings of «первые», «последних»."""


def read_several(cursor: Cursor) -> Item | None:
    """A window of days in a row; `None` if the words are no such window."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    if idiom is not None and idiom[0].meaning is Meaning.WITHIN:
        cursor.at = idiom[1]
    cursor.take_lemma("в", "на", "за")
    form = cursor.token.text
    edge = cursor.take(Sense.ORDINAL)
    count = read_cardinal(cursor) if edge is not None and edge.number in _EDGES else None
    is_plural = form.endswith(_PLURAL) and count is not None and count > 1
    unit = _read_unit(cursor) if is_plural else None
    whole = read_container(cursor) if unit is not None else None
    if edge is None or count is None or unit is None or whole is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    if unit in WEEKDAYS:
        ordinals = range(1, count + 1) if edge.number > 0 else range(-count, 0)
        days = tuple(Moment(NthOf(unit, ordinal, whole), Bound.WITHIN, span) for ordinal in ordinals)
        return cursor.item(ItemKind.MOMENTS, start, days)
    outer, inner = NthOf(unit, edge.number, whole), NthOf(unit, edge.number * count, whole)
    stretch = Between(outer, inner) if edge.number > 0 else Between(inner, outer)
    return cursor.item(ItemKind.MOMENTS, start, (Moment(stretch, Bound.WITHIN, span),))


def _read_unit(cursor: Cursor) -> Unit | None:
    working = cursor.take(Sense.WORKING) is not None
    cursor.take(Sense.CALENDAR)
    weekday = cursor.take(Sense.WEEKDAY)
    if weekday is not None:
        return weekday.unit
    word = cursor.take(Sense.UNIT)
    if word is None or word.unit not in _UNITS:
        return None
    return Unit.WORKING_DAY if working and word.unit is Unit.DAY else word.unit
