"""The dates of plans for whoever asks: from records that hold, else of plans that are compiled."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from roadmapc.cli.executors import ids_of
from roadmapc.cli.report import leave
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import errors
from roadmapc.render.agenda.directories import directory_names
from roadmapc.render.agenda.joint import Part, of_holders
from roadmapc.render.agenda.view import AgendaView
from roadmapc.state.compiler import text_digest
from roadmapc.state.reading import held
from roadmapc.state.record import PlanRecord
from roadmapc.state.store import load, load_dates
from roadmapc.workspace.sources import build_day, relative, root_of

if TYPE_CHECKING:
    from roadmapc.compiled import Compiled


@dataclass(frozen=True, slots=True)
class PlanDates:
    """A plan whose dates are asked for."""

    path: Path
    directory: str
    """Of its organisation, from the root of the repository."""
    organisation: str
    names: Mapping[str, tuple[str, ...]]
    """How each of the directory is called, by id."""
    day: date
    """That its outputs bear."""
    known: PlanRecord | AgendaView
    """Its dates, or the record that leads to them."""
    root: Path = field(default=Path())
    """Of the outputs in whose state the record lies."""

    def agenda(self, ids: Collection[str] | None = None) -> AgendaView:
        """What those with these ids have to do, or everything."""
        if isinstance(self.known, PlanRecord):
            found = load_dates(self.root, self.known, ids)
            return self._compiled().agenda(ids) if found is None else found
        return self.known if ids is None else of_holders(self.known, ids)

    def _compiled(self) -> "PlanDates":
        """The same of a plan whose record was damaged."""
        compiled, _ = compiled_or_left([self.path], None)
        has_reminders = isinstance(self.known, PlanRecord) and self.known.has_reminders
        return _of_compiled(self.path, compiled[0], root_of(self.path), has_reminders=has_reminders)


def dates_of(
    paths: Sequence[Path], as_of: date | None, *, has_reminders: bool
) -> tuple[list[PlanDates], tuple[Diagnostic, ...]]:
    """The plans, with the errors of those that had to be compiled; leaves the program if one cannot be."""
    repository = root_of(paths[0])
    root = repository / "build"
    entries = held(paths, partial(text_digest, as_of=as_of, has_reminders=has_reminders))
    records = {path: load(root, entry.id, entry.record) for path, entry in entries.items()}
    known = {
        path: PlanDates(
            path,
            record.directory,
            record.organisation,
            record.names,
            build_day(record.edition_day, record.first_day),
            record,
            root,
        )
        for path, record in records.items()
        if record is not None
    }
    others = [path for path in paths if path not in known]
    compiled, found = compiled_or_left(others, as_of)
    for path, each in zip(others, compiled, strict=True):
        known[path] = _of_compiled(path, each, repository, has_reminders=has_reminders)
    return [known[path] for path in paths], found


def compiled_or_left(
    paths: Sequence[Path], as_of: date | None
) -> "tuple[list[Compiled], tuple[Diagnostic, ...]]":
    """Plans without their checks, with their errors; without one of them a calendar would seem complete."""
    if not paths:
        return [], ()
    from roadmapc.pipeline import compile_unchecked  # noqa: PLC0415 - if records do not hold

    outcomes = [compile_unchecked(path, day=as_of) for path in paths]
    found = tuple(each for outcome in outcomes for each in errors(outcome.diagnostics))
    compiled = [outcome.value for outcome in outcomes if outcome.value is not None]
    return (compiled, found) if len(compiled) == len(outcomes) else leave(found)


def _of_compiled(path: Path, compiled: "Compiled", repository: Path, *, has_reminders: bool) -> PlanDates:
    from roadmapc.render.agenda.from_calendars import plan_agenda  # noqa: PLC0415
    from roadmapc.schedule.selection import names_in  # noqa: PLC0415

    plan = compiled.plan
    return PlanDates(
        path,
        relative(compiled.surroundings.directory, repository),
        plan.organisation.name,
        names_in(plan.organisation),
        build_day(plan.edition_day, plan.period.first_day),
        plan_agenda(compiled.calendar, has_reminders=has_reminders),
    )


def parts_of(plans: Sequence[PlanDates], executor: str | None) -> list[Part]:
    """The dates of each, or of one executor, as they are put together."""
    names = directory_names(map(PurePosixPath, dict.fromkeys(each.directory for each in plans)))
    ids: Sequence[frozenset[str] | None] = [None] * len(plans)
    if executor is not None:
        ids = ids_of(executor, [each.names for each in plans])
    return [
        Part(each.agenda(own), names[PurePosixPath(each.directory)], each.organisation)
        for each, own in zip(plans, ids, strict=True)
    ]
