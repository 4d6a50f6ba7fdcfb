"""Files that no order can be read from, with the code of the answer."""

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from arrived import docx
from written import paragraph, parts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BODY = paragraph("Приказываю:")


def zipped(entries: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def compound(stream: str, content: bytes = b"") -> bytes:
    """A compound file with one stream in its first sector, as far as anybody looks."""
    head = bytearray(OLE.ljust(512, b"\0"))
    head[30:32] = struct.pack("<H", 9)
    entry = stream.encode("utf-16-le").ljust(116, b"\0") + struct.pack("<I", 0) + bytes(8)
    return bytes(head) + content.ljust(512, b"\0") + entry


def changed(name: str, content: bytes) -> bytes:
    return zipped({**parts(BODY), name: content})


def flagged(content: bytes) -> bytes:
    """The same archive, its parts said to be encrypted."""
    marked = bytearray(content)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(sign)
        while at >= 0:
            marked[at + offset] |= 1
            at = marked.find(sign, at + 4)
    return bytes(marked)


def stored_open_document(kind: bytes, manifest: bytes = b"<a/>") -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument." + kind)
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


DEEP = "<w:tbl><w:tr><w:tc>" * 2_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 2_000
PICTURE = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r></w:p>'
FIB = b"\xec\xa5\xc1\0" + bytes(6) + b"\x00\x01"
REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "no byte": ("I002", lambda: b""),
    "spaces and line breaks": ("I002", lambda: b" \r\n\t\n"),
    "zeros": ("I002", lambda: bytes(5000)),
    "a byte order mark alone": ("I002", lambda: b"\xef\xbb\xbf"),
    "a document without words": ("I002", lambda: docx("<w:p/>")),
    "a document of dashes": ("I002", lambda: docx(paragraph("—————"))),
    "a document with a running head alone": (
        "I002",
        lambda: docx(
            paragraph("", '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'),
            {"header1": f"<w:hdr>{paragraph('Проект')}</w:hdr>"},
        ),
    ),
    "a page without words": ("I002", lambda: b"<html><body><p></p></body></html>"),
    "an archive that was cut": ("I003", lambda: docx(BODY)[:-60]),
    "an archive of which the middle is lost": ("I003", lambda: docx(BODY)[:200] + docx(BODY)[900:]),
    "a part that is no XML": ("I003", lambda: changed("word/document.xml", b"<w:document")),
    "a document type": (
        "I003",
        lambda: changed("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ),
    "a bomb": ("I003", lambda: zipped({**parts(BODY), "word/media/a.png": bytes(200 * 2**20)})),
    "a way out of the package": ("I003", lambda: zipped({**parts(BODY), "../a.xml": b"<a/>"})),
    "no relationships": ("I003", lambda: zipped({"word/document.xml": b"<a/>"})),
    "tables in tables without end": ("I003", lambda: docx(DEEP)),
    "a package with a password": ("I004", lambda: compound("EncryptedPackage")),
    "an archive with a password": ("I004", lambda: flagged(docx(BODY))),
    "an old document with a password": ("I004", lambda: compound("WordDocument", FIB)),
    "an open document with a password": (
        "I004",
        lambda: stored_open_document(b"text", b"<a><manifest:encryption-data/></a>"),
    ),
    "a scan in a document": ("I005", lambda: docx(PICTURE)),
    "a scan in a page": ("I005", lambda: b"<html><img src='scan.png'></html>"),
    "a snapshot": ("I005", lambda: b"\xff\xd8\xff\xe0" + bytes(100)),
    "a scan in DjVu": ("I005", lambda: b"AT&TFORM" + bytes(100)),
    "a scan in TIFF": ("I005", lambda: b"II*\0" + bytes(100)),
    "more than any order": ("I007", lambda: b"a" * (33 * 2**20)),
    "a word without end": ("I007", lambda: b"a" * 20_000),
    "a paragraph without end": ("I007", lambda: b"a " * 60_000),
    "a PDF": ("I008", lambda: b"%PDF-1.7\n" + bytes(100)),
    "a PDF after rubbish": ("I008", lambda: b"\r\n\r\n%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    "a workbook": ("I001", lambda: zipped({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"})),
    "an old workbook": ("I001", lambda: compound("Workbook")),
    "an open workbook": ("I001", lambda: stored_open_document(b"spreadsheet")),
    "slides": ("I001", lambda: zipped({"ppt/presentation.xml": b"<a/>"})),
    "an archive of documents": ("I001", lambda: zipped({"приказ.txt": b"a"})),
    "another kind of archive": ("I001", lambda: b"Rar!\x1a\x07\x01\x00" + bytes(100)),
    "a signature": ("I001", lambda: b"-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n"),
    "a compound file of nobody": ("I001", lambda: OLE + bytes(2000)),
    "noise": ("I001", lambda: bytes(range(256)) * 40),
}
