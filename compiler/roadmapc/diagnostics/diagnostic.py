"""A problem as data."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span


class Place(NamedTuple):
    """A stretch of a file."""

    file: SourceFile
    span: Span


class Label(NamedTuple):
    """Another place that helps to understand a problem, with its own words."""

    place: Place
    text: str


class Edit(NamedTuple):
    """A correction that changes no meaning."""

    span: Span
    """What is replaced, in the file of the diagnostic's place."""
    text: str
    """What is written instead."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, told so that its first line alone is complete."""

    code: Code
    message: str
    """One Russian sentence without a full stop: what is wrong, the thing in «ёлочки»."""
    place: Place | None
    """The word that is wrong; `None` only if there is no place."""
    hints: tuple[str, ...] = ()
    """What to write or do instead, a sentence each."""
    related: tuple[Label, ...] = field(default=())
    edit: Edit | None = None
    """What `check --fix` writes; `None` where a person has to decide."""
    units: tuple[str, ...] = ()
    """The rows and clauses that it concerns, as readers call them: «1.2», «п. 3»; empty outside of them."""

    @property
    def severity(self) -> Severity:
        """The severity of the code."""
        return self.code.severity

    @property
    def cause(self) -> str:
        """Alike in findings that are told as one: the code; its words, too, of what is mended apart.

        Errors are, and so is what has no place: only its words name the file that it is about.
        """
        is_apart = self.severity is Severity.ERROR or self.place is None
        return f"{self.code.id}: {self.message}" if is_apart else self.code.id


def _sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    place = diagnostic.place
    if place is None:
        return ("", 0, 0, diagnostic.code.id)
    return (place.file.name, place.span.start, place.span.end, diagnostic.code.id)


def errors_first(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By severity, those of one as they came."""
    return tuple(sorted(diagnostics, key=lambda one: list(Severity).index(one.severity)))


def in_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """By file, place and code, problems without a place first; the same finding at the same place once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_sort_key))
