"""Rules without a date: events, documents, demands, and the periods that reports are about.

«после проверки», «по графику», «по мере необходимости», «неделя добра», «по итогам I квартала».
"""

from collections.abc import Callable
from dataclasses import replace

from roadmapc.deadline.ast import (
    Continuous,
    Direction,
    OnDemand,
    Relative,
    Scheduled,
    TimeRule,
)
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.numbers import read_count_of_times, read_numerals
from roadmapc.deadline.reading.tails import (
    NAMED_UNITS,
    is_called,
    read_further_days,
    read_tail,
    read_words,
)
from roadmapc.deadline.words.idioms import Idiom, Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind, is_mixed

_COUNTED = (Sense.CARDINAL, Sense.ORDINAL, Sense.MONTH)
"""Words behind a preposition that make a date of what follows."""
_NAMED_TIMES = ("период", "срок", "сезон")
"""Beginnings of words for a time that the words before them name."""
_LOCATIVE = ("ах", "ях")
_ADJECTIVAL = ("ое", "ый", "ий", "ая", "ые", "ие", "ого", "ых", "ую")


def after_event(words: str) -> Relative:
    """The event that words name, behind which something is due."""
    return Relative(words, None, Direction.AFTER)


_BY_MEANING: dict[Meaning, Callable[[str], TimeRule]] = {
    Meaning.ON_DEMAND: OnDemand,
    Meaning.SCHEDULE: Scheduled,
    **dict.fromkeys((Meaning.AFTER, Meaning.URGENT, Meaning.RESULTS, Meaning.SINCE), after_event),
    **dict.fromkeys((Meaning.DURING, Meaning.WITHIN, Meaning.WHOLE_PLAN), Relative),
}
"""What an idiom makes of its own words and those behind it."""


def read_reference(cursor: Cursor) -> Item | None:
    """«по графику», «после проверки», «постоянно»: a rule with all the words that belong to it."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    rule = _read_idiom(cursor, *idiom) if idiom is not None else _read_by_preposition(cursor)
    return cursor.item(ItemKind.RULE, start, rule=rule) if rule is not None else None


def _read_idiom(cursor: Cursor, idiom: Idiom, end: int) -> TimeRule | None:
    start = cursor.at
    if idiom.meaning is Meaning.CONTINUOUS:
        is_adjective = cursor.tokens[end - 1].text.endswith(_ADJECTIVAL) and end == start + 1
        if is_adjective and cursor.tokens[end].is_unknown:  # «круглосуточное дежурство»
            return None
        cursor.at = end
        return Continuous()
    rule_of = _BY_MEANING.get(idiom.meaning)
    if rule_of is None:
        return None
    cursor.at = end
    is_after = idiom.meaning is Meaning.AFTER
    if idiom.meaning is not Meaning.URGENT or cursor.token.kind is TokenKind.WORD:
        read_tail(cursor, is_own=is_after, is_after=is_after)
    is_of_nothing = idiom.meaning is Meaning.WITHIN and cursor.at == end
    return None if is_of_nothing else rule_of(cursor.words_from(start))


def _read_by_preposition(cursor: Cursor) -> TimeRule | None:
    """«по …» is a schedule, «до …» and «с …» an event, if what follows is no date."""
    start = cursor.at
    lemma = cursor.take_lemma("по", "до", "к", "с", "от", "перед")
    token, is_after = cursor.token, lemma in ("с", "от")
    is_event = lemma is not None and token.kind is TokenKind.WORD and token.sense not in _COUNTED
    if not is_event or is_mixed(token.text) or read_words(cursor, is_after=is_after) is None:
        cursor.at = start
        return None
    read_further_days(cursor, start + 1)  # «по … состоянию на 1 апреля, 1 июля»
    words = cursor.words_from(start)
    rule = Relative(words, None, Direction.AFTER if is_after else Direction.BEFORE)
    return Scheduled(words) if lemma == "по" else rule


def read_during(cursor: Cursor) -> Item | None:
    """«в осенний месячник», «на зимних каникулах»: an event, not a season."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    cursor.take(Sense.SEASON)
    return _read_called(cursor, start)


def read_numbered_reference(cursor: Cursor) -> Item | None:
    """«1 четверть»: a number belongs to the event behind it."""
    start = cursor.at
    if not read_numerals(cursor):
        return None
    unit = cursor.at + (cursor.token.sense is Sense.WORKING)
    if cursor.tokens[unit].unit in NAMED_UNITS and is_called(cursor, unit + 1):  # «последний день приёма»
        read_tail(cursor)
        return cursor.item(ItemKind.RULE, start, rule=Relative(cursor.words_from(start)))
    return _read_called(cursor, start)


def _read_called(cursor: Cursor, start: int) -> Item | None:
    """An event, called by all words from an index; `None` with the cursor there if no event stands here."""
    is_event = meaning_at(cursor.tokens, cursor.at) is Meaning.DURING
    item = read_reference(cursor) if is_event else None
    if item is None or not isinstance(item.rule, Relative):
        cursor.at = start
        return None
    return cursor.item(ItemKind.RULE, start, rule=replace(item.rule, event=cursor.words_from(start)))


def read_named_period(cursor: Cursor) -> Item | None:
    """«в предвыборный период»: a time that no calendar knows."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    named = cursor.at
    while cursor.token.is_unknown:
        cursor.advance()
    words = [token.text for token in cursor.tokens[named : cursor.at]]
    if cursor.is_at_end and start == 0 and any(word.endswith(_LOCATIVE) for word in words):
        return cursor.item(ItemKind.RULE, start, rule=Relative(cursor.words_from(start)))  # «на собраниях»
    if not words or not cursor.token.text.startswith(_NAMED_TIMES):
        cursor.at = start
        return None
    cursor.advance()
    read_tail(cursor)
    return cursor.item(ItemKind.RULE, start, rule=Relative(cursor.words_from(start)))


def read_meeting(cursor: Cursor) -> Item | None:
    """«на педсовете»: an event if nothing else is said; beside a time where it happens is a remark."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = idiom[1] if idiom is not None else start
    read_tail(cursor)
    if start == 0 and cursor.is_at_end:
        return cursor.item(ItemKind.RULE, start, rule=Relative(cursor.words_from(start)))
    return cursor.item(ItemKind.ASIDE, start)


def read_times_in_event(cursor: Cursor) -> Item | None:
    """«не реже двух раз за смену»: how often while something lasts that no calendar knows."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = idiom[1] if idiom is not None else start
    is_counted = read_count_of_times(cursor) is not None and cursor.take_lemma("в", "за", "на") is not None
    is_named = cursor.token.is_unknown or cursor.token.sense is Sense.PURPOSE
    if not is_counted or not is_named:
        cursor.at = start
        return None
    read_tail(cursor)
    return cursor.item(ItemKind.RULE, start, rule=Relative(cursor.words_from(start)))


def read_each_event(cursor: Cursor) -> Item | None:
    """«на каждое заседание комиссии»."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    if not cursor.take(Sense.EACH) or not cursor.token.is_unknown:
        cursor.at = start
        return None
    read_tail(cursor)
    return cursor.item(ItemKind.RULE, start, rule=Relative(cursor.words_from(start)))


def read_campaign(cursor: Cursor) -> Item | None:
    """«неделя добра», «День здоровья»: an event called by a unit."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    cursor.take(Sense.SEASON)
    if cursor.token.unit not in NAMED_UNITS or not cursor.peek().is_unknown:
        cursor.at = start
        return None
    read_tail(cursor)
    return cursor.item(ItemKind.RULE, start, rule=Relative(cursor.words_from(start)))
