"""By what files are known to be untouched without being read: their sizes, times and numbers on the disk.

A stamp is trusted only where a later change would have given another one. As git has it, that is so of what
was last changed well before the stamp was taken; of all else the contents decide.
"""

import os
import stat
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

_TICK = 20_000_000
"""Nanoseconds within which a system may give two changes one time."""
_COARSE = 2_000_000_000
"""The same of disks that know whole seconds only, FAT among them."""


class Stamp(NamedTuple):
    """Of a file; equal stamps are of one content, if they are settled."""

    size: int
    modified: int
    """Nanoseconds."""
    changed: int
    """Nanoseconds; the time of its creation on Windows."""
    number: int
    """Of its node on the disk."""


def stamp_of(path: Path | str) -> Stamp | None:
    """The stamp of a plain file; `None` for anything else and for nothing. Links are not followed."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return None
    return _stamp(found) if stat.S_ISREG(found.st_mode) else None


def settled(stamp: Stamp | None, moment: int) -> bool:
    """Whether a file was last changed so long before the moment that each change since gave another stamp."""
    return stamp is not None and max(stamp.modified, stamp.changed) < moment - _COARSE


class Imprint(NamedTuple):
    """All files of a folder of outputs at once."""

    digest: str
    """Of their names and stamps."""
    latest: int
    """When the last of them was changed, in nanoseconds."""

    def is_settled(self, moment: int) -> bool:
        """The same of a folder; disks of whole seconds are known by the moment itself."""
        return self.latest < moment - (_TICK if moment % 1_000_000_000 else _COARSE)


def imprint_of(folder: Path | str, below: tuple[str, ...] | None = None) -> Imprint | None:
    """The imprint of a folder, or of its files and of those of folders that are named; `None` for nothing.

    Links and whatever else is no plain file have a place in it by their kind; names with a dot have none.
    """
    lines: list[str] = []
    latest = _walked(str(folder), "", below, lines)
    if latest is None:
        return None
    lines.sort()  # folders list their files in any order
    return Imprint(sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest(), latest)


def _walked(folder: str, prefix: str, below: tuple[str, ...] | None, lines: list[str]) -> int | None:
    """When the latest change was; `None` if one may not look there."""
    latest = 0
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if below is not None and entry.name not in below:
                        continue
                    inner = _walked(entry.path, f"{prefix}{entry.name}/", None, lines)
                    if inner is None:
                        return None
                    latest = max(latest, inner)
                    continue
                found = entry.stat(follow_symlinks=False)
                modified, changed = found.st_mtime_ns, found.st_ctime_ns
                stamp = f"{found.st_mode} {found.st_size} {modified} {changed} {found.st_ino}"
                lines.append(f"{prefix}{entry.name} {stamp}")
                latest = max(latest, modified, changed)
    except OSError:
        return None
    return latest


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
