"""One run of `roadmapc build`: what holds is told again, the rest is built, then what plans have together."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from roadmapc.cli.build_report import BuildReport
from roadmapc.cli.build_task import Builders, BuildTask, PlanBuild, Scope
from roadmapc.cli.joint_run import JointRun, Left
from roadmapc.cli.processes import Died, process_died
from roadmapc.state.held import Memory, Said
from roadmapc.state.index import PlanEntry
from roadmapc.workspace.lock import LOCK
from roadmapc.workspace.opened import mended
from roadmapc.workspace.root import joint_orphans, orphans, put_aside, report_orphan
from roadmapc.workspace.sources import beside, read, relative
from roadmapc.workspace.stamps import stamp_of


class Run:
    """A plan that cannot be built stops no other."""

    def __init__(self, task: BuildTask, repository: Path, scope: Scope, builders: Builders) -> None:
        """`repository` is that of the first plan."""
        self.report = BuildReport()
        self._task, self._repository, self._scope, self._builders = task, repository, scope, builders
        began = stamp_of(task.folder / LOCK)
        self._memory = Memory(task.folder, repository, task.inputs, began.modified if began else 0)
        self._entries: dict[Path, PlanEntry] = {}
        """Of plans whose folders are as they have to be."""
        self._left: list[Left] = []
        self._ids: list[str] = []
        """Of all plans that are there."""

    def build(self, paths: Sequence[Path]) -> None:
        """Build the plans, and what they have together."""
        names = self._names(paths)
        looked_at = {} if self._scope.is_forced else names
        found = {path: self._memory.held(name, path) for path, name in looked_at.items()}
        held = {path: entry for path, entry in found.items() if entry is not None}
        if not self._is_repeated(names, held):
            self._build_plans(names, held)
            if self._is_joint(paths):
                self._build_joint()
            if self._scope.is_whole:
                self._tell_of_orphans()
                if said := self.report.record():
                    self._memory.keep_report([*names.values()], said)
        self._memory.save({*names.values()} if self._scope.is_whole else None)

    def _is_joint(self, paths: Sequence[Path]) -> bool:
        """Whether plans are built that may have something together, in a format that has."""
        has_dates = not all(kind.is_document for kind in self._task.options.formats)
        return has_dates and (self._scope.is_whole or len(paths) > 1)

    def _is_repeated(self, names: Mapping[Path, str], held: Mapping[Path, PlanEntry]) -> bool:
        """Whether nothing is to be built, and what the last build has said is said again."""
        said = self._memory.report([*names.values()]) if self._scope.is_whole else None
        if said is None or len(held) < len(names):
            return False
        joint = self._joint()
        entries = list(held.values())
        groups = joint.groups(entries, ()) if self._is_joint([*names]) else {}
        if not joint.are_held(groups) or self._orphans(entries, [entry.id for entry in entries]):
            return False
        self.report.repeat(said)
        return True

    def _names(self, paths: Sequence[Path]) -> dict[Path, str]:
        """The paths from the root of the repository, over no link in their last steps."""
        return {path: self._memory.sources.named(path) for path in paths}

    def _build_plans(self, names: Mapping[Path, str], held: Mapping[Path, PlanEntry]) -> None:
        """Build what does not hold, and say of each plan in turn what became of it."""
        said = {path: self._memory.said(names[path], entry) for path, entry in held.items()}
        again = {path: (held[path], found) for path, found in said.items() if found is not None}
        builds = self._builds(self._tasks(names, again))
        made: dict[Path, PlanBuild | Died] = {}
        for path, name in names.items():
            if path in again:
                self._repeat(path, *again[path])
                continue
            while path not in made:
                made |= next(builds)
            self._take(path, name, made.pop(path))

    def _builds(self, tasks: Sequence[tuple[Path, ...]]) -> Iterator[dict[Path, PlanBuild | Died]]:
        """What becomes of plans, those of one name together."""
        if not tasks:
            return
        work = partial(self._builders.of_plans(), self._task)
        made = self._scope.engine(work, tasks, lambda: self.report.add(mended(self._task.folder).diagnostics))
        for paths, group in zip(tasks, made, strict=True):
            yield {path: group if isinstance(group, Died) else group[at] for at, path in enumerate(paths)}

    def _tasks(
        self, names: Mapping[Path, str], held: dict[Path, tuple[PlanEntry, Said]]
    ) -> list[tuple[Path, ...]]:
        """The plans to be built: those of one name go together, so that the first of them has the folder."""
        namesakes: defaultdict[str, dict[Path, None]] = defaultdict(dict)
        for path in names:
            if path not in held:
                namesakes[_head(path).get("id", "")][path] = None
        for path in [path for path, (entry, _) in held.items() if entry.id in namesakes]:
            namesakes[held.pop(path)[0].id][path] = None
        return [tuple(path for path in names if path in group) for group in namesakes.values()]

    def _repeat(self, path: Path, entry: PlanEntry, said: Said) -> None:
        """Say of a plan that holds what was said when it was built."""
        self._entries[path] = entry
        self._ids.append(entry.id)
        self.report.merge(said.found, said.found)
        self.report.tell(said.told)

    def _take(self, path: Path, name: str, build: PlanBuild | Died) -> None:
        """Say what became of a plan, and remember it; one whose record was damaged was told of already."""
        is_told = path in self._entries
        if isinstance(build, Died):
            self._entries.pop(path, None)
            self._left.append(Left(path, self._directory(path), is_at_fault=True))
            self.report.add([process_died(path)])
            return
        if build.bug:
            self.report.bug(str(path), build.bug)
        if not is_told or build.said != build.again:
            self.report.merge(build.said, build.again)
            self.report.tell(build.told)
        if build.id:
            self._ids.append(build.id)
        if build.entry is None or build.again is None:
            self._entries.pop(path, None)
            self._left.append(Left(path, self._directory(path), is_at_fault=build.is_at_fault))
        else:
            self._entries[path] = build.entry
            self._memory.keep(name, build.entry, Said(build.again, build.told))

    def _directory(self, path: Path) -> str:
        """The directory that a plan names, for one that cannot be built; empty if it names none."""
        named = beside(path, _head(path).get("organisation", ""))
        return "" if named is None else relative(named, self._repository)

    def _joint(self) -> JointRun:
        return JointRun(self._task, self._memory, self.report, self._builders, self._scope)

    def _build_joint(self) -> None:
        """Build what plans have together; plans whose records are damaged are built anew before, once."""
        joint = self._joint()
        groups = joint.groups(list(self._entries.values()), self._left)
        lost = joint.build(groups, self._left, is_forced=self._scope.is_forced)
        if lost:
            paths = [path for path, entry in self._entries.items() if entry.id in lost]
            self._build_plans(self._names(paths), {})
            groups = joint.groups(list(self._entries.values()), self._left)
            joint.build(groups, self._left, is_forced=False)
        joint.tell_of_left(groups, self._left)

    def _tell_of_orphans(self) -> None:
        """Outputs of plans that are gone are named, and moved aside if that is wished."""
        folder = self._task.folder
        for name in self._orphans(list(self._entries.values()), self._ids):
            if not self._scope.is_cleaned:
                self.report.add([report_orphan(folder, name)])
                continue
            moved = put_aside(folder, name)
            self.report.add(moved.diagnostics)
            if moved.value is not None:
                self.report.tell([f"{folder / name}: убрано в {moved.value}"], is_once=True)

    def _orphans(self, entries: Sequence[PlanEntry], ids: Collection[str]) -> tuple[str, ...]:
        """The folders of plans, and of municipalities, that are gone."""
        unread = [relative(each.path, self._repository) for each in self._left]
        gone = orphans(self._task.folder, ids, unread)
        if not all(each.directory for each in self._left):
            return gone  # whose municipality may be any
        groups = self._joint().groups(entries, self._left)
        names = [group.name for group in groups.values() if group.name]
        return (*gone, *joint_orphans(self._task.folder, names))


def _head(plan: Path) -> dict[str, str]:
    """What a plan says of itself first."""
    from roadmapc.syntax.from_yaml import top_level  # noqa: PLC0415

    return top_level(read(plan).value or b"", ("id", "organisation"))
