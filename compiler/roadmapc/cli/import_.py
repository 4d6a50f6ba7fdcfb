"""`roadmapc import`."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypedDict, Unpack

import click

from roadmapc.cli.files import put, rewrite_text
from roadmapc.cli.imported import Made, summary
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import encoded, leave, say, say_briefly
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.importing import Around, Imported, import_document
from roadmapc.incoming.codes import said
from roadmapc.recognition.codes import LOST_WORDS, OCCUPIED, UNKNOWN_ANSWER
from roadmapc.recognition.ids import Ids
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.shorten import shortened
from roadmapc.workspace.sources import find_root, read

_ORGANISATIONS = "organisations"


class _ImportFlags(TypedDict):
    """How the result is wanted."""

    output: Path | None
    directory: Path | None
    answers: Path | None
    form: str
    replace: bool
    jobs: int


@click.command("import")
@click.argument("files", type=PATH, nargs=-1, required=True, metavar="ФАЙЛ…")
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
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="ЧИСЛО",
    help="сколько документов читать одновременно; по умолчанию 1",
)
def command(files: tuple[Path, ...], **flags: Unpack[_ImportFlags]) -> None:
    """Перевести приказ, который уже есть, в план и справочник.

    Читаются .docx, .doc, .odt, .rtf, .html и .txt. Слова остаются, как в документе: о сомнениях программа
    спрашивает, а о каждом слове, которому нет места в плане, говорит, где оно стоит и почему осталось.
    Названа папка или несколько файлов – планов будет столько, сколько документов, а справочник один.
    """
    is_one = len(files) == 1 and not os.path.isdir(files[0])
    sys.exit(_import_one(files[0], flags) if is_one else _import_many(files, flags))


def _import_one(file: Path, flags: _ImportFlags) -> int:
    """A plan of one document; the answer of the command."""
    output = flags["output"]
    folder = output.parent if output is not None else _folder()
    reference = _reference(flags["directory"], folder, file)
    plan, beside = output or folder / f"{_name(file)}.yaml", folder / reference
    around = Around(plan, reference, _existing(beside), _answers(flags["answers"]))
    content = read(file)
    if content.value is None:
        leave(content.diagnostics)
    made = import_document(str(file), content.value, around)
    if made.value is None:
        leave(made.diagnostics)
    found = made.value
    say([*made.diagnostics, *_unheard(found, around, flags["answers"])])
    _write(plan, found.plan, replace=flags["replace"])
    if around.directory is None or found.directory != around.directory.text:
        rewrite_text(beside, found.directory)
    if flags["form"] == "json":
        put(encoded(_json(found, plan, beside)), None)
    else:
        told = (found.questions, found.residue, found.document.mendings)
        click.echo("\n".join(summary(Made(plan, beside, found.compiled.value, *told))))
    lost = [said(str(file), LOST_WORDS, f"{each.where}: «{shortened(each.text, 80)}»") for each in found.lost]
    say(lost)
    say_briefly(found.compiled.diagnostics)
    return int(bool(lost) or has_errors(found.compiled.diagnostics))


def _import_many(files: tuple[Path, ...], flags: _ImportFlags) -> int:
    """Documents of a folder, or several that were named; the answer of the command."""
    from roadmapc.cli.import_many import Many, import_many  # noqa: PLC0415 - few import many at a time

    folder = flags["output"] or _folder()
    reference = _reference(flags["directory"], folder, files[0])
    answers = flags["answers"]
    how = (flags["form"], flags["replace"], flags["jobs"])
    many = Many(folder, reference, _existing(folder / reference), _answers(answers), answers, *how)
    return import_many(files, many)


def _folder() -> Path:
    """Where plans of the repository lie, or the current folder."""
    root = find_root(Path.cwd())
    return Path(os.path.relpath(root / "roadmaps")) if root else Path()


def _reference(directory: Path | None, folder: Path, file: Path) -> str:
    """By which the plan names its directory; wrong use if that would lie outside the plan's folder."""
    if directory is None:
        return f"{_ORGANISATIONS}/{_name(file)}.yaml"
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


def _json(imported: Imported, plan: Path, directory: Path) -> str:
    """As the page of the command line says."""
    told = {
        "plan": plan.as_posix(),
        "directory": directory.as_posix(),
        "residue": [each._asdict() for each in imported.residue],
        "questions": [
            {
                "id": each.id,
                "where": each.where,
                "question": each.question,
                "proposal": each.proposal,
                "others": each.others,
            }
            for each in imported.questions
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
