"""Diagnostics to the streams where users expect them: results to stdout, talk to stderr."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import click

from roadmapc import __version__
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.digest import Digest
from roadmapc.diagnostics.to_text import by_code, harmless, summary, to_concise, to_text

FORMS = ("text", "concise", "json", "github", "gitlab", "sarif")

EVERY_GROUP = frozenset(Group)
BUG = 70
"""What a command answers if the program itself is wrong (EX_SOFTWARE)."""
LONG = 20
"""Findings after which a full report is summed up by code."""
_FOR_PEOPLE = ("text", "concise")


@dataclass(slots=True)
class Report:
    """Prints findings for people to stderr, for programs to stdout."""

    form: str = "text"
    """One of `FORMS`."""
    opened: frozenset[Group] = frozenset()
    """Groups that a text tells finding by finding; all of them are told in the order of the files."""
    keep: Callable[[str | bytes], None] | None = None
    """Takes all of it at the end; `None` for the streams."""
    _codes: list[Code] = field(default_factory=list)
    _pending: list[Diagnostic] = field(default_factory=list)
    """For lines that are sorted, and for programs."""
    _told: list[str] = field(default_factory=list)
    _digest: Digest = field(init=False)

    def __post_init__(self) -> None:
        """The digest is opened as the report is."""
        self._digest = Digest(self.opened)

    def add(self, diagnostic: Diagnostic) -> None:
        """Print a finding if it is told in its turn, or keep what will be told of it."""
        self._codes.append(diagnostic.code)
        if self.form != "text":
            self._pending.append(diagnostic)
        elif self._is_full:
            self._tell(f"{to_text((diagnostic,))}\n")
        else:
            self._digest.add(diagnostic)

    def close(self) -> None:
        """Print what can be said only when everything is known."""
        if self.form not in _FOR_PEOPLE:
            content = encoded(_document(self.form, self._pending))
            if self.keep is None:
                click.echo(content, nl=False)
            else:
                self.keep(content)
            return
        self._tell(self._ending())
        if self.keep is not None:
            self.keep("".join(self._told))

    def _ending(self) -> str:
        if self.form == "concise":
            return to_concise(self._pending)
        if not self._is_full:
            return self._digest.text()
        table = f"{by_code(self._codes)}\n\n" if len(self._codes) > LONG else ""
        return table + (f"{summary(self._codes)}\n" if self._codes else "")

    @property
    def _is_full(self) -> bool:
        return self.opened == EVERY_GROUP

    def _tell(self, text: str) -> None:
        if self.keep is None:
            click.echo(text, nl=False, err=True)
        else:
            self._told.append(text)

    def exit_code(self, *, strict: bool) -> int:
        """What the command answers."""
        return exit_code(self._codes, strict=strict)


def _document(form: str, found: list[Diagnostic]) -> str:
    """Findings as a program takes them; a job of GitHub finds all of them in the summary of its step too.

    People ask more often, and need not wait until what programs take is imported.
    """
    from roadmapc.cli.rooted import Rooted  # noqa: PLC0415

    found = list(map(Rooted(), found))
    if form == "json":
        from roadmapc.diagnostics.to_json import to_json  # noqa: PLC0415

        return to_json(found)
    if form == "gitlab":
        from roadmapc.diagnostics.to_gitlab import to_gitlab  # noqa: PLC0415

        return to_gitlab(found)
    if form == "sarif":
        from roadmapc.diagnostics.to_sarif import to_sarif  # noqa: PLC0415

        return to_sarif(found, __version__)
    from roadmapc.diagnostics.to_github import to_github, to_summary  # noqa: PLC0415

    if place := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(place).open("a", encoding="utf-8", errors="replace") as step:
            step.write(to_summary(found))
    return to_github(found)


def encoded(text: str) -> bytes:
    """UTF-8; half a letter, as in the name of a file of another system, by its number, as in JSON."""
    return text.encode("utf-8", "backslashreplace")


def say(diagnostics: Iterable[Diagnostic]) -> None:
    """Print for people every finding in full."""
    report = Report(opened=EVERY_GROUP)
    for diagnostic in diagnostics:
        report.add(diagnostic)
    report.close()


def say_briefly(diagnostics: Iterable[Diagnostic]) -> None:
    """Print for people what wants an answer; notes are only counted, `roadmapc check` shows them."""
    from roadmapc.diagnostics.brief import Brief  # noqa: PLC0415 - few say so little

    found = Brief()
    found.add(diagnostics)
    click.echo(found.text(), nl=False, err=True)


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
