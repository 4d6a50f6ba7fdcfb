"""Rules without the times that are not meant: «ежемесячно, кроме июля и августа»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from roadmapc.deadline.ast import (
    THIS_YEAR,
    Between,
    Bound,
    Current,
    Dated,
    Moment,
    NthOf,
    Offset,
    Recurrence,
    Recurring,
    Stretch,
    TimeRule,
    Unreadable,
    Year,
)
from roadmapc.deadline.clauses.group import Group
from roadmapc.deadline.clauses.recurrences import after_each
from roadmapc.deadline.clauses.rules import RuleAt
from roadmapc.deadline.clauses.year_lists import Moments
from roadmapc.deadline.codes import UNAPPLIED_EXCEPTION
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import (
    day_beside,
    is_lagged,
    is_of_season,
    is_years,
    month_behind,
    month_of,
    months_in_any_year,
    months_of,
    replaced,
    root,
    unit_of,
)
from roadmapc.deadline.unit import MONTH_DAYS, MONTHS_IN_PART, WEEKDAYS, Unit
from roadmapc.source.span import Span

_MONTHS = frozenset(range(1, 13))
_LEADS = ("кроме", "за исключением", "исключая", "помимо")


def with_exceptions(rules: list[RuleAt], group: Group, problems: Problems) -> tuple[Group, list[RuleAt]]:
    """The rules without the times that are left out; beside an event the exception is a note as well."""
    if not all(isinstance(rule, Dated | Recurring) for rule, _ in rules):
        told = [problems.words(item.span) for item in group.exceptions]
        words = [each for each in told if each.startswith(_LEADS)]  # «август – по графику» says it by itself
        return replace(group, notes=(*group.notes, *words)), list(_excepted(rules, group, problems))
    return group, list(_excepted(rules, group, problems))


def _excepted(rules: list[RuleAt], group: Group, problems: Problems) -> Iterator[RuleAt]:
    """The rules without the times that are left out; one that cannot be told so has no dates."""
    excluded = [moment for item in group.exceptions for moment in item.moments]
    reported = [period for item in group.exceptions for period in item.reported]
    first, last = group.exceptions[0].span, group.exceptions[-1].span
    for rule, span in rules:
        if _is_of_excluded(rule, excluded):  # «…, в декабре – до 20»: what is due in it instead
            yield RuleAt(rule, span)
            continue
        left = _without_reports(rule, reported) if reported else (rule,)
        left = _without_each(left, excluded) if left is not None and excluded else left
        if left is not None:
            yield from (RuleAt(rule, span) for rule in left)
            continue
        message = f"«{problems.words(first)}»: какие сроки остаются, прочитать нельзя"
        problems.add(UNAPPLIED_EXCEPTION, first, message, "перечислите сроки, которые остаются")
        whole = Span(min(span.start, first.start), max(span.end, last.end))
        yield RuleAt(Unreadable(problems.words(whole)), whole)


def _is_of_excluded(rule: TimeRule, excluded: list[Moment]) -> bool:
    """Whether a rule is of nothing but the months or the years that are left out."""
    if not isinstance(rule, Dated | Recurring) or not rule.moments:
        return False
    if isinstance(rule, Recurring) and rule.recurrence.unit is not Unit.YEAR:
        return False
    parts = [moment.stretch for moment in excluded if is_years(moment.stretch) or _months_left_out(moment)]
    years = [year for year in map(root, parts) if isinstance(year, Year)]
    months = frozenset().union(*map(_months_left_out, excluded))
    times = [moment.stretch for moment in rule.moments]
    stretches = [
        end for time in times for end in ((time.first, time.last) if isinstance(time, Between) else (time,))
    ]
    are_of_years = bool(parts) and all(not years or root(each) in years for each in stretches)
    return are_of_years and all(not months or month_of(each) in months for each in stretches)


def _months_left_out(excluded: Moment) -> frozenset[int]:
    return months_in_any_year(excluded.stretch)


def _without_each(rules: Sequence[TimeRule], excluded: Sequence[Moment]) -> tuple[TimeRule, ...] | None:
    """What an exception leaves of rules; `None` if that of one of them cannot be said."""
    left = [without(rule, excluded) for rule in rules]
    return tuple(rule for rules in left for rule in rules or ()) if None not in left else None


def _without_reports(rule: TimeRule, reported: Sequence[Stretch]) -> tuple[TimeRule, ...] | None:
    """A series without its reports on some of its periods, whichever month they are due in."""
    unit = unit_of(reported[0])
    if not isinstance(rule, Recurring) or unit not in MONTHS_IN_PART or rule.recurrence != Recurrence(unit):
        return (rule,)
    allowed = _allowed(rule.within)
    periods = [NthOf(unit, at, THIS_YEAR) for at in range(1, 12 // MONTHS_IN_PART[unit] + 1)]
    left = [each for each in periods if each not in reported and months_of(each) <= allowed]
    if not left or not allowed or rule.without:
        return None
    if not any(is_lagged(moment.stretch) for moment in rule.moments):
        return without(rule, [Moment(period) for period in reported])
    counted = [moment for moment in rule.moments if isinstance(moment.stretch, Offset)]
    others = tuple(moment for moment in rule.moments if moment not in counted)
    # «в течение 10 дней после окончания квартала» is counted from the end of each
    dated = [each.at(replaced(each.stretch, Current(unit), part)) for part in left for each in counted]
    return (Recurring(Recurrence(Unit.YEAR), (*after_each(others, left), *dated)),)


def without(rule: TimeRule, excluded: Sequence[Moment]) -> tuple[TimeRule, ...] | None:
    """What an exception leaves of a rule; `None` if that cannot be said in rules.

    Events and documents keep their words: the exception is a note of theirs.
    """
    if isinstance(rule, Dated):
        window = rule.moments[0]
        left_days = _without_days(window, excluded) or _months_left(window, excluded)
        left_days = left_days if len(rule.moments) == 1 else ()
        return (Dated(left_days),) if left_days else None
    if not isinstance(rule, Recurring):
        return (rule,)
    days = tuple(
        moment
        for moment in excluded
        if is_of_season(moment.stretch)
        or isinstance(root(moment.stretch), Year)
        or month_of_first(moment.stretch)
    )
    if any(map(_is_of_year, days)) and any(is_lagged(moment.stretch) for moment in rule.moments):
        return None  # a report on May 2026 is due in June
    others = [moment for moment in excluded if moment not in days]
    left = _without_parts(rule, others) if others else (rule,)
    return tuple(replace(one, without=(*days, *one.without)) for one in left or ()) or None


def _without_days(window: Moment, excluded: Sequence[Moment]) -> Moments:
    """«8–15 мая, кроме 9 и 10 мая»: the windows that are left; empty if that cannot be told by numbers."""
    whole = window.stretch
    if not isinstance(whole, Between):
        return ()
    left: list[Stretch] = []
    start, end = whole.first, whole.last
    for moment in excluded:
        out = replaced(moment.stretch, THIS_YEAR, root(end))
        first, last = (out.first, out.last) if isinstance(out, Between) else (out, out)
        places = [_place(day) for day in (start, first, last, end)]
        before, behind = day_beside(first, -1), day_beside(last, 1)
        if 0 in places or places != sorted(places) or before is None or behind is None:
            return ()
        left += [_range(start, before)] if start != first else []
        start = behind
    left += [_range(start, end)] if _place(start) <= _place(end) else []
    return tuple(map(window.at, left))


def _months_left(window: Moment, excluded: Sequence[Moment]) -> Moments:
    """«апрель – октябрь, кроме июля»: the runs of months that are left."""
    whole, year = window.stretch, root(window.stretch)
    taken = frozenset().union(*(months_in_any_year(moment.stretch) for moment in excluded))
    if not isinstance(whole, Between) or unit_of(whole) is not Unit.MONTH or not taken:
        return ()
    first, last = month_of(whole.first), month_of(whole.last)
    if not 0 < first <= last or root(whole.first) != year or not taken <= set(range(first, last + 1)):
        return ()
    left = [month for month in range(first, last + 1) if month not in taken]
    runs = [[month for _, month in run] for _, run in groupby(enumerate(left), lambda at: at[1] - at[0])]
    return tuple(
        window.at(_range(NthOf(Unit.MONTH, run[0], year), NthOf(Unit.MONTH, run[-1], year))) for run in runs
    )


def _place(day: Stretch) -> int:
    """A number by which the days of a year are in order; 0 of a time that is no day."""
    return month_of_first(day) and month_of_first(day) * 100 + getattr(day, "ordinal", 0)


def _range(first: Stretch, last: Stretch) -> Stretch:
    return first if first == last else Between(first, last)


def _without_parts(rule: Recurring, excluded: Sequence[Moment]) -> tuple[Recurring, ...] | None:
    """The series without weekdays, months, quarters or half-years."""
    if rule.recurrence.interval > 1 or rule.recurrence.times > 1:
        return None
    stretches = [moment.stretch for moment in excluded]
    are_weekdays = [isinstance(stretch, NthOf) and stretch.unit in WEEKDAYS for stretch in stretches]
    if any(are_weekdays):
        return _without_weekdays(rule, stretches) if all(are_weekdays) else None
    months = frozenset().union(*map(months_of, stretches))
    if rule.within is not None and rule.within.bound is not Bound.WITHIN:
        return _since_or_until(rule, excluded, months)
    is_short = rule.recurrence.unit in (Unit.DAY, Unit.WEEK)
    left = _in_runs(rule, months) if is_short else _of_other_parts(rule, months)
    return left or _without_months(rule, excluded, months)


def _without_months(
    rule: Recurring, excluded: Sequence[Moment], months: frozenset[int]
) -> tuple[Recurring, ...] | None:
    """«с 1 марта ежемесячно до 10 числа, кроме июля»: a series of a range of days rests in a month."""
    is_of_days = rule.within is not None and unit_of(rule.within.stretch) is Unit.DAY
    stretches = [moment.stretch for moment in excluded]
    are_months = bool(months) and all(unit_of(each) is Unit.MONTH and month_of(each) for each in stretches)
    are_reports = any(is_lagged(moment.stretch) for moment in rule.moments)
    is_shorter = rule.recurrence.unit in (Unit.DAY, Unit.WEEK, Unit.MONTH)
    is_told = is_of_days and are_months and is_shorter and not are_reports
    return (replace(rule, without=tuple(excluded)),) if is_told else None


def _since_or_until(
    rule: Recurring, excluded: Sequence[Moment], months: frozenset[int]
) -> tuple[Recurring, ...] | None:
    """«ежемесячно с 1 марта, кроме июля»: a series that begins or ends rests in whole parts of a year."""
    length = MONTHS_IN_PART.get(rule.recurrence.unit, 1)
    parts = [frozenset(range(first, first + length)) for first in range(1, 13, length)]
    is_whole = all(part <= months or not part & months for part in parts)
    if not months or not is_whole or any(is_lagged(moment.stretch) for moment in rule.moments):
        return None
    return (replace(rule, without=tuple(excluded)),)


def _is_of_year(moment: Moment) -> bool:
    """Whether it is a year or a longer part of one that is named: «кроме мая 2026 года»."""
    return isinstance(root(moment.stretch), Year) and not month_of_first(moment.stretch)


def month_of_first(stretch: Stretch) -> int:
    """The month in which a day or a range of days begins; 0 of other times."""
    first = stretch.first if isinstance(stretch, Between) else stretch
    return month_of(first) if unit_of(first) is Unit.DAY else 0


def _without_weekdays(rule: Recurring, excluded: list[Stretch]) -> tuple[Recurring, ...] | None:
    """«ежедневно, кроме воскресенья» is a series by the other weekdays."""
    is_daily = rule.recurrence.unit is Unit.DAY and not rule.moments
    is_by_weekdays = rule.recurrence.unit is Unit.WEEK and bool(rule.moments)
    all_weekdays = (Moment(NthOf(unit, 1, Current(Unit.WEEK))) for unit in WEEKDAYS)
    left = tuple(moment for moment in rule.moments or all_weekdays if moment.stretch not in excluded)
    if not left or not (is_daily or is_by_weekdays):
        return None
    return (Recurring(Recurrence(Unit.WEEK), left, rule.within),)


def _allowed(within: Moment | None) -> frozenset[int]:
    """The months in which a series goes on; empty if its limit is no part of each year."""
    return months_of(within.stretch) if within is not None else _MONTHS


def _in_runs(rule: Recurring, taken: frozenset[int]) -> tuple[Recurring, ...] | None:
    """A series of days or weeks, limited to the months left, those in a row together."""
    left = sorted(_allowed(rule.within) - taken)
    rules: list[Recurring] = []
    for _, run in groupby(enumerate(left), lambda place: place[1] - place[0]):
        months = [NthOf(Unit.MONTH, month, THIS_YEAR) for _, month in run]
        stretch = Between(months[0], months[-1]) if len(months) > 1 else months[0]
        rules.append(replace(rule, within=Moment(stretch)))
    return tuple(rules) or None


def _of_other_parts(rule: Recurring, taken: frozenset[int]) -> tuple[Recurring, ...] | None:
    """A series of months, quarters or half-years as the yearly series of those left (BYMONTH)."""
    unit, allowed = rule.recurrence.unit, _allowed(rule.within)
    are_reports = any(is_lagged(moment.stretch) for moment in rule.moments)
    if unit not in MONTHS_IN_PART or not allowed or (are_reports and unit is Unit.MONTH):
        return None  # a report on July is due in August
    parts = [NthOf(unit, at, THIS_YEAR) for at in range(1, 12 // MONTHS_IN_PART[unit] + 1)]
    if are_reports:
        due = {month_behind(max(months_of(part))): part for part in parts}
        reported = [part for month, part in due.items() if month not in taken]
        if not reported or not taken <= due.keys():
            return None  # «кроме IV квартала»: due in it, or about it?
        return (Recurring(Recurrence(Unit.YEAR), after_each(rule.moments, reported)),)
    if any(taken & months and not months <= taken for months in map(months_of, parts)):
        return None  # «ежеквартально, кроме июля» takes a third of a quarter
    parts = [part for part in parts if months_of(part) <= allowed - taken]
    moments = rule.moments or (Moment(Current(unit)),)
    left = tuple(moment.at(_of_part(moment.stretch, part)) for part in parts for moment in moments)
    return (Recurring(Recurrence(Unit.YEAR), left),) if left else None


def _of_part(stretch: Stretch, part: NthOf) -> Stretch:
    """A time of each month as that of one month; «31 число» of a shorter one is its last day."""
    if isinstance(stretch, NthOf) and stretch.unit is Unit.DAY and part.unit is Unit.MONTH:
        stretch = replace(stretch, ordinal=min(stretch.ordinal, MONTH_DAYS[part.ordinal - 1]))
    return replaced(stretch, Current(part.unit), part)
