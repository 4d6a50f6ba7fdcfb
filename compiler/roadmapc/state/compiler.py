"""The compiler as an input: what any of its files or its libraries can change of an output."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import roadmapc
from roadmapc.assets import folders_of_checkout

_LIBRARY = (".dist-info", ".egg-info")


def text_digest(
    number: str = "", day: date | None = None, as_of: date | None = None, *, has_reminders: bool = False
) -> str:
    """What the meaning of a plan depends on besides its sources: the compiler, and what was asked of it."""
    asked = (compiler_digest(), number, day, as_of, has_reminders)
    return sha256(repr(asked).encode("utf-8", "surrogatepass")).hexdigest()


def compiler_digest() -> str:
    """Another for each release, each edit of a checkout, each set of libraries and each Python."""
    parts = [sys.version, roadmapc.__version__, *_files(), *sorted(_libraries())]
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _files() -> Iterator[str]:
    """Our own files with their sizes and times."""
    folders = [str(Path(roadmapc.__file__).parent), *map(str, filter(os.path.isdir, folders_of_checkout()))]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if entry.is_dir():
                    folders += [entry.path] if entry.name != "__pycache__" else []
                else:
                    found = entry.stat()
                    yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"


def _libraries() -> Iterator[str]:
    """The names of installed packages with their versions, as their folders are called."""
    for folder in filter(os.path.isdir, dict.fromkeys(sys.path)):
        yield from (name for name in os.listdir(folder) if name.endswith(_LIBRARY))
