"""An event or a task as bytes, apart from what tells its revisions."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from roadmapc.render.ics import content_line
from roadmapc.render.ics.event import EntryKind, Event, Repeats, UndatedTask
from roadmapc.render.ics.summary import cancelled

_ONE_DAY: Final = timedelta(days=1)
_MORNING: Final = time(9)
"""The hour of reminders."""
_ALARM: Final = re.compile(rb"BEGIN:VALARM\r\n.*?END:VALARM\r\n", re.DOTALL)
_SUMMARY: Final = re.compile(rb"^SUMMARY:[^\r]*\r\n(?: [^\r]*\r\n)*", re.MULTILINE)


class Component(NamedTuple):
    """One entry of the calendar."""

    kind: EntryKind
    uid: str
    content: bytes
    """Its lines after the head that `revision` writes; equal for entries that say the same."""


def component(event: Event, kind: EntryKind = EntryKind.EVENT) -> Component:
    """An entry of the calendar as it is written."""
    lines = _event_days(event) if kind is EntryKind.EVENT else _task_days(event)
    if event.repeats:
        lines += _repeats(event.repeats)
    if event.location:
        lines.append(b"LOCATION:" + content_line.text(event.location))
    lines += _words(event)
    for reminder in event.reminders:
        lines += _alarm(event, reminder, kind)
    return Component(kind, event.uid, content_line.folded(lines))


def undated_component(task: UndatedTask) -> Component:
    """A task without a day, in calendars of events, too."""
    return Component(EntryKind.TASK, task.uid, content_line.folded(_words(task)))


def is_titled(component: Component, title: str) -> bool:
    """Whether an entry has that title."""
    found = _SUMMARY.search(component.content)
    return found is not None and found[0] == _title(title)


@lru_cache(maxsize=16_384)  # a duty has one on most of its days
def _title(title: str) -> bytes:
    return content_line.folded([b"SUMMARY:" + content_line.text(title)])


def cancelled_component(component: Component) -> Component:
    """The entry under a title that says that it is off, without its reminders."""
    content = _ALARM.sub(b"", component.content)
    found = _SUMMARY.search(content)
    if found is None:
        return component._replace(content=content)
    written = content_line.unfolded(found[0]).removeprefix(b"SUMMARY:").removesuffix(b"\r\n")
    title = _title(cancelled(content_line.read_text(written)))
    return component._replace(content=content[: found.start()] + title + content[found.end() :])


def _words(entry: Event | UndatedTask) -> list[bytes]:
    lines = [b"SUMMARY:" + content_line.text(entry.summary)]
    if entry.description:
        lines.append(b"DESCRIPTION:" + content_line.text(entry.description))
    if entry.categories:
        lines.append(b"CATEGORIES:" + b",".join(map(content_line.text, entry.categories)))
    return [*lines, b"COLOR:" + entry.color.encode()]


def _event_days(event: Event) -> list[bytes]:
    """An event ends on the day after its last one, and leaves its days free: a deadline occupies nobody.

    One of hours occupies whoever comes; without an end it has none (RFC 5545, 3.6.1).
    """
    if event.start is not None:
        start = b"DTSTART" + _moment(event, datetime.combine(event.first_day, event.start))
        return [start, b"DTEND" + _moment(event, _end(event))] if event.end is not None else [start]
    return [
        b"DTSTART;VALUE=DATE:" + content_line.day(event.first_day),
        b"DTEND;VALUE=DATE:" + content_line.day(event.last_day + _ONE_DAY),
        b"TRANSP:TRANSPARENT",
    ]


def _task_days(event: Event) -> list[bytes]:
    """A task is due on its last day itself, and a start must lie before that (RFC 5545, 3.8.2.3)."""
    if event.start is not None:
        due = b"DUE" + _moment(event, _end(event))
        if event.end is None:
            return [due]
        return [b"DTSTART" + _moment(event, datetime.combine(event.first_day, event.start)), due]
    start = b"DTSTART;VALUE=DATE:" + content_line.day(event.first_day)
    due = b"DUE;VALUE=DATE:" + content_line.day(event.last_day)
    return [start, due] if event.first_day < event.last_day else [due]


def _end(event: Event) -> datetime:
    """When it is over, and a task due; what ends earlier than it began, ends on the next day."""
    if event.start is None or event.end is None:
        return datetime.combine(event.last_day, event.start or time.min)
    later = _ONE_DAY if event.end <= event.start else timedelta()
    return datetime.combine(event.last_day + later, event.end)


def _moment(event: Event, at: datetime) -> bytes:
    """A value of type DATE-TIME with its zone, or floating."""
    zone = b";TZID=" + event.time_zone.encode() if event.time_zone else b""
    return zone + b":" + content_line.day(at.date()) + f"T{at:%H%M%S}".encode()


def _repeats(repeats: Repeats) -> list[bytes]:
    rule = b"RRULE:" + repeats.rule.encode()
    days = b",".join(map(content_line.day, repeats.excluded))
    return [rule, b"EXDATE;VALUE=DATE:" + days] if days else [rule]


def _alarm(event: Event, reminder: date, kind: EntryKind) -> list[bytes]:
    """From the start of an event, the only one that Outlook and Google keep; from the last day of a task."""
    related = b";RELATED=END" if kind is EntryKind.TASK else b""
    start = datetime.combine(event.first_day, event.start or time.min)
    return [
        b"BEGIN:VALARM",
        b"ACTION:DISPLAY",
        b"TRIGGER%s:%s" % (related, _duration(reminder, _end(event) if kind is EntryKind.TASK else start)),
        b"DESCRIPTION:" + content_line.text(event.summary),
        b"END:VALARM",
    ]


def _duration(reminder: date, moment: datetime) -> bytes:
    """From a moment of an entry to the morning of a day (RFC 5545, 3.3.6)."""
    ahead = datetime.combine(reminder, _MORNING) - moment
    sign, rest = (b"-" if ahead < timedelta() else b""), abs(ahead)
    hours, minutes = divmod(rest.seconds // 60, 60)
    days = b"%dD" % rest.days if rest.days else b""
    clock = (b"%dH" % hours if hours or not minutes else b"") + (b"%dM" % minutes if minutes else b"")
    return b"%sP%sT%s" % (sign, days, clock)
