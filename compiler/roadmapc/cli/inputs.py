"""What commands on editions read. If it cannot be had, they say why and leave the program."""

from pathlib import Path

from roadmapc.cli.report import leave
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.model.from_tree.fields import optional_scalar, text_references
from roadmapc.model.registration import UNREGISTERED, Registration
from roadmapc.outputs import OutputOptions, document
from roadmapc.pipeline import Compiled, compile_unchecked
from roadmapc.render.formats import DOCX


def edition(path: Path, registration: Registration = UNREGISTERED) -> Outcome[Compiled]:
    """A plan with all that it names; no value if a text or the template of it cannot be read.

    A build refuses such a plan; where editions are held against each other or against a document, what is
    left out would seem to be struck out.
    """
    compiled = compile_unchecked(path, registration)
    if compiled.value is None:
        return compiled
    origin, around = compiled.value.plan.origin, compiled.value.surroundings
    is_whole = all(each.text in around.texts for each in text_references(origin))
    template = optional_scalar(origin, "template")
    is_whole &= template is None or around.template in around.sources
    return compiled if is_whole else Outcome(None, compiled.diagnostics)


def plan_at(path: Path) -> Compiled:
    """The plan of a file or of a revision."""
    outcome = edition(path)
    return outcome.value or leave(errors(outcome.diagnostics))


def document_of(compiled: Compiled) -> bytes:
    """Its DOCX."""
    built = document(compiled, OutputOptions((DOCX,)))
    return built.value or leave(built.diagnostics)
