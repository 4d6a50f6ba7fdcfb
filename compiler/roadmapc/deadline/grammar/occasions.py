"""Items that refer to an event or another document: «в осенний месячник», «неделя добра», «2 четверть»."""

from dataclasses import replace

from roadmapc.deadline.ast import Relative
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.item import Item, ItemKind, item_from
from roadmapc.deadline.grammar.larger import NAMED_UNITS
from roadmapc.deadline.grammar.numbers import read_numerals
from roadmapc.deadline.grammar.references import read_reference
from roadmapc.deadline.grammar.tails import read_tail
from roadmapc.deadline.idioms import Meaning, idiom_at
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.tokens import TokenKind


def reference(cursor: Cursor) -> Item | None:
    """«по графику», «после проверки», «постоянно»."""
    start = cursor.at
    rule = read_reference(cursor)
    return item_from(cursor, start, ItemKind.RULE)._replace(rule=rule) if rule is not None else None


def during(cursor: Cursor) -> Item | None:
    """«в осенний месячник», «на зимних каникулах»: an event, not a season."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    cursor.take(Sense.SEASON)
    return _called(cursor, start)


def _called(cursor: Cursor, start: int) -> Item | None:
    """An event, called by all words from an index; `None` with the cursor there if no event stands here."""
    found = idiom_at(cursor.tokens, cursor.at)
    item = reference(cursor) if found is not None and found[0].meaning is Meaning.DURING else None
    if item is None or not isinstance(item.rule, Relative):
        cursor.at = start
        return None
    rule = replace(item.rule, event=cursor.words_from(start))
    return item_from(cursor, start, ItemKind.RULE)._replace(rule=rule)


def named_period(cursor: Cursor) -> Item | None:
    """«в предвыборный период»: a time that no calendar knows."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    named = cursor.at
    while cursor.token.kind is TokenKind.WORD and cursor.token.word is None:
        cursor.advance()
    if cursor.at == named or not cursor.token.text.startswith("период"):
        cursor.at = start
        return None
    cursor.advance()
    read_tail(cursor)
    return item_from(cursor, start, ItemKind.RULE)._replace(rule=Relative(cursor.words_from(start)))


def campaign(cursor: Cursor) -> Item | None:
    """«неделя добра», «День здоровья»: an event called by a unit."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    cursor.take(Sense.SEASON)
    unit = cursor.token.unit
    if unit not in NAMED_UNITS or cursor.peek().kind is not TokenKind.WORD or cursor.peek().word is not None:
        cursor.at = start
        return None
    read_tail(cursor)
    item = item_from(cursor, start, ItemKind.RULE)
    return item._replace(rule=Relative(cursor.words_from(start)))


def numbered_reference(cursor: Cursor) -> Item | None:
    """«1 четверть»: a number belongs to the event behind it."""
    start = cursor.at
    return _called(cursor, start) if read_numerals(cursor) else None
