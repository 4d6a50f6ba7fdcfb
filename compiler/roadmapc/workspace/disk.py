"""Single things on the disk: looked at without waiting, made where nothing is, moved in one step."""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, ParamSpec

P = ParamSpec("P")

OURS = re.compile(r"\.roadmapc-[0-9a-f]{16}")
"""Names of what a build has not finished: nobody else gives such."""
HAS_EXCHANGE = sys.platform == "linux"
"""Whether a folder changes places with another in one step."""
_HERE, _EXCHANGE = -100, 2
"""`AT_FDCWD` and `RENAME_EXCHANGE` of Linux."""
_ATTEMPTS, _PAUSE = 10, 0.1
"""A program that only looks at a file lets it go within a second."""
_KINDS = (
    (stat.S_ISLNK, "ссылка"),
    (stat.S_ISDIR, "папка"),
    (stat.S_ISFIFO, "канал"),
    (stat.S_ISSOCK, "гнездо"),
)


def fresh_name(folder: Path) -> Path:
    """A name in a folder that nobody can foresee."""
    return folder / f".roadmapc-{os.urandom(8).hex()}"


def kind_of(path: Path) -> str:
    """What lies there, in a word; empty for a plain file and for nothing. Links are not followed."""
    try:
        mode = os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return ""
    if stat.S_ISREG(mode):
        return ""
    return next((word for is_kind, word in _KINDS if is_kind(mode)), "устройство")


def is_real_folder(path: Path) -> bool:
    """Whether it is a folder, and no link to one."""
    return kind_of(path) == "папка"


def is_open(folder: Path) -> bool:
    """Whether one may look into a folder."""
    return os.access(folder, os.R_OK | os.X_OK)


def content_of(path: Path) -> bytes:
    """The bytes of a plain file; an `OSError` for anything else."""
    with opened_plain(path) as stream:
        return stream.read()


def opened_plain(path: Path) -> BinaryIO:
    """A plain file to be read, as much at a time as is asked for; an `OSError` for anything else."""
    if kind := kind_of(path):
        raise OSError(errno.EINVAL, f"на месте файла стоит {kind}")
    return open(path, "rb", buffering=0)


def digest_of(path: Path) -> str:
    """The SHA-256 of a plain file; empty for anything else and for nothing."""
    return sha256(content_of(path)).hexdigest() if os.path.lexists(path) and not kind_of(path) else ""


def files_below(folder: Path) -> Iterator[str]:
    """The paths from a folder of everything below it that is no folder; links are not followed."""
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        yield from (Path(place, name).relative_to(folder).as_posix() for name in (*names, *links))


def make(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file where nothing is, not even a link; its folder is made too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.writelines(pieces)


def moved(one: Path, other: Path) -> None:
    """Put one thing in the place of another, which then lies where the first was; the reverse undoes it."""
    if not os.path.lexists(other):
        other.parent.mkdir(parents=True, exist_ok=True)
        one.rename(other)
    elif not _is_swapped(one, other):
        _replaced(one, other)


def patiently(step: Callable[P, object], *arguments: P.args, **named: P.kwargs) -> None:
    """Take a step that another program may hinder for a moment."""
    for _ in range(_ATTEMPTS):
        try:
            step(*arguments, **named)
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    step(*arguments, **named)


def is_in_use(path: Path) -> Path | None:
    """The mark that Word, Excel or LibreOffice has put beside a file that it holds; `None` if none has."""
    name = path.name
    marks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")
    return next((mark for mark in map(path.with_name, marks) if os.path.lexists(mark)), None)


def waited_for(paths: Sequence[Path]) -> tuple[Path, Path] | None:
    """The first of the files that a program still holds after a second, and its mark; `None` if none is."""
    for attempt in range(_ATTEMPTS):
        held = next(((path, mark) for path in paths if (mark := is_in_use(path))), None)
        if held is None:
            return None
        if attempt:
            time.sleep(_PAUSE)
    return held


def free_name(path: Path, word: str) -> Path:
    """A name like that of a file with a word in brackets, that nothing bears yet."""
    numbers = ("", *(f" {number}" for number in range(2, 10_000)))
    names = (path.with_name(f"{path.stem} ({word}{number}){path.suffix}") for number in numbers)
    return next(name for name in names if not os.path.lexists(name))


def _is_swapped(one: Path, other: Path) -> bool:
    """Exchange two things in one step where the system can, so that no kill falls between two."""
    if not HAS_EXCHANGE:
        return False
    import ctypes  # noqa: PLC0415 - only a build needs it

    swap = getattr(ctypes.CDLL(None), "renameat2", None)
    names = os.fsencode(one), os.fsencode(other)
    return swap is not None and swap(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0


def _replaced(one: Path, other: Path) -> None:
    """The same in three steps."""
    aside = fresh_name(one.parent)
    done: list[tuple[Path, Path]] = []
    try:
        for step in ((other, aside), (one, other), (aside, one)):
            step[0].rename(step[1])
            done.append(step)
    except OSError:
        for before, after in reversed(done):
            after.rename(before)
        raise
