"""Sources as they are read: from the disk or from a revision, never through what could make a reader wait."""

import os
import stat
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from roadmapc import revision
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.revision import Revised
from roadmapc.text.similar import did_you_mean
from roadmapc.workspace.codes import HUGE_FILE, UNREADABLE_FILE
from roadmapc.workspace.failures import failed, reason

MAX_SOURCE_BYTES = 64 * 1024 * 1024
"""A plan of 20,000 measures has 20 MB; more is not a plan."""


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that holds `roadmaps/`; `None` if there is none."""
    folders = (start, *start.parents)
    return next((folder for folder in folders if (folder / "roadmaps").is_dir()), None)


def root_of(plan: Path) -> Path:
    """The repository of a plan, else the plan's folder."""
    folder = Path(os.path.realpath(plan)).parent
    return find_root(folder) or folder


def plans_of(root: Path) -> tuple[Path, ...]:
    """The plans of a repository."""
    return tuple(sorted((root / "roadmaps").glob("[!.]*.yaml")))


def read(path: Path) -> Outcome[bytes]:
    """The bytes of a source, from the disk or from a revision."""
    try:
        revised = _revised(path)
        if revised is not None:
            return revision.read(revised)
        if path.is_dir():
            hint = f"назовите файл: {path / 'план.yaml'}"
            return failed(UNREADABLE_FILE, f"«{path}» – папка, а нужен файл", hint)
        if not stat.S_ISREG(os.stat(path).st_mode):
            return failed(UNREADABLE_FILE, f"«{path}» – канал или устройство, а нужен файл")
        with path.open("rb") as stream:
            content = stream.read(MAX_SOURCE_BYTES + 1)
    except (OSError, ValueError) as error:
        hints = _missing(path) if isinstance(error, FileNotFoundError) else ()
        hint = hints[0] if hints else "проверьте имя файла и права на него"
        return failed(UNREADABLE_FILE, f"файл «{path}» не читается: {reason(error)}", hint)
    if len(content) > MAX_SOURCE_BYTES:
        limit = MAX_SOURCE_BYTES // 2**20
        return failed(HUGE_FILE, f"файл «{path}» больше {limit} МБ", "проверьте, тот ли это файл")
    return Outcome(content)


def _revised(path: Path) -> Revised | None:
    """The file in a revision that a path names; `None` if it names one on the disk."""
    return None if os.path.exists(path) else revision.named(path.as_posix())


def _missing(path: Path) -> tuple[str, ...]:
    """What was meant by a name that no file has, the likeliest first."""
    if revision.is_known(path.as_posix()):
        return (f"это редакция репозитория; назовите в ней папку или файл: {path.as_posix()}:roadmaps",)
    try:
        return did_you_mean(path.name, [entry.name for entry in path.parent.iterdir()])
    except OSError:
        return ()


def is_file(path: Path) -> bool:
    """Whether there is such a file, as far as one may look: unlike `Path.is_file`, never an `OSError`."""
    revised = _revised(path)
    return os.path.isfile(path) if revised is None else revision.object_type(revised) == "blob"


def is_folder(path: Path) -> bool:
    """Whether there is such a folder, as far as one may look."""
    revised = _revised(path)
    return os.path.isdir(path) if revised is None else revision.object_type(revised) == "tree"


def contents(folder: Path) -> Outcome[dict[str, str]]:
    """The name of the content of each file below a folder, by the file's path from there.

    Equal names mean equal bytes. Folders with a dot, such as `.git`, hold no sources.
    """
    revised = _revised(folder)
    if revised is not None:
        return revision.contents(revised)
    if not os.path.isdir(folder):
        return failed(UNREADABLE_FILE, f"папки «{folder}» нет", "проверьте имя папки с планами")
    names: dict[str, str] = {}
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place, name) for name in files):
            content = read(path).value if os.path.isfile(path) else None
            if content is not None:
                names[path.relative_to(folder).as_posix()] = revision.content_name(content)
    return Outcome(names)


def beside(plan: Path, reference: str) -> Path | None:
    """The file that a plan refers to; `None` if it lies outside the plan's folder."""
    steps = PurePosixPath(reference.replace("\\", "/"))
    if steps.is_absolute() or ".." in steps.parts or "\x00" in reference or ":" in reference:
        return None
    revised = _revised(plan)
    if revised is not None:
        return Path(revision.beside(revised, steps))
    folder = plan.parent.resolve()
    target = Path(os.path.realpath(folder / steps))
    return plan.parent / steps if target.is_relative_to(folder) else None


def build_day(order_day: date | None, first_day: date) -> date:
    """The day that outputs bear: `SOURCE_DATE_EPOCH`, else the order's, else the plan's first.

    Never today, so that the same sources give the same bytes on any day.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return order_day or first_day


def read_all(folder: Path, patterns: Iterable[str]) -> dict[str, bytes]:
    """The files of a folder whose paths from there have one of the patterns, as far as they can be read.

    No link is followed, so that nobody's files are taken for ours.
    """
    inner = (pattern for pattern in patterns if not (folder / PurePosixPath(pattern).parts[0]).is_symlink())
    paths = sorted(path for pattern in inner for path in folder.glob(pattern) if not path.is_symlink())
    contents = ((path.relative_to(folder).as_posix(), read(path).value) for path in paths)
    return {name: content for name, content in contents if content is not None}
