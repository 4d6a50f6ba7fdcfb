"""Nothing that was read is lost on the way to the rules, and no date stands for an event beside it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from roadmapc.deadline.ast import (
    Between,
    Bound,
    Current,
    Dated,
    DeadlineClause,
    Following,
    Moment,
    NthOf,
    Offset,
    PaschalDay,
    Recurrence,
    Recurring,
    Relative,
    Role,
    Stretch,
    TimeRule,
    Unreadable,
)
from roadmapc.deadline.clauses.codes import (
    ASSUMED_SERIES,
    EVENT_BESIDE_DATE,
    LOST_TIME,
    SECOND_DATE,
    UNDATED_TIME,
)
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.rules import RuleAt
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import Item
from roadmapc.deadline.stretch import is_longer, is_years, month_behind, month_of, months_in_any_year, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.source.span import Span
from roadmapc.text.regex import regex

_OPENING = ("(", "[")
_FOR = ("к ", "ко ")
_COME_AGAIN = (Unit.WEEK, Unit.MONTH)
_SAYS_EACH = regex(r"кажд|отч[её]тн|(?<!следующего )месяца", re.IGNORECASE)
"""Words that say that a day is one of every month."""
_BUT = regex(r"\W*(?:но|и|однако)\s+не\s+(?:позднее|позже)\b", re.IGNORECASE)


def say_lost(group: Group, rules: Sequence[RuleAt], problems: Problems) -> bool:
    """Whether a time of the group is in none of its rules, not even as the month of a day; if so, says it."""
    if len(group.items) < 2 or len([item for item in group.items if item.moments]) < 2:
        return False
    if any(isinstance(rule, Unreadable) for rule, _ in rules):
        return False
    kept = [moment for rule, _ in rules for moment in _moments(rule)]
    spans = {moment.span for moment in kept}
    read = [moment for moment in group.moments if moment.span not in spans]
    if not read:
        return False
    parts = {part for moment in kept for part in _parts(moment.stretch)}
    months = {month_of(part) for part in parts} - {0}
    for moment in read:
        inside = set(_parts(moment.stretch))
        is_at_hand = isinstance(moment.stretch, Current) or is_years(moment.stretch)
        if not is_at_hand and not inside & parts and month_of(moment.stretch) not in months:
            message = f"«{problems.words(moment.span)}»: в срок не вошло, и что оно меняет, прочитать нельзя"
            problems.add(LOST_TIME, moment.span, message, "назовите каждый срок отдельно, через запятую")
            return True
    return False


def _moments(rule: object) -> Iterator[Moment]:
    if isinstance(rule, Dated | Recurring):
        yield from rule.moments
    if isinstance(rule, Recurring):
        yield from rule.without
        if rule.within is not None:
            yield rule.within


def _parts(stretch: Stretch) -> Iterator[Stretch]:
    """The stretch and all that it is a part of, but for the unit at hand."""
    if isinstance(stretch, Current):
        return
    yield stretch
    if isinstance(stretch, Between):
        yield from _parts(stretch.first)
        yield from _parts(stretch.last)
    elif isinstance(stretch, NthOf | Following | Offset | PaschalDay):
        yield from _parts(stretch.of)


def say_event_beside_date(rules: Sequence[RuleAt], problems: Problems) -> None:
    """Say that a term counted from an event stands beside a date, as if it were another term."""
    events = [at for at in rules if isinstance(at.rule, Relative)] if len(rules) > 1 else []
    # «ежегодно, после проверки»: a series that names no day leaves it to the event
    if not events or not any(isinstance(rule, Dated | Recurring) and rule.moments for rule, _ in rules):
        return
    span = Span(events[0].span.start, events[-1].span.end)
    if _BUT.match(problems.text, span.end):  # «…, но не позднее 20 декабря»: the last day whatever happens
        return
    message = f"«{problems.words(span)}»: стоит рядом с датой, но как они связаны, не сказано"
    hint = "если дата – день события, назовите последний день срока; если сроков два, разделите их «;»"
    problems.add(EVENT_BESIDE_DATE, span, message, hint)


def say_longer_report(group: Group, recurrence: Recurrence | None, problems: Problems) -> None:
    """«ежеквартально и за год»: when the report on the longer period is due, nobody says."""
    unit = recurrence.unit if recurrence is not None else None
    longer = [period for period in group.reported if is_longer(period, unit)] if unit is not None else []
    if longer and all(isinstance(period, Current) for period in longer):
        message = f"«{group.purpose}»: когда готов этот отчёт, не сказано; в календаре его нет"
        problems.add(UNDATED_TIME, group.marks[0].span, message, "назовите последний день отчёта")


def say_second_date(group: Group, problems: Problems) -> None:
    """Say that a bracket holds another day than the one before it, and nothing tells them apart."""
    if not problems.has_brackets or len(group.items) < 2:
        return
    for before, item in pairwise([item for item in group.items if _months(item)]):
        is_bracketed = problems.text[: item.span.start].rstrip().endswith(_OPENING)
        if not is_bracketed:
            continue
        # «I квартал (до 20 марта), III квартал (до 20 сентября)», «к 9 мая, ко Дню села (12 июня)»
        named = [mark for mark in group.marks if before.span.end <= mark.span.start < item.span.start]
        is_of_its_own = any(
            mark.role is Role.MOMENT or problems.words(mark.span).startswith(_FOR) for mark in named
        )
        if not is_of_its_own and all(map(_is_day, item.moments)) and _is_other_day(before, item):
            message = f"«{problems.words(item.span)}»: в скобках другой день; прочитано как ещё один срок"
            hint = "оставьте один день или назовите, что готово к каждому"
            problems.add(SECOND_DATE, item.span, message, hint)
            return


def _is_other_day(before: Item, item: Item) -> bool:
    """«до 1 июля (20 июня)», «IV квартал (до 1 сентября)»; «сентябрь (до 1 октября)» ends with it."""
    if all(map(_is_day, before.moments)):
        return set(map(_stretch, before.moments)) != set(map(_stretch, item.moments))
    if any(moment.bound is not Bound.WITHIN for moment in before.moments):
        return False
    months = _months(before)
    return _months(item).isdisjoint(months | set(map(month_behind, months)))


def _months(item: Item) -> frozenset[int]:
    """The months in which the days or periods of an item lie; none if it is of another kind."""
    if item.moments and all(map(_is_day, item.moments)):
        return frozenset(month_of(_stretch(moment)) for moment in item.moments)
    return frozenset().union(*(months_in_any_year(moment.stretch) for moment in item.moments))


def say_assumed_series(
    clauses: Sequence[DeadlineClause], groups: Sequence[Group], problems: Problems
) -> None:
    """Say that a day of no month stands beside a month, and nothing says that it comes again."""
    if len(clauses) < 2:
        return
    how_often = [item.recurrence for group in groups for item in group.items if item.recurrence is not None]
    if any(recurrence.unit is not Unit.YEAR for recurrence in how_often):
        return
    rules = [clause.rule for clause in clauses]
    if not any(_has_months(rule) for rule in rules):
        return
    for clause in clauses:
        rule, words = clause.rule, problems.words(clause.span)
        is_open = isinstance(rule, Recurring) and rule.within is None and rule.recurrence.unit in _COME_AGAIN
        if is_open and not _SAYS_EACH.search(words):
            message = f"«{words}»: рядом названы другие месяцы; прочитано как каждый месяц плана"
            problems.add(ASSUMED_SERIES, clause.span, message, "назовите месяц или напишите «ежемесячно»")
            return


def _has_months(rule: TimeRule) -> bool:
    """Whether a rule is due in months that are named."""
    if isinstance(rule, Recurring) and rule.recurrence.unit is not Unit.YEAR:
        return False
    return isinstance(rule, Dated | Recurring) and any(map(_has_month, rule.moments))


def _has_month(moment: Moment) -> bool:
    return month_of(moment.stretch) > 0 or month_of(_stretch(moment)) > 0


def _is_day(moment: Moment) -> bool:
    return unit_of(moment.stretch) in SINGLE_DAYS and month_of(_stretch(moment)) > 0


def _stretch(moment: Moment) -> Stretch:
    stretch = moment.stretch
    return stretch.last if isinstance(stretch, Between) else stretch
