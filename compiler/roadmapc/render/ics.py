"""Events to an iCalendar file (RFC 5545), for subscription in any calendar program.

Only what every program reads alike: all-day events, each with its own date, no rules of recurrence, no time
zones. The measured differences between programs are in decision 0003.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the calendar that takes whole days."""

    uid: str
    """Names the event for ever; see `uid`."""
    first_day: date
    last_day: date
    """Included; the same as `first_day` for a deadline."""
    summary: str
    """One line; some programs cut it after 255 characters."""
    description: str
    """Lines are kept; empty for none."""
    categories: tuple[str, ...]
    """What programs filter by and colour."""
    modified: date
    """When the order last said something about it; not when the file was built."""


def uid(*parts: str) -> str:
    """The name of the event that the parts identify: plan, measure, nominal date.

    The same parts always give the same name, so a rebuilt calendar moves its events and doubles none.
    """
    return str(uuid5(NAMESPACE_URL, "urn:roadmapc:" + "/".join(parts)))


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """The file: the events in the given order, in a calendar of the given name."""
    title = _text(name)
    lines = [*_HEAD, b"NAME:" + title, b"X-WR-CALNAME:" + title]
    for event in events:
        lines += _event(event)
    lines.append(b"END:VCALENDAR")
    return b"".join(map(_folded, lines))


_HEAD: Final = (
    b"BEGIN:VCALENDAR",
    b"VERSION:2.0",
    b"PRODID:-//roadmapc//roadmapc//RU",
    b"CALSCALE:GREGORIAN",
    b"METHOD:PUBLISH",
)
_ONE_DAY: Final = timedelta(days=1)
_LIMIT: Final = 75
"""Octets in a line without its break: RFC 5545, 3.1."""
_CONTROLS: Final = bytes({*range(0x20), 0x7F} - {ord("\t")})
"""What a text may not hold, escaped or not: RFC 5545, 3.1, `CONTROL`."""


def _event(event: Event) -> list[bytes]:
    """An event's lines; it leaves the day free, since a deadline occupies nobody."""
    modified = b"%sT000000Z" % _day(event.modified)
    lines = [
        b"BEGIN:VEVENT",
        b"UID:" + _text(event.uid),
        b"DTSTAMP:" + modified,
        b"LAST-MODIFIED:" + modified,
        b"DTSTART;VALUE=DATE:" + _day(event.first_day),
        b"DTEND;VALUE=DATE:" + _day(event.last_day + _ONE_DAY),
        b"SUMMARY:" + _text(event.summary),
    ]
    if event.description:
        lines.append(b"DESCRIPTION:" + _text(event.description))
    if event.categories:
        lines.append(b"CATEGORIES:" + b",".join(map(_text, event.categories)))
    lines += (b"TRANSP:TRANSPARENT", b"END:VEVENT")
    return lines


def _day(day: date) -> bytes:
    return day.isoformat().replace("-", "").encode()


def _text(text: str) -> bytes:
    """A value of type TEXT: RFC 5545, 3.3.11."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    text = text.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return text.encode().translate(None, _CONTROLS)


def _folded(line: bytes) -> bytes:
    """The line with its break, continued on further lines if it is too long."""
    if len(line) <= _LIMIT:
        return line + b"\r\n"
    end = _cut(line, 0, _LIMIT)
    pieces = [line[:end]]
    while end < len(line):
        start, end = end, _cut(line, end, _LIMIT - 1)
        pieces.append(line[start:end])
    return b"\r\n ".join(pieces) + b"\r\n"


def _cut(line: bytes, start: int, length: int) -> int:
    """Where a piece ends that starts at `start`: never inside a character, which readers would garble."""
    end = start + length
    while end < len(line) and line[end] & 0xC0 == 0x80:
        end -= 1
    return end
