"""A change of a folder of outputs: prepared beside it, made step by step, undone or finished after a mishap.

A stage is a folder in the root of outputs. Below `new` lie the files to come, and a journal says what is to
become of the folder; until all of them are there it is called a draft. Each step moves one thing and can be
taken back; a step that was taken is not taken again, so that the next build finishes what a killed one has
begun.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import BinaryIO, Self

from roadmapc.workspace.disk import (
    OURS,
    content_of,
    digest_of,
    files_below,
    free_name,
    fresh_name,
    is_real_folder,
    make,
    moved,
    patiently,
)
from roadmapc.workspace.manifest import MANIFEST, is_inner

EDITED = "правка"
"""How an edited output is called when it makes room: «order (правка).docx»."""
_DRAFT, _JOURNAL = "draft.json", "journal.json"
_NEW, _OLD = "new", "old"

Step = tuple[Path, Path]
"""What is moved, and where to."""


class HinderedError(OSError):
    """A step that could not be taken; every earlier one was undone."""

    def __init__(self, path: Path, cause: OSError) -> None:
        """At a file that a program holds."""
        super().__init__(cause.errno, cause.strerror)
        self.path = path


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of a folder; files are named by their paths from there."""

    folder: str
    """From the root of outputs; empty for the root itself."""
    new: Mapping[str, str]
    """Digests of the files to come."""
    old: Mapping[str, str]
    """Digests of what they replace, and of what goes."""
    gone: tuple[str, ...] = ()
    """What is replaced by nothing."""
    aside: Mapping[str, str] | None = None
    """Names under which edited files are kept; `None` if the folder takes the place of the former whole."""


class Draft:
    """A stage in the making: a file is written as soon as it is made, so that nobody holds all of them.

    Each file is named in the draft before it is begun, so that the next build takes away what a killed one
    has left. What cannot be written is told when the draft is published.
    """

    def __init__(self, root: Path) -> None:
        """For a folder in that root of outputs; the disk is not touched yet."""
        self.root = root
        self.digests: dict[str, str] = {}
        """Of the files to come, by the paths from the folder."""
        self.kept: set[str] = set()
        """Files among them that were not written: they stay as they are."""
        self.failure: OSError | None = None
        """Why something was not written."""
        self._stage = fresh_name(root)
        self._journal: BinaryIO | None = None
        self._is_open = False

    def __enter__(self) -> Self:
        """Whoever uses it here leaves nothing behind."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """What was not published goes; not if the process is ended, for then everything has to be quick."""
        if self._journal is not None:
            with suppress(OSError):  # what could not be written is told when the draft is published
                self._journal.close()
        if self._is_open and (kind is None or issubclass(kind, Exception)):
            _drop(self._stage)

    @property
    def contents(self) -> Path:
        """Where the files lie."""
        return self._stage / _NEW

    def add(self, name: str, pieces: Iterable[bytes]) -> str:
        """Write a file; its digest."""
        digest = sha256()
        try:
            self._write(name, pieces, digest.update)
        except OSError as error:
            self.failure = self.failure or error
        self.digests[name] = digest.hexdigest()
        return self.digests[name]

    def keep(self, name: str, digest: str) -> str:
        """Leave a file of the folder as it is; its digest."""
        self.kept.add(name)
        self.digests[name] = digest
        return digest

    def _write(self, name: str, pieces: Iterable[bytes], seen: Callable[[bytes], None]) -> None:
        self._note(name)
        make(self.contents / name, _watched(pieces, seen))

    def _note(self, said: object) -> None:
        """Write a line of the journal; it is on the disk before what it names is begun."""
        if not self._is_open:
            self._stage.mkdir()
            self._is_open = True
        self._journal = self._journal or (self._stage / _DRAFT).open("xb")
        self._journal.write(json.dumps(said).encode() + b"\n")
        self._journal.flush()

    def sealed(self, change: Change) -> Path:
        """The stage of a change, ready with the files that it names."""
        for name in self.digests.keys() - change.new.keys() - self.kept:
            (self.contents / name).unlink()
        if change.aside is None and is_real_folder(self.root / change.folder):
            shutil.copymode(self.root / change.folder, self.contents)
        self._note(asdict(change))
        if self._journal is not None:
            self._journal.close()
        (self._stage / _DRAFT).rename(self._stage / _JOURNAL)
        self._is_open = False
        return self._stage


def _watched(pieces: Iterable[bytes], seen: Callable[[bytes], None]) -> Iterator[bytes]:
    for piece in pieces:
        seen(piece)
        yield piece


def carried_out(stage: Path, change: Change, *, is_begun: bool = False) -> tuple[Path, ...]:
    """Make a change, or what is left of one that was begun; the result is what others have saved meanwhile.

    A fresh change that is hindered leaves all as it was; one that was begun is left for the next build.
    """
    folder = stage.parent / change.folder
    done: list[Step] = []
    for step in _steps(stage, folder, change):
        try:
            patiently(moved, *step)
        except OSError as error:
            for one, other in reversed(done):
                moved(other, one)
            if not is_begun:
                shutil.rmtree(stage, ignore_errors=True)
            raise HinderedError(step[1] if step[0].is_relative_to(stage) else step[0], error) from error
        done.append(step)
    for name in change.gone:
        _without_empty(folder / name, folder)
    saved: list[Path] = []
    with suppress(OSError):  # what is held open now is taken away by the next build
        saved.extend(_swept(stage, folder, change))
    return tuple(saved)


def finished(root: Path, folder: str | None = None) -> tuple[Path, ...]:
    """Finish or take away what killed builds have left; the result is what others have saved meanwhile.

    Of one folder only, if it is named: others may be at work beside it.
    """
    saved: list[Path] = []
    names = sorted(filter(OURS.fullmatch, os.listdir(root))) if root.is_dir() else ()
    for stage in filter(is_real_folder, (root / name for name in names)):
        change = _change(stage)
        if folder is not None and (change is None or change.folder != folder):
            continue
        if change is None:
            _drop(stage)
        else:
            saved.extend(carried_out(stage, change, is_begun=True))
    return tuple(saved)


def is_stage(path: Path) -> bool:
    """Whether a killed build has left this."""
    return OURS.fullmatch(path.name) is not None and is_real_folder(path)


def _drop(stage: Path) -> None:
    """Take away what was made of a stage that is not ready; what nobody has meant to put there stays."""
    with suppress(OSError):
        for name in _names(stage):
            (stage / _NEW / name).unlink(missing_ok=True)
        (stage / _DRAFT).unlink(missing_ok=True)
    for place, _, _ in os.walk(stage, topdown=False):
        with suppress(OSError):
            Path(place).rmdir()


def _names(stage: Path) -> list[str]:
    """The files of a draft; nothing if it does not say so, or was not made by a build."""
    names = list[str]()
    with suppress(OSError, ValueError, RecursionError):  # the last name may be written in part
        for line in content_of(stage / _DRAFT).splitlines():
            name = json.loads(line)
            names += [name] if isinstance(name, str) and is_inner(name) else []
    return [] if obstacle(stage / _NEW, names) else names


def _change(stage: Path) -> Change | None:
    """What a stage is for; `None` if it is not ready, or was not made by a build."""
    try:
        *_, last = content_of(stage / _JOURNAL).splitlines()
        change = Change(**json.loads(last))
        names = [
            *change.new,
            *change.old,
            *change.gone,
            *(change.aside or {}),
            *(change.aside or {}).values(),
        ]
        is_named = all(map(is_inner, names)) and (not change.folder or is_inner(f"{change.folder}-"))
        folders = stage.parent / change.folder, stage / _NEW, stage / _OLD
        is_ours = is_named and not any(obstacle(folder, names) for folder in folders)
        return change if is_ours and "/" not in change.folder else None
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None


def obstacle(folder: Path, names: Iterable[str]) -> Path | None:
    """What stands in the place of a folder, its own or one on the way to a file; `None` if nothing does."""
    ways = {parent.as_posix() for name in names for parent in PurePosixPath(name).parents}
    places = (folder / way for way in sorted(ways | {"."}))
    return next((each for each in places if os.path.lexists(each) and not is_real_folder(each)), None)


def _steps(stage: Path, folder: Path, change: Change) -> Iterator[Step]:
    """What is left to do; the manifest goes first and comes last, so that at no moment it is untrue."""
    new, old = stage / _NEW, stage / _OLD
    is_pending = digest_of(new / MANIFEST) == change.new.get(MANIFEST)
    if change.aside is None:
        yield from [(new, folder)] if is_pending else ()
        return
    if is_pending and os.path.lexists(folder / MANIFEST) and not os.path.lexists(old / MANIFEST):
        yield folder / MANIFEST, old / MANIFEST
    for name in change.new.keys() - {MANIFEST}:
        if digest_of(new / name) == change.new[name]:
            yield from _replacement(new / name, folder / name, change.aside.get(name), folder)
    gone = (name for name in change.gone if digest_of(folder / name) == change.old.get(name))
    yield from ((folder / name, old / name) for name in gone)
    if is_pending:
        yield new / MANIFEST, folder / MANIFEST


def _replacement(fresh: Path, path: Path, kept: str | None, folder: Path) -> Iterator[Step]:
    """A file to its place, once an edited one there has another name."""
    if kept and os.path.lexists(path) and not os.path.lexists(folder / kept):
        yield path, folder / kept
    yield fresh, path


def _swept(stage: Path, folder: Path, change: Change) -> Iterator[Path]:
    """Take the stage away; what is in it and was never built goes back to people."""
    built = {*change.new.values(), *change.old.values()}
    for name in [name for name in files_below(stage) if name != _JOURNAL]:
        if digest_of(stage / name) in built:
            (stage / name).unlink()
            continue
        saved = folder / PurePosixPath(*PurePosixPath(name).parts[1:])
        saved = free_name(saved, EDITED) if os.path.lexists(saved) else saved
        moved(stage / name, saved)
        yield saved
    for place, folders, _ in os.walk(stage, topdown=False):
        for each in folders:
            Path(place, each).rmdir()
    (stage / _JOURNAL).unlink(missing_ok=True)
    stage.rmdir()


def _without_empty(path: Path, folder: Path) -> None:
    """Take away the folders that the last of their outputs has left."""
    with suppress(OSError):
        while (path := path.parent) != folder:
            path.rmdir()
