"""Numbers: digits, Roman numerals, words; one by one, in lists and in ranges.

The last of them are days although no month follows: «3, 10, 17», «15-го – апрель, июль».
"""

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from roadmapc.deadline.ast import Between, NthOf, Season, Stretch
from roadmapc.deadline.codes import MISSING_SEPARATOR
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.unit import MONTH_DAYS, Unit
from roadmapc.deadline.words.lexicon import Sense, Word
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_DASH, _AND, _CARDINAL, _NUMBER = TokenKind.DASH, Sense.AND, Sense.CARDINAL, TokenKind.NUMBER
_MONTH = Sense.MONTH
_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV", 5: "V", 6: "VI", 7: "VII", 8: "VIII"}
_LONGEST_LIST = 31
"""No month has more days; a longer list is not read as one."""
_NUMERALS = frozenset({TokenKind.NUMBER, TokenKind.ROMAN})
_OPEN = TokenKind.OPEN
_LONGEST_NUMBER = 8
"""Characters of a numeral with its ending, «25  -го»; a longer one is no day and no quarter."""
_GREATEST = 999
"""A greater number is a year: it counts nothing, «2026 – 1 марта» is no range."""
_SUFFIXES = frozenset(["й", "го", "я", "е", "ый", "ой", "ая", "ое", "ом", "м"])
_OF_THINGS = ("й", "я", "е")
"""Endings of digits that say which one of several things: «2-я сессия»."""
_OF_BOTH = "е"
"""The one of them that a day may have: «5-е – 10 мая»."""
_COUNTING = ("х", "ти", "м", "мя")
"""Endings of digits that say how many: «3-х рабочих дней»."""
_OF_DAYS = (Sense.WORKING, Sense.CALENDAR)
_JOINTS = (TokenKind.COMMA, TokenKind.SLASH)
_SINCE = ("с", "со", "от")
_RANGE_WORDS = (("по",), ("по", "до"))
"""What joins a range, without and with «с» before it."""
_SERIES = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
_NEAR = 12
"""Tokens in which the word for a monthly series is looked for."""
_ENDS = (TokenKind.END, TokenKind.BREAK, TokenKind.COMMA, TokenKind.CLOSE)
_DAYS, _BEFORE_DAYS = range(1, MONTH_DAYS[0] + 1), frozenset({"до", "с", "по", "к"})
_BEFORE_MONTHS = (TokenKind.DASH, TokenKind.COLON, TokenKind.COMMA, TokenKind.OPEN)
_OF_DAY = ("го", "е", "му", "м")
"""Endings of digits with which a day of a month is called: «15-го», «к 15-му»."""
_LONGER_THAN_DECADE = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
_OF_DECADE, _MOST_DECADES = ("я", "ю", "й"), 3
"""Endings of numbers with which no day of December is called: «1-я дек.», «в 1-й дек.»."""
_TENS = (20, 30, 40, 50, 60)
_TENS_OF_DAYS = (20, 30)


class Numeral(NamedTuple):
    """A number or a range of numbers that a unit follows."""

    first: int
    last: int
    """The first again if it is no range."""
    is_ordinal: bool
    """Whether the form says «which» rather than «how many»."""
    span: Span


class StretchAt(NamedTuple):
    """A stretch and its words."""

    stretch: Stretch
    span: Span


class Counted(NamedTuple):
    """What numbers count: a unit of a larger stretch."""

    unit: Unit
    of: Stretch

    def by(self, numeral: Numeral) -> StretchAt:
        """The unit or the range of units that a numeral counts."""
        first = self._nth(numeral.first)
        if numeral.last == numeral.first:
            return StretchAt(first, numeral.span)
        return StretchAt(Between(first, self._nth(numeral.last)), numeral.span)

    def _nth(self, ordinal: int) -> Stretch:
        if isinstance(self.of, Season) and self.unit is Unit.SEASON:
            return replace(self.of, ordinal=ordinal, words=f"{ordinal_of_season(ordinal)} {self.of.words}")
        return NthOf(self.unit, ordinal, self.of)


def ordinal_of_season(ordinal: int) -> str:
    """How canonical wording numbers a season: «II четверть», «последней четверти»."""
    return _ROMAN.get(ordinal) or ("последней" if ordinal < 0 else f"{ordinal}-й")


def read_cardinal(cursor: Cursor) -> int | None:
    """How many: «10», «десяти», «10 (десяти)», «двадцати пяти»."""
    token = cursor.token
    if token.kind is _NUMBER:
        cursor.advance()
        _skip_spelled_out(cursor)
        return token.numbers[0]
    return _read_cardinal_words(cursor)


def _read_cardinal_words(cursor: Cursor) -> int | None:
    word = cursor.take(_CARDINAL)
    if word is None:
        return None
    units = cursor.take(_CARDINAL) if word.number in _TENS else None
    return word.number + (units.number if units else 0)


def _skip_spelled_out(cursor: Cursor) -> None:
    """Leave behind the same number in brackets and words, as office custom repeats it."""
    start = cursor.at
    if not cursor.skip(_OPEN):
        return
    is_number = _read_cardinal_words(cursor) is not None or _read_ordinal_words(cursor) is not None
    if not is_number or not cursor.skip(TokenKind.CLOSE):
        cursor.at = start


def read_counted_unit(cursor: Cursor) -> Word | None:
    """The unit behind a count; behind digits or «раб.» a «д.» without the number of a house is days."""
    token, before = cursor.token, cursor.tokens[cursor.at - 1]
    is_days = token.text == "д" and (before.kind is _NUMBER or before.sense in _OF_DAYS)
    if not is_days or cursor.peek(2).kind is _NUMBER:
        return cursor.take(Sense.UNIT)
    cursor.advance()
    return Word(Sense.UNIT, unit=Unit.DAY)


def read_numerals(cursor: Cursor) -> list[Numeral]:
    """A list of numbers and ranges, empty if there is none."""
    numerals: list[Numeral] = []
    start = end = cursor.at
    while len(numerals) < _LONGEST_LIST:
        sort = cursor.tokens[cursor.at].kind  # «с 1 по 14, II поток»: no list has both
        is_other = bool(numerals) and {sort, cursor.tokens[start].kind} == _NUMERALS
        numeral = _read_numeral(cursor) if not is_other else None
        if numeral is None:
            break
        numerals.append(numeral)
        if cursor.tokens[cursor.at].sense is _MONTH:
            return numerals  # what the last of them counts
        _pass_asides(cursor)
        end = cursor.at
        if not _skip_joint(cursor) and not _has_lost_joint(cursor, start, numeral):
            break
        cursor.take_lemma("до", "с")
    cursor.at = end
    return numerals


def _skip_joint(cursor: Cursor) -> bool:
    """Leave «,», «и», «, а также» behind."""
    start = cursor.at
    cursor.skip(*_JOINTS)
    while cursor.take(_AND):
        pass
    return cursor.at > start


def _has_lost_joint(cursor: Cursor, start: int, before: Numeral) -> bool:
    """Whether a greater day follows at once: «13 14 15 мая», but no name may stand before the list."""
    token = cursor.token
    if token.kind is not _NUMBER or len(token.text) > 2 or token.numbers[0] <= before.last:
        return False
    if start == 0:
        return True
    lead = cursor.tokens[start - 1]
    return lead.kind is TokenKind.COMMA or lead.sense is Sense.PREPOSITION


def _read_numeral(cursor: Cursor) -> Numeral | None:
    start = cursor.at
    first = _read_which(cursor)
    if first is None:
        return None
    if cursor.tokens[cursor.at].sense is _MONTH:  # «5 мая»
        return Numeral(first[0], *first, cursor.span_from(start))
    is_from = start > 0 and cursor.tokens[start - 1].text in _SINCE
    last = _read_end_of_range(cursor, is_from=is_from) or first
    while last is not first and _goes_on(cursor, last[0]):  # «I – II – III кварталы»
        cursor.advance(2)
        last = last[0] + 1, last[1]
    is_ordinal = first[1] or last[1]
    return Numeral(first[0], last[0], is_ordinal, cursor.span_from(start))


def _read_end_of_range(cursor: Cursor, *, is_from: bool) -> tuple[int, bool] | None:
    """The end behind a dash or «по»; behind «до» only if «с» stands before: «с 3 до 14 марта»."""
    start, passed = cursor.at, len(cursor.passed)
    _pass_asides(cursor)
    if _is_label(cursor):
        return None
    if cursor.skip(_DASH) or cursor.take_text(*_RANGE_WORDS[is_from]):
        weekday = cursor.take_weekday() if cursor.passed else None
        cursor.passed += [weekday] if weekday is not None else []
        last = _read_which(cursor)
        if last is not None:
            _pass_asides(cursor)
            return last
    cursor.at = start
    del cursor.passed[passed:]
    return None


def _goes_on(cursor: Cursor, last: int) -> bool:
    """Whether a dash and the very next number follow, as the dash and the number before them do."""
    at = cursor.at
    before, number, sign = cursor.tokens[at - 2], cursor.tokens[at - 1], cursor.token
    behind = cursor.peek()
    is_alike = sign.kind is before.kind is _DASH and behind.kind is number.kind
    are_spaced = (sign.start > number.end) == (before.end < number.start)
    return is_alike and are_spaced and behind.kind in _NUMERALS and behind.numbers[0] == last + 1


def _is_label(cursor: Cursor) -> bool:
    """«1-я сессия – 12 марта, 2-я – 14 мая»: digits with the ending of a thing before a dash and a date."""
    first, day = cursor.tokens[cursor.at - 1], cursor.peek()
    is_word = first.sense is Sense.ORDINAL  # «второй – 1 октября, третий – 1 декабря»
    is_called = is_word or (first.kind is _NUMBER and first.text.endswith(_OF_THINGS))
    if cursor.token.kind is not _DASH or not is_called:
        return False
    is_date = day.kind is _NUMBER and day.text.isdigit() and cursor.peek(2).sense is Sense.MONTH
    return is_date and (not first.text.endswith(_OF_BOTH) or _names_things(cursor))


def _names_things(cursor: Cursor) -> bool:
    """Whether digits with such an ending stand before a word: «1-е заседание – …, 2-е – 21 января»."""
    before = pairwise(cursor.tokens[: cursor.at])
    return any(
        number.kind is _NUMBER and number.text.endswith(_OF_BOTH) and thing.kind is TokenKind.WORD
        for number, thing in before
    )


def _pass_asides(cursor: Cursor) -> None:
    """«с 3 (пн) по 7 (пт) февраля», «с 5 по 15 (включительно) число», «15 (пятнадцатого) мая»."""
    if cursor.token.kind is _OPEN:
        _skip_spelled_out(cursor)
        cursor.pass_bracketed()


def _read_which(cursor: Cursor) -> tuple[int, bool] | None:
    """A number that says which one, and whether its form alone says so."""
    token = cursor.tokens[cursor.at]
    if token.kind not in _NUMERALS or len(token.text) > _LONGEST_NUMBER or token.numbers[0] > _GREATEST:
        return _read_ordinal_words(cursor)
    cursor.advance()
    is_digits = token.text.isdigit()
    if not is_digits and cursor.token.kind is _DASH and cursor.peek().text in _SUFFIXES:
        cursor.advance(2)  # «II-й»
    return token.numbers[0], not is_digits and not token.text.endswith(_COUNTING)


def _read_ordinal_words(cursor: Cursor) -> tuple[int, bool] | None:
    """«третий», «двадцать пятого»."""
    start = cursor.at
    tens = cursor.take(_CARDINAL)
    word = cursor.take(Sense.ORDINAL) if tens is None or tens.number in _TENS_OF_DAYS else None
    if word is None:
        cursor.at = start
        return None
    return word.number + (tens.number if tens else 0), True


def say_missing_commas(cursor: Cursor, numerals: list[Numeral]) -> None:
    """Say that a list of numbers has lost a comma: «13 14 15 мая»."""
    problems = cursor.problems
    for before, numeral in pairwise(numerals):
        if problems.words(Span(before.span.end, numeral.span.start)).isspace():
            span = Span(numerals[0].span.start, numerals[-1].span.end)
            message = f"между числами «{problems.words(span)}» потерян знак; прочитано как список"
            hint = "поставьте запятые, если сроков несколько, или тире, если один"
            problems.add(MISSING_SEPARATOR, span, message, hint)
            return


def are_whole_phrase(cursor: Cursor, start: int) -> bool:
    """Whether the phrase is nothing but numbers that can be days, with a preposition at most: «3, 10, 17»."""
    if cursor.token.kind is TokenKind.OPEN:
        cursor.pass_bracketed()
    word = cursor.tokens[0].word
    leads = start == 0 or (start == 1 and word is not None and word.lemma in _BEFORE_DAYS)
    numbers = [token for token in cursor.tokens[start : cursor.at] if token.numbers]
    are_days = all(token.kind is TokenKind.NUMBER and token.numbers[0] in _DAYS for token in numbers)
    return leads and are_days and cursor.is_at_end


def are_of_each_month(cursor: Cursor, numerals: list[Numeral]) -> bool:
    """«ежемесячно до 15-го», «до 15 каждого месяца»: days of a monthly series without the word for it."""
    if cursor.token.sense is Sense.EACH and cursor.peek().unit is Unit.MONTH:
        return all(1 <= numeral.first <= numeral.last <= MONTH_DAYS[0] for numeral in numerals)
    ends = cursor.token.sense is Sense.ADVERB or cursor.token.kind in (*_ENDS, TokenKind.OPEN)
    return ends and _is_monthly(cursor) and _are_days(cursor, numerals)


def _is_monthly(cursor: Cursor) -> bool:
    """Whether «ежемесячно» or «раз в месяц» stands near, or months before: «май – август, до 10-го»."""
    first = max(cursor.at - _NEAR, 0)
    near = cursor.tokens[first : cursor.at + _NEAR]
    adverbs = [token.word for token in near if token.sense is Sense.ADVERB]
    if any(word is not None and word.unit in _SERIES for word in adverbs):
        return True
    before = [token for token in near[: cursor.at - first] if token.kind is not TokenKind.DOT]
    is_counted = any(token.sense is Sense.TIMES or token.text == "р" for token in before)
    months = [token.sense is Sense.MONTH for token in before]
    is_range = any(
        months[at] and months[at + 2] and before[at + 1].kind is TokenKind.DASH
        for at in range(len(before) - 2)
    )
    return is_range or (is_counted and any(token.unit is Unit.MONTH for token in before))


def are_of_months_behind(cursor: Cursor, start: int, numerals: list[Numeral]) -> bool:
    """«5-го, 20-го – июнь, июль», «до 15-го в апреле, июле»: the months stand behind their days."""
    behind = int(cursor.token.kind in _BEFORE_MONTHS)
    behind += cursor.peek(behind).text == "в"
    numbers = [token for token in cursor.tokens[start : cursor.at] if token.numbers]
    are_called = bool(numbers) and all(token.text.endswith(_OF_DAY) for token in numbers)
    return (
        behind > 0 and cursor.peek(behind).sense is Sense.MONTH and are_called and _are_days(cursor, numerals)
    )


def _are_days(cursor: Cursor, numerals: list[Numeral]) -> bool:
    """Whether digits have endings and none is too great for a day."""
    digits = [cursor.problems.text[numeral.span.start].isdigit() for numeral in numerals]
    return all(digits) and all(each.is_ordinal and each.last <= MONTH_DAYS[0] for each in numerals)


def is_short_decade(cursor: Cursor, numeral: Numeral) -> bool:
    """Whether «дек.» is a decade: «1-я дек.», «II дек.», «3 дек. апреля», «2 дек. каждого месяца»."""
    number = cursor.tokens[cursor.at - 1]
    if number.kind is TokenKind.ROMAN or number.text.endswith(_OF_DECADE):
        return numeral.last <= _MOST_DECADES
    behind = 1 + (cursor.peek().kind is TokenKind.DOT)
    behind += cursor.peek(behind).sense is Sense.EACH
    return cursor.peek(behind).sense is Sense.MONTH or cursor.peek(behind).unit in _LONGER_THAN_DECADE


def read_count_of_times(cursor: Cursor) -> int | None:
    """«два раза», «раз», «2 р.»: how many times."""
    token = cursor.token
    count = read_cardinal(cursor)
    if token.kind is TokenKind.NUMBER and cursor.take_text("р"):
        cursor.skip_dot()
        return count
    word = cursor.take(Sense.TIMES)
    if word is not None and cursor.token.kind is TokenKind.OPEN and cursor.peek().text in ("а", "у"):
        cursor.advance(3)  # «2 раз(а)»
    return (count or word.number or 1) if word is not None else None
