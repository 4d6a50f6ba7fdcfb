"""Content lines of iCalendar: values escaped, long lines folded (RFC 5545, 3.1 and 3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

_LIMIT: Final = 75
"""Octets in a line without its break: RFC 5545, 3.1."""
_CONTROLS: Final = bytes({*range(0x20), 0x7F} - {ord("\t")})
"""What a text may not hold, escaped or not: RFC 5545, 3.1, `CONTROL`."""


def day(value: date) -> bytes:
    """A value of type DATE."""
    return value.isoformat().replace("-", "").encode()


def text(value: str) -> bytes:
    """A value of type TEXT: RFC 5545, 3.3.11."""
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    value = value.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return value.encode().translate(None, _CONTROLS)


def folded(lines: Iterable[bytes]) -> bytes:
    """The lines with their breaks, each continued on further lines if it is too long."""
    return b"".join([line + b"\r\n" if len(line) <= _LIMIT else _folded(line) for line in lines])


def _folded(line: bytes) -> bytes:
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
