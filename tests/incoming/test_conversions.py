"""Formats that LibreOffice reads for us say the same as the document that they were made from."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from arrived import all_paragraphs, arrived, told

from roadmapc import office
from roadmapc.assets import asset
from roadmapc.incoming.blocks import Incoming, Table
from roadmapc.render.docx.order import render
from roadmapc.render.docx.specimen import SPECIMEN

Run = Callable[..., object]


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = render(SPECIMEN, asset("templates", "order.docx")).value
    assert built is not None
    path = tmp_path_factory.mktemp("order") / "order.docx"
    path.write_bytes(built)
    return path


def words(document: Incoming) -> list[str]:
    """Of the main text, which every format keeps in its order."""
    main = list(all_paragraphs(document))[: -len(document.margins) or None]
    return [word for each in main for word in f"{each.label} {each.text}".split()]


def tables(document: Incoming) -> list[list[tuple[int, int, int, int, str]]]:
    found = (block for block in document.blocks if isinstance(block, Table))
    return [[(*cell[:4], cell.text) for cell in each.cells] for each in found]


@pytest.mark.parametrize("suffix", ["odt", "rtf", "doc", "fodt", "html"])
def test_a_format(suffix: str, order: Path, tool: Callable[[str], Run], tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    tool("soffice")(profile, "--headless", "--convert-to", suffix, "--outdir", tmp_path, order)
    converted = arrived((tmp_path / f"order.{suffix}").read_bytes(), f"order.{suffix}")
    original = arrived(order.read_bytes())
    assert tables(converted) == tables(original)
    assert sorted(words(converted)) == sorted(words(original))


@pytest.mark.parametrize("suffix", ["odt", "rtf", "html"])
def test_pandoc_writes_it(suffix: str, tool: Callable[[str], Run], tmp_path: Path) -> None:
    """Another writer of the same formats."""
    source = tmp_path / "order.html"
    source.write_text(
        "<p>Утвердить <b>план</b>.</p><table border='1'><tr><th>№</th><th>Срок</th></tr>"
        "<tr><td>1</td><td>до 1 мая</td></tr></table>"
    )
    tool("pandoc")(source, "-s", "-M", "title=План", "-o", tmp_path / f"made.{suffix}")
    lines = told(arrived((tmp_path / f"made.{suffix}").read_bytes(), f"made.{suffix}"))
    assert "Утвердить план." in lines
    assert [line for line in lines if line.startswith(("|", "="))][-1] == "| 1 | до 1 мая"


def test_what_libreoffice_cannot_read_is_told(tool: Callable[[str], Run]) -> None:
    tool("soffice")
    (said,) = office.to_docx(b"{\\rtf1", ".rtf").diagnostics
    assert said.code.id == "I006"


def test_without_libreoffice_there_is_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    (said,) = office.to_docx(b"{\\rtf1}", ".rtf").diagnostics
    assert (said.code.id, len(said.hints)) == ("I006", 2)


def test_what_takes_too_long_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started = tmp_path / "started"
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {started}\nwait\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(office, "_SECONDS_OF_STRANGERS", 1)
    (said,) = office.to_docx(b"{\\rtf1}", ".rtf").diagnostics
    assert said.message == "LibreOffice не прочитал документ: не успел"
    assert not is_running(int(started.read_text()))


def is_running(process: int) -> bool:
    """A process that was killed may wait for somebody to ask how it ended."""
    states = (Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2][0] for _ in range(1000))
    with suppress(FileNotFoundError):
        return all(state not in "ZX" for state in states)
    return False
