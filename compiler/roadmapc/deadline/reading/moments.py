"""Moments: stretches of the calendar with the prepositions that bound them, and ranges of them."""

from collections.abc import Callable
from dataclasses import replace

from roadmapc.deadline.ast import (
    LIMITS,
    SOME_PERIOD,
    THIS_YEAR,
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
from roadmapc.deadline.reading.numbers import read_numerals
from roadmapc.deadline.reading.parts import StretchAt, read_at_hand, read_container, read_numbered
from roadmapc.deadline.reading.whole_plan import read_plan
from roadmapc.deadline.reading.years import (
    month_in,
    read_digits,
    read_month,
    read_season,
    read_year_of,
    read_year_of_season,
    read_year_words,
)
from roadmapc.deadline.stretch import in_following_year, joined, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, WEEKDAYS, Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.names import is_distributive
from roadmapc.deadline.words.tokens import TokenKind
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
_DASH = TokenKind.DASH
_MONTH = Sense.MONTH
_WORD = TokenKind.WORD
_DECEMBER = 12
_NUMERALS = (Sense.ORDINAL, Sense.CARDINAL)
_COUNTING = (TokenKind.NUMBER, TokenKind.ROMAN)
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
_SEASONAL = ("весенн", "летн", "осенн", "зимн")
_SEASON = ("сезон", "сезона", "сезону", "сезоне")
"""«летний сезон»; «отопительный сезон» is no three months."""
"""Beginnings of adjectives, which without their noun name no time."""
_WHOLE_PLAN = (Meaning.WHOLE_PLAN, Meaning.ONCE)


def read_moments(cursor: Cursor) -> tuple[Moment, ...]:
    """One moment, or several that share a unit; empty if there is none."""
    start = cursor.at
    bound = read_bound(cursor)
    lead = cursor.tokens[cursor.at - 1]
    if bound is not _BARE and _is_before_day(cursor):
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
    if lead.text in _EVES and _is_eve(cursor, stretches):
        stretches = [day._replace(stretch=Offset(-1, _DAY, day.stretch)) for day in stretches]
        bound = Bound.NOT_LATER
    first = stretches[0]
    if bound is _FROM and isinstance(first.stretch, Between) and lead.text in _SINCE:
        # «с 1 по 20 августа»: the first preposition belongs to the range, as the second does
        stretches[0] = first._replace(span=Span(lead.start, first.span.end))
    if bound is _BARE and isinstance(first.stretch, Season):
        led = cursor.problems.text[cursor.tokens[start].start : first.span.start] + first.stretch.words
        stretches[0] = first._replace(stretch=replace(first.stretch, words=led))
    return tuple([_bounded(cursor, stretch_at, bound) for stretch_at in stretches])


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
    if word.number == 1 and bound is not Bound.BY:
        return Moment(Offset(-1, _DAY, whole), Bound.NOT_LATER, span)
    day = {1: 1, 2: 15, 3: -1}[word.number]
    return Moment(NthOf(_DAY, day, whole), bound, span)


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
        if cursor.token.kind in _BEHIND_DAY and unit_of(last.stretch) is _DAY:
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
    if not can_join(first.stretch, end.stretch, is_parted=cursor.tokens[behind].kind is TokenKind.COMMA):
        return None
    names_year = cursor.tokens[behind - 1].unit is Unit.YEAR
    opening = first.stretch if names_year else in_following_year(first.stretch, end.stretch)
    both = joined(opening, end.stretch)
    has_dash = cursor.tokens[behind].kind is _DASH
    is_name = end.span in cursor.occasions or names_part(first.stretch, end.stretch)
    if has_dash and isinstance(both, Between) and is_name:  # «8 июля – День семьи»
        return None
    return StretchAt(both, Span(first.span.start, end.span.end))


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
        return [ends[0]._replace(stretch=Offset(-1, _DAY, ends[0].stretch))]
    return ends


def _is_month(stretch_at: StretchAt) -> bool:
    return isinstance(stretch_at.stretch, NthOf) and stretch_at.stretch.unit is Unit.MONTH


def read_stretches(cursor: Cursor) -> list[StretchAt]:
    """One stretch, or several that share a unit («1 и 15 сентября»); empty if there is none."""
    token = cursor.token
    if token.kind in _COUNTING or (token.word is not None and token.word.sense in _NUMERALS):
        numbered = read_numbered(cursor)
        if numbered:
            return numbered
    start = cursor.at
    stretch = _read_single(cursor)
    return [StretchAt(stretch, cursor.span_from(start))] if stretch is not None else []


def _read_single(cursor: Cursor) -> Stretch | None:
    token = cursor.token
    if token.kind is not _WORD:
        reader = _BY_KIND.get(token.kind)
        return reader(cursor) if reader else None
    if token.sense is _MONTH:
        return read_month(cursor)
    reader = _BY_SENSE.get(token.word.sense) if token.word is not None else None
    return _read_idiom(cursor) or (reader(cursor) if reader else None)


def _read_date(cursor: Cursor) -> Stretch:
    """«01.09.2021», «01.09»."""
    day, month, year = cursor.token.numbers
    cursor.advance()
    if not year:
        return NthOf(_DAY, day, month_in(month, read_year_of(cursor)))
    read_year_words(cursor)
    return NthOf(_DAY, day, NthOf(Unit.MONTH, month, Year(year)))


def _read_month_and_year(cursor: Cursor) -> Stretch:
    """«09.2021»."""
    month, year = cursor.token.numbers
    cursor.advance()
    read_year_words(cursor)
    return NthOf(Unit.MONTH, month, Year(year))


def _read_season(cursor: Cursor) -> Stretch | None:
    """Three months, unless the words name an event of that season."""
    word = cursor.token.word
    if word is None or idiom_at(cursor.tokens, cursor.at):
        return None
    start = cursor.at
    cursor.advance()
    paired = cursor.token.sense is Sense.AND and cursor.peek().sense is Sense.SEASON
    is_adjective = cursor.tokens[start].text.startswith(_SEASONAL)
    is_of_year = cursor.take(Sense.PERIOD) is not None or cursor.take_text(*_SEASON)
    if not is_of_year and not paired and is_adjective:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    message = f"«{cursor.problems.words(span)}» прочитано как три календарных месяца"
    cursor.problems.add(APPROXIMATE, span, message, "назовите месяцы")
    is_over_new_year = word.number == _DECEMBER  # «зима 2025–2026 гг.»
    year = read_year_of_season(cursor) or THIS_YEAR if is_over_new_year else read_year_of(cursor)
    first, last = month_in(word.number, year), month_in((word.number + 1) % 12 + 1, year)
    if not isinstance(first, NthOf) or not isinstance(last, NthOf):
        return None
    if isinstance(year, Year) and last.ordinal < first.ordinal:  # «зима 2021 года» ends in 2022
        return Between(first, NthOf(Unit.MONTH, last.ordinal, Year(year.number + 1)))
    return Between(first, last)


def _read_edge(cursor: Cursor) -> Stretch | None:
    """«в начале сентября», «в конце года»."""
    start = cursor.at
    word = cursor.take(_EDGE)
    whole = read_container(cursor) or _peek_shared_unit(cursor)
    if word is not None and word.number == 1 and isinstance(whole, Season) and _is_since(cursor, start):
        return whole  # «с начала отопительного сезона»: from its first day
    parts = _EDGES.get(unit_of(whole)) if whole is not None else None
    part = parts[word.number - 1] if word is not None and parts is not None else None
    if whole is None or part is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    unit, ordinal = part
    meant = _MEANT[unit]
    message = f"«{cursor.problems.words(span)}» прочитано по обычаю: {meant}"
    cursor.problems.add(APPROXIMATE, span, message, "назовите день или месяц")
    return NthOf(unit, ordinal, whole)


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


def _read_idiom(cursor: Cursor) -> Stretch | None:
    """The whole period of the plan, or the day of a feast."""
    idiom, end = idiom_at(cursor.tokens, cursor.at) or (None, cursor.at)
    if idiom is None:
        return None
    if idiom.meaning in _WHOLE_PLAN:
        return read_plan(cursor, end)
    if idiom.stretch is not None:
        start, cursor.at = cursor.at, end
        if isinstance(idiom.stretch, NthOf):  # a day that moves with Easter is told by its name alone
            cursor.occasions[cursor.span_from(start)] = None
    return idiom.stretch


_BY_KIND: dict[TokenKind, Callable[[Cursor], Stretch | None]] = {
    TokenKind.DATE: _read_date,
    TokenKind.MONTH: _read_month_and_year,
    TokenKind.NUMBER: read_digits,
}
_BY_SENSE: dict[Sense, Callable[[Cursor], Stretch | None]] = {
    Sense.SEASON: _read_season,
    Sense.NAMED: read_season,
    Sense.EDGE: _read_edge,
    **dict.fromkeys(
        (Sense.UNIT, Sense.CURRENT, Sense.WHOLE, Sense.NEXT, Sense.REPORTED, Sense.CALENDAR, Sense.ACADEMIC),
        read_at_hand,
    ),
}
