"""Files that only a build itself reads again: replaced in one step, known by their digests, safe to lose."""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from roadmapc.workspace.disk import OURS, content_of, fresh_name, is_real_folder, make

FOLDER = ".roadmapc"
"""In the root of outputs."""
STATE = (f"{FOLDER}/plans/any", f"{FOLDER}/dates/any")
"""Files that lie there."""
_LENGTH = 64
"""Of a digest in letters."""


def keep(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Put a file in its place under its digest; an `OSError` if that cannot be done.

    Others may read it as they may any output, or as a `mode` says.
    """
    keep_plain(path, (sha256(content).hexdigest().encode(), b"\n", content), mode=mode)


def keep_plain(path: Path, pieces: Iterable[bytes], *, mode: int | None = None) -> None:
    """The same of one whose parts are known by digests that stand elsewhere."""
    fresh = fresh_name(path.parent)
    try:
        make(fresh, pieces)
        if mode is not None:
            fresh.chmod(mode)
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise


def kept(path: Path, known: str = "") -> bytes | None:
    """What was put there; `None` if it is not there, not as it was put, or not of the known digest."""
    try:
        digest, end, content = content_of(path).partition(b"\n")
    except (OSError, ValueError):
        return None
    is_named = end and len(digest) == _LENGTH and (not known or known.encode() == digest)
    return content if is_named and sha256(content).hexdigest().encode() == digest else None


def forget(folder: Path, known: Iterable[str]) -> None:
    """Take away what is kept in a folder under other names, and what killed builds have left there."""
    names = {*known}
    with suppress(OSError):
        for path in folder.iterdir() if is_real_folder(folder) else ():
            if OURS.fullmatch(path.name) or path.name not in names:
                with suppress(OSError):
                    os.unlink(path)
