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
    found: dict[str, os.stat_result] = {}
    try:
        _look(str(folder), "", below, found)
    except OSError:  # one may not look there
        return None
    lines: list[str] = []
    latest = 0
    for name in sorted(found):  # folders list their files in any order
        each = found[name]
        modified, changed = each.st_mtime_ns, each.st_ctime_ns
        lines.append(f"{name} {each.st_mode} {each.st_size} {modified} {changed} {each.st_ino}")
        latest = max(latest, modified, changed)
    return Imprint(sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest(), latest)


def _look(folder: str, prefix: str, below: tuple[str, ...] | None, found: dict[str, os.stat_result]) -> None:
    """What the system says of all files below a folder."""
    # from where they lie, if it can: the way there is not gone for each of them
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY) if os.scandir in os.supports_fd else folder
    try:
        with os.scandir(place) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                if not entry.is_dir(follow_symlinks=False):
                    found[prefix + name] = entry.stat(follow_symlinks=False)
                elif below is None or name in below:
                    _look(f"{folder}/{name}", f"{prefix}{name}/", None, found)
    finally:
        if isinstance(place, int):
            os.close(place)


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
