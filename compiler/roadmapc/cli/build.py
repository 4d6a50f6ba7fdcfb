"""`roadmapc build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from roadmapc.cli.paths import plans, root_of
from roadmapc.cli.report import exit_code, say
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.pipeline import FORMATS, compile_plan, outputs
from roadmapc.workspace import write


@click.command("build")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[ПЛАН]…")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="папка вывода; по умолчанию build/ рядом с roadmaps/",
)
@click.option("--format", "formats", default=",".join(FORMATS), help="что собрать, через запятую")
def command(paths: tuple[Path, ...], output: Path | None, formats: str) -> None:
    """Проверить планы и записать build/<план>/: приказ, календари, опись."""
    wanted = _formats(formats)
    said: list[Diagnostic] = []
    for path in plans(paths):
        said.extend(_build(path, output or root_of(path) / "build", wanted))
    say(said)
    sys.exit(exit_code(said))


def _formats(written: str) -> tuple[str, ...]:
    wanted = tuple(name.strip() for name in written.split(",") if name.strip())
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown or not wanted:
        raise click.BadParameter(f"есть форматы: {', '.join(FORMATS)}", param_hint="--format")
    return wanted


def _build(path: Path, output: Path, formats: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Write one plan's folder, unless something forbids signing."""
    compiled = compile_plan(path)
    if compiled.value is None or has_errors(compiled.diagnostics):
        return compiled.diagnostics
    made = outputs(compiled.value, formats, root_of(path))
    said = (*compiled.diagnostics, *made.diagnostics)
    if made.value is None:
        return said
    written = write(output / compiled.value.plan.id, made.value)
    if written.value is not None:
        click.echo(f"{path}: {written.value}")
    return (*said, *written.diagnostics)
