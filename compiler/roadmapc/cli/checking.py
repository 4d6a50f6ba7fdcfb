"""What `roadmapc check` does, apart from its options: help waits for none of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from roadmapc.cli.cluster import PROCESSES, engine_of
from roadmapc.cli.files import put, rewrite_file, rewrite_text
from roadmapc.cli.paths import plans
from roadmapc.cli.processes import Died, Engine, process_died
from roadmapc.cli.report import EVERY_GROUP, Report
from roadmapc.cli.rooted import Rooted
from roadmapc.diagnostics.code import Group
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Position
from roadmapc.state.compiler import text_digest
from roadmapc.state.index import PlanEntry
from roadmapc.state.reading import held
from roadmapc.syntax.from_yaml import is_record, top_level
from roadmapc.text.plural import counted
from roadmapc.workspace.sources import read, root_of

if TYPE_CHECKING:
    from roadmapc.checks.baseline import Baseline
    from roadmapc.compiled import Compiled
    from roadmapc.diagnostics.outcome import Outcome
    from roadmapc.model.namesakes import PlanName

_ROUNDS = 5
"""Of corrections in one call: the encoding, the record, its words."""


class Wanted(NamedTuple):
    """How a check is wanted."""

    form: str
    """Of the report."""
    output: Path | None
    is_full: bool
    shows_readings: bool
    strict: bool
    fix: bool
    baseline: Path | None
    """What is known and not told."""
    target: Path | None
    """Where to write down all that is found."""
    works: tuple[str, str, int]
    """By whom: the engine, its scheduler, how many at a time."""


def check(paths: tuple[Path, ...], wanted: Wanted) -> int:
    """Tell what is found in plans; the answer of the command."""
    known = None if wanted.baseline is None else _known(wanted.baseline)
    chosen = plans(paths)
    # one by one: two plans may have one directory to be corrected
    works = (PROCESSES, "", 1) if wanted.fix else wanted.works
    # a baseline looks at more of a file than records have
    is_plain = not wanted.fix and known is None and wanted.target is None
    with engine_of(*works) as engine:
        recorded = _recorded(chosen) if is_plain else {}
        diagnostics = _diagnostics(chosen, recorded, engine, is_fixed=wanted.fix)
        if wanted.target is not None:
            return _written_down(diagnostics, wanted.target)
        return _told(diagnostics if known is None else _new_ones(diagnostics, known), wanted)


def _told(diagnostics: Iterator[Diagnostic], wanted: Wanted) -> int:
    """Print a report; the answer of the command."""
    opened = EVERY_GROUP if wanted.is_full else frozenset((Group.READINGS,) if wanted.shows_readings else ())
    keep = None if wanted.output is None else partial(put, output=wanted.output)
    report = Report(wanted.form, opened, keep)
    for diagnostic in diagnostics:
        report.add(diagnostic)
    report.close()
    return report.exit_code(strict=wanted.strict)


def _diagnostics(
    paths: Sequence[Path], recorded: Mapping[Path, PlanEntry], engine: Engine, *, is_fixed: bool
) -> Iterator[Diagnostic]:
    """Everything said of plans; each is forgotten before the next but one is read."""
    of_shared: set[tuple[str, str, Position, str]] = set()
    """What was said of files that several plans name: of a directory it is said once."""
    others = [path for path in paths if path not in recorded]
    compiled = _compiled(others, engine, is_fixed=is_fixed)
    for path in paths:
        diagnostics = _repeated(recorded[path], path) if path in recorded else next(compiled)
        if isinstance(diagnostics, Died):
            yield process_died(path)
            continue
        for each in diagnostics:
            if each.place is not None and each.place.file.name != str(path):
                where = each.place.file.position(each.place.span.start)
                said = (each.code.id, each.place.file.name, where, each.message)
                if said in of_shared:
                    continue
                of_shared.add(said)
            yield each


def _recorded(paths: Sequence[Path]) -> Mapping[Path, PlanEntry]:
    """The plans whose findings a build has written down, and which bear no name of another one."""
    entries = {path: each for path, each in held(paths, text_digest).items() if each.named == str(path)}
    if not entries:
        return {}
    others = (top_level(read(path).value or b"", ("id",)) for path in paths if path not in entries)
    ids = Counter([*(each.id for each in entries.values()), *(head.get("id", "") for head in others)])
    return {path: each for path, each in entries.items() if ids[each.id] == 1}


def _repeated(entry: PlanEntry, path: Path) -> tuple[Diagnostic, ...]:
    """What was said of a plan that holds."""
    from roadmapc.state.findings import from_json  # noqa: PLC0415 - only for what a build has written down
    from roadmapc.state.store import load  # noqa: PLC0415

    record = load(root_of(path) / "build", entry.id, entry.record)
    if record is not None:
        return tuple(from_json(record.said))
    return _checked(path).diagnostics  # the record is gone


class _Checked(NamedTuple):
    """What is to be said of a plan, which goes from one process to another without the plan."""

    diagnostics: tuple[Diagnostic, ...]
    name: "PlanName | None"
    """`None` if it cannot be read."""


def _compiled(
    paths: Sequence[Path], engine: Engine, *, is_fixed: bool
) -> Iterator[tuple[Diagnostic, ...] | Died]:
    """What is to be said of each plan, or that its process died."""
    if not paths:
        return
    import roadmapc.pipeline  # noqa: F401, PLC0415 - once for all processes; what holds is not compiled
    from roadmapc.model.namesakes import Namesakes  # noqa: PLC0415

    names = Namesakes()
    for plan in engine(_checked_fixed if is_fixed else _checked, paths):
        if isinstance(plan, Died):
            yield plan
        else:
            yield (*plan.diagnostics, *(names.clashes(plan.name) if plan.name else ()))


def _checked(path: Path) -> _Checked:
    """What is to be said of a plan."""
    from roadmapc.pipeline import compile_plan  # noqa: PLC0415 - what holds is not compiled

    return _of_outcome(compile_plan(path))


def _checked_fixed(path: Path) -> _Checked:
    """The same once it is corrected."""
    return _of_outcome(_fixed(path))


def _of_outcome(compiled: "Outcome[Compiled]") -> _Checked:
    from roadmapc.model.namesakes import name_of  # noqa: PLC0415 - the model is here by now

    return _Checked(compiled.diagnostics, None if compiled.value is None else name_of(compiled.value.plan))


def _fixed(plan: Path) -> "Outcome[Compiled]":
    """What is known of a plan after its corrections; a mended record lets more of them be found."""
    from roadmapc.checks.fix import correctable, corrected, edits_of  # noqa: PLC0415 - few ask for it
    from roadmapc.pipeline import compile_plan  # noqa: PLC0415

    outcome = compile_plan(plan)
    for _ in range(_ROUNDS):
        files = correctable(outcome.diagnostics)
        if not files:
            break
        for file in files:
            edits = edits_of(file, outcome.diagnostics)
            mended = corrected(file, edits)
            if is_record(file) and not is_record(SourceFile(file.name, mended)):
                click.echo(f"{file.name}: не исправлено: после исправлений файл не прочёлся бы", err=True)
                return outcome
            rewrite_text(Path(file.name), mended)
            made = counted(len(edits), "исправление", "исправления", "исправлений")
            click.echo(f"{file.name}: {made}", err=True)
        outcome = compile_plan(plan)
    return outcome


def _known(path: Path) -> "Baseline":
    from roadmapc.checks.baseline import read_baseline  # noqa: PLC0415 - few plans have one

    content = read(path)
    if content.value is None:
        raise click.UsageError("\n".join(each.message for each in content.diagnostics))
    baseline = read_baseline(content.value.decode("utf-8", "replace"))
    if baseline is None:
        raise click.UsageError(f"файл «{path}» записан не командой check --write-baseline")
    return baseline


def _new_ones(diagnostics: Iterator[Diagnostic], known: "Baseline") -> Iterator[Diagnostic]:
    from roadmapc.checks.baseline import new_ones  # noqa: PLC0415 - as above

    return new_ones(diagnostics, known, Rooted())


def _written_down(diagnostics: Iterator[Diagnostic], target: Path) -> int:
    """Make all findings known; the answer of the command."""
    from roadmapc.checks.baseline import to_baseline  # noqa: PLC0415 - as above

    recorded = tuple(map(Rooted(), diagnostics))
    rewrite_file(target, to_baseline(recorded).encode())
    click.echo(f"записано: {counted(len(recorded), 'замечание', 'замечания', 'замечаний')}", err=True)
    return 0
