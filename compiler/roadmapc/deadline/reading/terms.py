"""Terms counted from an event: «в течение 10 рабочих дней со дня …», «за 5 дней до …»."""

from typing import NamedTuple

from roadmapc.deadline.ast import (
    SOME_PERIOD,
    Bound,
    Direction,
    Duration,
    Moment,
    NthOf,
    Offset,
    Relative,
    Stretch,
)
from roadmapc.deadline.codes import COUNTED_BACK
from roadmapc.deadline.reading.bounds import skip_than
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.dated_events import read_dated_event, read_listed_days
from roadmapc.deadline.reading.moments import read_stretches
from roadmapc.deadline.reading.numbers import is_short_term, read_cardinal, read_counted_unit, read_numerals
from roadmapc.deadline.reading.parts import read_container
from roadmapc.deadline.reading.references import end_of_time_before
from roadmapc.deadline.reading.tails import date_length
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_LONGEST = 400
"""Greater counts are years or house numbers."""
_NAMED_PARTS = (Unit.QUARTER, Unit.HALF_YEAR, Unit.DECADE)
"""Units that a number rather names than counts: «в течение 1 квартала»."""
_LEADS = (Meaning.WITHIN, Meaning.NOT_LATER, Meaning.AT_LEAST, Meaning.SINCE)
_MOST_LEADS = 3
_DAYS = (Unit.DAY, Unit.WORKING_DAY)
_EXPIRY = ("по", "до")
"""«по истечении трёх дней», «до истечения трёх дней»."""
_LONGEST_NTH = 8
"""Tokens up to the word for a day: «в срок не позднее, чем на третий рабочий день»."""
_WHICH = ("го", "й", "му")
"""Endings of digits that say which one: «3-го рабочего дня»."""
_SINGULAR = ("дня", "дн", "д", "р.д", "рд")
"""Forms that may say which day: «5 рабочего дня месяца», «5 р.д. мес.»."""
_DAY_AND_MONTH = 2
_DATES = (TokenKind.NUMBER, TokenKind.DATE)
_LONGEST_DATE = 6
"""Tokens in which the end of a range would stand: «с 1 марта 2026 г. по …»."""
_RANGE_WORDS = ("по", "до")
_EDGES = {"начал": 1, "наступлен": 1, "окончан": -1, "заверш": -1, "конец": -1, "конц": -1, "истечен": -1}
"""Which day of a stretch an event is; the first or the last."""


def read_term(cursor: Cursor) -> Item | None:
    """A length of time and the event from which it runs."""
    start = cursor.at
    lead = _read_leads(cursor)
    duration, is_counted = _read_duration(cursor)
    if duration is not None:
        is_counted = is_counted or lead.is_through or (lead.is_before and cursor.is_at_end)
        if cursor.take_text("срок", "срока"):  # «в месячный срок»
            is_counted = True
        direction = _read_direction(cursor)
        if direction is Direction.BEFORE and not is_counted:
            is_within = meaning_at(cursor.tokens, start) is Meaning.WITHIN
            direction = None if is_within else direction  # «в течение года до 25 декабря»
        if direction is Direction.BEFORE and lead.is_inside and duration.unit in _NAMED_PARTS:
            direction, is_counted = None, False  # «в 1 квартале до 20 марта» is that quarter
        if direction is not None:
            return _anchored(cursor, start, duration, direction, lead.bound)
        if is_counted and not _is_part(cursor):
            direction = Direction.BEFORE if lead.is_before else Direction.AFTER
            return cursor.item(ItemKind.RULE, start, rule=Relative(None, duration, direction, lead.bound))
    cursor.at = start
    return None


def read_lasting(cursor: Cursor) -> Item | None:
    """«продолжительностью 21 день», «сроком на 3 месяца»: a length from the day before it."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = idiom[1] if idiom is not None else start
    duration, _ = _read_duration(cursor)
    if duration is None:
        cursor.at = start
        return None
    return cursor.item(ItemKind.RULE, start, rule=Relative(None, duration, Direction.AFTER))


class _Lead(NamedTuple):
    """What the words before a length say."""

    bound: Bound = Bound.NOT_LATER
    is_through: bool = False
    """«через»: when the time is over."""
    is_before: bool = False
    """«за»: before the event, even if none is named."""
    is_inside: bool = False
    """«в»: inside of what the number names, if it names a part of a year."""


def _read_leads(cursor: Cursor) -> _Lead:
    """Words before the length: «в течение», «не позднее чем за», «через», «по истечении»."""
    is_limit = is_start = is_through = is_before = is_inside = False
    for _ in range(_MOST_LEADS):
        start = cursor.at
        idiom = idiom_at(cursor.tokens, start)
        if idiom is not None and idiom[0].meaning in _LEADS:
            is_start = is_start or idiom[0].meaning is Meaning.SINCE
            is_limit = is_limit or idiom[0].meaning is Meaning.NOT_LATER
            cursor.at = idiom[1]
        elif cursor.token.text in _EXPIRY and cursor.peek().text.startswith("истечени"):
            is_through = is_through or cursor.token.text == "по"
            is_limit = is_limit or cursor.token.text == "до"
            cursor.advance(2)
        skip_than(cursor)
        lemma = cursor.take_lemma("за", "через", "в", "до", "на")
        is_through, is_before = is_through or lemma == "через", is_before or lemma == "за"
        is_inside = is_inside or lemma == "в"
        cursor.take(Sense.FILLER)
        cursor.skip(TokenKind.DASH)
        if cursor.at == start:
            break
    bound = Bound.FROM if is_start else Bound.WITHIN if is_through and not is_limit else Bound.NOT_LATER
    return _Lead(bound, is_through, is_before, is_inside)


def read_nth_day(cursor: Cursor) -> Item | None:
    """«на следующий день после …», «не позднее третьего рабочего дня со дня …», «в день, следующий за …»."""
    start = cursor.at
    near = cursor.tokens[start : start + _LONGEST_NTH]
    if not any(token.word is not None and token.word.unit in _DAYS for token in near):
        return None
    lead = _read_leads(cursor)
    numerals = read_numerals(cursor) if cursor.token.sense is not Sense.NEXT else []
    is_next = not numerals and cursor.take(Sense.NEXT) is not None
    is_singular = cursor.token.text == "рабочего"  # «3 рабочего дня» says which, «3 рабочих дня» how many
    working = cursor.take(Sense.WORKING) is not None
    cursor.take(Sense.CALENDAR)
    is_single = len(numerals) == 1 and numerals[0].first == numerals[0].last > 0
    is_single = is_single and (numerals[0].is_ordinal or (is_singular and numerals[0].first % 10 != 1))
    word = cursor.take(Sense.UNIT)
    is_which = is_single or is_next or (not numerals and cursor.peek().sense is Sense.NEXT)
    if word is None or word.unit not in _DAYS or word.lemma:
        cursor.at = start
        return None
    cursor.skip_dot()
    if not numerals and not is_next and _skip_preceding(cursor):  # «не позднее дня, предшествующего …»
        length = Duration(1, Unit.WORKING_DAY if working else Unit.DAY)
        return _anchored(cursor, start, length, Direction.BEFORE, Bound.NOT_LATER)
    if not is_which or _read_direction(cursor) is not Direction.AFTER:
        cursor.at = start
        return None
    cursor.take_text("днем", "датой")
    unit = Unit.WORKING_DAY if working else word.unit
    is_limit = (
        meaning_at(cursor.tokens, start) in (Meaning.NOT_LATER, Meaning.UNTIL)
        or cursor.tokens[start].text == "до"
    )
    bound = Bound.FROM if lead.bound is Bound.FROM else Bound.NOT_LATER if is_limit else Bound.WITHIN
    return _anchored(
        cursor, start, Duration(numerals[0].first if is_single else 1, unit), Direction.AFTER, bound
    )


def _skip_preceding(cursor: Cursor) -> bool:
    """Leave «, предшествующего дню» behind, up to the day before which it is."""
    ahead = cursor.token.kind is TokenKind.COMMA
    if cursor.peek(ahead).sense is not Sense.PRECEDING:
        return False
    cursor.advance(ahead + 1)
    cursor.take_text("дню", "дате")
    return True


def _read_duration(cursor: Cursor) -> tuple[Duration | None, bool]:
    """A length, and whether it is counted rather than a bare «месяц»."""
    start = cursor.at
    next_day = cursor.take(Sense.NEXT) is not None
    is_ordinal = cursor.token.text.endswith(_WHICH)
    count = read_cardinal(cursor)
    is_next_one = next_day and count is None  # but «в течение последующих 5 дней»
    count = 1 if is_next_one else count
    if cursor.peek().sense is Sense.TERM or is_short_term(cursor):
        cursor.skip(TokenKind.DASH)  # «10-дневный», «10-дн. срок»
    term = cursor.take(Sense.TERM)
    if term is not None and cursor.token.sense is Sense.PURPOSE:  # «месячный отчёт»
        cursor.at = start
        return None, False
    if term is not None and term.unit is not None:
        cursor.skip_dot()
        return Duration(count or term.number or 1, term.unit), True
    is_singular = cursor.token.text == "рабочего"
    working = cursor.take(Sense.WORKING) is not None
    cursor.take(Sense.CALENDAR)
    word = read_counted_unit(cursor)
    unit = word.unit if word is not None else None
    is_length = 0 < (1 if count is None else count) <= _LONGEST
    if (
        unit is None
        or not is_length
        or (is_next_one and unit not in _DAYS)  # «следующего месяца» is no length
        or (
            is_ordinal and cursor.tokens[start].kind is TokenKind.NUMBER and not next_day
        )  # «3-го рабочего дня»
        or (is_singular and count is not None and count % 10 != 1)  # «3 рабочего дня»
    ):
        cursor.at = start
        return None, False
    cursor.skip_dot()
    unit = Unit.WORKING_DAY if working and unit is Unit.DAY else unit
    return Duration(count or 1, unit), count is not None and unit not in _NAMED_PARTS


def _is_part(cursor: Cursor) -> bool:
    """Whether what looked like a length is a part of what follows: «5 рабочего дня месяца»."""
    if cursor.token.sense is Sense.MONTH:
        return True
    start = cursor.at
    unit = cursor.tokens[start - 1 - (cursor.tokens[start - 1].kind is TokenKind.DOT)]
    is_followed = unit.text in _SINGULAR and read_container(cursor) is not None
    cursor.at = start
    return is_followed


def _read_direction(cursor: Cursor) -> Direction | None:
    """The words between the length and the event."""
    start = cursor.at
    if cursor.take_lemma("до", "перед"):
        return Direction.BEFORE
    cursor.skip(TokenKind.COMMA)
    if cursor.take(Sense.NEXT) and cursor.take_lemma("за", "после"):
        return Direction.AFTER
    if cursor.take_lemma("после"):
        return Direction.AFTER
    cursor.take_text("начиная", "считая")
    if cursor.take_lemma("с", "от", "по") and _names_event(cursor):
        return Direction.AFTER
    cursor.at = start
    return None


def _names_event(cursor: Cursor) -> bool:
    """Whether «с», «от» or «по» leads to the event: «со дня», «с момента», «по окончании»."""
    if cursor.take_text("дня", "момента", "даты", "времени", "дней") or cursor.token.sense is Sense.NAMED:
        return True
    if cursor.token.text.startswith(tuple(_EDGES)) or end_of_time_before(cursor.tokens, cursor.at):
        return True
    behind = [cursor.peek(ahead) for ahead in range(1, _LONGEST_DATE)]
    is_range = any(token.kind is TokenKind.DASH or token.text in _RANGE_WORDS for token in behind)
    is_day = date_length(cursor, 0) == _DAY_AND_MONTH or cursor.token.kind is TokenKind.DATE
    return is_day and not is_range  # «в течение месяца с 1 по 10 марта»


def _anchored(cursor: Cursor, start: int, duration: Duration, direction: Direction, bound: Bound) -> Item:
    """A day if the calendar knows the event: «за 5 дней до 1 сентября»; else a rule."""
    count = duration.count if direction is Direction.AFTER else -duration.count
    listed = read_listed_days(cursor) if cursor.token.kind in _DATES else []
    if listed:
        span = cursor.span_from(start)
        if direction is Direction.BEFORE:
            _say_counted_back(cursor, span, listed[0])
        days = tuple([Moment(Offset(count, duration.unit, day), bound, span) for day in listed])
        return cursor.item(ItemKind.MOMENTS, start, days)
    anchor = _read_anchor(cursor, direction)
    counted = cursor.span_from(start)
    event, anchors = (None, [anchor]) if anchor is not None else read_dated_event(cursor)
    if direction is Direction.BEFORE:
        _say_counted_back(cursor, counted, anchors[0] if anchors else None)
    if not anchors:
        return cursor.item(ItemKind.RULE, start, rule=Relative(event, duration, direction, bound))
    span = cursor.span_from(start)
    days = tuple([Moment(Offset(count, duration.unit, anchor), bound, span) for anchor in anchors])
    return cursor.item(ItemKind.MOMENTS, start, days)


def _say_counted_back(cursor: Cursor, span: Span, anchor: Stretch | None) -> None:
    """A day that is not counted is worth a note where one is: before a known day, or before an election."""
    hint = "если нужен другой день, назовите дату"
    if "выбор" in cursor.problems.text.casefold():
        hint = "на выборах срок считают на день иначе"
    elif anchor is None:
        return
    message = f"«{cursor.problems.words(span)}»: день события в счёт не входит"
    cursor.problems.add(COUNTED_BACK, span, message, hint)


def _read_anchor(cursor: Cursor, direction: Direction) -> Stretch | None:
    """The event if it is a day that a calendar knows."""
    start = cursor.at
    edge = next((end for stem, end in _EDGES.items() if cursor.token.text.startswith(stem)), 0)
    if edge:
        cursor.advance()
    stretch = _read_known(cursor, whole_allowed=bool(edge))
    is_called = cursor.token.is_unknown and stretch is not None and unit_of(stretch) is not Unit.DAY
    if stretch is None or is_called:  # «окончания года обучения»
        cursor.at = start
        return None
    natural_edge = -1 if direction is Direction.AFTER else 1
    return stretch if edge in (0, natural_edge) else NthOf(Unit.DAY, edge, stretch)


def _read_known(cursor: Cursor, *, whole_allowed: bool) -> Stretch | None:
    reported = cursor.token.sense is Sense.REPORTED
    if reported and cursor.peek().sense is Sense.PERIOD:
        cursor.advance(2)
        return SOME_PERIOD
    if cursor.token.sense is Sense.EACH and cursor.peek().sense is Sense.UNIT:
        cursor.advance()  # «после окончания каждого квартала»
    stretches = read_stretches(cursor)
    if len(stretches) != 1:
        return None
    stretch = stretches[0].stretch
    is_known = whole_allowed or reported or unit_of(stretch) in (Unit.DAY, Unit.SEASON)
    return stretch if is_known else None
