"""Duties in time: each day of a plan by the edition that rules it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Place
from roadmapc.model.amendment import ProvisionName, Suspension
from roadmapc.model.provision import ProvisionKind
from roadmapc.schedule.from_plan import duties, in_time
from roadmapc.schedule.plan_calendar import Duty, Entry, EventName, Moved, PlanCalendar

Group = tuple[str, str, str, int]
"""What is counted together: kind and id of a duty, its audience, the year."""


class RuledSince(NamedTuple):
    """An edition with the first day whose duties it rules."""

    calendar: PlanCalendar
    """All dates of its text."""
    since: date
    act: str
    """What made it, as a reader is told: «приказом от 01.02.2022 № 20»."""
    is_end: bool = False
    """Whether it ends the plan: nothing is due any more."""
    suspends: tuple[Suspension, ...] = ()
    """What is out of force from that day on, for a time."""
    place: Place | None = None
    """Where the act is written; `None` if nobody asks."""


class Kept(NamedTuple):
    """A day that an act would have set into the past, and that stands as it was."""

    entry: Entry
    by: RuledSince


def lived(first: PlanCalendar, later: Sequence[RuledSince]) -> tuple[PlanCalendar, tuple[Kept, ...]]:
    """The calendar of a plan after all its editions, which come in the order of their effect.

    What was due before an edition rules stays as it was: nobody can be late for a day that was set
    afterwards. What falls due later is as the edition has it. A day that the edition would set into the
    past is kept as it stood, for it cannot be met any more and must not be lost.
    """
    entries, calendar = first.entries, first
    idle: list[tuple[date, Suspension]] = []
    begun: dict[tuple[str, str], date] = {}
    told: list[Kept] = []
    for edition in later:
        known = {_key(duty) for duty in duties(calendar.plan)}
        begun |= {
            _key(duty): edition.since for duty in duties(edition.calendar.plan) if _key(duty) not in known
        }
        idle += [(edition.since, each) for each in edition.suspends]
        fresh = _without_idle(_begun(edition.calendar, begun), idle)
        entries, kept = _after(entries, calendar, edition._replace(calendar=fresh))
        told += [Kept(entry, edition) for entry in kept]
        calendar = edition.calendar
    calendar = _begun(calendar, begun)
    is_over = bool(later) and later[-1].is_end
    whole = replace(
        calendar,
        entries=tuple(sorted(entries, key=in_time)),
        undated=() if is_over else calendar.undated,
    )
    return whole, tuple(told)


def _without_idle(calendar: PlanCalendar, idle: Sequence[tuple[date, Suspension]]) -> PlanCalendar:
    """A calendar without what falls due while its provision is out of force."""

    def is_idle(entry: Entry) -> bool:
        duty, due = entry.duty, entry.occurrence.due
        known_by = duty.id.removeprefix("clause-")  # where the author gave it no name
        names = {ProvisionName(duty.kind, duty.id), ProvisionName(ProvisionKind.CLAUSE, known_by)}
        if duty.section is not None:
            names = {ProvisionName(duty.kind, duty.id), ProvisionName(ProvisionKind.SECTION, duty.section.id)}
        return any(each.provision in names and since <= due < each.until for since, each in idle)

    return replace(calendar, entries=tuple(entry for entry in calendar.entries if not is_idle(entry)))


def _key(duty: Duty) -> tuple[str, str]:
    return duty.kind, duty.id


def _begun(calendar: PlanCalendar, days: Mapping[tuple[str, str], date]) -> PlanCalendar:
    """A calendar whose duties say when an act brought them in; equal duties stay one object."""
    duty_of: dict[int, Duty] = {}

    def told(duty: Duty) -> Duty:
        return duty_of.setdefault(id(duty), duty._replace(since=days.get(_key(duty))))

    return replace(
        calendar,
        entries=tuple(entry._replace(duty=told(entry.duty)) for entry in calendar.entries),
        undated=tuple(each._replace(duty=told(each.duty)) for each in calendar.undated),
    )


def _after(
    entries: tuple[Entry, ...], former: PlanCalendar, edition: RuledSince
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """What was due, what the edition asks for, and what it would have set into the past.

    A day of the past is another's only where the year has as many days as before: else the ordinals of
    events tell nothing, and the edition has its own days ahead. Those that are kept so come second.
    """
    settled = tuple(entry for entry in entries if entry.occurrence.due < edition.since)
    if edition.is_end:
        return settled, ()
    fresh = [entry for entry in edition.calendar.entries if entry.occurrence.due >= edition.since]
    past = {entry.name for entry in edition.calendar.entries if entry.occurrence.due < edition.since}
    counts = [Counter(map(_group, each.entries)) for each in (former, edition.calendar)]
    alike = {entry.name: entry for entry in entries if counts[0][_group(entry)] == counts[1][_group(entry)]}
    kept = tuple(
        entry for entry in alike.values() if entry.name in past and entry.occurrence.due >= edition.since
    )
    single = _single(former.entries).keys() & _single(edition.calendar.entries).keys()
    there = {key: entry for key, entry in _single(entries).items() if key in single}
    told = _told(fresh, alike, there, edition)
    taken = {entry.name for entry in settled}
    return (*settled, *kept, *_apart(told, taken, edition)), kept


def _single(entries: Iterable[Entry]) -> dict[tuple[str, str, str], Entry]:
    """The duties that are due once, by kind, id and audience: their day is theirs in whatever year."""
    found: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        found[_group(entry)[:3]].append(entry)
    return {key: each[0] for key, each in found.items() if len(each) == 1}


def _told(
    fresh: Iterable[Entry],
    alike: Mapping[EventName, Entry],
    single: Mapping[tuple[str, str, str], Entry],
    edition: RuledSince,
) -> Iterator[Entry]:
    """The dates of an edition, each with what it was before."""
    for entry in fresh:
        old = alike.get(entry.name) or single.get(_group(entry)[:3])
        if old is None:
            yield entry
        elif old.occurrence.due == entry.occurrence.due:
            yield entry._replace(moved=old.moved)
        else:
            yield entry._replace(moved=Moved(old.occurrence.due, edition.act))


def _apart(fresh: Iterable[Entry], taken: Collection[EventName], edition: RuledSince) -> Iterator[Entry]:
    """The same under other names where a day of the past bears theirs: what was due is due once more."""
    used = {*taken, *(entry.name for entry in edition.calendar.entries)}
    for entry in fresh:
        if entry.name in taken:
            name = next(each for each in _others(entry, edition) if each not in used)
            used.add(name)
            yield entry._replace(name=name)
        else:
            yield entry


def _others(entry: Entry, edition: RuledSince) -> Iterator[EventName]:
    """Names of events that come after all that the edition has in the year."""
    total = sum(_group(each) == _group(entry) for each in edition.calendar.entries)
    return (entry.name._replace(ordinal=ordinal) for ordinal in count(total + 1))


def _group(entry: Entry) -> Group:
    duty, occurrence = entry.duty, entry.occurrence
    return duty.kind, duty.id, occurrence.audience, occurrence.nominal.year
