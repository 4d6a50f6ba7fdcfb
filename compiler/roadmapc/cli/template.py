"""`roadmapc template`."""

import os
import sys
from functools import partial
from pathlib import Path

import click

from roadmapc.assets import ORDER_TEMPLATE, asset, names
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import exit_code, say
from roadmapc.cli.russian import METAVARS
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.workspace.single import write_file
from roadmapc.workspace.sources import find_root, read


@click.group("template", cls=click.Group, **METAVARS)
def command() -> None:
    """Шаблоны документов Word: перечень, проверка, копия для правки."""


@command.command("list", options_metavar=METAVARS["options_metavar"])
def show() -> None:
    """Показать поставляемые шаблоны и поля подстановок."""
    from roadmapc.render.docx.manual import MEANINGS  # noqa: PLC0415

    click.echo("Шаблоны:")
    for name in _shipped():
        click.echo(f"  {name}")
    click.echo("\nПоля:")
    width = max(map(len, MEANINGS)) + 4
    for field, meaning in MEANINGS.items():
        click.echo(f"  {f'{{{{ {field} }}}}':<{width + 2}} {meaning}")


@command.command(options_metavar=METAVARS["options_metavar"])
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="ШАБЛОН…")
def check(files: tuple[Path, ...]) -> None:
    """Собрать по шаблонам пробный приказ и сказать, что мешает."""
    from roadmapc.render.docx.specimen import SPECIMENS  # noqa: PLC0415
    from roadmapc.render.proof.document import proved  # noqa: PLC0415 - docxtpl is slow to import

    diagnostics: list[Diagnostic] = []
    for file in files:
        template = read(file)
        trials = [template.then(partial(proved, each, template_name=str(file))) for each in SPECIMENS]
        diagnostics.extend(dict.fromkeys(said for trial in trials for said in trial.diagnostics))
        if all(trial.value is not None for trial in trials):
            click.echo(f"{file}: пробный приказ собран")
    say(diagnostics)
    sys.exit(exit_code(diagnostics))


@command.command(options_metavar=METAVARS["options_metavar"])
@click.argument("name", default=ORDER_TEMPLATE, metavar="[ИМЯ]")
@click.option(
    "-o",
    "--output",
    type=PATH,
    help="куда положить копию; по умолчанию roadmaps/templates/ИМЯ, откуда её берут планы",
)
def export(name: str, output: Path | None) -> None:
    """Скопировать поставляемый шаблон для правки в Word."""
    if name not in _shipped():
        raise click.BadParameter(f"есть шаблоны: {', '.join(_shipped())}", param_hint="ИМЯ")
    plans = find_root(Path.cwd())
    beside_plans = Path(os.path.relpath(plans / "roadmaps")) if plans else Path()
    target = output or beside_plans / "templates" / name
    if target.exists():
        raise click.UsageError(f"файл «{target}» уже есть: назовите другой (-o)")
    written = write_file(target, (asset("templates", name),))
    say(written.diagnostics)
    if written.value is not None:
        click.echo(target)
    sys.exit(exit_code(written.diagnostics))


def _shipped() -> tuple[str, ...]:
    return tuple(name for name in names("templates") if name.endswith(Path(ORDER_TEMPLATE).suffix))
