"""Days told by those beside them: «последние три дня месяца», «в ночь с 6 на 7 мая», «ближайшая суббота»."""

from roadmapc.deadline.ast import THIS_MONTH, Between, Bound, Moment, NthOf, Offset, Stretch
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.moments import read_stretches
from roadmapc.deadline.reading.numbers import read_cardinal, read_counted_unit
from roadmapc.deadline.reading.parts import read_container
from roadmapc.deadline.stretch import day_beside, joined, month_of, unit_of
from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_UNITS = (Unit.DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.DECADE, Unit.MONTH)
_EDGES = (1, -1)
_ENDS = 2
_DAYS_IN = {Unit.WEEK: 7, Unit.DECADE: 10}
_LAST_MONTH = 12
_NEAREST = "ближайш"
_PLURAL = ("е", "х")
"""Endings of «первые», «последних»."""
_NAMING = (TokenKind.NUMBER, TokenKind.OTHER)
"""What stands before «от» if it says of which day a document is."""


def read_several(cursor: Cursor) -> Item | None:
    """A window of days in a row; `None` if the words are no such window."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    if idiom is not None and idiom[0].meaning is Meaning.WITHIN:
        cursor.at = idiom[1]
    cursor.take_lemma("в", "на", "за")
    form = cursor.token
    edge = cursor.take(Sense.ORDINAL)
    count = read_cardinal(cursor) if edge is not None and edge.number in _EDGES else None
    is_plural = (form.is_shortened or form.text.endswith(_PLURAL)) and count is not None and count > 1
    unit = _read_unit(cursor) if is_plural else None
    whole = read_container(cursor) if unit is not None else None
    if edge is None or count is None or unit is None or whole is None:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    if unit in WEEKDAYS:
        ordinals = range(1, count + 1) if edge.number > 0 else range(-count, 0)
        days = tuple(Moment(NthOf(unit, ordinal, whole), Bound.WITHIN, span) for ordinal in ordinals)
        return cursor.item(ItemKind.MOMENTS, start, days)
    outer, inner = NthOf(unit, edge.number, whole), NthOf(unit, edge.number * count, whole)
    stretch = Between(outer, inner) if edge.number > 0 else Between(inner, outer)
    return cursor.item(ItemKind.MOMENTS, start, (Moment(stretch, Bound.WITHIN, span),))


def read_night(cursor: Cursor) -> Item | None:
    """«в ночь с 11 на 12 апреля», «ночь с 11 на 12»: the two days between which it lies."""
    start = cursor.at
    cursor.take_lemma("в")
    if not cursor.take_text("ночь"):
        cursor.at = start
        return None
    first: list[Stretch] = []
    if cursor.take_lemma("с"):
        token = cursor.token
        first = [each.stretch for each in read_stretches(cursor)]
        if not first and token.kind is TokenKind.NUMBER:
            first = [NthOf(Unit.DAY, token.numbers[0], THIS_MONTH)]
            cursor.advance()
    last = [each.stretch for each in read_stretches(cursor)] if cursor.take_lemma("на") else []
    if len(first) != 1 or len(last) != 1 or {unit_of(first[0]), unit_of(last[0])} != {Unit.DAY}:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    return cursor.item(ItemKind.MOMENTS, start, (Moment(joined(first[0], last[0]), Bound.WITHIN, span),))


def read_interval(cursor: Cursor) -> Item | None:
    """«между 10 и 20 апреля», «между 1 марта и 1 апреля»: the window from one day to the other."""
    start = cursor.at
    cursor.advance()
    days = [each.stretch for each in read_stretches(cursor)]
    if len(days) == 1 and cursor.take(Sense.AND):
        days += [each.stretch for each in read_stretches(cursor)]
    if len(days) != _ENDS or {unit_of(day) for day in days} != {Unit.DAY}:
        cursor.at = start
        return None
    span = cursor.span_from(start)
    return cursor.item(ItemKind.MOMENTS, start, (Moment(joined(*days), Bound.WITHIN, span),))


def read_from_to(cursor: Cursor) -> Item | None:
    """«от 1 апреля до 1 октября», «от 15 до 20 числа»: the window from one day to the other."""
    start = cursor.at
    before = cursor.tokens[start - 1]
    if start and (before.is_unknown or before.sense is Sense.PURPOSE or before.kind in _NAMING):
        return None  # «протокол от 12 марта до …»
    cursor.advance()
    days = [each.stretch for each in read_stretches(cursor)]
    if len(days) == 1 and cursor.take_lemma("до", "по"):
        days = [joined(days[0], each.stretch) for each in read_stretches(cursor)]
    if len(days) != 1 or not isinstance(days[0], Between) or unit_of(days[0]) not in (Unit.DAY, Unit.MONTH):
        cursor.at = start
        return None
    span = cursor.span_from(start)
    return cursor.item(ItemKind.MOMENTS, start, (Moment(days[0], Bound.WITHIN, span),))


def read_unit_before(cursor: Cursor) -> Item | None:
    """«неделя перед 1 сентября», «последняя декада перед 20 мая»: so long up to the day before."""
    start = cursor.at
    cursor.take(Sense.ORDINAL)
    word = cursor.take(Sense.UNIT)
    days_in = _DAYS_IN.get(word.unit, 0) if word is not None and word.unit is not None else 0
    is_led = days_in > 0 and cursor.token.text == "перед"
    days = [each.stretch for each in read_stretches(cursor)] if is_led and cursor.take_lemma("перед") else []
    if len(days) != 1 or unit_of(days[0]) is not Unit.DAY or isinstance(days[0], Between):
        cursor.at = start
        return None
    window = Between(Offset(-days_in, Unit.DAY, days[0]), Offset(-1, Unit.DAY, days[0]))
    return cursor.item(ItemKind.MOMENTS, start, (Moment(window, Bound.WITHIN, cursor.span_from(start)),))


def read_nearest(cursor: Cursor) -> Item | None:
    """«в ближайшую пятницу после 1 сентября», «ближайший рабочий день после 10 мая»: the first one."""
    start = cursor.at
    cursor.take_lemma("в", "на")
    if not cursor.token.text.startswith(_NEAREST):
        cursor.at = start
        return None
    cursor.advance()
    unit = _read_unit(cursor)
    days = [each.stretch for each in read_stretches(cursor)] if cursor.take_lemma("после") else []
    if unit not in (*WEEKDAYS, Unit.WORKING_DAY) or len(days) != 1 or unit_of(days[0]) is not Unit.DAY:
        cursor.at = start
        return None
    day = Moment(Offset(1, unit, days[0]), Bound.WITHIN, cursor.span_from(start))
    return cursor.item(ItemKind.MOMENTS, start, (day,))


def _read_unit(cursor: Cursor) -> Unit | None:
    working = cursor.take(Sense.WORKING) is not None
    cursor.take(Sense.CALENDAR)
    weekday = cursor.take(Sense.WEEKDAY)
    if weekday is not None:
        return weekday.unit
    word = read_counted_unit(cursor)
    if word is None or word.unit not in _UNITS:
        return None
    cursor.skip_dot()
    return Unit.WORKING_DAY if working and word.unit is Unit.DAY else word.unit


def read_after_day(cursor: Cursor) -> Item | None:
    """«после 20 сентября», «после мая»: from then on; what is of no year, «после 15 числа», is an event."""
    start = cursor.at
    is_after = cursor.take_text("после")
    if not is_after or (start and cursor.tokens[start - 1].sense is Sense.WEEKDAY):
        cursor.at = start  # «ближайшая … суббота после 1 мая»
        return None
    days = [each.stretch for each in read_stretches(cursor)]
    after = _begins_after(days[0]) if len(days) == 1 and month_of(days[0]) else None
    if after is None or cursor.token.is_unknown:
        cursor.at = start
        return None
    return cursor.item(ItemKind.MOMENTS, start, (Moment(after, Bound.FROM, cursor.span_from(start)),))


def _begins_after(stretch: Stretch) -> Stretch | None:
    """What begins behind a day, a numbered weekday or a whole month; `None` behind other parts of a month."""
    if not isinstance(stretch, NthOf):
        return None
    if stretch.unit in WEEKDAYS:  # «после последней субботы апреля»
        return Offset(1, Unit.DAY, stretch)
    if stretch.unit is Unit.MONTH and stretch.ordinal < _LAST_MONTH:
        return NthOf(Unit.MONTH, stretch.ordinal + 1, stretch.of)
    return day_beside(stretch, 1) if stretch.unit is Unit.DAY else None
