"""What happens to the dates of one duty, in one line."""

from roadmapc.calendar.occurrence import Occurrence
from roadmapc.diff.changes import DutyDates, Shift
from roadmapc.render.changes.view import DatesRow
from roadmapc.render.changes.wording import numbered
from roadmapc.text.dates import digits
from roadmapc.text.listed import listed
from roadmapc.text.shorten import shortened

DATES_SHOWN = 4
"""Dates of one duty that are listed before «и ещё …»."""


def dates_row(dates: DutyDates) -> DatesRow:
    """Which dates appear, which vanish, which move: the first of them."""
    duty = dates.duty
    where = numbered(duty.kind, (duty.number,))
    text = shortened(duty.text, 80)
    told = (
        _listed("появляется", [_day(each) for each in dates.added]),
        _listed("исчезает", [_day(each) for each in dates.removed]),
        _listed("переносится", [_shift(each) for each in dates.shifted]),
    )
    audience = f"{dates.audience}: " if dates.audience else ""
    return DatesRow(where, text, audience + "; ".join(filter(None, told)))


def _listed(verb: str, days: list[str]) -> str:
    if not days:
        return ""
    return f"{verb} {listed(days, DATES_SHOWN)}"


def _day(occurrence: Occurrence) -> str:
    return digits(occurrence.due)


def _shift(shift: Shift) -> str:
    before, after = shift
    if before.due != after.due:
        return f"{_day(before)} → {_day(after)}"
    return f"начало {_start(before)} → {_start(after)}"


def _start(occurrence: Occurrence) -> str:
    return digits(occurrence.first_day) if occurrence.first_day else "не названо"
