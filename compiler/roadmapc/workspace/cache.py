"""The user's cache folder: what builds of any repository find again, and may lose (decision 0045)."""

import os
import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from roadmapc.workspace.disk import OURS, is_real_folder
from roadmapc.workspace.memory import keep, kept

_MOST = 500
"""Files that are left there; an order takes one of 15 KB."""
_NAME = re.compile(r"[0-9a-f]{64}")
"""Of a file that is kept; others are no business of ours."""


class Cache(NamedTuple):
    """A `Store` of the compiler that is `made_by`: no other finds anything in it."""

    made_by: str
    """Digest of the compiler."""
    is_fresh: bool = False
    """Whether nothing is to be found there: all is made anew, and put there."""

    def get(self, name: str) -> bytes | None:
        """What was put there, as it was put and under this name."""
        path = None if self.is_fresh else self._path(name)
        owner, end, content = ((kept(path) if path else None) or b"").partition(b"\n")
        return content if end and owner == self._owner(name) else None

    def put(self, name: str, content: bytes) -> None:
        """Keep it for this user alone; where no cache can be, nothing is lost but time."""
        path = self._path(name)
        if path is not None:
            with suppress(OSError):
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                keep(path, self._owner(name) + b"\n" + content, mode=0o600)
                _thin(path.parent)

    def _owner(self, name: str) -> bytes:
        return sha256(f"{self.made_by}\n{name}".encode()).hexdigest().encode()

    def _path(self, name: str) -> Path | None:
        """`None` where a user has no home: in a container, or as a service."""
        from platformdirs import user_cache_path  # noqa: PLC0415 - few commands look for it

        with suppress(RuntimeError, OSError):
            return user_cache_path("roadmapc", appauthor=False) / self._owner(name).decode()
        return None


def _thin(folder: Path) -> None:
    """Take away the older half of what is kept there, once it is too much."""
    if not is_real_folder(folder):
        return
    with os.scandir(folder) as entries:
        ours = [each for each in entries if _NAME.fullmatch(each.name) or OURS.fullmatch(each.name)]
    if len(ours) > _MOST:
        ours.sort(key=lambda each: each.stat(follow_symlinks=False).st_mtime_ns)
        for each in ours[: len(ours) // 2]:
            with suppress(OSError):
                os.unlink(each.path)
