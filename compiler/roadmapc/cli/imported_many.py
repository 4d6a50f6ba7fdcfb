"""What the import of many documents tells: a line about each, and what to do about those that need it."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from roadmapc.cli.files import put
from roadmapc.cli.imported import question_for_programs
from roadmapc.cli.report import encoded
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import errors, has_errors
from roadmapc.text.listed import listed
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened

if TYPE_CHECKING:
    from roadmapc.importing import Imported

_ID = re.compile(r"^id: (\S+)$", re.MULTILINE)
_NAMED = 3
"""Files that are no documents are told by name as long as they are so few."""
_WIDTH = 44
"""Characters of a file's name in the table."""
_HEADS = ("пунктов", "мероприятий", "вопросов", "потеряно", "ошибок")


class Counts(NamedTuple):
    """Of a plan, as the headings of the table say."""

    clauses: int
    measures: int
    questions: int
    lost: int
    errors: int


class Line(NamedTuple):
    """What became of a document."""

    file: str
    plan: str = ""
    """Where it lies; empty if there is none."""
    directory: str = ""
    """Its own, if it cannot do with the common one."""
    counts: Counts | None = None
    """`None` if there is no plan."""
    questions: Sequence[Mapping[str, Any]] = ()
    residue: Sequence[Mapping[str, Any]] = ()
    said: tuple[Diagnostic, ...] = ()

    @property
    def is_fine(self) -> bool:
        """Whether there is a plan that lost nothing and has no errors."""
        counts = self.counts
        return counts is not None and not (counts.lost or counts.errors or has_errors(self.said))


def line_of(
    file: Path, plan: Path, made: "Imported", diagnostics: tuple[Diagnostic, ...], directory: str
) -> Line:
    """The line of a document that became a plan."""
    compiled = made.compiled.value
    counts = Counts(
        0 if compiled is None else sum(1 for _ in compiled.plan.order.walk()),
        0 if compiled is None else sum(1 for _ in compiled.plan.walk()),
        len(made.questions),
        len(made.lost),
        len(errors(made.compiled.diagnostics)),
    )
    questions = tuple(map(question_for_programs, made.questions))
    residue = tuple(each._asdict() for each in made.residue)
    return Line(str(file), plan.as_posix(), directory, counts, questions, residue, diagnostics)


def refused_line(file: Path, said: tuple[Diagnostic, ...]) -> Line:
    """The line of a document that did not."""
    return Line(str(file), said=said)


def numbered(plan: str, taken: set[str]) -> str:
    """A plan under an id that none before it has: of two plans of one id, outputs would lie in one place."""
    found = _ID.search(plan)
    if found is None:
        return plan
    number, id_ = 1, found[1]
    while id_ in taken:
        number += 1
        id_ = f"{found[1]}-{number}"
    taken.add(id_)
    return f"{plan[: found.start(1)]}{id_}{plan[found.end(1) :]}"


class Table:
    """Lines as they come: to people one by one, to programs all at the end."""

    def __init__(self, form: str, others: Sequence[Path]) -> None:
        """`others` are files that are passed over."""
        self._is_for_people = form == "text"
        self._others = others
        self._lines: list[Line] = []
        """For programs."""
        self._files = self._plans = 0
        self._has_questions = False
        self.is_fine = True

    def add(self, line: Line) -> None:
        """A document is done."""
        if not self._files and self._is_for_people:
            click.echo(f"{'документ':<{_WIDTH}}  {'  '.join(_HEADS)}")
        self._files += 1
        self._plans += bool(line.plan)
        self.is_fine = self.is_fine and line.is_fine
        if not self._is_for_people:
            self._lines.append(line)
            return
        counts = zip(line.counts or (), _HEADS, strict=False)
        cells = "  ".join(f"{count:>{len(head)}}" for count, head in counts)
        name = line.file if len(line.file) <= _WIDTH else f"…{line.file[1 - _WIDTH :]}"
        click.echo(f"{name:<{_WIDTH}}  {cells or 'плана нет'}".rstrip())
        for diagnostic in line.said:
            click.echo(f"  {diagnostic.code.id}: {diagnostic.message}")
        if line.directory:
            click.echo(f"  свой справочник: {line.directory}")
        self._has_questions = self._has_questions or bool(line.questions)

    def close(self, directory: Path) -> None:
        """All are done; the plans have a common directory."""
        if not self._is_for_people:
            put(encoded(self._json(directory)), None)
            return
        files = counted(self._files, "документа", "документов", "документов")
        plans = counted(self._plans, "план", "плана", "планов")
        click.echo(f"\n{plans} из {files}; справочник: {directory.as_posix()}")
        if self._others:
            names = [shortened(path.name, _WIDTH) for path in self._others]
            click.echo(f"не документы, пропущены: {listed(names, _NAMED)}")
        if self._has_questions:
            click.echo(
                "вопросы стоят в планах на своих местах; ответы – файлом --answers, для всех документов"
            )

    def _json(self, directory: Path) -> str:
        told = {
            "directory": directory.as_posix(),
            "documents": [
                {
                    "file": line.file,
                    "plan": line.plan or None,
                    "directory": line.directory or directory.as_posix(),
                    **dict(zip(("clauses", "measures"), line.counts or (), strict=False)),
                    "residue": line.residue,
                    "questions": line.questions,
                    "said": [{"code": each.code.id, "message": each.message} for each in line.said],
                }
                for line in self._lines
            ],
            "skipped": [path.as_posix() for path in self._others],
        }
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
