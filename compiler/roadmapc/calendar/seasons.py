"""The names that a plan, a directory or a profile gives to spans and days, as days.

A season is written in the words of deadlines: «26 октября – 4 ноября 2024 года», «второе воскресенье
сентября». What names no year is a rule for every year; what names one is that year's own.
"""

from collections import Counter
from collections.abc import Iterator

from roadmapc.calendar.codes import SEASON_WITHOUT_DAYS, UNNAMED_SEASON
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.known_seasons import known_season
from roadmapc.calendar.season_days import SeasonDays, days_of, season_year
from roadmapc.calendar.season_rule import SeasonRule
from roadmapc.calendar.stretch import Days
from roadmapc.calendar.units import Window, year
from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.deadline.ast import Current, DeadlineClause, Relative, Season, Stretch
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.stretch import root
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.wording import in_words
from roadmapc.deadline.words.names import season_name
from roadmapc.source.span import Span

_AROUND = 1
"""Years before and after the plan whose seasons a phrase of it may mean."""
_MOST_KNOWN = 4
"""Spans that a message lists."""


def season_days(
    rules: tuple[SeasonRule, ...], horizon: Horizon, calendar: WorkCalendar
) -> tuple[SeasonDays, ...]:
    """The days of all seasons in the years of the plan and around it, each name's in order."""
    days: list[SeasonDays] = []
    for rule in rules:
        head, ordinal = season_name(rule.name)
        counted: Counter[int] = Counter()
        for window in sorted(_windows(rule, horizon, calendar)):
            counted[season_year(window)] += 1
            days.append(SeasonDays(rule.name, head, ordinal or counted[season_year(window)], window))
    return tuple(sorted(days, key=lambda each: each.window))


def _windows(rule: SeasonRule, horizon: Horizon, calendar: WorkCalendar) -> Iterator[Window]:
    """Those of named years, and those of the rule in the years that have none of their own."""
    own = [stretch for stretch in rule.stretches if not isinstance(root(stretch), Current)]
    of_every_year = [stretch for stretch in rule.stretches if isinstance(root(stretch), Current)]
    named = [window for stretch in own if (window := _in_year(stretch, horizon, calendar, 2000)) is not None]
    yield from named
    taken = {window.first.year for window in named}
    first, last = horizon.first_day.year - _AROUND, horizon.last_day.year + _AROUND
    for number in range(first, last + 1):
        for stretch in of_every_year if number not in taken else ():
            window = _in_year(stretch, horizon, calendar, number)
            if window is not None:
                yield window


def _in_year(stretch: Stretch, horizon: Horizon, calendar: WorkCalendar, number: int) -> Window | None:
    return Days(horizon, calendar, Unit.YEAR).window(stretch, year(number))


def days_in_plan(season: Season, span: Span, horizon: Horizon, problems: Problems) -> tuple[SeasonDays, ...]:
    """What a phrase means by a season; if it has no days in the plan, that is said and none is invented."""
    meant = days_of(season, horizon.seasons)
    plan = Window(horizon.first_day, horizon.last_day)
    if season.year is not None and meant:
        return meant
    inside = tuple(days for days in meant if days.window.overlaps(plan))
    if not inside:
        _say_without_days(season, span, horizon, problems)
    return inside


def _say_without_days(season: Season, span: Span, horizon: Horizon, problems: Problems) -> None:
    every = Season(season.name)
    known = [
        f"{window.first:%d.%m.%Y} – {window.last:%d.%m.%Y}"
        for *_, window in days_of(every, horizon.seasons)[:_MOST_KNOWN]
    ]
    when = f"на {in_words(season.year)}" if season.year is not None else "в период плана"
    message = f"«{problems.words(span)}»: у «{season.name}» нет дней {when}"
    hints = [f"допишите их в seasons: «{season.name}: первый день – последний день»"]
    if known:
        hints.append(f"известны: {'; '.join(known)}")
    problems.add(SEASON_WITHOUT_DAYS, span, message, *hints)


def say_unnamed(clause: DeadlineClause, horizon: Horizon, problems: Problems) -> None:
    """How to name a season that a phrase counts from and nobody has named."""
    event = clause.rule.event if isinstance(clause.rule, Relative) else None
    season = known_season(event) if event else None
    if season is None or days_of(Season(season.name), horizon.seasons):
        return
    days = season.days[0].format(horizon.first_day.year)
    message = f"«{problems.words(clause.span)}»: когда «{season.name}», план не говорит"
    named = f"дайте имени дни, например seasons: {{ {season.name}: {days} }}"
    problems.add(UNNAMED_SEASON, clause.span, message, named, f"дни назначает {season.source}")
