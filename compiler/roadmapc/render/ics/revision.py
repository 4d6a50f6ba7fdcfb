"""What was published before: which entries changed since, and which were withdrawn.

Programs replace an entry they know only by one of the same `UID` with a higher `SEQUENCE`
(RFC 5545, 3.8.7.4), and drop it when told that it is cancelled. Only files of our own are understood.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from roadmapc.render.ics import content_line
from roadmapc.render.ics.component import Component, cancelled_component
from roadmapc.render.ics.event import EntryKind

_LAST_SECOND = 24 * 60 * 60 - 1
"""Of a day: a number of a revision that a stamp can show."""


class Revision(NamedTuple):
    """Which version of an entry this is."""

    modified: date
    """When the entry last changed, by the day that the build bore."""
    sequence: int = 0
    is_cancelled: bool = False


class Published(NamedTuple):
    """An entry as it stands in a file."""

    component: Component
    revision: Revision


def written(published: Published) -> bytes:
    """The entry with its head."""
    (kind, uid, content), revision = published
    name = kind.encode()
    return b"BEGIN:%s\r\nUID:%s\r\n%s%sEND:%s\r\n" % (name, uid.encode(), _lines(revision), content, name)


@lru_cache(maxsize=4_096)  # most entries of a file have one
def _lines(revision: Revision) -> bytes:
    """Of the head of an entry, what tells its revision."""
    # revisions of one day differ in their seconds: programs that know a stamp look no further
    minutes, seconds = divmod(min(revision.sequence, _LAST_SECOND), 60)
    stamp = b"%sT%02d%02d%02dZ" % (content_line.day(revision.modified), *divmod(minutes, 60), seconds)
    status = b"STATUS:CANCELLED\r\n" if revision.is_cancelled else b""
    lines = b"DTSTAMP:%s\r\nLAST-MODIFIED:%s\r\nSEQUENCE:%d\r\n%s"
    return lines % (stamp, stamp, revision.sequence, status)


_KINDS = {kind.encode(): kind for kind in EntryKind}
_HEAD = re.compile(
    rb"BEGIN:(?P<kind>VEVENT|VTODO)\r\n"
    rb"UID:(?P<uid>[^\r]+)\r\n"
    rb"DTSTAMP:(?P<modified>\d{8})T\d{6}Z\r\n"
    rb"LAST-MODIFIED:\d{8}T\d{6}Z\r\n"
    rb"SEQUENCE:(?P<sequence>\d+)\r\n"
    rb"(?P<status>STATUS:CANCELLED\r\n)?"
)
_TAIL = re.compile(rb"END:(?:VEVENT|VTODO)\r\n")


def read(file: bytes) -> dict[str, Published]:
    """The entries of a file by `UID`; what is not ours is passed over."""
    found: dict[str, Published] = {}
    end = 0
    while (head := _HEAD.search(file, end)) and (tail := _TAIL.search(file, head.end())):
        end = tail.end()
        with suppress(ValueError):  # no build writes a day that there is not
            published = _published(head, file[head.end() : tail.start()])
            found[published.component.uid] = published
    return found


def _published(head: re.Match[bytes], content: bytes) -> Published:
    """The entry; a `ValueError` if its name, its day or its number cannot be read."""
    kind, uid, *revision = head.groups()
    return Published(Component(_KINDS[kind], uid.decode(), content), _revision(*revision))


@lru_cache(maxsize=4_096)  # as above
def _revision(modified: bytes, sequence: bytes, status: bytes | None) -> Revision:
    return Revision(date.fromisoformat(modified.decode()), int(sequence), status is not None)


def revised(component: Component, earlier: Published | None, day: date) -> Published:
    """The entry in its next revision, or in the earlier one if nothing changed."""
    if earlier is None:
        return Published(component, Revision(day))
    if earlier.component == component and not earlier.revision.is_cancelled:
        return earlier
    return Published(component, _next(earlier.revision, day))


def _next(revision: Revision, day: date, *, is_cancelled: bool = False) -> Revision:
    """No earlier than the one before, even if the build's day is."""
    return Revision(max(day, revision.modified), revision.sequence + 1, is_cancelled)


def withdrawn(earlier: Mapping[str, Published], kept: Collection[str], day: date) -> Iterator[Published]:
    """Entries that are no longer there, cancelled; once cancelled they stay as they are."""
    for uid, published in earlier.items():
        if uid not in kept:
            component, revision = published
            yield (
                published
                if revision.is_cancelled
                else Published(cancelled_component(component), _next(revision, day, is_cancelled=True))
            )
