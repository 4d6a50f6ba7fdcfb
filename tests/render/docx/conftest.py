"""The shipped template, the invented order, and ways of reading a document back."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from invented import appendix, order

from roadmapc.assets import asset
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx.order import render


@pytest.fixture(scope="session")
def template() -> bytes:
    return asset("templates", "order.docx")


@pytest.fixture(scope="session")
def build(template: bytes) -> Callable[[OrderView], bytes]:
    """The DOCX of a view made with the shipped template, which has nothing to complain of."""

    def built(view: OrderView) -> bytes:
        outcome = render(view, template)
        assert outcome.diagnostics == ()
        assert outcome.value is not None
        return outcome.value

    return built


@pytest.fixture(scope="session")
def opened(build: Callable[[OrderView], bytes]) -> Callable[[OrderView], Any]:
    """The document of a view as python-docx reads it."""
    return lambda view: docx.Document(BytesIO(build(view)))


@pytest.fixture(scope="session")
def convert(tool: Any, tmp_path_factory: Any) -> Callable[[bytes, str], Path]:
    """LibreOffice opens a document and saves it in another format."""
    soffice = tool("soffice")
    profile = tmp_path_factory.mktemp("profile")

    def converted(document: bytes, suffix: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        source = folder / "source.docx"
        source.write_bytes(document)
        installation = f"-env:UserInstallation=file://{profile}"
        soffice(installation, "--headless", "--convert-to", suffix, "--outdir", folder / "out", source)
        return folder / "out" / f"source.{suffix}"

    return converted


@pytest.fixture(scope="session")
def pdf(build: Callable[[OrderView], bytes], convert: Callable[[bytes, str], Path]) -> Path:
    """The invented order, with twelve sections, as LibreOffice prints it."""
    return convert(build(order(appendix(sections=12))), "pdf")
