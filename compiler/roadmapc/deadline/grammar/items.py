"""A phrase as a row of items: moments, periodicities, references, words and signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import IntEnum, auto
from typing import NamedTuple

from roadmapc.deadline.ast import (
    SINGLE_DAYS,
    Bound,
    Current,
    Direction,
    Moment,
    Part,
    Recurrence,
    Relative,
    Rule,
    Stretch,
    Unit,
)
from roadmapc.deadline.grammar.addresses import STREETS, is_name
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.larger import NAMED_UNITS
from roadmapc.deadline.grammar.moments import read_moments
from roadmapc.deadline.grammar.numbers import read_cardinal, read_numerals
from roadmapc.deadline.grammar.periodicity import read_periodicity
from roadmapc.deadline.grammar.references import read_reference
from roadmapc.deadline.grammar.stretches import read_stretches, unit_of
from roadmapc.deadline.grammar.tails import date_length, read_tail
from roadmapc.deadline.grammar.terms import read_term
from roadmapc.deadline.idioms import Meaning, idiom_at
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.tokens import Kind
from roadmapc.source.span import Span


class ItemKind(IntEnum):
    """What an item is to the clauses."""

    MOMENTS = auto()
    PERIODICITY = auto()
    RULE = auto()
    REPORTED = auto()
    """«за полугодие»: the period that a report is about."""
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
    rule: Rule | None = None
    reported: Stretch | None = None


Reader = Callable[[Cursor], Item | None]


def read_items(cursor: Cursor) -> list[Item]:
    """All items of a phrase."""
    return list(_items(cursor))


def _items(cursor: Cursor) -> Iterator[Item]:
    is_hour_of_limit = False
    while cursor.token.kind is not Kind.END:
        start = cursor.at
        item = _read_item(cursor)
        if item is None:
            cursor.at = start + 1
            item = _item(cursor, start, ItemKind.TEXT)
        if is_hour_of_limit and item.kind is ItemKind.MOMENTS:
            item = item._replace(moments=tuple(_until(moment) for moment in item.moments))
        is_hour_of_limit = item.kind is ItemKind.ASIDE and not _is_end_of_hours(cursor, item)
        yield item


def _is_end_of_hours(cursor: Cursor, item: Item) -> bool:
    """Whether a clock time is not the hour by which a day ends: only «до 12:00 10 июня» is one."""
    before = cursor.tokens[item.first - 1].kind if item.first else Kind.END
    return cursor.tokens[item.first].text != "до" or before in (Kind.CLOCK, Kind.NUMBER, Kind.WORD)


def _until(moment: Moment) -> Moment:
    """«до 12:00 10 июня»: the preposition before the hour is that of the day."""
    is_day = moment.bound is Bound.WITHIN and unit_of(moment.stretch) in SINGLE_DAYS
    return replace(moment, bound=Bound.UNTIL) if is_day and isinstance(moment.stretch, Part) else moment


def _item(cursor: Cursor, start: int, kind: ItemKind) -> Item:
    return Item(kind, start, cursor.at, cursor.span_from(start))


_SIGNS = {
    Kind.COMMA: ItemKind.COMMA,
    Kind.DOT: ItemKind.COMMA,
    Kind.SLASH: ItemKind.COMMA,
    Kind.OPEN: ItemKind.COMMA,
    Kind.CLOSE: ItemKind.COMMA,
    Kind.DASH: ItemKind.LABEL,
    Kind.COLON: ItemKind.LABEL,
    Kind.BREAK: ItemKind.BREAK,
    Kind.CLOCK: ItemKind.ASIDE,
    Kind.OTHER: ItemKind.COMMA,
}


def _read_item(cursor: Cursor) -> Item | None:
    token = cursor.token
    sign = _SIGNS.get(token.kind)
    if sign is not None:
        cursor.advance()
        return Item(sign, cursor.at - 1, cursor.at, token.span)
    for reader in _readers(cursor):
        item = reader(cursor)
        if item is not None:
            return item
    return None


def _readers(cursor: Cursor) -> tuple[Reader, ...]:
    """What the next token may begin, the likeliest first."""
    token = cursor.token
    if token.kind in _BY_KIND:
        return () if is_name(cursor) else _BY_KIND[token.kind]
    found = idiom_at(cursor.tokens, cursor.at)
    if found is not None:
        return _BY_MEANING.get(found[0].meaning, (_reference,))
    if token.word is None:
        return ()
    return _BY_LEMMA[token.word.lemma] if token.word.lemma else _BY_SENSE.get(token.word.sense, ())


def _moments(cursor: Cursor) -> Item | None:
    start = cursor.at
    moments = read_moments(cursor)
    if not moments:
        return None
    return Item(ItemKind.MOMENTS, start, cursor.at, cursor.span_from(start), moments)


def _periodicity(cursor: Cursor) -> Item | None:
    start = cursor.at
    found = read_periodicity(cursor)
    if found is None:
        return None
    span = cursor.span_from(start)
    return Item(ItemKind.PERIODICITY, start, cursor.at, span, found.moments, found.recurrence)


def _term(cursor: Cursor) -> Item | None:
    start = cursor.at
    found = read_term(cursor)
    if found is None:
        return None
    item = _item(cursor, start, ItemKind.RULE)
    if isinstance(found, Moment):
        return item._replace(kind=ItemKind.MOMENTS, moments=(found,))
    return item._replace(rule=found)


def _reference(cursor: Cursor) -> Item | None:
    start = cursor.at
    rule = read_reference(cursor)
    return _item(cursor, start, ItemKind.RULE)._replace(rule=rule) if rule is not None else None


def _results(cursor: Cursor) -> Item | None:
    """«по итогам I квартала» before a date, else an event."""
    start = cursor.at
    found = idiom_at(cursor.tokens, cursor.at)
    cursor.at = found[1] if found is not None else start
    each = _after_each(cursor, start)
    if each is not None:
        return each
    reported = _read_reported(cursor)
    if reported is not None:
        item = _item(cursor, start, ItemKind.REPORTED)
        if cursor.token.kind is not Kind.END:
            return item._replace(reported=reported)
        return item._replace(
            kind=ItemKind.RULE, rule=Relative(cursor.words_from(start), None, Direction.AFTER)
        )
    cursor.at = start
    return _reference(cursor)


def _event(cursor: Cursor) -> Item | None:
    """«по окончании каждого квартала» before a date is how often, else an event."""
    start = cursor.at
    found = idiom_at(cursor.tokens, cursor.at)
    cursor.at = found[1] if found is not None else start
    each = _after_each(cursor, start)
    if each is None:
        cursor.at = start
    return each or _reference(cursor)


def _after_each(cursor: Cursor, start: int) -> Item | None:
    """«каждого полугодия» after «по итогам», if the day of the report follows."""
    if cursor.token.sense is not Sense.EACH:
        return None
    before = cursor.at
    found = read_periodicity(cursor)
    if found is None or found.moments or cursor.token.kind is Kind.END:
        cursor.at = before
        return None
    item = _item(cursor, start, ItemKind.PERIODICITY)
    return item._replace(recurrence=found.recurrence, reported=Current(found.recurrence.unit))


def _reported(cursor: Cursor) -> Item | None:
    """«за полугодие», «за 9 месяцев»."""
    start = cursor.at
    if not cursor.take_lemma("за"):
        return None
    reported = _read_reported(cursor)
    if reported is None or (cursor.token.text == "до" and not date_length(cursor, 1)):
        cursor.at = start
        return None
    return _item(cursor, start, ItemKind.REPORTED)._replace(reported=reported)


def _read_reported(cursor: Cursor) -> Stretch | None:
    start = cursor.at
    months = read_cardinal(cursor)
    if months and cursor.token.unit is Unit.MONTH:
        cursor.advance()
        return Part(Unit.MONTH, min(months, 12), Current(Unit.YEAR))
    cursor.at = start
    cursor.take(Sense.REPORTED)
    found = read_stretches(cursor)
    if len(found) == 1 and unit_of(found[0].stretch) not in (Unit.DAY, Unit.WORKING_DAY):
        return found[0].stretch
    cursor.at = start
    return None


def _sign(kind: ItemKind) -> Reader:
    def read(cursor: Cursor) -> Item | None:
        cursor.advance()
        return _item(cursor, cursor.at - 1, kind)

    return read


def _clock(cursor: Cursor) -> Item | None:
    """«10 часов», «10 ч. 30 мин.»."""
    if cursor.peek().sense is not Sense.CLOCK:
        return None
    start = cursor.at
    while cursor.token.kind is Kind.NUMBER and cursor.peek().sense is Sense.CLOCK:
        cursor.advance(2)
        cursor.skip_dot()
    return _item(cursor, start, ItemKind.ASIDE)


def _clock_after_preposition(cursor: Cursor) -> Item | None:
    """«в 15:00», «с 10-00 до 16-00»."""
    start = cursor.at
    cursor.advance()
    if cursor.token.kind is Kind.CLOCK:
        cursor.advance()
        cursor.skip_dot() if cursor.take(Sense.CLOCK) else None
        return _item(cursor, start, ItemKind.ASIDE)
    item = _clock(cursor) if cursor.token.kind is Kind.NUMBER else None
    if item is None:
        cursor.at = start
        return None
    return _item(cursor, start, ItemKind.ASIDE)


def _street(cursor: Cursor) -> Item | None:
    """«ул. 8 Марта», «ул. 40 лет Октября»: a date in the name of a street."""
    start = cursor.at
    if cursor.token.text not in STREETS:
        return None
    cursor.advance()
    cursor.skip_dot()
    is_numbered = cursor.skip(Kind.NUMBER)
    cursor.take_text("лет")
    if not is_numbered or not cursor.take(Sense.MONTH):
        cursor.at = start
        return None
    return _item(cursor, start, ItemKind.TEXT)


def _tail(kind: ItemKind) -> Reader:
    """Words with all that belongs to them: «по состоянию на 1 января», «кроме лета»."""

    def read(cursor: Cursor) -> Item | None:
        start = cursor.at
        cursor.advance()
        read_tail(cursor, is_own=kind is ItemKind.TEXT)
        return _item(cursor, start, kind)

    return read


def _besides(cursor: Cursor) -> Item | None:
    start = cursor.at
    cursor.advance(2)
    return _item(cursor, start, ItemKind.BESIDES)


def _weekday(cursor: Cursor) -> Item | None:
    start = cursor.at
    word = cursor.take(Sense.WEEKDAY)
    if word is None or word.unit is None:
        return None
    cursor.skip_dot()
    item = _item(cursor, start, ItemKind.WEEKDAY)
    stretch = Part(word.unit, 1, Current(Unit.WEEK))
    return item._replace(recurrence=Recurrence(Unit.WEEK), moments=(Moment(stretch, span=item.span),))


def _during(cursor: Cursor) -> Item | None:
    """«в осенний месячник», «на зимних каникулах»: an event, not a season."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    cursor.take(Sense.SEASON)
    found = idiom_at(cursor.tokens, cursor.at)
    item = _reference(cursor) if found is not None and found[0].meaning is Meaning.DURING else None
    if item is None or not isinstance(item.rule, Relative):
        cursor.at = start
        return None
    rule = replace(item.rule, event=cursor.words_from(start))
    return _item(cursor, start, ItemKind.RULE)._replace(rule=rule)


def _named_period(cursor: Cursor) -> Item | None:
    """«в предвыборный период»: a time that no calendar knows."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    named = cursor.at
    while cursor.token.kind is Kind.WORD and cursor.token.word is None:
        cursor.advance()
    if cursor.at == named or not cursor.token.text.startswith("период"):
        cursor.at = start
        return None
    cursor.advance()
    read_tail(cursor)
    return _item(cursor, start, ItemKind.RULE)._replace(rule=Relative(cursor.words_from(start)))


def _campaign(cursor: Cursor) -> Item | None:
    """«неделя добра», «День здоровья»: an event called by a unit."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    cursor.take(Sense.SEASON)
    unit = cursor.token.unit
    if unit not in NAMED_UNITS or cursor.peek().kind is not Kind.WORD or cursor.peek().word is not None:
        cursor.at = start
        return None
    read_tail(cursor)
    item = _item(cursor, start, ItemKind.RULE)
    return item._replace(rule=Relative(cursor.words_from(start)))


def _numbered_reference(cursor: Cursor) -> Item | None:
    """«1 четверть»: a number belongs to the event behind it."""
    start = cursor.at
    numerals = read_numerals(cursor)
    found = idiom_at(cursor.tokens, cursor.at) if numerals else None
    item = _reference(cursor) if found is not None and found[0].meaning is Meaning.DURING else None
    if item is None or not isinstance(item.rule, Relative):
        cursor.at = start
        return None
    rule = replace(item.rule, event=cursor.words_from(start))
    return _item(cursor, start, ItemKind.RULE)._replace(rule=rule)


_NUMERAL: tuple[Reader, ...] = (_clock, _periodicity, _moments, _term, _numbered_reference)
_UNIT: tuple[Reader, ...] = (_moments,)
_BY_KIND: dict[Kind, tuple[Reader, ...]] = {
    Kind.DATE: (_moments,),
    Kind.MONTH: (_moments,),
    Kind.NUMBER: _NUMERAL,
    Kind.ROMAN: (_moments, _numbered_reference),
}
_BY_MEANING: dict[Meaning, tuple[Reader, ...]] = {
    Meaning.WITHIN: (_term, _moments, _reference),
    Meaning.NOT_LATER: (_term, _moments),
    Meaning.UNTIL: (_term, _moments, _reference),
    Meaning.SINCE: (_moments,),
    Meaning.AT_LEAST: (_periodicity, _term),
    Meaning.WHOLE_PLAN: (_moments, _reference),
    Meaning.FEAST: (_moments,),
    Meaning.RESULTS: (_results,),
    Meaning.AFTER: (_event,),
    Meaning.DURING: (_moments, _reference),
    Meaning.ASIDE: (_tail(ItemKind.ASIDE),),
    Meaning.BESIDES: (_besides,),
    Meaning.EXCEPT: (_tail(ItemKind.TEXT),),
}
_BY_SENSE: dict[Sense, tuple[Reader, ...]] = {
    Sense.MONTH: (_moments,),
    Sense.SEASON: (_moments, _during, _campaign),
    Sense.EDGE: (_moments,),
    Sense.CURRENT: _UNIT,
    Sense.NEXT: _UNIT,
    Sense.REPORTED: _UNIT,
    Sense.CALENDAR: _UNIT,
    Sense.ACADEMIC: _UNIT,
    Sense.UNIT: (_moments, _campaign),
    Sense.CARDINAL: _NUMERAL,
    Sense.ORDINAL: _NUMERAL,
    Sense.TERM: (_term,),
    Sense.TIMES: (_periodicity,),
    Sense.ADVERB: (_periodicity,),
    Sense.EACH: (_periodicity,),
    Sense.WHOLE: _UNIT,
    Sense.CLOCK: (_sign(ItemKind.ASIDE),),
    Sense.WEEKDAY: (_weekday,),
    Sense.PLACE: (_street,),
    Sense.AND: (_sign(ItemKind.COMMA),),
    Sense.THEN: (_sign(ItemKind.THEN),),
    Sense.FILLER: (_sign(ItemKind.COMMA),),
}
_BY_LEMMA: dict[str, tuple[Reader, ...]] = {
    "до": (_clock_after_preposition, _moments, _term, _reference),
    "к": (_clock_after_preposition, _moments, _reference),
    "с": (_clock_after_preposition, _moments, _reference),
    "от": (_reference,),
    "по": (_periodicity, _moments, _reference),
    "в": (_clock_after_preposition, _periodicity, _term, _moments, _during, _campaign, _named_period),
    "на": (_moments, _term, _during, _campaign, _named_period),
    "за": (_reported, _term, _periodicity),
    "через": (_term,),
    "после": (_reference,),
    "перед": (_moments, _reference),
}
