"""Years: calendar and school ones, their spans, and the years of months, of other stretches and seasons."""

from roadmapc.deadline.ast import (
    THIS_YEAR,
    AcademicYear,
    Between,
    Current,
    Following,
    NamedYear,
    NthOf,
    Season,
    Stretch,
    Year,
)
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.stretch import in_year
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind

GENITIVE = ("а", "я")
"""Endings of months in the genitive: they follow a day."""
_DASH, _COMMA, _SLASH, _AND = TokenKind.DASH, TokenKind.COMMA, TokenKind.SLASH, Sense.AND
_ACADEMIC_YEAR, _UNIT, _MONTH = Unit.ACADEMIC_YEAR, Unit.MONTH, Sense.MONTH
_FIRST = 1990
_LAST = 2100
"""Other numbers of four digits are no years of a plan."""
_YEAR_WORDS = frozenset({Sense.CALENDAR, Sense.ACADEMIC, Sense.YEAR_MARK, Sense.UNIT})
"""Words with which «год», «календарный год» and «учебный год» begin."""
_OF_YEAR = _YEAR_WORDS | {Sense.NEXT, Sense.CURRENT, Sense.REPORTED}
"""Words with which a year at hand begins."""
_WHICH = (Sense.NEXT, Sense.REPORTED, Sense.CURRENT, Sense.CALENDAR, Sense.EACH)
_SHORT_CURRENT = ("т", "с")
_KINDS_OF_YEAR = (Sense.CALENDAR, Sense.ACADEMIC)
_YEAR = Unit.YEAR
_PREPOSITION = Sense.PREPOSITION
_NUMBER = TokenKind.NUMBER
_JOINTS = (TokenKind.COMMA, TokenKind.DASH, TokenKind.SLASH)
_PARTS, _FIRST_SHORT = (Unit.QUARTER, Unit.HALF_YEAR), 20
_BEHIND_YEAR = (TokenKind.END, TokenKind.DASH, TokenKind.COMMA, TokenKind.CLOSE, TokenKind.BREAK)
_RANGE_SIGNS = (TokenKind.DASH, TokenKind.SLASH)
_AFTER_HEAD = (TokenKind.DASH, TokenKind.COLON, TokenKind.COMMA)
_LEADS_OF_OWN = ("до", "в", "во")
"""Prepositions with which the time of a year begins that stands before it as its heading."""
_SINGLE = ("год", "года", "году", "г")
_LENGTH_OF_PAIR = 4
"""Tokens of «, 2027–2028»."""
_LENGTH_OF_SHORT = 2
"""Digits of «24 г.»."""
_LONGEST_BEGINNING = 6
"""Tokens of the beginning of a range before its year: «с IV кв.», «с 1 мая»."""
_SHORTENED = (TokenKind.DOT, TokenKind.DASH)
"""Signs behind the name of a month that is not written out."""
_DATED = (TokenKind.DATE, TokenKind.MONTH, TokenKind.ROMAN)


def year_number(token: Token) -> int | None:
    """The year that a token is by itself."""
    has_four = len(token.text) == 4 or (len(token.text) > 4 and not token.text[4].isdigit())  # «2026-го»
    if token.kind is _NUMBER and has_four and _FIRST <= token.numbers[0] <= _LAST:
        return token.numbers[0]
    return None


def read_digits(cursor: Cursor) -> Stretch | None:
    """A year, or «08 02 2022г.» as in a form filled in by hand."""
    day, month, year = cursor.token, cursor.peek(), year_number(cursor.peek(2))
    if year is None or month.kind is not _NUMBER or len(month.text) != 2 or len(day.text) > 2:
        return read_years(cursor)
    cursor.advance(3)
    read_year_words(cursor)
    return NthOf(Unit.DAY, day.numbers[0], NthOf(Unit.MONTH, month.numbers[0], Year(year)))


def read_years(cursor: Cursor, *, of_date: bool = False) -> Stretch | None:
    """«2021 год», «2021-2025 гг.», «2021/2022 учебный год», «21/22 уч. год».

    `of_date`: the year may be that of the date with which a range begins, «с мая 2026 года по 2028 год».
    """
    start = cursor.at
    first = year_number(cursor.tokens[start])
    if first is None:
        return THIS_YEAR if _skip_short_current(cursor) else _read_short_academic(cursor)
    cursor.advance()
    slash = cursor.tokens[cursor.at].kind is _SLASH
    unit = read_year_words(cursor)
    token = cursor.tokens[cursor.at]
    may_go_on = token.kind in _RANGE_SIGNS or token.text == "по"
    if may_go_on and of_date and token.text == "по" and unit is not _ACADEMIC_YEAR:
        may_go_on = not _is_led_by_since(cursor, start)
    last = _read_last(cursor, first) if may_go_on else None
    if last is None:
        return AcademicYear(first) if unit is _ACADEMIC_YEAR else Year(first)
    is_academic = read_year_words(cursor) is _ACADEMIC_YEAR or _heads_school_years(cursor)
    if last == first + 1 and (is_academic or slash):
        return AcademicYear(first)
    if is_academic:
        return Between(AcademicYear(first), AcademicYear(last - 1))
    return Between(Year(first), Year(last))


def _is_listed(cursor: Cursor) -> bool:
    """Whether a year, its sign before it, is one of several parted by strokes: «2026/2027/2028 гг.»."""
    at = cursor.at
    if cursor.tokens[at - 1].kind is not _SLASH:
        return False
    is_before = at >= _LENGTH_OF_PAIR and cursor.tokens[at - 3].kind is _SLASH
    is_before = is_before and year_number(cursor.tokens[at - _LENGTH_OF_PAIR]) is not None
    return is_before or (cursor.peek().kind is _SLASH and year_number(cursor.peek(2)) is not None)


def _heads_school_years(cursor: Cursor) -> bool:
    """Whether pairs of years follow that end with their words: «2026–2027, 2027–2028 учебные годы»."""
    ahead = 0
    while cursor.peek(ahead).kind is _COMMA or cursor.peek(ahead).sense is _AND:
        pair = [cursor.peek(place) for place in range(ahead + 1, ahead + _LENGTH_OF_PAIR)]
        if year_number(pair[0]) is None or pair[1].kind not in _RANGE_SIGNS or pair[2].kind is not _NUMBER:
            return False
        ahead += _LENGTH_OF_PAIR
    return ahead > 0 and cursor.peek(ahead).sense is Sense.ACADEMIC


def _read_last(cursor: Cursor, first: int) -> int | None:
    """The end of a span of years; it may be short («2021/22»)."""
    start = cursor.at
    if cursor.skip(*_RANGE_SIGNS) or cursor.take_text("по"):
        token = cursor.token
        last = year_number(token)
        mark = cursor.tokens[start - 1 - (cursor.tokens[start - 1].kind is TokenKind.DOT)].text
        is_single = mark in _SINGLE and cursor.peek().sense not in _YEAR_WORDS  # «2026 г. – 40 человек»
        if last is None and token.kind is _NUMBER and len(token.text) == 2 and not is_single:
            last = first // 100 * 100 + token.numbers[0]
        is_share = cursor.peek().text == "%"  # «2025 г. – 40 %»
        is_year = last is not None and last >= first and not (is_share or _is_listed(cursor))
        if is_year and cursor.peek().sense is not _MONTH:
            cursor.advance()
            return last
    cursor.at = start
    return None


def _read_short_academic(cursor: Cursor) -> Stretch | None:
    """«21/22 учебный год»: two digits are years only if the words say so."""
    first, sign, last = cursor.token, cursor.peek(), cursor.peek(2)
    if first.kind is not _NUMBER or last.kind is not _NUMBER or len(first.text) != 2:
        return None
    if sign.kind not in _RANGE_SIGNS or last.numbers[0] != first.numbers[0] + 1:
        return None
    start = cursor.at
    cursor.advance(3)
    if read_year_words(cursor) is _ACADEMIC_YEAR:
        return AcademicYear(2000 + first.numbers[0])
    cursor.at = start
    return None


def read_numbers_behind(cursor: Cursor, unit: Unit) -> AcademicYear | Current:
    """«учебный год 2026/2027», «учебного года 2026–2027»: a school year has its numbers behind its words."""
    start = cursor.at
    is_named = unit is _ACADEMIC_YEAR and year_number(cursor.token) is not None
    years = read_years(cursor) if is_named else None
    if isinstance(years, AcademicYear):
        return years
    first, last = (years.first, years.last) if isinstance(years, Between) else (None, None)
    if isinstance(first, Year) and last == Year(first.number + 1):
        return AcademicYear(first.number)
    cursor.at = start
    return Current(unit)


def read_year_words(cursor: Cursor) -> Unit | None:
    """«год», «гг.», «календарный год» or «учебный год»: the unit that the words name."""
    start = cursor.at
    token = cursor.tokens[start]
    if token.sense not in _YEAR_WORDS:
        return None
    unit = _YEAR
    if token.sense in _KINDS_OF_YEAR:
        cursor.take(Sense.CALENDAR)
        if cursor.take(Sense.ACADEMIC):
            unit = _ACADEMIC_YEAR
            cursor.skip_dot()
    if cursor.token.unit is _YEAR:
        cursor.advance()
    elif cursor.take(Sense.YEAR_MARK):
        cursor.skip_dot()
        if cursor.take(Sense.YEAR_MARK):  # «г.г.»
            cursor.skip_dot()
    else:
        cursor.at = start
        return None
    return unit


def read_year_of(cursor: Cursor) -> Stretch:
    """The year that a day, month or quarter before the cursor belongs to; unnamed if none is named."""
    start = cursor.at
    reader = _BY_KIND.get(cursor.tokens[start].kind)
    year = reader(cursor) if reader is not None else None
    if year is None:
        cursor.at = start
    return year or THIS_YEAR


def _read_own_year(cursor: Cursor) -> Stretch | None:
    """A year by its number, unless it begins a list or span that belongs to more than one date."""
    short = _read_short_year(cursor) if len(cursor.tokens[cursor.at].text) == _LENGTH_OF_SHORT else None
    if short is not None:
        return short
    is_apart = cursor.skip(_COMMA)
    start = cursor.at
    years = read_years(cursor, of_date=True)
    if isinstance(years, NamedYear) and not _begins_list(cursor) and not (is_apart and _heads(cursor)):
        return years
    cursor.at = start
    return None


def _is_led_by_since(cursor: Cursor, at: int) -> bool:
    """Whether «с» is the last preposition before an index."""
    near = cursor.tokens[max(at - _LONGEST_BEGINNING, 0) : at]
    leads = [token.text for token in near if token.sense is _PREPOSITION]
    return leads[-1:] == ["с"]


def _heads(cursor: Cursor) -> bool:
    """Whether the years of a phrase stand before their dates: «2023 г. – февраль, 2024 г. – март»."""
    behind = cursor.peek()
    begins_date = _names_time(behind) or behind.kind is _NUMBER or behind.sense is _PREPOSITION
    if cursor.token.kind not in _AFTER_HEAD or not begins_date:
        return False
    if behind.text in _LEADS_OF_OWN:  # «до 1 декабря, 2025 год – до 1 ноября», «…, 2025 год – в октябре»
        return True
    first = next(token for token in cursor.tokens if _names_time(token))
    return year_number(first) is not None


def _names_time(token: Token) -> bool:
    """Whether a token is a year, or the part of a date that a year would follow."""
    if token.kind is _NUMBER:
        return year_number(token) is not None
    return token.kind in _DATED or token.sense is _MONTH


def _read_short_year(cursor: Cursor) -> Year | None:
    """«июнь 24 г.», «май 22 года», «IV кв. 26»: two digits behind a quarter, or before «год»."""
    token, behind = cursor.token, cursor.peek()
    if token.kind is not _NUMBER or not token.text.isdigit():
        return None
    part = cursor.tokens[cursor.at - 1 - (cursor.tokens[cursor.at - 1].kind is TokenKind.DOT)]
    is_of_part = part.unit in _PARTS and behind.kind in _BEHIND_YEAR and token.numbers[0] >= _FIRST_SHORT
    if not is_of_part and behind.sense is not Sense.YEAR_MARK and behind.text not in ("год", "года"):
        return None
    cursor.advance()
    read_year_words(cursor)
    return Year(2000 + token.numbers[0])


def _begins_list(cursor: Cursor) -> bool:
    """Whether another bare year follows: «сентябрь 2021, 2022 и 2023 годов»."""
    token = cursor.tokens[cursor.at]
    if token.kind not in _JOINTS and token.sense is not _AND:
        return False
    return year_number(cursor.peek()) is not None and cursor.peek(2).sense is not _MONTH


def _read_year_at_hand(cursor: Cursor) -> Stretch | None:
    """«текущего года», «следующего года», «года, следующего за отчётным», «учебного года»."""
    if _skip_short_current(cursor):
        return THIS_YEAR
    if cursor.tokens[cursor.at].sense not in _OF_YEAR:
        return None
    if cursor.token.sense is Sense.NEXT and cursor.peek().text == "за":
        # «до 20 января следующего за отчётным года»
        return Following(_YEAR, 1, THIS_YEAR) if read_following(cursor) is _YEAR else None
    following = cursor.take(Sense.NEXT) is not None
    if following or cursor.take_any(Sense.CURRENT, Sense.REPORTED):
        cursor.skip_dot()
    unit = read_year_words(cursor)
    if unit is None:
        return None
    if following or read_following(cursor) is not None:
        return Following(_YEAR, 1, THIS_YEAR)
    read_preceding(cursor)
    return read_numbers_behind(cursor, unit)


def _skip_short_current(cursor: Cursor) -> bool:
    """«т.г.», «с.г.»: of this year."""
    is_short = cursor.token.text in _SHORT_CURRENT and cursor.peek().kind is TokenKind.DOT
    if not is_short or cursor.peek(2).sense is not Sense.YEAR_MARK:
        return False
    cursor.advance(3)
    cursor.skip_dot()
    return True


def read_month(cursor: Cursor) -> Stretch | None:
    """A month by its name, with its year."""
    word = cursor.take(_MONTH)
    if word is None:
        return None
    if cursor.tokens[cursor.at].kind in _SHORTENED:
        cursor.skip_dot()
    cursor.take_text("месяц", "месяца", "месяце")
    return month_in(word.number, read_year_of(cursor))


def month_in(number: int, year: Stretch) -> Stretch:
    """A month of a year; that of a school year is a month of one of its calendar years."""
    if isinstance(year, AcademicYear):
        return in_year(NthOf(_UNIT, number, THIS_YEAR), year)
    of_school_year = isinstance(year, Current) and year.unit is _ACADEMIC_YEAR
    return NthOf(_UNIT, number, THIS_YEAR if of_school_year else year)


def read_run_of_months(cursor: Cursor, first: NthOf) -> list[NthOf]:
    """«последний четверг августа – сентября»: months in the genitive, which share a day; empty if none."""
    start = cursor.at
    ending = "е" if cursor.tokens[start - 1].text.endswith("е") else GENITIVE  # «в июне – августе»
    is_range = cursor.skip(_DASH) and cursor.token.text.endswith(ending)
    last = read_month(cursor) if is_range else None
    if not isinstance(last, NthOf):
        cursor.at = start
        return []
    count = (last.ordinal - first.ordinal) % 12 + 1
    numbers = [(first.ordinal + at - 1) % 12 + 1 for at in range(count)]
    year = last.of
    if not isinstance(year, Year):
        return [NthOf(Unit.MONTH, number, first.of) for number in numbers]
    return [NthOf(Unit.MONTH, number, Year(year.number - (number > last.ordinal))) for number in numbers]


def read_following(cursor: Cursor) -> Unit | None:
    """«, следующего за отчётным кварталом»: the unit that comes before."""
    start = cursor.at
    cursor.skip(_COMMA)
    is_after = cursor.token.text == "после" and cursor.peek().sense is Sense.REPORTED
    if (is_after or cursor.take(Sense.NEXT)) and cursor.take_lemma("за", "после"):
        cursor.take_text("окончанием", "окончания")
        while cursor.take_any(Sense.REPORTED, Sense.CURRENT, Sense.CALENDAR):
            pass
        word = cursor.take_any(Sense.UNIT, Sense.PERIOD)
        return word.unit if word and word.unit else Unit.PERIOD
    cursor.at = start
    return None


def read_preceding(cursor: Cursor) -> Unit | None:
    """«, предшествующего планируемому кварталу»: the unit that comes behind; `None` without such words."""
    start = cursor.at
    cursor.skip(_COMMA)
    if cursor.take(Sense.PRECEDING):
        cursor.take(Sense.EDGE)
        while cursor.take_any(*_WHICH) or cursor.take_text("плановому"):
            pass
        is_told = cursor.tokens[cursor.at - 1].sense not in (Sense.PRECEDING, Sense.EDGE)
        word = cursor.take_any(Sense.UNIT, Sense.PERIOD)
        if word is not None and cursor.token.is_unknown:  # «предшествующего году проведения выборов»
            cursor.at = start
            return None
        if word is not None or is_told:  # «предшествующего плановому», «… очередному финансовому»
            return word.unit if word and word.unit else Unit.PERIOD
    cursor.at = start
    return None


def read_season(cursor: Cursor) -> Season | None:
    """What the plan gives a name to, with its year: «осенние каникулы 2024 года»."""
    start = cursor.at
    word = cursor.take(Sense.NAMED)
    if word is None:
        return None
    words = cursor.problems.words(cursor.span_from(start))
    return Season(word.lemma, year=read_year_of_season(cursor), words=words)


def read_year_of_season(cursor: Cursor) -> Year | AcademicYear | None:
    """«2024 года», «2024/2025 учебного года», «2024–2025 годов»; `None` for the year at hand."""
    start = cursor.at
    year = read_year_of(cursor)
    if year == THIS_YEAR and cursor.at == start:
        year = read_years(cursor) or year
    if isinstance(year, Between) and isinstance(year.first, Year) and isinstance(year.last, Year):
        is_season = year.last.number == year.first.number + 1  # «отопительный сезон 2024–2025 годов»
        year = AcademicYear(year.first.number) if is_season else year
    if isinstance(year, Year | AcademicYear):
        return year
    if not isinstance(year, Current):
        cursor.at = start
    return None


_BY_KIND = {
    TokenKind.NUMBER: _read_own_year,
    TokenKind.COMMA: _read_own_year,
    TokenKind.WORD: _read_year_at_hand,
}
"""What reads the year of a date, by the token behind the date."""
