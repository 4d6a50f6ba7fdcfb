"""Groups of items to clauses of a deadline."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from roadmapc.deadline.ast import (
    LIMITS,
    Between,
    Bound,
    DeadlineClause,
    Moment,
    NthOf,
    Offset,
    Recurrence,
    Relative,
    Role,
    Unreadable,
)
from roadmapc.deadline.clauses.back_references import with_days_said_before, without_same_terms
from roadmapc.deadline.clauses.continuation import continued, is_update
from roadmapc.deadline.clauses.exceptions import with_exceptions
from roadmapc.deadline.clauses.group import Group, Particular
from roadmapc.deadline.clauses.heads import with_heads
from roadmapc.deadline.clauses.kept import (
    say_assumed_series,
    say_event_beside_date,
    say_longer_report,
    say_lost,
    say_second_date,
)
from roadmapc.deadline.clauses.labelled_reports import with_labelled_reports
from roadmapc.deadline.clauses.own_reports import with_own_reports, with_parted_reports
from roadmapc.deadline.clauses.particulars import with_particulars
from roadmapc.deadline.clauses.recurrences import (
    after_all_reported,
    after_each,
    are_months_with_days,
    how_often_of,
    is_next_of_nothing,
    of_month,
    with_days,
    with_parts,
    with_shared_month,
)
from roadmapc.deadline.clauses.rests import with_rest_of_time
from roadmapc.deadline.clauses.rules import HowOften, Parcel, RuleAt, rules_of
from roadmapc.deadline.clauses.year_lists import Moments, Years, by_years, partition, with_neighbours
from roadmapc.deadline.codes import (
    MISSING_ANCHOR,
    MISSING_SEPARATOR,
    UNCOVERED_TIME,
    UNKNOWN_WORDS,
    UNREADABLE,
)
from roadmapc.deadline.existence import is_possible
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import Item, ItemKind
from roadmapc.deadline.stretch import is_lagged, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS, Unit
from roadmapc.source.span import Span

_PERIODICITY, _MONTH = ItemKind.PERIODICITY, Unit.MONTH
_HERE, _ELSEWHERE, _NOWHERE = HowOften
_SHORTEST = (Unit.DAY, Unit.WEEK)

_Items: TypeAlias = tuple[tuple[Item, ...], Recurrence | None]
"""Items, and the periodicity of one of them."""


def clauses_of(
    groups: list[Group], problems: Problems, occasions: tuple[Span, ...] = ()
) -> list[DeadlineClause]:
    """The clauses of all groups, in the order of the phrase; never empty.

    `occasions` are the places at which holidays are called by their names.
    """
    if _is_any_refused(groups, problems):
        return [_refused(groups, problems)]
    periodic = {group.segment for group in groups if group.is_periodic}
    clauses: list[DeadlineClause] = []
    groups = _with_each_other(groups, problems, are_periodic=bool(periodic))
    for group in groups:
        is_periodic = group.segment in periodic and (not group.purpose or _is_reached(group, groups))
        rules, noted = _rules(group, is_periodic, problems), group
        if say_lost(group, rules, problems):
            return [_refused(groups, problems)]
        rules = with_days_said_before(rules, clauses, problems)
        say_event_beside_date(rules, problems)
        say_second_date(group, problems)
        if clauses and (group.continues or is_update(group.purpose)):
            before = clauses[-1]
            is_other = group.purpose not in ("", before.purpose)
            rules = without_same_terms(
                [RuleAt(continued(rule, before.rule, is_other=is_other), span) for rule, span in rules]
            )
        if group.exceptions:
            noted, rules = with_exceptions(rules, group, problems)
        if len(rules) > 1:
            rules.sort(key=lambda rule_at: rule_at.span)
        clauses += with_particulars(noted, rules, occasions, problems)
    say_assumed_series(clauses, groups, problems)
    return clauses or [_unreadable(groups, problems)]


def _with_each_other(groups: list[Group], problems: Problems, *, are_periodic: bool) -> list[Group]:
    """The groups, each with what those beside it say of it or take from it."""
    if True in [bool(group.reported) for group in groups]:
        groups = list(with_parted_reports(groups))
        whole = Span(0, len(problems.text))
        for group in groups:  # «за V квартал – до 3 марта»
            labels = (mark.span for mark in reversed(group.marks) if mark.role is Role.PURPOSE)
            label = next(labels, whole)
            for period in group.reported:
                is_possible(Moment(period, span=label), problems)
    if len(groups) == 1:
        return groups
    carried = list(_with_carried_bounds(with_heads(groups, problems, are_periodic=are_periodic)))
    carried = with_labelled_reports(carried, problems)
    return with_rest_of_time(with_own_reports(carried, problems), problems)


def _is_reached(group: Group, groups: Sequence[Group]) -> bool:
    """Whether «ежегодно» is said of a labelled time: not if only a label behind it has that word.

    «схема – до 1 марта, её актуализация – ежегодно до 1 июля»
    """
    if group.reported:
        return True
    at = next(at for at, each in enumerate(groups) if each is group)
    near = [(place, each) for place, each in enumerate(groups) if each.segment == group.segment]
    told = [place for place, each in near if each.is_periodic and (place <= at or not each.purpose)]
    return bool(told)


def _with_carried_bounds(groups: Iterable[Group]) -> Iterator[Group]:
    """«до 20 июня; 20 сентября»: plain days behind a semicolon keep the preposition of the days before it."""
    last: Moment | None = None
    for group in groups:
        is_plain = not (group.purpose or group.audience or group.continues or group.particulars)
        moments = group.moments
        if is_plain and last is not None and moments and not group.is_periodic:
            items = [
                replace(item, moments=tuple(_carried(moment, last) for moment in item.moments))
                for item in group.items
            ]
            yield replace(group, items=tuple(items))
            last = items[-1].moments[-1] if items[-1].moments else None
            continue
        last = moments[-1] if moments and is_plain else None
        yield group


def _is_any_refused(groups: list[Group], problems: Problems) -> bool:
    for group in groups:
        if group.is_refused:
            return True
    return bool(problems.found) and UNCOVERED_TIME in [problem.code for problem in problems.found]


def _refused(groups: list[Group], problems: Problems) -> DeadlineClause:
    """The phrase as words of which nothing is certain: one doubtful time may change the others."""
    marks = tuple(mark for group in groups for mark in group.marks)
    text = problems.text.strip()
    return DeadlineClause(Unreadable(text), span=Span(0, len(problems.text)), marks=marks)


def _unreadable(groups: list[Group], problems: Problems) -> DeadlineClause:
    text = problems.text.strip()
    span = Span(0, len(problems.text))
    shown = problems.quote(span) if text else "(пусто)"
    hint = "напишите, например, «до 1 сентября 2025 года» или «ежегодно, до 1 сентября»"
    near = [hint for problem in problems.found if problem.code is UNKNOWN_WORDS for hint in problem.hints]
    hints = (*(hint for hint in near if hint.startswith("может быть")), hint)
    # «сохранены как примечание» would say that the rest was read
    problems.found = [problem for problem in problems.found if problem.code is not UNKNOWN_WORDS]
    problems.add(UNREADABLE, span, f"в словах «{shown}» срок не найден", *hints)
    marks = tuple(mark for group in groups for mark in group.marks)
    return DeadlineClause(Unreadable(text), span=span, marks=marks)


def _rules(group: Group, is_periodic: bool, problems: Problems) -> list[RuleAt]:
    """The rules of a group; `is_periodic`: some group of its segment says how often."""
    rules = [RuleAt(item.rule, item.span) for item in group.items if item.rule is not None]
    if rules:
        rules = _with_events(rules, problems)
    parcels = _parcels(group.items)
    for items, recurrence in _in_one_range(parcels) if len(parcels) > 1 else parcels:
        next_times = _next_times(items) if recurrence is None and not group.reported else []
        if next_times:
            rules += [RuleAt(Relative(problems.words(span)), span) for span in next_times]
        else:
            rules += _rules_of_parcel(group, items, recurrence, is_periodic, problems)
    return rules


def _next_times(items: Sequence[Item]) -> list[Span]:
    """Where «на следующей неделе» stands, and nothing beside it says next to what."""
    return [item.span for item in items if any(map(is_next_of_nothing, item.moments))]


def _with_events(rules: list[RuleAt], problems: Problems) -> list[RuleAt]:
    """«после проведения (не позднее месяца)»: a term takes the event named just before it."""
    merged: list[RuleAt] = []
    for rule, span in rules:
        before = merged[-1] if merged else None
        if not isinstance(rule, Relative) or rule.event is not None:
            merged.append(RuleAt(rule, span))
        elif before is not None and isinstance(before.rule, Relative) and before.rule.offset is None:
            both = replace(before.rule, offset=rule.offset)
            merged[-1] = RuleAt(both, Span(before.span.start, span.end))
        else:
            merged.append(RuleAt(rule, span))
            message = f"«{problems.words(span)}»: не сказано, от какого события считать"
            problems.add(MISSING_ANCHOR, span, message, "добавьте «со дня …» или «после …»")
    return merged


def _parcels(items: Sequence[Item]) -> list[_Items]:
    """Items cut before each periodicity that differs from the one before it."""
    parcels: list[_Items] = []
    parcel: list[Item] = []
    recurrence: Recurrence | None = None
    for item in items:
        if item.recurrence is not None and item.kind is _PERIODICITY:
            if recurrence is not None and recurrence.unit is not item.recurrence.unit:
                parcels.append((tuple(parcel), recurrence))
                parcel, recurrence = [], None
            if recurrence is None or recurrence == Recurrence(recurrence.unit):
                recurrence = item.recurrence  # «ежегодно, 2 раза в год»: the one that says more
        parcel.append(item)
    if parcel:
        parcels.append((tuple(parcel), recurrence))
    return parcels


def _in_one_range(parcels: Iterable[_Items]) -> Iterator[_Items]:
    """«10–17 сентября, в рабочие дни с 16.00, в выходные с 9.00»: one range for both series."""
    span: Item | None = None
    for items, recurrence in parcels:
        is_short = recurrence is not None and recurrence.unit in _SHORTEST
        times = [item for item in items if item.kind is ItemKind.MOMENTS] if is_short else []
        if span is not None and is_short and not times:
            yield (span, *items), recurrence
            continue
        is_range = (
            is_short and len(times) == 1 and [type(each.stretch) for each in times[0].moments] == [Between]
        )
        span = times[0] if is_range else None
        yield items, recurrence


def _rules_of_parcel(
    group: Group,
    items: tuple[Item, ...],
    recurrence: Recurrence | None,
    is_periodic: bool,
    problems: Problems,
) -> list[RuleAt]:
    """The rules of items with one periodicity or none, once every moment has its month and its year."""
    moments = _moments_of_parcel(group, items, recurrence, problems)
    recurrence = how_often_of(recurrence, moments, group.reported)
    if not moments:  # «ежеквартально», or signs alone
        bare = Parcel(items, recurrence, _HERE, Years(), False)
        say_longer_report(group, recurrence, problems)
        return rules_of(bare, problems) if recurrence is not None else []
    if len(moments) > 1:
        moments, recurrence = _with_days(moments, recurrence)
    moments = after_all_reported(moments, group.reported) if group.reported else moments
    spoiled: Moments = ()
    if group.is_garbled:  # «1О мая, июнь»: the month may have lost its day
        moments, spoiled = partition(moments, _is_of_days)
    is_alone = recurrence is None and not is_periodic
    years = with_neighbours(moments, problems) if is_alone else by_years(moments)
    years, impossible = _possible(years, problems, is_series=recurrence is not None)
    how_often = _HERE
    if recurrence is None:
        how_often = _ELSEWHERE if is_periodic else _NOWHERE
        if years.unnamed:
            # «до 10 числа месяца, следующего за отчётным» comes again without a word of it
            is_report = not group.reported and True in [is_lagged(moment.stretch) for moment in years.unnamed]
            how_often = _ELSEWHERE if is_report else how_often
            unnamed = tuple([of_month(moment, problems) for moment in years.unnamed])
            years = Years(years.alone, years.named, unnamed, years.spans)
    rules = rules_of(Parcel(items, recurrence, how_often, years, bool(impossible)), problems)
    if not spoiled and not impossible:
        return rules
    unread = (*spoiled, *impossible)
    return [*(RuleAt(Unreadable(problems.words(moment.span)), moment.span) for moment in unread), *rules]


def _with_days(moments: Moments, recurrence: Recurrence | None) -> tuple[Moments, Recurrence | None]:
    """Moments with their days of months, and how often they come."""
    if recurrence is None or recurrence.unit is not _MONTH:  # «март, июнь (до 25 числа)»
        return with_days(moments), recurrence
    if are_months_with_days(moments):  # «раз в два месяца до 25 числа (февраль, апрель, июнь)»
        return with_days(moments), Recurrence(Unit.YEAR)
    return moments, recurrence


def _moments_of_parcel(
    group: Group, items: tuple[Item, ...], recurrence: Recurrence | None, problems: Problems
) -> Moments:
    """All moments of items; those of no month or period with that which stands beside them."""
    moments = _moments(items, group.particulars, problems)
    if group.reported:
        moments = after_each(moments, group.reported)
    if len(moments) < 2:
        return moments
    moments = with_parts(moments, are_once=recurrence is None)
    return with_shared_month(moments) if recurrence is None else moments


def _possible(years: Years, problems: Problems, *, is_series: bool) -> tuple[Years, list[Moment]]:
    """The moments that exist, and those that do not."""
    dates = (*years.alone, *years.named, *years.unnamed)
    for others, _ in years.spans:
        dates += others
    impossible = [moment for moment in dates if not is_possible(moment, problems)]
    if not impossible:
        return years, []
    if is_series and any(isinstance(moment.stretch, Between) for moment in impossible):
        return Years(), impossible  # «по средам с 31 июня по 5 июля»: where the series goes on is not known

    def existing(moments: Moments) -> Moments:
        return tuple(moment for moment in moments if moment not in impossible)

    spans = tuple((existing(dates), span) for dates, span in years.spans)
    alone, named, unnamed = map(existing, (years.alone, years.named, years.unnamed))
    return Years(alone, named, unnamed, spans), impossible


def _moments(items: Sequence[Item], particulars: Sequence[Particular], problems: Problems) -> Moments:
    """All moments; a list of days keeps the preposition of its first, but for a day with an hour."""
    moments: list[Moment] = []
    before: Item | None = None
    for item in items:
        if item.moments:
            if before is not None and before.moments and before.kind is item.kind is ItemKind.MOMENTS:
                _say_missing_separator(before, item, problems)
            # «до 15 января по средам»: weekdays of a series are not bounded by its last day
            last = moments[-1] if moments and item.kind is ItemKind.MOMENTS else None
            if last is not None and (_is_counted_back(last) or not _has_hour(item, particulars, problems)):
                moments += [_carried(moment, last) for moment in item.moments]
            else:
                moments += item.moments
        before = item
    return tuple(moments)


def _has_hour(item: Item, particulars: Sequence[Particular], problems: Problems) -> bool:
    """«27 мая, 15:30»: whether an hour stands behind a day at once."""
    end, hours = item.span.end, [each.span for each in particulars if each.time is not None]
    between = [Span(end, hour.start) for hour in hours if hour.start > end]
    return any(not problems.words(span).strip(" ,") for span in between)


def _carried(moment: Moment, before: Moment) -> Moment:
    """«до 1, 15 мая»: a plain day behind a last day is a last day."""
    if before.bound not in LIMITS or moment.bound is not Bound.WITHIN:
        return moment
    counted = before.stretch
    if isinstance(counted, Offset) and _is_counted_back(before) and counted.of != moment.stretch:
        back = moment.at(replace(counted, of=moment.stretch))
        return replace(back, bound=before.bound) if _is_single_day(moment) else moment
    are_days = _is_single_day(before) and _is_single_day(moment)
    return replace(moment, bound=before.bound) if are_days else moment


def _is_counted_back(moment: Moment) -> bool:
    """«накануне 1 мая, 9 мая», «за 3 дня до 1 мая, 9 мая»: the first of days from which it is counted."""
    counted = moment.stretch
    return isinstance(counted, Offset) and counted.count < 0 and _is_single_day(moment.at(counted.of))


def _is_single_day(moment: Moment) -> bool:
    return isinstance(moment.stretch, NthOf) and moment.stretch.unit in SINGLE_DAYS


def _is_of_days(moment: Moment) -> bool:
    """Whether a moment is a day or a range of days."""
    return unit_of(moment.stretch) in SINGLE_DAYS


def _say_missing_separator(before: Item, item: Item, problems: Problems) -> None:
    """«10 мая 15 мая»: two days with no sign between them."""
    if _is_of_days(before.moments[-1]) and _is_of_days(item.moments[0]):
        span = Span(before.span.start, item.span.end)
        message = f"между сроками «{problems.words(span)}» потерян знак; прочитано как два срока"
        hint = "поставьте запятую, если сроков два, или тире, если один"
        problems.add(MISSING_SEPARATOR, span, message, hint)
