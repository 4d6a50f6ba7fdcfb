"""Single files that commands write: results with `-o`, corrected sources, a new repository."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.workspace.codes import LEADS_OUTSIDE, UNWRITABLE
from roadmapc.workspace.disk import kind_of, patiently
from roadmapc.workspace.failures import reason
from roadmapc.workspace.lock import fresh_file, take_litter_away
from roadmapc.workspace.root import strays

_HINTS = {
    "ссылка": "назовите файл, на который она указывает",
    "устройство": "результат печатается и без -o",
}
"""What to do about what stands in the place of a file."""


def write_file(path: Path, pieces: Iterable[bytes]) -> Outcome[Path]:
    """Put a file in its place as a whole, an earlier one's rights kept; on failure the earlier one stays."""
    try:
        if strays(path.parent, (Path.cwd(),)):
            message = f"файл «{path}» не записан: папка – ссылка, которая уводит наружу"
            return failed(LEADS_OUTSIDE, message, f"назовите саму папку: {os.path.realpath(path.parent)}")
        if kind := kind_of(path):
            hint = _HINTS.get(kind, "назовите другой файл")
            return failed(UNWRITABLE, f"файл «{path}» не записывается: на его месте стоит {kind}", hint)
        _put(path, pieces)
    except (OSError, ValueError) as error:
        hint = "прежний файл не изменён; проверьте права и место на диске"
        return failed(UNWRITABLE, f"файл «{path}» не записывается: {reason(error)}", hint)
    return Outcome(path)


def _put(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a fresh file beside the place, then move it there in one step; what killed writes left goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    take_litter_away(path.parent)
    fresh, stream = fresh_file(path.parent)
    try:
        with stream:
            stream.writelines(pieces)
            stream.flush()
            if os.path.lexists(path):
                fresh.chmod(path.stat().st_mode & 0o777)
            if sys.platform != "win32":  # there an open file cannot be moved
                fresh.replace(path)
        if sys.platform == "win32":
            patiently(fresh.replace, path)
    finally:
        fresh.unlink(missing_ok=True)


def add_missing(folder: Path, files: Mapping[str, Sequence[bytes]]) -> Outcome[tuple[str, ...]]:
    """Put files into a folder where nothing bears their names yet; the result are those that were put."""
    added: list[str] = []
    for name, pieces in files.items():
        path = folder / name
        if os.path.lexists(path):
            continue
        if not Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(folder)):
            return failed(LEADS_OUTSIDE, f"файл «{path}» не записан: ссылка уводит из папки", "уберите её")
        written = write_file(path, pieces)
        if written.value is None:
            return Outcome(None, written.diagnostics)
        added.append(name)
    return Outcome(tuple(added))
