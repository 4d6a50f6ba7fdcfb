"""A whole calendar file."""

from collections.abc import Iterable
from typing import Final

from roadmapc.render.ics import content_line
from roadmapc.render.ics.zone import zones_of

_HEAD: Final = (
    b"BEGIN:VCALENDAR",
    b"VERSION:2.0",
    b"PRODID:-//roadmapc//roadmapc//RU",
    b"CALSCALE:GREGORIAN",
    b"METHOD:PUBLISH",
)
_REFRESH: Final = (b"REFRESH-INTERVAL;VALUE=DURATION:P1D", b"X-PUBLISHED-TTL:P1D")
"""How often to look for news: RFC 7986, 5.7, and what Outlook reads instead."""


def calendar(name: str, about: str, entries: Iterable[bytes]) -> tuple[bytes, ...]:
    """The file in pieces: the zones of the entries, then these in the given order, under the given name.

    `about` is what all entries have in common (RFC 7986, 5.2); empty for nothing.
    """
    title, description = content_line.text(name), content_line.text(about)
    named = (b"NAME:" + title, b"X-WR-CALNAME:" + title)
    described = (b"DESCRIPTION:" + description, b"X-WR-CALDESC:" + description) if about else ()
    head = content_line.folded((*_HEAD, *named, *described, *_REFRESH))
    entries = tuple(entries)
    return (head, *zones_of(entries), *entries, b"END:VCALENDAR\r\n")
