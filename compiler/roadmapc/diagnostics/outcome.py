"""What a stage returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A value with everything said while making it."""

    value: T | None
    """`None` if the stage could not make one."""
    diagnostics: tuple[Diagnostic, ...] = ()


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Whether anything said forbids signing."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
