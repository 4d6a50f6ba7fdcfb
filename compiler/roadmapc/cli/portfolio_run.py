"""The way of a question over many plans: folders, records, tables, an answer."""

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import click

from roadmapc.cli.executors import ids_of
from roadmapc.cli.files import has_colours, put
from roadmapc.cli.paths import plans
from roadmapc.cli.report import encoded, exit_code, leave, say
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.portfolio.answer import Answer
from roadmapc.portfolio.asking import ask, ask_sql, executors_called, executors_known
from roadmapc.portfolio.codes import LEFT_OUT
from roadmapc.portfolio.compacted import compacted
from roadmapc.portfolio.database import Database
from roadmapc.portfolio.from_state import repository
from roadmapc.portfolio.region import Absence, Coverage, LeftOut, Repository, labelled
from roadmapc.portfolio.to_table import summary, to_table
from roadmapc.render.answers.calendar_table import COLOURED, PLAIN
from roadmapc.render.formats import CSV, HTML
from roadmapc.schedule.asked import DaySpan, compared, week_of
from roadmapc.text.dates import digits
from roadmapc.text.listed import listed
from roadmapc.workspace.codes import UNWRITABLE
from roadmapc.workspace.failures import reason
from roadmapc.workspace.memory import FOLDER
from roadmapc.workspace.sources import root_of

_NAMED = 3
"""Plans that are named of those left out for one reason; JSON and the page have all of them."""
_ADVICE = {
    Absence.UNBUILT: "соберите хранилище: roadmapc build",
    Absence.CHANGED: "соберите снова: roadmapc build",
    Absence.OTHERWISE: "соберите этой версией, без --number, --date и --as-of: roadmapc build",
    Absence.LOST: "соберите снова: roadmapc build",
}

_WRITABLE = "верните право записи туда, освободите место или спросите о копии хранилища вместе с build/"


class Asked(NamedTuple):
    """What is asked, and how the answer is wanted."""

    names: tuple[str, ...]
    """Of questions; none for a query."""
    query: str | None
    form: str
    output: Path | None
    options: Mapping[str, Any]


def answered(paths: Sequence[Path], asked: Asked) -> int:
    """Answer, say what the answer does not know of, and give the exit code."""
    with _ended_at_once(), ExitStack() as stack:
        database, coverage = opened(_repositories(paths), stack)
        left_out = tuple(_left_out(coverage.left_out))
        if database is None:
            leave(left_out)
        outcomes = _asked(database, asked)
    found = (*left_out, *(each for outcome in outcomes for each in outcome.diagnostics))
    answers = [outcome.value for outcome in outcomes if outcome.value is not None]
    if len(answers) < len(outcomes):
        leave(found)
    put(_written(answers, coverage, asked), asked.output)
    if asked.form == CSV.name:
        click.echo(summary(coverage), err=True)  # a table for programs has no place for it
    say(found)
    return exit_code(found)


@contextmanager
def _ended_at_once() -> Iterator[None]:
    """Ctrl-C ends the program itself: a query of DuckDB may not hear of it for a minute."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _repositories(paths: Sequence[Path]) -> list[Repository]:
    """The repositories of the folders; wrong use if one of them is no folder, or has no plans."""
    folders: list[Path] = []
    for path in paths:
        if not os.path.isdir(path):
            raise click.UsageError(f"«{path}» – не папка: назовите хранилище планов или папку с планами")
        within = path / "roadmaps"
        folders.append(within if os.path.isdir(within) else path)
    by_root: dict[Path, list[Path]] = {}
    roots: dict[Path, Path] = {}
    for path in _plans(folders):
        if path.parent not in roots:
            roots[path.parent] = root_of(path)
        by_root.setdefault(roots[path.parent], []).append(path)
    labels = _labels([*by_root])
    found = [repository(root, each, labels[root]) for root, each in by_root.items()]
    empty = next((each.root for each in found if not each.given), None)
    if empty is not None:
        raise click.UsageError(
            f"планов нет, в ней справочники: назовите хранилище «{empty}» или папку с планами"
        )
    return found


def _plans(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Those of the folders; wrong use, with advice, if there are none."""
    try:
        return plans(tuple(folders))
    except click.UsageError as error:
        if not folders:
            advice = "назовите папку с планами или перейдите в хранилище, где есть roadmaps/"
            raise click.UsageError(f"планов не найдено: {advice}") from None
        within = next((each for folder in folders for each in sorted(folder.glob("*/roadmaps"))), None)
        if within is None:
            raise
        advice = f"назовите хранилища в ней: {within.parent} и другие"
        raise click.UsageError(f"{error.message}; {advice}") from None


def _labels(roots: Sequence[Path]) -> dict[Path, str]:
    """The names of their folders, after as many others as tell them apart; none for a single one."""
    length = 0
    names = dict.fromkeys(roots, "")
    while len(set(names.values())) < len(roots):
        length += 1
        names = {root: "/".join(root.parts[-length:]) for root in roots}
    return names


def opened(repositories: Sequence[Repository], stack: ExitStack) -> tuple[Database | None, Coverage]:
    """The database of all that can be asked; `None` if nothing can.

    Tables that cannot be kept beside the records are there until the stack is closed, and that is told.
    """
    found, left_out = [], list[LeftOut]()

    def spare() -> Path:
        return Path(stack.enter_context(TemporaryDirectory(prefix="roadmapc-")))

    for each in repositories:
        where = f"рядом с записями сборки, в «{each.outputs / FOLDER}»"
        try:
            tables = compacted(each, spare)
        except OSError as error:
            message = f"таблицы сводки не записываются ни {where}, ни во временную папку: {reason(error)}"
            leave(failed(UNWRITABLE, message, _WRITABLE).diagnostics)
        if tables.failure is not None:
            cause = f"таблицы сводки не записываются {where}: {reason(tables.failure)}"
            click.echo(f"{cause}; на этот раз они сделаны во временной папке", err=True)
        found += [(each, municipality) for municipality in tables.municipalities]
        left_out += (*each.left_out, *tables.lost)
    count = sum(municipality.plans for _, municipality in found)
    coverage = Coverage(len(found), count, tuple(left_out))
    return (Database(labelled(found)) if found else None), coverage


def _asked(database: Database, asked: Asked) -> list[Outcome[Answer]]:
    if asked.query is not None:
        return [ask_sql(database, asked.query)]
    options = {**asked.options, "days": _span(asked.options)}
    if options["executor"]:
        database.choose({each for words in options["executor"] for each in _executors(database, words)})
    return [ask(database, name, options) for name in asked.names]


def _span(options: Mapping[str, Any]) -> tuple[date, date]:
    """The days that are asked about: those of the week between the two days."""
    first_day, last_day = options.get("first_day", date.min), options.get("last_day", date.max)
    week = week_of(options["week"]) if "week" in options else DaySpan(date.min, date.max)
    first_day, last_day = max(first_day, week.first_day or date.min), min(last_day, week.last_day or date.max)
    if last_day < first_day:
        raise click.UsageError(f"дней нет: {digits(last_day)} раньше, чем {digits(first_day)}")
    return first_day, last_day


def _executors(database: Database, words: str) -> Iterator[tuple[str, str]]:
    """The directories and ids of an executor; wrong use if nobody is called so."""
    found = executors_called(database, words, compared(words)) or executors_known(database)
    directories: dict[str, dict[str, tuple[str, ...]]] = {}
    for directory, executor, names in found:
        directories.setdefault(directory, {})[executor] = tuple(names)
    for directory, ids in zip(directories, ids_of(words, [*directories.values()]), strict=True):
        yield from ((directory, each) for each in ids)


def _left_out(plans_left: Sequence[LeftOut]) -> Iterator[Diagnostic]:
    """A finding a reason, with the first plans."""
    for absence in Absence:
        paths = [f"«{each.path}»" for each in plans_left if each.absence is absence]
        if not paths:
            continue
        named = listed(paths, _NAMED)
        if len(paths) == 1:
            message = f"план {named} {absence} и в ответ не вошёл"
        else:
            message = f"планы ({len(paths)}) в ответ не вошли, каждый {absence}: {named}"
        yield Diagnostic(LEFT_OUT, message, None, hints=(_ADVICE[absence],))


def _written(answers: Sequence[Answer], coverage: Coverage, asked: Asked) -> str | bytes:
    if asked.form == CSV.name:
        from roadmapc.portfolio.to_csv import to_csv  # noqa: PLC0415

        return to_csv(answers[0])
    if asked.form == HTML.name:
        from roadmapc.portfolio.to_page import to_page  # noqa: PLC0415

        return to_page(answers, coverage)
    if asked.form == "json":
        from roadmapc.portfolio.to_json import to_json  # noqa: PLC0415

        return encoded(to_json(answers, coverage))
    return to_table(answers, coverage, COLOURED if has_colours(asked.output) else PLAIN)
