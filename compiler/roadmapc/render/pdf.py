"""A PDF as LibreOffice makes it, without the traces of when it was made."""

from __future__ import annotations

import re
from datetime import date
from hashlib import md5

_INFO_DATE = re.compile(rb"(?<=/CreationDate\(D:)\d{14}Z'")
_XMP_DATE = re.compile(rb"(?<=<xmp:CreateDate>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ID = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=>|\n)")
"""Of the file, twice, and the checksum of the document: LibreOffice makes them from the time."""


def dated(pdf: bytes, day: date) -> bytes:
    """The same document, made on a day; every change keeps its length, so that offsets stay true."""
    pdf = _INFO_DATE.sub(f"{day:%Y%m%d}000000Z'".encode(), pdf)
    pdf = _XMP_DATE.sub(f"{day:%Y-%m-%d}T00:00:00Z".encode(), pdf)
    body, trailer, end = pdf.rpartition(b"trailer\n")
    digest = md5(body, usedforsecurity=False).hexdigest().upper().encode()
    return body + trailer + _ID.sub(digest, end)
