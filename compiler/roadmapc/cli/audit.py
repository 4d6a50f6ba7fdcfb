"""`roadmapc audit`."""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path, PurePosixPath

import click

from roadmapc.audit import Audit, State, audit
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import leave, say
from roadmapc.diagnostics.outcome import failed
from roadmapc.diagnostics.to_json import record
from roadmapc.pipeline import compile_unchecked
from roadmapc.render.agenda.directories import directory_names
from roadmapc.state.compiler import text_digest
from roadmapc.state.reading import held
from roadmapc.text.plural import counted
from roadmapc.workspace.codes import LEADS_OUTSIDE, UNREADABLE_FILE
from roadmapc.workspace.disk import is_open
from roadmapc.workspace.failures import closed
from roadmapc.workspace.root import joint_orphans, orphans, strays
from roadmapc.workspace.sources import find_root, plans_of, relative

_STATES = {
    State.TRUE: "как собран",
    State.EDITED: "ПРАВЛЕН",
    State.FILLED: "с отметками",
    State.MISSING: "НЕТ",
    State.UNREADABLE: "ЧУЖОЕ",
    State.CLOSED: "НЕ ЧИТАЕТСЯ",
}


@click.command("audit")
@click.argument("folder", type=PATH, default=None, required=False, metavar="[ПАПКА]")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="вид отчёта")
def command(folder: Path | None, form: str) -> None:
    """Сверить папку вывода с её описями: правки руками, пропажи, вывод старее плана, планы, которых нет.

    Код возврата 1, если что-то не так.
    """
    here = find_root(Path.cwd())
    root = folder or (here or Path()) / "build"
    if not root.is_dir():
        is_there = os.path.lexists(root)
        message = f"«{root}» – не папка вывода" if is_there else f"папки вывода «{root}» нет"
        hint = "назовите папку: roadmapc audit build" if is_there else "соберите планы: roadmapc build"
        leave(failed(UNREADABLE_FILE, message, hint).diagnostics)
    if here is not None and strays(root, [here]):
        message = f"папка вывода «{root}» – ссылка, которая уводит из хранилища: «{root.resolve()}»"
        hint = f"уберите ссылку или назовите саму папку: roadmapc audit {root.resolve()}"
        leave(failed(LEADS_OUTSIDE, message, hint).diagnostics)
    if not is_open(root):
        leave(closed(root).diagnostics)
    repository = find_root(root.resolve()) or here
    has_plans = repository is None or bool(plans_of(repository))
    found = audit(root, repository, _gone(root, repository), has_plans=has_plans)
    if form == "json":
        click.echo(_as_json(found), nl=False)
    else:
        click.echo(_as_text(found), nl=False)
        say(found.diagnostics)
    sys.exit(int(bool(found.diagnostics)))


def _gone(root: Path, repository: Path | None) -> tuple[str, ...]:
    """Folders of plans that the repository has no more."""
    if repository is None:
        return ()
    paths = plans_of(repository)
    known = held(paths, text_digest) if paths else {}
    ids = {path: (entry.id, entry.directory) for path, entry in known.items()}
    for path in (path for path in paths if path not in ids):
        compiled = compile_unchecked(path).value
        if compiled is not None:
            ids[path] = compiled.plan.id, relative(compiled.surroundings.directory, repository)
    unread = [path.relative_to(repository).as_posix() for path in paths if path not in ids]
    directories = {PurePosixPath(directory) for _, directory in ids.values()}
    names = directory_names(directories).values() if len(directories) > 1 else ()
    joint = () if unread else joint_orphans(root, names)
    return (*orphans(root, [name for name, _ in ids.values()], unread), *joint)


def _as_json(found: Audit) -> str:
    report = {
        "version": 1,
        "folders": [asdict(folder) for folder in found.folders],
        "diagnostics": [record(each) for each in found.diagnostics],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _as_text(found: Audit) -> str:
    lines = []
    for folder in found.folders:
        lines.append(f"{folder.name or 'вместе'}: {counted(len(folder.files), 'файл', 'файла', 'файлов')}")
        lines.extend(
            f"  {file.digest[:16]:16}  {_STATES[file.state]:12}  {file.path}" for file in folder.files
        )
    return "".join(f"{line}\n" for line in lines) or "собранного здесь нет\n"
