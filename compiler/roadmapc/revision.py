"""Files as they were in a revision of the git repository, named `REV:path` as `git show` names them."""

import os
import re
import subprocess
from hashlib import sha1
from pathlib import PurePosixPath
from typing import NamedTuple, Never

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome

UNKNOWN_REVISION = Code(
    "W504",
    "unknown-revision",
    Severity.ERROR,
    """Такой редакции в репозитории нет.

Почему    Перед двоеточием стоит имя редакции git: ветка, метка, номер или «HEAD~1». Сборочный
          сервер часто скачивает только последнюю редакцию, и прежних в его копии нет.
Плохо     roadmapc diff HEAD~1:roadmaps/plan.yaml roadmaps/plan.yaml в копии без истории
Хорошо    git fetch --deepen=50, потом то же самое
Основание соглашение roadmapc
""",
)
NOT_IN_REVISION = Code(
    "W505",
    "not-in-revision",
    Severity.ERROR,
    """В этой редакции такого файла нет.

Почему    Файл тогда ещё не появился или назывался иначе. Путь пишется от корня репозитория, а если
          он начинается с «./» – от текущей папки.
Плохо     roadmapc diff HEAD~1:plan.yaml roadmaps/plan.yaml
Хорошо    roadmapc diff HEAD~1:roadmaps/plan.yaml roadmaps/plan.yaml
Основание соглашение roadmapc
""",
)

_NAME = re.compile(r"(?P<revision>[^-:][^:]+):(?P<path>.+)", re.DOTALL)
"""A single letter before the colon is a disk of Windows; a hyphen would begin an option of git."""


MOST_EDITIONS = 50
"""Editions of a file that are looked through."""

_REGULAR_FILE = "100"
"""How git's listing begins for what is neither a link nor a repository of its own."""


class Revised(NamedTuple):
    """A file in a revision."""

    revision: str
    path: str


def named(name: str) -> Revised | None:
    """The file in a revision that a name means; `None` if it cannot mean one."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    # git knows the current folder by «./» alone
    return Revised(match["revision"], "./" if match["path"] == "." else match["path"])


def read(file: Revised) -> Outcome[bytes]:
    """The bytes of the file as they were."""
    if not is_known(file.revision):
        return _unknown(file.revision)
    content = _git("cat-file", "blob", f"{file.revision}:{file.path}")
    if content is None:
        message = f"в редакции «{file.revision}» нет файла «{file.path}»"
        hint = "путь пишется от корня репозитория: roadmaps/план.yaml"
        return Outcome(None, (Diagnostic(NOT_IN_REVISION, message, None, hints=(hint,)),))
    return Outcome(content)


def is_known(revision: str) -> bool:
    """Whether the repository has a commit of that name."""
    return _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is not None


def _unknown(revision: str) -> Outcome[Never]:
    message = f"редакции «{revision}» в репозитории нет"
    hint = "проверьте имя; если история не скачана: git fetch --deepen=50"
    return Outcome(None, (Diagnostic(UNKNOWN_REVISION, message, None, hints=(hint,)),))


def object_type(file: Revised) -> str:
    """What the revision has there: `blob` for a file, `tree` for a folder; empty for nothing."""
    return (_git("cat-file", "-t", f"{file.revision}:{file.path}") or b"").decode("ascii").strip()


def contents(folder: Revised) -> Outcome[dict[str, str]]:
    """The name that git gives to the content of each file below a folder, by the file's path from there.

    Empty if the revision has no such folder: plans were not kept yet, or were kept elsewhere.
    """
    if not is_known(folder.revision):
        return _unknown(folder.revision)
    listed = _git("ls-tree", "-r", "-z", "--full-tree", f"{folder.revision}:{folder.path}") or b""
    entries = (entry.partition("\t") for entry in os.fsdecode(listed).split("\0") if entry)
    return Outcome({path: what.split()[2] for what, _, path in entries if what.startswith(_REGULAR_FILE)})


def content_name(content: bytes) -> str:
    """The name that git gives to a content."""
    return sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def beside(plan: Revised, steps: PurePosixPath) -> str:
    """The name of the file of the same revision at `steps` from the plan's folder."""
    folder, slash, _ = plan.path.rpartition("/")
    return f"{plan.revision}:{folder}{slash}{steps}"


def editions(path: str) -> tuple[str, ...]:
    """Revisions in which a file of the working tree was changed, the newest first; none if git knows none."""
    listed = _git("log", "--format=%h", f"--max-count={MOST_EDITIONS}", "--", path)
    return tuple((listed or b"").decode("ascii").split())


def _git(*arguments: str) -> bytes | None:
    """What git answers; `None` if it fails, is not installed, or is not in a repository."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except (OSError, ValueError):
        return None
    return done.stdout if done.returncode == 0 else None
