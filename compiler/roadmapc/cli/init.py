"""`roadmapc init`."""

import sys
from pathlib import Path

import click

from roadmapc.assets import asset
from roadmapc.cli.paths import PATH
from roadmapc.cli.pin import FORMS, REQUIREMENTS, TOOLS, Pin, own_pin, pin
from roadmapc.cli.report import exit_code, say
from roadmapc.workspace.single import add_missing
from roadmapc.workspace.sources import is_file

FILES = {
    "README.md": "readme.md",
    "roadmaps/school-quality.yaml": "plan.yaml",
    "roadmaps/organisations/town.yaml": "organisation.yaml",
    REQUIREMENTS: "requirements.txt",
    ".github/workflows/plans.yml": "github-plans.yml",
    ".github/workflows/review.yml": "github-review.yml",
    ".github/dependabot.yml": "github-dependabot.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".gitignore": "gitignore",
}
"""Files of a new repository by their places, and their names among the shipped ones."""
SCHEMAS = ("plan.schema.json", "act.schema.json", "organisation.schema.json", "profile.schema.json")
"""Laid beside the plans, so that editors need no network."""

_HEAD = f"""\
# Что ставят проверки GitHub и GitLab: сама программа и всё, что ей нужно, – ровно этих версий.
# То же за столом: pip install -r {REQUIREMENTS}
# Перейти на другую версию: установить её, удалить папку {TOOLS}/ и выполнить roadmapc init.
--require-hashes
--only-binary :all:
"""
"""Over the requirements; what the program itself needs is shipped as `make lock` wrote it."""


@click.command("init")
@click.argument("folder", type=PATH, default=".", metavar="[ПАПКА]")
@click.option(
    "--install",
    "source",
    metavar="ОТКУДА",
    help=f"что ставят проверки GitHub и GitLab: {'; '.join(FORMS)}. "
    f"По умолчанию – эта самая программа, её пакет ляжет в {TOOLS}/",
)
def command(folder: Path, source: str | None) -> None:
    """Начать хранилище планов: образец, справочник, памятку, настройки редактора, проверки GitHub и GitLab.

    Файлы, которые уже есть, не меняются.
    """
    contents = {place: asset("templates/repository", name) for place, name in FILES.items()}
    contents |= {f"schemas/{name}": asset("schemas", name) for name in SCHEMAS}
    if is_file(folder / REQUIREMENTS):
        if source is not None:
            raise click.UsageError(
                f"{REQUIREMENTS} уже есть: чтобы сменить программу, удалите папку {TOOLS}/"
            )
    else:
        contents |= _installed(own_pin() if source is None else pin(source), contents[REQUIREMENTS])
    written = add_missing(folder, {name: (content,) for name, content in contents.items()})
    say(written.diagnostics)
    if written.value is not None:
        for name in written.value:
            click.echo(folder / name)
        click.echo("проверьте: roadmapc check; соберите: roadmapc build", err=True)
    sys.exit(exit_code(written.diagnostics))


def _installed(what: Pin, requirements: bytes) -> dict[str, bytes]:
    """The requirements with the program among them, and its wheel if it lies there too."""
    files = {REQUIREMENTS: f"{_HEAD}{what.requirement}\n".encode() + requirements}
    return files if what.wheel is None else files | {f"{TOOLS}/{what.wheel.name}": what.wheel.content}
