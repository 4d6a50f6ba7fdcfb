"""What a stage returns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Never, TypeVar

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic

S = TypeVar("S")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """A value with everything said while making it."""

    value: T_co | None
    """`None` if the stage could not make one."""
    diagnostics: tuple[Diagnostic, ...] = ()

    def then(self, step: "Callable[[T_co], Outcome[T]]") -> "Outcome[T]":
        """What the next step makes of the value, after what was said so far; no step without a value."""
        if self.value is None:
            return Outcome(None, self.diagnostics)
        made = step(self.value)
        return Outcome(made.value, (*self.diagnostics, *made.diagnostics))

    def then_with(self, other: "Outcome[S]", step: "Callable[[T_co, S], Outcome[T]]") -> "Outcome[T]":
        """The same for a step that wants two values; what was said of both is said once, value or not."""
        diagnostics = tuple(dict.fromkeys((*self.diagnostics, *other.diagnostics)))
        if self.value is None or other.value is None:
            return Outcome(None, diagnostics)
        made = step(self.value, other.value)
        return Outcome(made.value, (*diagnostics, *made.diagnostics))


def failed(code: Code, message: str, *hints: str) -> Outcome[Never]:
    """No value, and why; of no place in a file."""
    return Outcome(None, (Diagnostic(code, message, None, hints),))


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What forbids signing."""
    return tuple(each for each in diagnostics if each.severity is Severity.ERROR)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything said forbids signing."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
