"""`roadmapc schema`."""

from pathlib import Path

import click

from roadmapc.cli.files import put
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import encoded
from roadmapc.schema.registry import schema_names, schema_text


@click.command("schema")
@click.argument("name", default="plan", metavar="[ИМЯ]")
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ", help="записать в файл")
def command(name: str, output: Path | None) -> None:
    """Напечатать схему: plan (по умолчанию), organisation и другие."""
    if name not in schema_names():
        raise click.UsageError(f"схемы «{name}» нет; есть: {', '.join(schema_names())}")
    put(encoded(schema_text(name)), output)
