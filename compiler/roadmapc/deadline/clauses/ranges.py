"""Items of a group that are one time: the two ends of a range, a heading and the days under it."""

from collections.abc import Sequence
from dataclasses import replace

from roadmapc.deadline.ast import (
    LIMITS,
    SOME_PERIOD,
    THIS_MONTH,
    THIS_YEAR,
    Between,
    Bound,
    Current,
    Direction,
    Moment,
    NthOf,
    Recurrence,
    Relative,
    Season,
    Stretch,
    Year,
)
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.notes import is_in_brackets
from roadmapc.deadline.codes import APPROXIMATE, UNCOVERED_TIME, WEEK_OF_MONTH
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import (
    SCHOOL_HALF_YEARS,
    in_year,
    joined,
    month_of,
    months_taken,
    replaced,
    root,
    unit_of,
)
from roadmapc.deadline.unit import MONTH_DAYS, SINGLE_DAYS, Unit
from roadmapc.deadline.wording import in_words
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_YEARLY = Recurrence(Unit.YEAR)
_FROM, _WITHIN, _MOMENTS = Bound.FROM, Bound.WITHIN, ItemKind.MOMENTS
_WHOLES = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
_HEADS = (Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH, *_WHOLES)
_YEARS_AT_HAND = (THIS_YEAR, Current(Unit.ACADEMIC_YEAR))
_PARTS = (Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH)
_DAYS_OF_PART = {Unit.DECADE: 10, Unit.HALF_MONTH: 15}
_LENGTH_OF_PART = 4
"""Items of a month, a bracket and its part: «май (2-я половина)»."""
_EACH = (THIS_MONTH, SOME_PERIOD)
"""What the last days of a series are of, which a start that names its month is not."""
_LAST_REPORT = 3
"""The last month in which a report on the end of the year before is due."""
_REPORTED = (Unit.QUARTER, Unit.HALF_YEAR)
"""Periods that a label before a last day says a report is about."""
_GENITIVES = ("квартала", "полугодия")
"""Forms that go on with «по итогам …»."""
_OF_HEADS = (APPROXIMATE, WEEK_OF_MONTH)
"""What is said of times that a heading does not mean."""
_LABELS = (TokenKind.DASH, TokenKind.COLON)


def with_bounded_starts(group: Group, cursor: Cursor) -> Group:
    """«с 1 июня, но не позднее 20 августа», «до 25 мая, но не ранее 10 мая»: one window, not two times."""
    if _FROM not in [moment.bound for moment in group.moments]:
        return group
    items: list[Item] = []
    inside: list[Item] = []
    last = -1
    for item in group.items:
        is_second = last >= 0 and item.kind not in SIGNS
        window = _window(items[last], item, cursor, is_periodic=group.is_periodic) if is_second else None
        if window is not None:
            inside += [each for each in items[last + 1 :] if each.kind not in SIGNS]
            items[last:] = [window]
        else:
            items.append(item)
        rule = item.rule if isinstance(item.rule, Relative) else None
        is_end = rule is not None and rule.direction is Direction.BEFORE and rule.offset is None
        if item.kind not in SIGNS and not is_end:  # «с 20 апреля до завершения работ, но не позднее …»
            last = len(items) - 1
    notes = (cursor.problems.words(item.span) for item in inside)
    return replace(group, items=tuple(items), notes=(*group.notes, *notes))


def _window(first: Item, last: Item, cursor: Cursor, *, is_periodic: bool) -> Item | None:
    """The time between a start and a limit; `None` if the two items are no such pair."""
    if len(first.moments) != 1 or len(last.moments) != 1 or ItemKind.WEEKDAY in (first.kind, last.kind):
        return None
    opening, closing = first.moments[0], last.moments[0]
    if opening.bound in LIMITS and closing.bound is Bound.FROM and cursor.tokens[last.first].text == "не":
        opening, closing = closing, opening
    if opening.bound is not Bound.FROM or closing.bound not in LIMITS:
        return None
    if isinstance(opening.stretch, Between) or _is_part_of_unknown(opening.stretch):
        return None
    is_each = root(closing.stretch) in _EACH and root(opening.stretch) not in _EACH
    if is_each and (is_periodic or unit_of(opening.stretch) is Unit.MONTH):
        return None  # «начиная с июня, до 10 числа каждого месяца»
    span = Span(first.span.start, last.span.end)
    end = closing.stretch
    if is_each and isinstance(opening.stretch, NthOf):  # «с 1 апреля, но не позднее 15 числа»
        end = replaced(end, THIS_MONTH, opening.stretch.of)
    moment = Moment(joined(opening.stretch, end), Bound.WITHIN, span)
    return replace(first, end=last.end, span=span, moments=(moment,))


def _is_part_of_unknown(stretch: Stretch) -> bool:
    """Whether a start is a whole year or season: «с 2022 года, до 1 марта» are two times."""
    return isinstance(stretch, Year | Season) or (
        isinstance(stretch, Current) and stretch.unit is not Unit.ORDER
    )


def with_parts_of_ends(group: Group, cursor: Cursor) -> Group:
    """«май (2-я половина) – июнь»: the bracket says with which part of its month a range begins or ends."""
    if len(group.items) < _LENGTH_OF_PART or _MOMENTS not in [item.kind for item in group.items]:
        return group
    items = list(group.items)
    merged: list[Item] = []
    for at in range(len(items) - 3, -1, -1):
        month, part = items[at], items[min(at + 2, len(items) - 1)]
        if not _is_part_of(part, month, cursor):
            continue
        behind = at + 3 + is_in_brackets(part, cursor)
        if isinstance(month.moments[0].stretch, Between):
            span = Span(month.span.start, part.span.end)  # «май – июнь (1-я половина)»: of June, or of each?
            message = (
                f"«{cursor.problems.words(span)}»: к какому месяцу относится часть в скобках, не сказано"
            )
            cursor.problems.add(UNCOVERED_TIME, span, message, "назовите первый и последний день")
            return replace(group, is_refused=True)
        stretch = replaced(part.moments[0].stretch, SOME_PERIOD, month.moments[0].stretch)
        merged.append(_as_one(month, items[behind - 1], stretch))
        items[at:behind] = merged[-1:]
    if not merged:
        return group
    dashes = [at for at, item in enumerate(items[:-1]) if cursor.tokens[item.first].kind is TokenKind.DASH]
    joints = [at for at in dashes if at and _may_join(items[at - 1], items[at + 1], merged)]
    for at in reversed(joints):
        first, last = items[at - 1], items[at + 1]
        both = joined(first.moments[0].stretch, last.moments[0].stretch)
        items[at - 1 : at + 2] = [_as_one(first, last, both)]
    times = [item for item in items if item.kind is _MOMENTS]
    is_of_last = len(merged) == 1 and times[-1:] == merged  # «март, июнь (I декада)»: of June, or of each?
    return replace(group, items=tuple(items)) if joints or not is_of_last else group


def _is_part_of(part: Item, month: Item, cursor: Cursor) -> bool:
    """Whether an item, in a bracket or behind a dash, is a ten-day part, a half or a week of a month."""
    if len(part.moments) != 1 or len(month.moments) != 1:
        return False
    if not is_in_brackets(part, cursor) and cursor.tokens[part.first - 1].kind not in _LABELS:
        return False
    stretch, whole = part.moments[0].stretch, month.moments[0].stretch
    last = whole.last if isinstance(whole, Between) else whole
    is_month = isinstance(last, NthOf) and last.unit is Unit.MONTH and month.moments[0].bound is _WITHIN
    is_of_some = isinstance(stretch, NthOf) and stretch.of == SOME_PERIOD and stretch.unit in _PARTS
    return is_month and is_of_some and month.end == part.first - 1


def _may_join(first: Item, last: Item, merged: list[Item]) -> bool:
    """Whether both are times of months that nothing bounds, and one of them has its part behind it."""
    ends = (first, last)
    are_single = all(len(end.moments) == 1 and end.moments[0].bound is _WITHIN for end in ends)
    return (
        are_single
        and (first in merged or last in merged)
        and all(months_taken(end.moments[0].stretch) for end in ends)
    )


def _as_one(first: Item, last: Item, stretch: Stretch) -> Item:
    span = Span(first.span.start, last.span.end)
    return replace(first, end=last.end, span=span, moments=(Moment(stretch, _WITHIN, span),))


def without_headings(group: Group, cursor: Cursor) -> Group:
    """«Апрель, с 14 по 18 апреля», «весенний период (апрель–май)»: the days say what the heading means."""
    heads = [at for at, item in enumerate(group.items) if _is_head(at, item, group, cursor)]
    if not heads:
        return group
    items = list(group.items)
    for at in heads:
        year = root(items[at].moments[0].stretch)
        if isinstance(year, Year):  # «ноябрь 2025 года (до 25 ноября)»
            behind = _behind(at, items)
            dated = tuple(moment.at(in_year(moment.stretch, year)) for moment in items[behind].moments)
            items[behind] = replace(items[behind], moments=dated)
    if not group.reported and any(_is_due_after(items[at], items[_behind(at, items)]) for at in heads):
        periods = tuple(items[at].moments[0].stretch for at in heads)
        words = "за " + ", ".join(map(in_words, periods))
        group = replace(group, reported=periods, purpose=f"{group.purpose} {words}".lstrip())
    spans = [group.items[at].span for at in heads]
    inside = {place for span in spans for place in range(*span)}
    found = cursor.problems.found
    cursor.problems.found = [
        problem for problem in found if problem.code not in _OF_HEADS or problem.span.start not in inside
    ]
    # «февраль, 3-я неделя (15–19.02)»: one heading under another
    return without_headings(
        replace(group, items=tuple(item for at, item in enumerate(items) if at not in heads)), cursor
    )


def _is_due_after(period: Item, days: Item) -> bool:
    """«II полугодие – до 1 февраля»: what a period of this year is told by is due in the next one."""
    stretch = period.moments[0].stretch
    is_reported = unit_of(stretch) in _REPORTED and root(stretch) == THIS_YEAR
    times = [moment.stretch for moment in days.moments]
    are_first = days.moments[0].bound in LIMITS and all(0 < month_of(time) <= _LAST_REPORT for time in times)
    return is_reported and are_first and all(month_of(time) < min(months_taken(stretch)) for time in times)


def _behind(at: int, items: Sequence[Item]) -> int:
    """The index of the next item that is no sign, no event and no «ежегодно»; of the last one at the end."""
    passed = (*SIGNS, ItemKind.RULE)
    places = (behind for behind in range(at + 1, len(items)) if items[behind].kind not in passed)
    return next((place for place in places if not _is_yearly(items[place])), len(items) - 1)


def _is_yearly(item: Item) -> bool:
    """«IV квартал ежегодно (не позднее 10 декабря)»: how often it comes, between a heading and its days."""
    return item.kind is ItemKind.PERIODICITY and item.recurrence == _YEARLY and not item.moments


def _is_head(at: int, item: Item, group: Group, cursor: Cursor) -> bool:
    """Whether an item is a month, quarter, week or season over the finer time that stands behind it."""
    if item.kind is not _MOMENTS or len(item.moments) != 1 or item.moments[0].bound is not _WITHIN:
        return False
    stretch = item.moments[0].stretch
    behind = group.items[_behind(at, group.items)]
    if stretch in _YEARS_AT_HAND:
        return behind.kind is _MOMENTS and _caps_year(behind, item, cursor)
    if unit_of(stretch) not in _HEADS:
        return False
    if any(token.text == "%" for token in cursor.tokens[item.end : behind.first]):
        return False  # «60 % – I полугодие, 100 % – до 31 декабря»
    return behind is not item and behind.kind is _MOMENTS and _is_under(behind, item, cursor)


def _caps_year(behind: Item, item: Item, cursor: Cursor) -> bool:
    """«в течение года, но не позднее 1 декабря»: the last day of the year's work, not a term beside it."""
    between = cursor.tokens[item.end : behind.first]
    are_days = all(
        moment.bound in LIMITS and unit_of(moment.stretch) is Unit.DAY and month_of(moment.stretch)
        for moment in behind.moments
    )
    return len(behind.moments) == 1 and are_days and any(token.text == "но" for token in between)


def _is_under(behind: Item, item: Item, cursor: Cursor) -> bool:
    """Whether a finer time is under a heading: in its bracket, within its months, or due for it."""
    stretch = item.moments[0].stretch
    sign = cursor.tokens[behind.first - 1].kind
    if cursor.tokens[item.end].sense is Sense.AND or not _may_hold(stretch, behind):
        return False
    is_bracketed = sign is TokenKind.OPEN
    are_days = all(unit_of(moment.stretch) in SINGLE_DAYS for moment in behind.moments)
    is_labelled = is_bracketed or (are_days and sign in _LABELS)  # «лето – с 16 апреля по 14 октября»
    if cursor.tokens[item.first].sense is Sense.SEASON and is_labelled:
        # but «летом – первая пятница месяца» is of each month of the summer
        return all(months_taken(moment.stretch) for moment in behind.moments)
    if is_bracketed and unit_of(stretch) in _PARTS and root(stretch) == SOME_PERIOD:
        return all(
            unit_of(moment.stretch) is Unit.DAY for moment in behind.moments
        )  # «3-я неделя (15–19.02)»
    are_limits = are_days and all(moment.bound in LIMITS for moment in behind.moments)
    are_of_year = all(month_of(moment.stretch) > 0 for moment in behind.moments)
    is_genitive = cursor.tokens[item.end - 1].text in _GENITIVES
    is_due = are_limits or (are_days and is_genitive)
    if sign in _LABELS and is_due and are_of_year and unit_of(stretch) in _REPORTED:
        return True  # «I полугодие – не позднее 10 июля», «I полугодия – 10 июля»: what is due then
    months = months_taken(stretch)
    if sign in _LABELS and isinstance(stretch, NthOf) and stretch.unit is Unit.HALF_YEAR:
        months |= SCHOOL_HALF_YEARS.get(stretch.ordinal, frozenset())
    inner = [months_taken(moment.stretch) for moment in behind.moments]
    is_within = bool(months) and all(part and part <= months for part in inner)
    if not is_within or not _may_be_of(stretch, behind):
        return False
    return are_days or ((is_bracketed or sign in _LABELS) and any(part < months for part in inner))


def _may_hold(stretch: Stretch, behind: Item) -> bool:
    """Whether days may lie in a part of a month: «1-я декада августа, 27 августа» are two times."""
    if not isinstance(stretch, NthOf) or stretch.unit not in _DAYS_OF_PART or stretch.ordinal < 0:
        return True
    length = _DAYS_OF_PART[stretch.unit]
    last = MONTH_DAYS[0] // length
    times = [moment.stretch for moment in behind.moments]
    ends = [
        end for time in times for end in ((time.first, time.last) if isinstance(time, Between) else (time,))
    ]
    days = [end.ordinal for end in ends if isinstance(end, NthOf) and end.unit is Unit.DAY]
    return not days or any(min((day - 1) // length + 1, last) == stretch.ordinal for day in days)


def _may_be_of(stretch: Stretch, behind: Item) -> bool:
    """Whether the years agree, or one of them is not named."""
    years = {root(moment.stretch) for moment in behind.moments} | {root(stretch)}
    return len(years - {THIS_YEAR}) <= 1
