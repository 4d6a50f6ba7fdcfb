"""Moments: stretches of the calendar with the prepositions that bound them, and ranges of them."""

from dataclasses import replace

from roadmapc.deadline.ast import (
    LIMITS,
    SOME_PERIOD,
    THIS_MONTH,
    Between,
    Bound,
    Moment,
    NamedYear,
    NthOf,
    Offset,
    Season,
    Stretch,
)
from roadmapc.deadline.codes import APPROXIMATE
from roadmapc.deadline.reading.asides import (
    pass_before_day,
    pass_behind_day,
    pass_behind_range,
    read_inclusive,
)
from roadmapc.deadline.reading.bounds import read_bound
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.parts import StretchAt, read_container
from roadmapc.deadline.reading.stretches import read_stretches
from roadmapc.deadline.stretch import in_following_year, joined, month_of, months_of, root, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, WEEKDAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.names import is_distributive
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_BARE = Bound.WITHIN
_REPORTED = (Unit.QUARTER, Unit.HALF_YEAR)
_FROM = Bound.FROM
_SINCE = ("с", "со")
_YEARS = (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)
_BEFORE_RANGE = (TokenKind.COMMA, TokenKind.DOT)
_BEHIND_DAY = (TokenKind.OPEN, TokenKind.COMMA, TokenKind.WORD, TokenKind.CLOCK)
"""What may stand between a day and the sign of its range."""
_ENDING = ("заканчивая", "кончая", "завершая")
"""Words for the end of a range: «начиная с мая и заканчивая августом»."""
_DASH = TokenKind.DASH


def read_moments(cursor: Cursor) -> tuple[Moment, ...]:
    """One moment, or several that share a unit; empty if there is none."""
    start = cursor.at
    bound = read_bound(cursor)
    lead = cursor.tokens[cursor.at - 1]
    is_hour = cursor.token.kind is TokenKind.CLOCK or cursor.peek().sense is Sense.CLOCK
    if bound is not _BARE and (cursor.token.sense is Sense.WEEKDAY or is_hour):
        pass_before_day(cursor, is_end=bound in LIMITS)
    edge = _read_bounded_edge(cursor, bound) if bound in LIMITS else None
    if edge is not None:
        return (edge,)
    stretches = read_stretches(cursor)
    if not stretches:
        cursor.at = start
        return ()
    after = _read_after_day(cursor, stretches) if cursor.token.text == "после" else []
    if lead.text == "по" and _is_distributive(cursor, start, stretches[0].stretch):
        bound = _BARE
    stretches = after or _read_ranges(cursor, stretches, bound)
    first = stretches[0]
    if bound is _FROM and isinstance(first.stretch, Between) and lead.text in _SINCE:
        # «с 1 по 20 августа»: the first preposition belongs to the range, as the second does
        stretches[0] = first._replace(span=Span(lead.start, first.span.end))
    if bound is _BARE and isinstance(first.stretch, Season):
        led = cursor.problems.text[cursor.tokens[start].start : first.span.start] + first.stretch.words
        stretches[0] = first._replace(stretch=replace(first.stretch, words=led))
    return tuple(_bounded(cursor, stretch_at, bound) for stretch_at in stretches)


def _is_distributive(cursor: Cursor, start: int, stretch: Stretch) -> bool:
    """«по четвертям», «по вторым средам месяца»: on each of them."""
    if isinstance(stretch, Season):
        return is_distributive(stretch.words)
    words = [token.text for token in cursor.tokens[start : cursor.at]]
    return unit_of(stretch) in SINGLE_DAYS and any(map(is_distributive, words))


def _read_bounded_edge(cursor: Cursor, bound: Bound) -> Moment | None:
    """«до начала учебного года», «к концу года»: a day, not a stretch."""
    start = cursor.at
    word = cursor.take(Sense.EDGE)
    if word is None:
        return None
    whole = read_container(cursor)
    if whole is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    if word.number == 1 and bound is not Bound.BY:
        return Moment(Offset(-1, Unit.DAY, whole), Bound.NOT_LATER, span)
    day = {1: 1, 2: 15, 3: -1}[word.number]
    return Moment(NthOf(Unit.DAY, day, whole), bound, span)


def _read_after_day(cursor: Cursor, stretches: list[StretchAt]) -> list[StretchAt]:
    """«первый понедельник после 1 сентября»; empty if no day follows."""
    weekday, start = stretches[0].stretch, cursor.at
    is_weekday = isinstance(weekday, NthOf) and weekday.unit in WEEKDAYS and weekday.of == SOME_PERIOD
    if not isinstance(weekday, NthOf) or not is_weekday or len(stretches) > 1:
        return []
    cursor.advance()
    days = read_stretches(cursor)
    if len(days) != 1 or unit_of(days[0].stretch) not in (Unit.DAY, Unit.SEASON):
        cursor.at = start
        return []
    span = Span(stretches[0].span.start, days[0].span.end)
    return [StretchAt(Offset(weekday.ordinal, weekday.unit, days[0].stretch), span)]


def _bounded(cursor: Cursor, stretch_at: StretchAt, bound: Bound) -> Moment:
    """A bound to the stretch that it means; «включительно» may follow."""
    stretch, span = stretch_at
    if read_inclusive(cursor) and bound is Bound.UNTIL:
        return Moment(stretch, Bound.NOT_LATER, span)
    if isinstance(stretch, Between):
        return Moment(stretch, Bound.WITHIN, span)
    if isinstance(stretch, Season):  # only the calendar knows whether it is a day
        return Moment(stretch, bound, span)
    unit = unit_of(stretch)
    is_of_day = unit in SINGLE_DAYS or bound not in (Bound.UNTIL, Bound.BY)
    if is_of_day or (unit in _YEARS and bound is Bound.UNTIL):
        return Moment(stretch, bound, span)
    # «до сентября» and «к сентябрю»: before the month begins
    message = f"«{cursor.problems.words(span)}»: срок истекает до начала этого времени"
    cursor.problems.add(APPROXIMATE, span, message, "назовите последний день срока")
    if bound is Bound.BY:
        return Moment(NthOf(Unit.DAY, 1, stretch), Bound.BY, span)
    return Moment(Offset(-1, Unit.DAY, stretch), Bound.NOT_LATER, span)


def _read_ranges(cursor: Cursor, stretches: list[StretchAt], bound: Bound) -> list[StretchAt]:
    """The stretches, the last joined to the one behind a dash or «по»."""
    last = stretches[-1]
    while True:
        start, passed = cursor.at, len(cursor.passed)
        if cursor.token.kind in _BEHIND_DAY and unit_of(last.stretch) is Unit.DAY:
            pass_behind_day(cursor)
        ends = _read_ends(cursor) if _skip_range_sign(cursor, bound) else []
        both = _joined(cursor, last, ends[0], start) if ends else None
        is_second = stretches[-1] is not last  # «апрель – май – июнь», not «с мая по сентябрь, до 20 числа»
        if both is None or (is_second and not _is_month(ends[0])):
            cursor.at = start
            del cursor.passed[passed:]
            return stretches
        pass_behind_range(cursor)
        stretches = [*stretches[:-1], both, *ends[1:]]
        if not _is_month(ends[0]) or len(ends) > 1:
            return stretches


def _joined(cursor: Cursor, first: StretchAt, end: StretchAt, behind: int) -> StretchAt | None:
    """The range of two times, the first up to an index; `None` if they make none."""
    if not _can_join(first.stretch, end.stretch):
        return None
    names_year = cursor.tokens[behind - 1].unit is Unit.YEAR
    opening = first.stretch if names_year else in_following_year(first.stretch, end.stretch)
    both = joined(opening, end.stretch)
    has_dash = cursor.tokens[behind].kind is _DASH
    if has_dash and isinstance(both, Between) and end.span in cursor.occasions:  # «8 июля – День семьи»
        return None
    return StretchAt(both, Span(first.span.start, end.span.end))


def _is_month(stretch_at: StretchAt) -> bool:
    return isinstance(stretch_at.stretch, NthOf) and stretch_at.stretch.unit is Unit.MONTH


def _read_ends(cursor: Cursor) -> list[StretchAt]:
    """What a range ends with: «до осенних каникул» and «до начала каникул» with the day before them."""
    start = cursor.at
    pass_before_day(cursor, is_end=True)
    if cursor.tokens[start - 1].text != "до":
        return read_stretches(cursor)
    edge = _read_bounded_edge(cursor, Bound.UNTIL)
    if edge is not None:
        return [StretchAt(edge.stretch, edge.span)]
    ends = read_stretches(cursor)
    if len(ends) == 1 and isinstance(ends[0].stretch, Season):
        return [ends[0]._replace(stretch=Offset(-1, Unit.DAY, ends[0].stretch))]
    return ends


def _skip_range_sign(cursor: Cursor, bound: Bound) -> bool:
    ahead = 1 if cursor.token.kind in _BEFORE_RANGE else 0
    if cursor.peek(ahead).sense is Sense.AND and cursor.peek(ahead + 1).text in _ENDING:
        ahead += 1
    sign = cursor.peek(ahead)
    if (
        sign.kind is _DASH
        or (sign.text == "по" and bound not in LIMITS)
        or (sign.text == "до" and bound is _FROM)
        or sign.text in _ENDING
    ):
        cursor.advance(ahead + 1)
        return True
    return False


def _can_join(first: Stretch, last: Stretch) -> bool:
    """Whether two stretches make a range: neither is one, and a year joins only a year."""
    if isinstance(first, Between) or isinstance(last, Between):
        return False
    if month_of(first) and isinstance(last, NthOf) and last.of == SOME_PERIOD:
        return False  # «25 ноября – последний день»: of what?
    if unit_of(first) is Unit.MONTH and unit_of(last) is Unit.DAY and root(last) == THIS_MONTH:
        return False  # «с июня до 10 числа каждого месяца»
    if unit_of(first) in _REPORTED and unit_of(last) is Unit.MONTH:
        # «I полугодие – май»; that of a school year has other months, «I полугодие – декабрь»
        return unit_of(first) is Unit.QUARTER and month_of(last) not in months_of(first)
    if unit_of(first) in _REPORTED and unit_of(last) is Unit.DAY and month_of(last) > 0:
        return False  # «I полугодия – 10 июля»
    return isinstance(first, NamedYear) == isinstance(last, NamedYear)
