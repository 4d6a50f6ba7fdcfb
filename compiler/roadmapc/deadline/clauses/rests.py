"""Times in which a series rests, and the rest of the time: «июль – перерыв», «в остальное время»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from roadmapc.deadline.ast import (
    SOME_PERIOD,
    THIS_MONTH,
    THIS_YEAR,
    Between,
    Bound,
    Current,
    Mark,
    Moment,
    NthOf,
    OnDemand,
    Role,
    Scheduled,
)
from roadmapc.deadline.clauses.codes import WHICH_OF_SERIES
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_of_season, month_of_year, months_in_any_year, root, unit_of
from roadmapc.deadline.unit import MONTHS_IN_PART, Unit
from roadmapc.source.span import Span
from roadmapc.text.regex import regex

_BREAK = regex(
    r"\b(?:перерыв|каникулы|отпуск|пауза|нет|не \w+[иею]тся|без (?:\w+ )?заседани\w+)\b", re.IGNORECASE
)
"""Words behind the months in which nothing is due."""
_EACH = (THIS_MONTH, SOME_PERIOD, Current(Unit.WEEK))
_PARTS = (Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH)
_ADJECTIVAL = ("ое", "ая", "ый", "ий", "ые", "ие")
"""Endings of what is said of one of several sittings: «расширенное», «итоговая»."""
_OFTEN = regex(r"дважды|трижды|\w+ раза?", re.IGNORECASE)
_LONGEST_BREAK = 4
"""Words of a remark that says so: «июль – у всех отпуск»."""
_REST = regex(r"\b(?:остальн|проч)\w+ (?:врем|месяц|период|дни|дн|квартал|сезон)\w*(?: года)?", re.IGNORECASE)
"""Words for all the time that no other words name."""


def breaks_of_series(group: Group, cursor: Cursor) -> Group:
    """«ежемесячно, июль и август – перерыв»: the months are those in which the series does not come.

    So are those that have a schedule of their own: «ежемесячно, август – по отдельному графику».
    """
    ruled = [item.span for item in group.items if isinstance(item.rule, Scheduled | OnDemand)]
    is_remarked = bool(group.purpose or group.notes or group.particulars)
    if not is_remarked and ItemKind.RULE not in [item.kind for item in group.items]:
        return group
    for mark in group.marks:
        words = cursor.problems.words(mark.span)
        is_break = _is_break(words)
        away = _months_before(group.items, mark.span) if is_break or mark.span in ruled else []
        left = [item for item in group.items if item not in away]
        if not away or not any(map(_comes_again, left)):
            continue
        exceptions = (replace(item, kind=ItemKind.EXCEPTION) for item in away)
        group = replace(
            group,
            items=tuple(item for item in left if item.span != mark.span or not is_break),
            exceptions=(*group.exceptions, *exceptions),
            purpose="" if group.purpose == words else group.purpose,
            notes=tuple(note for note in group.notes if note != words),
            marks=tuple(Mark(Role.PERIODICITY, each.span) if each is mark else each for each in group.marks),
        )
    return group


def _comes_again(item: Item) -> bool:
    """Whether an item is a series: by its words, or by what its times are of."""
    return item.recurrence is not None or any(root(each.stretch) in _EACH for each in item.moments)


def special_members(group: Group, cursor: Cursor) -> Group:
    """«ежемесячно, в марте и сентябре – расширенное»: which members of a series are special.

    So they may come several times, «а в июне – дважды»: on which days, nobody knows, and it is said.
    """
    is_often = bool(_OFTEN.fullmatch(group.purpose))
    is_adjective = " " not in group.purpose and group.purpose.endswith(_ADJECTIVAL)
    # none if the purpose is that of the pair before
    labels = [mark.span for mark in group.marks if mark.role is Role.PURPOSE]
    if not labels or not (is_often or is_adjective):
        return group
    content = [item for item in group.items if item.kind not in SIGNS]
    series, named = content[:1], content[1:]
    span = labels[0]
    kinds = [item.kind for item in group.items if item.kind is not ItemKind.COMMA]
    are_before = bool(named) and named[0].span.start < span.start and kinds[-1] is ItemKind.LABEL
    is_bare = bool(series) and series[0].kind is ItemKind.PERIODICITY
    are_members = all(item.kind is ItemKind.MOMENTS and all(map(_is_part, item.moments)) for item in named)
    if not are_before or not is_bare or not are_members:
        return group
    words = cursor.problems.words(Span(named[0].span.start, span.end))
    if is_often:
        message = f"«{words}»: в какие дни, не сказано; прочитано, как в другие сроки ряда"
        hint = "назовите дни этих сроков"
        cursor.problems.add(WHICH_OF_SERIES, Span(named[0].span.start, span.end), message, hint)
    marks = tuple(
        Mark(Role.NOTE, mark.span) if mark.span.start >= named[0].span.start else mark for mark in group.marks
    )
    return replace(group, items=tuple(series), purpose="", notes=(*group.notes, words), marks=marks)


def _is_part(moment: Moment) -> bool:
    """Whether it is a week or a longer part of a time, which nothing bounds."""
    return moment.bound is Bound.WITHIN and unit_of(moment.stretch) in (*_PARTS, *MONTHS_IN_PART, Unit.YEAR)


def _is_break(words: str) -> bool:
    return len(words.split()) <= _LONGEST_BREAK and bool(_BREAK.search(words))


def _months_before(items: Sequence[Item], span: Span) -> list[Item]:
    """The months and ranges of months just before some words."""
    away: list[Item] = []
    for item in reversed([item for item in items if item.span.end <= span.start]):
        if item.kind in SIGNS:
            continue
        if item.kind is not ItemKind.MOMENTS or not all(map(_is_of_months, item.moments)):
            break
        away.append(item)
    return away[::-1]


def _is_of_months(moment: Moment) -> bool:
    return moment.bound is Bound.WITHIN and bool(months_in_any_year(moment.stretch))


def with_rest_of_time(groups: Sequence[Group], problems: Problems) -> list[Group]:
    """«летом – ежедневно, в остальное время – ежемесячно»: without the times that the others name."""
    rested = list(groups)
    for at, group in enumerate(groups):
        if not group.purpose or not _REST.search(group.purpose) or not _is_series(group):
            continue
        taken = tuple(moment for before in groups[:at] for moment in _times_of(before))
        rested[at] = replace(group, purpose=_REST.sub("", group.purpose).removeprefix("в").strip())
        spans = [mark.span for mark in group.marks if mark.role is Role.PURPOSE]
        span = spans[0] if spans else group.items[0].span
        if taken:
            exception = Item(ItemKind.EXCEPTION, group.items[0].first, group.items[0].first, span, taken)
            rested[at] = replace(rested[at], exceptions=(*group.exceptions, exception))
            continue
        message = f"«{problems.words(span)}»: какое время названо раньше, не понято; прочитано: весь план"
        problems.add(WHICH_OF_SERIES, span, message, "назовите месяцы")
    return rested


def _is_series(group: Group) -> bool:
    """Whether the times of a group come again in each month or week, as it says or by what they are of."""
    times = [moment.stretch for moment in group.moments]
    return group.is_periodic or (
        bool(times) and all(root(time) in (THIS_MONTH, SOME_PERIOD) for time in times)
    )


def _times_of(group: Group) -> list[Moment]:
    """The months, seasons and ranges of days of a group; of a day, its month."""
    times: list[Moment] = []
    for moment in group.moments:
        last = moment.stretch.last if isinstance(moment.stretch, Between) else None
        is_range = last is not None and unit_of(last) is Unit.DAY and month_of_year(last) > 0
        if _is_of_months(moment) or is_of_season(moment.stretch) or is_range:
            times.append(moment)
        elif month_of_year(moment.stretch) > 0:
            times.append(
                Moment(NthOf(Unit.MONTH, month_of_year(moment.stretch), THIS_YEAR), span=moment.span)
            )
    return times
