"""Moments: stretches of the calendar with the prepositions that bound them, and ranges of them."""

from collections.abc import Callable
from dataclasses import replace

from roadmapc.deadline.ast import (
    LIMITS,
    SOME_PERIOD,
    Between,
    Bound,
    Moment,
    NthOf,
    Offset,
    Season,
    Stretch,
    Year,
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
from roadmapc.deadline.reading.joints import are_in_turn, can_join, names_part, say_chain, skip_range_sign
from roadmapc.deadline.reading.months_by_number import read_month_and_year, read_months_by_number
from roadmapc.deadline.reading.names_of_time import read_idiom
from roadmapc.deadline.reading.numbers import StretchAt, read_numerals
from roadmapc.deadline.reading.parts import read_at_hand, read_container, read_further_edges, read_numbered
from roadmapc.deadline.reading.seasons_of_year import (
    bounded_season,
    closing_of,
    day_before,
    is_season_of_year,
    opening_of,
    read_season_of_year,
)
from roadmapc.deadline.reading.years import (
    month_in,
    read_digits,
    read_month,
    read_season,
    read_year_of,
    read_year_words,
)
from roadmapc.deadline.stretch import in_following_year, joined, month_of, root, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, WEEKDAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.names import is_distributive
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.source.span import Span

_CLOCK, _WEEKDAY, _EDGE = TokenKind.CLOCK, Sense.WEEKDAY, Sense.EDGE
_BARE = Bound.WITHIN
_DAY = Unit.DAY
_FROM = Bound.FROM
_SINCE = ("с", "со")
_EVES = ("накануне", "перед")
_YEARS = (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)
_BEHIND_DAY = (TokenKind.OPEN, TokenKind.COMMA, TokenKind.WORD, TokenKind.CLOCK)
"""What may stand between a day and the sign of its range."""
_DASH, _WORD, _END = TokenKind.DASH, TokenKind.WORD, TokenKind.END
_MONTH = Sense.MONTH
_NUMERALS = (Sense.ORDINAL, Sense.CARDINAL)
_COUNTING = (TokenKind.NUMBER, TokenKind.ROMAN)
_BEGINNING, _MIDDLE = 1, 2
"""Edges by their numbers in the lexicon."""
_EDGES = {
    Unit.MONTH: ((Unit.DECADE, 1), (Unit.DECADE, 2), (Unit.DECADE, 3)),
    Unit.QUARTER: ((Unit.MONTH, 1), (Unit.MONTH, 2), (Unit.MONTH, 3)),
    Unit.HALF_YEAR: ((Unit.MONTH, 1), (Unit.MONTH, 3), (Unit.MONTH, -1)),
    Unit.YEAR: ((Unit.MONTH, 1), (Unit.MONTH, 6), (Unit.MONTH, 12)),
    Unit.ACADEMIC_YEAR: ((Unit.MONTH, 1), (Unit.MONTH, 5), (Unit.MONTH, -1)),
    Unit.SEASON: ((Unit.WEEK, 1), None, (Unit.WEEK, -1)),
}
"""What «начало», «середина» and «конец» of a unit mean by custom; the middle of a season nobody knows."""
_MEANT = {Unit.WEEK: "неделя", Unit.DECADE: "декада", Unit.MONTH: "месяц"}
_MIDDLES = {Unit.MONTH: (0, 15), Unit.QUARTER: (2, 15), Unit.HALF_YEAR: (3, -1), Unit.YEAR: (6, 30)}
"""The day up to which «до середины» goes, and its month in the unit; of a month, itself."""


def read_moments(cursor: Cursor) -> tuple[Moment, ...]:
    """One moment, or several that share a unit; empty if there is none."""
    start = cursor.at
    bound = read_bound(cursor)
    lead = cursor.tokens[cursor.at - 1]
    if bound is not _BARE and _is_before_day(cursor):
        pass_before_day(cursor, is_end=bound in LIMITS)
    edge = _read_bounded_edge(cursor, bound) if bound in LIMITS else None
    if edge is not None:
        return (edge, *read_further_edges(cursor, edge))
    stretches = read_stretches(cursor)
    if not stretches:
        cursor.at = start
        return ()
    after = _read_after_day(cursor, stretches) if cursor.tokens[cursor.at].text == "после" else []
    if lead.text == "по" and _is_distributive(cursor, start, stretches[0].stretch):
        bound = _BARE
    single = stretches[0]
    stretches = after or _read_ranges(cursor, stretches, bound)
    if stretches[0] is single and is_season_of_year(single.stretch):
        is_whole = read_inclusive(cursor) and bound is Bound.UNTIL
        return (bounded_season(single.stretch, Bound.NOT_LATER if is_whole else bound, single.span),)
    if lead.text in _EVES and _is_eve(cursor, stretches):
        stretches = [day._replace(stretch=Offset(-1, _DAY, day.stretch)) for day in stretches]
        bound = Bound.NOT_LATER
    if bound is _FROM or isinstance(stretches[0].stretch, Season):
        stretches[0] = _with_lead(cursor, start, lead, stretches[0], bound)
    return tuple([_bounded(cursor, stretch_at, bound) for stretch_at in stretches])


def _with_lead(cursor: Cursor, start: int, lead: Token, first: StretchAt, bound: Bound) -> StretchAt:
    """The first stretch with the words that lead to it, where they are a part of its name or of its range."""
    if bound is _FROM and isinstance(first.stretch, Between) and lead.text in _SINCE:
        # «с 1 по 20 августа»: the first preposition belongs to the range, as the second does
        return first._replace(span=Span(lead.start, first.span.end))
    if bound is _BARE and isinstance(first.stretch, Season):
        led = cursor.problems.text[cursor.tokens[start].start : first.span.start] + first.stretch.words
        return first._replace(stretch=replace(first.stretch, words=led))
    return first


def _is_before_day(cursor: Cursor) -> bool:
    """Whether a weekday or an hour stands here: «до пятницы 5 мая», «с 10:00 5 мая»."""
    token = cursor.token
    is_hour = token.kind is _CLOCK or cursor.peek().sense is Sense.CLOCK
    return is_hour or token.sense is _WEEKDAY


def _is_eve(cursor: Cursor, days: list[StretchAt]) -> bool:
    """«накануне 9 мая» is the day before; «накануне Нового года» is the last day of the old one."""
    is_new_year = cursor.problems.words(days[0].span).lower().startswith("нов")
    are_days = all(
        unit_of(day.stretch) in SINGLE_DAYS and not isinstance(day.stretch, Between) for day in days
    )
    return are_days and not is_new_year


def _is_distributive(cursor: Cursor, start: int, stretch: Stretch) -> bool:
    """«по четвертям», «по вторым средам месяца»: on each of them."""
    if isinstance(stretch, Season):
        return is_distributive(stretch.words)
    words = [token.text for token in cursor.tokens[start : cursor.at]]
    return unit_of(stretch) in SINGLE_DAYS and any(map(is_distributive, words))


def _read_after_day(cursor: Cursor, stretches: list[StretchAt]) -> list[StretchAt]:
    """«первый понедельник после 1 сентября»; empty if no day follows."""
    weekday, start = stretches[0].stretch, cursor.at
    is_weekday = isinstance(weekday, NthOf) and weekday.unit in WEEKDAYS and weekday.of == SOME_PERIOD
    if not isinstance(weekday, NthOf) or not is_weekday or len(stretches) > 1:
        return []
    cursor.advance()
    days = read_stretches(cursor)
    if len(days) != 1 or unit_of(days[0].stretch) not in (_DAY, Unit.SEASON):
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
        return Moment(NthOf(_DAY, 1, stretch), Bound.BY, span)
    return Moment(Offset(-1, _DAY, stretch), Bound.NOT_LATER, span)


def _read_ranges(cursor: Cursor, stretches: list[StretchAt], bound: Bound) -> list[StretchAt]:
    """The stretches, the last joined to the one behind a dash or «по»."""
    last, found = stretches[-1], cursor.problems.found
    while True:
        start, passed, said = cursor.at, len(cursor.passed), len(found)
        if cursor.tokens[start].kind is _END:
            return stretches
        if cursor.tokens[start].kind in _BEHIND_DAY and unit_of(last.stretch) is _DAY:
            pass_behind_day(cursor)
        ends = _read_ends(cursor) if skip_range_sign(cursor, bound) else []
        both = _joined(cursor, last, ends[0], start) if ends else None
        is_second = stretches[-1] is not last  # «апрель – май – июнь», not «с мая по сентябрь, до 20 числа»
        if both is None or (is_second and not _is_month(ends[0])):
            cursor.at = start
            del cursor.passed[passed:], found[said:]
            return stretches
        pass_behind_range(cursor)
        if is_second and not are_in_turn(stretches[-1].stretch, ends[0].stretch):
            say_chain(cursor, both.span)
        stretches = [*stretches[:-1], both, *ends[1:]]
        if not _is_month(ends[0]) or len(ends) > 1:
            return stretches


def _joined(cursor: Cursor, first: StretchAt, end: StretchAt, behind: int) -> StretchAt | None:
    """The range of two times, the first up to an index; `None` if they make none."""
    has_dash = cursor.tokens[behind].kind is _DASH
    if has_dash and not _may_join_by_dash(first.stretch, end.stretch):
        return None
    opening = opening_of(first.stretch)
    closing = closing_of(end.stretch, opening)
    if not can_join(opening, closing, is_parted=cursor.tokens[behind].kind is TokenKind.COMMA):
        return None
    names_year = cursor.tokens[behind - 1].unit is Unit.YEAR
    both = joined(opening if names_year else in_following_year(opening, closing), closing)
    if has_dash and isinstance(both, Between) and end.span in cursor.occasions:  # «8 июля – День семьи»
        return None
    return StretchAt(both, Span(first.span.start, end.span.end))


def _may_join_by_dash(first: Stretch, last: Stretch) -> bool:
    """«весна – осень» are two seasons unless their years differ; «конец года – 25 декабря» is that day."""
    if is_season_of_year(first) or is_season_of_year(last):
        years = root(opening_of(first)), root(last)
        return isinstance(years[1], Year) and years[0] != years[1]
    if names_part(first, last):
        return False
    if month_of(first) != month_of(last) or unit_of(last) is not _DAY or not month_of(last):
        return True
    if isinstance(first, NthOf) and first.unit is Unit.DECADE and isinstance(last, NthOf):
        # «конец августа – 28 августа», but «первая декада – 15 августа» is a range
        return min((last.ordinal - 1) // 10 + 1, 3) != first.ordinal
    return unit_of(first) is not Unit.MONTH


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
    end = ends[0].stretch if len(ends) == 1 else None
    if isinstance(end, Season):
        return [ends[0]._replace(stretch=Offset(-1, _DAY, end))]
    if isinstance(end, Between) and is_season_of_year(end):  # «с мая до осени»
        return [ends[0]._replace(stretch=day_before(end))]
    return ends


def _is_month(stretch_at: StretchAt) -> bool:
    return isinstance(stretch_at.stretch, NthOf) and stretch_at.stretch.unit is Unit.MONTH


def read_stretches(cursor: Cursor) -> list[StretchAt]:
    """One stretch, or several that share a unit («1 и 15 сентября»); empty if there is none."""
    token = cursor.tokens[cursor.at]
    if token.kind in _COUNTING or (token.word is not None and token.word.sense in _NUMERALS):
        start = cursor.at
        numbered = read_numbered(cursor)
        if numbered:
            return numbered
        by_number = read_months_by_number(cursor)
        if by_number:
            return [StretchAt(month, cursor.span_from(start)) for month in by_number]
    start = cursor.at
    stretch = _read_single(cursor)
    return [StretchAt(stretch, cursor.span_from(start))] if stretch is not None else []


def _read_single(cursor: Cursor) -> Stretch | None:
    token = cursor.tokens[cursor.at]
    if token.kind is not _WORD:
        reader = _BY_KIND.get(token.kind)
        return reader(cursor) if reader else None
    if token.sense is _MONTH:
        return read_month(cursor)
    reader = _BY_SENSE.get(token.word.sense) if token.word is not None else None
    return read_idiom(cursor) or (reader(cursor) if reader else None)


def _read_date(cursor: Cursor) -> Stretch:
    """«01.09.2021», «01.09»."""
    day, month, year = cursor.tokens[cursor.at].numbers
    cursor.advance()
    if not year:
        return NthOf(_DAY, day, month_in(month, read_year_of(cursor)))
    read_year_words(cursor)
    return NthOf(_DAY, day, NthOf(Unit.MONTH, month, Year(year)))


def _read_bounded_edge(cursor: Cursor, bound: Bound) -> Moment | None:
    """«до начала учебного года», «к концу года»: a day, not a stretch."""
    start = cursor.at
    word = cursor.take(_EDGE)
    if word is None:
        return None
    whole = read_container(cursor)
    if whole is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    if word.number == _MIDDLE:
        middle = _middle_of(whole)
        if middle is None:
            cursor.at = start
            return None
        if unit_of(whole) is not Unit.MONTH:
            _say_meant(cursor, span, "день")
        return Moment(middle, bound, span)
    if word.number == _BEGINNING and bound is not Bound.BY:
        return Moment(Offset(-1, _DAY, whole), Bound.NOT_LATER, span)
    return Moment(NthOf(_DAY, 1 if word.number == _BEGINNING else -1, whole), bound, span)


def _middle_of(whole: Stretch) -> Stretch | None:
    """«до середины мая» is up to the 15th, «к середине года» the end of June; of others nobody knows."""
    month, day = _MIDDLES.get(unit_of(whole), (0, 0))
    if not day:
        return None
    return NthOf(_DAY, day, NthOf(Unit.MONTH, month, whole) if month else whole)


def _read_edge(cursor: Cursor) -> Stretch | None:
    """«в начале сентября», «в конце года»."""
    start = cursor.at
    word = cursor.take(_EDGE)
    whole = read_container(cursor) or _peek_shared_unit(cursor)
    if (
        word is not None
        and word.number == _BEGINNING
        and isinstance(whole, Season)
        and _is_since(cursor, start)
    ):
        return whole  # «с начала отопительного сезона»: from its first day
    parts = _EDGES.get(unit_of(whole)) if whole is not None else None
    part = parts[word.number - 1] if word is not None and parts is not None else None
    if whole is None or part is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    unit, ordinal = part
    _say_meant(cursor, span, _MEANT[unit])
    return NthOf(unit, ordinal, whole)


def _say_meant(cursor: Cursor, span: Span, meant: str) -> None:
    message = f"«{cursor.problems.words(span)}» прочитано по обычаю: {meant}"
    cursor.problems.add(APPROXIMATE, span, message, "назовите день или месяц")


def _peek_shared_unit(cursor: Cursor) -> Stretch | None:
    """«конец I – начало II квартала», «в начале и в конце года»: the unit is behind the second end."""
    start = cursor.at
    if cursor.take(Sense.AND):
        cursor.take_lemma("в")
        whole = read_container(cursor) if cursor.take(_EDGE) else None
        cursor.at = start
        return whole
    numerals = read_numerals(cursor)
    is_range = cursor.token.kind is _DASH and cursor.peek().sense is _EDGE
    end = cursor.at
    cursor.advance(2)
    shared = read_container(cursor) if is_range else None
    if not numerals and shared is not None:  # «начало – середина июля»
        cursor.at = end
        return shared
    if not isinstance(shared, NthOf) or len(numerals) != 1:
        cursor.at = start
        return None
    cursor.at = end
    return replace(shared, ordinal=numerals[0].first)


def _is_since(cursor: Cursor, at: int) -> bool:
    return at > 0 and cursor.tokens[at - 1].text in _SINCE


_BY_KIND: dict[TokenKind, Callable[[Cursor], Stretch | None]] = {
    TokenKind.DATE: _read_date,
    TokenKind.MONTH: read_month_and_year,
    TokenKind.NUMBER: read_digits,
}
_BY_SENSE: dict[Sense, Callable[[Cursor], Stretch | None]] = {
    Sense.SEASON: read_season_of_year,
    Sense.NAMED: read_season,
    Sense.EDGE: _read_edge,
    **dict.fromkeys(
        (Sense.UNIT, Sense.CURRENT, Sense.WHOLE, Sense.NEXT, Sense.REPORTED, Sense.CALENDAR, Sense.ACADEMIC),
        read_at_hand,
    ),
}
