"""Packages from strangers: what is unpacked, and what is refused before it could do harm."""

import struct
import zipfile
from io import BytesIO

import pytest

from roadmapc.assets import asset
from roadmapc.source.package import TEMPLATE, Limits, Refusal, stored, unpacked

SMALL = Limits(size=1000, markup=500, marks=20)
MAIN = "word/document.xml"


def package(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def lying(archive: bytes, size: int) -> bytes:
    """The archive whose only entry says that it unpacks to so many bytes."""
    changed, listed = bytearray(archive), archive.index(b"PK\x01\x02")
    changed[22:26] = changed[listed + 24 : listed + 28] = struct.pack("<I", size)
    return bytes(changed)


def reason(archive: bytes, limits: Limits = SMALL) -> str:
    refused = unpacked(archive, limits)
    assert isinstance(refused, Refusal)
    return refused.reason


def test_a_package_is_its_parts_in_their_order():
    parts = {"b.xml": b"<b/>", "word/media/a.png": b"\x89PNG"}
    assert unpacked(package(*parts.items()), SMALL) == parts
    assert list(unpacked(package(*parts.items()), SMALL)) == list(parts)


def test_the_shipped_template_is_far_from_every_limit():
    parts = unpacked(asset("templates", "order.docx"), Limits(*(limit // 10 for limit in TEMPLATE)))
    assert isinstance(parts, dict)


def test_an_archive_of_our_own_holds_the_same():
    parts = {"b.xml": b"<b/>", "a.bin": b"\0" * 100}
    assert unpacked(stored(parts), SMALL) == parts


def test_a_folder_is_no_part():
    assert unpacked(package(("word/", b""), (MAIN, b"<a/>")), SMALL) == {MAIN: b"<a/>"}


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04 torn", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_what_is_no_archive_is_refused(content):
    assert reason(content) == "это не архив ZIP, или он повреждён"


def test_sizes_are_believed_before_anything_is_unpacked():
    bomb = package(("a.bin", bytes(5_000_000)))
    assert len(bomb) < 10_000
    assert "распакованный" in reason(bomb)


def test_a_list_that_lies_about_a_size_is_found_out_without_unpacking_more():
    assert reason(lying(package((MAIN, bytes(5_000_000))), 100)) == "это не архив ZIP, или он повреждён"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([(f"{at}.png", b"") for at in range(1001)], "больше 1000 частей"),
        ([("../a.xml", b"")], "ведёт за пределы"),
        ([("word/../../a.xml", b"")], "ведёт за пределы"),
        ([("/etc/a.xml", b"")], "ведёт за пределы"),
        ([("C:\\a.xml", b"")], "ведёт за пределы"),
        ([(MAIN, b""), ("word/Document.xml", b"")], "записана дважды"),
        ([(MAIN, b"<a>" + b"x" * 600 + b"</a>")], "текст его больше"),
        ([(MAIN, b"<a/>" * 30)], "разметки в нём больше"),
        ([(MAIN, b'<a b="" c="" d=""/>' * 6)], "разметки в нём больше"),
    ],
)
def test_a_list_or_a_part_unlike_any_document_is_refused(parts, words):
    assert words in reason(package(*parts))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_method_that_unpacks_without_bounds_is_refused(method):
    assert "сжата способом" in reason(package((MAIN, b"<a/>"), method=method))


def test_a_locked_package_is_refused():
    archive = bytearray(package((MAIN, b"<a/>")))
    archive[archive.index(b"PK\x01\x02") + 8] |= 1
    assert reason(bytes(archive)) == "он закрыт паролем"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_a_doctype_is_refused_in_any_encoding(encoding):
    text = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    assert "DOCTYPE" in reason(package((MAIN, text.encode(encoding))))


def test_an_encoding_that_hides_its_markup_is_refused():
    hidden = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-'
    assert "не в UTF-8" in reason(package((MAIN, hidden)))


@pytest.mark.parametrize("encoding", ["UTF-8", "utf-8", "UTF-16"])
def test_the_encodings_of_packages_are_read(encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode(encoding)
    assert unpacked(package((MAIN, text)), SMALL) == {MAIN: text}


def test_pictures_are_no_markup():
    parts = {"word/media/a.png": b"\x89" + b"<=" * 300, "word/media/b.svg": b"<!DOCTYPE svg><svg/>"}
    assert unpacked(package(*parts.items()), SMALL) == parts
