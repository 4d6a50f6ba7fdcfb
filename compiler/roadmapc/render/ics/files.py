"""The calendar files of an agenda: the whole, and one for each body and each official."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from roadmapc.render.agenda.view import AgendaView, Assignee, joint_title
from roadmapc.render.ics.calendar import calendar
from roadmapc.render.ics.component import component
from roadmapc.render.ics.event import EntryForm, EntryKind
from roadmapc.render.ics.revision import read, revised, withdrawn, written
from roadmapc.render.ics.series import Group, event_of, gathered, single

WHOLE = "calendar.ics"
OFFICERS = "officers/"


def calendars(
    agenda: AgendaView, day: date, earlier: Mapping[str, bytes], form: EntryForm
) -> dict[str, tuple[bytes, ...]]:
    """The pieces of `calendar.ics` and `officers/<key>.ics`, as the next revision of the earlier files.

    `day` dates what is new. Whoever has no duties has no file, unless there was one: then it says what
    was withdrawn.
    """
    groups = gathered(agenda.occurrences) if form.has_series else single(agenda.occurrences)
    entries = _entries(groups, day, earlier.get(WHOLE, b""), form.kind)
    made = {WHOLE: _file(agenda.title, entries, earlier.get(WHOLE, b""), day)}
    of_assignee, titles = _by_assignee(groups, entries), _titles(agenda)
    for assignee in agenda.assignees:
        if assignee in of_assignee:
            name, title = f"{OFFICERS}{assignee.key}.ics", f"{assignee.name}: {titles[assignee]}"
            made[name] = _file(title, of_assignee[assignee], earlier.get(name, b""), day)
    for name in sorted(earlier.keys() - made.keys()):
        made[name] = _file(agenda.title, {}, earlier[name], day)
    return made


def _titles(agenda: AgendaView) -> dict[Assignee, str]:
    """The plans that name each assignee, by the title of the only one or by their number."""
    plans: dict[Assignee, dict[str, str]] = defaultdict(dict)
    for duty in {id(occurrence.duty): occurrence.duty for occurrence in agenda.occurrences}.values():
        for assignee in duty.assignees:
            plans[assignee][duty.plan.id] = duty.plan.title
    return {
        assignee: next(iter(named.values())) if len(named) == 1 else joint_title(len(named))
        for assignee, named in plans.items()
    }


def _entries(groups: Iterable[Group], day: date, earlier: bytes, kind: EntryKind) -> dict[str, bytes]:
    """Every entry by its `UID`, written in its revision."""
    known = read(earlier)
    components = (component(event_of(group), kind) for group in groups)  # one at a time: all take 30 MB
    return {each.uid: written(revised(each, known.get(each.uid), day)) for each in components}


def _by_assignee(
    groups: Iterable[Group], entries: Mapping[str, bytes]
) -> Mapping[Assignee, dict[str, bytes]]:
    found: dict[Assignee, dict[str, bytes]] = defaultdict(dict)
    for first, *_ in groups:
        for assignee in first.duty.assignees:
            found[assignee][first.uid] = entries[first.uid]
    return found


def _file(title: str, entries: Mapping[str, bytes], earlier: bytes, day: date) -> tuple[bytes, ...]:
    """The entries, then those that stood in the earlier file and are no longer there."""
    gone = withdrawn(read(earlier), entries.keys(), day)
    return calendar(title, [*entries.values(), *map(written, gone)])
