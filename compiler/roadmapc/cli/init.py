"""`roadmapc init`."""

import sys
from pathlib import Path

import click

from roadmapc.assets import asset
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import exit_code, say
from roadmapc.workspace.single import add_missing

FILES = {
    "README.md": "readme.md",
    "roadmaps/school-quality.yaml": "plan.yaml",
    "roadmaps/organisations/town.yaml": "organisation.yaml",
    ".github/workflows/plans.yml": "github-workflow.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".gitignore": "gitignore",
}
"""Files of a new repository by their places, and their names among the shipped ones."""
SCHEMAS = ("plan.schema.json", "organisation.schema.json", "profile.schema.json")
"""Laid beside the plans, so that editors need no network."""


@click.command("init")
@click.argument("folder", type=PATH, default=".", metavar="[ПАПКА]")
def command(folder: Path) -> None:
    """Начать хранилище планов: образец, справочник, памятку, настройки редактора, проверки GitHub и GitLab.

    Файлы, которые уже есть, не меняются.
    """
    contents = {place: asset("templates/repository", name) for place, name in FILES.items()}
    contents |= {f"schemas/{name}": asset("schemas", name) for name in SCHEMAS}
    written = add_missing(folder, {name: (content,) for name, content in contents.items()})
    say(written.diagnostics)
    if written.value is not None:
        for name in written.value:
            click.echo(folder / name)
        click.echo("проверьте: roadmapc check; соберите: roadmapc build", err=True)
    sys.exit(exit_code(written.diagnostics))
