"""The way of what plans have together, in whatever process: put together from records, made, written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from roadmapc.cli.build_task import Group, GroupBuild, Task, place_of
from roadmapc.cli.plan_build import built_of, marks_told
from roadmapc.diagnostics.brief import brief
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.outputs import (
    Together,
    earlier_outputs,
    filled_register,
    index_outputs,
    is_same_register,
    joint_outputs,
)
from roadmapc.render.agenda.joint import Part, joined
from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.formats import REGISTER, Files
from roadmapc.render.page.contents import PageLink
from roadmapc.render.page.pages import Municipality
from roadmapc.render.register.filled import UNTOUCHED
from roadmapc.render.register.findings import register_in_use
from roadmapc.state.index import JointEntry, Record, imprint_digest
from roadmapc.state.record import PlanRecord
from roadmapc.state.store import load, load_dates
from roadmapc.workspace.folder import put
from roadmapc.workspace.root import MUNICIPALITIES, municipalities
from roadmapc.workspace.sources import build_day


def build_group(task: Task, group: Group) -> GroupBuild:
    """Everything that a build makes of a group; a bug ends this group alone."""
    try:
        return _group_build(task, group)
    except Exception as error:
        return GroupBuild(brief(()), bug=f"{type(error).__name__}: {error}")


def _group_build(task: Task, group: Group) -> GroupBuild:
    records = [load(task.folder, name, digest) for name, digest in group.records]
    found = [record for record in records if record is not None]
    agendas = [load_dates(task.folder, record) for record in found]
    if len(found) < len(records) or None in agendas:
        known = {record.id for record, agenda in zip(found, agendas, strict=True) if agenda is not None}
        return GroupBuild(brief(()), lost=tuple(name for name, _ in group.records if name not in known))
    plans = _together(group, found, [agenda for agenda in agendas if agenda is not None])
    place = municipalities(task.folder) if group.name else Outcome(task.folder)
    if place.value is None:
        return GroupBuild(brief(place.diagnostics))
    root, folder = place.value, place.value / group.name
    keys = {each.uid for part in plans.parts for each in part.agenda.occurrences}
    register = filled_register(folder / REGISTER, keys)
    earlier = earlier_outputs(folder, place_of(task.previous, group.name), task.options)
    marks = register.value or UNTOUCHED
    files = register.then_with(
        earlier, lambda marks, before: joint_outputs(plans, task.options, before, marks)
    )
    if files.value is not None and not is_same_register(folder / REGISTER, marks):
        files = Outcome(None, (register_in_use(str(folder / REGISTER)),))
    written = files.then(lambda files: put(root, group.name, files, {REGISTER: marks.source}))
    if files.value is None or written.value is None:
        return GroupBuild(brief(written.diagnostics))
    told = tuple(marks_told(folder / REGISTER, marks))
    built = built_of(task.inputs, files, told)
    is_as_built = len(written.diagnostics) == len(files.diagnostics)
    entry = JointEntry(
        wanted=built.wanted,
        plans=dict(group.records),
        digests=built.digests,
        imprint=imprint_digest(folder, joint=not group.name) if is_as_built else "",
        told=told,
        said=brief(files.diagnostics),
        summary=_summary(plans, found, files.value),
    )
    return GroupBuild(brief(written.diagnostics), told, entry)


def _together(group: Group, records: Sequence[PlanRecord], agendas: Sequence[AgendaView]) -> Together:
    return Together(
        parts=[
            Part(agenda, group.prefix, record.organisation)
            for agenda, record in zip(agendas, records, strict=True)
        ],
        plans=tuple(record.id for record in records),
        sources={name: digest for record in records for name, digest in record.sources.items()},
        day=max(build_day(record.edition_day, record.first_day) for record in records),
    )


def _summary(plans: Together, records: Sequence[PlanRecord], files: Files) -> Record:
    """What the page of all municipalities says of this one."""
    agenda = joined(plans.parts)
    counts = Counter(assignee for each in agenda.occurrences for assignee in each.duty.assignees)

    are_split = any(name.startswith("officers/") and name.endswith(".html") for name in files)

    def page_of(key: str) -> str:
        own = f"officers/{key}.html"
        return own if own in files else "calendar.html" + ("" if are_split else f"?who={key}")

    return {
        "title": records[0].organisation,
        "plans": len(records),
        "dated": len(agenda.occurrences),
        "undated": len(agenda.undated),
        "day": plans.day.isoformat(),
        "assignees": [[page_of(each.key), each.name, f"сроков: {counts[each]}"] for each in agenda.assignees],
    }


def build_index(
    task: Task, entries: Mapping[str, JointEntry], digests: tuple[tuple[str, str], ...]
) -> GroupBuild:
    """The page that leads to all groups; `digests` are of what it says of each."""
    summaries = {name: entry.summary for name, entry in entries.items()}
    views = tuple(
        Municipality(
            folder=f"{MUNICIPALITIES}/{name}",
            assignees=tuple(PageLink(*each) for each in summary["assignees"]),
            **{field: summary[field] for field in ("title", "plans", "dated", "undated")},
        )
        for name, summary in summaries.items()
    )
    plans = [plan for entry in entries.values() for plan in entry.plans]
    day = max(date.fromisoformat(summary["day"]) for summary in summaries.values())
    files = earlier_outputs(task.folder, task.previous, task.options).then(
        lambda earlier: index_outputs(views, plans, day, task.options, earlier)
    )
    written = files.then(lambda files: put(task.folder, "", files, {}))
    if files.value is None or written.value is None:
        return GroupBuild(brief(written.diagnostics))
    built = built_of(task.inputs, files, ())
    imprint = "" if written.diagnostics else imprint_digest(task.folder, joint=True)
    entry = JointEntry(built.wanted, dict(digests), built.digests, imprint, (), brief(()), {})
    return GroupBuild(brief(written.diagnostics), (), entry)
