"""The user's cache folder: what builds of any repository find again, and may lose (decision 0045)."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from roadmapc.workspace.memory import keep, kept

_MOST = 500
"""Files that are left there; an order takes one of 15 KB."""


class Cache(NamedTuple):
    """A `Store` of the compiler that is `made_by`: no other finds anything in it."""

    made_by: str
    """Digest of the compiler."""
    is_fresh: bool = False
    """Whether nothing is to be found there: all is made anew, and put there."""

    def get(self, name: str) -> bytes | None:
        """What was put there, as it was put."""
        return None if self.is_fresh else kept(self._path(name))

    def put(self, name: str, content: bytes) -> None:
        """Keep it for this user alone; where no cache can be, nothing is lost but time."""
        path = self._path(name)
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            keep(path, content)
            _thin(path.parent)

    def _path(self, name: str) -> Path:
        from platformdirs import user_cache_path  # noqa: PLC0415 - few commands look for it

        file = sha256(f"{self.made_by}\n{name}".encode()).hexdigest()
        return user_cache_path("roadmapc", appauthor=False) / file


def _thin(folder: Path) -> None:
    """Take away the older half of what is there, once it is too much."""
    with os.scandir(folder) as entries:
        found = [(entry.stat().st_mtime_ns, entry.path) for entry in entries]
    if len(found) > _MOST:
        for _, path in sorted(found)[: len(found) // 2]:
            with suppress(OSError):
                os.unlink(path)
