"""Content lines of iCalendar: values escaped, long lines folded (RFC 5545, 3.1 and 3.3)."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

_LIMIT: Final = 75
"""Octets in a line without its break: RFC 5545, 3.1."""
_PIECE: Final = re.compile(rb"(?:\A.{1,75}|.{1,74})(?![\x80-\xbf])", re.DOTALL)
"""Of a long line; further ones follow a space. None ends inside a character, which readers would garble."""
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_CONTROLS: Final = bytes({*range(0x20), 0x7F} - {ord("\t")})
"""What a text may not hold, escaped or not: RFC 5545, 3.1, `CONTROL`."""


@lru_cache(maxsize=4_096)  # a calendar writes its days again and again
def day(value: date) -> bytes:
    """A value of type DATE."""
    return value.isoformat().replace("-", "").encode()


def text(value: str) -> bytes:
    """A value of type TEXT: RFC 5545, 3.3.11."""
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    value = value.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return value.encode().translate(None, _CONTROLS)


def read_text(value: bytes) -> str:
    """The text of such a value, as far as it can be read."""
    written = value.decode(errors="replace")
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], written)


def unfolded(lines: bytes) -> bytes:
    """Lines as they were before `folded` continued them on further ones."""
    return lines.replace(b"\r\n ", b"")


def folded(lines: Iterable[bytes]) -> bytes:
    """The lines with their breaks, each continued on further lines if it is too long."""
    pieces = [(line,) if len(line) <= _LIMIT else _PIECE.findall(line) for line in lines]
    return b"".join([b"\r\n ".join(line) + b"\r\n" for line in pieces])
