"""Terms counted from an event: «в течение 10 рабочих дней со дня …», «за 5 дней до …»."""

from roadmapc.deadline.ast import (
    Bound,
    Current,
    Direction,
    Duration,
    Moment,
    NthOf,
    Offset,
    Relative,
    Stretch,
    Unit,
)
from roadmapc.deadline.codes import COUNTED_BACK
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.larger import read_larger
from roadmapc.deadline.grammar.numbers import read_cardinal
from roadmapc.deadline.grammar.stretches import read_stretches, unit_of
from roadmapc.deadline.grammar.tails import read_tail
from roadmapc.deadline.idioms import Meaning, idiom_at
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.tokens import TokenKind

_LONGEST = 400
"""Greater counts are years or house numbers."""
_NAMED_PARTS = (Unit.QUARTER, Unit.HALF_YEAR, Unit.DECADE)
"""Units that a number rather names than counts: «в течение 1 квартала»."""
_AFTER = ("после", "по", "следующих", "считая")
_EDGES = {"начал": 1, "наступлен": 1, "окончан": -1, "заверш": -1, "конц": -1, "истечен": -1}
"""Which day of a stretch an event is; the first or the last."""


def read_term(cursor: Cursor) -> Moment | Relative | None:
    """A length of time and the event from which it runs."""
    start = cursor.at
    lead = _read_lead(cursor)
    duration, is_counted = _read_duration(cursor)
    if duration is not None:
        if cursor.take_text("срок", "срока"):
            is_counted = True
        direction = _read_direction(cursor)
        if direction is Direction.BEFORE and not is_counted and _is_within(cursor, start):
            direction = None
        if direction is not None:
            return _anchored(cursor, start, duration, direction)
        if is_counted and (lead or cursor.at > start) and not _is_part(cursor):
            return Relative(None, duration, Direction.AFTER)
    cursor.at = start
    return None


def _is_within(cursor: Cursor, start: int) -> bool:
    """«в течение года до 25 декабря» is no year before that day."""
    found = idiom_at(cursor.tokens, start)
    return found is not None and found[0].meaning is Meaning.WITHIN


def _read_lead(cursor: Cursor) -> bool:
    """Words before the length: «в течение», «не позднее чем за», «через», «в срок не более»."""
    start = cursor.at
    for _ in range(3):
        found = idiom_at(cursor.tokens, cursor.at)
        if found is not None and found[0].meaning in (Meaning.WITHIN, Meaning.NOT_LATER, Meaning.AT_LEAST):
            cursor.at = found[1]
        cursor.skip(TokenKind.COMMA) if cursor.peek().text == "чем" else None
        cursor.take_text("чем")
        cursor.take_lemma("за", "через", "в", "до", "на")
        cursor.take(Sense.FILLER)
        cursor.skip(TokenKind.DASH)
    return cursor.at > start


def _read_duration(cursor: Cursor) -> tuple[Duration | None, bool]:
    """A length, and whether it is counted rather than a bare «месяц»."""
    start = cursor.at
    next_day = cursor.take(Sense.NEXT) is not None
    count = 1 if next_day else read_cardinal(cursor)
    cursor.skip(TokenKind.DASH) if cursor.peek().sense is Sense.TERM else None
    term = cursor.take(Sense.TERM)
    if term is not None and term.unit is not None:
        return Duration(count or term.number or 1, term.unit), True
    working = cursor.take(Sense.WORKING) is not None
    cursor.take(Sense.CALENDAR)
    word = cursor.take(Sense.UNIT)
    if word is None or word.unit is None or (count or 1) > _LONGEST or count == 0:
        cursor.at = start
        return None, False
    if next_day and word.unit is not Unit.DAY:
        cursor.at = start
        return None, False
    cursor.skip_dot()
    unit = Unit.WORKING_DAY if working and word.unit is Unit.DAY else word.unit
    return Duration(count or 1, unit), count is not None and unit not in _NAMED_PARTS


def _is_part(cursor: Cursor) -> bool:
    """Whether what looked like a length is a part of what follows: «5 рабочего дня месяца»."""
    if cursor.token.sense is Sense.MONTH:
        return True
    start = cursor.at
    is_followed = cursor.tokens[start - 1].text == "дня" and read_larger(cursor) is not None
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
    if cursor.take_lemma("с", "от", "по") and _names_event(cursor):
        return Direction.AFTER
    cursor.at = start
    return None


def _names_event(cursor: Cursor) -> bool:
    """Whether «с», «от» or «по» leads to the event: «со дня», «с момента», «по окончании»."""
    if cursor.take_text("дня", "момента", "даты", "времени", "дней"):
        return True
    return cursor.token.text.startswith(tuple(_EDGES)) or cursor.token.kind is TokenKind.DATE


def _anchored(cursor: Cursor, start: int, duration: Duration, direction: Direction) -> Moment | Relative:
    anchor = _read_anchor(cursor, direction)
    if direction is Direction.BEFORE:
        _note_counted_back(cursor, start)
    if anchor is not None:
        count = duration.count if direction is Direction.AFTER else -duration.count
        return Moment(Offset(count, duration.unit, anchor), Bound.NOT_LATER, cursor.span_from(start))
    return Relative(read_event(cursor), duration, direction)


def _read_anchor(cursor: Cursor, direction: Direction) -> Stretch | None:
    """The event if it is a day that a calendar knows."""
    start = cursor.at
    edge = next((end for stem, end in _EDGES.items() if cursor.token.text.startswith(stem)), 0)
    cursor.advance() if edge else None
    stretch = _read_known(cursor, whole_allowed=bool(edge))
    if stretch is None or _goes_on(cursor):
        cursor.at = start
        return None
    natural_edge = -1 if direction is Direction.AFTER else 1
    return stretch if edge in (0, natural_edge) else NthOf(Unit.DAY, edge, stretch)


def _read_known(cursor: Cursor, *, whole_allowed: bool) -> Stretch | None:
    reported = cursor.token.sense is Sense.REPORTED
    if reported and cursor.peek().sense is Sense.PERIOD:
        cursor.advance(2)
        return Current(Unit.PERIOD)
    found = read_stretches(cursor)
    if len(found) != 1:
        return None
    is_day = unit_of(found[0].stretch) is Unit.DAY
    return found[0].stretch if is_day or whole_allowed or reported else None


def _goes_on(cursor: Cursor) -> bool:
    """Whether a word follows that belongs to the event: «окончания года обучения»."""
    return cursor.token.kind is TokenKind.WORD and cursor.token.word is None


def read_event(cursor: Cursor) -> str | None:
    """The words of an event; `None` if there are none."""
    start = cursor.at
    read_tail(cursor)
    return cursor.words_from(start) if cursor.at > start else None


def _note_counted_back(cursor: Cursor, start: int) -> None:
    span = cursor.span_from(start)
    message = f"«{cursor.problems.words(span)}»: день события в счёт не входит"
    cursor.problems.add(COUNTED_BACK, span, message, "на выборах срок считают на день иначе")
