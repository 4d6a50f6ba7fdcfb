"""The calendar files of an agenda: the whole, and one for each body and each official."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from roadmapc.render.agenda.view import AgendaView, Assignee
from roadmapc.render.ics.calendar import calendar
from roadmapc.render.ics.component import component
from roadmapc.render.ics.event import Kind
from roadmapc.render.ics.from_agenda import event
from roadmapc.render.ics.revision import read, revised, withdrawn, written

WHOLE = "calendar.ics"
OFFICERS = "officers/"


def calendars(
    agenda: AgendaView, day: date, earlier: Mapping[str, bytes], kind: Kind = Kind.EVENT
) -> dict[str, bytes]:
    """`calendar.ics` and `officers/<key>.ics`, as the next revision of the earlier files.

    `day` dates what is new. Whoever has no duties has no file, unless there was one: then it says what
    was withdrawn.
    """
    entries = _entries(agenda, day, earlier.get(WHOLE, b""), kind)
    made = {WHOLE: _file(agenda.title, entries, earlier.get(WHOLE, b""), day)}
    of_assignee = _by_assignee(agenda, entries)
    for assignee in agenda.assignees:
        name, title = f"{OFFICERS}{assignee.key}.ics", f"{assignee.name}: {agenda.title}"
        made[name] = _file(title, of_assignee[assignee], earlier.get(name, b""), day)
    for name in sorted(earlier.keys() - made.keys()):
        made[name] = _file(agenda.title, {}, earlier[name], day)
    return made


def _entries(agenda: AgendaView, day: date, earlier: bytes, kind: Kind) -> dict[str, bytes]:
    """Every occurrence by its `UID`, written in its revision."""
    known = read(earlier)
    components = [component(event(occurrence), kind) for occurrence in agenda.occurrences]
    return {each.uid: written(revised(each, known.get(each.uid), day)) for each in components}


def _by_assignee(agenda: AgendaView, entries: Mapping[str, bytes]) -> Mapping[Assignee, dict[str, bytes]]:
    found: dict[Assignee, dict[str, bytes]] = defaultdict(dict)
    for occurrence in agenda.occurrences:
        for assignee in occurrence.duty.assignees:
            found[assignee][occurrence.uid] = entries[occurrence.uid]
    return found


def _file(title: str, entries: Mapping[str, bytes], earlier: bytes, day: date) -> bytes:
    """The entries, then those that stood in the earlier file and are no longer there."""
    gone = withdrawn(read(earlier), entries.keys(), day)
    return calendar(title, [*entries.values(), *map(written, gone)])
