"""`roadmapc template`."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from roadmapc.assets import BLANKS, ORDER_TEMPLATE, asset, template_file
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import exit_code, say
from roadmapc.cli.russian import METAVARS
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.outputs import Form, document
from roadmapc.pipeline import compile_edition
from roadmapc.render.formats import DOCX
from roadmapc.state.wanted import OutputOptions
from roadmapc.workspace.single import write_file
from roadmapc.workspace.sources import find_root, read

_SHIPPED = {ORDER_TEMPLATE: "простой: им печатается план, который не назвал другого", **BLANKS}


@click.group("template", cls=click.Group, **METAVARS)
def command() -> None:
    """Шаблоны документов Word: перечень, проверка, копия для правки."""


@command.command("list", options_metavar=METAVARS["options_metavar"])
def show() -> None:
    """Показать поставляемые шаблоны и поля подстановок."""
    from roadmapc.render.docx.manual import MEANINGS  # noqa: PLC0415

    click.echo("Шаблоны:")
    width = max(map(len, _SHIPPED)) + 2
    for name, meaning in _SHIPPED.items():
        click.echo(f"  {name:<{width}} {meaning}")
    click.echo("\nПоля:")
    width = max(map(len, MEANINGS)) + 4
    for field, meaning in MEANINGS.items():
        click.echo(f"  {f'{{{{ {field} }}}}':<{width + 2}} {meaning}")


@command.command(options_metavar=METAVARS["options_metavar"])
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="ШАБЛОН|ПЛАН…")
def check(files: tuple[Path, ...]) -> None:
    """Собрать по шаблонам пробный приказ и сказать, что мешает.

    Названы и планы (*.yaml) – по каждому шаблону собирается каждый план; одни планы – каждый по своему
    шаблону. На диск ничего не пишется.
    """
    plans = tuple(file for file in files if file.suffix in (".yaml", ".yml"))
    templates = tuple(file for file in files if file not in plans)
    diagnostics = [*_try_plans(plans, templates)] if plans else [*_try(templates)]
    say(diagnostics)
    sys.exit(exit_code(diagnostics))


def _try(templates: tuple[Path, ...]) -> Iterator[Diagnostic]:
    """What is wrong with templates, by orders that use every field."""
    from roadmapc.render.proof.trial import trial  # noqa: PLC0415 - docxtpl is slow to import

    for path in templates:
        form = _form(path)
        tried = form.then(lambda form: trial(form.content, form.name))
        yield from tried.diagnostics
        if tried.value is not None:
            click.echo(f"{path}: пробный приказ собран")


def _try_plans(plans: tuple[Path, ...], templates: tuple[Path, ...]) -> Iterator[Diagnostic]:
    """What is wrong with templates, by plans of one's own; without templates, with those of the plans."""
    forms = [(path, _form(path)) for path in templates]
    yield from (said for _, form in forms for said in form.diagnostics)
    for plan in plans:
        compiled = compile_edition(plan)
        yield from errors(compiled.diagnostics)
        if compiled.value is None:
            continue
        named = [(path, form.value) for path, form in forms if form.value] if templates else [(plan, None)]
        for path, form in named:
            made = document(compiled.value, OutputOptions((DOCX,)), form)
            yield from (_with_plan(said, plan) for said in made.diagnostics)
            if made.value is not None:
                click.echo(f"{path}: приказ по плану {plan} собран" if form else f"{plan}: приказ собран")


def _with_plan(said: Diagnostic, plan: Path) -> Diagnostic:
    """What is said of a template, with the plan that it was tried with: another plan may be printed well."""
    return said if said.place else replace(said, message=f"план «{plan}», {said.message}")


def _form(path: Path) -> Outcome[Form]:
    """A template of one's own, or a shipped one by its name."""
    file = template_file(str(path))
    if file and not path.exists():
        return Outcome(Form(f"templates/{file}", asset("templates", file)))
    return read(path).then(lambda content: Outcome(Form(str(path), content)))


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
    file = template_file(name)
    if not file:
        raise click.BadParameter(f"есть шаблоны: {', '.join(_SHIPPED)}", param_hint="ИМЯ")
    plans = find_root(Path.cwd())
    beside_plans = Path(os.path.relpath(plans / "roadmaps")) if plans else Path()
    target = output or beside_plans / "templates" / file
    if target.exists():
        raise click.UsageError(f"файл «{target}» уже есть: назовите другой (-o)")
    written = write_file(target, (asset("templates", file),))
    say(written.diagnostics)
    if written.value is not None:
        click.echo(target)
    sys.exit(exit_code(written.diagnostics))
