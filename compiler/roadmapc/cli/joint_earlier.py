"""What a build of plans together goes on from, and what of it need not be made anew.

That is known by what the last build has remembered of its own outputs, as long as these are as it left them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from roadmapc.cli.build_task import BuildTask, Group, place_of
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.outputs import Earlier, earlier_outputs
from roadmapc.render.formats import CALENDAR, PAGE
from roadmapc.render.page.pages import pages_of
from roadmapc.render.unchanged import Unchanged
from roadmapc.state.index import JointEntry
from roadmapc.workspace.disk import digest_of
from roadmapc.workspace.manifest import MANIFEST, Manifest


def earlier_of(task: BuildTask, group: Group, folder: Path, shares: Mapping[str, str]) -> Outcome[Earlier]:
    """Earlier outputs of a group; `shares` are digests of what its plans have for each assignee."""
    earlier = earlier_outputs(folder, place_of(task.previous, group.name), task.options)
    return earlier.then(lambda before: Outcome(_with_unchanged(before, group, folder, shares)))


def _with_unchanged(before: Earlier, group: Group, folder: Path, shares: Mapping[str, str]) -> Earlier:
    last, manifest = group.last, before.manifest
    if last is None or manifest is None or digest_of(folder / MANIFEST) != last.digests.get(MANIFEST):
        return before
    same = [plan for plan, record in group.records if last.plans.get(plan) == record]
    calendar = sha256(before.calendars.get(CALENDAR, b"")).hexdigest()
    return replace(
        before,
        unchanged=dict(_pages(folder, last, manifest, shares)),
        same=frozenset(same if calendar == manifest.outputs.get(CALENDAR) else ()),
    )


def _pages(
    folder: Path, last: JointEntry, manifest: Manifest, shares: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, Unchanged]]]:
    """The pages of assignees that would be made the same, unless somebody has touched them."""
    for key, digest in shares.items():
        names = pages_of(key, PAGE, manifest.outputs) if last.shares.get(key) == digest else ()
        if names and all(digest_of(folder / name) == manifest.outputs[name] for name in names):
            yield key, {name: Unchanged(manifest.outputs[name]) for name in names}
