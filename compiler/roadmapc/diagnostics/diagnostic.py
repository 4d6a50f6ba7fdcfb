"""A problem as data."""

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

    @property
    def severity(self) -> Severity:
        """The severity of the code."""
        return self.code.severity


def _sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    place = diagnostic.place
    if place is None:
        return ("", 0, 0, diagnostic.code.id)
    return (place.file.name, place.span.start, place.span.end, diagnostic.code.id)


def in_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """By file, place and code, problems without a place first; the same finding at the same place once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_sort_key))
