"""What commands on editions need of each; what cannot be had is told, and the program is left."""

from pathlib import Path

from roadmapc.cli.report import leave
from roadmapc.diagnostics.outcome import errors
from roadmapc.outputs import Wishes, document
from roadmapc.pipeline import Compiled, compile_unchecked


def plan_at(path: Path) -> Compiled:
    """The plan of a file or of a revision."""
    outcome = compile_unchecked(path)
    return outcome.value or leave(errors(outcome.diagnostics))


def document_of(compiled: Compiled) -> bytes:
    """Its DOCX."""
    built = document(compiled, Wishes(("docx",)))
    return built.value or leave(built.diagnostics)
