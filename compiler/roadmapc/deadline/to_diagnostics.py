"""Problems of a phrase to diagnostics that are placed in it."""

from roadmapc.deadline.problems import Problems
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.source.file import SourceFile


def to_diagnostics(problems: Problems, phrase: SourceFile) -> tuple[Diagnostic, ...]:
    """The diagnostics of a phrase, in the order of finding."""
    if not problems.found:
        return ()
    return tuple(
        [
            Diagnostic(code, message, Place(phrase, span), hints)
            for code, message, span, hints in problems.found
        ]
    )
