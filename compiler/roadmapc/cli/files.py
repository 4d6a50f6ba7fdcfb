"""Files that a command writes: its result in its form, and sources of the author's own that it changes."""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path

import click

from roadmapc.cli.report import encoded, leave
from roadmapc.workspace.sources import read

_OF_TEXTS = ("", "txt", "text", "log")
"""Endings of files that promise no form."""


def form_of(asked: str | None, output: Path | None, forms: Sequence[str]) -> str:
    """The form that is asked for, else that of the file's name, else the first; wrong use if they differ."""
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    promised = suffix if suffix in forms else ""
    if not (asked or promised or suffix in _OF_TEXTS):
        raise click.UsageError(f"файлы «.{suffix}» неизвестны: назовите вид, --format {', '.join(forms)}")
    if asked and promised and promised != asked:
        raise click.UsageError(f"файл «.{suffix}» получится с --format {suffix}, а назван вид {asked}")
    return asked or promised or forms[0]


def put(result: str | bytes, output: Path | None) -> None:
    """Write a result to the file, or where results go; leaves the program if it cannot be written.

    What programs read is given as bytes: a terminal's own letters are not for them.
    """
    if output is None:
        click.echo(result, nl=False)
        return
    rewrite_file(output, encoded(result) if isinstance(result, str) else result)


def has_colours(output: Path | None) -> bool:
    """Whether a result may be coloured: a terminal shows it, and nobody asked for none (no-color.org)."""
    return output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def rewrite_text(path: Path, text: str) -> None:
    """Replace the text of a source; the mark that an editor of Windows has put before it stays."""
    content = read(path).value or b""
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    rewrite_file(path, mark + text.encode())


def rewrite_file(path: Path, content: bytes) -> None:
    """Replace a file as a whole, or say why not and leave the program."""
    from roadmapc.workspace.single import write_file  # noqa: PLC0415 - most checks write nothing

    if diagnostics := write_file(path, (content,)).diagnostics:
        leave(diagnostics)
