"""A deadline within a plan: the only way from rules to dates."""

import datetime as dt
from datetime import date
from itertools import chain
from operator import lt
from typing import assert_never

from roadmapc.calendar import dated, relative
from roadmapc.calendar.codes import LAST_IS_FIRST, SEASON_WITHOUT_DAYS, WEEKEND_WEEK
from roadmapc.calendar.events import NO_COLUMNS, Row, is_event, on_their_weekdays, with_row
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.labour_code import ONE_DAY
from roadmapc.calendar.nested import say_nested
from roadmapc.calendar.occurrence import Expansion, Occurrence, UndatedReason
from roadmapc.calendar.policy import BusinessDayConvention, Until
from roadmapc.calendar.recurring import EACH_DAY, Series
from roadmapc.calendar.seasons import say_unnamed
from roadmapc.calendar.timed import Time, cut
from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.deadline.ast import (
    Bound,
    Continuous,
    Dated,
    Deadline,
    DeadlineClause,
    Moment,
    NthOf,
    OnDemand,
    PaschalDay,
    Recurring,
    Relative,
    Scheduled,
    TimeRule,
    Unreadable,
)
from roadmapc.deadline.clauses.codes import SECOND_DATE
from roadmapc.deadline.codes import (
    AFTER_PLAN,
    BEFORE_ORDER,
    BEFORE_ORDER_DROPPED,
    FORECAST,
    OPEN_END,
    OUTSIDE_PLAN,
    UNTIL_DAY,
)
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.to_diagnostics import to_diagnostics
from roadmapc.deadline.to_text import moment_in_words
from roadmapc.deadline.unit import Unit
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.text.regex import regex

_FROM, _UNTIL, _EXCLUSIVE = Bound.FROM, Bound.UNTIL, Until.EXCLUSIVE
_OPPOSITE = {
    BusinessDayConvention.PRECEDING: BusinessDayConvention.FOLLOWING,
    BusinessDayConvention.FOLLOWING: BusinessDayConvention.PRECEDING,
    BusinessDayConvention.UNADJUSTED: BusinessDayConvention.FOLLOWING,
}
_DOUBTFUL = frozenset({Bound.UNTIL, Bound.BY, Bound.FROM})
"""Bounds that leave open whether the day itself counts, or where the time ends."""
_MIDNIGHT = dt.time.min
_SATURDAY = 5
_PAIR = 2
_AUTUMN, _WINTER, _HALF = 9, 2, 6
"""From September on, and up to February: the months between which a list passes over the New Year."""
_SHORT = (Unit.DAY, Unit.WEEK)
_DAY, _WEEK = Unit.DAY, Unit.WEEK
_OFF = (Unit.SATURDAY, Unit.SUNDAY)


def expand(deadline: Deadline, horizon: Horizon, calendar: WorkCalendar, row: Row = NO_COLUMNS) -> Expansion:
    """All the times a deadline is due in a plan, or why there is none.

    `row` is what the columns of its row say of the place and the hours; the phrase's own words come first.
    """
    problems = Problems(deadline.text)
    expander = _Expander(horizon, calendar, problems)
    occurrences: list[Occurrence] = []
    for at, clause in enumerate(deadline.clauses):
        occurrences += expander.occurrences(at, with_row(clause, row))
    expander.say_order()
    if len(occurrences) > 1:
        occurrences = _each_once(occurrences)
        say_nested(occurrences, deadline, problems)
    diagnostics = to_diagnostics(problems, deadline.file)
    undated = None
    if not occurrences and any(diagnostic.code is SEASON_WITHOUT_DAYS for diagnostic in diagnostics):
        undated = UndatedReason.EVENT
    elif not occurrences and has_errors(diagnostics):
        undated = UndatedReason.UNREADABLE
    elif not occurrences:
        reasons = (undated_reason(clause.rule) for clause in deadline.clauses)
        undated = next((reason for reason in reasons if reason is not None), None)
    return Expansion(tuple(occurrences), undated, diagnostics)


def _each_once(occurrences: list[Occurrence]) -> list[Occurrence]:
    """In the order of their days; of those that nobody could tell apart, the first."""
    days = [occurrence.nominal for occurrence in occurrences]
    if all(map(lt, days, days[1:])):
        return occurrences
    by_key: dict[tuple[date, date, bool, str, dt.time], Occurrence] = {}
    for occurrence in occurrences:
        first, nominal, hour = occurrence.first_day, occurrence.nominal, occurrence.time or _MIDNIGHT
        by_key.setdefault((nominal, first or nominal, first is None, occurrence.audience, hour), occurrence)
    return [by_key[key] for key in sorted(by_key)]


def undated_reason(rule: TimeRule) -> UndatedReason | None:
    """Why a rule has no date of its own; `None` if a calendar can hold it."""
    match rule:
        case Dated() | Recurring():
            return None
        case Relative():
            return UndatedReason.EVENT
        case Scheduled():
            return UndatedReason.EXTERNAL_SCHEDULE
        case OnDemand():
            return UndatedReason.ON_DEMAND
        case Continuous():
            return UndatedReason.CONTINUOUS
        case Unreadable():
            return UndatedReason.UNREADABLE
        case _:
            assert_never(rule)


_NAMED_YEAR = regex(r"\b20\d\d\b")


class _Expander:
    """Clauses to occurrences in one plan."""

    __slots__ = (
        "_calendar",
        "_excludes",
        "_horizon",
        "_lists",
        "_problems",
        "_said_forecast",
        "_said_until",
    )

    def __init__(self, horizon: Horizon, calendar: WorkCalendar, problems: Problems) -> None:
        self._horizon = horizon
        self._calendar = calendar
        self._problems = problems
        self._lists: list[tuple[list[date], DeadlineClause]] = []
        """The last days of the times of each clause that come once, in the order of the phrase."""
        self._said_until = False
        self._said_forecast = False
        self._excludes = horizon.policy.until is _EXCLUSIVE

    def occurrences(self, at: int, clause: DeadlineClause) -> list[Occurrence]:
        """The occurrences of one clause, by its index."""
        found = len(self._problems.found)
        times = self._after_order(clause, self._times(clause))
        if not times and isinstance(clause.rule, Dated | Recurring) and len(self._problems.found) == found:
            message = f"у срока «{self._problems.words(clause.span)}» в периоде плана нет ни одного дня"
            self._problems.add(OUTSIDE_PLAN, clause.span, message, "проверьте период плана и годы срока")
        if isinstance(clause.rule, Relative) and not times:
            say_unnamed(clause, self._horizon, self._problems)
        if clause.weekdays:
            times = on_their_weekdays(times, clause, self._problems)
        for time in times:
            self._say(time, clause)
        if not self._said_forecast:
            self._say_forecast({time.nominal.year for time in times}, clause)
        earliest = self._earliest(clause.rule)
        return [self._occurrence(time, clause, at, earliest) for time in times]

    def _earliest(self, rule: TimeRule) -> date:
        """The day before which nothing can be due: that of the order; of a short series, of the plan too."""
        ordered = self._horizon.order_date or date.min
        is_short = isinstance(rule, Recurring) and rule.recurrence.unit in _SHORT
        return max(ordered, self._horizon.first_day) if is_short else ordered

    def _times(self, clause: DeadlineClause) -> list[Time]:
        rule = clause.rule
        if isinstance(rule, Dated):
            horizon, calendar, problems = self._horizon, self._calendar, self._problems
            listed = [dated.times_of(moment, horizon, calendar, problems) for moment in rule.moments]
            if any(
                isinstance(moment.stretch, PaschalDay) for moment in rule.moments
            ):  # «19 апреля (Радоница)»
                self._drop_names(rule.moments, listed)
            times = cut(chain.from_iterable(listed), clause.span, problems)
            if len(times) == len(rule.moments):
                self._lists.append(([time.nominal for time in times], clause))
            return times
        if isinstance(rule, Recurring):
            return Series(rule, self._horizon, self._calendar, self._problems).times(clause.span)
        if isinstance(rule, Relative):
            return relative.times_of(rule, clause.span, self._horizon, self._calendar, self._problems)
        return []

    def _drop_names(self, moments: tuple[Moment, ...], listed: list[list[Time]]) -> None:
        """«19 апреля (Радоница)»: the day is the one told by its number, and that its name is of another."""
        before = self._lists[-1][0][-1:] if self._lists else []
        for at, (moment, times) in enumerate(zip(moments, listed, strict=True)):
            days = [time.nominal for time in times]
            is_bracketed = self._problems.text[: moment.span.start].rstrip().endswith("(")
            others = sorted(set(days) - set(before)) if is_bracketed and before else []
            if others and isinstance(moment.stretch, PaschalDay):
                words = self._problems.words(moment.span)
                message = f"«{words}» – это {others[0]:%d.%m.%Y}; срок – день, который назван числом"
                self._problems.add(SECOND_DATE, moment.span, message, "проверьте число или уберите имя дня")
                listed[at] = []
            before = days

    def say_order(self) -> None:
        """Say that the last of a list is before its first: of one clause, or of all of them together."""
        if sum([len(days) for days, _ in self._lists]) < _PAIR:
            return
        lists = [days for days, _ in self._lists]
        clauses = [clause for _, clause in self._lists]
        everything = [list(chain.from_iterable(lists))] if len(lists) > 1 else []
        for days, clause in zip([*lists, *everything], [*clauses, *clauses[-1:]], strict=False):
            if self._is_moved(days, is_named=bool(clause.purpose)):
                message = f"последний срок ряда – {days[-1]:%d.%m.%Y}, раньше первого, {days[0]:%d.%m.%Y}"
                self._problems.add(LAST_IS_FIRST, clause.span, message, "назовите годы")
                return

    def _is_moved(self, days: list[date], *, is_named: bool) -> bool:
        """«апрель, июль, октябрь, январь»: the others stand in their order."""
        if len(days) < _PAIR or days[-1] >= days[0]:
            return False
        # of two, «до 10 октября, до 10 января»: «декабрь, май» are any two months
        is_half = days[0].month - days[-1].month == _HALF and days[0].day == days[-1].day
        is_last = days[0].month >= _AUTUMN or (is_named and is_half)  # «отчёт – до 10 июля и до 10 января»
        is_list = len(days) > _PAIR or (is_last and days[-1].month <= _WINTER)
        if is_list and days[:-1] == sorted(days[:-1]):
            return True
        # «январь (за год), июль (за полугодие)»: the first went into the next year
        return days[0] > self._horizon.last_day >= days[-1] and days[1:] == sorted(days[1:])

    def _after_order(self, clause: DeadlineClause, times: list[Time]) -> list[Time]:
        """A series without its first times if they precede the order; a single time with a warning."""
        order_date = self._horizon.order_date
        early = [time for time in times if time.nominal < order_date] if order_date is not None else []
        if not early:
            return times
        words = self._problems.words(clause.span)
        days = ", ".join(f"{time.nominal:%d.%m.%Y}" for time in early[:3])
        # as many times as moments: each is meant once, so that none is the first of a series
        are_single = isinstance(clause.rule, Dated) and len(times) <= len(clause.rule.moments)
        if len(early) == len(times) or are_single:
            which = "" if len(early) == len(times) else f": {days}"
            message = f"срок «{words}» раньше самого приказа{which}"
            self._problems.add(BEFORE_ORDER, clause.span, message, "проверьте год")
            return times
        left = [time for time in times if time not in early]
        # past turns of a year that goes on are what anybody would leave out
        if left[0].nominal.year == early[-1].nominal.year and not _NAMED_YEAR.search(words):
            return left
        message = f"«{words}»: сроки раньше приказа опущены ({days})"
        hint = f"первый срок – {left[0].nominal:%d.%m.%Y}; если нужен другой, назовите год"
        self._problems.add(BEFORE_ORDER_DROPPED, clause.span, message, hint)
        return left

    def _say(self, time: Time, clause: DeadlineClause) -> None:
        """What a reader should know of a time."""
        if time.after_plan:
            message = f"отчёт за последний период – {time.nominal:%d.%m.%Y}, после окончания плана"
            self._problems.add(AFTER_PLAN, clause.span, message, "если отчёт нужен раньше, назовите его день")
        moment = time.moment
        if moment is None:
            return
        if isinstance(moment.stretch, NthOf) and moment.stretch.unit is _WEEK and _is_weekend(time):
            message = f"«{self._problems.words(moment.span)}» – это только выходные {time.nominal:%m.%Y}"
            hint = "назовите дни: неделя с первым понедельником начинается позже"
            self._problems.add(WEEKEND_WEEK, moment.span, message, hint)
        if moment.bound in _DOUBTFUL:
            self._say_bound(moment)

    def _say_forecast(self, years: set[int], clause: DeadlineClause) -> None:
        year = min(filter(self._calendar.is_forecast, years), default=None)
        if year is not None:
            self._said_forecast = True
            is_past = year < min(self._calendar.acts, default=year)
            which = "в программе нет" if is_past else "не утверждён"
            message = f"рабочий календарь {year} года {which}: выходные взяты по Трудовому кодексу"
            hint = "сверьте даты с календарём" if is_past else "сверьте даты, когда календарь утвердят"
            self._problems.add(FORECAST, clause.span, message, hint)

    def _say_bound(self, moment: Moment) -> None:
        if moment.bound is _FROM:
            words = self._problems.words(moment.span)
            words = words if words.startswith(("не ", "после ")) else f"с {words}"
            message = f"«{words}»: конец срока не назван, прочитано до конца плана"
            self._problems.add(OPEN_END, moment.span, message, "добавьте «по …»")
        elif not self._said_until and not (moment.bound is _UNTIL and self._horizon.policy.until):
            self._said_until = True
            self._say_until(moment)

    def _say_until(self, moment: Moment) -> None:
        """Whether the day itself counts, and a preposition that leaves no doubt of it."""
        words = self._problems.words(moment.span)
        if moment.bound is Bound.BY:
            message = f"«к {words}»: должно быть готово, когда день наступит"
        else:
            how = "без самого дня" if self._excludes else "включительно"
            message = f"«до {words}» прочитано {how}"
        if moment.bound is _UNTIL and not words.endswith("г"):  # words in the genitive stay as they are
            hint = f"не позднее {words}"
        else:
            hint = moment_in_words(Moment(moment.stretch, Bound.NOT_LATER))
        hints = [f"напишите «{hint}»"]
        if moment.bound is _UNTIL:
            hints.append("или решите это для всех планов: until: inclusive в профиле")
        self._problems.add(UNTIL_DAY, moment.span, message, *hints)

    def _occurrence(self, time: Time, clause: DeadlineClause, at: int, earliest: date) -> Occurrence:
        first, nominal, moment, after_plan = time
        happens = first is not None and is_event(time, clause)
        last = nominal
        if self._excludes and moment is not None and moment.bound is _UNTIL:
            last -= ONE_DAY  # the last day that counts is the one before «до X»
        due, doubt = last, None
        stands = happens or self._calendar.is_working(last)
        if not stands and not _is_each_day(clause.rule) and not _names_day_off(moment):
            due, other = self._shifted(last, time, earliest)
            doubt = other if other != due else None
        hour, end, place = clause.time, clause.end_time, clause.place
        return Occurrence(
            first, nominal, due, doubt, clause.audience, after_plan, at, hour, end, place, happens
        )

    def _shifted(self, last: date, time: Time, earliest: date) -> tuple[date, date]:
        """A day off moved to a working day by the convention and by its opposite.

        It stays where it is if the working day lies before the time itself has begun.
        """
        convention, first = self._horizon.policy.convention, time.first
        begins = max(earliest, first) if first is not None and first < time.nominal else earliest
        due = self._calendar.adjust(last, convention)
        other = self._calendar.adjust(last, _OPPOSITE[convention])
        return (
            last if due < begins <= last else due,
            last if other < begins <= last else other,
        )


def _is_weekend(week: Time) -> bool:
    """Whether a numbered week of a month has no more of it than a Saturday and a Sunday."""
    return week.first is not None and week.first.weekday() >= _SATURDAY


def _is_each_day(rule: TimeRule) -> bool:
    """«ежедневно с 1 по 10 мая»: what is done on a day off is not done again on the day before it."""
    return isinstance(rule, Recurring) and rule.recurrence.unit is _DAY and rule.recurrence == EACH_DAY


def _names_day_off(moment: Moment | None) -> bool:
    """«по субботам», «на Пасху»: a day that is off by its name is meant so."""
    stretch = moment.stretch if moment is not None else None
    is_off = isinstance(stretch, PaschalDay) or (isinstance(stretch, NthOf) and stretch.unit in _OFF)
    return is_off and moment is not None and moment.bound is Bound.WITHIN
