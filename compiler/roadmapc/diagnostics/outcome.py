"""What a stage returns."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """A value with everything said while making it."""

    value: T_co | None
    """`None` if the stage could not make one."""
    diagnostics: tuple[Diagnostic, ...] = ()


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What forbids signing."""
    return tuple(each for each in diagnostics if each.severity is Severity.ERROR)


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Whether anything said forbids signing."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
