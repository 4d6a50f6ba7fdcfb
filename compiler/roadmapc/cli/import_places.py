"""Where an import reads and writes: the folder of plans, the directory beside them, the file of answers."""

import os
from collections.abc import Mapping
from pathlib import Path

import click

from roadmapc.cli.report import leave
from roadmapc.recognition.ids import Ids
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.workspace.sources import find_root, read

_ORGANISATIONS = "organisations"


def folder_of_plans() -> Path:
    """Where plans of the repository lie, or the current folder."""
    root = find_root(Path.cwd())
    return Path(os.path.relpath(root / "roadmaps")) if root else Path()


def reference(directory: Path | None, folder: Path, file: Path) -> str:
    """By which a plan names its directory; wrong use if that would lie outside the plan's folder."""
    if directory is None:
        return f"{_ORGANISATIONS}/{latin_name(file)}.yaml"
    inside: str = os.path.relpath(str(directory), str(folder))
    if inside.startswith(".."):
        raise click.UsageError(f"справочник лежит рядом с планом или в папке ниже, а «{directory}» – нет")
    return Path(inside).as_posix()


def latin_name(file: Path) -> str:
    """What a plan of a document is called as a file."""
    return Ids().name(file.stem, "organisation")


def existing(path: Path) -> SourceFile | None:
    """A directory that is there already."""
    if not os.path.lexists(path):
        return None
    found = read(path).then(lambda content: from_bytes(str(path), content))
    if found.value is None:
        leave(found.diagnostics)
    return found.value


def answers(path: Path | None) -> Mapping[str, str]:
    """Answers by the ids of questions; what is no text is an empty one, which answers nothing."""
    if path is None:
        return {}
    tree = read(path).then(lambda content: from_bytes(str(path), content)).then(from_yaml)
    if not isinstance(tree.value, MappingNode):
        leave(tree.diagnostics)
    fields = tree.value.fields.items()
    return {id_: node.text if isinstance(node, ScalarNode) else "" for id_, (_, node) in fields}
