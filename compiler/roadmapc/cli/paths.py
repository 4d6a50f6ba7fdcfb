"""Which plans a command works on."""

import os
from pathlib import Path

import click

from roadmapc.workspace.sources import find_root, plans_of

PATH = click.Path(path_type=Path, readable=False)
"""A path as it is written: the workspace says in its own words what is wrong with it."""


def plans(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The given plans, each once, or those of the repository; wrong use if there is neither."""
<<<<<<< HEAD
    if paths:
        return tuple(dict.fromkeys(plan for path in paths for plan in _plans_at(path)))
    root = find_root(Path.cwd())
    found = plans_of(root) if root else ()
    if not found:
        raise click.UsageError("планов не найдено: назовите файл или перейдите в папку, где есть roadmaps/")
    return tuple(Path(os.path.relpath(plan)) for plan in found)


def _plans_at(path: Path) -> tuple[Path, ...]:
    """A file as it is, even if it is missing; a folder by its plans."""
    if not os.path.isdir(path):  # unlike `Path.is_dir`, never an `OSError`
        return (path,)
    found = tuple(sorted(path.glob("[!.]*.yaml")))
    if not found:
        raise click.UsageError(f"в папке «{path}» нет планов (*.yaml)")
    return found
=======
    if not paths:
        root = find_root(Path.cwd())
        own = plans_of(root) if root else ()
        if not own:
            raise click.UsageError(
                "планов не найдено: назовите файл или перейдите в папку, где есть roadmaps/"
            )
        return tuple(Path(os.path.relpath(plan)) for plan in own)
    chosen: list[Path] = []
    for path in paths:
        # a file as it is, even if it is missing; unlike `Path.is_dir`, this is never an `OSError`
        in_folder = sorted(path.glob("*.yaml")) if os.path.isdir(path) else [path]
        if not in_folder:
            raise click.UsageError(f"в папке «{path}» нет планов (*.yaml)")
        chosen.extend(in_folder)
    return tuple(dict.fromkeys(chosen))


def root_of(plan: Path) -> Path:
    """The repository of a plan, else the plan's folder."""
    folder = plan.resolve().parent
    return find_root(folder) or folder
>>>>>>> lead
