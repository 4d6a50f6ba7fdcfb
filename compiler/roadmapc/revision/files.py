"""Files as they were in a revision of the git repository, named `REV:path` as `git show` names them."""

import os
import posixpath
import re
import sys
from hashlib import sha1
from pathlib import PurePosixPath
from typing import NamedTuple, Never

from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.revision.codes import (
    FOREIGN_REPOSITORY,
    GIT_FAILED,
    MISSING_OBJECTS,
    NO_GIT,
    NO_REPOSITORY,
    NOT_A_FILE,
    NOT_IN_REVISION,
    UNKNOWN_REVISION,
)

_NAME = re.compile(r"(?P<revision>[^-:][^:]+):(?P<path>.+)", re.DOTALL)
"""A single letter before the colon is a disk of Windows; a hyphen would begin an option of git."""

MOST_EDITIONS = 50
"""Editions of a file that are looked through."""
SECONDS = 60
"""A git that answers later than that waits for something that does not come."""

_SETTINGS = (
    "safe.bareRepository=explicit",  # a repository among the files of another one is a stranger's
    "protocol.allow=never",
    "log.showSignature=false",
    "gpg.program=",
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    "core.askPass=",
    "core.sshCommand=",
    "core.gitProxy=",
    "credential.helper=",
    "diff.external=",
    "gc.auto=0",
    "maintenance.auto=false",
)
"""Settings of a repository that could name a program, as if it had none.

The settings of the system and of the user stay: they say whose folders may be read at all (safe.directory).
"""
_ENVIRONMENT = {
    "LC_ALL": "C",  # its words are looked at
    "GIT_ALLOW_PROTOCOL": "",  # unlike protocol.allow, no protocol.ext.allow of a repository goes before it
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",  # or a repository could show another text under the name of a revision
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
"""In place of all variables of git's own: a command that git runs in a hook has several."""

_REGULAR, _LINK, _MODULE = "100", "120000", "160000"
"""How git's listing begins for a file, whatever its rights, for a link, and for a repository of its own."""
LINK = "ссылка, а не файл"
MODULE = "подмодуль: его планы сравнивают в нём самом"


class Revised(NamedTuple):
    """A file in a revision."""

    revision: str
    path: str


class Entry(NamedTuple):
    """What a revision has under a name."""

    file: Revised
    mode: str
    type: str
    """`blob`, `tree` or, for a repository of its own, `commit`."""
    id: str
    size: int
    """Of a file in bytes; 0 of anything else."""


class Listing(NamedTuple):
    """What a folder holds below it, by the path from there."""

    files: dict[str, str]
    """Names of contents: equal names mean equal bytes."""
    others: dict[str, str]
    """Why the rest is not read."""


def named(name: str) -> Revised | None:
    """The file in a revision that a name means; `None` if it cannot mean one."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    # git knows the current folder by «./» alone
    return Revised(match["revision"], "./" if match["path"] == "." else match["path"])


def find(file: Revised, wanted: str = "файла") -> Outcome[Entry]:
    """What the revision has there; no value if there is nothing, or git cannot tell.

    `wanted` is what is missed there, in the genitive.
    """
    return _path_from_root(file).then(lambda path: _entry(file, path, wanted))


def _path_from_root(file: Revised) -> Outcome[str]:
    if not re.match(r"\.\.?(?:/|$)", file.path):
        return Outcome(posixpath.normpath(file.path))
    prefix = _git("rev-parse", "--show-prefix")
    return prefix.then(
        lambda prefix: Outcome(posixpath.normpath(os.fsdecode(prefix).rstrip("\n") + file.path))
    )


def _entry(file: Revised, path: str, wanted: str) -> Outcome[Entry]:
    """What git has at a path; that it has nothing is told apart from that it could not look."""
    if path == ".":
        tree = _git("rev-parse", "--verify", f"{file.revision}^{{tree}}")
        if tree.value is None and not is_known(file.revision):
            return _unknown(file.revision)
        return tree.then(lambda name: Outcome(Entry(file, "040000", "tree", name.decode("ascii").strip(), 0)))
    if path.startswith(("/", "../")) or path == "..":
        return _absent(file, wanted)
    listed = _git("ls-tree", "-l", "-z", "--full-tree", f"{file.revision}^{{commit}}", path)
    if listed.value is None:
        known = _git("rev-parse", "--verify", "--quiet", f"{file.revision}^{{commit}}")
        is_unknown = known.value is None and not known.diagnostics
        return _unknown(file.revision) if is_unknown else Outcome(None, listed.diagnostics)
    if not listed.value:
        return _absent(file, wanted)
    mode, kind, name, size = os.fsdecode(listed.value).partition("\t")[0].split()
    return Outcome(Entry(file, mode, kind, name, int(size) if size.isdigit() else 0))


def read(entry: Entry) -> Outcome[bytes]:
    """The bytes of a file as they were."""
    if entry.mode.startswith(_REGULAR):
        return _git("cat-file", "blob", entry.id)
    what = {_LINK: LINK, _MODULE: MODULE}.get(entry.mode, "папка, а нужен файл")
    message = f"«{entry.file.revision}:{entry.file.path}» – {what}"
    return failed(NOT_A_FILE, message, "положите на это место сам файл")


def is_known(revision: str) -> bool:
    """Whether the repository has a commit of that name."""
    return _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").value is not None


def _unknown(revision: str) -> Outcome[Never]:
    """That there is no such revision: only a copy without its history can be mended by fetching."""
    hint = "проверьте имя: git branch --all, git tag, git log"
    if (_git("rev-parse", "--is-shallow-repository").value or b"").startswith(b"true"):
        hint = "скачана не вся история: git fetch --deepen=50, на сборочном сервере – fetch-depth: 0"
    elif not is_known("HEAD"):
        hint = "в хранилище ещё ничего не записано: git add . и git commit"
    return failed(UNKNOWN_REVISION, f"редакции «{revision}» в хранилище нет", hint)


def _absent(file: Revised, wanted: str) -> Outcome[Never]:
    message = f"в {file.revision} нет {wanted} «{file.path}»"
    hint = "путь пишется от корня хранилища (roadmaps/план.yaml); прежний мог быть другим"
    return failed(NOT_IN_REVISION, message, hint)


def object_type(file: Revised) -> str:
    """What the revision has there: `blob` for a file or a link, `tree` for a folder; empty for nothing."""
    entry = find(file).value
    return entry.type if entry else ""


def contents(folder: Revised) -> Outcome[Listing]:
    """What the revision has below a folder; no value if it has no such folder."""
    return find(folder, "папки").then(_listing)


def _listing(folder: Entry) -> Outcome[Listing]:
    if folder.type != "tree":
        what = {_LINK: "ссылка, а не папка", _MODULE: MODULE}.get(folder.mode, "файл, а нужна папка")
        message = f"«{folder.file.revision}:{folder.file.path}» – {what}"
        return failed(NOT_A_FILE, message, "назовите папку с планами")
    listed = _git("ls-tree", "-r", "-z", "--full-tree", folder.id)
    if listed.value is None:
        return Outcome(None, listed.diagnostics)
    listing = Listing({}, {})
    for each in os.fsdecode(listed.value).split("\0")[:-1]:
        what, _, path = each.partition("\t")
        mode, _, name = what.split()
        if mode.startswith(_REGULAR):
            listing.files[path] = name
        else:
            listing.others[path] = LINK if mode == _LINK else MODULE
    return Outcome(listing)


def content_name(content: bytes) -> str:
    """The name that git gives to a content."""
    return sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def beside(plan: Revised, steps: PurePosixPath) -> str:
    """The name of the file of the same revision at `steps` from the plan's folder."""
    folder, slash, _ = plan.path.rpartition("/")
    return f"{plan.revision}:{folder}{slash}{steps}"


def editions(path: str) -> tuple[str, ...]:
    """Revisions in which a file of the working tree was changed, the newest first; none if git knows none."""
    listed = _git("log", "--format=%h", f"--max-count={MOST_EDITIONS}", "--", path).value
    return tuple((listed or b"").decode("ascii").split())


def _git(*arguments: str) -> Outcome[bytes]:
    """What git answers; no value if it fails, without a word only if it was asked to be quiet."""
    program = _program()
    if program is None:
        hint = "установите git и откройте новое окно терминала; два файла сравниваются и без него"
        return failed(NO_GIT, "git не найден: без него прежних редакций не прочитать", hint)
    import subprocess  # noqa: PLC0415 - most commands read the disk alone

    settings = (word for setting in _SETTINGS for word in ("-c", setting))
    command = [program, "--no-pager", "--literal-pathspecs", *settings, *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            command,
            env=environment | _ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        hint = "проверьте, открывается ли диск с хранилищем: git log"
        return failed(GIT_FAILED, f"git не ответил за {SECONDS} секунд", hint)
    except (OSError, ValueError):
        return failed(GIT_FAILED, "git не запускается", "проверьте, открывается ли текущая папка: git status")
    if done.returncode == 0:
        return Outcome(done.stdout)
    return _refusal(os.fsdecode(done.stderr))


def _program() -> str | None:
    """git of the system: never one that lies where the current folder is, among strangers' files."""
    name = "git.exe" if sys.platform == "win32" else "git"
    folders = filter(os.path.isabs, os.environ.get("PATH", os.defpath).split(os.pathsep))
    programs = (os.path.join(folder, name) for folder in folders)
    return next((each for each in programs if os.path.isfile(each) and os.access(each, os.X_OK)), None)


def _refusal(said: str) -> Outcome[Never]:
    """A failure in our words, as far as git's are known."""
    if not said.strip():
        return Outcome(None)
    for words, code, message, hint in _REFUSALS:
        if re.search(words, said):
            return failed(code, message, hint)
    (*_, last) = (line for line in said.splitlines() if line.strip())
    return failed(GIT_FAILED, f"git ответил ошибкой: {last.removeprefix('fatal: ')}", "проверьте: git fsck")


_REFUSALS = (
    (
        "dubious ownership",
        FOREIGN_REPOSITORY,
        "хранилище git принадлежит другому пользователю",
        "если ему можно верить: git config --global --add safe.directory «путь к хранилищу»",
    ),
    (
        "cannot use bare repository",
        NO_REPOSITORY,
        "текущая папка сама похожа на хранилище git без рабочих файлов, а такому верить нельзя",
        "перейдите в корень рабочей папки; хранилище без рабочих файлов склонируйте",
    ),
    (
        "not a git repository",
        NO_REPOSITORY,
        "текущая папка не лежит в хранилище git",
        "начните хранилище (git init, git add ., git commit) или сравните два файла, две папки на диске",
    ),
    (
        "promisor|lazy fetch|could not fetch",
        MISSING_OBJECTS,
        "копия хранилища неполная: этой части истории в ней нет",
        "скачайте её: git fetch --refetch --no-filter",
    ),
    (
        "corrupt|unable to unpack|Could not read|bad object|not a tree|missing|unable to read",
        MISSING_OBJECTS,
        "хранилище git повреждено: часть истории не читается",
        "найдите повреждение: git fsck; проще всего скачать новую копию",
    ),
)
"""What git says in English, and what that means."""
