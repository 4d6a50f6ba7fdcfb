"""Hours, places, holidays and weekdays, each put beside the dates that it is said of.

«5 и 12 мая в 10:00, 19 мая в 12:00, актовый зал»: an hour is that of the dates before it up to the hour
before, or, where it leads, of the dates behind it. What has no date to stand beside stays a note.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from roadmapc.deadline.ast import (
    LIMITS,
    Between,
    Dated,
    DeadlineClause,
    Moment,
    Recurring,
    TimeRule,
)
from roadmapc.deadline.clauses.group import Group, Particular
from roadmapc.deadline.clauses.rules import RuleAt
from roadmapc.deadline.codes import UNKNOWN_WORDS
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.source.span import Span

_OF_MOMENTS = (Dated, Recurring)
_OF_HOURS = (*SINGLE_DAYS, Unit.WEEK, Unit.SEASON)
_SORTS = ("time", "place", "occasion", "weekdays")
"""In the order in which they are put beside their dates."""
_JOINED = ("time", "place")
"""Of which several may be said of one date."""


class _Said(NamedTuple):
    """All that is said of one date."""

    time: dt.time | None = None
    end_time: dt.time | None = None
    place: str = ""
    occasion: str = ""
    weekdays: tuple[Unit, ...] = ()


_NOTHING = _Said()
_Variants = tuple[_Said, ...]
"""What is said of one date: «ежедневно в 8:00 и 20:00» says two things."""


class _Anchor(NamedTuple):
    """A date, or a series that names none, of which something can be said."""

    rule: int
    moment: Moment | None
    unit: Unit
    """Of the moment; of a series that names none, how often it comes."""
    span: Span

    @property
    def is_day(self) -> bool:
        """Whether it is a day, some days or a series of days, which have hours."""
        return self.unit in _OF_HOURS

    @property
    def is_range(self) -> bool:
        """Whether it is a range of days."""
        return self.moment is not None and isinstance(self.moment.stretch, Between)

    @property
    def is_limit(self) -> bool:
        """Whether something is due by it rather than happening then."""
        return self.moment is not None and self.moment.bound in LIMITS


def with_particulars(
    group: Group, rules: Sequence[RuleAt], occasions: Sequence[Span], problems: Problems
) -> list[DeadlineClause]:
    """The clauses of a group; dates of which different things are said are clauses of their own."""
    if not group.particulars and not occasions:
        labels, marks = (group.audience, group.purpose, group.notes), group.marks
        return [DeadlineClause(rule, *labels, span=span, marks=marks) for rule, span in rules]
    named = _named(rules, occasions, problems) if occasions else []
    rules = list(map(_once, rules))
    anchors = _anchors(rules)
    said, left = _placed(sorted([*group.particulars, *named]), anchors)
    if left:
        _say_hours(left, problems)
        words = (problems.words(each.span) for each in left if not each.occasion)
        group = replace(group, notes=(*group.notes, *words))
    clauses: list[DeadlineClause] = []
    for at, (rule, span) in enumerate(rules):
        own = [(anchor, said[index]) for index, anchor in enumerate(anchors) if anchor.rule == at]
        clauses += [_clause(group, *part) for part in _parts(rule, span, own)]
    return clauses


def _named(rules: Sequence[RuleAt], occasions: Sequence[Span], problems: Problems) -> list[Particular]:
    """The holidays by whose names the dates of rules are called."""
    spans = [moment.span for rule, _ in rules for moment in moments_of(rule)]
    return [
        Particular(span, occasion=problems.words(span))
        for span in occasions
        if any(own.start <= span.start < own.end for own in spans)
    ]


def _say_hours(left: Iterable[Particular], problems: Problems) -> None:
    """An hour of no day is kept as a note, and that is said: «ежемесячно до 5 ч.» means a date more often."""
    for each in left:
        if each.time is not None or each.end_time is not None:
            message = f"час «{problems.words(each.span)}» стоит не при дне и в календарь не попадёт"
            hint = "назовите день; если это число месяца, напишите «числа»"
            problems.add(UNKNOWN_WORDS, each.span, message, hint)


def _once(rule_at: RuleAt) -> RuleAt:
    """«9 мая (День Победы)» is a day named twice."""
    rule = rule_at.rule
    if not isinstance(rule, _OF_MOMENTS) or len(rule.moments) < 2:
        return rule_at
    kept = rule.moments[:1] + tuple(moment for before, moment in pairwise(rule.moments) if before != moment)
    return RuleAt(replace(rule, moments=kept), rule_at.span) if len(kept) < len(rule.moments) else rule_at


def _clause(group: Group, rule: TimeRule, span: Span, said: _Said) -> DeadlineClause:
    return DeadlineClause(
        rule, group.audience, group.purpose, group.notes, *said, span=span, marks=group.marks
    )


def moments_of(rule: TimeRule) -> tuple[Moment, ...]:
    """The moments of a rule; empty if it has none."""
    return rule.moments if isinstance(rule, _OF_MOMENTS) else ()


def _anchors(rules: Sequence[RuleAt]) -> list[_Anchor]:
    """In the order of the phrase."""
    anchors: list[_Anchor] = []
    for at, (rule, span) in enumerate(rules):
        anchors += [_Anchor(at, each, unit_of(each.stretch), each.span) for each in moments_of(rule)]
        if isinstance(rule, Recurring) and not rule.moments:
            anchors.append(_Anchor(at, None, rule.recurrence.unit, span))
    if len(anchors) > 1:
        anchors.sort(key=lambda anchor: (anchor.span, anchor.rule))
    return anchors


def _placed(
    particulars: Sequence[Particular], anchors: Sequence[_Anchor]
) -> tuple[list[_Variants], list[Particular]]:
    """What is said of each date, and what could be said of none."""
    said: list[_Variants] = [(_NOTHING,)] * len(anchors)
    left: list[Particular] = []
    by_sort: dict[str, list[Particular]] = {}
    for particular in particulars:
        by_sort.setdefault(_sort(particular), []).append(particular)
    for sort in sorted(by_sort, key=_SORTS.index):
        named = by_sort[sort]
        is_leading = bool(anchors) and named[0].span.end <= anchors[0].span.start
        before: list[int] = []
        for at, particular in enumerate(named):
            beside = _beside(particular, at, named, anchors, is_leading=is_leading)
            for index in beside:
                said[index] = tuple([_with(each, particular, anchors[index]) for each in said[index]])
            if not beside and sort in _JOINED:
                beside = before
                for index in before:
                    said[index] = _further(said[index], particular, anchors[index])
            if not beside:
                left.append(particular)
            before = beside
    return said, sorted(left)


def _sort(particular: Particular) -> str:
    """Which of its fields is filled."""
    if particular.place:
        return "place"
    if particular.occasion:
        return "occasion"
    return "weekdays" if particular.weekdays else "time"


def _further(said: _Variants, particular: Particular, anchor: _Anchor) -> _Variants:
    """What another hour adds: the end of the one before, or a time of its own; places are joined."""
    if particular.place:
        return tuple(_with(each, particular, anchor) for each in said)
    *before, last = said
    is_end = particular.time is None and last.time is not None and last.end_time is None
    if is_end:  # «с 9:00 15 мая до 18:00 17 мая»
        return (*before, last._replace(end_time=particular.end_time))
    return (*said, _with(last, particular, anchor))


def _beside(
    particular: Particular,
    at: int,
    named: Sequence[Particular],
    anchors: Sequence[_Anchor],
    *,
    is_leading: bool,
) -> list[int]:
    """The dates, by their index, of which one of several alike is said."""
    start = particular.span.start
    if is_leading:
        end = named[at + 1].span.start if at + 1 < len(named) else None
        near = [index for index, each in enumerate(anchors) if each.span.start > start]
        near = [index for index in near if end is None or anchors[index].span.start < end]
    else:
        begin = named[at - 1].span.start if at else -1
        near = [index for index, each in enumerate(anchors) if begin < each.span.start <= start]
    if particular.occasion:
        return [index for index in near[-1:] if not anchors[index].is_limit and anchors[index].is_day]
    if particular.weekdays:
        one = near[:1] if is_leading else near[-1:]
        return [index for index in one if _has_weekdays(anchors[index], particular)]
    happening = [index for index in near if not anchors[index].is_limit]
    if particular.place:
        return happening
    return [index for index in happening or near if anchors[index].is_day]


def _has_weekdays(anchor: _Anchor, particular: Particular) -> bool:
    """Whether so many weekdays can be those of a day, or of the two ends of a range of days."""
    if anchor.moment is None or unit_of(anchor.moment.stretch) is not Unit.DAY:
        return False
    return len(particular.weekdays) == 1 or anchor.is_range


def _with(said: _Said, particular: Particular, anchor: _Anchor) -> _Said:
    if particular.place:
        return said._replace(place=", ".join(filter(None, (said.place, particular.place))))
    if particular.occasion:
        return said._replace(occasion=particular.occasion)
    if particular.weekdays:
        ends = (particular.weekdays[0], particular.weekdays[-1])
        return said._replace(weekdays=ends if anchor.is_range else ends[:1])
    if anchor.is_limit and particular.end_time is None:  # «до 10 июня, 12:00»
        return said._replace(end_time=particular.time)
    return said._replace(time=particular.time, end_time=particular.end_time)


def _parts(
    rule: TimeRule, span: Span, own: Sequence[tuple[_Anchor, _Variants]]
) -> Iterable[tuple[TimeRule, Span, _Said]]:
    """A rule cut where something else is said of its dates."""
    if not own or not isinstance(rule, _OF_MOMENTS):
        return [(rule, span, _NOTHING)]
    if len(own) == 1:
        return [(rule, span, said) for said in own[0][1]]
    runs = [(said, [anchor for anchor, _ in run]) for said, run in groupby(own, lambda pair: pair[1])]
    parts: list[tuple[TimeRule, Span, _Said]] = []
    for variants, anchors in runs:
        moments = tuple(anchor.moment for anchor in anchors if anchor.moment is not None)
        is_whole = len(moments) == len(rule.moments)
        part = (rule, span) if is_whole else (replace(rule, moments=moments), _span(moments))
        parts.extend((*part, said) for said in variants)
    return parts


def _span(moments: Sequence[Moment]) -> Span:
    return Span(moments[0].span.start, max(moment.span.end for moment in moments))
