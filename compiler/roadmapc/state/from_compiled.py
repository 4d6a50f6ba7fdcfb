"""The record of a plan that has just been compiled and built."""

from hashlib import sha256
from pathlib import Path

from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.edition.life import FIRST_EDITION
from roadmapc.render.agenda.view import AgendaView
from roadmapc.schedule.selection import names_in
from roadmapc.state.findings import to_json
from roadmapc.state.index import Inputs
from roadmapc.state.record import Built, PlanRecord
from roadmapc.state.store import dates_written
from roadmapc.workspace.sources import relative, root_of


def recorded(
    found: Outcome[Compiled], dates: AgendaView, root: Path, inputs: Inputs, built: Built
) -> PlanRecord:
    """What is known of a plan besides its dates, once these are written; an `OSError` if they cannot be.

    `root` is that of outputs.
    """
    compiled = found.value
    assert compiled is not None, "what has errors is not built"
    plan, around = compiled.plan, compiled.surroundings
    repository = root_of(next(iter(around.sources)))
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
        plan=dates.plans[0],
        edition_day=plan.edition_day,
        first_day=plan.period.first_day,
        last_day=plan.period.last_day,
        is_amending=plan.order.is_amending,
        has_reminders=inputs.has_reminders,
        said=to_json(found.diagnostics).encode(),
        lines=dates_written(root, plan.id, dates),
        dated=len(dates.occurrences),
        built=built,
    )


def _is_plain(compiled: Compiled) -> bool:
    """Whether none of its sources lies behind a link, which might come to lead elsewhere."""
    sources = compiled.surroundings.sources
    near = next(iter(sources)).parent
    folder = near.resolve()
    return all(path.resolve() == folder / path.relative_to(near) for path in sources)
