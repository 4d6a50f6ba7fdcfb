"""A folder of outputs replaced by a build: only what its manifest lists, and all of it or nothing."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.workspace.codes import (
    EDITED_OUTPUT,
    LEADS_OUTSIDE,
    OPEN_ELSEWHERE,
    SAVED_MEANWHILE,
    STRANGE_FOLDER,
    UNWRITABLE,
)
from roadmapc.workspace.disk import (
    HAS_EXCHANGE,
    content_of,
    digest_of,
    files_below,
    free_name,
    is_real_folder,
    kind_of,
    waited_for,
)
from roadmapc.workspace.failures import unwritable
from roadmapc.workspace.manifest import MANIFEST, from_json, manifest_of
from roadmapc.workspace.sources import is_file, read
from roadmapc.workspace.stage import EDITED, Change, Draft, HinderedError, carried_out, finished, obstacle

Files = Mapping[str, Sequence[bytes]]
_HOW_TO_GO_ON = "уберите его или назовите другую папку: -o папка"


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies in a folder of outputs, and what a build has to put there; digests by paths."""

    folder: Path
    built: Mapping[str, str]
    """What the last build has put there, by its manifest; empty if there was none."""
    found: Mapping[str, str]
    """What lies there now, of the files of either build."""
    files: Mapping[str, str]
    """What this build puts there."""
    filled: Mapping[str, str]
    """What people were expected to change, as the build has read it; empty for what nobody had changed."""
    left: frozenset[str]
    """What was built earlier, and is to stay as it is."""
    kept: frozenset[str]
    """Files of this build that it has found as it would make them, and has not made."""

    @property
    def changed(self) -> tuple[str, ...]:
        """Files to be put there."""
        return tuple(name for name, digest in self.files.items() if self.found.get(name) != digest)

    @property
    def gone(self) -> tuple[str, ...]:
        """Files that were built and are wanted no more."""
        names = (name for name in self.built if name not in self.files and name not in self.left)
        return tuple(name for name in names if self._is_as_built(name))

    @property
    def edited(self) -> tuple[str, ...]:
        """Built files that people have changed since, and that do not stay as they are."""
        names = (name for name, digest in self.found.items() if digest != self.files.get(name))
        return tuple(name for name in names if name in self.built and not self._is_as_built(name))

    @property
    def foreign(self) -> tuple[str, ...]:
        """Files of others where this build would put its own."""
        names = (name for name in self.found if name in self.files and name not in self.built)
        return tuple(name for name in names if name not in self.filled and name in self.changed)

    @property
    def saved(self) -> tuple[str, ...]:
        """Files that people have filled in, or changed, after the build had read them."""
        filled = (name for name in self.found if name in self.filled and not self._is_as_built(name))
        return tuple(name for name in (*filled, *self.kept) if name in self.changed)

    def _is_as_built(self, name: str) -> bool:
        return self.found.get(name) in {self.built.get(name), self.filled.get(name)}


def put(root: Path, name: str, files: Files, filled: Mapping[str, bytes]) -> Outcome[Path]:
    """Replace the folder `name` of a root of outputs by these files, given in pieces: see `published`."""
    with Draft(root) as draft:
        for each, pieces in files.items():
            draft.add(each, pieces)
        return published(draft, name, filled)


def published(
    draft: Draft, name: str, filled: Mapping[str, bytes], *, is_shared: bool = False
) -> Outcome[Path]:
    """Put a draft in the place of the folder `name`, or of the root's own files if the name is empty.

    A manifest is among its files; `filled` are files that people fill in, as they were read for this build,
    empty if nobody had changed them. In a root that is shared with other computers, what one that was lost
    has left of this folder is finished before.
    """
    folder = draft.root / name
    try:
        saved = finished(draft.root, name) if is_shared else ()
        ready = Outcome(folder, tuple(map(saved_meanwhile, saved)))
        claimed = ready.then(lambda folder: _refusal(folder, filled)) if name else ready
        built = claimed.then(lambda folder: _built(folder, [*draft.digests, *filled]))
        if (failure := draft.failure) is not None:
            return built.then(lambda _: unwritable(folder, failure))
        contents = built.then(partial(_looked_through, folder, draft, filled))
        return contents.then(lambda contents: _replaced(name, contents, draft))
    except HinderedError as error:
        return held(error.path, "")
    except OSError as error:
        return unwritable(folder, error)


def changed_output(path: Path) -> Outcome[bytes]:
    """A file of a build, if somebody has changed it since; else empty bytes.

    No value, with a finding, if it is there and cannot be read, as when a program holds it open.
    """
    if not is_file(path):
        return Outcome(b"")
    content, manifest = read(path), manifest_of(path.parent).value
    built = manifest.outputs.get(path.name) if manifest else None
    if content.value is not None and sha256(content.value).hexdigest() == built:
        return Outcome(b"")
    return content


def _refusal(folder: Path, filled: Mapping[str, bytes]) -> Outcome[Path]:
    """The folder of a plan; no value if it is others': people may lay their filled files into a new one."""
    is_ours = not is_real_folder(folder) or os.path.lexists(folder / MANIFEST)
    if is_ours or {path.name for path in folder.iterdir()} <= filled.keys():
        return Outcome(folder)
    message = f"в папке «{folder}» лежит чужое, а описи прежней сборки нет; в ней ничего не изменено"
    return failed(STRANGE_FOLDER, message, "назовите другую папку: -o папка")


def _built(folder: Path, names: Iterable[str]) -> Outcome[Mapping[str, str]]:
    """What the last build has put into a folder; no value if something is in the way of this one."""
    manifest = manifest_of(folder) if is_real_folder(folder) else Outcome(None)
    if manifest.diagnostics:
        return Outcome(None, manifest.diagnostics)
    built = manifest.value.outputs if manifest.value else {}
    if (way := obstacle(folder, [*names, *built])) is not None:
        code = LEADS_OUTSIDE if way.is_symlink() else UNWRITABLE
        kind = kind_of(way) or "файл"
        return failed(code, f"на месте папки «{way}» стоит {kind}; прежние файлы не изменены", _HOW_TO_GO_ON)
    for path in (folder / name for name in {*names, *built}):
        if kind := kind_of(path):
            message = f"на месте файла «{path}» стоит {kind}; прежние файлы не изменены"
            return failed(UNWRITABLE, message, _HOW_TO_GO_ON)
    if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
        return unwritable(folder, PermissionError(13, ""))
    return Outcome(built)


def _looked_through(
    folder: Path, draft: Draft, filled: Mapping[str, bytes], built: Mapping[str, str]
) -> Outcome[Contents]:
    """The contents of a folder; no value if something there is of others."""
    files, listed = draft.digests, from_json(content_of(draft.contents / MANIFEST)).outputs
    found = {name: digest for name in {**built, **files} if (digest := digest_of(folder / name))}
    contents = Contents(
        folder=folder,
        built={**built, MANIFEST: found[MANIFEST]} if MANIFEST in found else built,
        found=found,
        files=files,
        filled={name: sha256(content).hexdigest() for name, content in filled.items()},
        left=frozenset(listed.keys() - files.keys()),
        kept=frozenset(draft.kept),
    )
    if contents.foreign:
        message = (
            f"на месте файла «{folder / contents.foreign[0]}» лежит чужой: его нет в описи прежней сборки"
        )
        return failed(STRANGE_FOLDER, message, _HOW_TO_GO_ON)
    if contents.saved:
        message = f"файл «{folder / contents.saved[0]}» сохранили, пока шла сборка; ничего не заменено"
        return failed(SAVED_MEANWHILE, message, "соберите ещё раз")
    return Outcome(contents)


def _replaced(name: str, contents: Contents, draft: Draft) -> Outcome[Path]:
    """The folder with its new files, once nobody holds what they replace."""
    folder, moving = contents.folder, (*contents.changed, *contents.gone)
    if not moving:
        return Outcome(folder, tuple(_told(contents, None)))
    busy = waited_for([folder / each for each in moving if each in contents.found])
    if busy is not None:
        return held(busy[0], busy[1].name)
    change = _change(name, contents)
    saved = carried_out(draft.sealed(change), change)
    return Outcome(folder, (*_told(contents, change), *map(saved_meanwhile, saved)))


def _change(name: str, contents: Contents) -> Change:
    """Whole folders change places where the system can do that, and nothing of others is in the way of it."""
    edited = [each for each in contents.edited if each in contents.files]
    can_be_whole = (
        name
        and not contents.kept
        and (HAS_EXCHANGE or not contents.folder.exists())
        and MANIFEST in contents.changed
    )
    whole = can_be_whole and not edited and not _has_others(contents)
    named = contents.files if whole else contents.changed
    change = Change(
        folder=name,
        new={each: contents.files[each] for each in named},
        old=contents.found,
    )
    if whole:
        return change
    aside = {each: free_name(contents.folder / each, EDITED) for each in edited}
    names = {each: path.relative_to(contents.folder).as_posix() for each, path in aside.items()}
    return replace(change, gone=contents.gone, aside=names)


def _has_others(contents: Contents) -> bool:
    """Whether anything lies in a folder besides what is as it was built, be it an empty folder."""
    folder = contents.folder
    ours = {name for name in contents.found if name in contents.files or name in contents.gone}
    ways = {way.as_posix() for name in ours for way in PurePosixPath(name).parents}
    folders = {Path(place).relative_to(folder).as_posix() for place, _, _ in os.walk(folder)}
    return not folders <= {*ways, "."} or any(name not in ours for name in files_below(folder))


def held(path: Path, mark: str) -> Outcome[Path]:
    """That a program holds an output."""
    message = f"файл «{path}» открыт в другой программе; прежние файлы не изменены"
    hint = f"закройте {path.name} в программе, где он открыт, и соберите снова"
    stale = f"; если он закрыт, удалите «{mark}»" if mark else ""
    return failed(OPEN_ELSEWHERE, message, hint + stale)


def saved_meanwhile(path: Path) -> Diagnostic:
    """That people have saved something at the very moment of a build."""
    message = f"файл «{path}» сохранили, пока сборка ставила свои; он оставлен под этим именем"
    return Diagnostic(EDITED_OUTPUT, message, None, hints=("сравните его с собранным",))


def _told(contents: Contents, change: Change | None) -> Iterator[Diagnostic]:
    """What has become of the files that people have edited."""
    aside = (change.aside if change else None) or {}
    for name in contents.edited:
        path = contents.folder / name
        message, hint = f"файл «{path}» правили после сборки", "уберите его, если он не нужен"
        if name in aside:
            message += f"; правка отложена в «{contents.folder / aside[name]}»"
            hint = f"внесите её в план или в шаблон: {path.name} собран по плану"
        else:
            later = "сейчас не собирался" if name in contents.left else "больше не собирается"
            message += f"; он оставлен и {later}"
        yield Diagnostic(EDITED_OUTPUT, message, None, hints=(hint,))
