"""Days and the month beside them: «октябрь (6-10)», «май 13-17», «в декабре – до 20», «Октябрь: 7, 14»."""

from dataclasses import replace

from roadmapc.deadline.ast import THIS_MONTH, Between, Bound, Current, Moment, NthOf
from roadmapc.deadline.codes import UNCOVERED_TIME
from roadmapc.deadline.reading.cursor import Cursor, Item
from roadmapc.deadline.reading.numbers import Numeral, read_numerals
from roadmapc.deadline.reading.years import read_month
from roadmapc.deadline.stretch import last_day_of
from roadmapc.deadline.unit import MONTH_DAYS, Unit
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind

_WITHIN, _MONTH, _COLON = Bound.WITHIN, Unit.MONTH, TokenKind.COLON
_BOUNDS = {"до": Bound.UNTIL, "к": Bound.BY, "по": Bound.NOT_LATER}
_SIGNS = (TokenKind.DASH, TokenKind.COLON, TokenKind.COMMA)
_BESIDE = (Sense.PLACE, Sense.PURPOSE, Sense.PREPOSITION)
"""Words of another matter, before which the days end."""
_ENDS = (TokenKind.END, TokenKind.BREAK, TokenKind.COMMA, TokenKind.OPEN, TokenKind.CLOSE)


def read_days_under(cursor: Cursor, head: int, heading: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """The days of the month from an index to the cursor; the month itself if none follow."""
    month = heading[0].stretch if len(heading) == 1 else None
    if not isinstance(month, NthOf) or month.unit is not _MONTH or heading[0].bound is not _WITHIN:
        return heading
    if cursor.is_at_end:
        return heading
    start = cursor.at
    before = [token for token in cursor.tokens[max(head - 3, 0) : head] if token.kind is not TokenKind.DOT]
    is_listed = any(token.sense is Sense.MONTH for token in before[-2:])
    # «апрель, июль – до 15-го»: the day of each month of the list
    days = _read_days(cursor, THIS_MONTH if is_listed else month, alone=not is_listed)
    if not days:
        cursor.at = start
        return heading
    if is_listed and cursor.tokens[start].kind is TokenKind.OPEN and days[0].bound is _WITHIN:
        span = cursor.span_from(start)
        message = f"«{cursor.problems.words(span)}»: какого из месяцев это дни, не сказано"
        cursor.problems.add(UNCOVERED_TIME, span, message, "назовите дни каждого месяца")
    return (*heading, *days) if is_listed else days


def _read_days(cursor: Cursor, month: NthOf | Current, *, alone: bool) -> tuple[Moment, ...]:
    """Numbers that nothing but days can be: in brackets, with a preposition, or two of them at least."""
    opened = cursor.skip(TokenKind.OPEN)
    has_sign = not opened and cursor.skip(*_SIGNS)
    first = cursor.at
    lemma = cursor.take_lemma("с", *_BOUNDS)
    bound = _BOUNDS.get(lemma, _WITHIN) if lemma is not None else _WITHIN
    if lemma is None and meaning_at(cursor.tokens, cursor.at) is Meaning.NOT_LATER:
        cursor.advance(2)
        lemma, bound = "по", Bound.NOT_LATER
    number = cursor.at
    numerals = read_numerals(cursor)
    if not numerals:
        return ()
    is_range = any(numeral.first != numeral.last for numeral in numerals)
    is_plain = all(token.text.isdigit() or not token.numbers for token in cursor.tokens[number : cursor.at])
    is_listed = len(numerals) > 1 or (has_sign and cursor.tokens[first - 1].kind is TokenKind.COLON)
    is_called = cursor.tokens[cursor.at - 1].text.endswith("го")  # «март, июнь – 25-го»
    is_clear = opened or lemma in _BOUNDS or is_range or is_listed or is_called or _are_pairs(cursor.tokens)
    # «в декабре – не позднее 20 числа»
    named = alone and lemma in _BOUNDS and not opened and cursor.take(Sense.DATE_OF_MONTH) is not None
    cursor.take(Sense.INCLUSIVE)
    span = cursor.span_from(number)
    is_label = lemma in _BOUNDS and cursor.token.kind is TokenKind.DASH and not cursor.peek().numbers
    is_beside = cursor.token.sense in _BESIDE
    if lemma == "по" and cursor.token.sense is Sense.PURPOSE:  # «август – по 2 смены»
        is_beside = False
    is_end = named or is_label or cursor.token.kind in _ENDS or is_beside
    ends = cursor.skip(TokenKind.CLOSE) if opened else is_end
    if not (
        (is_plain or is_called or lemma in _BOUNDS) and is_clear and ends and all(map(_is_of_month, numerals))
    ):
        return ()
    if has_sign and lemma is None and cursor.tokens[first - 1].kind is TokenKind.COMMA:
        return ()
    if lemma == "с" and len(numerals) == 1 and not is_range:  # «октябрь, с 15-го»: up to its end
        last = last_day_of(month) if isinstance(month, NthOf) else NthOf(Unit.DAY, -1, month)
        return (Moment(Between(NthOf(Unit.DAY, numerals[0].first, month), last), bound, span),)
    return tuple(Moment(_days_of(month, numeral), bound, span) for numeral in numerals)


def _are_pairs(tokens: list[Token]) -> bool:
    """«январь – 17; февраль – 14», «январь 15, апрель 16»: whether each month of several has its number."""
    tokens = [token for token in tokens if token.kind is not TokenKind.DOT]
    months = [at for at, token in enumerate(tokens) if token.sense is Sense.MONTH]
    numbers = [at + 1 + (tokens[at + 1].kind in (TokenKind.DASH, TokenKind.COLON)) for at in months]
    return len(months) > 1 and all(
        tokens[at].kind is TokenKind.NUMBER
        and tokens[at].numbers[0] <= MONTH_DAYS[0]
        and tokens[at + 1].kind in _ENDS
        for at in numbers
    )


def _is_of_month(numeral: Numeral) -> bool:
    return 1 <= numeral.first <= MONTH_DAYS[0] and 1 <= numeral.last <= MONTH_DAYS[0]


def _days_of(month: NthOf | Current, numeral: Numeral) -> NthOf | Between:
    first = NthOf(Unit.DAY, numeral.first, month)
    return first if numeral.first == numeral.last else Between(first, NthOf(Unit.DAY, numeral.last, month))


def read_listed_days(cursor: Cursor, month: NthOf) -> tuple[Moment, ...]:
    """Days of a list under a month, each with its remark: «Ноябрь: 11 – отбор; 18 – финал»."""
    start = cursor.at
    if cursor.token.sense is Sense.PREPOSITION:  # «май (I поток – с 1 по 14, II поток – с 15 по 28)»
        days = _read_days(cursor, month, alone=True)
        cursor.at = cursor.at if days else start
        return days
    numerals = read_numerals(cursor)
    is_plain = all(token.text.isdigit() or not token.numbers for token in cursor.tokens[start : cursor.at])
    is_label = cursor.token.kind is TokenKind.DASH and not cursor.peek().numbers
    ends = is_label or cursor.token.kind in _ENDS
    if not numerals or not is_plain or not ends or not all(map(_is_of_month, numerals)):
        cursor.at = start
        return ()
    span = cursor.span_from(start)
    return tuple(Moment(_days_of(month, numeral), _WITHIN, span) for numeral in numerals)


def _read_month_at_hand(cursor: Cursor) -> Current | None:
    """«числа», «числа месяца»: of each month."""
    if not cursor.take(Sense.DATE_OF_MONTH):
        return None
    cursor.take_text("месяца")
    return THIS_MONTH


def read_shared_month(cursor: Cursor) -> tuple[Moment, ...]:
    """«не ранее 1 и не позднее 10 октября»: the two bounds share the month."""
    start = cursor.at
    cursor.advance()
    cursor.take_text("ранее", "раньше", "с")
    numerals = read_numerals(cursor)
    cursor.skip(TokenKind.COMMA)
    while cursor.take(Sense.AND):
        pass
    is_limit = meaning_at(cursor.tokens, cursor.at) is Meaning.NOT_LATER
    if len(numerals) == 1 and is_limit:
        cursor.advance(2)
        last = read_numerals(cursor)
        month = (read_month(cursor) or _read_month_at_hand(cursor)) if len(last) == 1 else None
        if isinstance(month, NthOf | Current):
            days = Between(NthOf(Unit.DAY, numerals[0].first, month), NthOf(Unit.DAY, last[0].last, month))
            return (Moment(days, _WITHIN, cursor.span_from(start)),)
    cursor.at = start
    return ()


def is_month(item: Item) -> bool:
    """Whether an item is one whole month, under which days may be listed."""
    stretches = [moment.stretch for moment in item.moments]
    return len(stretches) == 1 and isinstance(stretches[0], NthOf) and stretches[0].unit is Unit.MONTH


def heading_of(item: Item, cursor: Cursor) -> Item | None:
    """«Июнь: 6 (концерт), 12»: the month whose first day was read together with it."""
    if cursor.tokens[item.first + 1].kind is not _COLON:
        return None
    stretch = item.moments[-1].stretch
    day = stretch.last if isinstance(stretch, Between) else stretch
    month = day.of if isinstance(day, NthOf) and day.unit is Unit.DAY else None
    return replace(item, moments=(Moment(month),)) if isinstance(month, NthOf) else None
