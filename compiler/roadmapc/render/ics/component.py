"""An event or a task as bytes, apart from what tells its revisions."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from roadmapc.render.ics import content_line
from roadmapc.render.ics.event import EntryKind, Event, Repeats

_ONE_DAY: Final = timedelta(days=1)
_MORNING: Final = 9
"""The hour of reminders."""


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
    lines.append(b"SUMMARY:" + content_line.text(event.summary))
    if event.description:
        lines.append(b"DESCRIPTION:" + content_line.text(event.description))
    if event.categories:
        lines.append(b"CATEGORIES:" + b",".join(map(content_line.text, event.categories)))
    lines.append(b"COLOR:" + event.color.encode())
    for reminder in event.reminders:
        lines += _alarm(event, reminder, kind)
    return Component(kind, event.uid, content_line.folded(lines))


def _event_days(event: Event) -> list[bytes]:
    """An event ends on the day after its last one, and leaves its days free: a deadline occupies nobody."""
    return [
        b"DTSTART;VALUE=DATE:" + content_line.day(event.first_day),
        b"DTEND;VALUE=DATE:" + content_line.day(event.last_day + _ONE_DAY),
        b"TRANSP:TRANSPARENT",
    ]


def _task_days(event: Event) -> list[bytes]:
    """A task is due on its last day itself, and a start must lie before that (RFC 5545, 3.8.2.3)."""
    start = b"DTSTART;VALUE=DATE:" + content_line.day(event.first_day)
    due = b"DUE;VALUE=DATE:" + content_line.day(event.last_day)
    return [start, due] if event.first_day < event.last_day else [due]


def _repeats(repeats: Repeats) -> list[bytes]:
    rule = b"RRULE:" + repeats.rule.encode()
    days = b",".join(map(content_line.day, repeats.excluded))
    return [rule, b"EXDATE;VALUE=DATE:" + days] if days else [rule]


def _alarm(event: Event, reminder: date, kind: EntryKind) -> list[bytes]:
    is_from_end = kind is EntryKind.TASK and event.first_day == event.last_day
    related = b";RELATED=END" if is_from_end else b""
    return [
        b"BEGIN:VALARM",
        b"ACTION:DISPLAY",
        b"TRIGGER%s:%s" % (related, _duration((reminder - event.first_day).days)),
        b"DESCRIPTION:" + content_line.text(event.summary),
        b"END:VALARM",
    ]


def _duration(days: int) -> bytes:
    """From the midnight that begins a day to the morning so many days later (RFC 5545, 3.3.6)."""
    hours = 24 * days + _MORNING
    sign, (whole, rest) = (b"-" if hours < 0 else b""), divmod(abs(hours), 24)
    return b"%sP%sT%dH" % (sign, b"%dD" % whole if whole else b"", rest)
