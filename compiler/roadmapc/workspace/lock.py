"""Two builds into one folder take turns, and a file that somebody still writes is told from litter.

The system itself holds the lock, on bytes of a file, and lets it go when a process dies in whatever way.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from roadmapc.workspace.disk import OURS, fresh_name, kind_of

LOCK = ".roadmapc.lock"
"""Made when one's turn comes."""
_ATTEMPTS, _PAUSE = 6000, 0.1
"""Ten minutes: LibreOffice may take as long for a PDF."""
_BUSY = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


@contextmanager
def turn(folder: Path, on_wait: Callable[[], None]) -> Iterator[bool]:
    """Wait for one's turn in a folder; false if it did not come. An `OSError` if no file can be made."""
    path = folder / LOCK
    file = _waited_for(path, on_wait)
    try:
        yield file is not None
    finally:
        if file is not None:
            _let_go(path, file)


def _waited_for(path: Path, on_wait: Callable[[], None]) -> int | None:
    for attempt in range(_ATTEMPTS):
        file = _taken(path)
        if file is not None:
            return file
        if not attempt:
            on_wait()
        time.sleep(_PAUSE)
    return None


def _taken(path: Path) -> int | None:
    """The locked file; `None` if another has it, or has just taken it away with its lock."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError(errno.EINVAL, f"на месте файла «{path.name}» стоит канал или устройство")
    if _is_locked(file) and _is_at(path, file):
        return file
    os.close(file)
    return None


def _is_at(path: Path, file: int) -> bool:
    try:
        return os.path.samestat(os.lstat(path), os.fstat(file))
    except OSError:
        return False


def _is_locked(file: int) -> bool:
    """Whether the lock is ours now."""
    try:
        _lock(file)
    except OSError as error:
        return error.errno not in _BUSY  # where nothing can be locked nobody waits
    return True


def _lock(file: int) -> None:
    """Lock a file for the process, whose children do not hold on to it; an `OSError` if that cannot be."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _let_go(path: Path, file: int) -> None:
    """Take the file away while it is locked; Windows lets nobody do so before it is closed."""
    with suppress(OSError):
        path.unlink()
    os.close(file)
    if sys.platform == "win32":
        with suppress(OSError):
            path.unlink()


def fresh_file(folder: Path) -> tuple[Path, BinaryIO]:
    """A new file of a name that nobody can foresee, locked as long as it is open."""
    while True:
        path = fresh_name(folder)
        stream = path.open("xb")
        if _is_locked(stream.fileno()) and _is_at(path, stream.fileno()):
            return path, stream
        stream.close()  # another process has taken it for litter before it was locked


def take_litter_away(folder: Path) -> None:
    """Remove the fresh files of processes that are dead, as far as one may."""
    with suppress(OSError):
        for path in [each for each in folder.iterdir() if OURS.fullmatch(each.name) and not kind_of(each)]:
            if _is_abandoned(path):
                path.unlink()


def _is_abandoned(path: Path) -> bool:
    """Whether no process is writing the file; false where nothing can be locked, for there nobody knows."""
    try:
        with path.open("r+b") as stream:
            _lock(stream.fileno())
    except OSError:
        return False
    return True
