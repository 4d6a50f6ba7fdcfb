"""A time zone as the component that RFC 5545 wants beside every `TZID` (3.6.5).

Its observances come from the zone database of the machine, over the years of the entries alone: laws of
years in which nothing happens are nobody's concern.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from roadmapc.model.from_tree.time_zone import zone_named
from roadmapc.render.ics import content_line
from roadmapc.text.dates import YEARS

_TIMES = re.compile(rb";TZID=([\w/+-]+):(\d{4})")
_ONE_HOUR = timedelta(hours=1)
_ONE_DAY = timedelta(days=1)
_BEFORE_ALL = datetime(1970, 1, 1)
"""The start of the first observance, before any entry."""


def zones_of(entries: Iterable[bytes]) -> list[bytes]:
    """The zones that entries name, by name.

    What this machine does not know is left out: a withdrawn entry is as an earlier build has written it.
    """
    years: dict[bytes, set[int]] = defaultdict(set)
    for entry in (each for each in entries if b";TZID=" in each):  # few have hours
        for name, year in _TIMES.findall(entry):
            if int(year) in YEARS:
                years[name].add(int(year))
    zones = ((zone_named(name.decode()), years[name]) for name in sorted(years))
    return [_zone(zone, min(known), max(known)) for zone, known in zones if zone is not None]


def _zone(zone: ZoneInfo, first: int, last: int) -> bytes:
    lines = [b"BEGIN:VTIMEZONE", b"TZID:" + zone.key.encode()]
    start = datetime(first, 1, 1)
    before = _offset(start, zone)
    lines += _observance(_BEFORE_ALL, before, start.replace(tzinfo=zone))
    for change in _changes(zone, start, datetime(last + 1, 1, 1)):
        after = change.replace(tzinfo=zone) + _ONE_HOUR
        lines += _observance(change, before, after)
        before = _offset(after, zone)
    return content_line.folded([*lines, b"END:VTIMEZONE"])


def _observance(start: datetime, before: timedelta, at: datetime) -> list[bytes]:
    """From a local time on; `at` is a moment of it."""
    kind = b"DAYLIGHT" if at.dst() else b"STANDARD"
    return [
        b"BEGIN:" + kind,
        b"DTSTART:" + f"{start:%Y%m%dT%H%M%S}".encode(),
        b"TZOFFSETFROM:" + _written(before),
        b"TZOFFSETTO:" + _written(at.utcoffset() or timedelta()),
        b"TZNAME:" + (at.tzname() or "").encode(),
        b"END:" + kind,
    ]


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """The local hours at which the offset changes."""
    days = ((last - first) // _ONE_DAY) + 1
    for day, following in pairwise(first + _ONE_DAY * at for at in range(days)):
        if _offset(day, zone) != _offset(following, zone):
            hours = (day + _ONE_HOUR * at for at in range(25))
            yield next(hour for hour in hours if _offset(hour + _ONE_HOUR, zone) != _offset(day, zone)) + (
                _ONE_HOUR
            )


def _offset(local: datetime, zone: ZoneInfo) -> timedelta:
    return local.replace(tzinfo=zone).utcoffset() or timedelta()


def _written(offset: timedelta) -> bytes:
    """A UTC offset (RFC 5545, 3.3.14)."""
    minutes = offset // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}".encode()
