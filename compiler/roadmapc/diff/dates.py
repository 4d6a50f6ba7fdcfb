"""What happens to the dates of the duties: which appear, which vanish, which move."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import zip_longest

from roadmapc.calendar.occurrence import Occurrence
from roadmapc.diff.changes import DutyDates, Shift
from roadmapc.diff.renamings import Renamings, renamings
from roadmapc.model.provision import ProvisionKind
from roadmapc.schedule.plan_calendar import Duty, PlanCalendar, first_shown_day

_Key = tuple[ProvisionKind, str, str]
"""What the duty is, its stable name, the audience."""
_Counterparts = tuple[Occurrence | None, Occurrence | None]


def dates(old: PlanCalendar, new: PlanCalendar, clauses: Mapping[str, str]) -> tuple[DutyDates, ...]:
    """Duties whose dates differ, by their first day.

    `clauses` gives the new name of a clause that goes on under another one, by the old.
    """
    before = _by_duty(old, clauses, renamings(old.plan, new.plan))
    after = _by_duty(new, {}, Renamings(()))
    compared = (_compared(before.get(key), after.get(key), key[-1]) for key in {**after, **before})
    return tuple(dates for dates in compared if dates.added or dates.removed or dates.shifted)


def _by_duty(
    calendar: PlanCalendar, clauses: Mapping[str, str], bodies: Renamings
) -> dict[_Key, tuple[Duty, list[Occurrence]]]:
    """The dates of each duty for each audience, under the names of the new edition."""
    by_duty: dict[_Key, tuple[Duty, list[Occurrence]]] = {}
    for entry in calendar.entries:
        duty = entry.duty
        name = clauses.get(duty.id, duty.id) if duty.kind is ProvisionKind.CLAUSE else duty.id
        key = (duty.kind, name, bodies.renamed(entry.occurrence.audience))
        by_duty.setdefault(key, (duty, []))[1].append(entry.occurrence)
    return by_duty


def _compared(
    before: tuple[Duty, list[Occurrence]] | None, after: tuple[Duty, list[Occurrence]] | None, audience: str
) -> DutyDates:
    """A date that both editions have is no change; of the rest, counterparts are one date that moved."""
    known = after or before
    assert known is not None
    old_dates, new_dates = (edition[1] if edition else [] for edition in (before, after))
    lost, gained = _without(old_dates, new_dates), _without(new_dates, old_dates)
    added, removed, shifted = [], [], []
    for old, new in _counterparts(lost, gained, is_whole=len(lost) == len(old_dates)):
        if old and new:
            shifted.append(Shift(old, new))
        elif new:
            added.append(new)
        elif old:
            removed.append(old)
    return DutyDates(known[0], audience, tuple(added), tuple(removed), tuple(shifted))


def _without(some: Iterable[Occurrence], others: Iterable[Occurrence]) -> list[Occurrence]:
    """Those of the one that the other has not; a window that comes twice has to be there twice."""
    left = Counter(map(window, others))
    missing = []
    for occurrence in some:
        if left[window(occurrence)]:
            left[window(occurrence)] -= 1
        else:
            missing.append(occurrence)
    return missing


def window(occurrence: Occurrence) -> tuple[date | None, date]:
    """What of an occurrence a calendar shows: its first day, and the day it is due."""
    return first_shown_day(occurrence), occurrence.due


def _counterparts(
    lost: list[Occurrence], gained: list[Occurrence], *, is_whole: bool
) -> Iterator[_Counterparts]:
    """Dates of one year are taken for one another in their order; what is over has no counterpart.

    If no date stays and none has its year any more, as many dates are the same ones put off, say to January.
    """
    years: dict[int, tuple[list[Occurrence], list[Occurrence]]] = defaultdict(lambda: ([], []))
    for side, occurrences in enumerate((lost, gained)):
        for occurrence in occurrences:
            years[occurrence.nominal.year][side].append(occurrence)
    is_put_off = is_whole and len(lost) == len(gained) and not any(old and new for old, new in years.values())
    for old, new in [(lost, gained)] if is_put_off else (years[year] for year in sorted(years)):
        yield from zip_longest(old, new)
