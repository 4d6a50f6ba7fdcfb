"""What is no order is answered clearly: a code, a sentence, advice, and no value."""

import re

import pytest
from arrived import docx
from refused_files import REFUSED, compound
from written import paragraph

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.incoming.from_file import read


def refuse(content: bytes, suffix: str) -> Outcome[bytes]:
    raise AssertionError(f"{suffix} of {len(content)} bytes is not to be converted")


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(name: str) -> None:
    code, content = REFUSED[name]
    outcome = read("приказ.docx", content(), refuse)
    assert outcome.value is None
    assert [each.code.id for each in outcome.diagnostics] == [code]
    (said,) = outcome.diagnostics
    assert re.match("[а-яё].*[^.]", said.message)
    assert said.hints
    assert said.place is not None
    assert said.place.file.name == "приказ.docx"


CONVERTED = {
    ".rtf": b"{\\rtf1\\ansi}",
    ".doc": compound("WordDocument", b"\xec\xa5\xc1\0"),
    ".xml": b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
    ".fodt": b'<?xml version="1.0"?><office:document/>',
}


@pytest.mark.parametrize("suffix", CONVERTED)
def test_what_is_converted_is_known_by_its_content(suffix: str) -> None:
    asked = []

    def convert(_: bytes, of: str) -> Outcome[bytes]:
        asked.append(of)
        return Outcome(docx(paragraph("Приказ")))

    value = read("приказ", CONVERTED[suffix], convert).value
    assert value is not None
    assert (asked, value.text) == ([suffix], "Приказ")


@pytest.mark.parametrize("suffix", CONVERTED)
def test_without_a_converter_there_is_advice(suffix: str) -> None:
    (said,) = read("приказ", CONVERTED[suffix]).diagnostics
    assert said.code.id == "I006"


OTHER_NAMES = {
    "приказ.docx": "Приказываю:".encode(),
    "приказ.doc": b"<html><p>\xd0\xb0</p></html>",
    "приказ.txt": docx(paragraph("Приказ")),
    "приказ.DOCX": b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>\xd0\xb0</p>",
}


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_another_name_is_told(name: str) -> None:
    outcome = read(name, OTHER_NAMES[name])
    assert outcome.value is not None
    assert [each.code.id for each in outcome.diagnostics] == ["I014"]


@pytest.mark.parametrize("name", ["приказ.docm", "ПРИКАЗ.DOCX", "приказ", "приказ.bak"])
def test_a_name_that_promises_nothing_else_is_not(name: str) -> None:
    assert read(name, docx(paragraph("Приказ"))).diagnostics == ()
