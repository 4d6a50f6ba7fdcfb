"""Years named once for several dates: «январь, март, май 2021», «сентябрь 2021, 2022 и 2023 годов»."""

from collections.abc import Callable, Sequence
from itertools import chain, groupby
from typing import NamedTuple, TypeAlias

from roadmapc.deadline.ast import (
    LIMITS,
    THIS_YEAR,
    AcademicYear,
    Between,
    Bound,
    Moment,
    NamedYear,
    Stretch,
    Year,
)
from roadmapc.deadline.codes import ASSUMED_YEAR
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import in_year, is_of_unnamed_year, is_years, month_of, replaced, root

_MOST_YEARS = 30
"""No list of years is longer."""

Moments: TypeAlias = tuple[Moment, ...]


class Years(NamedTuple):
    """Moments sorted by how their years are named."""

    alone: Moments = ()
    """Years, school years and spans of them that belong to no date."""
    named: Moments = ()
    """With a year of their own or of their neighbours."""
    unnamed: Moments = ()
    """Without a year."""
    spans: tuple[tuple[Moments, Moment], ...] = ()
    """Dates in each year of a span."""


def partition(moments: Sequence[Moment], matches: Callable[[Moment], bool]) -> tuple[Moments, Moments]:
    """The moments that match and those that do not, both in their order."""
    if not moments:
        return (), ()
    parts: tuple[list[Moment], list[Moment]] = ([], [])
    for moment in moments:
        parts[not matches(moment)].append(moment)
    return tuple(parts[0]), tuple(parts[1])


def with_neighbours(moments: Moments, problems: Problems) -> Years:
    """Every moment with the year that the phrase names for it, or that a date beside it has."""
    if len(moments) < 2:
        return by_years(moments)
    repeated = _repeat_days(moments, problems)
    return _follow_neighbours(by_years(_precede_neighbours(repeated, problems)), problems)


def by_years(moments: Sequence[Moment]) -> Years:
    """Every moment with the year that stands behind it, or before it: «2023 г.: январь, февраль»."""
    named: list[Moment] = []
    unnamed: list[Moment] = []
    for moment in moments:
        if is_years(moment.stretch):
            return _with_years_alone(moments)
        (named if _names_year(moment) else unnamed).append(moment)
    return Years((), tuple(named), tuple(unnamed))


def _with_years_alone(moments: Sequence[Moment]) -> Years:
    """Every moment with its year, where years stand apart from their dates."""
    runs = [(are_years, tuple(run)) for are_years, run in groupby(moments, _is_years)]
    sorted_runs: list[Years] = []
    leading: Moments = ()
    dates: Moments = ()
    for at, (are_years, run) in enumerate(runs, 1):
        if not are_years:
            dates = run
            continue
        is_last = at == len(runs)
        before, leading = leading, ()
        if before and not is_last:  # «2023 г. – январь, февраль, 2024 г. – март»
            sorted_runs.append(_behind(before, dates))
            before, dates = (), ()
        targets, others = partition(dates, _is_of_unnamed_year)
        are_plain = len(run) <= _MOST_YEARS and all(scope.bound is Bound.WITHIN for scope in run)
        if targets and are_plain:  # «сентябрь 2021, 2022 и 2023 годов»
            sorted_runs += [_behind(before, others), *(_in_years(targets, scope) for scope in run)]
        elif not is_last and are_plain:  # «2023 г.: …», «в 2026 и 2027 годах – июнь»
            sorted_runs.append(_behind(before, dates))
            leading = run
        else:  # «1 марта 2022 года, 2023–2025 годы»
            sorted_runs += [_behind(before, dates), Years(alone=run)]
        dates = ()
    sorted_runs.append(_behind(leading, dates))
    return _together(sorted_runs)


def _is_years(moment: Moment) -> bool:
    return is_years(moment.stretch)


def _is_of_unnamed_year(moment: Moment) -> bool:
    return is_of_unnamed_year(moment.stretch)


def _in_years(dates: Moments, scope: Moment) -> Years:
    """Dates in a year, or in each year of a span."""
    year = scope.stretch
    if isinstance(year, NamedYear):
        return Years(named=tuple(moment.at(in_year(moment.stretch, year)) for moment in dates))
    winter = _two_years(year)
    if winter is not None and all(_is_over_new_year(moment.stretch) for moment in dates):
        # «октябрь – апрель 2026-2027 гг.»: once, over the New Year between them
        return Years(named=tuple(moment.at(in_year(moment.stretch, winter)) for moment in dates))
    return Years(spans=((dates, scope),))


def _two_years(stretch: Stretch) -> AcademicYear | None:
    """The years before and behind one New Year; `None` for any other span of years."""
    if isinstance(stretch, AcademicYear):
        return stretch
    if not isinstance(stretch, Between):
        return None
    first, last = stretch.first, stretch.last
    are_two = isinstance(first, Year) and isinstance(last, Year) and first.number + 1 == last.number
    return AcademicYear(first.number) if isinstance(first, Year) and are_two else None


def _of_any_year(stretch: Stretch) -> Stretch:
    """A range over the New Year without the years that it names."""
    if not isinstance(stretch, Between):
        return stretch
    return Between(
        replaced(stretch.first, root(stretch.first), THIS_YEAR),
        replaced(stretch.last, root(stretch), THIS_YEAR),
    )


def _is_over_new_year(stretch: Stretch) -> bool:
    return isinstance(stretch, Between) and month_of(stretch.first) > month_of(stretch.last) > 0


def _behind(leading: Moments, dates: Moments) -> Years:
    """Dates that no year behind them belongs to; years may stand before them."""
    if not leading:
        return Years((), *partition(dates, _names_year))
    targets, dates = partition(dates, _is_of_unnamed_year)
    led = [_in_years(targets, year) for year in leading] if targets else [Years(alone=leading)]
    named, unnamed = partition(dates, _names_year)
    return _together([*led, Years((), named, unnamed)])


def _together(parts: Sequence[Years]) -> Years:
    """All moments of each sort."""
    return Years(*(tuple(chain.from_iterable(column)) for column in zip(*parts, strict=True)))


def _names_year(moment: Moment) -> bool:
    return isinstance(root(moment.stretch), NamedYear)


def _repeat_days(moments: Moments, problems: Problems) -> Sequence[Moment]:
    """«до 25.12.2026, 2027»: bare years behind a last day have the same day."""
    end = len(moments)
    while end and _is_years(moments[end - 1]):
        end -= 1
    if end == len(moments):
        return moments
    repeated = list(moments[:end])
    for named in moments[end:]:
        repeated.append(_same_day(repeated[-1], named, problems) if repeated else named)
    return repeated


def _same_day(before: Moment, named: Moment, problems: Problems) -> Moment:
    year, another = root(before.stretch), named.stretch
    winter = _two_years(another)
    if (
        winter is not None and isinstance(year, Year) and _is_over_new_year(before.stretch)
    ):  # «зима 2026-2027, 2027-2028 гг.»
        return Moment(in_year(_of_any_year(before.stretch), winter), before.bound, named.span)
    if before.bound not in LIMITS or _is_years(before):
        return named
    if not isinstance(year, Year) or not isinstance(another, Year):
        return named
    message = f"«{problems.words(named.span)}»: день взят от соседнего срока"
    problems.add(ASSUMED_YEAR, named.span, message, "назовите день каждого года")
    return Moment(replaced(before.stretch, year, another), before.bound, named.span)


def _precede_neighbours(moments: Sequence[Moment], problems: Problems) -> Sequence[Moment]:
    """«январь, март, май 2021»: a date before one with a year is the last such date."""
    dated: list[Moment] = []
    for moment in reversed(moments):
        after = dated[-1] if dated else None
        year = root(after.stretch) if after is not None and not _is_years(after) else None
        if after is not None and isinstance(year, Year) and _is_of_unnamed_year(moment):
            is_earlier = month_of(moment.stretch) > month_of(after.stretch) > 0
            number = year.number - is_earlier
            if is_earlier:  # «декабрь, март 2021»
                _say_assumed(moment, number, problems)
            dated.append(moment.at(in_year(moment.stretch, Year(number))))
        else:
            dated.append(moment)
    return dated[::-1]


def _follow_neighbours(years: Years, problems: Problems) -> Years:
    """«сентябрь 2021, май»: a date behind one with a year is the next such date."""
    if not years.named or not years.unnamed:
        return years
    last, year = years.named[-1].span, root(years.named[-1].stretch)
    if not isinstance(year, Year):
        return years
    behind, unnamed = partition(
        years.unnamed,
        lambda moment: _is_of_unnamed_year(moment) and month_of(moment.stretch) > 0 and moment.span > last,
    )
    dated = list(years.named)
    number = year.number
    for moment in behind:
        bounds = {moment.bound, dated[-1].bound}
        is_other_limit = len(bounds) > 1 and bounds <= LIMITS  # «к 9 мая 2026 г., не позднее 30 апреля»
        number += month_of(moment.stretch) < month_of(dated[-1].stretch) and not is_other_limit
        dated.append(moment.at(in_year(moment.stretch, Year(number))))
        _say_assumed(moment, number, problems)
    return years._replace(named=tuple(dated), unnamed=unnamed)


def _say_assumed(moment: Moment, year: int, problems: Problems) -> None:
    message = f"«{problems.words(moment.span)}»: год взят от соседнего срока, {year}"
    problems.add(ASSUMED_YEAR, moment.span, message, "назовите год")
