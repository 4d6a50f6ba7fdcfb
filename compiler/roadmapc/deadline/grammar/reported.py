"""The period that a report is about: «по итогам I квартала», «за 9 месяцев», «по итогам каждого года»."""

from roadmapc.deadline.ast import Current, Direction, NthOf, Relative, Stretch, Unit
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.item import Item, ItemKind, item_from
from roadmapc.deadline.grammar.numbers import read_cardinal
from roadmapc.deadline.grammar.occasions import reference
from roadmapc.deadline.grammar.periodicity import read_periodicity
from roadmapc.deadline.grammar.stretches import read_stretches, unit_of
from roadmapc.deadline.grammar.tails import date_length
from roadmapc.deadline.idioms import idiom_at
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.tokens import TokenKind


def results(cursor: Cursor) -> Item | None:
    """«по итогам I квартала» before a date, else an event."""
    start = cursor.at
    found = idiom_at(cursor.tokens, cursor.at)
    cursor.at = found[1] if found is not None else start
    each = _after_each(cursor, start)
    if each is not None:
        return each
    reported = _read_reported(cursor)
    if reported is not None:
        item = item_from(cursor, start, ItemKind.REPORTED)
        if cursor.token.kind is not TokenKind.END:
            return item._replace(reported=reported)
        return item._replace(
            kind=ItemKind.RULE, rule=Relative(cursor.words_from(start), None, Direction.AFTER)
        )
    cursor.at = start
    return reference(cursor)


def event(cursor: Cursor) -> Item | None:
    """«по окончании каждого квартала» before a date is how often, else an event."""
    start = cursor.at
    found = idiom_at(cursor.tokens, cursor.at)
    cursor.at = found[1] if found is not None else start
    each = _after_each(cursor, start)
    if each is None:
        cursor.at = start
    return each or reference(cursor)


def _after_each(cursor: Cursor, start: int) -> Item | None:
    """«каждого полугодия» after «по итогам», if the day of the report follows."""
    if cursor.token.sense is not Sense.EACH:
        return None
    before = cursor.at
    found = read_periodicity(cursor)
    if found is None or found.moments or cursor.token.kind is TokenKind.END:
        cursor.at = before
        return None
    item = item_from(cursor, start, ItemKind.PERIODICITY)
    return item._replace(recurrence=found.recurrence, reported=Current(found.recurrence.unit))


def reported(cursor: Cursor) -> Item | None:
    """«за полугодие», «за 9 месяцев»."""
    start = cursor.at
    if not cursor.take_lemma("за"):
        return None
    reported = _read_reported(cursor)
    if reported is None or (cursor.token.text == "до" and not date_length(cursor, 1)):
        cursor.at = start
        return None
    return item_from(cursor, start, ItemKind.REPORTED)._replace(reported=reported)


def _read_reported(cursor: Cursor) -> Stretch | None:
    start = cursor.at
    months = read_cardinal(cursor)
    if months and cursor.token.unit is Unit.MONTH:
        cursor.advance()
        return NthOf(Unit.MONTH, min(months, 12), Current(Unit.YEAR))
    cursor.at = start
    cursor.take(Sense.REPORTED)
    found = read_stretches(cursor)
    if len(found) == 1 and unit_of(found[0].stretch) not in (Unit.DAY, Unit.WORKING_DAY):
        return found[0].stretch
    cursor.at = start
    return None
