"""Two builds into one folder take turns.

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

_NAME = ".roadmapc.lock"
_ATTEMPTS, _PAUSE = 6000, 0.1
"""Ten minutes: LibreOffice may take as long for a PDF."""
_BUSY = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


@contextmanager
def turn(folder: Path, on_wait: Callable[[], None]) -> Iterator[bool]:
    """Wait for one's turn in a folder; false if it did not come. An `OSError` if no file can be made."""
    path = folder / _NAME
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
    """Whether the lock is ours now: one of the process, which its children do not hold on to."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _BUSY  # where nothing can be locked nobody waits
    return True


def _let_go(path: Path, file: int) -> None:
    """Take the file away while it is locked; Windows lets nobody do so before it is closed."""
    with suppress(OSError):
        path.unlink()
    os.close(file)
    if sys.platform == "win32":
        with suppress(OSError):
            path.unlink()
