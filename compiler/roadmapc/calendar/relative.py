"""Terms from events: computable only if the order itself gives the day."""

from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.labour_code import ONE_DAY
from roadmapc.calendar.stretch import Days
from roadmapc.calendar.timed import Time
from roadmapc.calendar.units import Window
from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.deadline.ast import Bound, Direction, Relative
from roadmapc.deadline.codes import OUTSIDE_PLAN
from roadmapc.deadline.own_act import names_own_act
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.unit import Unit
from roadmapc.source.span import Span


def times_of(
    rule: Relative, span: Span, horizon: Horizon, calendar: WorkCalendar, problems: Problems
) -> list[Time]:
    """The days that the order's own date gives; empty if the rule counts from another event."""
    if horizon.order_date is None or not names_own_act(rule.event or ""):
        return []
    days = Days(horizon, calendar, Unit.PLAN)
    time = _time(rule, Window(horizon.order_date, horizon.order_date), days)
    if time is None or time.nominal in horizon:
        return [time] if time is not None else []
    # «в течение 5 дней со дня подписания распоряжения»: a day between the order and the plan
    message = f"срок «{problems.words(span)}» – {time.nominal:%d.%m.%Y}, вне периода плана"
    problems.add(OUTSIDE_PLAN, span, message, "проверьте период плана; дата в календарь не вошла")
    return []


def _time(rule: Relative, window: Window, days: Days) -> Time | None:
    if rule.direction is None:
        return Time(window.first, window.last, None)
    if rule.direction is Direction.BEFORE and rule.offset is None:
        return Time(None, window.first - ONE_DAY, None)
    if rule.offset is None or rule.bound is Bound.FROM:  # «не ранее чем через 10 дней после» has no last day
        return None
    start, count = window.last, rule.offset.count
    if rule.direction is Direction.BEFORE:
        start, count = window.first, -count
    day = days.counted(start, count, rule.offset.unit)
    return Time(day if rule.bound is Bound.WITHIN else None, day, None)
