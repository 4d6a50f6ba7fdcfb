"""Groups of items made clauses of a deadline."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from roadmapc.deadline.ast import (
    Bound,
    Dated,
    DeadlineClause,
    Moment,
    NthOf,
    Recurrence,
    Recurring,
    Relative,
    TimeRule,
    Unreadable,
)
from roadmapc.deadline.clauses.continuation import continued
from roadmapc.deadline.clauses.exceptions import without
from roadmapc.deadline.clauses.groups import Group
from roadmapc.deadline.clauses.partition import partition
from roadmapc.deadline.clauses.recurrences import (
    after_reported,
    is_bare,
    is_limit,
    limits_in_turn,
    of_reports,
    settled,
    with_days,
)
from roadmapc.deadline.clauses.year_lists import (
    Years,
    follow_neighbours,
    precede_neighbours,
    repeat_days,
    sort_by_years,
)
from roadmapc.deadline.codes import MISSING_ANCHOR, MISSING_SEPARATOR, UNAPPLIED_EXCEPTION, UNREADABLE
from roadmapc.deadline.existence import in_order, is_possible
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import Item, ItemKind
from roadmapc.deadline.stretch import is_lagged, period_of, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.source.span import Span

_LIMITS = (Bound.UNTIL, Bound.NOT_LATER, Bound.BY)


class _Parcel(NamedTuple):
    """Items of a group with at most one periodicity."""

    items: list[Item]
    recurrence: Recurrence | None

    @property
    def span(self) -> Span:
        return Span(self.items[0].span.start, self.items[-1].span.end)


class _Said(NamedTuple):
    """A rule and its words."""

    rule: TimeRule
    span: Span


def clauses_of(groups: list[Group], problems: Problems) -> list[DeadlineClause]:
    """The clauses of all groups, in the order of the phrase; never empty."""
    periodic = {group.segment for group in groups if group.is_periodic}
    found: list[DeadlineClause] = []
    for group in groups:
        rules = _rules(group, group.segment in periodic, problems)
        if group.continues and found:
            rules = [said._replace(rule=continued(said.rule, found[-1].rule)) for said in rules]
        found.extend(_clauses(group, rules))
    return found or [_unreadable(groups, problems)]


def _clauses(group: Group, rules: list[_Said]) -> list[DeadlineClause]:
    notes, marks = tuple(group.notes), tuple(group.marks)
    return [DeadlineClause(rule, group.audience, group.purpose, notes, span, marks) for rule, span in rules]


def _unreadable(groups: list[Group], problems: Problems) -> DeadlineClause:
    text = problems.text
    span = Span(0, len(text))
    shown = text if text.strip() else "(пусто)"
    hints = ("напишите, например, «до 1 сентября 2025 года» или «ежегодно, до 1 сентября»",)
    problems.add(UNREADABLE, span, f"в словах «{_short(shown)}» срок не найден", *hints)
    marks = tuple(mark for group in groups for mark in group.marks)
    return DeadlineClause(Unreadable(text.strip()), span=span, marks=marks)


_LONGEST_QUOTE = 60


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"


def _rules(group: Group, periodic: bool, problems: Problems) -> list[_Said]:
    said = [_Said(item.rule, item.span) for item in group.items if item.rule is not None]
    if said:
        said = _with_events(said, problems)
    for parcel in _parcels(group.items):
        said.extend(_rules_of_parcel(group, parcel, periodic, problems))
    if group.exceptions:
        said = list(_with_exceptions(said, group, problems))
    return sorted(said, key=lambda each: each.span) if len(said) > 1 else said


def _with_exceptions(said: list[_Said], group: Group, problems: Problems) -> Iterator[_Said]:
    """The rules without the times that are left out; one that cannot be told so has no dates."""
    excluded = [moment for item in group.exceptions for moment in item.moments]
    spans = [item.span for item in group.exceptions]
    if any(not isinstance(each.rule, Dated | Recurring) for each in said):
        group.notes.extend(map(problems.words, spans))
    for each in said:
        left = without(each.rule, excluded)
        yield from (_Said(rule, each.span) for rule in left or ())
        if left is None:
            message = f"«{problems.words(spans[0])}»: какие сроки остаются, прочитать нельзя"
            problems.add(UNAPPLIED_EXCEPTION, spans[0], message, "перечислите сроки, которые остаются")
            whole = Span(min(each.span.start, spans[0].start), max(each.span.end, spans[-1].end))
            yield _Said(Unreadable(problems.words(whole)), whole)


def _with_events(said: list[_Said], problems: Problems) -> list[_Said]:
    """«после проведения (не позднее месяца)»: a term takes the event named just before it."""
    found: list[_Said] = []
    for each in said:
        before = found[-1].rule if found else None
        if not isinstance(each.rule, Relative) or each.rule.event is not None:
            found.append(each)
        elif isinstance(before, Relative) and before.offset is None:
            found[-1] = _Said(
                replace(before, offset=each.rule.offset), Span(found[-1].span.start, each.span.end)
            )
        else:
            found.append(each)
            _say_missing_anchor(each.span, problems)
    return found


def _say_missing_anchor(span: Span, problems: Problems) -> None:
    message = f"«{problems.words(span)}»: не сказано, от какого события считать"
    problems.add(MISSING_ANCHOR, span, message, "добавьте «со дня …» или «после …»")


def _parcels(items: list[Item]) -> Iterator[_Parcel]:
    """Items cut before each periodicity that differs from the one before it."""
    parcel: list[Item] = []
    recurrence: Recurrence | None = None
    for item in items:
        if item.recurrence is not None and item.kind is ItemKind.PERIODICITY:
            if recurrence is not None and recurrence.unit is not item.recurrence.unit:
                yield _Parcel(parcel, recurrence)
                parcel, recurrence = [], None
            recurrence = _stronger(recurrence, item.recurrence)
        parcel.append(item)
    if parcel:
        yield _Parcel(parcel, recurrence)


def _stronger(first: Recurrence | None, second: Recurrence) -> Recurrence:
    """Of two recurrences by one unit, the one that says more than the unit."""
    return second if first is None or first == Recurrence(first.unit) else first


def _rules_of_parcel(group: Group, parcel: _Parcel, periodic: bool, problems: Problems) -> Iterator[_Said]:
    named = _moments(parcel.items, problems)
    if parcel.recurrence is None and group.reported is not None:
        parcel = parcel._replace(recurrence=of_reports(named, group.reported))
    if not named and parcel.recurrence is None:
        return
    named = _in_months(named, group, parcel.recurrence)
    alone = parcel.recurrence is None and not periodic
    if group.is_garbled:
        named, lost = partition(named, _is_of_days)
        yield from (_unread(moment, problems) for moment in lost)
    if alone:
        named = precede_neighbours(repeat_days(named, problems), problems)
    years = sort_by_years(named)
    if alone:
        follow_neighbours(years, problems)
    yield from _impossible(years, problems)
    periodic = periodic or (
        group.reported is None and any(is_lagged(moment.stretch) for moment in years.open)
    )
    yield from _said(years, parcel, had_moments=bool(named), periodic=periodic, problems=problems)


def _in_months(named: list[Moment], group: Group, recurrence: Recurrence | None) -> list[Moment]:
    """The moments with the months that stand beside them, or that follow the period of a report."""
    if recurrence is None or recurrence.unit is not Unit.MONTH:
        named = with_days(named)
    if group.reported is None:
        return named
    return [after_reported(moment, group.reported) for moment in named]


def _unread(moment: Moment, problems: Problems) -> _Said:
    return _Said(Unreadable(problems.words(moment.span)), moment.span)


def _impossible(years: Years, problems: Problems) -> Iterator[_Said]:
    """Take out the moments that do not exist, as rules that nobody can read."""
    for moments in (years.dated, years.open, *(moments for moments, _ in years.spans)):
        for moment in [moment for moment in moments if not is_possible(moment, problems)]:
            moments.remove(moment)
            yield _unread(moment, problems)


def _said(
    years: Years, parcel: _Parcel, *, had_moments: bool, periodic: bool, problems: Problems
) -> Iterator[_Said]:
    recurrence = parcel.recurrence
    for moments, scope in years.spans:
        if moments:
            yield from _series(moments, recurrence or Recurrence(Unit.YEAR), scope, parcel, problems)
    if recurrence is None:
        yield from _without_periodicity(years, parcel, periodic, problems)
        return
    limits, _ = partition(years.scopes, lambda moment: is_limit(moment, recurrence))
    dated_limits, dated = partition(years.dated, lambda moment: is_limit(moment, recurrence))
    open_limits, open_moments = partition(years.open, lambda moment: is_limit(moment, recurrence))
    limits = [*limits, *dated_limits, *open_limits]
    if dated:
        yield _Said(Dated(tuple(dated)), _span(dated, parcel))
    is_bare = not open_moments and not years.spans and not (had_moments and not limits and not dated)
    if open_moments or (is_bare and len(dated) < recurrence.times + (recurrence.times == 1)):
        for limit in limits_in_turn(limits):
            yield from _series(open_moments, recurrence, limit, parcel, problems)


def _without_periodicity(
    years: Years, parcel: _Parcel, periodic: bool, problems: Problems
) -> Iterator[_Said]:
    series, once = partition(
        years.open, lambda moment: _repeats(moment) or (periodic and not is_bare(moment))
    )
    once = [*years.dated, *(settled(moment, None, problems) for moment in once)]
    for moments in (sorted(once, key=lambda moment: moment.span), years.scopes):
        if moments:
            yield _Said(Dated(tuple(moments)), _span(moments, parcel))
    if series:
        yield from _series(series, None, None, parcel, problems)


def _repeats(moment: Moment) -> bool:
    """Whether a moment is a part of a month, quarter or week, which come again and again."""
    unit = period_of(moment.stretch)
    return unit in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR) and unit is not unit_of(
        moment.stretch
    )


def _series(
    moments: list[Moment],
    recurrence: Recurrence | None,
    within: Moment | None,
    parcel: _Parcel,
    problems: Problems,
) -> Iterator[_Said]:
    """One rule for each unit in which the moments repeat."""
    if not moments and recurrence is not None:
        yield _Said(Recurring(recurrence, (), within), parcel.span)
    by_unit: dict[Unit, list[Moment]] = {}
    for moment in moments:
        known = settled(moment, recurrence, problems)
        by_unit.setdefault(period_of(known.stretch), []).append(known)
    for unit, group in by_unit.items():
        interval = recurrence.interval if recurrence is not None and recurrence.unit is unit else 1
        named = tuple(moment for moment in group if not is_bare(moment))
        yield _Said(Recurring(Recurrence(unit, interval), named, within), _span(group, parcel))


def _span(moments: list[Moment], parcel: _Parcel) -> Span:
    """From the preposition of the first to the last word."""
    first = moments[0].span
    end = max([moment.span.end for moment in moments])
    for item in parcel.items:
        if item.moments and item.moments[0].span == first:
            return Span(item.span.start, end)
    return Span(first.start, end)


def _moments(items: list[Item], problems: Problems) -> list[Moment]:
    """All moments; a list of days keeps the preposition of its first."""
    found: list[Moment] = []
    before: Item | None = None
    for item in items:
        if item.moments:
            moments = list(item.moments)
            if found:
                moments = [_carried(moment, found[-1]) for moment in moments]
            if before is not None and before.kind is ItemKind.MOMENTS and _are_days(before, item):
                _say_missing_separator(before, item, problems)
            found.extend(in_order(moment, problems) for moment in moments)
        before = item
    return found


def _carried(moment: Moment, before: Moment) -> Moment:
    is_plain_day = moment.bound is Bound.WITHIN and _is_single_day(moment)
    if is_plain_day and before.bound in _LIMITS and _is_single_day(before):
        return replace(moment, bound=before.bound)
    return moment


def _is_single_day(moment: Moment) -> bool:
    return isinstance(moment.stretch, NthOf) and moment.stretch.unit in SINGLE_DAYS


def _is_of_days(moment: Moment) -> bool:
    """Whether a moment is a day or a range of days."""
    return unit_of(moment.stretch) in SINGLE_DAYS


def _are_days(before: Item, item: Item) -> bool:
    return _is_of_days(before.moments[-1]) and _is_of_days(item.moments[0])


def _say_missing_separator(before: Item, item: Item, problems: Problems) -> None:
    span = Span(before.span.start, item.span.end)
    message = f"между сроками «{problems.words(span)}» потерян знак; прочитано как два срока"
    problems.add(MISSING_SEPARATOR, span, message, "поставьте запятую, если сроков два, или тире, если один")
