"""The calendar files of an agenda: the whole, and one for each body and each official."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from roadmapc.render.agenda.brief import NAME_LENGTH
from roadmapc.render.agenda.view import AgendaView, Assignee, DutyView, PlanView
from roadmapc.render.ics.calendar import calendar
from roadmapc.render.ics.component import Component, component, is_titled, undated_component
from roadmapc.render.ics.event import EntryForm
from roadmapc.render.ics.from_agenda import undated_task
from roadmapc.render.ics.revision import Published, read, revised, withdrawn, written
from roadmapc.render.ics.series import Group, event_of, gathered, single
from roadmapc.render.ics.summary import summaries
from roadmapc.render.unchanged import NOTHING, StillSo, Unchanged
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened_to_words

WHOLE = "calendar.ics"
OFFICERS = "officers/"


def officers_calendar(key: str) -> str:
    """The name of the file of the assignee with that key."""
    return f"{OFFICERS}{key}.ics"


def calendars(
    agenda: AgendaView,
    day: date,
    earlier: Mapping[str, bytes],
    form: EntryForm,
    still_so: StillSo = NOTHING,
) -> Iterator[tuple[str, tuple[bytes, ...] | Unchanged]]:
    """`calendar.ics` and `officers/<key>.ics` in pieces, as the next revision of the earlier files.

    `day` dates what is new. Whoever has duties without a day has them as tasks; whoever has none at all any
    more keeps a file that says what was withdrawn. Entries of plans that are `still_so` as before are taken
    from the earlier file, if only they have the same title beside all others.
    """
    groups = gathered(agenda.occurrences) if form.has_series else single(agenda.occurrences)
    titles = summaries(agenda.occurrences)
    known, same = read(earlier.get(WHOLE, b"")), still_so.plans
    components = chain(  # one at a time: all take 30 MB
        (_made(each, titles, form, known if each[0].duty.plan.id in same else {}) for each in groups),
        (undated_component(undated_task(undated)) for undated in agenda.undated),
    )
    entries, changed = _revised(components, known, day)
    yield WHOLE, _file(agenda.name, agenda.plans, entries, earlier.get(WHOLE, b""), day)
    held = [
        *((first.uid, first.duty) for first, *_ in groups),
        *((each.uid, each.duty) for each in agenda.undated),
    ]
    of_assignee, plans = _by_assignee(held, entries)
    for assignee in agenda.assignees:
        name, own = officers_calendar(assignee.key), plans[assignee]
        if name in still_so.calendars and changed.isdisjoint(of_assignee[assignee]):
            yield name, still_so.calendars[name]
            continue
        of_what = own[0].name if len(own) == 1 else counted(len(own), "план", "плана", "планов")
        theirs = f"{shortened_to_words(assignee.name, NAME_LENGTH)} · {of_what}"
        yield name, _file(theirs, own, of_assignee[assignee], earlier.get(name, b""), day)
    made = {WHOLE, *(officers_calendar(assignee.key) for assignee in agenda.assignees)}
    for name in sorted(earlier.keys() - made):
        yield name, _file(agenda.name, (), {}, earlier[name], day)


def _made(
    group: Group, titles: Mapping[str, str], form: EntryForm, known: Mapping[str, Published]
) -> Component:
    """The entry of a group; the one that is known of it, if that has the title that it would have now."""
    uid = group[0].uid
    there = known.get(uid)
    if there and not there.revision.is_cancelled and is_titled(there.component, titles[uid]):
        return there.component
    return component(event_of(group, titles, form), form.kind)


def _revised(
    components: Iterable[Component], known: Mapping[str, Published], day: date
) -> tuple[dict[str, bytes], set[str]]:
    """The entries in their next revisions, by their names, and which of them are not as they were known."""
    entries: dict[str, bytes] = {}
    changed: set[str] = set()
    for each in components:
        before = known.get(each.uid)
        now = revised(each, before, day)
        entries[each.uid] = written(now)
        if now is not before:
            changed.add(each.uid)
    return entries, changed


def _by_assignee(
    held: Iterable[tuple[str, DutyView]], entries: Mapping[str, bytes]
) -> tuple[Mapping[Assignee, dict[str, bytes]], Mapping[Assignee, list[PlanView]]]:
    """What each has of entries with their duties, and the plans that name them."""
    found: dict[Assignee, dict[str, bytes]] = defaultdict(dict)
    plans: dict[Assignee, list[PlanView]] = defaultdict(list)
    for uid, duty in held:
        for assignee in duty.assignees:
            found[assignee][uid] = entries[uid]
            if duty.plan not in plans[assignee]:
                plans[assignee].append(duty.plan)
    return found, plans


def _file(
    title: str, plans: Iterable[PlanView], entries: Mapping[str, bytes], earlier: bytes, day: date
) -> tuple[bytes, ...]:
    """The entries, then those that stood in the earlier file and are no longer there.

    Who controls is said of the whole calendar: in each of its entries it would be as long as the deed.
    """
    controlled = "\n".join(f"{plan.order}. Контроль: {plan.controller}" for plan in plans if plan.controller)
    kept = calendar(title, controlled, entries.values())
    if not earlier or b"".join(kept) == earlier:  # most officers have none of what has changed in a plan
        return kept
    gone = withdrawn(read(earlier), entries.keys(), day)
    return calendar(title, controlled, [*entries.values(), *map(written, gone)])
