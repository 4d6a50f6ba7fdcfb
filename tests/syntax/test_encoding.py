"""Bytes to text: UTF-8 alone, and a guess at what else it might be."""

import pytest

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.syntax.from_bytes import from_bytes

TEXT = "# План\ntitle: Об утверждении плана\n"


def finding(content: bytes) -> Diagnostic:
    outcome = from_bytes("plan.yaml", content)
    assert outcome.value is None
    (said,) = outcome.diagnostics
    return said


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
def test_utf_8_is_read(mark: bytes) -> None:
    outcome = from_bytes("plan.yaml", mark + TEXT.encode())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert outcome.value.text == TEXT


@pytest.mark.parametrize(
    ("encoding", "guess"),
    [
        ("cp1251", "похоже на Windows-1251"),
        ("utf-16", "похоже на UTF-16 («Юникод» Windows)"),
        ("utf-16-le", "похоже на UTF-16 («Юникод» Windows)"),
        ("utf-16-be", "похоже на UTF-16 («Юникод» Windows)"),
    ],
)
def test_another_encoding_is_guessed(encoding: str, guess: str) -> None:
    said = finding(TEXT.encode(encoding))
    assert said.code.id == "Y101"
    assert said.message == f"файл не в кодировке UTF-8, {guess}"


def test_one_broken_byte_is_shown_where_it_is() -> None:
    said = finding("# План\ntitle: Об утверж".encode() + b"\xff" + "дении".encode())
    assert said.message == "файл не в кодировке UTF-8"
    assert said.place is not None
    assert said.place.file.position(said.place.span.start) == (2, 17)


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\uffff"])
def test_a_sign_that_cannot_be_printed_is_named(sign: str) -> None:
    said = finding(f"title: пл{sign}ан\n".encode())
    assert said.code.id == "Y102"
    assert f"U+{ord(sign):04X}" in said.message
    assert said.place is not None
    assert said.place.file.position(said.place.span.start) == (1, 10)
