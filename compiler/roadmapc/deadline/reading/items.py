"""A phrase as a row of items: moments, periodicities, references, words and signs."""

from dataclasses import replace

from roadmapc.deadline.ast import NthOf, Recurrence
from roadmapc.deadline.reading.addresses import is_name, read_date_of_document, read_street
from roadmapc.deadline.reading.asides import APPOSED, passed_within, read_apposition
from roadmapc.deadline.reading.clock import (
    read_clock,
    read_clock_after_preposition,
    read_clock_behind_day,
    read_clock_of_limit,
    read_each_hours,
    read_no_hour,
    with_hours,
)
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind, Reader
from roadmapc.deadline.reading.events import (
    read_campaign,
    read_during,
    read_each_event,
    read_meeting,
    read_named_period,
    read_numbered_reference,
    read_reference,
    read_times_in_event,
)
from roadmapc.deadline.reading.exceptions import (
    read_days_off,
    read_days_off_too,
    read_exception,
    read_weekday_off,
)
from roadmapc.deadline.reading.first_report import read_first_report
from roadmapc.deadline.reading.headings import (
    heading_of,
    is_month,
    read_days_under,
    read_listed_days,
    read_shared_month,
)
from roadmapc.deadline.reading.moments import read_moments
from roadmapc.deadline.reading.periodicity import (
    ALTERNATE,
    DAYS_OFF,
    are_of_range,
    read_alternate_months,
    read_periodicity,
    read_weekday_list,
    read_weekdays,
)
from roadmapc.deadline.reading.references import REST, read_rest, read_same_term
from roadmapc.deadline.reading.reports import (
    read_after,
    read_after_period,
    read_report,
    read_reported,
    read_reported_by_dative,
    read_reported_label,
    read_results,
)
from roadmapc.deadline.reading.several import (
    read_after_day,
    read_from_to,
    read_interval,
    read_nearest,
    read_night,
    read_several,
    read_unit_before,
)
from roadmapc.deadline.reading.shifts import read_shift
from roadmapc.deadline.reading.short_reports import read_period_label, read_state, with_report
from roadmapc.deadline.reading.tails import date_length, is_for_next, read_further_days, read_tail
from roadmapc.deadline.reading.terms import read_counted_window, read_lasting, read_nth_day, read_term
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.deadline.words.verbs import is_infinitive
from roadmapc.source.span import Span

_ASIDE, _MOMENTS, _PERIODICITY = ItemKind.ASIDE, ItemKind.MOMENTS, ItemKind.PERIODICITY
_TEXT, _MONTH, _PREPOSITION = ItemKind.TEXT, Sense.MONTH, Sense.PREPOSITION
_COLON, _DATE, _NUMBER = TokenKind.COLON, TokenKind.DATE, TokenKind.NUMBER
_SIGNS = {
    **dict.fromkeys(
        (TokenKind.COMMA, TokenKind.DOT, TokenKind.SLASH, TokenKind.OPEN, TokenKind.CLOSE, TokenKind.OTHER),
        ItemKind.COMMA,
    ),
    TokenKind.DASH: ItemKind.LABEL,
    TokenKind.COLON: ItemKind.LABEL,
    TokenKind.BREAK: ItemKind.BREAK,
}
_HEADED = (_COLON, TokenKind.OPEN)
"""Signs behind a month under which days may be listed."""
_LISTED = (*_HEADED, TokenKind.BREAK, TokenKind.COMMA)
"""Signs behind which a day under a month may stand."""


def read_items(cursor: Cursor) -> list[Item]:
    """All items of a phrase."""
    items: list[Item] = []
    heading: Item | None = None
    end = len(cursor.tokens) - 1
    while cursor.at < end:
        start = cursor.at
        token = cursor.tokens[start]
        if token.kind in _HEADED and items and is_month(items[-1]):
            heading = items[-1]
        elif heading is not None and _may_be_listed(cursor):
            days = _listed(cursor, heading)
            if days is not None:
                items = [item for item in items if item is not heading]
                items.append(days)
                continue
        sign = _SIGNS.get(token.kind)
        if sign is not None:
            cursor.at = start + 1
            items.append(Item(sign, start, cursor.at, Span(token.start, token.end)))
            continue
        apposed = read_apposition(cursor, items) if token.text in APPOSED else None
        item = apposed or _read_item(cursor)
        if item is None:
            cursor.at = start + 1
            item = cursor.item(_TEXT, start)
        items.append(item)
        heading = (heading_of(item, cursor) if item.kind is _MOMENTS else None) or heading
        if cursor.passed:
            passed = passed_within(cursor, item)
            items += passed if item.kind is _MOMENTS else []
    return with_hours(items, cursor) if _ASIDE in [item.kind for item in items] else items


def _may_be_listed(cursor: Cursor) -> bool:
    """Whether a number stands behind the sign of a list, or a preposition with its number behind a label."""
    token, sign = cursor.token, cursor.tokens[cursor.at - 1].kind
    if token.kind is TokenKind.NUMBER:
        return sign in _LISTED
    is_led = token.sense is _PREPOSITION and cursor.peek().kind is TokenKind.NUMBER
    return is_led and (sign is TokenKind.DASH or (sign in _LISTED and cursor.peek(2).kind is TokenKind.DASH))


def _listed(cursor: Cursor, heading: Item) -> Item | None:
    """Days under the month of a heading."""
    start, month = cursor.at, heading.moments[0].stretch
    days = read_listed_days(cursor, month) if isinstance(month, NthOf) else ()
    return cursor.item(_MOMENTS, start, days) if days else None


def _read_item(cursor: Cursor) -> Item | None:
    for reader in _readers(cursor):
        item = reader(cursor)
        if item is not None:
            return item
    return None


def _readers(cursor: Cursor) -> tuple[Reader, ...]:
    """What the next token may begin, the likeliest first."""
    tokens, at = cursor.tokens, cursor.at
    token = tokens[at]
    if token.kind in _BY_KIND:
        return () if is_name(cursor) else _if_day(_BY_KIND[token.kind], tokens, at)
    idiom = idiom_at(tokens, at)
    if idiom is not None:
        return _if_day(_BY_MEANING.get(idiom[0].meaning, (read_reference,)), tokens, idiom[1])
    if token.word is None:
        return (_action,) if is_infinitive(token) else _BY_TEXT.get(token.text, ())
    if token.word.sense is _PREPOSITION:
        return _if_day(_BY_LEMMA[token.word.lemma], tokens, at + 1)
    return _BY_SENSE.get(token.word.sense, ())


def _if_day(readers: tuple[Reader, ...], tokens: list[Token], at: int) -> tuple[Reader, ...]:
    """Those of the readers that may read what stands here, if a day of a month stands at an index."""
    kind = tokens[at].kind
    is_day = kind is _DATE or (kind is _NUMBER and tokens[at + 1].sense is _MONTH)
    return _OF_DAY.get(readers, readers) if is_day else readers


def _moments(cursor: Cursor) -> Item | None:
    start = cursor.at
    moments = read_moments(cursor)
    if not moments:
        return None
    return cursor.item(_MOMENTS, start, read_days_under(cursor, start, moments))


def _shared_month(cursor: Cursor) -> Item | None:
    start = cursor.at
    moments = read_shared_month(cursor)
    return cursor.item(_MOMENTS, start, moments) if moments else None


def _periodicity(cursor: Cursor) -> Item | None:
    start = cursor.at
    periodicity = read_periodicity(cursor)
    if periodicity is None:
        return None
    recurrence, moments = periodicity
    return cursor.item(_PERIODICITY, start, moments, recurrence)


def _alternate_months(cursor: Cursor) -> Item | None:
    start = cursor.at
    periodicity = read_alternate_months(cursor)
    if periodicity is None:
        return None
    return cursor.item(_PERIODICITY, start, periodicity.moments, periodicity.recurrence)


def _sign(kind: ItemKind, length: int = 1) -> Reader:
    """Words that only part others: «и», «далее», «кроме того»."""

    def read(cursor: Cursor) -> Item | None:
        start = cursor.at
        cursor.advance(length)
        return cursor.item(kind, start)

    return read


def _tail(kind: ItemKind) -> Reader:
    """Words with all that belongs to them: «по состоянию на 1 января», «кроме лета»."""

    def read(cursor: Cursor) -> Item | None:
        start = cursor.at
        cursor.advance()
        read_tail(cursor, is_own=kind is _TEXT)
        read_further_days(cursor, start)
        return cursor.item(kind, start)

    return read


def _action(cursor: Cursor) -> Item | None:
    """«представить план работы»: what is to be done, with all its words; its plan is no schedule."""
    start = cursor.at
    cursor.advance()
    read_tail(cursor)
    return cursor.item(_TEXT, start)


def _for_next(cursor: Cursor) -> Item | None:
    """«на следующий месяц» behind a day: what is due then is for that month."""
    start = cursor.at
    if not is_for_next(cursor):
        return None
    cursor.advance(2)
    cursor.take_any(Sense.CALENDAR, Sense.ACADEMIC)
    cursor.skip_dot()
    cursor.advance()
    cursor.skip_dot()
    return cursor.item(_ASIDE, start)


def _on_weekday(cursor: Cursor) -> Item | None:
    """«в субботу, 4 июля»: the weekday of the date behind it."""
    start = cursor.at
    cursor.advance()
    weekday = cursor.take_weekday()
    ahead = cursor.token.kind is TokenKind.COMMA
    if weekday is None or not date_length(cursor, ahead):
        cursor.at = start
        return None
    return replace(weekday, first=start)


def _weekday(cursor: Cursor) -> Item | None:
    """A weekday, which may only repeat a date beside it; «понедельники сентября» are a series."""
    start = cursor.at
    listed = read_weekdays(cursor)
    if not listed:
        return None
    end = cursor.at
    if cursor.token.kind is TokenKind.COMMA or cursor.token.sense is Sense.AND:  # «понедельник, среда июня»
        cursor.at = start
        several = read_weekday_list(cursor)
        is_whole = cursor.token.sense is _MONTH or are_of_range(cursor, start)
        cursor.at, listed = (cursor.at, several) if is_whole else (end, listed)
    kind = _PERIODICITY if cursor.token.sense is _MONTH else ItemKind.WEEKDAY
    return cursor.item(kind, start, listed, Recurrence(Unit.WEEK))


_NUMERAL: tuple[Reader, ...] = (
    *(read_clock, _periodicity, read_several, read_nth_day, _moments, read_times_in_event),
    *(read_clock_behind_day, read_reported_label, read_term, read_numbered_reference, read_shift),
)
_BY_KIND: dict[TokenKind, tuple[Reader, ...]] = {
    TokenKind.CLOCK: (read_clock, read_no_hour),
    **dict.fromkeys((_DATE, TokenKind.MONTH), (_moments,)),
    TokenKind.NUMBER: _NUMERAL,
    TokenKind.ROMAN: (read_reported_label, _moments, read_numbered_reference, read_shift),
}
_BY_MEANING: dict[Meaning, tuple[Reader, ...]] = {
    Meaning.WITHIN: (read_several, read_term, _moments, read_reference),
    Meaning.NOT_LATER: (read_nth_day, read_term, _moments, read_clock_of_limit),
    Meaning.UNTIL: (read_nth_day, read_term, _moments, read_clock_of_limit, read_reference),
    Meaning.SINCE: (
        read_first_report,
        _shared_month,
        read_counted_window,
        read_nth_day,
        read_term,
        _moments,
        read_reference,
    ),
    Meaning.AT_LEAST: (_periodicity, read_times_in_event, read_term),
    Meaning.WHOLE_PLAN: (_moments, read_reference),
    Meaning.ONCE: (_moments, read_reference),
    Meaning.FEAST: (_moments,),
    Meaning.RESULTS: (read_results,),
    Meaning.AFTER: (read_after_period, read_term, read_after_day, read_after),
    Meaning.DURING: (read_nth_day, _moments, read_reference),
    Meaning.ASIDE: (read_state, with_report(read_reported), _tail(ItemKind.ASIDE)),
    Meaning.MEETING: (read_meeting,),
    Meaning.LASTING: (read_lasting, _tail(ItemKind.ASIDE)),
    Meaning.BESIDES: (_sign(ItemKind.BESIDES, 2),),
    Meaning.EXCEPT: (read_exception, _tail(ItemKind.TEXT)),
    Meaning.DAYS_OFF_TOO: (read_days_off_too,),
}
_BY_SENSE: dict[Sense, tuple[Reader, ...]] = {
    **dict.fromkeys((Sense.MONTH, Sense.EDGE, Sense.CURRENT, Sense.REPORTED, Sense.CALENDAR), (_moments,)),
    **dict.fromkeys((Sense.ACADEMIC, Sense.WHOLE, Sense.NAMED), (_moments, _periodicity)),
    Sense.NEXT: (read_nth_day, _moments),
    Sense.WORKING: (read_nth_day, _periodicity),
    Sense.SEASON: (_moments, read_during, read_campaign),
    Sense.UNIT: (
        read_unit_before,
        read_period_label,
        read_reported_label,
        read_report,
        _moments,
        read_campaign,
    ),
    Sense.CARDINAL: _NUMERAL,
    Sense.ORDINAL: (read_unit_before, read_first_report, *_NUMERAL),
    Sense.REPORT: (read_report,),
    Sense.TERM: (read_term,),
    Sense.TIMES: (_periodicity, read_times_in_event),
    Sense.ADVERB: (_periodicity,),
    Sense.EACH: (_periodicity, read_each_hours),
    Sense.CLOCK: (_sign(ItemKind.ASIDE),),
    Sense.WEEKDAY: (read_weekday_off, _weekday),
    Sense.PLACE: (read_street,),
    Sense.PURPOSE: (read_shift,),
    Sense.AND: (_sign(ItemKind.COMMA),),
    Sense.THEN: (_sign(ItemKind.THEN),),
    Sense.FILLER: (_sign(ItemKind.COMMA),),
}
_BY_TEXT: dict[str, tuple[Reader, ...]] = {
    "ночь": (read_night,),
    "между": (read_interval,),
    **dict.fromkeys(("ближайший", "ближайшая", "ближайшее", "ближайшую"), (read_nearest,)),
    **dict.fromkeys(DAYS_OFF, (read_days_off,)),
    **dict.fromkeys(ALTERNATE, (_alternate_months,)),
    **dict.fromkeys(REST, (read_rest,)),
}
"""What a word begins that the lexicon does not have."""
_BY_LEMMA: dict[str, tuple[Reader, ...]] = {
    "до": (read_clock_after_preposition, read_nth_day, _moments, read_term, read_same_term, read_reference),
    "к": (read_clock_after_preposition, _moments, read_same_term, read_reference),
    "с": (read_clock_after_preposition, _periodicity, _moments, read_reference),
    "от": (read_from_to, read_date_of_document, read_reference),
    "по": (
        *(read_clock_after_preposition, read_reported_by_dative, _periodicity),
        *(_moments, _alternate_months, read_reference),
    ),
    "в": (
        *(read_clock_after_preposition, _periodicity, read_several, read_night, read_nth_day, read_term),
        *(_moments, _on_weekday, _alternate_months, read_same_term),
        *(read_rest, read_during, read_campaign, read_named_period, read_each_event, read_nearest),
    ),
    "на": (
        *(_for_next, read_nth_day, _moments, read_term),
        *(read_during, read_campaign, read_named_period, read_each_event),
    ),
    "за": (read_reported, read_term, _periodicity),
    "через": (_periodicity, read_term),
    "после": (read_after_day, read_reference),
    "перед": (_moments, read_reference),
}
_NONE_OF_DAY = frozenset(
    {read_clock, read_clock_after_preposition, _periodicity, read_several, read_nth_day, read_term}
)
"""What reads nothing where a number and its month stand at once: «5 мая», «до 5 мая», «не позднее 05.05»."""
_OF_DAY = {
    readers: tuple(reader for reader in readers if reader not in _NONE_OF_DAY)
    for readers in (
        *(_NUMERAL, _BY_MEANING[Meaning.NOT_LATER], _BY_MEANING[Meaning.UNTIL]),
        *(_BY_LEMMA[lemma] for lemma in ("до", "к", "с", "по")),
    )
}
"""What is left of the readers before such a day."""
