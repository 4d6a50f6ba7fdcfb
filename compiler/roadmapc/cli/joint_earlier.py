"""What a build of plans together goes on from, and what of it need not be made anew.

That is known by what the last build has remembered of its own outputs, as long as these are as it left them.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from roadmapc.cli.build_task import Group
from roadmapc.render.formats import CALENDAR, PAGE
from roadmapc.render.ics.files import officers_calendar
from roadmapc.render.page.pages import pages_of
from roadmapc.render.unchanged import NOTHING, StillSo, Unchanged
from roadmapc.workspace.disk import digest_of
from roadmapc.workspace.manifest import MANIFEST, Manifest, manifest_of


def still_so(
    group: Group, folder: Path, calendars: Mapping[str, bytes], shares: Mapping[str, str]
) -> StillSo:
    """Of a group, whose earlier calendars are given by name.

    `shares` are digests of what its plans have for each assignee.
    """
    last, manifest = group.last, manifest_of(folder).value
    if last is None or manifest is None or digest_of(folder / MANIFEST) != last.digests.get(MANIFEST):
        return NOTHING
    same = [plan for plan, dates in group.dates if last.dates.get(plan) == dates]
    there = {
        name: digest
        for name, content in calendars.items()
        if (digest := sha256(content).hexdigest()) == manifest.outputs.get(name)
    }
    alike = [key for key, digest in shares.items() if last.shares.get(key) == digest]
    return StillSo(
        dict(_pages(folder, manifest, alike)),
        {name: Unchanged(there[name]) for name in map(officers_calendar, alike) if name in there},
        frozenset(same if CALENDAR in there else ()),
    )


def _pages(
    folder: Path, manifest: Manifest, keys: Iterable[str]
) -> Iterator[tuple[str, dict[str, Unchanged]]]:
    """The pages of assignees that would be made the same, unless somebody has touched them."""
    for key in keys:
        names = pages_of(key, PAGE, manifest.outputs)
        if names and all(digest_of(folder / name) == manifest.outputs[name] for name in names):
            yield key, {name: Unchanged(manifest.outputs[name]) for name in names}
