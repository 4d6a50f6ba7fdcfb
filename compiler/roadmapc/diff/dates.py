"""What happens to the dates of the duties: which appear, which vanish, which move."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import zip_longest

from roadmapc.calendar.occurrence import Occurrence
from roadmapc.diff.changes import DutyDates, Shift
from roadmapc.model.unit import UnitKind
from roadmapc.schedule.plan_calendar import Duty, PlanCalendar

_Key = tuple[UnitKind, str, str]
"""What the duty is, its stable name, the audience."""
_Window = tuple[date | None, date]


def kind_of(duty: Duty) -> UnitKind:
    """Which unit a duty is."""
    return UnitKind.CLAUSE if duty.section is None else UnitKind.MEASURE


def dates(old: PlanCalendar, new: PlanCalendar, renamed: Mapping[str, str]) -> tuple[DutyDates, ...]:
    """Duties whose dates differ, by their first day.

    `renamed` gives the new name of a clause that is named by its number, by the old one.
    """
    before, after = _by_duty(old, renamed), _by_duty(new, {})
    found = (_compared(before.get(key), after.get(key), key[-1]) for key in {**after, **before})
    return tuple(each for each in found if each.added or each.removed or each.shifted)


class _Dates:
    """The dates of one duty for one audience."""

    def __init__(self, duty: Duty) -> None:
        self.duty = duty
        self.occurrences: list[Occurrence] = []


def _by_duty(calendar: PlanCalendar, renamed: Mapping[str, str]) -> dict[_Key, _Dates]:
    found: dict[_Key, _Dates] = {}
    for entry in calendar.entries:
        duty = entry.duty
        kind = kind_of(duty)
        name = renamed.get(duty.id, duty.id) if kind is UnitKind.CLAUSE else duty.id
        key = (kind, name, entry.occurrence.audience or "")
        found.setdefault(key, _Dates(duty)).occurrences.append(entry.occurrence)
    return found


def _compared(before: _Dates | None, after: _Dates | None, audience: str) -> DutyDates:
    known = after or before
    assert known is not None
    lost, gained = _differing(before.occurrences if before else [], after.occurrences if after else [])
    added, removed, shifted = [], [], []
    for old, new in _by_year(lost, gained):
        if old and new:
            shifted.append(Shift(old, new))
        elif new:
            added.append(new)
        elif old:
            removed.append(old)
    return DutyDates(known.duty, audience, tuple(added), tuple(removed), tuple(shifted))


def _differing(
    before: Iterable[Occurrence], after: Iterable[Occurrence]
) -> tuple[list[Occurrence], list[Occurrence]]:
    """Those of the one without those of the other, each way."""
    return _without(before, after), _without(after, before)


def _without(some: Iterable[Occurrence], others: Iterable[Occurrence]) -> list[Occurrence]:
    left = Counter(window(occurrence) for occurrence in others)
    found = []
    for occurrence in some:
        if left[window(occurrence)]:
            left[window(occurrence)] -= 1
        else:
            found.append(occurrence)
    return found


def window(occurrence: Occurrence) -> _Window:
    """What of an occurrence a calendar shows: its first day, and the day it is due."""
    return occurrence.first_day, occurrence.due


def _by_year(
    lost: list[Occurrence], gained: list[Occurrence]
) -> Iterator[tuple[Occurrence | None, Occurrence | None]]:
    """Dates of one year are taken for one another in their order; what is over has no counterpart."""
    years: dict[int, tuple[list[Occurrence], list[Occurrence]]] = defaultdict(lambda: ([], []))
    for side, occurrences in enumerate((lost, gained)):
        for occurrence in occurrences:
            years[occurrence.nominal.year][side].append(occurrence)
    for year in sorted(years):
        yield from zip_longest(*years[year])
