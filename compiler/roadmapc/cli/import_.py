"""`roadmapc import`."""

import os
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict, Unpack

import click

from roadmapc.cli import import_places as places
from roadmapc.cli.files import put, rewrite_text
from roadmapc.cli.import_many import ImportTask, Many, Planned, Work, import_many
from roadmapc.cli.imported import Made, for_programs, summary
from roadmapc.cli.imported_many import line_of, refused_line
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import encoded, leave, say, say_briefly
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, errors, has_errors
from roadmapc.importing import (
    Around,
    Imported,
    import_document,
    imported,
    merged_directory,
    proposed_directory,
    read_document,
)
from roadmapc.incoming.blocks import Incoming
from roadmapc.incoming.codes import FAILED, said
from roadmapc.recognition.codes import LOST_WORDS, OCCUPIED, UNKNOWN_ANSWER
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.text.shorten import shortened
from roadmapc.workspace.sources import read


class _Wanted(TypedDict):
    """How an import is wanted."""

    output: Path | None
    directory: Path | None
    answers: Path | None
    form: str
    replace: bool
    jobs: int


@click.command("import")
@click.argument("files", type=PATH, nargs=-1, required=True, metavar="ФАЙЛ…")
@click.option(
    "-o", "--output", type=PATH, metavar="ПЛАН.yaml", help="куда записать план; нескольким документам – папка"
)
@click.option(
    "--directory",
    type=PATH,
    metavar="СПРАВОЧНИК.yaml",
    help="справочник рядом с планом: тот, что есть, пополняется",
)
@click.option("--answers", type=PATH, metavar="ОТВЕТЫ.yaml", help="ответы на вопросы: имя вопроса и ответ")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="вид ответа")
@click.option("--replace", is_flag=True, help="записать план вместо того, который уже есть")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="ЧИСЛО",
    help="сколько документов читать одновременно; по умолчанию 1",
)
def command(files: tuple[Path, ...], **wanted: Unpack[_Wanted]) -> None:
    """Перевести приказ, который уже есть, в план и справочник.

    Читаются .docx, .doc, .odt, .rtf, .html и .txt. Слова остаются, как в документе: о сомнениях программа
    спрашивает, а о каждом слове, которому нет места в плане, говорит, где оно стоит и почему осталось.
    Названа папка или несколько файлов – планов будет столько, сколько документов, а справочник один.
    """
    is_one = len(files) == 1 and not files[0].is_dir()
    sys.exit(_import_one(files[0], wanted) if is_one else _import_many(files, wanted))


# One document


def _import_one(file: Path, wanted: _Wanted) -> int:
    """Write a plan and its directory; 1 if a person has to look at them."""
    output, directory = wanted["output"], wanted["directory"]
    folder = output.parent if output is not None else places.folder_of_plans()
    around = Around(
        plan=output if output is not None else folder / f"{places.latin_name(file)}.yaml",
        reference=places.reference(directory, folder, file),
        directory=places.existing(directory or folder / places.reference(None, folder, file)),
        answers=places.answers(wanted["answers"]),
    )
    content = read(file)
    if content.value is None:
        leave(content.diagnostics)
    outcome = import_document(str(file), content.value, around)
    if outcome.value is None:
        leave(outcome.diagnostics)
    found, beside = outcome.value, folder / around.reference
    say([*outcome.diagnostics, *_unheard(found, around, wanted["answers"])])
    _write(around.plan, found.plan, replace=wanted["replace"])
    if around.directory is None or found.directory != around.directory.text:
        rewrite_text(beside, found.directory)
    told = found.questions, found.residue, found.document.mendings
    made = Made(around.plan, beside, found.compiled.value, *told)
    if wanted["form"] == "json":
        put(encoded(for_programs(made)), None)
    else:
        click.echo("\n".join(summary(made)))
    lost = [said(str(file), LOST_WORDS, f"{each.where}: «{shortened(each.text, 80)}»") for each in found.lost]
    say(lost)
    say_briefly(found.compiled.diagnostics)
    return int(bool(lost) or has_errors(found.compiled.diagnostics))


def _unheard(found: Imported, around: Around, path: Path | None) -> Iterator[Diagnostic]:
    """Answers that nobody has asked for, and those that do not fit what was asked."""
    answers = around.answers or {}
    for id_ in sorted(answers.keys() - found.asked):
        yield said(str(path), UNKNOWN_ANSWER, f"вопроса «{id_}» нет")
    for question in found.questions:
        if question.id in answers:
            possible = "; ".join((question.proposal, *question.others))
            message = f"ответ «{answers[question.id]}» на вопрос «{question.id}» не подходит"
            yield said(str(path), UNKNOWN_ANSWER, message, f"напишите одно из: {possible}")


def _write(path: Path, text: str, *, replace: bool) -> None:
    """Put the plan in its place; another one stays unless its replacement is asked for."""
    if os.path.lexists(path) and not replace:
        present = read(path)
        if present.value != text.encode():
            hint = "назовите другой файл в -o, или замените план: --replace"
            leave([said(str(path), OCCUPIED, "файл уже есть, план не записан", hint)])
        return
    rewrite_text(path, text)


# Many, by several processes


def _import_many(files: tuple[Path, ...], wanted: _Wanted) -> int:
    """Write a plan of each; 1 if a person has to look at any."""
    folder = wanted["output"] if wanted["output"] is not None else places.folder_of_plans()
    reference = places.reference(wanted["directory"], folder, files[0])
    many = Many(
        folder,
        reference,
        directory=places.existing(folder / reference),
        answers=places.answers(wanted["answers"]),
        answers_file=wanted["answers"],
        form=wanted["form"],
        replace=wanted["replace"],
        jobs=wanted["jobs"],
    )
    return import_many(files, many, Work(_proposed, merged_directory, _recognised))


def _proposed(task: ImportTask) -> Outcome[str]:
    """Read a document, keep it, and say which directory it needs."""
    try:
        document = read(task.file).then(lambda content: read_document(str(task.file), content))
        task.kept.write_bytes(pickle.dumps(document))
        own = Around(task.plan, task.reference, answers=task.answers)
        return document.then(lambda found: proposed_directory(found, own))
    except Exception as error:  # one file does not stop the others
        return Outcome(None, (_failed(task, error),))


def _recognised(task: ImportTask) -> Planned:
    """The plan of a document with the common directory, or with its own where their names clash."""
    try:
        document: Outcome[Incoming] = pickle.loads(task.kept.read_bytes())
        common = Around(task.plan, task.reference, task.directory, task.answers)
        with_common = document.then(lambda found: imported(found, common))
        assert task.directory is not None
        troubles = _troubles(with_common, task.directory.text)
        if troubles:
            folder, _, _ = task.reference.rpartition("/")
            beside = f"{folder}/{task.plan.name}" if folder else f"organisation-{task.plan.name}"
            path = task.plan.parent / beside
            present: Outcome[SourceFile] = Outcome(None)
            if os.path.lexists(path):  # an earlier import wrote it: it is extended, never replaced
                present = read(path).then(lambda content: from_bytes(str(path), content))
                if present.value is None:
                    return Planned(refused_line(task.file, present.diagnostics))
            alone = Around(task.plan, beside, present.value, task.answers)
            by_itself = document.then(lambda found: imported(found, alone))
            if _troubles(by_itself) < troubles:
                return _planned(task, by_itself, beside)
        return _planned(task, with_common)
    except Exception as error:  # one file does not stop the others
        return Planned(refused_line(task.file, (_failed(task, error),)))


def _troubles(outcome: Outcome[Imported], directory: str | None = None) -> float:
    """What is wrong with a plan; one for which the common directory lacks somebody is worse than any."""
    found = outcome.value
    if found is None or directory not in (None, found.directory):
        return float("inf")
    return len(errors(found.compiled.diagnostics)) + len(found.lost)


def _planned(task: ImportTask, outcome: Outcome[Imported], own: str = "") -> Planned:
    """What the main process needs to know of a plan, which may name a directory of its own."""
    found = outcome.value
    if found is None:
        return Planned(refused_line(task.file, outcome.diagnostics))
    place = (task.plan.parent / own).as_posix() if own else ""
    line = line_of(task.file, task.plan, found, outcome.diagnostics, place)
    return Planned(line, found.plan, found.directory if own else "", found.asked)


def _failed(task: ImportTask, error: Exception) -> Diagnostic:
    message = f"ошибка в самой программе: {type(error).__name__}: {error}"
    return said(str(task.file), FAILED, message, "сообщите о ней, приложив документ")
