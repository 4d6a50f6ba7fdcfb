"""Which plans are as they were built: by the stamps of their files or, in doubt, by digests.

The index only saves the reading of records and outputs. Whoever loses it finds all that it says in records
and manifests, more slowly.
"""

import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmapc.workspace.disk import digest_of
from roadmapc.workspace.manifest import MANIFEST, manifest_of
from roadmapc.workspace.memory import FOLDER, keep, kept
from roadmapc.workspace.sources import relative
from roadmapc.workspace.stamps import Imprint, Stamp, imprint_of, settled, stamp_of

if TYPE_CHECKING:
    from roadmapc.state.record import PlanRecord

VERSION = 3
"""Of the shape of the index; one of another shape is as if lost."""
_INDEX, _BRIEFS = "index.json", "briefs.json.zlib"
_QUICKLY = 1
"""Plans say much the same of themselves: this level leaves a twentieth, and takes less time than the disk."""
_JOINT = ("officers",)
"""Folders of the root in which lies what plans have together."""
Record = dict[str, Any]
"""As JSON has it."""


class Inputs(NamedTuple):
    """What outputs depend on besides sources."""

    text: str
    """A digest of what the meaning of a plan depends on: the compiler, and what was asked of it."""
    wanted: str
    """The same of its outputs; empty if what is known of the last ones does not tell if they would do."""
    has_reminders: bool = False


class PlanEntry(NamedTuple):
    """A plan that was built, and whose record is kept."""

    id: str
    named: str
    """Its path as the build was given it: findings name it so."""
    text: str
    wanted: str
    """See `Inputs`."""
    record: str
    """A digest of its record."""
    dates: str
    """Of all that calendars, registers and pages of several plans have of it."""
    directory: str
    """See `PlanRecord`."""
    sources: Mapping[str, str]
    """Digests by paths from the root of the repository."""
    acts: str
    """The folder of acts that have amended it; empty if there is none."""
    imprint: str
    """Of its outputs; empty if they are not as they would be built."""


class JointEntry(NamedTuple):
    """What several plans have together."""

    wanted: str
    plans: Mapping[str, str]
    """Digests of their records, by id."""
    dates: Mapping[str, str]
    """The same of what is made of them: see `PlanEntry`."""
    digests: Mapping[str, str]
    """See `Built`."""
    imprint: str
    told: tuple[str, ...]
    said: Record
    """What was found while they were made, as a report goes on from it."""
    summary: Record
    """What an index of all has to say of it."""
    shares: Mapping[str, str]
    """Digests of what its pages say of each assignee, by key: see `shares.py`."""


@dataclass(slots=True)
class Index:
    """What is known, by the paths of plans from the root of the repository."""

    plans: dict[str, PlanEntry] = field(default_factory=dict)
    joint: dict[str, JointEntry] = field(default_factory=dict)
    """By folders from the root of outputs; empty for the root itself."""
    stamps: dict[str, tuple[str, Stamp]] = field(default_factory=dict)
    """Digests of sources by their paths from the root, and the stamps that vouch for them."""
    report: Record = field(default_factory=dict)
    """What a build of all plans has said that had nothing to build; empty if it was not such."""
    moment: int = 0
    """When it was written, in nanoseconds of the disk; 0 for one that is new."""


def load_index(root: Path) -> Index:
    """The index of a root of outputs; a new one if there is none that this release has written."""
    path = root / FOLDER / _INDEX
    stamp, content = stamp_of(path), kept(path)
    if content is None or stamp is None:
        return Index()
    try:
        found = json.loads(content)
        if found["version"] != VERSION:
            return Index()
        return Index(
            plans={name: PlanEntry(*each) for name, each in found["plans"].items()},
            joint={name: JointEntry(*each) for name, each in found["joint"].items()},
            stamps={name: (digest, Stamp(*each)) for name, (digest, each) in found["stamps"].items()},
            report=dict(found["report"]),
            moment=stamp.modified,
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Index()


def save_index(root: Path, index: Index) -> None:
    """Write the index; an `OSError` if that cannot be done."""
    fields = ("plans", "joint", "stamps", "report")
    content = {"version": VERSION} | {name: getattr(index, name) for name in fields}
    keep(root / FOLDER / _INDEX, json.dumps(content, ensure_ascii=False).encode())


def load_briefs(root: Path) -> dict[str, Record]:
    """What was said of plans, as reports put it together, by their paths; empty if that is not known."""
    try:
        content = kept(root / FOLDER / _BRIEFS)
        return {} if content is None else dict(json.loads(zlib.decompress(content)))
    except (ValueError, TypeError, RecursionError, zlib.error):
        return {}


def save_briefs(root: Path, briefs: Mapping[str, Record]) -> None:
    """Write what was said of plans; an `OSError` if that cannot be done."""
    written = json.dumps(briefs, ensure_ascii=False, separators=(",", ":")).encode()
    keep(root / FOLDER / _BRIEFS, zlib.compress(written, _QUICKLY))


class Sources:
    """Sources as they are now; each is looked at once."""

    def __init__(self, repository: Path, index: Index, began: int) -> None:
        """`began` is a moment before any of them is read for a build."""
        self._repository = str(repository)
        self._index = index
        self._began = began
        self.has_learned = False
        """Whether the index knows the stamp of a source that it did not know."""
        self._digests: dict[str, str] = {}
        self._are_plain: dict[str, bool] = {}
        self._acts: dict[str, frozenset[str]] = {}
        self._folders: dict[str, str] = {}

    def are(self, entry: PlanEntry) -> bool:
        """Whether a plan was built from all of these, and no act was added to its own."""
        if any(self.digest(name) != digest for name, digest in entry.sources.items()):
            return False
        return not entry.acts or self._acts_in(entry.acts) <= entry.sources.keys()

    def named(self, path: Path) -> str:
        """The path of a plan from the root, over no link in its last step."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            near = relative(path.parent, Path(self._repository))
            self._folders[folder] = "" if near in {"", "."} else f"{near}/"
        return self._folders[folder] + name

    def digest(self, name: str) -> str:
        """By the path from the root; empty for what is no plain file, or lies behind a link."""
        if name not in self._digests:
            self._digests[name] = self._digest(name)
        return self._digests[name]

    def _digest(self, name: str) -> str:
        path, folder = f"{self._repository}/{name}", name.rpartition("/")[0]
        now = stamp_of(path)
        if now is None or not self._is_plain(folder):
            return ""
        digest, known = self._index.stamps.get(name, ("", None))
        if now == known:
            return digest
        try:
            digest = digest_of(Path(path))
        except OSError:
            return ""
        if settled(now, self._began):
            self._index.stamps[name] = digest, now
            self.has_learned = True
        return digest

    def _is_plain(self, folder: str) -> bool:
        if folder not in self._are_plain:
            path = os.path.join(self._repository, folder) if folder else self._repository
            self._are_plain[folder] = os.path.realpath(path) == path
        return self._are_plain[folder]

    def _acts_in(self, folder: str) -> frozenset[str]:
        if folder not in self._acts:
            names = os.listdir(f"{self._repository}/{folder}")
            self._acts[folder] = frozenset(f"{folder}/{name}" for name in names if name.endswith(".yaml"))
        return self._acts[folder]


def entry_of(record: "PlanRecord", digest: str, folder: Path) -> PlanEntry:
    """What is to be known of a plan whose folder has just been written; `digest` is its record's."""
    return PlanEntry(
        id=record.id,
        named=record.named,
        text=record.text,
        wanted=record.built.wanted if record.built else "",
        record=digest,
        dates=_dates_digest(record),
        directory=record.directory,
        sources=record.sources,
        acts=record.acts,
        imprint=imprint_digest(folder),
    )


def _dates_digest(record: "PlanRecord") -> str:
    days = record.edition_day, record.first_day
    words = repr((record.plan, record.directory, record.organisation, days, *record.lines.written))
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def imprint(folder: Path | str, *, joint: bool = False) -> Imprint | None:
    """Of a folder of outputs; of the root, without the folders of plans."""
    return imprint_of(folder, _JOINT if joint else None)


def imprint_digest(folder: Path, *, joint: bool = False) -> str:
    """Its digest; empty for a folder that cannot be read."""
    found = imprint(folder, joint=joint)
    return found.digest if found else ""


def are_as_built(folder: Path, digests: Mapping[str, str]) -> bool:
    """Whether each file of a folder of outputs is as a build has left it, by its digest."""
    try:
        if digest_of(folder / MANIFEST) != digests[MANIFEST]:
            return False
        manifest = manifest_of(folder).value
        listed = {**manifest.outputs, **digests} if manifest else digests
        return all(digest_of(folder / name) == digest for name, digest in listed.items())
    except OSError:
        return False
