"""Rules without a date: events, documents, demands, and the periods that reports are about.

«после проверки», «по графику», «по мере необходимости», «неделя добра», «по итогам I квартала».
"""

from collections.abc import Callable
from dataclasses import replace

from roadmapc.deadline.ast import (
    THIS_YEAR,
    Continuous,
    Current,
    Direction,
    NthOf,
    OnDemand,
    Relative,
    Scheduled,
    Stretch,
    TimeRule,
)
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.moments import read_stretches
from roadmapc.deadline.reading.numbers import read_cardinal, read_numerals
from roadmapc.deadline.reading.parts import NAMED_UNITS
from roadmapc.deadline.reading.periodicity import read_periodicity
from roadmapc.deadline.reading.tails import date_length, read_tail, read_words
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Idiom, Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind, is_mixed

_COUNTED = (Sense.CARDINAL, Sense.ORDINAL, Sense.MONTH)
"""Words behind a preposition that make a date of what follows."""


def _after(words: str) -> Relative:
    return Relative(words, None, Direction.AFTER)


_BY_MEANING: dict[Meaning, Callable[[str], TimeRule]] = {
    Meaning.ON_DEMAND: OnDemand,
    Meaning.SCHEDULE: Scheduled,
    **dict.fromkeys((Meaning.AFTER, Meaning.URGENT, Meaning.RESULTS), _after),
    **dict.fromkeys((Meaning.DURING, Meaning.WITHIN), Relative),
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
        cursor.at = end
        return Continuous()
    rule_of = _BY_MEANING.get(idiom.meaning)
    if rule_of is None:
        return None
    cursor.at = end
    if idiom.meaning is not Meaning.URGENT or cursor.token.kind is TokenKind.WORD:
        read_tail(cursor, is_own=idiom.meaning is Meaning.AFTER)
    is_alone = idiom.meaning is Meaning.WITHIN and cursor.at == end  # «в течение» of nothing
    return rule_of(cursor.words_from(start)) if not is_alone else None


def _read_by_preposition(cursor: Cursor) -> TimeRule | None:
    """«по …» is a schedule, «до …» and «с …» an event, if what follows is no date."""
    start = cursor.at
    lemma = cursor.take_lemma("по", "до", "к", "с", "от", "перед")
    token = cursor.token
    is_event = lemma is not None and token.kind is TokenKind.WORD and token.sense not in _COUNTED
    if not is_event or is_mixed(token.text) or read_words(cursor) is None:
        cursor.at = start
        return None
    words = cursor.words_from(start)
    if lemma == "по":
        return Scheduled(words)
    return Relative(words, None, Direction.AFTER if lemma in ("с", "от") else Direction.BEFORE)


def read_during(cursor: Cursor) -> Item | None:
    """«в осенний месячник», «на зимних каникулах»: an event, not a season."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    cursor.take(Sense.SEASON)
    return _read_called(cursor, start)


def read_numbered_reference(cursor: Cursor) -> Item | None:
    """«1 четверть»: a number belongs to the event behind it."""
    start = cursor.at
    has_number = bool(read_numerals(cursor))
    return _read_called(cursor, start) if has_number else None


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
    if cursor.at == named or not cursor.token.text.startswith("период"):
        cursor.at = start
        return None
    cursor.advance()
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


def read_results(cursor: Cursor) -> Item | None:
    """«по итогам I квартала» before a date, else an event."""
    start = cursor.at
    periodicity = _read_after_each(cursor)
    if periodicity is not None:
        return periodicity
    period = _read_reported_period(cursor)
    if period is None:
        cursor.at = start
        return read_reference(cursor)
    if cursor.token.kind is TokenKind.END:
        return cursor.item(ItemKind.RULE, start, rule=_after(cursor.words_from(start)))
    return cursor.item(ItemKind.REPORTED, start)._replace(reported=period)


def read_after(cursor: Cursor) -> Item | None:
    """«по окончании каждого квартала» before a date is how often, else an event."""
    start = cursor.at
    periodicity = _read_after_each(cursor)
    if periodicity is None:
        cursor.at = start
    return periodicity or read_reference(cursor)


def _read_after_each(cursor: Cursor) -> Item | None:
    """«по итогам каждого полугодия», if the day of the report follows; `None` behind «по итогам»."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = before = idiom[1] if idiom is not None else start
    periodicity = read_periodicity(cursor) if cursor.token.sense is Sense.EACH else None
    is_season = periodicity is not None and periodicity.recurrence.season is not None
    if periodicity is None or is_season or periodicity.moments or cursor.token.kind is TokenKind.END:
        cursor.at = before
        return None
    recurrence = periodicity.recurrence
    period = Current(recurrence.unit)
    return cursor.item(ItemKind.PERIODICITY, start, recurrence=recurrence)._replace(reported=period)


def read_reported(cursor: Cursor) -> Item | None:
    """«за полугодие», «за 9 месяцев»."""
    start = cursor.at
    period = _read_reported_period(cursor) if cursor.take_lemma("за") else None
    if period is None or (cursor.token.text == "до" and not date_length(cursor, 1)):
        cursor.at = start
        return None
    return cursor.item(ItemKind.REPORTED, start)._replace(reported=period)


def _read_reported_period(cursor: Cursor) -> Stretch | None:
    """The period that a report is about; `None` for a day, which no report is about."""
    start = cursor.at
    months = read_cardinal(cursor)
    if months and cursor.token.unit is Unit.MONTH:  # «9 месяцев» end with September
        cursor.advance()
        return NthOf(Unit.MONTH, min(months, 12), THIS_YEAR)
    cursor.at = start
    cursor.take(Sense.REPORTED)
    stretches = read_stretches(cursor)
    if len(stretches) == 1 and unit_of(stretches[0].stretch) not in (Unit.DAY, Unit.WORKING_DAY):
        return stretches[0].stretch
    cursor.at = start
    return None
