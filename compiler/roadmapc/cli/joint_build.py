"""The way of what plans have together, in whatever process: put together from records, made, written."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from roadmapc.cli.build_task import BuildTask, Group, GroupBuild, place_of
from roadmapc.cli.built import built_of, forget_last, lasting, marks_told
from roadmapc.cli.joint_earlier import still_so
from roadmapc.diagnostics.brief import brief
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.outputs import (
    Earlier,
    Region,
    Together,
    earlier_outputs,
    filled_register,
    index_outputs,
    is_same_register,
    joint_outputs,
    kept_outputs,
)
from roadmapc.render.agenda.joint import Part
from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.formats import PAGE, REGISTER
from roadmapc.render.page.contents import PageLink
from roadmapc.render.page.pages import Municipality
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.findings import register_in_use
from roadmapc.state.index import JointEntry, Record, imprint_digest
from roadmapc.state.record import PlanRecord
from roadmapc.state.shares import shares
from roadmapc.state.store import load, load_dates
from roadmapc.workspace.folder import published
from roadmapc.workspace.manifest import MANIFEST, manifest_of
from roadmapc.workspace.root import MUNICIPALITIES, municipalities
from roadmapc.workspace.sources import build_day
from roadmapc.workspace.stage import Draft


def build_group(task: BuildTask, group: Group) -> GroupBuild:
    """Everything that a build makes of a group; a bug ends this group alone."""
    forget_last()
    try:
        return _group_build(task, group)
    except Exception as error:
        return GroupBuild(brief(()), bug=f"{type(error).__name__}: {error}")


def _group_build(task: BuildTask, group: Group) -> GroupBuild:
    if (again := _again(task, group)) is not None:
        return again
    known = {name: _read(task.folder, name, digest) for name, digest in group.records}
    if lost := tuple(name for name, found in known.items() if found is None):
        return GroupBuild(brief(()), lost=lost)
    found = [each for each in known.values() if each is not None]
    place = municipalities(task.folder) if group.name else Outcome(task.folder)
    if place.value is None:
        return GroupBuild(brief(place.diagnostics))
    return _built(task, group, place.value, found)


def _again(task: BuildTask, group: Group) -> GroupBuild | None:
    """The outputs of a group as they are, if none of its dates has changed; `None` if they are to be made."""
    last, folder = group.last, place_of(task.folder, group.name)
    if last is None or not group.is_left or (*last.dates.items(),) != group.dates:
        return None
    manifest = manifest_of(folder).value
    # what people have written into a register is carried over, and told, by who makes it
    if manifest is None or last.digests.get(REGISTER) != manifest.outputs.get(REGISTER):
        return None
    with Draft(folder.parent if group.name else folder) as draft:
        if not kept_outputs(_sources(group), task.options, manifest, draft):
            return None
        written = published(draft, group.name, {}, is_shared=task.is_shared)
    if written.value is None or written.diagnostics:
        return GroupBuild(brief(written.diagnostics))
    entry = last._replace(
        plans=dict(group.records),
        digests={**last.digests, MANIFEST: draft.digests[MANIFEST]},
        imprint=imprint_digest(folder, joint=folder == task.folder),
    )
    return GroupBuild(last.said, last.told, entry)


def _read(root: Path, name: str, digest: str) -> tuple[PlanRecord, AgendaView] | None:
    """A plan as it was written down; `None` if that was damaged."""
    record = load(root, name, digest)
    agenda = load_dates(root, record) if record is not None else None
    return (record, agenda) if record is not None and agenda is not None else None


def _built(
    task: BuildTask, group: Group, root: Path, found: Sequence[tuple[PlanRecord, AgendaView]]
) -> GroupBuild:
    """The outputs of a group, written into its folder in that root."""
    plans, folder = _together(group, found), root / group.name
    parts = shares(found, group.prefix and f"{group.prefix}/")
    days = {each.uid: each.due for part in plans.parts for each in part.agenda.occurrences}
    register = filled_register(folder / REGISTER, days)
    earlier = earlier_outputs(folder, place_of(task.previous, group.name), task.options)
    marks = register.value or UNTOUCHED

    def lay(marks: FilledRegister, before: Earlier) -> Outcome[AgendaView]:
        before = replace(before, register=marks, still_so=still_so(group, folder, before.calendars, parts))
        return joint_outputs(plans, task.options, before, draft)

    with Draft(root) as draft:
        dates = register.then_with(earlier, lay)
        if dates.value is not None and not is_same_register(folder / REGISTER, marks):
            dates = Outcome(None, (register_in_use(str(folder / REGISTER)),))
        filled = {REGISTER: marks.source}
        written = dates.then(lambda _: published(draft, group.name, filled, is_shared=task.is_shared))
    if dates.value is None or written.value is None:
        return GroupBuild(brief(written.diagnostics))
    told = tuple(marks_told(folder / REGISTER, marks))
    entry = _entry(task, folder, draft.digests, dates.diagnostics, told)._replace(
        plans=dict(group.records),
        dates=dict(group.dates),
        summary=_summary(plans, group.name, dates.value, draft.digests),
        shares=parts,
    )
    # what was found in the folder is said once, and looked for once more
    is_as_built = len(written.diagnostics) == len(dates.diagnostics)
    entry = entry if is_as_built else entry._replace(imprint="")
    return GroupBuild(brief(written.diagnostics), told, entry)


def _entry(
    task: BuildTask,
    folder: Path,
    digests: Mapping[str, str],
    found: Sequence[Diagnostic] = (),
    told: tuple[str, ...] = (),
) -> JointEntry:
    """What is remembered of a folder that was just written, but of whom it is."""
    built = built_of(task.inputs, digests, found, told)
    return JointEntry(
        wanted=built.wanted,
        plans={},
        dates={},
        digests=built.digests,
        imprint=imprint_digest(folder, joint=folder == task.folder),
        told=told,
        said=brief(lasting(found)),
        summary={},
        shares={},
    )


def _together(group: Group, found: Sequence[tuple[PlanRecord, AgendaView]]) -> Together:
    records = [record for record, _ in found]
    return Together(
        parts=[Part(agenda, group.prefix, record.organisation) for record, agenda in found],
        plans=tuple(record.id for record in records),
        sources=_sources(group),
        day=max(build_day(record.edition_day, record.first_day) for record in records),
    )


def _sources(group: Group) -> dict[str, str]:
    """Digests by their paths from the root of the repository."""
    return {name: digest for each in group.plans for name, digest in each.sources.items()}


def _summary(plans: Together, name: str, agenda: AgendaView, files: Collection[str]) -> Record:
    """What the page of all municipalities says of this one, which has these files."""
    counts = Counter(assignee for each in agenda.occurrences for assignee in each.duty.assignees)
    place, suffix = f"{MUNICIPALITIES}/{name}", PurePosixPath(PAGE).suffix
    own = {each.key: f"officers/{each.key}{suffix}" for each in agenda.assignees}
    are_apart = any(page in files for page in own.values())

    def page_of(key: str) -> str:
        return own[key] if own[key] in files else PAGE + ("" if are_apart else f"?who={key}")

    return {
        "address": f"{place}/{PAGE}",
        "title": plans.parts[0].organisation,
        "plans": len(plans.plans),
        "dated": len(agenda.occurrences),
        "undated": len(agenda.undated),
        "day": plans.day.isoformat(),
        "assignees": [
            [f"{place}/{page_of(each.key)}", each.name, f"сроков: {counts[each]}"]
            for each in agenda.assignees
        ],
    }


def build_index(
    task: BuildTask, entries: Mapping[str, JointEntry], digests: Sequence[tuple[str, str]]
) -> GroupBuild:
    """The page that leads to all groups; `digests` are of what it says of each."""
    summaries = [entry.summary for entry in entries.values()]
    views = tuple(
        Municipality(
            assignees=tuple(PageLink(*each) for each in summary["assignees"]),
            **{field: summary[field] for field in ("address", "title", "plans", "dated", "undated")},
        )
        for summary in summaries
    )
    region = Region(
        views,
        tuple(plan for entry in entries.values() for plan in entry.plans),
        max(date.fromisoformat(summary["day"]) for summary in summaries),
    )
    earlier = earlier_outputs(task.folder, task.previous, task.options)
    if earlier.value is None:
        return GroupBuild(brief(earlier.diagnostics))
    with Draft(task.folder) as draft:
        index_outputs(region, task.options, earlier.value, draft)
        written = published(draft, "", {})
    said = (*earlier.diagnostics, *written.diagnostics)
    if written.value is None:
        return GroupBuild(brief(said))
    entry = _entry(task, task.folder, draft.digests, earlier.diagnostics)._replace(plans=dict(digests))
    return GroupBuild(brief(said), (), entry._replace(imprint="") if said else entry)
