"""What commands on editions read, and make of it. If it cannot be had, they say why and leave the program."""

from pathlib import Path

from roadmapc.cli.files import put
from roadmapc.cli.report import encoded, leave
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import errors
from roadmapc.outputs import document
from roadmapc.pipeline import compile_edition
from roadmapc.render.formats import DOCX
from roadmapc.state.wanted import OutputOptions


def plan_at(path: Path) -> Compiled:
    """The plan of a file or of a revision."""
    outcome = compile_edition(path)
    return outcome.value or leave(errors(outcome.diagnostics))


def document_of(compiled: Compiled) -> bytes:
    """Its DOCX."""
    built = document(compiled, OutputOptions((DOCX,)))
    return built.value or leave(built.diagnostics)


def put_order(order: Compiled, output: Path | None) -> None:
    """Write an order of amendment or repeal: as the file of a plan, or as a document if that is named."""
    is_document = output is not None and output.suffix not in (".yaml", ".yml")
    put(document_of(order) if is_document else encoded(order.plan.file.text), output)
