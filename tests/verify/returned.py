"""Ways of building a document, reading it, and of asking the command."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from in_process import run_ok
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.verify.from_docx import from_docx
from roadmapc.verify.passage import Document

PLANS = Path(__file__).parents[2] / "roadmaps"
GOOD = Path(__file__).parents[1] / "plans" / "good"

Build = Callable[[str], bytes]
Verify = Callable[[str, bytes], list[Diagnostic]]
Told = Callable[[str, Callable[[Any], None]], list[Diagnostic]]


def builder(folder: Path) -> Build:
    """Builds the document of a plan by its name, once: of the repository, or one that nobody would query."""

    @cache
    def built(name: str) -> bytes:
        (plan,) = (path for place in (PLANS, GOOD) if (path := place / f"{name}.yaml").exists())
        run_ok("build", plan, "--format", "docx", "-o", folder)
        return (folder / name / "order.docx").read_bytes()

    return built


def read(content: bytes) -> Document:
    outcome = from_docx(content)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value
