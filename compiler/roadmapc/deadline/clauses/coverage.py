"""The rule of coverage: a time enters a calendar only if the words around it are accounted for.

A day that is named in full stands whatever is beside it. A unit at hand («года», «месяца»), a month in an
oblique case, a bare weekday or a bare periodicity may be a piece of what was not understood: beside a day it
is a note, alone it is an error.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from roadmapc.deadline.ast import (
    Bound,
    Current,
    Mark,
    NamedYear,
    Role,
)
from roadmapc.deadline.clauses.group import Group, Particular
from roadmapc.deadline.clauses.lost import (
    BLANK,
    GOVERNED,
    PERIODS,
    TIMES,
    are_limits,
    content_of,
    lost_times,
    swallowed_months,
    unread_counts,
)
from roadmapc.deadline.clauses.touching import Touched, holds_any
from roadmapc.deadline.codes import MIXED_ALPHABET, STRAY_NUMBER, UNAPPLIED_EXCEPTION, UNCOVERED_TIME
from roadmapc.deadline.reading.addresses import NAMED_BY_NUMBER
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.periodicity import DAYS_OFF
from roadmapc.deadline.reading.years import year_number
from roadmapc.deadline.stretch import is_of_unnamed_year, is_years, month_of, root, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.deadline.words.verbs import is_infinitive
from roadmapc.source.span import Span
from roadmapc.text.dates import MONTHS_BY_CASE
from roadmapc.text.regex import regex

_UNKNOWN = Role.UNKNOWN
_DOUBTFUL = GOVERNED | {BLANK}
"""Words and signs with which no whole time begins."""
_OBLIQUE = frozenset(name for case in MONTHS_BY_CASE[1:] for name in case) - frozenset(MONTHS_BY_CASE[0])
_SELF_CONTAINED = (
    Meaning.WITHIN,
    Meaning.DURING,
    Meaning.WHOLE_PLAN,
    Meaning.NOT_LATER,
    Meaning.UNTIL,
    Meaning.SINCE,
)
"""Words that open a time: what stands before them is no part of it."""
_SPOILED = (MIXED_ALPHABET, STRAY_NUMBER)
"""What is said of a word or a number that may have been a day."""
_LABELS = (Role.NOTE, Role.PURPOSE, Role.AUDIENCE)
_OF_TIMES = (Sense.NEXT, Sense.PRECEDING, Sense.TIMES)
_WEAK = ("в", "на")
"""Prepositions that may as well belong to the words before: «2 раза … в год»."""
_DAY_OFF, _OFF = "выходн", frozenset((*DAYS_OFF, "выходных", "выходным", "выходными"))
_DOTTED = regex(r"(?:[^\W\d]+ )*\d\d?\.\d\d")


def covered(group: Group, cursor: Cursor) -> Group:
    """The group with the times that unread words beside them may change made notes or errors."""
    if group.is_periodic and _DAY_OFF in cursor.problems.text and (off := _labels_of_days_off(group, cursor)):
        return _refused(group, off, cursor)
    swallowed = swallowed_months(group, cursor) or unread_counts(group, cursor)
    if not swallowed and not _is_doubtful(group, cursor):
        return group
    if any(_is_stray(particular, group, cursor) for particular in group.particulars):
        return replace(group, is_refused=True)
    lost = swallowed or lost_times(group, cursor)
    if lost:
        return _refused(group, lost, cursor)
    if group.is_garbled and any(problem.code in _SPOILED for problem in cursor.problems.found):
        return replace(group, is_refused=True)
    unread = [mark.span for mark in group.marks if mark.role is _UNKNOWN]
    named = _called(group, cursor)
    return _accounted(group, unread, named, cursor) if unread or named else group


def _labels_of_days_off(group: Group, cursor: Cursor) -> list[Span]:
    """«выходной тёти Мани – понедельник»: what does not happen by weekdays, or which of them, is not told."""
    labels = [mark.span for mark in group.marks if mark.role in (Role.PURPOSE, _UNKNOWN, Role.EVENT)]
    words = {span: cursor.problems.words(span).split() for span in labels}
    return [span for span in labels if not _OFF.isdisjoint(words[span])]


def _accounted(group: Group, unread: list[Span], named: list[Span], cursor: Cursor) -> Group:
    """A group with unread words, and with labels that begin with a word nobody knows."""
    touched = Touched.by(unread, named, cursor)
    exception = _exception([*unread, *named], cursor)
    led = [touched.starts.get(item.span.start) for item in group.items if item.kind in TIMES]
    is_of_days = group.is_periodic or exception in led or (exception and _holds_day(exception, cursor))
    if exception is not None and is_of_days:  # «4–12 июня (кроме … 8 и 9 июня)»
        message = f"«{cursor.problems.words(exception)}»: какие сроки остаются, прочитать нельзя"
        cursor.problems.add(UNAPPLIED_EXCEPTION, exception, message, "перечислите сроки, которые остаются")
        return replace(group, is_refused=True)
    times = [item.span for item in group.items if item.kind in TIMES]
    # «до 10 тёти Мани мая»: a number is left of a day
    torn_words = (times if group.is_garbled else []) or _words_of_time(unread, cursor)
    torn_words += _torn_brackets(group, unread, cursor)
    if torn_words and times:
        return _refused(group, torn_words, cursor)
    torn = {at for at, item in enumerate(group.items) if _may_change(item, touched, cursor)}
    torn |= {*_torn_years(group, touched, cursor), *_torn_ranges(group, touched)}
    inside = [span for span in unread if not _is_apart(span, cursor)]
    if inside and not group.is_periodic:  # «с 1 мая тёти Мани 5 мая»: the end may be what was not read
        opened = [any(moment.bound is Bound.FROM for moment in item.moments) for item in group.items]
        torn |= {at for at, is_open in enumerate(opened) if is_open}
    return _without(group, torn, touched, cursor) if torn else group


def _is_apart(span: Span, cursor: Cursor) -> bool:
    """Whether words of no time begin or end the phrase: «выплата с 1 мая», «с 1 мая (выплата)»."""
    first = cursor.tokens[0].start
    tokens = [token for token in cursor.tokens if span.start <= token.start < span.end]
    is_last = _is_bracket(span, cursor) and not cursor.problems.text[span.end :].strip(" )].")
    return (span.start == first or is_last) and all(token.is_unknown for token in tokens)


def _is_doubtful(group: Group, cursor: Cursor) -> bool:
    """Whether a group has anything that must be accounted for; most have not."""
    if group.is_garbled or (group.is_periodic and (group.notes or group.particulars)):
        return True
    for mark in group.marks:
        if mark.role is _UNKNOWN:
            return True
    is_alone = len(group.marks) == 1
    for item in group.items:
        if cursor.tokens[item.first].text in _DOUBTFUL:
            return True
        if not is_alone and (item.rule is not None or (item.moments and _is_at_hand(item))):
            return True
    return False


def _is_stray(particular: Particular, group: Group, cursor: Cursor) -> bool:
    """«до 20.13 ежегодно»: whether two numbers are neither a day nor the hour of one; then it is said."""
    words = cursor.problems.words(particular.span)
    is_hour = particular.time is not None or particular.end_time is not None
    if not is_hour or not _DOTTED.fullmatch(words) or words.startswith(_WEAK):
        return False
    bare = [item for item in group.items if item.recurrence is not None and not item.moments]
    units = {item.recurrence.unit for item in bare if item.recurrence is not None}
    if not units.issubset(PERIODS) or bare != content_of(group):
        return False
    number = words.rpartition(" ")[2]
    message = f"число «{number}» ни к чему не относится: это не день месяца, а для часа дня нет"
    hint = "проверьте день и месяц: месяцев в году 12; если это час, назовите день"
    cursor.problems.add(STRAY_NUMBER, particular.span, message, hint)
    return True


def _without(group: Group, torn: set[int], touched: Touched, cursor: Cursor) -> Group:
    """The group with the times that may be pieces of others made notes, if a day is left."""
    times = {at for at, item in enumerate(group.items) if item.kind in TIMES}
    opened = _open_brackets(cursor)
    bracketed = {at for at in times if opened[group.items[at].first]}
    are_plain = all(_is_at_hand(group.items[at]) or _is_years(group.items[at]) for at in torn)
    if torn <= bracketed and are_plain and times - bracketed:  # «2025 г. (по одному объекту в год)»
        return _as_notes(group, bracketed, touched, cursor)
    exact = [group.items[at] for at in times - torn if _is_exact(group.items[at])]
    years = {root(moment.stretch) for item in exact for moment in item.moments}
    are_dated = bool(exact) and all(isinstance(year, NamedYear) for year in years)
    is_led = any(touched.starts.get(group.items[at].span.start) in touched.led for at in torn)
    if exact and not is_led and all(_is_at_hand(group.items[at]) or are_dated for at in torn):
        return _as_notes(group, torn, touched, cursor)
    return _refused(group, [group.items[at].span for at in torn], cursor)


def _called(group: Group, cursor: Cursor) -> list[Span]:
    """Labels and places that begin with an unknown word: «в течение года обучения актовый зал»."""
    unknown = {token.start for token in cursor.tokens if token.is_unknown and not is_infinitive(token)}
    return [mark.span for mark in group.marks if mark.role in _LABELS and mark.span.start in unknown]


def _words_of_time(unread: list[Span], cursor: Cursor) -> list[Span]:
    """Unread words that name a time together with others: «следующего … за отчётным», «за 5 … дней»."""
    tokens = cursor.tokens
    named = [token.start for token in tokens if token.sense in _OF_TIMES]
    units = [token.start for before, token in pairwise(tokens) if _is_unit_behind(before, token)]
    counts = [
        token.start for token in tokens if token.kind is TokenKind.NUMBER or token.sense is Sense.CARDINAL
    ]
    seasons = [token.start for token in tokens if token.sense is Sense.SEASON]
    spells = [
        token.start for token in tokens if token.sense is Sense.PERIOD or token.text.startswith("сезон")
    ]
    together = ((units, counts), (seasons, spells))  # «5 … дней», «летний … период»
    return [
        span
        for span in unread
        if not _is_bracket(span, cursor)
        and (
            holds_any(span, named)
            or any(holds_any(span, one) and holds_any(span, other) for one, other in together)
        )
    ]


def _is_unit_behind(before: Token, token: Token) -> bool:
    """Whether a token is a unit, and no half of an adjective: «45-сут. запас»."""
    return token.sense is Sense.UNIT and not (before.kind is TokenKind.DASH and before.end == token.start)


def _torn_brackets(group: Group, unread: list[Span], cursor: Cursor) -> list[Span]:
    """Brackets that begin with a year, behind times that name none: «IV кв. (2026 тёти Мани г.)»."""
    years = {token.start: at for at, token in enumerate(cursor.tokens) if year_number(token) is not None}
    times = {item.end: item.moments for item in group.items if item.moments and item.kind is ItemKind.MOMENTS}
    begun = [(span, times.get(years[span.start] - 1, ())) for span in unread if span.start in years]
    return [
        span
        for span, moments in begun
        if _is_bracket(span, cursor) and any(is_of_unnamed_year(moment.stretch) for moment in moments)
    ]


def _is_bracket(span: Span, cursor: Cursor) -> bool:
    """Whether words fill a bracket: a remark with all that stands in it."""
    text = cursor.problems.text
    return text[: span.start].rstrip().endswith(("(", "[")) and text[span.end :].lstrip().startswith(
        (")", "]")
    )


def _refused(group: Group, spans: list[Span], cursor: Cursor) -> Group:
    span = Span(min(spans).start, max(spans).end)
    message = f"«{cursor.problems.words(span)}»: рядом непонятые слова, срок мог значить другое"
    hint = "назовите день, месяц или квартал, а пояснение поставьте в скобки"
    cursor.problems.add(UNCOVERED_TIME, span, message, hint)
    return replace(group, is_refused=True)


def _exception(unread: list[Span], cursor: Cursor) -> Span | None:
    """«кроме дней приёма»: an exception that was not understood."""
    starts = {span.start: span for span in unread}
    for at, token in enumerate(cursor.tokens):
        if token.start in starts and meaning_at(cursor.tokens, at) is Meaning.EXCEPT:
            return starts[token.start]
    return None


def _holds_day(span: Span, cursor: Cursor) -> bool:
    """Whether words hold a number that may be a day, and not the name of a school or a house."""
    tokens = [token for token in cursor.tokens if span.start <= token.start < span.end]
    return any(
        token.kind is TokenKind.NUMBER and before.text not in NAMED_BY_NUMBER
        for before, token in pairwise(tokens)
    )


def _may_change(item: Item, touched: Touched, cursor: Cursor) -> bool:
    """Whether unread words beside a time may be a part of its name."""
    before, behind = touched.before(item), touched.behind(item)
    if item.kind not in TIMES or not (before or behind):
        return False
    return (before and _may_begin_in(item, touched, cursor)) or (behind and _may_go_on(item, touched, cursor))


def _may_begin_in(item: Item, touched: Touched, cursor: Cursor) -> bool:
    """Whether the name of a time may begin in the unread words before it."""
    if item.span.start in touched.glued:  # «15.О3.2025»
        return True
    token, words = cursor.tokens[item.first], touched.starts[item.span.start]
    if words in touched.led and not _is_exact(item):  # «за тёти Мани I квартал»
        return True
    if _is_led(item, cursor):  # «планёрка по пятницам», «сбор в течение года»
        return False
    if words in touched.counted or _is_at_hand(item):  # «каждую тёти Мани субботу», «тёти Мани года»
        return True
    is_weekday = item.kind is not ItemKind.MOMENTS and bool(item.moments) and token.sense is Sense.WEEKDAY
    return is_weekday or token.text in _OBLIQUE


def _may_go_on(item: Item, touched: Touched, cursor: Cursor) -> bool:
    """Whether the name of a time may go on in the unread words behind it."""
    if _is_at_hand(item):  # «в течение года обучения»
        return True
    if item.kind is not ItemKind.MOMENTS:
        return False
    if item.span.end in touched.numbered and not _is_exact(item):  # «май 13-17 тёти Мани»
        return True
    stretches = [moment.stretch for moment in item.moments]
    is_part = any(unit_of(stretch) not in SINGLE_DAYS and not month_of(stretch) for stretch in stretches)
    # a part of a unit that is not named, as «вторая неделя» is
    are_whole = [is_of_unnamed_year(each) or isinstance(root(each), NamedYear) for each in stretches]
    return is_part and not all(are_whole)


def _is_led(item: Item, cursor: Cursor) -> bool:
    """Whether a time begins with a preposition or words of its own."""
    token = cursor.tokens[item.first]
    is_preposition = token.sense is Sense.PREPOSITION and token.text not in _WEAK
    return is_preposition or meaning_at(cursor.tokens, item.first) in _SELF_CONTAINED


def _is_at_hand(item: Item) -> bool:
    """Whether an item is nothing but «год», «месяц», «неделя»."""
    for moment in item.moments:
        if not isinstance(moment.stretch, Current):
            return False
    return bool(item.moments)


def _open_brackets(cursor: Cursor) -> list[bool]:
    """Of each token, whether a bracket is open before it."""
    opened = [False]
    for token in cursor.tokens:
        is_open = token.kind is TokenKind.OPEN or (opened[-1] and token.kind is not TokenKind.CLOSE)
        opened.append(is_open)
    return opened


def _ends_with_day(item: Item, cursor: Cursor) -> bool:
    """Whether a number and a word stand before a year: «1 сетября 2023 г.» has lost its month."""
    tokens, at = cursor.tokens, item.first
    return at > 1 and tokens[at - 1].is_unknown and tokens[at - 2].kind is TokenKind.NUMBER


def _torn_years(group: Group, touched: Touched, cursor: Cursor) -> Iterator[int]:
    """A year behind unread words, behind a date: «1 мая … 2021 года»."""
    has_date = False
    for at, item in enumerate(group.items):
        is_year = any(isinstance(moment.stretch, NamedYear) for moment in item.moments)
        if is_year and touched.before(item) and (has_date or _ends_with_day(item, cursor)):
            yield at
        has_date = has_date or bool(item.moments)


def _torn_ranges(group: Group, touched: Touched) -> Iterator[int]:
    """Times on both sides of unread words, perhaps with the dash of a range: «2023 … – 2024 годы»."""
    for at, before in enumerate(group.items[:-1]):
        if before.kind is not ItemKind.MOMENTS:
            continue
        is_signed = group.items[at + 1].kind is ItemKind.LABEL and at + 2 < len(group.items)
        last = at + 1 + is_signed
        item = group.items[last]
        is_torn = touched.before(item) or (is_signed and touched.behind(before))
        if item.kind is ItemKind.MOMENTS and is_torn and not _is_at_hand(item) and not are_limits(item):
            yield from (at, last)


def _is_years(item: Item) -> bool:
    return bool(item.moments) and all(is_years(moment.stretch) for moment in item.moments)


def _is_exact(item: Item) -> bool:
    """Whether all its times are days that are named in full."""
    return bool(item.moments) and all(
        unit_of(moment.stretch) in SINGLE_DAYS and month_of(moment.stretch) > 0 for moment in item.moments
    )


def _as_notes(group: Group, torn: set[int], touched: Touched, cursor: Cursor) -> Group:
    """A unit joins the unread words that it belongs to: «1 сентября (чьего-то года)»."""
    words = cursor.problems.words
    made = dict.fromkeys(group.items[at].span for at in sorted(torn))
    joined: dict[str, str] = {}
    for unit in made:
        unread = touched.starts.get(unit.start, unit)
        joined[words(unread)] = words(Span(unread.start, unit.end))
    known = set(group.notes)
    notes = [joined.get(note, note) for note in group.notes]
    notes += [whole for part, whole in joined.items() if part not in known]
    marks = tuple(Mark(Role.NOTE, mark.span) if mark.span in made else mark for mark in group.marks)
    items = tuple(item for at, item in enumerate(group.items) if at not in torn)
    return replace(group, items=items, notes=tuple(notes), marks=marks)
