"""The only door to the disk and the clock.

Outputs appear whole or not at all: a build is written beside its place and moved there in one step.
"""

import errno
import json
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path, PurePath, PurePosixPath
from typing import Never

from roadmapc import revision
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.revision import LINK, Listing, Revised
from roadmapc.text.similar import did_you_mean

MAX_SOURCE_BYTES = 64 * 1024 * 1024
"""A plan of 20,000 measures has 20 MB; more is not a plan."""

_HERE, _EXCHANGE = -100, 2
"""`AT_FDCWD` and `RENAME_EXCHANGE` of Linux."""

MANIFEST = "manifest.json"
"""What a folder of outputs was built from, and what was built."""

_REASONS = {
    errno.ENOENT: "такого файла нет",
    errno.EACCES: "нет права доступа",
    errno.EPERM: "нет права доступа",
    errno.ENOTDIR: "на месте папки в этом пути стоит файл",
    errno.EEXIST: "на месте папки в этом пути стоит файл",
    errno.EISDIR: "на месте файла стоит папка",
    errno.ENAMETOOLONG: "слишком длинное имя",
    errno.ENOSPC: "на диске нет места",
    errno.EROFS: "диск открыт только для чтения",
}
"""What the system says, in words."""

UNREADABLE_FILE = Code(
    "W501",
    "unreadable-file",
    Severity.ERROR,
    """Файл не читается.

Почему    Файла нет, это папка, или нет права его читать.
Плохо     roadmapc check roadmaps/plan.yml, когда файл называется plan.yaml
Хорошо    roadmapc check roadmaps/plan.yaml
Основание соглашение roadmapc
""",
)
HUGE_FILE = Code(
    "W502",
    "huge-file",
    Severity.ERROR,
    """Файл слишком велик для плана.

Почему    План в двадцать тысяч мероприятий занимает двадцать мегабайт. Больше – это другой файл,
          попавший сюда по ошибке.
Плохо     архив или выгрузка базы с именем plan.yaml
Хорошо    текст плана
Основание соглашение roadmapc
""",
)
UNWRITABLE = Code(
    "W503",
    "unwritable",
    Severity.ERROR,
    """Результат не записывается.

Почему    Нет места на диске или права на запись. Прежние файлы остались нетронутыми.
Плохо     папка вывода на диске, открытом только для чтения
Хорошо    roadmapc build -o папка-в-которую-можно-писать
Основание соглашение roadmapc
""",
)


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that holds `roadmaps/`; `None` if there is none."""
    folders = (start, *start.parents)
    return next((folder for folder in folders if (folder / "roadmaps").is_dir()), None)


def plans_of(root: Path) -> tuple[Path, ...]:
    """The plans of a repository."""
    return tuple(sorted((root / "roadmaps").glob("*.yaml")))


def read(path: Path) -> Outcome[bytes]:
    """The bytes of a source, from the disk or from a revision."""
    try:
        revised = _revised(path)
        if revised is not None:
            return revision.find(revised).then(_read_revised)
        if path.is_dir():
            hint = f"назовите файл: {path / 'план.yaml'}"
            return _failed(UNREADABLE_FILE, f"«{path}» – папка, а нужен файл", hint)
        if not stat.S_ISREG(path.stat().st_mode):
            return _failed(UNREADABLE_FILE, f"«{path}» – канал или устройство, а нужен файл", "назовите файл")
        with path.open("rb") as stream:
            content = stream.read(MAX_SOURCE_BYTES + 1)
    except (OSError, ValueError) as error:
        hints = _missing(path) if isinstance(error, FileNotFoundError) else ()
        hint = hints[0] if hints else "проверьте имя файла и права на него"
        return _failed(UNREADABLE_FILE, f"файл «{path}» не читается: {_reason(error)}", hint)
    return _huge(path) if len(content) > MAX_SOURCE_BYTES else Outcome(content)


def _read_revised(entry: revision.Entry) -> Outcome[bytes]:
    return _huge(entry.file.path) if entry.size > MAX_SOURCE_BYTES else revision.read(entry)


def _huge(path: Path | str) -> Outcome[Never]:
    limit = MAX_SOURCE_BYTES // 2**20
    return _failed(HUGE_FILE, f"файл «{path}» больше {limit} МБ", "проверьте, тот ли это файл")


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


def contents(folder: Path) -> Outcome[Listing]:
    """What a folder of sources holds. Folders with a dot, such as `.git`, hold no sources."""
    revised = _revised(folder)
    if revised is not None:
        return revision.contents(revised)
    if not os.path.isdir(folder):
        return _failed(UNREADABLE_FILE, f"папки «{folder}» нет", "проверьте имя папки с планами")
    listing, closed = Listing({}, {}), list[OSError]()
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place, name) for name in files):
            name = path.relative_to(folder).as_posix()
            content: Outcome[bytes] = Outcome(None) if path.is_symlink() else read(path)
            if content.value is not None:
                listing.files[name] = revision.content_name(content.value)
            else:
                listing.others[name] = next((each.message for each in content.diagnostics), LINK)
    for error in closed:
        name = Path(error.filename).relative_to(folder).as_posix()
        if name == ".":
            return _failed(
                UNREADABLE_FILE, f"папка «{folder}» не читается: {_reason(error)}", "проверьте права"
            )
        listing.others[f"{name}/"] = f"папка «{error.filename}» не читается: {_reason(error)}"
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


def write(folder: Path, files: Mapping[str, Sequence[bytes]]) -> Outcome[Path]:
    """Replace a folder of outputs, each given in pieces, as a whole; on failure the earlier one stays."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        return _unwritable(folder, error)
    try:
        for name, content in files.items():
            _write_file(fresh / name, content)
        fresh.chmod(0o755)
        _exchange(fresh, folder)
    except OSError as error:
        return _unwritable(folder, error)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return Outcome(folder)


def read_all(folder: Path, patterns: Iterable[str]) -> dict[str, bytes]:
    """The files whose paths from the folder have one of the patterns, as far as they can be read.

    The folder may be one in a revision.
    """
    revised = _revised(folder)
    if revised is None:
        names = [path.relative_to(folder).as_posix() for each in patterns for path in folder.glob(each)]
    else:
        wanted = re.compile("|".join(map(_glob, patterns)))
        listing = revision.contents(revised).value
        names = list(filter(wanted.fullmatch, listing.files if listing else ()))
    contents = ((name, read(folder / name).value) for name in sorted(names))
    return {name: content for name, content in contents if content is not None}


def _glob(pattern: str) -> str:
    """A pattern of `Path.glob` as a regular expression."""
    return re.escape(pattern).replace(r"\*\*/", "(?:.+/)?").replace(r"\*", "[^/]*")


def changed_output(path: Path) -> Outcome[bytes]:
    """A file of a build, if somebody has changed it since; else empty bytes.

    No value, with a finding, if it is there and cannot be read, as when a program holds it open.
    """
    if not is_file(path):
        return Outcome(b"")
    content = read(path)
    try:
        built = json.loads((path.parent / MANIFEST).read_bytes())["outputs"][path.name]
    except (OSError, ValueError, LookupError, TypeError):
        return content  # nobody knows how it was built
    return content.then(lambda now: Outcome(b"" if sha256(now).hexdigest() == built else now))


def add(folder: Path, files: Mapping[str, Sequence[bytes]]) -> Outcome[Path]:
    """Put files, each given in pieces, as a whole into a folder of outputs beside those of its plans."""
    try:
        for name, content in files.items():
            _write_file(folder / f"{name}.fresh", content)
        for name in files:
            (folder / f"{name}.fresh").replace(folder / name)
    except OSError as error:
        return _unwritable(folder, error)
    return Outcome(folder)


def rewrite(path: Path, content: bytes) -> Outcome[Path]:
    """Replace one file as a whole; on failure the earlier one stays."""
    fresh = path.with_name(f".{path.name}.fresh")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        hint = "прежний файл не изменён; проверьте права и место на диске"
        return _failed(UNWRITABLE, f"файл «{path}» не записывается: {_reason(error)}", hint)
    return Outcome(path)


def _write_file(path: Path, pieces: Sequence[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        stream.writelines(pieces)


def _exchange(fresh: Path, folder: Path) -> None:
    """Put `fresh` in the place of `folder`; what was there is left in the place of `fresh`."""
    if not folder.exists():
        fresh.rename(folder)
        return
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "a file in the place of a folder")
    if _is_swapped(fresh, folder):
        return
    aside = fresh.with_name(fresh.name + ".old")
    folder.rename(aside)
    try:
        fresh.rename(folder)
    except OSError:
        aside.rename(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _is_swapped(fresh: Path, folder: Path) -> bool:
    """Exchange two folders in one step where the system can, so that no kill falls between two."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - only a build needs it

    swap = getattr(ctypes.CDLL(None), "renameat2", None)
    names = os.fsencode(fresh), os.fsencode(folder)
    return swap is not None and swap(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0


def _unwritable(folder: Path, error: OSError) -> Outcome[Path]:
    hint = "прежние файлы не изменены; освободите место или укажите другую папку: -o папка"
    return _failed(UNWRITABLE, f"папка «{folder}» не записывается: {_reason(error)}", hint)


def _reason(error: Exception) -> str:
    if not isinstance(error, OSError):
        return "недопустимое имя"
    return _REASONS.get(error.errno or 0) or error.strerror or "причина неизвестна"


def _failed(code: Code, message: str, hint: str) -> Outcome[Never]:
    return Outcome(None, (Diagnostic(code, message, None, hints=(hint,)),))
