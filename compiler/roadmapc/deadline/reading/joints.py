"""What joins two times into a range: a dash, «по», «до» behind «с», «и заканчивая»."""

from roadmapc.deadline.ast import (
    LIMITS,
    SOME_PERIOD,
    THIS_MONTH,
    THIS_YEAR,
    Between,
    Bound,
    Current,
    NamedYear,
    NthOf,
    Stretch,
    Year,
)
from roadmapc.deadline.codes import MISSING_SEPARATOR
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.stretch import month_behind, month_of, months_of, root, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_REPORTED = (Unit.QUARTER, Unit.HALF_YEAR)
_SOME_PARTS = (SOME_PERIOD, *map(Current, _REPORTED))
_BEFORE_RANGE = (TokenKind.COMMA, TokenKind.DOT)
_AND, _DASH = Sense.AND, TokenKind.DASH
_ENDING = ("заканчивая", "кончая", "завершая")
"""Words for the end of a range: «начиная с мая и заканчивая августом»."""
_WORDS = {
    "по": frozenset(Bound) - LIMITS,
    "до": frozenset({Bound.FROM}),
    **dict.fromkeys(_ENDING, frozenset(Bound)),
}
"""Words that join a range, by how its beginning is bounded."""


def names_part(whole: Stretch, part: Stretch) -> bool:
    """«II квартал – вторая половина июня»: behind a dash, the part of the quarter that is meant."""
    is_part = isinstance(part, NthOf) and unit_of(part) is not Unit.MONTH and unit_of(whole) in _REPORTED
    return is_part and month_of(part) in months_of(whole)


def skip_range_sign(cursor: Cursor, bound: Bound) -> bool:
    """Leave the sign of a range behind, with the comma, the dot or «и» before it."""
    sign, ahead = cursor.tokens[cursor.at], 0
    if sign.kind in _BEFORE_RANGE:
        sign, ahead = cursor.peek(), 1
    if sign.sense is _AND and cursor.peek(ahead + 1).text in _ENDING:
        ahead += 1
        sign = cursor.peek(ahead)
    is_sign = sign.kind is _DASH or bound in _WORDS.get(sign.text, ())
    if is_sign:
        cursor.advance(ahead + 1)
    return is_sign


def are_in_turn(before: Stretch, month: Stretch) -> bool:
    """«апрель – май – июнь»: whether a range goes on with the very next month."""
    return isinstance(before, Between) and month_of(month) == month_behind(month_of(before.last))


def say_chain(cursor: Cursor, span: Span) -> None:
    """Say of «март – июнь – сентябрь» that it may be a list as well as a range."""
    message = f"«{cursor.problems.words(span)}»: два тире подряд – промежуток это или перечень, не сказано"
    hint = "поставьте запятые, если сроков несколько, или одно тире, если один"
    cursor.problems.add(MISSING_SEPARATOR, span, message, hint)


def can_join(first: Stretch, last: Stretch, *, is_parted: bool = False) -> bool:
    """Whether two stretches make a range: neither is one, and a year joins only a year.

    `is_parted`: a comma stands before the sign of the range.
    """
    if isinstance(first, Between) or isinstance(last, Between):
        return False
    is_part = isinstance(last, NthOf) and last.of in _SOME_PARTS
    is_open = is_part and (month_of(first) > 0 or unit_of(first) in _REPORTED)
    is_long = unit_of(last) in (Unit.MONTH, *_REPORTED) and root(first) in (THIS_MONTH, SOME_PERIOD)
    # «апрель, октябрь – вторая половина месяца»: a part of each
    is_open = is_open or (isinstance(last, NthOf) and last.of == THIS_MONTH and last.unit is not Unit.DAY)
    if is_open or is_long:  # «25 ноября – последний день»: of what? «последнее число месяца – июнь, июль»
        return False
    is_of_each = isinstance(last, NthOf) and last.unit is Unit.DAY and last.of == THIS_MONTH
    is_of_period = root(last) == SOME_PERIOD and (is_parted or unit_of(first) is not Unit.DAY)
    is_of_each = is_of_each or is_of_period  # «начиная с 1 июля, до 20 числа следующего месяца»
    if is_of_each and (root(first) == THIS_YEAR or isinstance(root(first), NamedYear)):
        return False  # «с июня до 10 числа каждого месяца»
    if _holds(first, last):
        return False
    return isinstance(first, NamedYear) == isinstance(last, NamedYear) or _ends_later_year(first, last)


def _holds(first: Stretch, last: Stretch) -> bool:
    """Whether a time lies in the one before the dash: it says which day or month of it is meant."""
    if unit_of(first) is Unit.MONTH:  # «март – 9 марта»
        return unit_of(last) in SINGLE_DAYS and month_of(first) == month_of(last)
    if unit_of(first) not in _REPORTED or not month_of(last):
        return False
    if unit_of(last) is Unit.MONTH:
        # «I полугодие – май»; that of a school year has other months, «I полугодие – декабрь»
        return unit_of(first) is not Unit.QUARTER or month_of(last) in months_of(first)
    # «I полугодия – 10 июля», «I квартал – последняя пятница марта»
    return unit_of(last) is Unit.DAY or (unit_of(last) in SINGLE_DAYS and month_of(last) in months_of(first))


def _ends_later_year(first: Stretch, last: Stretch) -> bool:
    """«2027 г. – III квартал 2028 г.»: a part of a later year ends what a whole year begins."""
    year = root(last)
    return isinstance(first, Year) and isinstance(year, Year) and first.number < year.number
