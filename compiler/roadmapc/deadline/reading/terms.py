"""Terms counted from an event: «в течение 10 рабочих дней со дня …», «за 5 дней до …»."""

from dataclasses import replace

from roadmapc.deadline.ast import (
    SOME_PERIOD,
    THIS_YEAR,
    Between,
    Bound,
    Direction,
    Duration,
    Moment,
    NthOf,
    Offset,
    Relative,
    Stretch,
)
from roadmapc.deadline.codes import APPROXIMATE, COUNTED_BACK, UNCOVERED_TIME
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.lengths import (
    DAYS,
    EDGES,
    NAMED_PARTS,
    TERMS,
    is_limited,
    read_direction,
    read_duration,
    read_leads,
    skip_preceding,
)
from roadmapc.deadline.reading.moments import read_stretches
from roadmapc.deadline.reading.numbers import read_cardinal, read_numerals
from roadmapc.deadline.reading.parts import read_container
from roadmapc.deadline.reading.tails import date_length, read_words
from roadmapc.deadline.stretch import day_beside, month_of, unit_of
from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_LONGEST_NTH = 8
"""Tokens up to the word for a day: «в срок не позднее, чем на третий рабочий день»."""
_SINGULAR = ("дня", "дн", "д", "р.д", "рд")
"""Forms that may say which day: «5 рабочего дня месяца», «5 р.д. мес.»."""
_DATES = (TokenKind.NUMBER, TokenKind.DATE)
_APPOINTED = ("назначенн", "запланированн", "намеченн")
_LENGTH_OF_APPOINTED = 3
"""Tokens of «, назначенного на»."""
_COUNTING_FROM = ("начиная", "считая")
_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7, Unit.DECADE: 10}
_NEW_YEAR = NthOf(Unit.DAY, 31, NthOf(Unit.MONTH, 12, THIS_YEAR))
"""The day that «Новый год» names alone."""
_KNOWN = frozenset(WEEKDAYS)
"""Numbered in a month, «до последней пятницы апреля», they are days as others are."""
_ENDINGS = ("окончан", "заверш", "истечен")


def read_term(cursor: Cursor) -> Item | None:
    """A length of time and the event from which it runs."""
    start = cursor.at
    lead = read_leads(cursor)
    duration, is_counted = read_duration(cursor)
    if duration is not None:
        is_counted = is_counted or lead.is_through or (lead.is_before and cursor.is_at_end)
        if cursor.take_text(*TERMS):  # «в месячный срок»
            is_counted = True
        direction = read_direction(cursor)
        if direction is Direction.BEFORE and not is_counted:
            is_within = meaning_at(cursor.tokens, start) is Meaning.WITHIN
            direction = None if is_within else direction  # «в течение года до 25 декабря»
        is_year = duration.unit is Unit.YEAR and not is_counted
        if direction is Direction.AFTER and is_year and _is_start(cursor):
            direction = None  # «в течение года, с 1 апреля» is no length
        # «в 1 квартале до 20 марта» is that quarter, «по истечении квартала до 15 апреля» is behind it
        is_part = (lead.is_inside and duration.unit in NAMED_PARTS) or cursor.tokens[start].text == "по"
        if direction is Direction.BEFORE and is_part:
            direction, is_counted = None, False
        if direction is not None:
            return _anchored(cursor, start, duration, direction, lead.bound)
        if is_counted and not _is_part(cursor):
            direction = Direction.BEFORE if lead.is_before else Direction.AFTER
            return cursor.item(ItemKind.RULE, start, rule=Relative(None, duration, direction, lead.bound))
    cursor.at = start
    return None


def _read_both_sides(cursor: Cursor, start: int, before: Duration, bound: Bound) -> Item | None:
    """«за 10 дней до и через 5 дней после 9 мая»: a day on each side of the one that is told once."""
    end = cursor.at
    if not cursor.take(Sense.AND):
        return None
    lead = read_leads(cursor)
    duration, _ = read_duration(cursor)
    is_after = duration is not None and read_direction(cursor) is Direction.AFTER
    both = _anchored(cursor, start, duration, Direction.AFTER, lead.bound) if duration and is_after else None
    if both is None or not both.moments:
        cursor.at = end
        return None
    _say_counted_back(cursor, both.span, both.moments[0].stretch)
    anchors = [moment.stretch.of for moment in both.moments if isinstance(moment.stretch, Offset)]
    counted = [Offset(-before.count, before.unit, anchor) for anchor in anchors]
    moments = [Moment(day, bound, both.span) for day in counted]
    return replace(both, moments=(*moments, *both.moments))


def _is_start(cursor: Cursor) -> bool:
    """Whether a comma and «с» or «начиная с» stand before the day at the cursor."""
    lead, before = cursor.tokens[cursor.at - 1], cursor.tokens[cursor.at - 2]
    sign = cursor.tokens[cursor.at - 3] if before.text == "начиная" else before
    return lead.text == "с" and sign.kind is TokenKind.COMMA and date_length(cursor, 0) > 0


def read_lasting(cursor: Cursor) -> Item | None:
    """«продолжительностью 21 день», «сроком на 3 месяца»: a length from the day before it."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = idiom[1] if idiom is not None else start
    duration, _ = read_duration(cursor)
    if duration is None:
        cursor.at = start
        return None
    return cursor.item(ItemKind.RULE, start, rule=Relative(None, duration, Direction.AFTER))


def read_nth_day(cursor: Cursor) -> Item | None:
    """«на следующий день после …», «не позднее третьего рабочего дня со дня …», «в день, следующий за …»."""
    start = cursor.at
    near = cursor.tokens[start : start + _LONGEST_NTH]
    if not any(token.word is not None and token.word.unit in DAYS for token in near):
        return None
    lead = read_leads(cursor)
    numerals = read_numerals(cursor) if cursor.token.sense is not Sense.NEXT else []
    is_next = not numerals and cursor.take(Sense.NEXT) is not None
    is_singular = cursor.token.text == "рабочего"  # «3 рабочего дня» says which, «3 рабочих дня» how many
    working = cursor.take(Sense.WORKING) is not None
    cursor.take(Sense.CALENDAR)
    is_single = len(numerals) == 1 and numerals[0].first == numerals[0].last > 0
    is_single = is_single and (numerals[0].is_ordinal or (is_singular and numerals[0].first % 10 != 1))
    word = cursor.take(Sense.UNIT)
    is_which = is_single or is_next or (not numerals and cursor.peek().sense is Sense.NEXT)
    if word is None or word.unit not in DAYS or word.lemma:
        cursor.at = start
        return None
    cursor.skip_dot()
    if not numerals and not is_next and skip_preceding(cursor):  # «не позднее дня, предшествующего …»
        length = Duration(1, Unit.WORKING_DAY if working else Unit.DAY)
        return _anchored(cursor, start, length, Direction.BEFORE, Bound.NOT_LATER)
    if not is_which or read_direction(cursor) is not Direction.AFTER:
        cursor.at = start
        return None
    cursor.take_text("днем", "датой")
    unit = Unit.WORKING_DAY if working else word.unit
    is_limit = (
        meaning_at(cursor.tokens, start) in (Meaning.NOT_LATER, Meaning.UNTIL)
        or cursor.tokens[start].text == "до"
    )
    bound = Bound.FROM if lead.bound is Bound.FROM else Bound.NOT_LATER if is_limit else Bound.WITHIN
    return _anchored(
        cursor, start, Duration(numerals[0].first if is_single else 1, unit), Direction.AFTER, bound
    )


def read_counted_window(cursor: Cursor) -> Item | None:
    """«не ранее чем за 30 и не позднее чем за 10 дней до 1 июня»: both lengths are from the same day."""
    start = cursor.at
    lead = read_leads(cursor)
    length, _ = read_duration(cursor)
    count = length.count if length is not None else read_cardinal(cursor)
    cursor.skip(TokenKind.COMMA)
    while cursor.take(Sense.AND):
        pass
    is_limit = meaning_at(cursor.tokens, cursor.at) is Meaning.NOT_LATER
    last = read_term(cursor) if count is not None and lead.bound is Bound.FROM and is_limit else None
    end = last.moments[0].stretch if last is not None and len(last.moments) == 1 else None
    if not isinstance(end, Offset) or count is None:
        cursor.at = start
        return None
    unit = length.unit if length is not None else end.unit
    begins = Offset(count if end.count > 0 else -count, unit, end.of)
    return cursor.item(
        ItemKind.MOMENTS, start, (Moment(Between(begins, end), Bound.WITHIN, cursor.span_from(start)),)
    )


def _is_part(cursor: Cursor) -> bool:
    """Whether what looked like a length is a part of what follows: «5 рабочего дня месяца»."""
    if cursor.token.sense is Sense.MONTH:
        return True
    start = cursor.at
    unit = cursor.tokens[start - 1 - (cursor.tokens[start - 1].kind is TokenKind.DOT)]
    is_followed = unit.text in _SINGULAR and read_container(cursor) is not None
    cursor.at = start
    return is_followed


def _anchored(cursor: Cursor, start: int, duration: Duration, direction: Direction, bound: Bound) -> Item:
    """A day if the calendar knows the event: «за 5 дней до 1 сентября»; else a rule."""
    if direction is Direction.BEFORE:
        window = _read_both_sides(cursor, start, duration, bound)
    else:
        window = _read_with_first_day(cursor, start, duration, bound)
    if window is not None:
        return window
    count = duration.count if direction is Direction.AFTER else -duration.count
    listed = _read_listed_days(cursor, direction) if cursor.token.kind in _DATES else []
    if listed:
        span = cursor.span_from(start)
        if direction is Direction.BEFORE:
            _say_counted_back(cursor, span, listed[0])
        days = tuple([Moment(Offset(count, duration.unit, day), bound, span) for day in listed])
        return cursor.item(ItemKind.MOMENTS, start, days)
    anchor = _read_anchor(cursor, direction)
    counted = cursor.span_from(start)
    event, anchors = (None, [anchor]) if anchor is not None else _read_dated_event(cursor)
    if direction is Direction.BEFORE:
        _say_counted_back(cursor, counted, anchors[0] if anchors else None)
    if not anchors:
        return cursor.item(ItemKind.RULE, start, rule=Relative(event, duration, direction, bound))
    span = cursor.span_from(start)
    days = tuple([Moment(Offset(count, duration.unit, anchor), bound, span) for anchor in anchors])
    is_start = direction is Direction.BEFORE and bound is Bound.FROM
    if is_start and len(anchors) == 1 and month_of(anchors[0]) and not is_limited(cursor):
        # «не ранее чем за 10 дней до 1 июня»: from then on, but up to the day itself
        days = (Moment(Between(days[0].stretch, anchors[0]), Bound.WITHIN, span),)
    return cursor.item(ItemKind.MOMENTS, start, days)


def _say_counted_back(cursor: Cursor, span: Span, anchor: Stretch | None) -> None:
    """A day that is not counted is worth a note where one is: before a known day, or before an election."""
    hint = "если нужен другой день, назовите дату"
    if "выбор" in cursor.problems.text.casefold():
        hint = "на выборах срок считают на день иначе"
    elif anchor is None:
        return
    message = f"«{cursor.problems.words(span)}»: день события в счёт не входит"
    cursor.problems.add(COUNTED_BACK, span, message, hint)


def _read_with_first_day(cursor: Cursor, start: int, length: Duration, bound: Bound) -> Item | None:
    """«в течение 15 дней, начиная с 20 апреля»: up to 4 May, as the day itself counts."""
    behind = cursor.at
    lead, since = cursor.tokens[behind - 2 : behind]
    if lead.text not in _COUNTING_FROM or since.text != "с":
        return None
    days = [stretch_at.stretch for stretch_at in read_stretches(cursor)]
    day = days[0] if len(days) == 1 else None
    days_in = _DAYS_IN.get(length.unit)
    before = day_beside(day, -1) if day is not None else None
    if isinstance(day, NthOf) and day.unit is Unit.DAY and month_of(day) and (days_in or before is not None):
        span = cursor.span_from(start)
        last = Offset(length.count * days_in - 1, Unit.DAY, day) if days_in else None
        if last is None and before is not None:
            last = Offset(length.count, length.unit, before)
        if last is not None and last.count > 0:
            message = f"«{cursor.problems.words(span)}»: первый день в счёт входит"
            cursor.problems.add(APPROXIMATE, span, message, "назовите последний день")
            return cursor.item(ItemKind.MOMENTS, start, (Moment(last, bound, span),))
    cursor.at = behind
    return None


def _read_listed_days(cursor: Cursor, direction: Direction) -> list[Stretch]:
    """«за 5 дней до 1 июня, 1 июля (и до 1 августа)»: days in a row; empty unless they are several."""
    start = cursor.at
    listed: list[Stretch] = []
    end = start
    while days := [stretch_at.stretch for stretch_at in read_stretches(cursor)]:
        if not all(isinstance(day, NthOf) and day.unit is Unit.DAY and month_of(day) for day in days):
            break
        listed += days
        end = cursor.at
        is_joined = cursor.take(Sense.AND) is not None
        if not is_joined and not cursor.skip(TokenKind.COMMA):
            break
        if is_joined and direction is Direction.BEFORE:
            cursor.take_lemma("до")  # «за 5 дней до 1 мая и до 1 октября»
    cursor.at = end
    is_repeated = len(set(listed)) < max(len(listed), 2)  # «за 5 дней до 1 июня, 1 июня»
    if is_repeated or cursor.token.kind is TokenKind.DASH:  # «за 3 дня до 1 июня, 5 июня – концерт»
        cursor.at, listed = start, []
    return listed


def _read_dated_event(cursor: Cursor) -> tuple[str | None, list[Stretch]]:
    """The words of an event, and its days if they follow at once: «за 3 дня до заседания 15 мая»."""
    start = cursor.at
    event = read_words(cursor)
    end = cursor.at
    if event is None:
        return None, []
    appointed = _appointed(cursor, start)
    cursor.at = appointed or cursor.at
    words = cursor.item(ItemKind.ASIDE, start)
    if appointed:  # «заседания, назначенного на 24 марта»
        cursor.advance(_LENGTH_OF_APPOINTED)
    opened = cursor.skip(TokenKind.OPEN)  # «до дня голосования (20.09.2026)»
    days = (_read_listed_days(cursor, Direction.AFTER) if opened else []) or [
        each.stretch for each in read_stretches(cursor)
    ]
    is_closed = not opened or cursor.skip(TokenKind.CLOSE)
    are_days = all(isinstance(day, NthOf) and unit_of(day) is Unit.DAY for day in days)
    if are_days and is_closed and (opened or len(days) == 1):
        cursor.passed.append(words)
        return event, days
    if opened and days and are_days and not is_closed:
        _say_unread_list(cursor)
    cursor.at = end
    return event, []


def _say_unread_list(cursor: Cursor) -> None:
    """«за 9 дней до собраний (25 марта, … 24 июня)»: of which of the days, if not all were read."""
    start = cursor.at
    while cursor.token.kind not in (TokenKind.CLOSE, TokenKind.END):
        if date_length(cursor, 0):
            span = cursor.span_from(start)
            message = f"«{cursor.problems.words(span)}»: до какого из дней считать, прочитать нельзя"
            cursor.problems.add(UNCOVERED_TIME, span, message, "перечислите дни через запятую")
            return
        cursor.advance()


def _appointed(cursor: Cursor, start: int) -> int:
    """Where «, назначенного на» stands among the words from an index up to the cursor; 0 if nowhere."""
    for at in range(start + 1, cursor.at - 1):
        signed, made, lead = cursor.tokens[at : at + _LENGTH_OF_APPOINTED]
        if signed.kind is TokenKind.COMMA and made.text.startswith(_APPOINTED) and lead.text == "на":
            return at
    return 0


def _read_anchor(cursor: Cursor, direction: Direction) -> Stretch | None:
    """The event if it is a day that a calendar knows."""
    start = cursor.at
    edge = next((end for stem, end in EDGES.items() if cursor.token.text.startswith(stem)), 0)
    if edge:
        cursor.advance()
        if _is_of_series(cursor):
            return SOME_PERIOD
    stretch = _read_known(cursor, whole_allowed=bool(edge))
    is_called = cursor.token.is_unknown and stretch is not None and unit_of(stretch) is not Unit.DAY
    if stretch == _NEW_YEAR and edge == 1:  # «до наступления Нового года»
        return THIS_YEAR
    if stretch is None or is_called:  # «окончания года обучения»
        cursor.at = start
        return None
    if direction is Direction.BEFORE and (first := _read_first_day(cursor)):
        return first
    natural_edge = -1 if direction is Direction.AFTER else 1
    return stretch if edge in (0, natural_edge) else NthOf(Unit.DAY, edge, stretch)


def _read_first_day(cursor: Cursor) -> Stretch | None:
    """«до начала учебного года (1 сентября)»: the day on which a named time begins, once more."""
    start = cursor.at
    days = [each.stretch for each in read_stretches(cursor)] if cursor.skip(TokenKind.OPEN) else []
    day = days[0] if len(days) == 1 else None
    is_first = isinstance(day, NthOf) and day.unit is Unit.DAY and day.ordinal == 1 and month_of(day) > 0
    if is_first and cursor.skip(TokenKind.CLOSE):
        return day
    cursor.at = start
    return None


def _is_of_series(cursor: Cursor) -> bool:
    """«ежеквартально, в течение 15 дней после окончания»: of each period of the series that is told."""
    is_word = cursor.token.kind is TokenKind.WORD and cursor.token.sense is not Sense.PREPOSITION
    names_other = is_word or bool(cursor.token.numbers)
    # but not «после концерта», which begins as «конца» does
    is_bare = not names_other and cursor.tokens[cursor.at - 1].text.startswith(_ENDINGS)
    return is_bare and any(token.sense in (Sense.ADVERB, Sense.TIMES) for token in cursor.tokens)


def _read_known(cursor: Cursor, *, whole_allowed: bool) -> Stretch | None:
    reported = cursor.token.sense is Sense.REPORTED
    if reported and cursor.peek().sense is Sense.PERIOD:
        cursor.advance(2)
        return SOME_PERIOD
    if cursor.token.sense is Sense.EACH and cursor.peek().sense is Sense.UNIT:
        cursor.advance()  # «после (окончания) каждого квартала»
        whole_allowed = True
    stretches = read_stretches(cursor)
    if len(stretches) != 1:
        return None
    stretch = stretches[0].stretch
    is_day = unit_of(stretch) in _KNOWN and not isinstance(stretch, Between)
    is_known = whole_allowed or reported or is_day or unit_of(stretch) in (Unit.DAY, Unit.SEASON)
    return stretch if is_known else None
