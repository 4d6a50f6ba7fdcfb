"""`roadmapc import` of many documents: a plan of each, one directory of all, a line about each."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from roadmapc.cli.processes import DIED, results
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.importing import Around, import_document
from roadmapc.recognition.account import Question, Residue
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.extended import extended
from roadmapc.recognition.ids import Ids
from roadmapc.recognition.merged import merged, renamed
from roadmapc.recognition.written import written_directory, written_plan
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode
from roadmapc.text.shorten import shortened
from roadmapc.workspace.codes import PROCESS_DIED
from roadmapc.workspace.sources import read

SUFFIXES = (".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".mht", ".txt")
"""Of the files of a folder that are taken for orders."""


class Task(NamedTuple):
    """What is wanted of every document."""

    folder: Path
    """Of the plans."""
    reference: str
    """By which they name their directory."""
    directory: SourceFile | None
    answers: Mapping[str, str]
    """By the name of the plan, a full stop, the id of the question."""


class Draft(NamedTuple):
    """What one document became, before the directories are put together."""

    told: tuple[Diagnostic, ...]
    plan: MappingNode | None = None
    """`None` if it became nothing."""
    organisation: str = ""
    added: MappingNode | None = None
    questions: tuple[Question, ...] = ()
    residue: tuple[Residue, ...] = ()
    figures: tuple[int, int, int] = (0, 0, 0)
    """Clauses, measures, dates of the calendar."""


class Named(NamedTuple):
    """A document and what its plan will be called."""

    file: Path
    name: str


def named(paths: Sequence[Path]) -> tuple[Named, ...]:
    """The documents of files and folders, each with the name of a plan of its own."""
    ids = Ids()
    files = [
        each
        for path in paths
        for each in (
            sorted(
                inner
                for inner in path.iterdir()
                if inner.suffix.lower() in SUFFIXES and inner.name[0] not in "~."
            )
            if path.is_dir()
            else [path]
        )
    ]
    return tuple(Named(file, ids.name(file.stem, "plan")) for file in dict.fromkeys(files))


def draft(task: Task, document: Named) -> Draft:
    """One document, in whatever process."""
    content = read(document.file)
    if content.value is None:
        return Draft(content.diagnostics)
    prefix = f"{document.name}."
    answers = {id_.removeprefix(prefix): said for id_, said in task.answers.items() if id_.startswith(prefix)}
    around = Around(
        task.folder / f"{document.name}.yaml", task.reference, task.directory, document.name, answers
    )
    made = import_document(str(document.file), content.value, around)
    if made.value is None:
        return Draft(made.diagnostics)
    imported, compiled = made.value, made.value.compiled.value
    figures = (0, 0, 0)
    if compiled is not None:
        clauses, measures = (sum(1 for _ in each.walk()) for each in (compiled.plan.order, compiled.plan))
        figures = (clauses, measures, len(compiled.calendar.entries))
    wrong = tuple(each for each in imported.compiled.diagnostics if has_errors([each]))
    return Draft(
        (*made.diagnostics, *wrong),
        imported.tree,
        imported.organisation,
        imported.added,
        imported.questions,
        imported.residue,
        figures,
    )


class Many:
    """Goes along the documents, writing what each became."""

    def __init__(self, task: Task) -> None:
        """The common directory begins with the records that are there."""
        self._task = task
        known = from_yaml(task.directory).value if task.directory is not None else None
        self._directory = Directory(known if isinstance(known, MappingNode) else None)

    def plans(self, documents: Sequence[Named], jobs: int) -> Iterator[tuple[Named, Draft, str]]:
        """Each document with what it became and the text of its plan; empty if it became none."""
        drafts = results(partial(draft, self._task), documents, min(jobs, len(documents)))
        for document, found in zip(documents, drafts, strict=True):
            if found is DIED or not isinstance(found, Draft):
                died = Diagnostic(PROCESS_DIED, f"{document.file}: процесс прерван", None)
                yield document, Draft((died,)), ""
            elif found.plan is None or found.added is None:
                yield document, found, ""
            else:
                self._directory.called(found.organisation)
                names = merged(self._directory, found.added)
                yield document, found, written_plan(renamed(found.plan, names), found.questions)

    def directory(self) -> str:
        """The text of the common directory."""
        if self._task.directory is not None:
            return extended(self._task.directory.text, self._directory.added)
        return written_directory(self._directory.node(), self._task.reference)


HEADS = ("файл", "план", "пунктов", "мероприятий", "сроков", "вопросов", "потеряно", "ошибок")


def row(document: Named, found: Draft) -> tuple[str, ...]:
    """A line of the table about all documents."""
    lost = sum(1 for each in found.residue if not each.why)
    wrong = sum(1 for each in found.told if has_errors([each]))
    numbers = (*found.figures, len(found.questions), lost, wrong)
    return (shortened(document.file.name, 40), document.name if found.plan else "–", *map(str, numbers))


def table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The lines of the table, columns in line."""
    whole = (HEADS, *rows)
    widths = [max(len(each[at]) for each in whole) for at in range(len(HEADS))]
    for each in whole:
        cells = (
            words.ljust(width) if at < 2 else words.rjust(width)
            for at, (words, width) in enumerate(zip(each, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
