"""`roadmapc import`."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

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


@click.command("import")
@click.argument("file", type=PATH, metavar="ФАЙЛ")
@click.option("-o", "--output", type=PATH, metavar="ПЛАН.yaml", help="куда записать план")
@click.option(
    "--directory",
    type=PATH,
    metavar="СПРАВОЧНИК.yaml",
    help="справочник рядом с планом: тот, что есть, пополняется",
)
@click.option("--answers", type=PATH, metavar="ОТВЕТЫ.yaml", help="ответы на вопросы: имя вопроса и ответ")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="вид ответа")
@click.option("--replace", is_flag=True, help="записать план вместо того, который уже есть")
def command(  # noqa: PLR0913 - an option each
    *, file: Path, output: Path | None, directory: Path | None, answers: Path | None, form: str, replace: bool
) -> None:
    """Перевести приказ, который уже есть, в план и справочник.

    Читаются .docx, .doc, .odt, .rtf, .html и .txt. Слова остаются, как в документе: о сомнениях программа
    спрашивает, а о каждом слове, которому нет места в плане, говорит, где оно стоит и почему осталось.
    """
    folder = output.parent if output is not None else _folder()
    around = Around(
        plan=output if output is not None else folder / f"{_name(file)}.yaml",
        reference=_reference(directory, folder, file),
        directory=_existing(directory or folder / _reference(None, folder, file)),
        answers=_answers(answers),
    )
    content = read(file)
    if content.value is None:
        leave(content.diagnostics)
    made = import_document(str(file), content.value, around)
    if made.value is None:
        leave(made.diagnostics)
    imported = made.value
    plan, beside = around.plan, folder / around.reference
    say([*made.diagnostics, *_unheard(imported, around, answers)])
    _write(plan, imported.plan, replace=replace)
    if around.directory is None or imported.directory != around.directory.text:
        rewrite_text(beside, imported.directory)
    if form == "json":
        put(encoded(_json(imported, plan, beside)), None)
    else:
        made_of = (imported.questions, imported.residue, imported.document.mendings)
        click.echo("\n".join(summary(Made(plan, beside, imported.compiled.value, *made_of))))
    lost = [
        said(str(file), LOST_WORDS, f"{each.where}: «{shortened(each.text, 80)}»") for each in imported.lost
    ]
    say(lost)
    say_briefly(imported.compiled.diagnostics)
    sys.exit(int(bool(lost) or has_errors(imported.compiled.diagnostics)))


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
