"""Documents of plans, built once, and what is said of others held against them."""

from collections.abc import Callable
from functools import cache
from io import BytesIO

import docx
import pytest
from docx.document import Document
from returned import Build, Told, Verify, builder, read

from roadmapc.cli.verified import diagnostic, not_compared
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.verify.comparison import findings


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return builder(tmp_path_factory.mktemp("build"))


@pytest.fixture(scope="session")
def verify(build: Build) -> Verify:
    """What is found in a document that came back, without building the plan's own each time."""
    planned = cache(lambda name: read(build(name)))

    def verified(name: str, content: bytes) -> list[Diagnostic]:
        returned = read(content)
        return [*map(diagnostic, findings(planned(name), returned)), *not_compared(returned)]

    return verified


@pytest.fixture(scope="session")
def told(build: Build, verify: Verify) -> Told:
    """What is found in the document of a plan after an edit by python-docx."""

    def of(name: str, edit: Callable[[Document], None]) -> list[Diagnostic]:
        document, content = docx.Document(BytesIO(build(name))), BytesIO()
        edit(document)
        document.save(content)
        return verify(name, content.getvalue())

    return of
