"""Terms from events: computable only if the profile or the order itself gives the day."""

from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.labour_code import ONE_DAY
from roadmapc.calendar.stretch import Days
from roadmapc.calendar.timed import Time
from roadmapc.calendar.units import Window
from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.deadline.ast import Direction, Relative
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.tokens import TokenKind, tokenize

_STEM = 5
"""Letters of a word that stay the same in any case of declension."""
_ORDER = ("приказ", "постан", "распор")
_SIGNING = ("подпис", "издани", "утверж", "принят")
"""What happens to an order on its date."""


def times_of(rule: Relative, horizon: Horizon, calendar: WorkCalendar) -> list[Time]:
    """The days that a named anchor or the order's own date gives; empty if neither does."""
    days = Days(horizon, calendar, Unit.PLAN, Window(horizon.first_day, horizon.last_day))
    times = (_time(rule, window, days) for window in windows_of(rule, horizon))
    return [time for time in times if time is not None and time.nominal in horizon]


def windows_of(rule: Relative, horizon: Horizon) -> list[Window]:
    """When the event is, as the anchors or the day of the order say; empty if neither does."""
    words = _stems(rule.event or "")
    windows = [
        Window(anchor.first_day, anchor.last_day)
        for anchor in horizon.policy.anchors
        if _stems(anchor.name) <= words
    ]
    if not windows and counts_from_order(rule) and horizon.order_date is not None:
        return [Window(horizon.order_date, horizon.order_date)]
    return windows


def counts_from_order(rule: Relative) -> bool:
    """Whether the event is the order itself, whose day its registration gives."""
    words = [token.text for token in tokenize(rule.event or "")]
    return any(word.startswith(_ORDER) for word in words) and any(word.startswith(_SIGNING) for word in words)


def _stems(text: str) -> set[str]:
    return {token.text[:_STEM] for token in tokenize(text) if token.kind is TokenKind.WORD}


def _time(rule: Relative, window: Window, days: Days) -> Time | None:
    if rule.direction is None:
        return Time(window.first, window.last, None)
    if rule.direction is Direction.BEFORE:
        day = window.first - ONE_DAY
        if rule.offset is not None:
            day = days.counted(window.first, -rule.offset.count, rule.offset.unit)
        return Time(None, day, None)
    if rule.offset is None:
        return None
    return Time(None, days.counted(window.last, rule.offset.count, rule.offset.unit), None)
