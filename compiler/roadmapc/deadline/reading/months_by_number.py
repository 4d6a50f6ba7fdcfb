"""Months by their numbers, the last with its year: «09.2021», «05–06.2026», «03, 06, 09.2026»."""

from roadmapc.deadline.ast import Between, NthOf, Stretch, Year
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.numbers import read_numerals
from roadmapc.deadline.reading.years import read_year_words
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_MONTHS = range(1, 13)
_RANGE_WORDS = ("по", "до")
_LISTED = (TokenKind.COMMA, TokenKind.SLASH)


def read_month_and_year(cursor: Cursor) -> Stretch:
    """«09.2021»."""
    month, year = cursor.token.numbers
    cursor.advance()
    read_year_words(cursor)
    return NthOf(Unit.MONTH, month, Year(year))


def read_months_by_number(cursor: Cursor) -> list[Stretch]:
    """The months of such a list or range; empty if there is none."""
    start = cursor.at
    numerals = read_numerals(cursor)
    dot = cursor.token.kind is TokenKind.DOT  # «05.–06.2026»
    sign, named = cursor.peek(dot), cursor.peek(dot + 1)
    is_range = sign.kind is TokenKind.DASH or sign.text in _RANGE_WORDS
    is_joined = is_range or sign.kind in _LISTED or sign.sense is Sense.AND
    are_months = all(each.first in _MONTHS and each.last in _MONTHS for each in numerals)
    are_plain = are_months and not any(each.is_ordinal for each in numerals)
    if not numerals or named.kind is not TokenKind.MONTH or not is_joined or not are_plain:
        cursor.at = start
        return []
    cursor.advance(dot + 2)
    read_year_words(cursor)
    end, year = named.numbers
    ends = [(_month(each.first, end, year), _month(each.last, end, year)) for each in numerals]
    months: list[Stretch] = [first if first == last else Between(first, last) for first, last in ends]
    if not is_range:
        return [*months, _month(end, end, year)]
    begins = months[-1].last if isinstance(months[-1], Between) else months[-1]
    return [*months[:-1], Between(begins, _month(end, end, year))]


def _month(number: int, end: int, year: int) -> NthOf:
    """A month up to the last one of a list: «11–02.2027» begins in the year before."""
    return NthOf(Unit.MONTH, number, Year(year - (number > end)))
