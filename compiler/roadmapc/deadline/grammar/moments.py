"""Moments: stretches with the prepositions that bound them, and ranges of them."""

from roadmapc.deadline.ast import (
    SINGLE_DAYS,
    WEEKDAYS,
    Between,
    Bound,
    Current,
    Moment,
    NamedYear,
    NthOf,
    Offset,
    Stretch,
    Unit,
    Year,
)
from roadmapc.deadline.codes import APPROXIMATE
from roadmapc.deadline.grammar.counted import Found
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.larger import read_larger
from roadmapc.deadline.grammar.stretches import read_stretches, unit_of
from roadmapc.deadline.idioms import Meaning, idiom_at
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.roots import in_year, month_of, root, rooted
from roadmapc.deadline.tokens import TokenKind
from roadmapc.source.span import Span

_BY_LEMMA = {
    "до": Bound.UNTIL,
    "к": Bound.BY,
    "с": Bound.FROM,
    "по": Bound.NOT_LATER,
    "в": Bound.WITHIN,
    "на": Bound.WITHIN,
    "перед": Bound.UNTIL,
}
_BY_MEANING = {
    Meaning.WITHIN: Bound.WITHIN,
    Meaning.NOT_LATER: Bound.NOT_LATER,
    Meaning.UNTIL: Bound.UNTIL,
    Meaning.SINCE: Bound.FROM,
}
_LIMITS = frozenset({Bound.UNTIL, Bound.BY, Bound.NOT_LATER})
_YEARS = (Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.PLAN)
_BEFORE_RANGE = (TokenKind.COMMA, TokenKind.DOT)
_BEFORE_INCLUSIVE = frozenset({TokenKind.WORD, TokenKind.OPEN, TokenKind.COMMA})


def read_moments(cursor: Cursor) -> tuple[Moment, ...]:
    """One moment, or several that share a unit; empty if there is none."""
    start = cursor.at
    bound = _read_bound(cursor)
    lead = cursor.at - 1
    edge = _read_bounded_edge(cursor, bound) if bound in _LIMITS else None
    if edge is not None:
        return (edge,)
    found = read_stretches(cursor)
    if not found:
        cursor.at = start
        return ()
    after = _after_day(cursor, found) if cursor.token.text == "после" else []
    found = after or _with_range(cursor, found, bound)
    if bound is Bound.FROM:
        found = _with_preposition(cursor, lead, found)
    return tuple(_moment(cursor, item, bound) for item in found)


def _read_bound(cursor: Cursor) -> Bound:
    """The preposition or words before a stretch; a bare stretch is a window."""
    token = cursor.token
    if token.numbers or token.sense is Sense.MONTH:
        return Bound.WITHIN
    found = idiom_at(cursor.tokens, cursor.at)
    if found is not None and found[0].meaning in _BY_MEANING:
        cursor.at = found[1]
        cursor.skip(TokenKind.DOT, TokenKind.COLON)
        cursor.skip(TokenKind.COMMA) if cursor.peek().text == "чем" else None
        cursor.take_text("чем")
        inner = cursor.take_lemma("с") if found[0].meaning is Meaning.WITHIN else None
        return Bound.FROM if inner else _BY_MEANING[found[0].meaning]
    lemma = cursor.take_lemma(*_BY_LEMMA)
    if lemma == "в" and cursor.take(Sense.FILLER):
        lemma = cursor.take_lemma(*_BY_LEMMA) or lemma
    return _BY_LEMMA[lemma] if lemma else Bound.WITHIN


def _read_bounded_edge(cursor: Cursor, bound: Bound) -> Moment | None:
    """«до начала учебного года», «к концу года»: a day, not a stretch."""
    start = cursor.at
    word = cursor.take(Sense.EDGE)
    if word is None:
        return None
    whole = read_larger(cursor)
    if whole is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    if word.number == 1 and bound is not Bound.BY:
        return Moment(Offset(-1, Unit.DAY, whole), Bound.NOT_LATER, span)
    if word.number == 2:
        return Moment(NthOf(Unit.DAY, 15, whole), bound, span)
    return Moment(NthOf(Unit.DAY, 1 if word.number == 1 else -1, whole), bound, span)


def _after_day(cursor: Cursor, found: list[Found]) -> list[Found]:
    """«первый понедельник после 1 сентября»; empty if no day follows."""
    weekday, start = found[0].stretch, cursor.at
    is_counted = isinstance(weekday, NthOf) and weekday.unit in WEEKDAYS and weekday.of == _SOME_PERIOD
    if not is_counted or len(found) > 1:
        return []
    cursor.advance()
    days = read_stretches(cursor)
    if not isinstance(weekday, NthOf) or len(days) != 1 or unit_of(days[0].stretch) is not Unit.DAY:
        cursor.at = start
        return []
    span = Span(found[0].span.start, days[0].span.end)
    return [Found(Offset(weekday.ordinal, weekday.unit, days[0].stretch), span)]


_SOME_PERIOD = Current(Unit.PERIOD)


def _with_preposition(cursor: Cursor, lead: int, found: list[Found]) -> list[Found]:
    """«с 1 по 20 августа»: the first preposition belongs to the words of a range, as the second does."""
    token, (first, *others) = cursor.tokens[lead], found
    if not isinstance(first.stretch, Between) or token.text not in _LEADS:
        return found
    return [first._replace(span=Span(token.start, first.span.end)), *others]


_LEADS = ("с", "со")


def _moment(cursor: Cursor, found: Found, bound: Bound) -> Moment:
    """A bound to the stretch that it means; «включительно» may follow."""
    stretch, span = found
    if _read_inclusive(cursor) and bound is Bound.UNTIL:
        return Moment(stretch, Bound.NOT_LATER, span)
    if isinstance(stretch, Between):
        return Moment(stretch, Bound.WITHIN, span)
    unit = unit_of(stretch)
    if (
        unit in SINGLE_DAYS
        or bound not in (Bound.UNTIL, Bound.BY)
        or (unit in _YEARS and bound is Bound.UNTIL)
    ):
        return Moment(stretch, bound, span)
    return _before(cursor, stretch, bound, span)


def _read_inclusive(cursor: Cursor) -> bool:
    start = cursor.at
    if cursor.token.kind not in _BEFORE_INCLUSIVE:
        return False
    opened = cursor.skip(TokenKind.OPEN)
    cursor.skip(TokenKind.COMMA)
    if cursor.take(Sense.INCLUSIVE):
        cursor.skip_dot()
        return not opened or cursor.skip(TokenKind.CLOSE)
    cursor.at = start
    return False


def _before(cursor: Cursor, stretch: Stretch, bound: Bound, span: Span) -> Moment:
    """«до сентября» and «к сентябрю»: before the month begins."""
    message = f"«{cursor.problems.words(span)}»: срок истекает до начала этого времени"
    cursor.problems.add(APPROXIMATE, span, message, "назовите последний день срока")
    if bound is Bound.BY:
        return Moment(NthOf(Unit.DAY, 1, stretch), Bound.BY, span)
    return Moment(Offset(-1, Unit.DAY, stretch), Bound.NOT_LATER, span)


def _with_range(cursor: Cursor, found: list[Found], bound: Bound) -> list[Found]:
    """The stretches, the last joined to the one behind a dash or «по»."""
    last = found[-1]
    while True:
        start = cursor.at
        ends = read_stretches(cursor) if _skip_range_sign(cursor, bound) else []
        if not ends or not _can_join(last.stretch, ends[0].stretch):
            cursor.at = start
            return found
        span = Span(last.span.start, ends[0].span.end)
        found = [*found[:-1], Found(joined(last.stretch, ends[0].stretch), span), *ends[1:]]
        if not isinstance(ends[0].stretch, NthOf) or ends[0].stretch.unit is not Unit.MONTH or len(ends) > 1:
            return found


def _skip_range_sign(cursor: Cursor, bound: Bound) -> bool:
    ahead = 1 if cursor.token.kind in _BEFORE_RANGE else 0
    sign = cursor.peek(ahead)
    if sign.kind is TokenKind.DASH or sign.text == "по" or (sign.text == "до" and bound is Bound.FROM):
        cursor.advance(ahead + 1)
        return True
    return False


def _can_join(first: Stretch, last: Stretch) -> bool:
    """Whether two stretches make a range: neither is one, and a year joins only a year."""
    if isinstance(first, Between) or isinstance(last, Between):
        return False
    return isinstance(first, NamedYear) == isinstance(last, NamedYear)


def joined(first: Stretch, last: Stretch) -> Stretch:
    """A range, or the one day named twice: «9 мая – День Победы»."""
    both = _between(first, last)
    return both.first if both.first == both.last else both


def _between(first: Stretch, last: Stretch) -> Between:
    """A range; its beginning takes what it does not name from its end."""
    if unit_of(first) is Unit.DAY and isinstance(first, NthOf) and not isinstance(first.of, NthOf):
        first = rooted(first, Unit.MONTH, last.of) if isinstance(last, NthOf) else first
    opened, closed = root(first), root(last)
    if isinstance(closed, NamedYear):
        return _range_in(first, last, closed)
    if isinstance(opened, Year) and month_of(last):
        last = in_year(last, Year(opened.number + (month_of(last) < month_of(first))))
    return Between(first, last)


def _range_in(first: Stretch, last: Stretch, year: NamedYear) -> Between:
    both = in_year(Between(first, last), year)
    return both if isinstance(both, Between) else Between(first, last)
