"""Which plans a command works on."""

import os
from pathlib import Path

import click

PATH = click.Path(path_type=Path, readable=False)
"""A path as it is written: the workspace says in its own words what is wrong with it."""


def plans(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The given plans, each once, or those of the repository; wrong use if there is neither."""
    if not paths:
        from roadmapc.workspace.sources import find_root, plans_of  # noqa: PLC0415 - git comes with them

        root = find_root(Path.cwd())
        own = plans_of(root) if root else ()
        if not own:
            raise click.UsageError(
                "планов не найдено: назовите файл или перейдите в папку, где есть roadmaps/"
            )
        folder = Path(os.path.relpath(own[0].parent))
        return tuple(folder / plan.name for plan in own)
    chosen: list[Path] = []
    for path in paths:
        # a file as it is, even if it is missing; unlike `Path.is_dir`, this is never an `OSError`
        in_folder = sorted(path.glob("[!.]*.yaml")) if os.path.isdir(path) else [path]
        if not in_folder:
            raise click.UsageError(f"в папке «{path}» нет планов (*.yaml)")
        chosen.extend(in_folder)
    return tuple(dict.fromkeys(chosen))
