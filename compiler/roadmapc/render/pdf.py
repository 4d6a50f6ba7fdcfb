"""A PDF as LibreOffice makes it, without the traces of when it was made (ISO 32000-1, 7.5).

The time stands in the properties, in the metadata, in the colour profile and in the identifiers. The
profile is compressed, so its length depends on the time: offsets are counted anew.
"""

import re
import zlib
from datetime import date
from hashlib import md5
from itertools import accumulate, pairwise
from struct import pack

_PROPERTY = re.compile(rb"(?<=/CreationDate\(D:)\d{14}Z'")
_METADATA = re.compile(rb"(?<=<xmp:CreateDate>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ID = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=>|\n)")
"""Of the file, twice, and the checksum of the document: LibreOffice makes them from the time."""
_PROFILE = re.compile(rb"(?<=/Length )(\d+) 0 R/Filter/FlateDecode>>\nstream\n(.*)(?=\nendstream)", re.DOTALL)
_START = re.compile(rb"startxref\n(\d+)\n")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf]) ?\r?\n")
_NUMBER = re.compile(rb"\d+")


def dated(pdf: bytes, day: date) -> bytes:
    """The same document, made on a day."""
    table = int(_START.findall(pdf)[-1])
    entries = _ENTRY.findall(pdf, table)
    starts = sorted(int(offset) for offset, kind in entries if kind == b"n")
    objects = [pdf[start:end] for start, end in pairwise((*starts, table))]
    created, dated_metadata = f"{day:%Y%m%d}000000Z'".encode(), f"{day:%Y-%m-%d}T00:00:00Z".encode()
    objects = [_METADATA.sub(dated_metadata, _PROPERTY.sub(created, piece)) for piece in objects]
    changed = _with_profile_of(objects, day)
    return _closed(pdf[: starts[0]], changed, pdf[table:], len(entries))


def _with_profile_of(objects: list[bytes], day: date) -> list[bytes]:
    """The objects with the day in the header of the colour profile (ICC.1, 7.2.8), if there is one."""
    profiles = ((at, profile) for at, piece in enumerate(objects) if (profile := _profile(piece)))
    at, profile = next(profiles, (0, None))
    if profile is None:
        return objects
    content = zlib.decompress(profile[2])
    stamp = pack(">6H", day.year, day.month, day.day, 0, 0, 0)
    packed = zlib.compress(content[:24] + stamp + content[36:], 9)
    length = b"%b 0 obj\n" % profile[1]
    objects = [
        b"%b%d\nendobj\n\n" % (length, len(packed)) if each.startswith(length) else each for each in objects
    ]
    objects[at] = objects[at].replace(profile[2], packed)
    return objects


def _profile(piece: bytes) -> re.Match[bytes] | None:
    profile = _PROFILE.search(piece) if b"/N 3/Length" in piece[:64] else None
    return profile if profile and zlib.decompress(profile[2])[36:40] == b"acsp" else None


def _closed(head: bytes, objects: list[bytes], end: bytes, count: int) -> bytes:
    """The file with its table of offsets and its trailer."""
    body = head + b"".join(objects)
    offsets = dict.fromkeys(range(count), b"0000000000 65535 f \n")
    starts = accumulate(map(len, objects), initial=len(head))
    for piece, start in zip(objects, starts, strict=False):
        number = _NUMBER.match(piece)
        assert number, "an object begins with its number"
        offsets[int(number[0])] = b"%010d 00000 n \n" % start
    digest = md5(body, usedforsecurity=False).hexdigest().upper().encode()
    trailer = _ID.sub(digest, end[end.index(b"trailer") :])
    table = b"xref\n0 %d\n%b" % (count, b"".join(offsets.values()))
    return body + table + _START.sub(b"startxref\n%d\n" % len(body), trailer)
