"""The record of a plan that has just been compiled and built."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from roadmapc.compiled import Compiled
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.edition.life import FIRST_EDITION
from roadmapc.render.agenda.from_calendars import plan_agenda
from roadmapc.schedule.selection import names_in
from roadmapc.state.findings import to_json
from roadmapc.state.index import Inputs
from roadmapc.state.record import Built, PlanRecord
from roadmapc.state.store import dates_written
from roadmapc.workspace.sources import relative


def recorded(
    compiled: Compiled,
    found: Iterable[Diagnostic],
    place: tuple[Path, Path],
    inputs: Inputs,
    built: Built,
) -> PlanRecord:
    """What is known of a plan besides its dates, once these are written; an `OSError` if they cannot be.

    `place` is the root of outputs and that of the repository.
    """
    plan, around, (root, repository) = compiled.plan, compiled.surroundings, place
    agenda = plan_agenda(compiled.calendar, has_reminders=inputs.has_reminders)
    contents = around.sources.items()
    acts = (path.parent for path in list(around.sources)[1:] if around.life and path.name == FIRST_EDITION)
    return PlanRecord(
        id=plan.id,
        path=relative(next(iter(around.sources)), repository),
        named=str(next(iter(around.sources))),
        text=inputs.text if _is_plain(compiled) else "",
        sources={relative(path, repository): sha256(content).hexdigest() for path, content in contents},
        acts=next((relative(folder, repository) for folder in acts), ""),
        directory=relative(around.directory, repository),
        organisation=plan.organisation.name,
        names=names_in(plan.organisation),
        plan=agenda.plans[0],
        edition_day=plan.edition_day,
        first_day=plan.period.first_day,
        has_reminders=inputs.has_reminders,
        said=to_json(found),
        lines=dates_written(root, plan.id, agenda),
        dated=len(agenda.occurrences),
        built=built,
    )


def _is_plain(compiled: Compiled) -> bool:
    """Whether none of its sources lies behind a link, which might come to lead elsewhere."""
    sources = compiled.surroundings.sources
    near = next(iter(sources)).parent
    folder = near.resolve()
    return all(path.resolve() == folder / path.relative_to(near) for path in sources)
