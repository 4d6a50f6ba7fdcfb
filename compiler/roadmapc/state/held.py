"""What holds of the last build, and what the next one will be told of this one."""

from collections.abc import Sequence, Set
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from roadmapc.state.index import (
    Inputs,
    JointEntry,
    PlanEntry,
    Record,
    Sources,
    are_as_built,
    imprint,
    load_briefs,
    load_index,
    save_briefs,
    save_index,
)
from roadmapc.workspace.memory import FOLDER, forget
from roadmapc.workspace.stamps import settled, stamp_of


class Said(NamedTuple):
    """What a build has said of a plan, and says again."""

    found: Record
    told: tuple[str, ...]


class Memory:
    """The state below a root of outputs, while one build works there."""

    def __init__(self, root: Path, repository: Path, inputs: Inputs, began: int) -> None:
        """`began` is a moment before any source is read, in nanoseconds of the disk."""
        self._root, self._repository, self._inputs, self._began = root, repository, inputs, began
        self._index = load_index(root)
        self.sources = Sources(repository, self._index, began)
        self._briefs: dict[str, Record] | None = None
        self._is_changed = False

    def held(self, name: str, path: Path) -> PlanEntry | None:
        """The plan of that name, if its source and its outputs are as they were built; else `None`.

        `name` is its path from the root of the repository, `path` as the build was given it.
        """
        entry = self._index.plans.get(name) or self._recorded(path)
        if (
            entry is None
            or next(iter(entry.sources), "") != name
            or not self.is_wanted(entry, path)
            or not self.sources.are(entry)
        ):
            return None
        folder = f"{self._root}/{entry.id}"
        found = imprint(folder)
        if found is None:
            return None
        if found.digest == entry.imprint and found.is_settled(self._index.moment):
            return entry
        from roadmapc.state.store import load  # noqa: PLC0415 - only in doubt

        record = load(self._root, entry.id, entry.record)
        if record is None or record.built is None or not are_as_built(Path(folder), record.built.digests):
            return None
        self._index.plans[name] = entry._replace(imprint=found.digest)
        self._is_changed = True
        return self._index.plans[name]

    def is_wanted(self, entry: PlanEntry, path: Path) -> bool:
        """Whether the same was asked for."""
        asked = (str(path), self._inputs.text, self._inputs.wanted)
        return all(asked) and asked == (entry.named, entry.text, entry.wanted)

    def _recorded(self, path: Path) -> PlanEntry | None:
        """What the record of a plan says that a killed build has left, or one whose index was lost."""
        from roadmapc.state.store import load_entry  # noqa: PLC0415
        from roadmapc.syntax.from_yaml import top_level  # noqa: PLC0415
        from roadmapc.workspace.sources import read  # noqa: PLC0415

        plan = top_level(read(path).value or b"", ("id",)).get("id", "")
        return load_entry(self._root, plan) if plan else None

    def joint_wanted(self, name: str) -> JointEntry | None:
        """What plans have together in a folder, of whatever records, if the same was asked for."""
        entry = self._index.joint.get(name)
        return entry if entry and self._inputs.wanted and entry.wanted == self._inputs.wanted else None

    def joint(self, name: str, folder: Path, records: Sequence[tuple[str, str]]) -> JointEntry | None:
        """What plans have together in a folder, if it was built of these records and is so; else `None`."""
        entry = self.joint_wanted(name)
        is_of_these = entry is not None and [*entry.plans.items()] == [*records]
        return entry if is_of_these and self.is_left(name, folder) else None

    def is_left(self, name: str, folder: Path) -> bool:
        """Whether what plans have together in a folder is as the last build has left it."""
        entry, found = self._index.joint.get(name), imprint(folder, joint=not name)
        if entry is None or found is None:
            return False
        if found.digest == entry.imprint and found.is_settled(self._index.moment):
            return True
        if not are_as_built(folder, entry.digests):
            return False
        self._index.joint[name] = entry._replace(imprint=found.digest)
        self._is_changed = True
        return True

    def said(self, name: str, entry: PlanEntry) -> Said | None:
        """What was said of a plan that holds; `None` if that was lost."""
        if self._briefs is None:
            self._briefs = load_briefs(self._root)
        brief = self._briefs.get(name)
        if brief is not None and brief["record"] == entry.record:
            return Said(brief["found"], tuple(brief["told"]))
        from roadmapc.state.store import load_said  # noqa: PLC0415

        loaded = load_said(self._root, entry)
        if loaded is None:
            return None
        said = Said(*loaded)
        self._briefs[name] = {"record": entry.record, "found": said.found, "told": said.told}
        return said

    def keep(self, name: str, entry: PlanEntry, said: Said) -> None:
        """Remember a plan that was just built."""
        if self._briefs is None:
            self._briefs = load_briefs(self._root)
        self._index.plans[name], self._index.report = entry, {}
        self._briefs[name] = {"record": entry.record, "found": said.found, "told": said.told}
        self._is_changed = True
        for source, digest in entry.sources.items():
            stamp = stamp_of(self._repository / source)
            # what was last changed before the build began is what the build has read
            if stamp is not None and settled(stamp, self._began):
                self._index.stamps[source] = digest, stamp
            else:
                self._index.stamps.pop(source, None)

    def keep_joint(self, name: str, entry: JointEntry | None) -> None:
        """Remember what plans have together in a folder; `None` if it could not be written."""
        if entry is not None:
            self._index.joint[name] = entry
            self._index.report, self._is_changed = {}, True

    def report(self, names: Sequence[str]) -> Record | None:
        """What the last build of exactly these plans has said, if the same would be said again."""
        kept = self._index.report
        return kept if kept and kept["plans"] == names and kept["wanted"] == self._inputs.wanted else None

    def keep_report(self, names: Sequence[str], report: Record) -> None:
        """Remember what would be said again of these plans; what is known of others goes."""
        kept = {**report, "plans": names, "wanted": self._inputs.wanted}
        self._is_changed |= kept != self._index.report
        self._index.report = kept

    def save(self, names: Set[str] | None) -> None:
        """Write it all; `names` are of all plans that there are, `None` where only some were looked at.

        A state that cannot be written is a state that is lost.
        """
        if names is not None:
            self._only(names)
        if not self._is_changed and not self.sources.has_learned:
            return
        with suppress(OSError):
            if self._briefs is not None:
                save_briefs(self._root, self._briefs)
            save_index(self._root, self._index)

    def _only(self, names: Set[str]) -> None:
        """Forget everything of other plans."""
        gone = self._index.plans.keys() - names
        for name in gone:
            del self._index.plans[name]
        self._is_changed |= bool(gone)
        if not self._is_changed:
            return
        entries = self._index.plans.values()
        sources = {source for entry in entries for source in entry.sources}
        self._index.stamps = {name: each for name, each in self._index.stamps.items() if name in sources}
        if self._briefs is not None:
            self._briefs = {name: each for name, each in self._briefs.items() if name in self._index.plans}
        ids = [entry.id for entry in entries]
        forget(self._root / FOLDER / "plans", [f"{each}.json" for each in ids])
        forget(self._root / FOLDER / "dates", [f"{each}.jsonl" for each in ids])
