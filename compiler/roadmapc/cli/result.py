"""Where a command's result goes: to a file, or to standard output."""

import os
import sys
from pathlib import Path

import click

from roadmapc.cli.report import leave
from roadmapc.workspace import add


def put(result: str | bytes, output: Path | None) -> None:
    """Write a result to the file, or where results go; leaves the program if it cannot be written."""
    if output is None:
        click.echo(result, nl=False)
        return
    content = result.encode() if isinstance(result, str) else result
    if said := add(output.parent, {output.name: (content,)}).diagnostics:
        leave(said)


def has_colours(output: Path | None) -> bool:
    """Whether a result may be coloured: a terminal shows it, and nobody asked for none (no-color.org)."""
    return output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
