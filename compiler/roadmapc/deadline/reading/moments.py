"""Moments: stretches of the calendar with the prepositions that bound them, and ranges of them."""

from collections.abc import Callable
from dataclasses import replace

from roadmapc.deadline.ast import (
    LIMITS,
    SOME_PERIOD,
    Between,
    Bound,
    Current,
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
from roadmapc.deadline.reading.counted import StretchAt
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.edges import read_bounded_edge, read_edge
from roadmapc.deadline.reading.joints import are_in_turn, can_join, names_part, say_chain, skip_range_sign
from roadmapc.deadline.reading.parts import read_at_hand, read_numbered
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
from roadmapc.deadline.words.idioms import Meaning, idiom_at
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
_DASH = TokenKind.DASH
_MONTH = Sense.MONTH
_WORD = TokenKind.WORD
_NUMERALS = (Sense.ORDINAL, Sense.CARDINAL)
_COUNTING = (TokenKind.NUMBER, TokenKind.ROMAN)
_WHOLE_PLAN = (Meaning.WHOLE_PLAN, Meaning.ONCE)
_PLAN_WORDS = (
    *("план", "програм", "дорожн", "карт", "мероприят"),
    *("муниципал", "действ", "реализ", "настоящ"),
)
"""Beginnings of the words that may follow «весь период»."""


def read_moments(cursor: Cursor) -> tuple[Moment, ...]:
    """One moment, or several that share a unit; empty if there is none."""
    start = cursor.at
    bound = read_bound(cursor)
    lead = cursor.tokens[cursor.at - 1]
    if bound is not _BARE and _is_before_day(cursor):
        pass_before_day(cursor, is_end=bound in LIMITS)
    edge = read_bounded_edge(cursor, bound) if bound in LIMITS else None
    if edge is not None:
        return (edge,)
    stretches = read_stretches(cursor)
    if not stretches:
        cursor.at = start
        return ()
    after = _read_after_day(cursor, stretches) if cursor.token.text == "после" else []
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
    has_dash = cursor.tokens[behind].kind is _DASH
    if has_dash and not _may_join_by_dash(first.stretch, end.stretch):
        return None
    opening, closing = opening_of(first.stretch), closing_of(end.stretch)
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
        years = root(opening_of(first)), root(closing_of(last))
        return isinstance(years[1], Year) and years[0] != years[1]
    if names_part(first, last):
        return False
    is_inside = unit_of(first) is Unit.MONTH and unit_of(last) is _DAY and month_of(first) > 0
    return not is_inside or month_of(last) != month_of(first)


def _read_ends(cursor: Cursor) -> list[StretchAt]:
    """What a range ends with: «до осенних каникул» and «до начала каникул» with the day before them."""
    start = cursor.at
    pass_before_day(cursor, is_end=True)
    if cursor.tokens[start - 1].text != "до":
        return read_stretches(cursor)
    edge = read_bounded_edge(cursor, Bound.UNTIL)
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


def _read_idiom(cursor: Cursor) -> Stretch | None:
    """The whole period of the plan, or the day of a feast."""
    idiom, end = idiom_at(cursor.tokens, cursor.at) or (None, cursor.at)
    if idiom is None:
        return None
    if idiom.meaning in _WHOLE_PLAN:
        return _read_plan(cursor, end)
    if idiom.stretch is not None:
        start, cursor.at = cursor.at, end
        if isinstance(idiom.stretch, NthOf):  # a day that moves with Easter is told by its name alone
            cursor.occasions[cursor.span_from(start)] = None
    return idiom.stretch


def _read_plan(cursor: Cursor, end: int) -> Stretch | None:
    """«весь период реализации плана»: unless it is the period of something else."""
    start = cursor.at
    cursor.at = end
    while cursor.token.kind is TokenKind.WORD and cursor.token.text.startswith(_PLAN_WORDS):
        cursor.advance()
    if cursor.token.is_unknown:
        cursor.at = start
        return None
    return Current(Unit.PLAN)


_BY_KIND: dict[TokenKind, Callable[[Cursor], Stretch | None]] = {
    TokenKind.DATE: _read_date,
    TokenKind.MONTH: _read_month_and_year,
    TokenKind.NUMBER: read_digits,
}
_BY_SENSE: dict[Sense, Callable[[Cursor], Stretch | None]] = {
    Sense.SEASON: read_season_of_year,
    Sense.NAMED: read_season,
    Sense.EDGE: read_edge,
    **dict.fromkeys(
        (Sense.UNIT, Sense.CURRENT, Sense.WHOLE, Sense.NEXT, Sense.REPORTED, Sense.CALENDAR, Sense.ACADEMIC),
        read_at_hand,
    ),
}
