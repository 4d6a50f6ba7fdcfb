"""A browser for the tests of the page."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.page.html import html

ROOT = Path(__file__).parents[3]
LONG_AGO = date(2000, 1, 1)
"""The day of the browser unless a test names another: nothing is past on it."""


def address(url: str) -> str:
    """The file that an address names, whomever's page it asks for."""
    return url.partition("?")[0]


Open = Callable[..., Page]


@pytest.fixture
def visited(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page of that content; it may neither complain nor ask for anything outside itself."""
    complaints: list[str] = []
    contexts = []

    def visit(content: bytes, today: date = LONG_AGO, **options: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_bytes(content)
        contexts.append(browser.new_context(**options))
        contexts[-1].clock.set_fixed_time(f"{today.isoformat()}T12:00:00")
        page = contexts[-1].new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: complaints.append(request.url) if address(request.url) != file.as_uri() else None,
        )
        page.goto(file.as_uri())
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def opened(visited: Open, joint: AgendaView) -> Open:
    """Open the page of all plans."""
    return partial(visited, html(joint))


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which npm brings."""
    script = ROOT / ".tools/node_modules/axe-core/axe.min.js"
    if not script.is_file():
        message = "axe-core is not installed: npm install --prefix .tools axe-core"
        (pytest.fail if os.environ.get("ROADMAPC_ALL_TOOLS") == "1" else pytest.skip)(message)
    return script.read_text("utf-8")
