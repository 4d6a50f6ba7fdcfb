"""What commands on editions need of each; what cannot be had is told, and the program is left."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from roadmapc.cli.report import exit_code, say
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.outputs import Wishes, document
from roadmapc.pipeline import Compiled, compile_unchecked
from roadmapc.workspace import add


def plan_at(path: Path) -> Compiled:
    """The plan of a file or of a revision."""
    outcome = compile_unchecked(path)
    return outcome.value or _leave(each for each in outcome.diagnostics if exit_code((each,)))


def document_of(compiled: Compiled) -> bytes:
    """Its DOCX."""
    built = document(compiled, Wishes(("docx",)))
    return built.value or _leave(built.diagnostics)


def put(content: bytes, output: Path | None) -> None:
    """Write a result to the file, or where results go."""
    if output is None:
        click.echo(content.decode(), nl=False)
    elif said := add(output.parent, {output.name: (content,)}).diagnostics:
        _leave(said)


def _leave(said: Iterable[Diagnostic]) -> NoReturn:
    say(said)
    sys.exit(1)
