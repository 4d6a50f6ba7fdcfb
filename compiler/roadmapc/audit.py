"""What lies in a folder of outputs, held against its manifests, its documents and today's sources."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.render.formats import DOCX, REGISTER
from roadmapc.verify.from_docx import from_docx
from roadmapc.workspace.codes import (
    EDITED_OUTPUT,
    LEADS_OUTSIDE,
    STRANGE_FOLDER,
    UNFINISHED_BUILD,
    UNREADABLE_FILE,
    UNWRITABLE,
)
from roadmapc.workspace.disk import content_of, digest_of, is_open, is_real_folder, kind_of
from roadmapc.workspace.failures import closed
from roadmapc.workspace.manifest import MANIFEST, Manifest, is_inner, manifest_of
from roadmapc.workspace.root import MUNICIPALITIES, report_orphan
from roadmapc.workspace.stage import is_stage, obstacle

MISSING_OUTPUT = Code(
    "W540",
    "missing-output",
    Severity.ERROR,
    """Собранного файла нет.

Почему    Опись его называет, а в папке его нет: его убрали или переименовали.
Плохо     в описи есть order.docx, а в папке нет
Хорошо    roadmapc build
Основание соглашение roadmapc
""",
)
STALE_OUTPUTS = Code(
    "W541",
    "stale-outputs",
    Severity.ERROR,
    """Вывод старее исходных файлов.

Почему    План, справочник, профиль или текст изменили после сборки, и приказ с календарями говорят прежнее.
Плохо     исправить план и отправить прежний order.docx
Хорошо    roadmapc build
Основание соглашение roadmapc
""",
)
OTHER_CONTENT = Code(
    "W542",
    "document-of-other-content",
    Severity.ERROR,
    """Документ собран из другого содержания, чем названо в описи.

Почему    В свойствах документа записано, какое содержание плана он печатает. В описи записано другое: в папку
          положили документ другой сборки.
Плохо     скопировать order.docx из чужой папки
Хорошо    roadmapc build
Основание соглашение roadmapc
""",
)


_AGAIN = "соберите заново: roadmapc build"
_NO_PLANS = "планов в roadmaps/ больше нет: верните их или уберите этот вывод сами"


class State(StrEnum):
    """Of an output."""

    TRUE = "true"
    """As it was built."""
    EDITED = "edited"
    FILLED = "filled"
    """A register with marks, which is what it is for."""
    MISSING = "missing"
    UNREADABLE = "unreadable"
    """Something else stands there."""
    CLOSED = "closed"
    """There is a file, and no right to read it."""


@dataclass(frozen=True, slots=True)
class AuditedFile:
    """An output by its path from its folder."""

    path: str
    digest: str
    """As it is now; empty if it cannot be read."""
    state: State
    content: str = ""
    """Of a document: what its properties say of the plan's content."""


@dataclass(frozen=True, slots=True)
class AuditedFolder:
    """The outputs of a plan, or of all together."""

    name: str
    """Empty for what plans have together."""
    files: tuple[AuditedFile, ...]
    changed: tuple[str, ...]
    """Sources that are not as they were, or are gone."""
    is_orphan: bool


@dataclass(frozen=True, slots=True)
class Audit:
    """A root of outputs."""

    folders: tuple[AuditedFolder, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def audit(root: Path, repository: Path | None, gone: Sequence[str], *, has_plans: bool) -> Audit:
    """Everything that can be said of a root of outputs; `gone` are folders of plans that are no more.

    Without a repository nothing is said of sources, and without plans nobody can build anew.
    """
    folders: list[AuditedFolder] = []
    said: list[Diagnostic] = []
    for folder in _folders(root):
        if not is_open(folder):
            said.extend(closed(folder).diagnostics)
            continue
        manifest = manifest_of(folder)
        said.extend(manifest.diagnostics)
        name = "" if folder == root else folder.relative_to(root).as_posix()
        is_joint = folder.parent != root
        if name and not is_joint and manifest.value is not None and manifest.value.plans:
            continue  # another root of outputs
        if manifest.value is not None:
            folders.append(_audited(folder, name, manifest.value, repository, name in gone))
            said.extend(_findings(root, folders[-1], manifest.value))
        if folder == root and manifest.value is not None:
            said.extend(_without_outputs(root, manifest.value))
    said.extend(_unfinished(root))
    if not folders and not said:
        message = f"в «{root}» нет ни одной описи: сборка сюда ничего не записала"
        hint = "назовите папку вывода или соберите планы: roadmapc build"
        said.append(Diagnostic(STRANGE_FOLDER, message, None, hints=(hint,)))
    if not has_plans:
        said = [replace(each, hints=(_NO_PLANS,)) for each in said]
    return Audit(tuple(folders), tuple(said))


def _folders(root: Path) -> Iterator[Path]:
    """The root, the folders of plans, and those of municipalities."""
    yield root
    for path in filter(is_real_folder, sorted(root.iterdir())):
        yield path
        if path.name == MUNICIPALITIES:
            yield from filter(is_real_folder, sorted(path.iterdir()) if is_open(path) else ())


def _unfinished(root: Path) -> Iterator[Diagnostic]:
    """What killed builds have left."""
    for _ in filter(is_stage, root.iterdir()):
        message, hint = f"сборку в «{root}» оборвали, и она не закончена", "соберите ещё раз"
        yield Diagnostic(UNFINISHED_BUILD, message, None, hints=(hint,))


def _without_outputs(root: Path, joint: Manifest) -> Iterator[Diagnostic]:
    """What stands in the places of plans whose dates the joint calendars have."""
    for path in (root / name for name in joint.plans if is_inner(f"{name}-")):
        if is_real_folder(path) and (os.path.lexists(path / MANIFEST) or not is_open(path)):
            continue
        if (kind := kind_of(path)) == "ссылка":
            message = f"на месте папки «{path}» стоит ссылка; что за ней, сборка не писала"
            yield Diagnostic(LEADS_OUTSIDE, message, None, (f"уберите её; {_AGAIN}",))
        elif kind == "папка":
            message = f"в папке «{path}» нет описи, и собранное от чужого не отличить"
            yield Diagnostic(MISSING_OUTPUT, message, None, (f"уберите или переименуйте папку; {_AGAIN}",))
        elif os.path.lexists(path):
            message = f"на месте папки «{path}» стоит {kind or 'файл'}"
            yield Diagnostic(MISSING_OUTPUT, message, None, (f"уберите его; {_AGAIN}",))
        else:
            message = f"папки «{path}» нет, а общая опись называет её план"
            yield Diagnostic(MISSING_OUTPUT, message, None, (_AGAIN,))


def _audited(
    folder: Path, name: str, manifest: Manifest, repository: Path | None, is_orphan: bool
) -> AuditedFolder:
    return AuditedFolder(
        name=name,
        files=tuple(_file(folder, path, digest) for path, digest in manifest.outputs.items()),
        changed=() if repository is None or is_orphan else tuple(_changed(repository, manifest.sources)),
        is_orphan=is_orphan,
    )


def _file(folder: Path, name: str, built: str) -> AuditedFile:
    """What became of an output; marks in a register are no edit, and a document says itself what it is of."""
    path = folder / name
    try:
        if obstacle(folder, [name]):  # what lies beyond a link was never built
            return AuditedFile(name, "", State.UNREADABLE)
        digest = digest_of(path)
        is_document = digest and path.suffix == f".{DOCX.name}"
        document = from_docx(content_of(path)).value if is_document else None
        if not digest:
            return AuditedFile(name, "", State.UNREADABLE if kind_of(path) else State.MISSING)
    except OSError:
        return AuditedFile(name, "", State.CLOSED)
    changed = State.FILLED if name == REGISTER else State.EDITED
    state = State.TRUE if digest == built else changed
    return AuditedFile(name, digest, state, document.digest if document else "")


def _changed(repository: Path, sources: Mapping[str, str]) -> Iterator[str]:
    for name, digest in sources.items():
        try:
            is_same = digest_of((repository / name).resolve()) == digest
        except OSError:
            is_same = False
        if not is_same:
            yield name


def _findings(root: Path, folder: AuditedFolder, manifest: Manifest) -> Iterator[Diagnostic]:
    place = root / folder.name
    if folder.is_orphan:
        yield report_orphan(root, folder.name)
    if folder.changed:
        names = ", ".join(folder.changed)
        message = f"вывод в «{place}» старее исходных файлов: после сборки изменились {names}"
        yield Diagnostic(STALE_OUTPUTS, message, None, hints=(_AGAIN,))
    if manifest.stale and not folder.changed:
        message = f"в «{place}» от сборки прежних исходных файлов остались {', '.join(manifest.stale)}"
        yield Diagnostic(STALE_OUTPUTS, message, None, hints=(_AGAIN,))
    for file in folder.files:
        is_stale = file.path in manifest.stale  # that it prints another content is told already
        yield from _findings_of_file(place / file.path, file, "" if is_stale else manifest.content)


def _findings_of_file(path: Path, file: AuditedFile, content: str) -> Iterator[Diagnostic]:
    """What is off about one output; `content` is what a document has to print, empty if that is no matter."""
    if file.state is State.MISSING:
        yield Diagnostic(MISSING_OUTPUT, f"файла «{path}» нет, а опись его называет", None, (_AGAIN,))
    if file.state is State.CLOSED:
        message = f"файл «{path}» не читается: неизвестно, тот ли он, что собран"
        yield Diagnostic(UNREADABLE_FILE, message, None, ("проверьте права на него",))
    if file.state is State.UNREADABLE:
        message = f"на месте файла «{path}» или его папки то, что не прочесть"
        yield Diagnostic(UNWRITABLE, message, None, (f"уберите это; {_AGAIN}",))
    if file.state is State.EDITED:
        message = f"файл «{path}» не тот, что собран: его правили или заменили"
        yield Diagnostic(EDITED_OUTPUT, message, None, ("внесите правку в план и соберите заново",))
    if content and file.content and file.content != content:
        message = f"документ «{path}» печатает другое содержание плана, чем названо в описи"
        yield Diagnostic(OTHER_CONTENT, message, None, (_AGAIN,))
