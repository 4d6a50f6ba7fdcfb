"""`roadmapc schema`."""

import click

from roadmapc.schema.registry import schema_names, schema_text


@click.command("schema")
@click.argument("name", default="plan", metavar="[ИМЯ]")
def command(name: str) -> None:
    """Напечатать схему: plan (по умолчанию), organisation и другие."""
    if name not in schema_names():
        raise click.UsageError(f"схемы «{name}» нет; есть: {', '.join(schema_names())}")
    click.echo(schema_text(name), nl=False)
