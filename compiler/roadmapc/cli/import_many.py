"""Many documents at once: a plan of each, one directory for all, and a line of a table about every file.

A document is read once and recognised twice: what bodies and officials all of them speak of is known before
any plan names them. Processes hand over texts and no documents, so memory does not grow with their number.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmapc.cli.files import rewrite_text
from roadmapc.cli.imported_many import Line, Table, numbered, refused_line
from roadmapc.cli.processes import Died, process_died, results
from roadmapc.cli.report import say
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.incoming.codes import said
from roadmapc.incoming.format import SUFFIXES
from roadmapc.recognition.codes import OCCUPIED, UNKNOWN_ANSWER
from roadmapc.recognition.ids import Ids
from roadmapc.source.file import SourceFile
from roadmapc.workspace.sources import read


class Many(NamedTuple):
    """How documents are imported together."""

    folder: Path
    """Of the plans."""
    reference: str
    """By which they name their directory."""
    directory: SourceFile | None
    """One that exists, to be extended."""
    answers: Mapping[str, str]
    answers_file: Path | None
    form: str
    replace: bool
    jobs: int


class ImportTask(NamedTuple):
    """A document on its way."""

    file: Path
    kept: Path
    """Where it lies between its two recognitions."""
    plan: Path
    reference: str
    directory: SourceFile | None
    """The common one, once it is known."""
    answers: Mapping[str, str]


class Planned(NamedTuple):
    """The plan of a document as texts, with its line of the table."""

    line: Line
    plan: str = ""
    directory: str = ""
    """Its own, if it cannot do with the common one; where it lies the line says."""
    asked: frozenset[str] = frozenset()
    """The ids of all its questions."""


class Work(NamedTuple):
    """What is done to documents; processes do the first and the last."""

    propose: Callable[[ImportTask], Outcome[str]]
    """Read it, keep it, and say which directory it needs."""
    merge: Callable[[SourceFile | None, Iterable[str], str], Outcome[str]]
    recognise: Callable[[ImportTask], Planned]
    """Make its plan with the common directory, or with one of its own where their names clash."""


def import_many(paths: Sequence[Path], many: Many, work: Work) -> int:
    """Import documents and tell of each; 1 if any of them needs a person."""
    files, others = _documents(paths)
    table = Table(many.form, others)
    place, asked = many.folder / many.reference, set[str]()
    with tempfile.TemporaryDirectory(prefix="roadmapc.") as name:
        tasks = list(_tasks(files, Path(name), many))
        refused: dict[Path, tuple[Diagnostic, ...]] = {}
        common = work.merge(many.directory, _proposals(tasks, many.jobs, work, refused), many.reference)
        if common.value is None:
            say(common.diagnostics)
            return 1
        directory = SourceFile(str(place), common.value)
        tasks = [task._replace(directory=directory) for task in tasks]
        taken: set[str] = set()
        for task, planned in _planned(tasks, many.jobs, work, refused):
            task.kept.unlink(missing_ok=True)
            asked |= planned.asked
            table.add(_written(task, planned, taken, replace=many.replace))
    if len(refused) < len(files) and (many.directory is None or common.value != many.directory.text):
        rewrite_text(place, common.value)
    unheard = (f"вопроса «{id_}» нет" for id_ in sorted(many.answers.keys() - asked))
    say([said(str(many.answers_file), UNKNOWN_ANSWER, message) for message in unheard])
    table.close(place)
    return int(not table.is_fine)


def _documents(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Documents that are named or lie in folders, and what is passed over in folders because of its name."""
    files: list[Path] = []
    others: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            for name in sorted(names):
                if not name.startswith((".", "~$")):  # of systems, and of Word while it has a document open
                    found = Path(folder) / name
                    (files if found.suffix.lower() in SUFFIXES else others).append(found)
    return list(dict.fromkeys(files)), others


def _tasks(files: Iterable[Path], temporary: Path, many: Many) -> Iterator[ImportTask]:
    """Each document with a plan of a name of its own."""
    ids = Ids()
    for at, file in enumerate(files):
        plan = many.folder / f"{ids.name(file.stem, 'plan')}.yaml"
        yield ImportTask(file, temporary / f"{at}.pickle", plan, many.reference, None, many.answers)


def _proposals(
    tasks: Sequence[ImportTask], jobs: int, work: Work, refused: dict[Path, tuple[Diagnostic, ...]]
) -> Iterator[str]:
    """The directory that each document needs; of one that cannot be read it is noted why."""
    for task, found in zip(tasks, results(work.propose, tasks, jobs), strict=True):
        if isinstance(found, Died):
            refused[task.file] = (process_died(task.file),)
        elif found.value is None:
            refused[task.file] = found.diagnostics
        else:
            yield found.value


def _planned(
    tasks: Sequence[ImportTask], jobs: int, work: Work, refused: Mapping[Path, tuple[Diagnostic, ...]]
) -> Iterator[tuple[ImportTask, Planned]]:
    """The plans of documents in their order, those that were refused among them."""
    found = results(work.recognise, [task for task in tasks if task.file not in refused], jobs)
    for task in tasks:
        said_of_it = refused.get(task.file, ())
        planned = Planned(refused_line(task.file, said_of_it)) if task.file in refused else next(found)
        if isinstance(planned, Died):
            planned = Planned(refused_line(task.file, (process_died(task.file),)))
        yield task, planned


def _written(task: ImportTask, planned: Planned, taken: set[str], *, replace: bool) -> Line:
    """The line of a document once its plan lies in its place; another plan there stays."""
    if not planned.plan:
        return planned.line
    text = numbered(planned.plan, taken)
    if os.path.lexists(task.plan) and not replace and read(task.plan).value != text.encode():
        hint = "назовите другую папку в -o, или замените планы: --replace"
        occupied = said(str(task.file), OCCUPIED, f"файл «{task.plan}» уже есть, план не записан", hint)
        return planned.line._replace(plan="", said=(*planned.line.said, occupied))
    if planned.directory:
        rewrite_text(Path(planned.line.directory), planned.directory)
    rewrite_text(task.plan, text)
    return planned.line
