"""Tracked changes as others see them: LibreOffice, which accepts and rejects them, and two validators."""

import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

HERE = Path(__file__).parent
CASES = [
    *("clause-moved", "measure-split", "row-rewritten", "section-added", "text-list", "columns"),
    *("picture-replaced", "picture-removed", "prose-table-and-footnote"),
]
"""Changed words, rows, sections and clauses, lists in cells, a table said anew."""

Redline = Callable[[str], tuple[Path, Path, Path]]
Texts = Callable[[bytes], list[str]]
Run = Callable[..., object]
Settle = Callable[[Path, str], bytes]


@pytest.fixture(scope="module")
def soffice(tool: Callable[[str], Run], tmp_path_factory: pytest.TempPathFactory) -> Run:
    """LibreOffice with a macro that settles changes; a profile of its own has to exist before it has one."""
    profile = tmp_path_factory.mktemp("profile")
    installation = f"-env:UserInstallation={profile.as_uri()}"
    program = tool("soffice")
    program(installation, "--headless", "--terminate_after_init")
    library = profile / "user" / "basic" / "Standard"
    shutil.copy(HERE / "settle.xba", library / "Settle.xba")
    shutil.copy(HERE / "settle.xlb", library / "script.xlb")
    return lambda *arguments: program(installation, "--headless", *arguments)


@pytest.fixture
def settle(soffice: Run, tmp_path: Path) -> Settle:
    """A document after LibreOffice has accepted or rejected all its changes."""

    def settled(document: Path, command: str) -> bytes:
        saved = tmp_path / f"{command}.docx"
        soffice(f'macro:///Standard.Settle.Settle("{document.as_uri()}","{saved.as_uri()}","{command}")')
        return saved.read_bytes()

    return settled


@pytest.mark.parametrize("case", CASES)
def test_libreoffice_accepts_the_changes_to_the_new_document_and_rejects_them_to_the_old(
    case: str, redline: Redline, settle: Settle, texts: Texts
) -> None:
    before, after, changed = redline(case)
    assert texts(settle(changed, "AcceptAllTrackedChanges")) == texts(after.read_bytes())
    assert texts(settle(changed, "RejectAllTrackedChanges")) == texts(before.read_bytes())


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("validator", ["ooxml-validator", "openxml-audit"])
def test_validators_find_nothing_to_correct(
    case: str, validator: str, redline: Redline, tool: Callable[[str], Run]
) -> None:
    _, _, changed = redline(case)
    tool(validator)(changed)


def test_libreoffice_reads_the_changes_as_changes(redline: Redline, soffice: Run, tmp_path: Path) -> None:
    """Saved as OpenDocument, the document holds tracked changes of each kind."""
    _, _, changed = redline("measure-inserted")
    soffice("--convert-to", "odt", "--outdir", tmp_path, changed)
    with ZipFile(tmp_path / "redline.odt") as archive:
        content = archive.read("content.xml").decode()
    assert "text:tracked-changes" in content
    assert "<text:insertion>" in content
    assert "<text:deletion>" in content
