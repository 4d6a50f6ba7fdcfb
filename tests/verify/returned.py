"""Ways of building a document, reading it, and of asking the command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from roadmapc.cli.main import roadmapc
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.verify.from_docx import from_docx
from roadmapc.verify.passage import Document

PLANS = Path(__file__).parents[2] / "roadmaps"
GOOD = Path(__file__).parents[1] / "plans" / "good"

Build = Callable[[str], bytes]
Verify = Callable[[str, bytes], list[Diagnostic]]
Told = Callable[[str, Callable[[Any], None]], list[Diagnostic]]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(roadmapc, [str(each) for each in arguments], catch_exceptions=False)


def read(content: bytes) -> Document:
    outcome = from_docx(content)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value
