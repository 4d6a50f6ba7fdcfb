"""`roadmapc import`."""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click

from roadmapc.cli.files import put, rewrite_text
from roadmapc.cli.import_many import SUFFIXES, Many, Task, named, row, table
from roadmapc.cli.imported import Made, summary
from roadmapc.cli.options import jobs_option
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import encoded, leave, say, say_briefly
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.importing import Around, Imported, import_document
from roadmapc.incoming.codes import said
from roadmapc.recognition.account import Question, Residue
from roadmapc.recognition.codes import LOST_WORDS, OCCUPIED, UNKNOWN_ANSWER
from roadmapc.recognition.ids import Ids
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.shorten import shortened
from roadmapc.workspace.sources import find_root, read

_ORGANISATIONS = "organisations"


class _Flags(TypedDict):
    """How the result is wanted."""

    output: Path | None
    directory: Path | None
    answers: Path | None
    form: str
    replace: bool
    jobs: int


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="ФАЙЛ…")
@click.option("-o", "--output", type=PATH, metavar="ПЛАН.yaml", help="куда записать план; для многих – папка")
@click.option(
    "--directory",
    type=PATH,
    metavar="СПРАВОЧНИК.yaml",
    help="справочник рядом с планом: тот, что есть, пополняется",
)
@click.option("--answers", type=PATH, metavar="ОТВЕТЫ.yaml", help="ответы на вопросы: имя вопроса и ответ")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="вид ответа")
@click.option("--replace", is_flag=True, help="записать план вместо того, который уже есть")
@jobs_option("читать")
def command(files: tuple[Path, ...], **flags: Unpack[_Flags]) -> None:
    """Перевести приказы, которые уже есть, в планы и справочник.

    Читаются .docx, .doc, .odt, .rtf, .html и .txt. Слова остаются, как в документе: о сомнениях программа
    спрашивает, а о каждом слове, которому нет места в плане, говорит, где оно стоит и почему осталось.
    Из папки берутся все такие файлы: на каждый – план, справочник у всех один.
    """
    is_one = len(files) == 1 and not os.path.isdir(files[0])
    sys.exit(_one(files[0], flags) if is_one else _many(files, flags))


def _one(file: Path, flags: _Flags) -> int:
    """A plan of one document; what the command answers."""
    output = flags["output"]
    folder = output.parent if output is not None else _folder()
    reference = _reference(flags["directory"], folder, _name(file))
    around = Around(
        plan=output if output is not None else folder / f"{_name(file)}.yaml",
        reference=reference,
        directory=_existing(folder / reference),
        answers=_answers(flags["answers"]),
    )
    content = read(file)
    if content.value is None:
        leave(content.diagnostics)
    made = import_document(str(file), content.value, around)
    if made.value is None:
        leave(made.diagnostics)
    imported = made.value
    plan, beside = around.plan, folder / reference
    say([*made.diagnostics, *_unheard(imported, around, flags["answers"])])
    _write(plan, imported.plan, replace=flags["replace"])
    if around.directory is None or imported.directory != around.directory.text:
        rewrite_text(beside, imported.directory)
    if flags["form"] == "json":
        put(encoded(_json(_told(plan, beside, imported.residue, imported.questions))), None)
    else:
        made_of = (imported.questions, imported.residue, imported.document.mendings)
        click.echo("\n".join(summary(Made(plan, beside, imported.compiled.value, *made_of))))
    lost = _lost(file, imported.residue)
    say(lost)
    say_briefly(imported.compiled.diagnostics)
    return int(bool(lost) or has_errors(imported.compiled.diagnostics))


def _many(paths: tuple[Path, ...], flags: _Flags) -> int:
    """A plan of each document, one directory; what the command answers."""
    documents = named(paths)
    if not documents:
        raise click.UsageError(f"в папке «{paths[0]}» нет документов ({', '.join(SUFFIXES)})")
    folder = flags["output"] or _folder()
    reference = _reference(flags["directory"], folder, _name(paths[0]))
    beside = folder / reference
    task = Task(folder, reference, _existing(beside), _answers(flags["answers"]))
    many, rows, told = Many(task), list[tuple[str, ...]](), list[Mapping[str, object]]()
    is_clean = True
    for document, found, plan in many.plans(documents, flags["jobs"]):
        path = folder / f"{document.name}.yaml"
        if plan:
            _write(path, plan, replace=flags["replace"])
        lost = _lost(document.file, found.residue)
        say([*found.told, *lost])
        is_clean &= bool(plan) and not lost and not has_errors(found.told)
        rows.append(row(document, found))
        told.append(_told(path, beside, found.residue, found.questions, f"{document.name}."))
    rewrite_text(beside, many.directory())
    if flags["form"] == "json":
        put(encoded(_json({"plans": told})), None)
    else:
        click.echo("\n".join((*table(rows), "", f"справочник: {beside}")))
    return int(not is_clean)


def _lost(file: Path, residue: Sequence[Residue]) -> list[Diagnostic]:
    """Words of which nobody knows where they belong."""
    return [
        said(str(file), LOST_WORDS, f"{each.where}: «{shortened(each.text, 80)}»")
        for each in residue
        if not each.why
    ]


def _folder() -> Path:
    """Where plans of the repository lie, or the current folder."""
    root = find_root(Path.cwd())
    return Path(os.path.relpath(root / "roadmaps")) if root else Path()


def _reference(directory: Path | None, folder: Path, name: str) -> str:
    """By which plans name their directory; wrong use if that would lie outside their folder."""
    if directory is None:
        return f"{_ORGANISATIONS}/{name}.yaml"
    inside: str = os.path.relpath(str(directory), str(folder))
    if inside.startswith(".."):
        raise click.UsageError(f"справочник лежит рядом с планом или в папке ниже, а «{directory}» – нет")
    return Path(inside).as_posix()


def _name(file: Path) -> str:
    return Ids().name(file.stem, "organisation")


def _existing(path: Path) -> SourceFile | None:
    """A directory that is there already."""
    if not os.path.lexists(path):
        return None
    found = read(path).then(lambda content: from_bytes(str(path), content))
    if found.value is None:
        leave(found.diagnostics)
    return found.value


def _answers(path: Path | None) -> Mapping[str, str]:
    """Answers by the ids of questions."""
    if path is None:
        return {}
    tree = read(path).then(lambda content: from_bytes(str(path), content)).then(from_yaml)
    if not isinstance(tree.value, MappingNode):
        leave(tree.diagnostics)
    return {id_: node.text for id_, (_, node) in tree.value.fields.items() if isinstance(node, ScalarNode)}


def _unheard(imported: Imported, around: Around, path: Path | None) -> Iterator[Diagnostic]:
    """Answers that nobody has asked for."""
    for id_ in (around.answers or {}).keys() - imported.asked:
        yield said(str(path), UNKNOWN_ANSWER, f"вопроса «{id_}» нет")


def _write(path: Path, text: str, *, replace: bool) -> None:
    """Put the plan in its place; another one stays unless its replacement is asked for."""
    if os.path.lexists(path) and not replace:
        present = read(path)
        if present.value != text.encode():
            hint = "назовите другой файл в -o, или замените план: --replace"
            leave([said(str(path), OCCUPIED, "файл уже есть, план не записан", hint)])
        return
    rewrite_text(path, text)


def _told(
    plan: Path, directory: Path, residue: Sequence[Residue], questions: Sequence[Question], prefix: str = ""
) -> dict[str, object]:
    """As the page of the command line says; `prefix` tells questions of many documents apart."""
    return {
        "plan": plan.as_posix(),
        "directory": directory.as_posix(),
        "residue": [each._asdict() for each in residue],
        "questions": [
            {
                "id": f"{prefix}{each.id}",
                "where": each.where,
                "question": each.question,
                "proposal": each.proposal,
                "others": each.others,
            }
            for each in questions
        ],
    }


def _json(told: Mapping[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
