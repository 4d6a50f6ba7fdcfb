"""Years named once for several dates: «январь, март, май 2021», «сентябрь 2021, 2022 и 2023 годов»."""

from typing import NamedTuple

from roadmapc.deadline.ast import Bound, Moment, NamedYear, Year
from roadmapc.deadline.clauses.partition import partition
from roadmapc.deadline.codes import ASSUMED_YEAR
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import in_year, is_of_unnamed_year, is_years, month_of, replaced, root

_LIMITS = (Bound.UNTIL, Bound.NOT_LATER, Bound.BY)
_MOST_YEARS = 30
"""No list of years is longer."""


class Years(NamedTuple):
    """Moments sorted by how their years are named."""

    dated: list[Moment]
    """With a year of their own or of their neighbours."""
    open: list[Moment]
    """Without a year."""
    scopes: list[Moment]
    """Years, school years and spans of them that belong to no date."""
    spans: list[tuple[list[Moment], Moment]]
    """Dates in each year of a span."""


def sort_by_years(moments: list[Moment]) -> Years:
    """Give every moment the year that the phrase names for it."""
    years = Years([], [], [], [])
    run: list[Moment] = []
    at = 0
    while at < len(moments):
        if not is_years(moments[at].stretch):
            run.append(moments[at])
            at += 1
            continue
        end = at
        while end < len(moments) and is_years(moments[end].stretch):
            end += 1
        run = _assign(years, run, moments[at:end], is_last=end == len(moments))
        at = end
    _keep(years, run)
    return years


def _assign(years: Years, run: list[Moment], named: list[Moment], *, is_last: bool) -> list[Moment]:
    """Give the dates before some years these years.

    Without such dates, or if they have a year before them, one year is left for the dates behind.
    """
    if run and is_years(run[0].stretch) and not is_last:
        _keep(years, run)
        run = []
    targets, others = partition(run, lambda m: is_of_unnamed_year(m.stretch))
    if not targets or len(named) > _MOST_YEARS or any(scope.bound is not Bound.WITHIN for scope in named):
        _keep(years, run)
        if not is_last and len(named) == 1 and named[0].bound is Bound.WITHIN:
            return [named[0]]
        years.scopes.extend(named)
        return []
    _keep(years, others)
    for scope in named:
        _assign_one(years, targets, scope)
    return []


def _assign_one(years: Years, targets: list[Moment], scope: Moment) -> None:
    year = scope.stretch
    if isinstance(year, NamedYear):
        years.dated.extend(moment.at(in_year(moment.stretch, year)) for moment in targets)
    else:
        years.spans.append((list(targets), scope))


def _keep(years: Years, run: list[Moment]) -> None:
    """Sort moments that no year behind them belongs to; a year may stand before them."""
    if not run:
        return
    leading = run[0] if is_years(run[0].stretch) else None
    dates = run[1:] if leading is not None else run
    if leading is not None:
        targets, dates = partition(dates, lambda m: is_of_unnamed_year(m.stretch))
        if targets:
            _assign_one(years, targets, leading)
        else:
            years.scopes.append(leading)
    dated, unnamed = partition(dates, lambda moment: isinstance(root(moment.stretch), NamedYear))
    years.dated.extend(dated)
    years.open.extend(unnamed)


def repeat_days(moments: list[Moment], problems: Problems) -> list[Moment]:
    """«до 25.12.2026, 2027»: bare years behind a last day have the same day."""
    end = len(moments)
    while end and is_years(moments[end - 1].stretch):
        end -= 1
    found = moments[:end]
    for named in moments[end:]:
        found.append(_same_day(found[-1], named, problems) if found else named)
    return found


def _same_day(before: Moment, named: Moment, problems: Problems) -> Moment:
    year, another = root(before.stretch), named.stretch
    if before.bound not in _LIMITS or is_years(before.stretch):
        return named
    if not isinstance(year, Year) or not isinstance(another, Year):
        return named
    message = f"«{problems.words(named.span)}»: день взят от соседнего срока"
    problems.add(ASSUMED_YEAR, named.span, message, "назовите день каждого года")
    return Moment(replaced(before.stretch, year, another), before.bound, named.span)


def precede_neighbours(moments: list[Moment], problems: Problems) -> list[Moment]:
    """«январь, март, май 2021»: a date before one with a year is the last such date."""
    if len(moments) < 2:
        return moments
    found: list[Moment] = []
    after: Moment | None = None
    for moment in reversed(moments):
        year = root(after.stretch) if after is not None else None
        if (
            after is not None
            and isinstance(year, Year)
            and is_of_unnamed_year(moment.stretch)
            and not is_years(after.stretch)
        ):
            after = _preceding(moment, after, year, problems)
        else:
            after = moment
        found.append(after)
    return found[::-1]


def _preceding(moment: Moment, after: Moment, year: Year, problems: Problems) -> Moment:
    earlier = month_of(moment.stretch) > month_of(after.stretch) > 0
    if earlier:
        message = f"«{problems.words(moment.span)}»: год взят от соседнего срока, {year.number - 1}"
        problems.add(ASSUMED_YEAR, moment.span, message, "назовите год")
    return moment.at(in_year(moment.stretch, Year(year.number - earlier)))


def follow_neighbours(years: Years, problems: Problems) -> None:
    """«сентябрь 2021, май»: a date behind one with a year is the next such date."""
    if not years.dated or not years.open:
        return
    before = years.dated[-1]
    year = root(before.stretch)
    if not isinstance(year, Year):
        return
    behind, years.open[:] = partition(
        years.open,
        lambda moment: (
            is_of_unnamed_year(moment.stretch) and month_of(moment.stretch) > 0 and moment.span > before.span
        ),
    )
    for moment in behind:
        number = year.number + (month_of(moment.stretch) < month_of(before.stretch))
        years.dated.append(moment.at(in_year(moment.stretch, Year(number))))
        message = f"«{problems.words(moment.span)}»: год взят от соседнего срока, {number}"
        problems.add(ASSUMED_YEAR, moment.span, message, "назовите год")
        before, year = years.dated[-1], Year(number)
