"""Diagnostics to the streams where users expect them: results to stdout, talk to stderr."""

from __future__ import annotations

from collections.abc import Iterable

import click

from roadmapc import __version__
from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.to_github import to_github
from roadmapc.diagnostics.to_json import to_json
from roadmapc.diagnostics.to_sarif import to_sarif
from roadmapc.diagnostics.to_text import by_code, summary, to_text

FORMATS = ("text", "json", "github", "sarif")

LONG = 20
"""Findings after which a report is summed up by code."""


def say(diagnostics: Iterable[Diagnostic], form: str = "text") -> None:
    """Print a report; for people to stderr, for programs to stdout."""
    found = tuple(diagnostics)
    if form == "json":
        click.echo(to_json(found), nl=False)
    elif form == "github":
        click.echo(to_github(found), nl=False)
    elif form == "sarif":
        click.echo(to_sarif(found, __version__), nl=False)
    elif found:
        click.echo(to_text(found), err=True)
        if len(found) > LONG:
            click.echo(f"{by_code(found)}\n", err=True)
        click.echo(summary(found), err=True)


def say_briefly(diagnostics: Iterable[Diagnostic]) -> None:
    """Print for people what wants an answer; notes are only counted, `roadmapc check` shows them."""
    found = tuple(diagnostics)
    say(one for one in found if one.severity is not Severity.NOTE)
    notes = [one for one in found if one.severity is Severity.NOTE]
    if notes:
        click.echo(f"{summary(notes)}: roadmapc check", err=True)


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> int:
    """1 if something forbids signing, or with `strict` would be asked about."""
    stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(diagnostic.severity in stops for diagnostic in diagnostics))
