"""PDF/A through LibreOffice: made where it is installed, refused in words where it is not."""

import re
from datetime import date
from pathlib import Path

import pytest

from in_process import run
from roadmapc.office import to_pdf

PLAN = Path(__file__).parents[1] / "plans" / "good" / "minimal.yaml"


def build(folder: Path) -> object:
    arguments = ["build", str(PLAN), "-o", str(folder), "--format", "pdf"]
    return run(*arguments)


@pytest.fixture(scope="module")
def pdf(tool, tmp_path_factory):
    tool("soffice")
    folder = tmp_path_factory.mktemp("pdf")
    assert build(folder).exit_code == 0
    return folder / "minimal" / "order.pdf"


def test_it_says_that_it_is_pdf_a_2b(pdf):
    content = pdf.read_bytes()
    assert re.search(rb"<pdfaid:part>2</pdfaid:part>\s*<pdfaid:conformance>B</pdfaid:conformance>", content)


def test_it_is_tagged_named_and_has_its_typeface_inside(pdf, tool):
    shown = dict(re.findall(r"^(\S[^:]*): +(.*)$", tool("pdfinfo")(pdf).stdout, re.MULTILINE))
    assert (shown["Tagged"], shown["Title"]) == ("yes", "Об утверждении плана")
    fonts = tool("pdffonts")(pdf).stdout.splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes +yes\b", line) for line in fonts)


def test_a_second_build_gives_the_same_bytes(pdf, tmp_path):
    assert build(tmp_path).exit_code == 0
    assert (tmp_path / "minimal" / "order.pdf").read_bytes() == pdf.read_bytes()


def test_only_what_is_asked_for_is_written(pdf):
    assert {path.name for path in pdf.parent.iterdir()} == {"order.pdf", "manifest.json"}


def test_without_libreoffice_it_is_said_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    result = build(tmp_path / "out")
    assert result.exit_code == 1
    assert "для PDF нужен LibreOffice, а его на этом компьютере нет" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_libreoffice_that_fails_is_said_to_have_failed(monkeypatch, tmp_path):
    office = tmp_path / "soffice"
    office.write_text("#!/bin/sh\nexit 3\n")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    (said,) = to_pdf(b"", date(2024, 1, 1)).diagnostics
    assert said.message == "LibreOffice не напечатал PDF: не справился"


def test_its_dates_are_those_of_the_order_and_its_objects_stand_where_it_says(pdf, tool):
    content = pdf.read_bytes()
    assert re.findall(rb"CreationDate\(D:(\d{14})Z", content) == [b"20240101000000"]
    assert re.findall(rb"<xmp:CreateDate>(.*?)</", content) == [b"2024-01-01T00:00:00Z"]
    table = int(re.findall(rb"startxref\n(\d+)\n", content)[-1])
    offsets = [int(offset) for offset in re.findall(rb"(\d{10}) 00000 n", content[table:])]
    assert offsets
    assert all(content[at:].startswith(b"%d 0 obj\n" % number) for number, at in enumerate(offsets, 1))
    assert tool("pdfinfo")(pdf).stderr == ""
