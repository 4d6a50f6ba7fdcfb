"""Many documents at once: a plan of each, one directory for all, and a line of a table about every file.

A document is read once and recognised twice: what bodies and officials all of them speak of is known before
any plan names them. Processes hand over texts and no documents, so memory does not grow with their number.
"""

import os
import pickle
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmapc.cli.files import rewrite_text
from roadmapc.cli.imported_many import Line, Table, line_of, numbered, refused_line
from roadmapc.cli.processes import Died, process_died, results
from roadmapc.cli.report import say
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.importing import Around, Imported, imported, merged_directory, proposed_directory, read_document
from roadmapc.incoming.blocks import Incoming
from roadmapc.incoming.codes import FAILED, said
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


class _Task(NamedTuple):
    """A document on its way."""

    file: Path
    kept: Path
    """Where it lies between its two recognitions."""
    around: Around


class _Made(NamedTuple):
    """The plan of a document as texts, with its line of the table."""

    line: Line
    plan: str = ""
    directory: str = ""
    """Its own, if it cannot do with the common one; where it lies the line says."""
    asked: frozenset[str] = frozenset()


def import_many(paths: Sequence[Path], many: Many) -> int:
    """Import documents and tell of each; 1 if any of them needs a person."""
    files, others = _documents(paths)
    table = Table(many.form, others)
    with tempfile.TemporaryDirectory(prefix="roadmapc.") as name:
        ids = Ids()
        tasks = [_task(file, Path(name) / f"{at}.pickle", ids, many) for at, file in enumerate(files)]
        refused: dict[Path, tuple[Diagnostic, ...]] = {}
        common = merged_directory(many.directory, _proposals(tasks, many, refused), many.reference)
        if common.value is None:
            say(common.diagnostics)
            return 1
        place = many.folder / many.reference
        directory = SourceFile(str(place), common.value)
        tasks = [task._replace(around=_with(task.around, directory)) for task in tasks]
        readable = [task for task in tasks if task.file not in refused]
        made = results(_recognised, readable, many.jobs)
        taken: set[str] = set()
        asked: set[str] = set()
        for task in tasks:
            if task.file in refused:
                table.add(refused_line(task.file, refused[task.file]))
                continue
            found = next(made)
            if isinstance(found, Died):
                found = _Made(refused_line(task.file, (process_died(task.file),)))
            task.kept.unlink(missing_ok=True)
            asked |= found.asked
            table.add(_written(task, found, taken, many))
    if len(refused) < len(files) and (many.directory is None or common.value != many.directory.text):
        rewrite_text(place, common.value)
    say(_unheard(many, asked))
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


def _task(file: Path, kept: Path, ids: Ids, many: Many) -> _Task:
    plan = many.folder / f"{ids.name(file.stem, 'plan')}.yaml"
    return _Task(file, kept, Around(plan, many.reference, answers=many.answers))


def _with(around: Around, directory: SourceFile) -> Around:
    return Around(around.plan, around.reference, directory, around.answers)


# What processes do


def _proposals(
    tasks: Sequence[_Task], many: Many, refused: dict[Path, tuple[Diagnostic, ...]]
) -> Iterator[str]:
    """The directory that each document needs; of one that cannot be read it is noted why."""
    for task, found in zip(tasks, results(_proposed, tasks, many.jobs), strict=True):
        if isinstance(found, Died):
            refused[task.file] = (process_died(task.file),)
        elif found.value is None:
            refused[task.file] = found.diagnostics
        else:
            yield found.value


def _proposed(task: _Task) -> Outcome[str]:
    """Read a document, keep it, and say which directory it needs."""
    try:
        document = read(task.file).then(lambda content: read_document(str(task.file), content))
        if document.value is None:
            return Outcome(None, document.diagnostics)
        task.kept.write_bytes(pickle.dumps(document))
        return document.then(lambda found: proposed_directory(found, task.around))
    except Exception as error:  # one file does not stop the others
        return Outcome(None, (_failed(task.file, error),))


def _recognised(task: _Task) -> _Made:
    """A document with the common directory, or with one of its own where their names clash."""
    try:
        document: Outcome[Incoming] = pickle.loads(task.kept.read_bytes())
        common = document.then(lambda found: imported(found, task.around))
        if _troubles(common, task.around) == 0:
            return _made(task, common, task.around)
        own = Around(task.around.plan, _own_reference(task.around), answers=task.around.answers)
        alone = document.then(lambda found: imported(found, own))
        if _troubles(alone, own) < _troubles(common, task.around):
            return _made(task, alone, own)
        return _made(task, common, task.around)
    except Exception as error:  # one file does not stop the others
        return _Made(refused_line(task.file, (_failed(task.file, error),)))


def _troubles(outcome: Outcome[Imported], around: Around) -> float:
    """What is wrong with a plan; one for which the common directory lacks somebody is worse than any."""
    made = outcome.value
    if made is None or (around.directory is not None and made.directory != around.directory.text):
        return float("inf")
    return len(errors(made.compiled.diagnostics)) + len(made.lost)


def _own_reference(around: Around) -> str:
    """Beside the common one."""
    folder, _, _ = around.reference.rpartition("/")
    return f"{folder}/{around.plan.name}" if folder else f"organisation-{around.plan.name}"


def _made(task: _Task, outcome: Outcome[Imported], around: Around) -> _Made:
    made = outcome.value
    if made is None:
        return _Made(refused_line(task.file, outcome.diagnostics))
    own = "" if around.directory is not None else (around.plan.parent / around.reference).as_posix()
    line = line_of(task.file, around.plan, made, outcome.diagnostics, own)
    return _Made(line, made.plan, made.directory if own else "", made.asked)


def _failed(file: Path, error: Exception) -> Diagnostic:
    message = f"ошибка в самой программе: {type(error).__name__}: {error}"
    return said(str(file), FAILED, message, "сообщите о ней, приложив документ")


# What is written


def _written(task: _Task, made: _Made, taken: set[str], many: Many) -> Line:
    """The line of a document once its plan lies in its place; another plan there stays."""
    if not made.plan:
        return made.line
    text, path = numbered(made.plan, taken), task.around.plan
    if os.path.lexists(path) and not many.replace and read(path).value != text.encode():
        hint = "назовите другую папку в -o, или замените планы: --replace"
        occupied = said(str(task.file), OCCUPIED, f"файл «{path}» уже есть, план не записан", hint)
        return made.line._replace(plan="", said=(*made.line.said, occupied))
    if made.directory:
        rewrite_text(Path(made.line.directory), made.directory)
    rewrite_text(path, text)
    return made.line


def _unheard(many: Many, asked: set[str]) -> Iterator[Diagnostic]:
    """Answers that no document has asked for."""
    for id_ in sorted(many.answers.keys() - asked):
        yield said(str(many.answers_file), UNKNOWN_ANSWER, f"вопроса «{id_}» нет")
