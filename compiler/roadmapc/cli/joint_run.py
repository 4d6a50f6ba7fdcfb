"""What plans have together: by organisation directories, each of which is built if it does not hold."""

import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from roadmapc.cli.build_report import BuildReport
from roadmapc.cli.build_task import Builders, BuildTask, Group, GroupBuild, Scope, place_of
from roadmapc.cli.processes import Died, process_died
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.render.agenda.directories import directory_names
from roadmapc.render.formats import HTML
from roadmapc.state.held import Memory
from roadmapc.state.index import JointEntry, PlanEntry
from roadmapc.workspace.codes import JOINT_LEFT, JOINT_NARROWED
from roadmapc.workspace.disk import is_real_folder
from roadmapc.workspace.manifest import MANIFEST, manifest_of
from roadmapc.workspace.opened import mended
from roadmapc.workspace.root import MUNICIPALITIES


class Left(NamedTuple):
    """A plan that was not built."""

    path: Path
    directory: str
    """Of its organisation; empty if that is not known."""
    is_at_fault: bool
    """Whether something is wrong with it, and not with its folder."""


class JointRun:
    """Without one of its plans the dates of that would seem withdrawn: such a group is left as it was."""

    def __init__(  # noqa: D107 - see `groups` and `build`
        self,
        task: BuildTask,
        memory: Memory,
        report: BuildReport,
        builders: Builders,
        scope: Scope,
    ) -> None:
        self._task, self._memory, self._report = task, memory, report
        self._builders, self._engine, self._is_whole = builders, scope.engine, scope.is_whole
        self._told: set[str] = set()
        """Names of groups of which it was said what they are."""

    def groups(self, entries: Sequence[PlanEntry], left: Sequence[Left]) -> dict[str, Group]:
        """The groups by their directories; one of which no plan was built is among them."""
        known = [each.directory for each in entries] + [each.directory for each in left]
        directories = dict.fromkeys(filter(None, known))
        names = directory_names(map(PurePosixPath, directories))
        has_folders = is_real_folder(self._task.folder / MUNICIPALITIES)
        are_several = len(directories) > 1 or (has_folders and not self._is_whole)
        plans: defaultdict[str, list[PlanEntry]] = defaultdict(list)
        for entry in entries:
            plans[entry.directory].append(entry)
        return {
            each: Group(
                names[PurePosixPath(each)] if are_several else "",
                "" if are_several else names[PurePosixPath(each)],
                tuple(plans[each]),
            )
            for each in directories
        }

    def held(self, groups: Mapping[str, Group]) -> dict[str, JointEntry]:
        """What holds of the last build, by directory."""
        found = (
            (each, self._memory.joint(group.name, place_of(self._task.folder, group.name), group.records))
            for each, group in groups.items()
        )
        return {each: entry for each, entry in found if entry is not None}

    def build(self, groups: Mapping[str, Group], left: Sequence[Left], *, is_forced: bool) -> list[str]:
        """Build what does not hold; the result are ids of plans whose records are lost."""
        held = {} if is_forced else self.held(groups)
        waiting = [each for each in groups if each not in held and not _missing(each, left)]
        waiting.sort(key=lambda each: -len(groups[each].plans))  # so that all processes end at one time
        narrowed = {each: tuple(self._narrowed(groups[each])) for each in waiting}
        builds = self._builds([groups[each] if is_forced else self._known(groups[each]) for each in waiting])
        built = dict(zip(waiting, builds, strict=True))
        lost: list[str] = []
        for name, group in groups.items():
            if name in built:
                build = built[name]
                gone = self._take(group, build)
                self._report.add(() if gone else narrowed[name])
                lost += gone
                if isinstance(build, GroupBuild) and build.entry is not None:
                    held[name] = build.entry
            elif name in held and not _missing(name, left):
                self._repeat(group, held[name])
        if self._leads_to(groups) and len(held) == len(groups):
            self._build_index({groups[each].name: held[each] for each in groups}, is_forced=is_forced)
        return lost

    def _known(self, group: Group) -> Group:
        """A group with what is remembered of it."""
        last = self._memory.joint_wanted(group.name)
        place = place_of(self._task.folder, group.name)
        return group._replace(last=last, is_left=last is not None and self._memory.is_left(group.name, place))

    def _builds(self, groups: Sequence[Group]) -> Iterator[GroupBuild | Died]:
        """What becomes of groups, in their order."""
        if groups:
            work = partial(self._builders.of_group(), self._task)
            yield from self._engine(
                work, groups, lambda: self._report.add(mended(self._task.folder).diagnostics)
            )

    def tell_of_left(self, groups: Mapping[str, Group], left: Sequence[Left]) -> None:
        """Name the plans without which something was not built."""
        self._report.add(
            self._left(group, plans) for each, group in groups.items() if (plans := _missing(each, left))
        )

    def are_held(self, groups: Mapping[str, Group]) -> bool:
        """Whether all of them hold, and the page that leads to them, if one is wanted."""
        held = {groups[each].name: entry for each, entry in self.held(groups).items()}
        has_index = not self._leads_to(groups) or self._held_index(held) is not None
        return len(held) == len(groups) and has_index

    def _leads_to(self, groups: Mapping[str, Group]) -> bool:
        """Whether there is to be a page that leads to the groups."""
        return HTML in self._task.options.formats and any(group.name for group in groups.values())

    def _held_index(self, entries: Mapping[str, JointEntry]) -> JointEntry | None:
        return self._memory.joint("", self._task.folder, _digests(entries))

    def _repeat(self, group: Group, entry: JointEntry) -> None:
        """Say of a group that holds what was said when it was built, unless this run has said it."""
        if group.name not in self._told:
            self._told.add(group.name)
            self._report.tell(entry.told)
            self._report.merge(entry.said, entry.said)

    def _take(self, group: Group, build: GroupBuild | Died) -> tuple[str, ...]:
        """Say what became of a group, and remember it."""
        folder = place_of(self._task.folder, group.name)
        if isinstance(build, Died):
            self._report.add([process_died(folder, "общий календарь в")])
            return ()
        if build.bug:
            self._report.bug(f"общие календари и реестр в «{folder}»", build.bug)
        entry = build.entry
        self._told |= {group.name} if entry else set()
        self._memory.keep_joint(group.name, entry)
        self._report.tell(build.told)
        self._report.merge(build.said, entry.said if entry else None)
        return build.lost

    def _build_index(self, entries: Mapping[str, JointEntry], *, is_forced: bool) -> None:
        """The page that leads to all groups."""
        if not is_forced and (entry := self._held_index(entries)) is not None:
            self._report.merge(entry.said, entry.said)
            return
        with self._report.alone(f"страница всех муниципалитетов в «{self._task.folder}»"):
            build = self._builders.of_index()(self._task, entries, _digests(entries))
            self._memory.keep_joint("", build.entry)
            self._report.merge(build.said, build.entry.said if build.entry else None)

    def _left(self, group: Group, plans: Sequence[Left]) -> Diagnostic:
        """What hinders the outputs of all: errors in plans, or folders that cannot be written."""
        folder = place_of(self._task.folder, group.name)
        state = "остались прежними" if os.path.lexists(folder / MANIFEST) else "не записаны"
        hindrances = (
            ("не собрано", True, "исправьте названные ошибки и соберите снова"),
            (
                "собрано, но не записано",
                False,
                "устраните, что мешает в папке вывода; сами планы исправлять не нужно",
            ),
        )
        named = [
            (what, ", ".join(str(each.path) for each in plans if each.is_at_fault is is_at_fault), hint)
            for what, is_at_fault, hint in hindrances
        ]
        causes = "; ".join(f"{what} {paths}" for what, paths, _ in named if paths)
        message = f"общие календари и реестр в «{folder}» {state}: {causes}"
        return Diagnostic(JOINT_LEFT, message, None, tuple(hint for _, paths, hint in named if paths))

    def _narrowed(self, group: Group) -> Iterator[Diagnostic]:
        """That plans which are still built are in the joint calendar no more."""
        manifest = manifest_of(place_of(self._task.folder, group.name)).value
        if self._is_whole or manifest is None:
            return
        ids = {each.id for each in group.plans}
        former = [name for name in manifest.plans if name not in ids]
        if missing := [name for name in former if (self._task.folder / name / MANIFEST).is_file()]:
            message = f"в общих календарях и реестре теперь нет планов {', '.join(missing)}"
            yield Diagnostic(JOINT_NARROWED, message, None, hints=("соберите все планы: roadmapc build",))


def _missing(directory: str, left: Sequence[Left]) -> list[Left]:
    """The plans that a directory's outputs lack: its own, and those of which no directory is known."""
    return [each for each in left if each.directory in {directory, ""}]


def _digests(entries: Mapping[str, JointEntry]) -> tuple[tuple[str, str], ...]:
    """The names of groups, with a digest of what a page that leads to them says of each."""
    return tuple(
        (name, sha256(json.dumps([[*entry.plans], entry.summary]).encode()).hexdigest())
        for name, entry in entries.items()
    )
