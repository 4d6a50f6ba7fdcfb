"""Sources as they are read: from the disk or from a revision, never through what could make a reader wait."""

import os
import re
import stat
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from pathlib import Path, PurePath, PurePosixPath
from typing import Never

from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.revision import files as revision
from roadmapc.revision.codes import NOT_IN_REVISION
from roadmapc.revision.files import LINK, Listing, Revised
from roadmapc.source.limits import BYTES, MIB
from roadmapc.workspace.codes import HUGE_FILE, UNREADABLE_FILE
from roadmapc.workspace.disk import kind_of
from roadmapc.workspace.failures import reason


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that holds `roadmaps/`; `None` if there is none."""
    folders = (start, *start.parents)
    return next((folder for folder in folders if (folder / "roadmaps").is_dir()), None)


def root_of(plan: Path) -> Path:
    """The repository of a plan, else the plan's folder."""
    folder = Path(os.path.realpath(plan)).parent
    return find_root(folder) or folder


def real_folders(paths: Iterable[Path]) -> set[Path]:
    """The folders that files lie in, whatever links lead there; that of many is looked for once."""
    ends = (os.path.realpath(path) if os.path.islink(path) else path for path in paths)
    return {Path(os.path.realpath(folder)) for folder in set(map(os.path.dirname, ends))}


def relative(path: Path, root: Path) -> str:
    """A name that is the same in every checkout; of what lies outside of it, the last of its path."""
    full = path.resolve()
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else path.name


def plans_of(root: Path) -> tuple[Path, ...]:
    """The plans of a repository."""
    return tuple(sorted((root / "roadmaps").glob("[!.]*.yaml"), key=lambda plan: plan.name))


def read(path: Path) -> Outcome[bytes]:
    """The bytes of a source, from the disk or from a revision."""
    try:
        revised = _revised(path)
        if revised is not None:
            return revision.find(revised).then(_read_revised)
        if path.is_dir():
            hint = f"назовите файл: {path / 'план.yaml'}"
            return failed(UNREADABLE_FILE, f"«{path}» – папка, а нужен файл", hint)
        if not stat.S_ISREG(os.stat(path).st_mode):
            return failed(UNREADABLE_FILE, f"«{path}» – канал или устройство, а нужен файл")
        with path.open("rb") as stream:
            content = stream.read(BYTES.most + 1)
    except (OSError, ValueError) as error:
        hints = _missing(path) if isinstance(error, FileNotFoundError) else ()
        hint = hints[0] if hints else "проверьте имя файла и права на него"
        return failed(UNREADABLE_FILE, f"файл «{path}» не читается: {reason(error)}", hint)
    return _huge(path) if len(content) > BYTES.most else Outcome(content)


def _read_revised(entry: revision.Entry) -> Outcome[bytes]:
    return _huge(entry.file.path) if entry.size > BYTES.most else revision.read(entry)


def _huge(path: Path | str) -> Outcome[Never]:
    return failed(HUGE_FILE, f"файл «{path}» больше {BYTES.most // MIB} МБ", BYTES.advice)


def _revised(path: Path) -> Revised | None:
    """The file in a revision that a path names; `None` if it names one on the disk."""
    return None if os.path.exists(path) else revision.named(path.as_posix())


def _missing(path: Path) -> tuple[str, ...]:
    """What was meant by a name that no file has, the likeliest first."""
    if revision.is_known(path.as_posix()):
        return (f"это редакция хранилища; назовите в ней папку или файл: {path.as_posix()}:roadmaps",)
    try:
        from roadmapc.text.similar import did_you_mean  # noqa: PLC0415 - for slips of the hand only

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


def contents(folder: Path) -> Outcome[Listing]:
    """What a folder of sources holds. Folders with a dot, such as `.git`, hold no sources."""
    revised = _revised(folder)
    if revised is not None:
        return revision.contents(revised)
    if not os.path.isdir(folder):
        return failed(UNREADABLE_FILE, f"папки «{folder}» нет", "проверьте имя папки с планами")
    listing, closed = Listing({}, {}), list[OSError]()
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place, name) for name in files):
            name = path.relative_to(folder).as_posix()
            content: Outcome[bytes] = Outcome(None) if os.path.islink(path) else read(path)
            if content.value is not None:
                listing.files[name] = revision.content_name(content.value)
            else:
                listing.others[name] = next((each.message for each in content.diagnostics), LINK)
    for error in closed:
        name = Path(error.filename).relative_to(folder).as_posix()
        if name == ".":
            return failed(
                UNREADABLE_FILE, f"папка «{folder}» не читается: {reason(error)}", "проверьте права"
            )
        listing.others[f"{name}/"] = f"папка «{error.filename}» не читается: {reason(error)}"
    return Outcome(listing)


def beside(plan: Path, reference: str) -> Path | None:
    """The file that a plan refers to; `None` if it lies outside the plan's folder, or is hidden there.

    What begins with a dot is settings, not a source; `.git` has the passwords of servers.
    """
    steps = PurePosixPath(reference.replace("\\", "/"))
    if steps.is_absolute() or "\x00" in reference or ":" in reference or _is_hidden(steps):
        return None
    revised = _revised(plan)
    if revised is not None:
        return Path(revision.beside(revised, steps))
    folder = plan.parent.resolve()
    target = Path(os.path.realpath(folder / steps))
    is_inside = target.is_relative_to(folder) and not _is_hidden(target.relative_to(folder))
    return plan.parent / steps if is_inside else None


def _is_hidden(path: PurePath) -> bool:
    return any(step.startswith(".") for step in path.parts)


def build_day(order_day: date | None, first_day: date) -> date:
    """The day that outputs bear: `SOURCE_DATE_EPOCH`, else the order's, else the plan's first.

    Never today, so that the same sources give the same bytes on any day.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return order_day or first_day


def read_all(folder: Path, patterns: Collection[str]) -> Outcome[dict[str, bytes]]:
    """The files whose paths from the folder have one of the patterns; none if there is no such folder.

    The folder may be one in a revision. No link is followed, so that nobody's files are taken for ours. No
    value if any of them cannot be read: what is left out would be taken for what never was.
    """
    names = _names(folder, patterns)
    if names.value is None:
        absent = all(each.code is NOT_IN_REVISION for each in names.diagnostics)
        return Outcome({}) if absent else Outcome(None, names.diagnostics)
    contents = {name: read(folder / name) for name in names.value}
    unread = tuple(each for content in contents.values() for each in content.diagnostics)
    found = {name: content.value for name, content in contents.items() if content.value is not None}
    return Outcome(None if unread else found, unread)


def _names(folder: Path, patterns: Collection[str]) -> Outcome[list[str]]:
    """The paths of plain files from a folder, in their order; no folder is entered that no pattern names."""
    wanted = re.compile("|".join(map(_glob, patterns)))
    named = {PurePosixPath(each).parts[0] for each in patterns}
    revised = _revised(folder)
    if revised is not None:
        listing = revision.contents(revised)
        return listing.then(lambda found: Outcome(sorted(filter(wanted.fullmatch, found.files))))
    names, closed = list[str](), list[OSError]()
    for place, folders, files in os.walk(folder, onerror=closed.append):
        if Path(place) == folder:
            folders[:] = [name for name in folders if name in named]
        paths = (Path(place, name) for name in files)
        inner = ((path, path.relative_to(folder).as_posix()) for path in paths)
        names += (name for path, name in inner if wanted.fullmatch(name) and not kind_of(path))
    for error in closed:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            message = f"папка «{error.filename}» не читается: {reason(error)}"
            return failed(UNREADABLE_FILE, message, "проверьте права на неё")
    return Outcome(sorted(names))


def _glob(pattern: str) -> str:
    """A pattern of `Path.glob` as a regular expression."""
    return re.escape(pattern).replace(r"\*\*/", "(?:.+/)?").replace(r"\*", "[^/]*")
