"""What all tests share: programs we did not write, and the repository's own plans."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.pipeline import compile_plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
PLACES = (str(Path(sys.executable).parent), str(ROOT / ".tools" / "node_modules" / ".bin"))
"""Where programs are looked for before `PATH`: the environment's own, and those of npm."""
ALL_TOOLS = os.environ.get("ROADMAPC_ALL_TOOLS") == "1"

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite expected outputs; then read the diff"
    )


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder of this run alone, where processes that tests begin look, too."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder / "roadmapc"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Hold a text against the file with what was expected, or write that file if asked to.

    Where nothing is expected there is no file.
    """

    def hold(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            if text:
                path.write_text(text, "utf-8")
            else:
                path.unlink(missing_ok=True)
        expected = path.read_text("utf-8") if path.is_file() else ""
        assert text == expected, f"read the difference; pytest --update-golden writes {path.name}"

    return hold


@pytest.fixture
def compiled(tmp_path: Path) -> Callable[[str], Outcome[Compiled]]:
    """Compile a plan from its text, beside the directory of the good plans."""
    shutil.copytree(ROOT / "tests" / "plans" / "good", tmp_path, dirs_exist_ok=True)

    def compile_text(text: str) -> Outcome[Compiled]:
        (tmp_path / "plan.yaml").write_text(text, "utf-8")
        return compile_plan(tmp_path / "plan.yaml")

    return compile_text


@pytest.fixture(scope="session")
def tool() -> Callable[[str], Run]:
    """A program by its name; without it the test is skipped, or fails where all tools are promised."""

    def find(name: str) -> Run:
        path = shutil.which(name, path=os.pathsep.join((*PLACES, os.environ["PATH"])))
        if path is None and ALL_TOOLS:
            pytest.fail(f"ROADMAPC_ALL_TOOLS=1, but «{name}» is not installed")
        if path is None:
            pytest.skip(f"«{name}» is not installed")

        def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
            command = [path, *map(str, arguments)]
            return subprocess.run(command, check=True, capture_output=True, text=True, **options)  # type: ignore[call-overload,no-any-return]

        return run

    return find


@pytest.fixture(scope="module")
def browser(tool: Callable[[str], Run]) -> "Iterator[Browser]":
    """Chromium, which asks nothing of the network by itself."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - few tests want a browser

    tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*CHROMIUM])
        yield browser
        browser.close()
