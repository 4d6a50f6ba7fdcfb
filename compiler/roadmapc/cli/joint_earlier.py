"""What a build of plans together goes on from, and what of it need not be made anew.

That is known by what the last build has remembered of its own outputs, as long as these are as it left them.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from roadmapc.cli.build_task import Group
from roadmapc.render.formats import CALENDAR, PAGE
from roadmapc.render.page.pages import pages_of
from roadmapc.render.unchanged import Unchanged
from roadmapc.state.index import JointEntry
from roadmapc.workspace.disk import digest_of
from roadmapc.workspace.manifest import MANIFEST, Manifest, manifest_of


class StillSo(NamedTuple):
    """What is as the last build has left it."""

    pages: Mapping[str, Mapping[str, Unchanged]]
    """Of assignees of whom nothing has changed, by key."""
    plans: frozenset[str]
    """Ids of those that have not changed since the joint calendar was made."""


def still_so(
    group: Group, folder: Path, calendars: Mapping[str, bytes], shares: Mapping[str, str]
) -> StillSo:
    """Of a group, whose earlier calendars are given by name.

    `shares` are digests of what its plans have for each assignee.
    """
    last, manifest = group.last, manifest_of(folder).value
    if last is None or manifest is None or digest_of(folder / MANIFEST) != last.digests.get(MANIFEST):
        return StillSo({}, frozenset())
    same = [plan for plan, record in group.records if last.plans.get(plan) == record]
    calendar = sha256(calendars.get(CALENDAR, b"")).hexdigest()
    is_there = calendar == manifest.outputs.get(CALENDAR)
    return StillSo(dict(_pages(folder, last, manifest, shares)), frozenset(same if is_there else ()))


def _pages(
    folder: Path, last: JointEntry, manifest: Manifest, shares: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, Unchanged]]]:
    """The pages of assignees that would be made the same, unless somebody has touched them."""
    for key, digest in shares.items():
        names = pages_of(key, PAGE, manifest.outputs) if last.shares.get(key) == digest else ()
        if names and all(digest_of(folder / name) == manifest.outputs[name] for name in names):
            yield key, {name: Unchanged(manifest.outputs[name]) for name in names}
