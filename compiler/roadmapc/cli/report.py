"""Diagnostics to the streams where users expect them: results to stdout, talk to stderr."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NoReturn

import click

from roadmapc import __version__
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.to_github import to_github
from roadmapc.diagnostics.to_json import to_json
from roadmapc.diagnostics.to_sarif import to_sarif
from roadmapc.diagnostics.to_text import by_code, harmless, summary, to_text

FORMS = ("text", "json", "github", "sarif")

BUG = 70
"""What a command answers if the program itself is wrong (EX_SOFTWARE)."""
LONG = 20
"""Findings after which a report is summed up by code."""


@dataclass(slots=True)
class Report:
    """Prints findings as they come, for people to stderr, for programs to stdout.

    Findings of a form that is one document are kept until its end; of the others only the codes are.
    """

    form: str = "text"
    """One of `FORMS`."""
    _codes: list[Code] = field(default_factory=list)
    _pending: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostic: Diagnostic) -> None:
        """Print a finding, or keep it."""
        self._codes.append(diagnostic.code)
        if self.form == "text":
            click.echo(to_text((diagnostic,)), err=True)
        elif self.form == "github":
            click.echo(to_github((diagnostic,)), nl=False)
        else:
            self._pending.append(diagnostic)

    def close(self) -> None:
        """Print what can be said only when everything is known."""
        if self.form == "json":
            click.echo(to_json(self._pending), nl=False)
        elif self.form == "sarif":
            click.echo(to_sarif(self._pending, __version__), nl=False)
        elif self.form == "text" and self._codes:
            if len(self._codes) > LONG:
                click.echo(f"{by_code(self._codes)}\n", err=True)
            click.echo(summary(self._codes), err=True)

    def exit_code(self, *, strict: bool) -> int:
        """What the command answers."""
        return exit_code(self._codes, strict=strict)


def say(diagnostics: Iterable[Diagnostic]) -> None:
    """Print a report for people."""
    report = Report()
    for diagnostic in diagnostics:
        report.add(diagnostic)
    report.close()


def say_briefly(diagnostics: Iterable[Diagnostic]) -> None:
    """Print for people what wants an answer; notes are only counted, `roadmapc check` shows them."""
    reported = tuple(diagnostics)
    say(each for each in reported if each.severity is not Severity.NOTE)
    notes = [each.code for each in reported if each.severity is Severity.NOTE]
    if notes:
        click.echo(f"{summary(notes)}: roadmapc check", err=True)


def leave(diagnostics: Iterable[Diagnostic]) -> NoReturn:
    """Print why there is no result, and leave the program."""
    say(diagnostics)
    sys.exit(1)


def say_of_bug(fault: str, where: str = "") -> None:
    """Print that the program itself is wrong, and what to do about it."""
    click.echo(harmless(f"{where}ошибка в самой программе: {fault}"), err=True)
    click.echo("сообщите о ней, приложив файл плана", err=True)


def exit_code(reported: Iterable[Diagnostic | Code], *, strict: bool = False) -> int:
    """1 if something forbids signing, or with `strict` would be asked about."""
    stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(each.severity in stops for each in reported))
